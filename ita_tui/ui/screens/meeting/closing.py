"""F9 in the meeting: pause, go on, or adjourn; what is undecided or untouched is named once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.errors import ItaError
from ita_tui.secretary.meeting.open_ends import OpenEnd
from ita_tui.thai.dates import parse_time
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.hanging import Hanging
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.walk_list import WalkList

_ADJOURN, _PAUSE, _RESUME = ("adjourn", "เลิกประชุม"), ("pause", "พักการประชุม"), ("resume", "ประชุมต่อ")
_CORRECT = ("correct", "แก้ไขเวลาและผู้มาประชุม")
_CHOICES = {
    MeetingState.LIVE: (_ADJOURN, _PAUSE, _CORRECT),
    MeetingState.PAUSED: (_RESUME, _ADJOURN, _CORRECT),
    MeetingState.ADJOURNED: (_CORRECT,),
}


class GavelScreen(Dialog[str]):
    """Answers with what to do: adjourn, pause, resume or correct."""

    TITLE_TEXT = "การประชุม"

    def __init__(self, state: MeetingState) -> None:
        super().__init__()
        self._choices = _CHOICES[state]

    def compose_body(self) -> ComposeResult:
        yield WalkList(*(Option(label, id=name) for name, label in self._choices), markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Answer with the choice."""
        self.dismiss(event.option_id)


class AdjourningScreen(Dialog[time]):
    """Answers with the time the meeting adjourned; all that is still open is named and can be scrolled."""

    TITLE_TEXT = "เลิกประชุม"
    BINDINGS = keys.ADJOURNING

    def __init__(self, now: time, open_ends: tuple[OpenEnd, ...], check: Callable[[time], object]) -> None:
        super().__init__()
        self._now = now
        self._open_ends = open_ends
        self._check = check

    def compose_body(self) -> ComposeResult:
        if self._open_ends:
            yield Static("ก่อนเลิกประชุม มีเรื่องที่ยังค้าง", classes="label")
            with VerticalScroll(id="open-ends"):
                for each in self._open_ends:
                    yield Static(Hanging(("• ", each.words)))
                    yield from (Static(Content(item), classes="open-item") for item in each.items)
        yield Static("เลิกประชุมเวลา", classes="label")
        yield ThaiInput(thai_digits(f"{self._now:%H.%M}"), id="time", compact=True)
        yield Static("Enter เลิกประชุม · Esc กลับไปประชุมต่อ", classes="hint")

    def on_mount(self) -> None:
        self.query_one("#time").focus()

    def action_page(self, by: int) -> None:
        """Scroll what is still open."""
        for ends in self.query("#open-ends").results(VerticalScroll):
            ends.scroll_page_down(animate=False) if by > 0 else ends.scroll_page_up(animate=False)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Answer with the time, once it can be read and the meeting would take it."""
        try:
            at = parse_time(event.value)
            self._check(at)
        except ItaError as error:
            self.refuse(error.message, error.hint)
            return
        self.dismiss(at)
