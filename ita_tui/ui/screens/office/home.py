"""The first screen: meetings, what is next, and how the OIT items stand."""

from __future__ import annotations

from datetime import datetime

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.seating import missing_in
from ita_tui.thai.dates import full_date, short_date
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.meeting.people_panel import progress_of
from ita_tui.ui.widgets.walk_list import WalkList

_NEXT = {
    MeetingState.PLANNED: "กด E เตรียมวาระและคำกล่าว ถึงเวลาแล้วกด F9 เปิดประชุม",
    MeetingState.LIVE: "กำลังประชุม กด Enter เพื่อกลับเข้าห้องประชุม",
    MeetingState.PAUSED: "พักการประชุม กด Enter แล้วกด F9 เพื่อประชุมต่อ",
    MeetingState.ADJOURNED: "เลิกประชุมแล้ว กด F8 เพื่อตรวจ พิมพ์ และบันทึกการลงนาม",
    MeetingState.FINAL: "ลงนามแล้ว กด F8 เพื่อดูหรือออกเอกสาร",
}


class HomeScreen(RoomScreen):
    """What there is, and what to do next."""

    BINDINGS = keys.HOME
    HELP_TOPIC = "home"
    AUTO_FOCUS = "#meetings"

    header = getters.query_one(HeaderLine)
    meetings = getters.query_one("#meetings", OptionList)

    def __init__(self, *, fresh: bool = False) -> None:
        """Show the office; `fresh` data is gone through once, screen by screen."""
        super().__init__()
        self._fresh = fresh
        self._keys_for: MeetingState | None = None
        """State of the meeting by which the keys in the footer were chosen."""

    def compose(self) -> ComposeResult:
        self._keys_for = self._state()
        yield HeaderLine(self.program.office.body.name)
        with Horizontal():
            with Vertical(id="left"):
                yield Static("การประชุม", classes="panel-title")
                yield WalkList(id="meetings", markup=False)
                yield Static("", id="next")
                yield Static("", id="missing")
            with VerticalScroll(id="right", can_focus=False):
                yield Static("", id="oit-title", classes="panel-title")
                yield Static("", id="oit")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.watch(self.app, "save_state", self.show_header, init=False)
        if self._fresh and not self.program.office.heads():
            self.call_after_refresh(self.go_through)

    def on_screen_resume(self) -> None:
        self.show()

    async def renew(self) -> None:
        """Show what another window wrote."""
        self.show()

    @property
    def chosen(self) -> MeetingHead | None:
        """Return the highlighted meeting; None where there is none."""
        at, heads = self.meetings.highlighted, self.program.office.heads()
        return heads[at] if at is not None and at < len(heads) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only keys that work: what is done with a meeting only where one is highlighted."""
        state = self._state()
        if action in ("open_chosen", "documents"):
            return state is not None
        if action == "prepare":
            return state is MeetingState.PLANNED
        if action == "begin":
            return state is MeetingState.PLANNED and not self.program.read_only
        return action not in ("plan", "bring_back") or not self.program.read_only

    def _state(self) -> MeetingState | None:
        """Return the state of the highlighted meeting; the newest one is, as the screen opens."""
        heads = self.program.office.heads()
        chosen = self.chosen if self.is_mounted else heads[0] if heads else None
        return chosen.state if chosen else None

    def why_not(self, action: str) -> str:
        """Return what to do instead with the highlighted meeting, or without one."""
        if self.program.read_only and action != "prepare":
            return "หน้าต่างนี้เปิดแบบอ่านอย่างเดียว แก้ไขในหน้าต่างที่เปิดไว้ก่อน"
        return _NEXT[self.chosen.state] if self.chosen else "ยังไม่มีการประชุม กด N เพื่อเตรียมการประชุมครั้งแรก"

    def show(self) -> None:
        """Show the meetings, newest first, and the latest OIT standing."""
        heads = self.program.office.heads()
        at = self.meetings.highlighted or 0
        self.meetings.set_options(Option(_line(head)) for head in heads)
        self.meetings.highlighted = min(at, len(heads) - 1) if heads else None
        self.show_header()
        self._show_missing()
        if not heads:
            self.query_one("#next", Static).update("ยังไม่มีการประชุม\nกด N เพื่อเตรียมการประชุมครั้งแรก")
            self.query_one("#oit", Static).update("ความก้าวหน้า OIT จะแสดงที่นี่เมื่อมีการประชุม")
            self._renew_keys()
            return
        self.show_next()
        attempt(self.app, lambda: self._show_oit(heads[0]))

    def show_header(self) -> None:
        """Show what is saved."""
        if not self.in_sight:
            return
        state = self.program.save_state
        self.header.right = state.text
        self.header.set_class(state.trouble, "-trouble")

    @on(OptionList.OptionHighlighted, "#meetings")
    def show_next(self) -> None:
        """Say what comes next for the highlighted meeting."""
        if self.chosen is not None:
            when = _when(self.chosen, self.program.now())
            self.query_one("#next", Static).update(f"{when}\n{_NEXT[self.chosen.state]}")
        self._renew_keys()

    def _renew_keys(self) -> None:
        """Show the keys that fit the highlighted meeting."""
        state = self._state()
        if state is not self._keys_for:
            self._keys_for = state
            self.refresh_bindings()

    def _show_missing(self) -> None:
        """Say what the committee's order still lacks."""
        orders = [each.order for each in self.program.office.body.committees if each.orders]
        lacks = [each for order in orders for each in missing_in(order)]
        words = f"คณะกรรมการยังไม่มี{' '.join(lacks)} กด S เพื่อตั้งค่า" if lacks else ""
        self.query_one("#missing", Static).update(words)

    def _show_oit(self, head: MeetingHead) -> None:
        desk = self.program.office.desk(head.id)
        rows = desk.oit.rows()
        self.query_one("#oit", Static).update("การประชุมครั้งล่าสุดไม่ได้ติดตาม OIT")
        if rows and desk.meeting.oit is not None:
            oit = desk.meeting.oit
            title = f"ติดตาม OIT ปี {oit.follow_up_year} (บัญชีรายการ {oit.catalogue_year})"
            self.query_one("#oit-title", Static).update(thai_digits(title))
            self.query_one("#oit", Static).update(progress_of(desk.oit.catalogue, rows, width=24))

    @on(OptionList.OptionSelected, "#meetings")
    def action_open_chosen(self) -> None:
        """Enter the room of the chosen meeting."""
        chosen = self.chosen
        if chosen is not None:
            attempt(self.app, lambda: self.program.enter_room(chosen.id))

    @work(group=ACTS)
    async def go_through(self) -> None:
        """Go through what a new office has to settle, once."""
        from ita_tui.ui.screens.office import ways  # noqa: PLC0415 - the first screen need not wait

        await ways.go_through(self)

    @work(group=ACTS)
    async def action_plan(self) -> None:
        """Make the next meeting and prepare it."""
        from ita_tui.ui.screens.office import ways  # noqa: PLC0415 - as above

        self.meetings.highlighted = 0
        await ways.plan(self)

    @work(group=ACTS)
    async def action_prepare(self) -> None:
        """Prepare the chosen meeting."""
        from ita_tui.ui.screens.office import ways  # noqa: PLC0415 - as above

        if self.chosen is not None:
            await ways.prepare(self, self.chosen)

    def action_begin(self) -> None:
        """Enter the room of the chosen meeting and open it."""
        chosen = self.chosen
        if chosen is not None:
            begin = chosen.state is MeetingState.PLANNED
            attempt(self.app, lambda: self.program.enter_room(chosen.id, begin=begin))

    @work(group=ACTS)
    async def action_results(self) -> None:
        """Go to the results of all years."""
        from ita_tui.ui.screens.office import ways  # noqa: PLC0415 - as above

        await ways.see_results(self)

    @work(group=ACTS)
    async def action_settings(self) -> None:
        """Settle what holds for the office."""
        from ita_tui.ui.screens.office import ways  # noqa: PLC0415 - as above

        await ways.settle(self)

    def places(self) -> list[tuple[str, str, str]]:
        """Return all meetings."""
        heads = self.program.office.heads()
        titles = (thai_digits(f"การประชุมครั้งที่ {head.number_text}") for head in heads)
        more = (f"{short_date(head.on)} {head.state.label}" for head in heads)
        return list(zip(titles, more, (f"enter('{head.id}')" for head in heads), strict=True))

    def action_enter(self, meeting_id: str) -> None:
        """Enter the room of a meeting."""
        attempt(self.app, lambda: self.program.enter_room(meeting_id))

    @work(group=ACTS)
    async def action_folders(self) -> None:
        """Go to the data of another body, or begin one."""
        await self.program.open_another()

    @work(group=ACTS)
    async def action_bring_back(self) -> None:
        """Bring back the meeting that was deleted last."""
        if await self.program.bring_back():
            self.show()

    @work(group=ACTS)
    async def action_documents(self) -> None:
        """Go to the papers of the chosen meeting."""
        from ita_tui.ui.screens.documents import DocumentsScreen  # noqa: PLC0415 - the first screen need not wait

        chosen = self.chosen
        if chosen is not None and attempt(self.app, lambda: self.program.office.desk(chosen.id)):
            await self.ask(DocumentsScreen(self.program.office.desk(chosen.id)))


def _when(head: MeetingHead, now: datetime) -> str:
    """Return the day of a meeting and, where it is still to come, how far off it is."""
    days = (head.on - now.date()).days
    ahead = {0: " (วันนี้)", 1: " (พรุ่งนี้)"}.get(days, f" (อีก {days} วัน)" if days > 0 else "")
    return thai_digits(full_date(head.on) + (ahead if head.state is MeetingState.PLANNED else ""))


def _line(head: MeetingHead) -> Content:
    colour = {MeetingState.FINAL: "$success", MeetingState.PLANNED: "$text-muted"}.get(head.state, "$accent")
    return Content.assemble(
        Content.styled(thai_digits(f"ครั้งที่ {head.number_text:<7}"), "bold"),
        f" {short_date(head.on)} ", Content.styled(head.state.label, colour),
    )
