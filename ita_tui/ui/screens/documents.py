"""The papers of a meeting: see them, make them, print them for signing, record that they were signed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.record import FOLLOW_MARK, marks_among
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.papers import publish
from ita_tui.secretary.papers.acts import PaperAct, acts_of, next_act, next_step
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.screens.asking.ask import AskScreen, ConfirmScreen
from ita_tui.ui.screens.making import MakingScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.words import meeting_title

_PRINT = {publish.Kind.MINUTES: PaperAct.PRINT_MINUTES, publish.Kind.OIT: PaperAct.PRINT_OIT}


class DocumentsScreen(MakingScreen):
    """What can be made of one meeting, and how it will read."""

    HELP_TOPIC = "documents"

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self.desk = desk

    def on_mount(self) -> None:
        self.show(next_act(self.desk, may_write=not self.program.read_only))

    async def renew(self) -> None:
        """Show what another window wrote."""
        self.desk = self.program.office.desk(self.desk.meeting.head.id)
        self.show(self.act)

    @property
    def act(self) -> PaperAct:
        """Return the highlighted act."""
        highlighted = self.acts.highlighted_option
        return PaperAct(highlighted.id) if highlighted and highlighted.id else PaperAct.MAKE_MINUTES

    def show(self, act: PaperAct) -> None:
        """Show how the meeting stands, what may be done now with this act highlighted, and how the paper will read."""
        meeting, may_write = self.desk.meeting, not self.program.read_only
        state = meeting.state.label
        if meeting.state is MeetingState.ADJOURNED:
            state += " · ร่าง" if publish.is_draft(self.desk) else " · ออกฉบับลงนามแล้ว"
        self.header.right = state
        self.header.left = f"เอกสาร · {meeting_title(self.desk, short=False)}"
        self.header.short = f"เอกสาร · {meeting_title(self.desk, short=True)}"
        self.step.update(Content(next_step(self.desk, may_write=may_write)))
        possible = acts_of(self.desk, may_write=may_write)
        self.acts.set_options(Option(each.label, id=each.value) for each in possible)
        self.acts.highlighted = possible.index(act) if act in possible else 0

    @on(OptionList.OptionHighlighted, "#acts")
    def preview(self) -> None:
        """Show the words of the highlighted paper."""
        kind, for_signing = self.act.kind, self.act is PaperAct.FOR_SIGNING
        attempt(self.app, lambda: self.read(publish.preview(kind, self.desk, for_signing=for_signing)))

    # --- doing ------------------------------------------------------------------------------------------

    async def do(self) -> None:
        """Do what is highlighted, and tell what came of it; may raise ItaError."""
        doing: dict[PaperAct, Callable[[], Awaitable[None]]] = {
            PaperAct.FOR_SIGNING: self._for_signing, PaperAct.SIGNED: self._signed, PaperAct.REOPEN: self._reopen,
            PaperAct.PRINT_MINUTES: self._print, PaperAct.PRINT_OIT: self._print,
        }
        await doing.get(self.act, self._make)()

    def show_again(self) -> None:
        """Show what can be done now, after something was done."""
        self.show(self.act)

    async def _make(self) -> None:
        kind = self.act.kind
        await self.files(self.formats(), lambda *how: publish.make(kind, self.desk, *how))

    async def _print(self) -> None:
        kind = self.act.kind
        made = await self.files([publish.Format.PDF], lambda *how: publish.make(kind, self.desk, *how))
        await self.offer_print(_PRINT[kind].label, made.paths[0])

    async def _for_signing(self) -> None:
        """Make the minutes without the word draft, seal them, and offer to print them: they are meant for paper."""
        publish.check_may_sign(self.desk)
        if not await self._finished():
            return
        seal = ""

        def make(formats: list[publish.Format], folder: Path, progress: publish.Progress) -> publish.Exported:
            nonlocal seal
            made, seal = publish.print_for_signing(self.desk, formats, folder, progress)
            return made

        made = await self.files(list(dict.fromkeys([publish.Format.PDF, *self.formats()])), make)
        self.desk.gavel.seal(seal)
        self.show(self.act)
        await self.offer_print(PaperAct.PRINT_MINUTES.label, made.paths[0])

    async def _finished(self) -> bool:
        """Return whether every word is written; where marks still tell otherwise, ask: they do not print."""
        marks = marks_among(self.desk.meeting.entries)
        question = thai_digits(f"ยังมีเครื่องหมาย {FOLLOW_MARK} {marks} แห่ง ซึ่งจะไม่พิมพ์ออกมา เขียนครบแล้วใช่หรือไม่")
        if not marks:
            return True
        answer = await self.ask(ConfirmScreen("ข้อความที่ต้องเขียนต่อ", question, "ใช่ ออกฉบับเพื่อลงนาม"))
        return bool(answer)

    async def _signed(self) -> None:
        """Record that the printed minutes were signed, once she says so twice."""
        publish.check_signed(self.desk)
        question = "ประธานลงนามในฉบับที่พิมพ์แล้ว ใช่หรือไม่"
        if await self.ask(ConfirmScreen("บันทึกว่าลงนามแล้ว", question, "ใช่ ลงนามแล้ว")):
            publish.sign(self.desk)
            self.notify("บันทึกแล้ว แก้ไขได้เมื่อเปิดแก้ไขย้อนหลังพร้อมเหตุผลเท่านั้น", title="ลงนามแล้ว", markup=False)

    async def _reopen(self) -> None:
        """Open signed minutes for correction, with a reason."""
        self.desk.gavel.check_may_reopen()
        reason = await self.ask(AskScreen("แก้ไขรายงานที่ลงนามแล้ว", "เหตุผลที่แก้ไข"))
        if reason is not None:
            self.desk.gavel.reopen(reason)
            self.notify("แก้ไขได้แล้ว ต้องพิมพ์และลงนามใหม่", title="เปิดแก้ไขย้อนหลัง", markup=False)
