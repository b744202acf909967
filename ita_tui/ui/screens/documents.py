"""The papers of a meeting: see them, make them, print them for signing, record that they were signed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, ProgressBar, Static

from ita_tui.domain.meeting import MeetingState
from ita_tui.errors import BadText, ItaError
from ita_tui.secretary import publish
from ita_tui.secretary.desk import MeetingDesk
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.ask import AskScreen, ConfirmScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.thai import ThaiInput
from ita_tui.ui.widgets.tick_list import Tick, TickList
from ita_tui.ui.words import meeting_title


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

    def compose(self) -> ComposeResult:
        yield HeaderLine(f"เอกสาร · {meeting_title(self.desk, short=False)}")
        with Horizontal():
            with Vertical(id="choices"):
                yield OptionList(
                    "ออกรายงานการประชุม", "ออกตารางติดตาม OIT", "ออกฉบับเพื่อลงนาม", "บันทึกว่าลงนามแล้ว",
                    "แก้ไขรายงานที่ลงนามแล้ว",
                    id="acts", markup=False,
                )
                yield Static("รูปแบบ (Space เลือก)", classes="label")
                yield TickList([Tick(each.value, each.value.upper()) for each in publish.FORMATS], no="·", id="formats")
                yield Static("โฟลเดอร์ที่เก็บ", classes="label")
                yield ThaiInput(str(self.program.documents_folder), id="folder")
                yield ProgressBar(show_eta=False, show_percentage=False)
                yield Static("", id="outcome")
            with VerticalScroll(id="paper"):
                yield Static("", id="preview")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.progress.display = False
        self.acts.highlighted = 0
        self.show()

    def show(self) -> None:
        """Show how the meeting stands and how the highlighted paper will read."""
        meeting = self.desk.meeting
        draft = publish.is_draft(self.desk)
        state = meeting.state.label
        if meeting.state is MeetingState.ADJOURNED:
            state += " · ร่าง" if draft else " · ออกฉบับลงนามแล้ว"
        self.header.right = state
        self.preview()

    @on(OptionList.OptionHighlighted, "#acts")
    def preview(self) -> None:
        """Show the words of the highlighted paper."""
        kind = publish.Kind.OIT if self.acts.highlighted == 1 else publish.Kind.MINUTES
        attempt(
            self.app,
            lambda: self.query_one("#preview", Static).update(Content(publish.preview(kind, self.desk))),
        )

    @on(OptionList.OptionSelected, "#acts")
    def action_do_highlighted(self) -> None:
        """Do what is highlighted."""
        acts: tuple[Callable[[], object], ...] = (
            lambda: self.make(publish.Kind.MINUTES), lambda: self.make(publish.Kind.OIT),
            self.action_for_signing, self.action_signed, self.action_reopen,
        )
        acts[self.acts.highlighted or 0]()

    def action_for_signing(self) -> None:
        """Make the minutes without the word draft, and seal them."""
        if attempt(self.app, lambda: publish.check_may_sign(self.desk)):
            self.make(publish.Kind.MINUTES, for_signing=True)

    @work(group=ACTS)
    async def action_signed(self) -> None:
        """Record that the printed minutes were signed, once she says so twice."""
        if not attempt(self.app, lambda: publish.check_signed(self.desk)):
            return
        question = "ประธานลงนามในฉบับที่พิมพ์แล้ว ใช่หรือไม่"
        if await self.ask(ConfirmScreen("บันทึกว่าลงนามแล้ว", question, "ใช่ ลงนามแล้ว")) and attempt(
            self.app, lambda: publish.sign(self.desk)
        ):
            self.notify("บันทึกแล้ว แก้ไขได้เมื่อเปิดแก้ไขย้อนหลังพร้อมเหตุผลเท่านั้น", title="ลงนามแล้ว", markup=False)
            self.show()

    def action_page(self, step: int) -> None:
        """Scroll what the paper will say."""
        paper = self.query_one("#paper", VerticalScroll)
        paper.scroll_page_down(animate=False) if step > 0 else paper.scroll_page_up(animate=False)

    @work(group=ACTS)
    async def action_reopen(self) -> None:
        """Open signed minutes for correction, with a reason."""
        if not attempt(self.app, self.desk.check_may_reopen):
            return
        reason = await self.ask(AskScreen("แก้ไขรายงานที่ลงนามแล้ว", "เหตุผลที่แก้ไข"))
        if reason is not None and attempt(self.app, lambda: self.desk.reopen(reason)):
            self.notify("แก้ไขได้แล้ว ต้องพิมพ์และลงนามใหม่", title="เปิดแก้ไขย้อนหลัง", markup=False)
            self.show()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def make(self, kind: publish.Kind, *, for_signing: bool = False) -> None:
        """Make a paper in the chosen formats, and tell where it lies."""
        formats = [each for each in publish.FORMATS if each.value in self.query_one(TickList).ticked]
        folder = self.query_one("#folder", ThaiInput).value.strip()
        if not formats:
            self.program.tell(BadText("ยังไม่ได้เลือกรูปแบบเอกสาร", "กด Space ที่รูปแบบที่ต้องการอย่างน้อยหนึ่งรูปแบบ"))
        elif not folder:
            self.program.tell(BadText("ยังไม่ได้ระบุโฟลเดอร์ที่เก็บ", "พิมพ์ตำแหน่งโฟลเดอร์"))
        else:
            try:
                path = Path(folder).expanduser()
            except RuntimeError:
                self.program.tell(BadText(f"ไม่พบผู้ใช้ตามที่ระบุใน “{folder}”", "พิมพ์ตำแหน่งโฟลเดอร์ให้เต็ม"))
                return
            self.progress.update(total=len(formats), progress=0)
            self.progress.display = True
            self.outcome.update("กำลังออกเอกสาร")
            self._make(kind, formats, path, for_signing)

    @work(thread=True, exclusive=True, group="export")
    def _make(self, kind: publish.Kind, formats: list[publish.Format], folder: Path, for_signing: bool) -> None:
        call = self.app.call_from_thread

        def tell_progress(_: publish.Format, done: int, total: int) -> None:
            call(self.progress.update, progress=done, total=total)

        try:
            if for_signing:
                made, seal = publish.print_for_signing(self.desk, formats, folder, tell_progress)
                call(self.desk.seal, seal)
            else:
                made = publish.make(kind, self.desk, formats, folder, tell_progress)
        except ItaError as error:
            call(self._failed, error)
        else:
            call(self._made, made)

    def _failed(self, error: ItaError) -> None:
        self.progress.display = False
        self.outcome.update(Content(error.message))
        self.program.tell(error)

    def _made(self, made: publish.Exported) -> None:
        self.progress.display = False
        names = "\n".join(f"✓ {path.name}" for path in made.paths)
        self.outcome.update(Content(f"{names}\nเก็บไว้ที่ {made.paths[0].parent}"))
        self.notify(thai_digits(f"ออกเอกสารแล้ว {len(made.paths)} แฟ้ม"), title="เรียบร้อย", markup=False)
        if made.unshown:
            unknown = " ".join(made.unshown)
            self.notify(
                f"แบบอักษรไม่มีอักขระ {unknown} ในไฟล์ PDF จึงพิมพ์เป็นรหัส", title="โปรดตรวจ", severity="warning", markup=False
            )
        self.show()
