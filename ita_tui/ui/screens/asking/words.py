"""Words of her own, or a proposal."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.filter_list import FilterList, Mode, Row


class WordsScreen(Dialog[str]):
    """Answers with a proposal that was walked to or clicked, else with what was typed; maybe with nothing."""

    def __init__(self, title: str, question: str, value: str, proposals: Iterable[str], *, typed: str = "") -> None:
        """Take what stands in the field, or the letters typed already in place of it."""
        super().__init__()
        self.TITLE_TEXT = title
        self._question, self._value, self._typed = question, value, typed
        self._proposals = [Row(each, Content(each), (each,)) for each in proposals]

    def compose_body(self) -> ComposeResult:
        yield Static(Content(self._question), classes="note")
        yield FilterList(self._proposals, value=self._value, mode=Mode.FREE)
        yield Static("พิมพ์เอง หรือ ↑↓ เลือกจากรายการ · Enter ตกลง · Esc ยกเลิก", classes="hint")

    def on_mount(self) -> None:
        """Let her type on from the letters that opened it, which selecting them all would replace."""
        if self._typed:
            field = self.query_one(FilterList).field
            field.select_on_focus = False
            field.value = self._typed
            field.cursor_position = len(field.value)

    @on(FilterList.Taken)
    def take(self, event: FilterList.Taken) -> None:
        """Answer with the proposal, or else the words."""
        self.dismiss(event.row.id if event.row else event.control.typed)
