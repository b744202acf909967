"""The papers of a meeting: see them, make them, print them for signing, record that they were signed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from ita_tui.domain.meeting import MeetingState
from ita_tui.errors import BadText, ItaError
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.papers import publish
from ita_tui.secretary.papers.acts import PaperAct, acts_of, next_act, next_step
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.ask import AskScreen, ConfirmScreen
from ita_tui.ui.screens.printing import NoPrinterScreen, PrintScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.tick_list import Tick, TickList
from ita_tui.ui.widgets.walk_list import WalkList
from ita_tui.ui.words import meeting_title

Make = Callable[[list[publish.Format], Path, publish.Progress], publish.Exported]
"""Makes a paper in some formats into a folder, telling its progress."""
_WIDE = 110
"""Cells from which the committee's whole name fits into the header."""
_PRINT = {publish.Kind.MINUTES: PaperAct.PRINT_MINUTES, publish.Kind.OIT: PaperAct.PRINT_OIT}
_WAIT = "กำลังออกเอกสาร โปรดรอสักครู่"


class DocumentsScreen(RoomScreen):
    """What can be made of one meeting, and how it will read."""

    BINDINGS = keys.DOCUMENTS
    HELP_TOPIC = "documents"
    AUTO_FOCUS = "#acts"

    header = getters.query_one(HeaderLine)
    acts = getters.query_one("#acts", OptionList)
    progress = getters.query_one(ProgressBar)
    outcome = getters.query_one("#outcome", Static)

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self.desk = desk
        self._busy = False

    def compose(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal():
            with VerticalScroll(id="choices", can_focus=False):
                yield WalkList(id="acts", markup=False)
                yield Static("", id="step")
                yield Static("รูปแบบ (Space เลือก)", classes="label")
                yield TickList([Tick(each.value, each.value.upper()) for each in publish.FORMATS], no="·", id="formats")
                yield Static("โฟลเดอร์ที่เก็บ", classes="label")
                yield ThaiInput(str(self.program.documents_folder), id="folder", compact=True)
                yield ProgressBar(show_eta=False, show_percentage=False)
                yield Static("", id="outcome")
            with VerticalScroll(id="paper", can_focus=False):
                yield Static("", id="preview")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.progress.display = False
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
        self.header.left, self.header.right = self._title(), state
        self.query_one("#step", Static).update(Content(next_step(self.desk, may_write=may_write)))
        possible = acts_of(self.desk, may_write=may_write)
        self.acts.set_options(Option(each.label, id=each.value) for each in possible)
        self.acts.highlighted = possible.index(act) if act in possible else 0

    def _title(self) -> str:
        return f"เอกสาร · {meeting_title(self.desk, short=self.size.width < _WIDE)}"

    @on(OptionList.OptionHighlighted, "#acts")
    def preview(self) -> None:
        """Show the words of the highlighted paper."""
        act, paper = self.act, self.query_one("#preview", Static)
        for_signing = act is PaperAct.FOR_SIGNING
        attempt(self.app, lambda: paper.update(Content(publish.preview(act.kind, self.desk, for_signing=for_signing))))

    def on_resize(self) -> None:
        """Let the header say what fits."""
        self.header.left = self._title()

    def action_page(self, step: int) -> None:
        """Scroll what the paper will say."""
        paper = self.query_one("#paper", VerticalScroll)
        paper.scroll_page_down(animate=False) if step > 0 else paper.scroll_page_up(animate=False)

    def action_back(self) -> None:
        """Go back, once what is being made is there."""
        if self._busy:
            self.notify(_WAIT, markup=False)
        else:
            self.dismiss(None)

    # --- doing ------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected, "#acts")
    @work(group=ACTS)
    async def action_do_highlighted(self) -> None:
        """Do what is highlighted, and tell what came of it."""
        if self._busy:
            self.notify(_WAIT, markup=False)
            return
        act = self.act
        doing: dict[PaperAct, Callable[[], Awaitable[None]]] = {
            PaperAct.FOR_SIGNING: self._for_signing, PaperAct.SIGNED: self._signed, PaperAct.REOPEN: self._reopen,
            PaperAct.PRINT_MINUTES: self._print, PaperAct.PRINT_OIT: self._print,
        }
        self._busy = True
        try:
            await doing.get(act, self._make)()
        except ItaError as error:
            self.outcome.update(Content(error.message) if self.progress.display else "")
            self.program.tell(error)
        self._busy = self.progress.display = False
        self.show(act)

    async def _make(self) -> None:
        kind = self.act.kind
        await self._files(self._formats(), lambda *how: publish.make(kind, self.desk, *how))

    async def _print(self) -> None:
        kind = self.act.kind
        made = await self._files([publish.Format.PDF], lambda *how: publish.make(kind, self.desk, *how))
        await self._offer(kind, made.paths[0])

    async def _for_signing(self) -> None:
        """Make the minutes without the word draft, seal them, and offer to print them: they are meant for paper."""
        publish.check_may_sign(self.desk)
        seal = ""

        def make(formats: list[publish.Format], folder: Path, progress: publish.Progress) -> publish.Exported:
            nonlocal seal
            made, seal = publish.print_for_signing(self.desk, formats, folder, progress)
            return made

        made = await self._files(list(dict.fromkeys([publish.Format.PDF, *self._formats()])), make)
        self.desk.seal(seal)
        self.show(self.act)
        await self._offer(publish.Kind.MINUTES, made.paths[0])

    async def _signed(self) -> None:
        """Record that the printed minutes were signed, once she says so twice."""
        publish.check_signed(self.desk)
        question = "ประธานลงนามในฉบับที่พิมพ์แล้ว ใช่หรือไม่"
        if await self.ask(ConfirmScreen("บันทึกว่าลงนามแล้ว", question, "ใช่ ลงนามแล้ว")):
            publish.sign(self.desk)
            self.notify("บันทึกแล้ว แก้ไขได้เมื่อเปิดแก้ไขย้อนหลังพร้อมเหตุผลเท่านั้น", title="ลงนามแล้ว", markup=False)

    async def _reopen(self) -> None:
        """Open signed minutes for correction, with a reason."""
        self.desk.check_may_reopen()
        reason = await self.ask(AskScreen("แก้ไขรายงานที่ลงนามแล้ว", "เหตุผลที่แก้ไข"))
        if reason is not None:
            self.desk.reopen(reason)
            self.notify("แก้ไขได้แล้ว ต้องพิมพ์และลงนามใหม่", title="เปิดแก้ไขย้อนหลัง", markup=False)

    async def _offer(self, kind: publish.Kind, path: Path) -> None:
        """Offer to print a PDF; where there is no printer, say where it lies and offer to show it."""
        printers = await asyncio.to_thread(publish.printers)
        if printers:
            printed = await self.ask(PrintScreen(_PRINT[kind].label, path, printers))
            if printed is not None:
                said = thai_digits(f"ส่งพิมพ์แล้ว {printed.copies} ชุด")
                self._tell(f"✓ {said} {printed.printer.name}".rstrip(), path)
                self.notify(said, title="เรียบร้อย", markup=False)
        elif await self.ask(NoPrinterScreen(path, can_open=publish.can_open())):
            await asyncio.to_thread(publish.open_file, path)

    # --- making -----------------------------------------------------------------------------------------

    def _formats(self) -> list[publish.Format]:
        return [each for each in publish.FORMATS if each.value in self.query_one(TickList).ticked]

    def _folder(self) -> Path:
        """Return the folder she typed; raise BadText."""
        folder = self.query_one("#folder", ThaiInput).value.strip()
        if not folder:
            raise BadText("ยังไม่ได้ระบุโฟลเดอร์ที่เก็บ", "พิมพ์ตำแหน่งโฟลเดอร์")
        try:
            return Path(folder).expanduser()
        except RuntimeError as error:
            raise BadText(f"ไม่พบผู้ใช้ตามที่ระบุใน “{folder}”", "พิมพ์ตำแหน่งโฟลเดอร์ให้เต็ม") from error

    async def _files(self, formats: list[publish.Format], make: Make) -> publish.Exported:
        """Make a paper beside the screen, with progress, and tell where it lies; raise what making raises."""
        if not formats:
            raise BadText("ยังไม่ได้เลือกรูปแบบเอกสาร", "กด Space ที่รูปแบบที่ต้องการอย่างน้อยหนึ่งรูปแบบ")
        folder = self._folder()
        self.progress.update(total=len(formats), progress=0)
        self.progress.display = True
        self.outcome.update("กำลังออกเอกสาร")

        def tell_progress(_: publish.Format, done: int, total: int) -> None:
            self.app.call_from_thread(self.progress.update, progress=done, total=total)

        made = await asyncio.to_thread(make, formats, folder, tell_progress)
        self.progress.display = False
        self._tell(_names(made.paths), made.paths[0])
        self.notify(thai_digits(f"ออกเอกสารแล้ว {len(made.paths)} แฟ้ม"), title="เรียบร้อย", markup=False)
        if made.unshown:
            unknown = " ".join(made.unshown)
            self.notify(
                f"แบบอักษรไม่มีอักขระ {unknown} ในไฟล์ PDF จึงพิมพ์เป็นรหัส", title="โปรดตรวจ", severity="warning", markup=False
            )
        return made

    def _tell(self, said: str, path: Path) -> None:
        self.outcome.update(Content(f"{said}\nเก็บไว้ที่ {path.parent}"))
        self.call_after_refresh(self.outcome.scroll_visible, animate=False)


def _names(paths: Sequence[Path]) -> str:
    """Return the names of files, those that differ only in their endings on one line."""
    endings: dict[str, list[str]] = {}
    for path in paths:
        endings.setdefault(path.stem, []).append(path.suffix[1:].upper())
    return "\n".join(f"✓ {stem} {' '.join(own)}" for stem, own in endings.items())
