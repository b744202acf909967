"""F3: what the meeting resolved. The wording that fits the item stands first; Enter takes it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.domain.agenda import AgendaKind
from ita_tui.domain.record import ResolutionKind, kinds_for
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.thai import ThaiInput


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolution as it was entered: kind, wording (empty for the kind's own), work given: (who, what, due)."""

    kind: ResolutionKind
    wording: str
    assignment: tuple[str, str, str]


class ResolutionScreen(Dialog[Resolved]):
    """Answers with the resolution."""

    TITLE_TEXT = "มติที่ประชุม"

    def __init__(self, kind: AgendaKind) -> None:
        super().__init__()
        self._kinds = kinds_for(kind)

    def compose_body(self) -> ComposeResult:
        yield OptionList(*(Option(Content(kind.label)) for kind in self._kinds), markup=False, id="kinds")
        yield Static("ถ้อยคำมติ (แก้ได้)", classes="label")
        yield ThaiInput(id="wording", compact=True)
        with Horizontal(classes="row"):
            with Vertical():
                yield Static("มอบหมายให้", classes="label")
                yield ThaiInput(id="who", compact=True)
            with Vertical():
                yield Static("กำหนด", classes="label")
                yield ThaiInput(id="due", compact=True)
        yield Static("งานที่มอบหมาย", classes="label")
        yield ThaiInput(id="what", compact=True)
        yield Static("Enter บันทึกมติ · Tab ช่องถัดไป", classes="hint")

    def on_mount(self) -> None:
        self.query_one("#kinds", OptionList).highlighted = 0

    @on(OptionList.OptionHighlighted, "#kinds")
    def propose_wording(self, event: OptionList.OptionHighlighted) -> None:
        """Put the kind's wording into the field, unless she wrote her own."""
        wording = self.query_one("#wording", ThaiInput)
        kind = self._kinds[event.option_index]
        if wording.value in ("", *(each.label for each in ResolutionKind)):
            wording.value = "" if kind is ResolutionKind.OWN_WORDS else kind.label

    @on(OptionList.OptionSelected, "#kinds")
    @on(Input.Submitted)
    def take(self) -> None:
        """Answer with what stands in the fields; own words need words, work needs somebody to do it."""
        who, what, due = (self.query_one(f"#{name}", ThaiInput).value.strip() for name in ("who", "what", "due"))
        wording = self.query_one("#wording", ThaiInput).value.strip()
        kind = self._kinds[self.query_one("#kinds", OptionList).highlighted or 0]
        if kind is ResolutionKind.OWN_WORDS and not wording:
            self.refuse("ยังไม่มีข้อความมติ", "พิมพ์ถ้อยคำมติ")
            self.query_one("#wording").focus()
        elif bool(who) != bool(what):
            self.refuse("มอบหมายงานต้องระบุทั้งผู้รับผิดชอบและงาน", "กรอกให้ครบหรือเว้นว่างทั้งสองช่อง")
            self.query_one("#what" if who else "#who").focus()
        elif due and not who:
            self.refuse("มีกำหนดแต่ยังไม่มีผู้รับผิดชอบ", "กรอกผู้รับผิดชอบและงาน หรือลบกำหนด")
            self.query_one("#who").focus()
        else:
            self.dismiss(Resolved(kind, wording, (who, what, due)))

    def on_key(self, event: events.Key) -> None:
        """Let Up in the first field go back to the kinds."""
        if event.key == "up" and self.focused is self.query_one("#wording"):
            event.stop()
            self.query_one("#kinds").focus()
