"""A paragraph written in a box; leaving it keeps it, as everywhere."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

from ita_tui.ui import keys
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.thai.fields import ThaiTextArea


class WordingScreen(Dialog[str]):
    """Answers with what stands in the box, also on Esc."""

    BINDINGS = keys.WORDING
    HELP_TOPIC = "analysis"
    WRITES = True

    def __init__(self, title: str, note: str, text: str, typed: Callable[[str], None]) -> None:
        """`typed` keeps what stands in the box whenever it changes."""
        super().__init__()
        self.TITLE_TEXT = title
        self._note, self._text, self._typed = note, text, typed

    def compose_body(self) -> ComposeResult:
        yield Static(Content(self._note), classes="note")
        yield ThaiTextArea(self._text, id="words")
        yield Static("Enter ขึ้นบรรทัดใหม่ในช่องตาราง · Ctrl+S หรือ Esc เก็บและกลับ", classes="hint")

    def on_mount(self) -> None:
        words = self.query_one("#words", ThaiTextArea)
        self.set_focus(words)
        words.move_cursor(words.document.end)

    @on(TextArea.Changed, "#words")
    def keep_typing(self) -> None:
        """Keep what is typed long before she leaves it."""
        text = self.query_one("#words", ThaiTextArea).text
        if text != self._text:
            self._typed(text)

    def action_cancel(self) -> None:
        """Answer with what was written."""
        self.dismiss(self.query_one("#words", ThaiTextArea).text)
