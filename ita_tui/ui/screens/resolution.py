"""F3: what the meeting resolved. The wording that fits the item stands first; Enter takes it.

Resolutions that stand already follow below: choosing one puts its words into the fields, to be put right or taken out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.domain.agenda import AgendaKind
from ita_tui.domain.record import Resolution, ResolutionKind, kinds_for
from ita_tui.secretary.keeping import Decision
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.thai import ThaiInput


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolution as it was entered, and which one it puts right."""

    decision: Decision
    instead_of: Resolution | None = None
    take_out: bool = False
    """Whether that one is taken out instead."""


@dataclass(frozen=True, slots=True)
class _Choice:
    words: str
    kind: ResolutionKind
    earlier: Resolution | None = None
    take_out: bool = False


class ResolutionScreen(Dialog[Resolved]):
    """Answers with the resolution."""

    TITLE_TEXT = "มติที่ประชุม"

    def __init__(self, kind: AgendaKind, earlier: Sequence[Resolution]) -> None:
        super().__init__()
        self._choices = [
            *(_Choice(each.label, each) for each in kinds_for(kind)),
            *(_Choice(f"แก้ไขมติเดิม: {each.text}", each.kind, each) for each in earlier),
            *(_Choice(f"นำมติออก: {each.text}", each.kind, each, take_out=True) for each in earlier),
        ]

    def compose_body(self) -> ComposeResult:
        yield OptionList(*(Option(Content(each.words)) for each in self._choices), markup=False, id="kinds")
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
        yield Static("↑↓ เลือกมติ · Tab ช่องถัดไป · Enter บันทึกมติ", classes="hint")

    def on_mount(self) -> None:
        self.query_one("#kinds", OptionList).highlighted = 0

    @property
    def choice(self) -> _Choice:
        """Return what is highlighted."""
        return self._choices[self.query_one("#kinds", OptionList).highlighted or 0]

    @on(OptionList.OptionHighlighted, "#kinds")
    def propose_wording(self) -> None:
        """Put the kind's wording into the field, unless she wrote her own; an earlier one's words in any case."""
        wording, earlier = self.query_one("#wording", ThaiInput), self.choice.earlier
        if earlier is not None:
            wording.value = earlier.text
            given = earlier.assignments[0] if earlier.assignments else None
            for name in ("who", "what", "due"):
                self.query_one(f"#{name}", ThaiInput).value = getattr(given, name) if given else ""
        elif wording.value in ("", *(each.label for each in ResolutionKind)) or self._is_of_an_earlier(wording.value):
            wording.value = "" if self.choice.kind is ResolutionKind.OWN_WORDS else self.choice.kind.label

    def _is_of_an_earlier(self, words: str) -> bool:
        return any(each.earlier is not None and each.earlier.text == words for each in self._choices)

    @on(OptionList.OptionSelected, "#kinds")
    @on(Input.Submitted)
    def take(self) -> None:
        """Answer with what stands in the fields; own words need words, work needs somebody to do it."""
        choice = self.choice
        if choice.take_out:
            self.dismiss(Resolved(Decision(choice.kind), choice.earlier, take_out=True))
            return
        who, what, due = (self.query_one(f"#{name}", ThaiInput).value.strip() for name in ("who", "what", "due"))
        wording = self.query_one("#wording", ThaiInput).value.strip()
        if choice.kind is ResolutionKind.OWN_WORDS and not wording:
            self._ask_for("wording", "ยังไม่มีข้อความมติ", "พิมพ์ถ้อยคำมติ")
        elif bool(who) != bool(what):
            missing = "what" if who else "who"
            self._ask_for(missing, "มอบหมายงานต้องระบุทั้งผู้รับผิดชอบและงาน", "กรอกให้ครบหรือเว้นว่างทั้งสองช่อง")
        elif due and not who:
            self._ask_for("who", "มีกำหนดแต่ยังไม่มีผู้รับผิดชอบ", "กรอกผู้รับผิดชอบและงาน หรือลบกำหนด")
        else:
            rest = choice.earlier.assignments[1:] if choice.earlier else ()
            kept = tuple((each.who, each.what, each.due) for each in rest)
            self.dismiss(Resolved(Decision(choice.kind, wording, ((who, what, due), *kept)), choice.earlier))

    def _ask_for(self, field: str, message: str, hint: str) -> None:
        self.refuse(message, hint)
        self.query_one(f"#{field}").focus()

    def on_key(self, event: events.Key) -> None:
        """Let Up in the first field go back to the kinds."""
        if event.key == "up" and self.focused is self.query_one("#wording"):
            event.stop()
            self.query_one("#kinds").focus()
