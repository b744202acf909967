"""One of a list, found by words or walked to."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.filter_list import FilterList, Row, Search


class PickScreen(Dialog[str]):
    """Answers with the id of the row that was taken."""

    HELP_TOPIC = "pick"

    def __init__(
        self, title: str, rows: Sequence[Row], placeholder: str = "พิมพ์เพื่อค้นหา", *, question: str = ""
    ) -> None:
        """Offer rows; a question may stand above them."""
        super().__init__()
        self.TITLE_TEXT = title
        self._rows, self._placeholder, self._question = rows, placeholder, question

    def compose_body(self) -> ComposeResult:
        if self._question:
            yield Static(Content(self._question), classes="note")
        yield FilterList(self._rows, Search(self._placeholder))

    @on(FilterList.Taken)
    def take(self, event: FilterList.Taken) -> None:
        """Answer with what was taken."""
        if event.row is None:
            self.refuse("ไม่พบรายการที่ตรงกับคำค้น", "ลบคำค้นหรือพิมพ์ใหม่")
        else:
            self.dismiss(event.row.id)
