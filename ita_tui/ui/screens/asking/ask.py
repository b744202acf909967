"""One question: answered in words, or by saying yes."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.walk_list import WalkList


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


class ConfirmScreen(Dialog[bool]):
    """Answers True once she chose yes; no is what stands highlighted first."""

    def __init__(self, title: str, question: str, yes: str) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._question, self._yes = question, yes

    def compose_body(self) -> ComposeResult:
        yield Static(Content(self._question), classes="label")
        yield WalkList("ยังไม่ใช่ กลับไปก่อน", self._yes, markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Answer with what was chosen."""
        self.dismiss(event.option_index == 1)
