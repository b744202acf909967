"""One question that is answered in words."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.thai import ThaiInput


class AskScreen(Dialog[str]):
    """Answers with what was typed; an empty answer is asked for again."""

    def __init__(self, title: str, question: str) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._question = question

    def compose_body(self) -> ComposeResult:
        yield Static(Content(self._question), classes="label")
        yield ThaiInput(id="answer", compact=True)
        yield Static("Enter ตกลง · Esc ยกเลิก", classes="hint")

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Answer, once there is something to answer with."""
        if event.value.strip():
            self.dismiss(event.value.strip())
        else:
            self.refuse("ยังไม่ได้พิมพ์ข้อความ", "พิมพ์สั้น ๆ แล้วกด Enter")
