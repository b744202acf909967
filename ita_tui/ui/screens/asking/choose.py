"""One of a list: letters narrow it, Enter takes the highlighted one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.filter_list import FilterList, Row, Search

_WIDTH = 68
"""Cells of a line of the list, a scrollbar beside it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list."""

    id: str
    words: str
    aside: str = ""
    """What stands behind the words, less loudly."""


class ChooseScreen(Dialog[str]):
    """Answers with the id of the chosen line; a question may stand above them."""

    def __init__(
        self, title: str, choices: Sequence[Choice], *, question: str = "", placeholder: str = "พิมพ์เพื่อค้นหา"
    ) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._question, self._placeholder = question, placeholder
        self._rows = [Row(each.id, _line(each), (each.words, each.aside)) for each in choices]

    def compose_body(self) -> ComposeResult:
        if self._question:
            yield Static(Content(self._question), classes="note")
        yield FilterList(self._rows, Search(self._placeholder))

    @on(FilterList.Taken)
    def take(self, event: FilterList.Taken) -> None:
        """Answer with the line that was taken."""
        if event.row is None:
            self.refuse("ไม่พบรายการที่ตรงกับคำค้น", "ลบคำค้นหรือพิมพ์ใหม่")
        else:
            self.dismiss(event.row.id)


def _line(choice: Choice) -> Content:
    aside = Content.styled(f"  {choice.aside}", "$text-muted") if choice.aside else Content("")
    return Content.assemble(Content(choice.words), aside).truncate(_WIDTH, ellipsis=True)
