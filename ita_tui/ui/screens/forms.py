"""Small forms that other dialogs ask with: a few lines to fill in, or words of her own beside a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from ita_tui.errors import ItaError
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.filter_list import FilterList, Mode, Row
from ita_tui.ui.widgets.thai import ThaiInput


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form: what is asked, and what stands in it at first."""

    label: str
    value: str = ""
    placeholder: str = ""


class FormScreen(Dialog[tuple[str, ...]]):
    """Answers with what stands in the fields, once `take` raised no ItaError over it."""

    def __init__(
        self, title: str, fields: Sequence[Field], take: Callable[..., object] = lambda *_: None, note: str = ""
    ) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._fields, self._take, self._note = tuple(fields), take, note

    def compose_body(self) -> ComposeResult:
        if self._note:
            yield Static(Content(self._note), classes="note")
        for field in self._fields:
            yield Static(Content(field.label), classes="label")
            yield ThaiInput(field.value, placeholder=field.placeholder, compact=True)
        yield Static("Tab ช่องถัดไป · Enter ตกลง · Esc ยกเลิก", classes="hint")

    @on(Input.Submitted)
    def take(self) -> None:
        """Answer, once it is taken."""
        answer = tuple(field.value.strip() for field in self.query(ThaiInput))
        try:
            self._take(*answer)
        except ItaError as error:
            self.refuse(error.message, error.hint)
        else:
            self.dismiss(answer)


class WordsScreen(Dialog[str]):
    """Answers with a proposal that was walked to or clicked, else with what was typed; maybe with nothing."""

    def __init__(self, title: str, question: str, value: str, proposals: Iterable[str]) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._question, self._value = question, value
        self._proposals = [Row(each, Content(each), (each,)) for each in proposals]

    def compose_body(self) -> ComposeResult:
        yield Static(Content(self._question), classes="label")
        yield FilterList(self._proposals, value=self._value, mode=Mode.FREE)
        yield Static("พิมพ์เอง หรือ ↑↓ เลือกจากรายการ · Enter ตกลง · Esc ยกเลิก", classes="hint")

    @on(FilterList.Taken)
    def take(self, event: FilterList.Taken) -> None:
        """Answer with the proposal, or else the words."""
        self.dismiss(event.row.id if event.row else event.control.typed)
