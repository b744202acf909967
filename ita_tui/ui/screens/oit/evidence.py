"""U: where an item is published, each address with what it shows; added, changed or taken out one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.domain.evidence import Evidence, evidence_of
from ita_tui.errors import ItaError
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.ask import ConfirmScreen
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.walk_list import WalkList

_WIDTH = 68
"""Cells of a line of the list."""


class EvidenceScreen(Dialog[None]):
    """Gives the whole evidence to be kept after each change; a refusal stays in the box with what was typed."""

    BINDINGS = keys.EVIDENCE

    def __init__(
        self, title: str, evidence: Sequence[Evidence], keep: Callable[[tuple[Evidence, ...]], object]
    ) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._evidence = tuple(evidence)
        self._keep = keep
        self._changing: int | None = None
        """Which one is being changed; None while a new one is typed."""

    def compose_body(self) -> ComposeResult:
        yield WalkList(markup=False, id="evidence")
        yield Static(id="url-label", classes="label")
        yield ThaiInput(id="url", compact=True, placeholder="https://")
        yield Static("คำอธิบาย", classes="label")
        yield ThaiInput(id="explanation", compact=True, placeholder="สิ่งที่เผยแพร่ในหน้านี้")
        yield Static(id="evidence-hint", classes="hint")

    def on_mount(self) -> None:
        self._begin(None)
        self.query_one("#url").focus()

    @on(OptionList.OptionSelected, "#evidence")
    def change(self, event: OptionList.OptionSelected) -> None:
        """Take an address up to change it."""
        self._begin(event.option_index)
        self.query_one("#url").focus()

    @on(Input.Submitted, "#url")
    def go_to_explanation(self, event: Input.Submitted) -> None:
        """Go on to what the page shows, once the address is one; nothing typed ends it."""
        if not event.value.strip() and self._changing is None:
            self.dismiss(None)
        elif self._read() is not None:
            self.query_one("#explanation").focus()

    @on(Input.Submitted, "#explanation")
    def keep(self) -> None:
        """Keep the address with what it shows and begin another one."""
        read = self._read()
        if read is None:
            return
        at = len(self._evidence) if self._changing is None else self._changing
        self._store((*self._evidence[:at], read, *self._evidence[at + 1 :]))

    def action_take_out(self) -> None:
        """Take out the address being changed, or else the highlighted one."""
        at = self.query_one("#evidence", OptionList).highlighted if self._changing is None else self._changing
        if at is None:
            self.refuse("ยังไม่ได้เลือกหลักฐานที่จะนำออก", "เลือกในรายการก่อน")
        else:
            self._store((*self._evidence[:at], *self._evidence[at + 1 :]))

    def on_key(self, event: events.Key) -> None:
        """Go up from the first field into the list, and down from its last line back."""
        listed, url = self.query_one("#evidence", OptionList), self.query_one("#url")
        at_the_end = listed.highlighted == len(self._evidence) - 1
        if event.key == "up" and self.focused is url and self._evidence:
            self._step_to(listed, event)
        elif event.key == "down" and self.focused is listed and at_the_end:
            self._step_to(url, event)

    def _step_to(self, widget: Widget, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        widget.focus()

    @property
    def holds_answers(self) -> bool:
        """Tell whether an address or an explanation was typed that is not kept yet."""
        shown = self._evidence[self._changing] if self._changing is not None else Evidence("")
        typed = (self.query_one("#url", Input).value, self.query_one("#explanation", Input).value)
        return typed != (shown.url, shown.explanation)

    def action_cancel(self) -> None:
        """Be done: keep what was typed, as the hint says; ask before what cannot be kept is lost."""
        if self.holds_answers:
            self.keep()
        if self.holds_answers:
            self._leave()
        else:
            self.dismiss(None)

    @work(group=ACTS)
    async def _leave(self) -> None:
        question = ConfirmScreen("ยังไม่ได้บันทึก", "ที่อยู่เว็บไซต์นี้ยังเก็บไม่ได้ ทิ้งและกลับหรือไม่", "ทิ้ง และกลับ")
        if await self.ask(question):
            self.dismiss(None)

    def _read(self) -> Evidence | None:
        try:
            return evidence_of(self.query_one("#url", Input).value, self.query_one("#explanation", Input).value)
        except ItaError as error:
            self.refuse(error.message, error.hint)
            return None

    def _store(self, after: tuple[Evidence, ...]) -> None:
        try:
            self._keep(after)
        except ItaError as error:
            self.refuse(error.message, error.hint)
            return
        self._evidence = after
        self._begin(None)
        self.query_one("#url").focus()

    def _begin(self, at: int | None) -> None:
        """Show the list, and one of it or a new one in the fields."""
        self._changing = at
        shown = self._evidence[at] if at is not None else Evidence("")
        label = thai_digits(f"แก้ไขที่อยู่เว็บไซต์รายการที่ {at + 1}") if at is not None else "เพิ่มที่อยู่เว็บไซต์"
        self.query_one("#url-label", Static).update(label)
        for field, text in (("#url", shown.url), ("#explanation", shown.explanation)):
            self.query_one(field, Input).value = text
        self.query_one("#problem", Static).update("")
        listed = self.query_one("#evidence", OptionList)
        listed.set_options(Option(_line(number, each)) for number, each in enumerate(self._evidence, start=1))
        listed.display = bool(self._evidence)
        choose = "↑ เลือกในรายการเพื่อแก้ไขหรือนำออก · " if self._evidence else ""
        self.query_one("#evidence-hint", Static).update(f"Enter เก็บ · {choose}Esc เสร็จ")


def _line(number: int, evidence: Evidence) -> Content:
    first = Content(f"{thai_digits(str(number))}. {evidence.explanation or 'ไม่มีคำอธิบาย'}")
    return Content("\n").join([
        first.truncate(_WIDTH, ellipsis=True),
        Content.styled(f"   {evidence.url}", "$text-muted").truncate(_WIDTH, ellipsis=True),
    ])
