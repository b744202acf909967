"""A list filled in line by line, e.g. work given to several: Enter walks through the fields and adds the line.

Enter with all fields empty is the end. A line is taken up again by Enter or a click on it, and removed by F8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.filter_list import FilterList, Mode, Row, Search
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.walk_list import WalkList

_WIDTH = 68
"""Cells of a line of the list."""

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListForm:
    """What the lines of a list hold: a first field with proposals, and others of free text."""

    title: str
    note: str
    labels: tuple[str, ...]
    proposals: tuple[str, ...]
    own_words: bool
    """Whether the first field may hold what is not proposed."""
    read: Callable[[Line], Line] = tuple
    """Gives the line as it is kept; raises an ItaError for one that cannot be."""


class ListFormScreen(Dialog[tuple[Line, ...]]):
    """Answers with the lines; the first field completes what is typed from its proposals."""

    BINDINGS = keys.LIST_FORM
    AUTO_FOCUS = "FilterList ThaiInput"

    def __init__(self, form: ListForm, lines: Iterable[Line]) -> None:
        super().__init__()
        self.TITLE_TEXT = form.title
        self._form = form
        self._lines = list(lines)
        self._at = len(self._lines)
        """Which line the fields hold; past the end for a new one."""

    def compose_body(self) -> ComposeResult:
        form = self._form
        yield Static(Content(form.note), classes="note")
        yield WalkList(markup=False, id="lines")
        yield Static(Content(form.labels[0]), classes="label")
        own = _own_words if form.own_words else None
        rows = [Row(each, Content(each), (each,)) for each in form.proposals]
        yield FilterList(rows, Search("พิมพ์เพื่อเลือก", otherwise=own, always=True), mode=Mode.COMPLETE)
        for label in form.labels[1:]:
            yield Static(Content(label), classes="label")
            yield ThaiInput(compact=True, classes="free")

    def on_mount(self) -> None:
        self._show_lines()

    @property
    def _first(self) -> FilterList:
        return self.query_one(FilterList)

    @property
    def _others(self) -> Sequence[ThaiInput]:
        return list(self.query(ThaiInput).filter(".free"))

    def action_take(self) -> None:
        """Go to the next field, add the line, take a line up again, or end."""
        with self.refusing():
            listed = self.query_one("#lines", OptionList)
            if listed.has_focus and listed.highlighted is not None:
                self._take_up(listed.highlighted)
                return
            line = (self._first.answer, *(field.value.strip() for field in self._others))
            if not any(line):
                self.dismiss(tuple(self._lines))
            elif self.focused is not self._others[-1]:
                self.focus_next()
            else:
                self._keep(self._form.read(line))

    @on(FilterList.Taken)
    def take_proposal(self, event: FilterList.Taken) -> None:
        """Take a clicked proposal, and go on to the next field."""
        if event.row is not None:
            self._first.begin(event.row.id)
            self._others[0].focus()

    @on(OptionList.OptionSelected, "#lines")
    def take_up_clicked(self, event: OptionList.OptionSelected) -> None:
        """Put a clicked line into the fields."""
        self._take_up(event.option_index)

    def action_remove(self) -> None:
        """Remove the line in the fields, or the highlighted one, or the last."""
        listed = self.query_one("#lines", OptionList)
        at = listed.highlighted if listed.has_focus and listed.highlighted is not None else self._at
        begun = self._at == len(self._lines) and any(field.value for field in self.query(ThaiInput))
        if not begun and self._lines:
            del self._lines[min(at, len(self._lines) - 1)]
        self._begin()

    def _keep(self, line: Line) -> None:
        self._lines[self._at : self._at + 1] = [line]
        self._begin()

    def _take_up(self, at: int) -> None:
        self._at = at
        first, *others = self._lines[at]
        self._first.begin(first)
        for field, value in zip(self._others, others, strict=True):
            field.value = value
        self._first.field.focus()

    def _begin(self) -> None:
        """Show the lines and begin a new one."""
        self._at = len(self._lines)
        self._first.begin("")
        for field in self._others:
            field.value = ""
        self._first.field.focus()
        self._show_lines()

    def _show_lines(self) -> None:
        listed = self.query_one("#lines", OptionList)
        listed.display = bool(self._lines)
        listed.set_options(Option(_shown(number, line)) for number, line in enumerate(self._lines, start=1))


def _shown(number: int, line: Line) -> Content:
    words = " · ".join(part for part in line if part)
    return Content(f"{thai_digits(str(number))}. {words}").truncate(_WIDTH, ellipsis=True)


def _own_words(words: str) -> Row:
    line = Content.assemble(words, Content.styled("  ตามที่พิมพ์", "$text-muted"))
    return Row(words, line.truncate(_WIDTH, ellipsis=True), ())
