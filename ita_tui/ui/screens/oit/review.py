"""The OIT items of a meeting, one after another: a key gives the item its status and goes on to the next.

Before the meeting a status is a division's report, in it the room's word. The screen asks the desk and shows what it
answers; what may be given, and when, is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from ita_tui.domain.oit import Status
from ita_tui.errors import ItaError, RuleBroken
from ita_tui.secretary.exporting import export_oit
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.layout_keys import digit_of
from ita_tui.ui.screens.exporting import put_file
from ita_tui.ui.screens.importing import OIT, take_file
from ita_tui.ui.screens.oit import told
from ita_tui.ui.screens.oit.asked import AskingScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.line_prompt import LinePrompt
from ita_tui.ui.widgets.oit.card import OitCard
from ita_tui.ui.widgets.oit.detail import OitDetail
from ita_tui.ui.widgets.oit.lines import Row
from ita_tui.ui.widgets.oit.table import OitTable

_BY_DIGIT = (Status.UNSET, *(status for status in Status if status is not Status.UNSET))
"""Status of each digit key, 0 first."""

_ON_AN_ITEM = (
    "as_reported", "mark", "rest_of_group", "note", "due", "responsible", "evidence", "versions", "export_file",
)  # fmt: skip


class OitScreen(AskingScreen):
    """The follow-up list of one meeting, as a table or one item at a time; the review keeps where she stood."""

    BINDINGS = keys.OIT
    HELP_TOPIC = "oit"
    AUTO_FOCUS = ""

    header = query_one("#oit-header", HeaderLine)
    card = query_one("#oit-card", OitCard)
    detail = query_one("#oit-detail", OitDetail)
    nothing = query_one("#oit-nothing", Static)

    def __init__(self, desk: MeetingDesk) -> None:
        """Show the list of a desk's meeting where she left it, else from the first untouched item on."""
        super().__init__(desk)
        self._rows: tuple[Row, ...] = ()
        self._shown: frozenset[str] | None = None

    def compose(self) -> ComposeResult:
        yield HeaderLine(id="oit-header")
        yield OitTable(id="oit-table")
        yield OitCard(id="oit-card")
        yield Static(id="oit-nothing")
        yield OitDetail(id="oit-detail")
        yield LinePrompt(id="oit-prompt")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.set_class(self.desk.oit.reporting, "-reporting")
        self.set_class(self.desk.oit.place.as_card, "-card")
        left_at = self.desk.oit.place.code
        self.show()
        self.table.move_to(left_at or next((row.code for row in self._rows if not row.settled), ""))
        self.show_row()
        self.focus_view()
        self.take_up_line()
        self.watch(self.app, "save_state", self._show_header, init=False)

    async def renew(self) -> None:
        """Show what another window wrote."""
        place, self.desk = self.desk.oit.place, self.program.office.desk(self.desk.meeting.head.id)
        self.desk.oit.place = place
        self.set_class(self.desk.oit.reporting, "-reporting")
        self.show()

    # --- showing ----------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the list as the desk knows it now."""
        try:
            self._rows = told.rows_of_desk(self.desk)
        except ItaError as error:
            self._rows = ()
            self._show_nothing(error.message, error.hint)
            return
        waits_for = "รอรายงาน" if self.desk.oit.reporting else "ยังไม่ทบทวน"
        lines = told.lines_of(self.desk.oit.catalogue, self._rows, self._shown, waits_for=waits_for)
        reports = not self.desk.oit.reporting and any(row.reported for row in self._rows)
        self._show_header()
        self.table.show_rows(lines, told.now_title(self.desk), reports=reports)
        self.show_row()
        if lines and self.has_class("-empty"):
            self.remove_class("-empty")
            self.focus_view()
        elif not lines:
            self._show_nothing("ทุกข้อดำเนินการแล้ว ไม่มีข้อที่ค้าง", "กด O เพื่อแสดงทุกข้อ หรือ Esc เพื่อกลับห้องประชุม")

    def _show_nothing(self, what: str, hint: str) -> None:
        if not self._rows:
            self.header.left = "ติดตาม OIT"
        self.nothing.update(Content(f"{what}\n\n{hint}"))
        self.add_class("-empty")

    def _show_header(self) -> None:
        if not self._rows:
            return
        title, short, right = told.header_words(self.desk, self._rows, only_open=self._shown is not None)
        saving = self.program.save_state
        self.header.left, self.header.short = title, short
        self.header.right = f"{saving.text} · {right}" if saving.trouble else right
        self.header.set_class(saving.trouble, "-trouble")
        self.detail.show_sum(told.changed_words(self._rows))

    @on(OitTable.Moved)
    def show_row(self) -> None:
        """Tell the row under the cursor in words, and remember that she stands there."""
        row = self.table.row
        if row is not None:
            self.desk.oit.place = self.desk.oit.place.at(row.code)
        if self.has_class("-card"):
            self.card.show(told.card_of(self.desk, row, self._rows) if row else None)
        else:
            self.detail.show(row)

    def focus_view(self) -> None:
        """Give the keys to what is shown: the table or the card."""
        (self.card if self.has_class("-card") else self.table).focus()

    # --- keys -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what works here: nothing to mark in an empty place, nothing to walk in the table."""
        del parameters
        if action in _ON_AN_ITEM:
            return self.is_mounted and bool(self.table.code) and not self.line_asked
        if action in ("previous", "next"):
            return self.has_class("-card") and not self.line_asked
        if action in ("only_open", "card"):
            return bool(self._rows) and not self.line_asked
        return True

    def on_key(self, event: events.Key) -> None:
        """Take digits in every writing: Thai ones, and those that lie at a digit's place on a Thai keyboard."""
        digit = digit_of(event.key, event.character)
        if not self.line_asked and digit is not None and digit < len(_BY_DIGIT) and self.table.code:
            event.stop()
            event.prevent_default()
            self.action_mark(_BY_DIGIT[digit].value)

    def action_mark(self, status: str) -> None:
        """Give the item a status and go on to the next."""
        self._give(lambda: self.desk.oit.give(self.table.code, Status(status)))

    def action_as_reported(self) -> None:
        """Confirm the item as its division reported it and go on to the next."""
        self._give(lambda: self.desk.oit.as_reported(self.table.code))

    def _give(self, act: Callable[[], object]) -> None:
        """Give the item a status; go on to what is untouched, or from one that was put right just to the next."""
        row = self.table.row
        if row is not None and attempt(self.app, act):
            self.show()
            if row.settled:
                self.table.action_step(1)
            else:
                self._go_on(1 + [each.code for each in self.table.rows].index(row.code))

    def _go_on(self, start: int) -> None:
        """Go to the next untouched item from a place in the list on, in any group; say so where none is left."""
        rows = self.table.rows
        waiting = [each.code for each in (*rows[start:], *rows[:start]) if not each.settled]
        if waiting:
            self.table.move_to(waiting[0])
            return
        hidden = sum(not each.settled for each in self._rows)
        done = "มีรายงานครบ" if self.desk.oit.reporting else "ทบทวนครบ"
        if hidden:
            self.notify(thai_digits(f"ข้อที่แสดง{done}แล้ว เหลืออีก {hidden} ข้อ กด O เพื่อแสดงทุกข้อ"), markup=False)
        else:
            self.notify("กด Esc เพื่อกลับ หรือเลือกข้อเพื่อแก้ไข", title=f"{done}ทุกข้อแล้ว", markup=False)

    def action_rest_of_group(self) -> None:
        """Confirm what is untouched in the group as reported and go to what is still untouched."""
        attempt(self.app, self._give_group)

    def _give_group(self) -> None:
        code = self.table.code
        if not self.desk.oit.rest_of_group(code):
            raise RuleBroken("ไม่มีข้อที่ยืนยันตามรายงานได้ในกลุ่มนี้", "ข้อที่ไม่มีรายงาน ให้เลือกสถานะด้วยปุ่ม 1 ถึง 6")
        self.show()
        groups = [row.group for row in self.table.rows]
        self._go_on(groups.index(next(row.group for row in self._rows if row.code == code)))

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Take back the last confirmed act of the meeting."""
        if await self.program.undo(self.desk.meeting.head.id):
            self.show()

    def action_only_open(self) -> None:
        """Show only what is open now, or all again; a row marked meanwhile stays in sight."""
        self._shown = None if self._shown is not None else frozenset(
            row.code for row in self._rows if not row.status.complete
        )
        self.show()
        self.refresh_bindings()

    def action_card(self) -> None:
        """Change between the table and one item at a time; the item stays."""
        as_card = not self.has_class("-card")
        self.set_class(as_card, "-card")
        self.desk.oit.place = self.desk.oit.place.shown(as_card=as_card)
        self.show_row()
        self.focus_view()
        self.refresh_bindings()

    def action_previous(self) -> None:
        """Go to the item before."""
        self.table.action_step(-1)

    def action_next(self) -> None:
        """Go to the next item."""
        self.table.action_step(1)

    def action_back(self) -> None:
        """Leave the line being typed, or the screen."""
        if self.line_asked:
            self.leave_line()
        else:
            self.app.clear_notifications()  # what it said of its keys is wrong on the screen behind
            self.dismiss(None)

    # --- files ------------------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_import_file(self) -> None:
        """Take what divisions reported from a file, once it was seen what it changes."""
        if attempt(self.app, self.desk.oit.check_open) and await take_file(self, self.program.office, OIT) is not None:
            self.show()

    @work(group=ACTS)
    async def action_export_file(self) -> None:
        """Put the list into a file that divisions fill in."""
        year = self.desk.oit.follow_up.follow_up_year
        write = partial(export_oit, self.program.office, year)
        await put_file(self, "ส่งออกรายการ OIT", {thai_digits(f"ปี {year}"): write})
