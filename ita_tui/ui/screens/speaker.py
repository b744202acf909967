"""F2: who speaks now. The last speakers stand on top; letters narrow the list; Enter takes the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ita_tui.domain.meeting import Prepared
from ita_tui.domain.record import Speaker
from ita_tui.thai.fold import fold, without_title
from ita_tui.ui.layout_keys import in_thai_layout
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.thai import ThaiInput

_WIDTH = 68
"""Cells of a line of the list."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may speak, or a prepared statement of theirs."""

    speaker: Speaker
    label: str
    role: str
    prepared: Prepared | None = None


class SpeakerScreen(Dialog[Candidate]):
    """Answers with who speaks."""

    TITLE_TEXT = "ผู้พูด"

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        super().__init__()
        self._candidates = tuple(candidates)
        self._shown = self._candidates

    def compose_body(self) -> ComposeResult:
        yield ThaiInput(placeholder="พิมพ์ชื่อ ตำแหน่ง หรือบทบาทเพื่อค้นหา", id="filter", compact=True)
        yield OptionList(markup=False, id="people")

    def on_mount(self) -> None:
        self._fill()

    @on(Input.Changed, "#filter")
    def narrow(self, event: Input.Changed) -> None:
        """Show only those whose name, position or role holds the letters."""
        wanted = {fold(event.value), fold(in_thai_layout(event.value))}  # the keyboard may still be in Latin mode
        self._shown = tuple(each for each in self._candidates if any(part in _sought(each) for part in wanted))
        self._fill()

    @on(Input.Submitted, "#filter")
    def take_highlighted(self) -> None:
        """Answer with the highlighted one."""
        people = self.query_one("#people", OptionList)
        if people.highlighted is None:
            self.refuse("ไม่พบผู้ที่ตรงกับคำค้น", "ลบคำค้นหรือพิมพ์ใหม่")
            return
        self.dismiss(self._shown[people.highlighted])

    @on(OptionList.OptionSelected, "#people")
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        """Answer with the one clicked."""
        self.dismiss(self._shown[event.option_index])

    def on_key(self, event: events.Key) -> None:
        """Walk the list by arrows while the letters go to the filter."""
        people = self.query_one("#people", OptionList)
        if event.key in ("up", "down") and people.option_count:
            event.stop()
            event.prevent_default()
            people.action_cursor_up() if event.key == "up" else people.action_cursor_down()

    def _fill(self) -> None:
        people = self.query_one("#people", OptionList)
        people.set_options(Option(_line(each)) for each in self._shown)
        people.highlighted = 0 if self._shown else None


def _sought(candidate: Candidate) -> str:
    """Return what letters are looked for in: name or position without its title, and the role."""
    return fold(f"{without_title(candidate.label)} {candidate.role}")


def _line(candidate: Candidate) -> Content:
    prefix = Content.styled("เตรียมไว้ · ", "$accent") if candidate.prepared else Content("")
    tail = candidate.prepared.text.split("\n")[0] if candidate.prepared else candidate.role
    line = Content.assemble(prefix, candidate.label, Content.styled(f"  {tail}", "$text-muted"))
    return line.truncate(_WIDTH, ellipsis=True)
