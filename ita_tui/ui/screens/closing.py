"""F9 in the meeting: pause, go on, or adjourn; what is undecided or untouched is named once."""

from __future__ import annotations

from datetime import time

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.errors import BadText
from ita_tui.thai.dates import parse_time
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.thai import ThaiInput


class GavelScreen(Dialog[str]):
    """Answers with what to do: pause, resume or adjourn."""

    TITLE_TEXT = "การประชุม"

    def __init__(self, *, paused: bool) -> None:
        super().__init__()
        self._choices = (
            ("resume", "ประชุมต่อ") if paused else ("adjourn", "เลิกประชุม"),
            ("adjourn", "เลิกประชุม") if paused else ("pause", "พักการประชุม"),
        )

    def compose_body(self) -> ComposeResult:
        yield OptionList(*(Option(label, id=name) for name, label in self._choices), markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Answer with the choice."""
        self.dismiss(event.option_id)


class AdjourningScreen(Dialog[time]):
    """Answers with the time the meeting adjourned."""

    TITLE_TEXT = "เลิกประชุม"

    def __init__(self, now: time, open_ends: tuple[str, ...]) -> None:
        super().__init__()
        self._now = now
        self._open_ends = open_ends

    def compose_body(self) -> ComposeResult:
        if self._open_ends:
            yield Static("ก่อนเลิกประชุม มีเรื่องที่ยังค้าง", classes="label")
            yield Static(Content("\n".join(f"• {each}" for each in self._open_ends)), id="open-ends")
        yield Static("เลิกประชุมเวลา", classes="label")
        yield ThaiInput(thai_digits(f"{self._now:%H.%M}"), id="time", compact=True)
        yield Static("Enter เลิกประชุม · Esc กลับไปประชุมต่อ", classes="hint")

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Answer with the time, once it can be read."""
        try:
            at = parse_time(event.value)
        except BadText as error:
            self.refuse(error.message, error.hint)
            return
        self.dismiss(at)
