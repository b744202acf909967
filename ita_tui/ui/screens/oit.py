"""The room settles OIT items one after another: a key marks the item and goes on to the next.

The screen asks the desk and shows what it answers; what may be marked, and when, is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, Static

from ita_tui.domain.oit import Catalogue, Status
from ita_tui.errors import ItaError, NotFound, RuleBroken
from ita_tui.secretary.desk import MeetingDesk
from ita_tui.secretary.review_items import ReviewItem
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.layout_keys import digit_of
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.oit_detail import OitDetail
from ita_tui.ui.widgets.oit_lines import Heading, Line, Row
from ita_tui.ui.widgets.oit_table import OitTable
from ita_tui.ui.widgets.thai import ThaiInput

if TYPE_CHECKING:
    from ita_tui.ui.app import ItaApp

_BY_DIGIT = (Status.UNSET, *(status for status in Status if status is not Status.UNSET))
"""Status of each digit key, 0 first."""

_BY_HEIGHT = [(0, "-low"), (30, "-tall")]

Field = Literal["note", "due"]
_FIELD_LABELS: dict[Field, str] = {"note": "หมายเหตุ", "due": "กำหนด"}


def rows_of_desk(desk: MeetingDesk) -> tuple[Row, ...]:
    """Return every item of the meeting's list as the meeting sees it.

    Raises RuleBroken where the meeting has no list, NotFound where the list or its items are missing.
    """
    items = desk.oit.items()
    if not items:
        raise NotFound(
            f"บัญชีรายการ OIT ปี {thai_digits(str(desk.oit.catalogue.year))} ยังไม่มีข้อ", "นำเข้าบัญชีรายการของปีนั้นก่อน"
        )
    return tuple(_row(item) for item in items)


def _row(item: ReviewItem) -> Row:
    row = item.row
    return Row(
        row.code, row.name, row.group, item.before, row.status, row.text, settled=item.settled,
        reported=item.report.status if item.report else None, division=row.division, due=row.due, note=item.entry.note,
    )


def lines_of(catalogue: Catalogue, rows: Iterable[Row], shown: frozenset[str] | None) -> tuple[Line, ...]:
    """Return headings and rows in the catalogue's order; `shown` holds the codes to show, None shows all.

    A heading counts all rows of its group, also those not shown.
    """
    names = {group.code: group.name for group in catalogue.groups}
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    lines: list[Line] = []
    for code, own in groups.items():
        visible = [row for row in own if shown is None or row.code in shown]
        if visible:
            complete = sum(row.status.complete for row in own)
            untouched = sum(not row.settled for row in own)
            lines += [Heading(code, names.get(code, ""), complete, len(own), untouched), *visible]
    return tuple(lines)


class OitScreen(Screen[str | None]):
    """The follow-up list of one meeting; it ends with the code of the item it stood on."""

    BINDINGS = keys.OIT
    HELP_TOPIC = "oit"
    AUTO_FOCUS = "#oit-table"
    VERTICAL_BREAKPOINTS = _BY_HEIGHT

    header = query_one("#oit-header", HeaderLine)
    table = query_one("#oit-table", OitTable)
    detail = query_one("#oit-detail", OitDetail)
    nothing = query_one("#oit-nothing", Static)
    prompt_label = query_one("#oit-prompt-label", Static)
    answer = query_one("#oit-input", ThaiInput)

    def __init__(self, desk: MeetingDesk, start: str = "") -> None:
        """Show the list of a desk's meeting; `start` is the code to stand on, else the first untouched item."""
        super().__init__()
        self._desk = desk
        self._start = start
        self._rows: tuple[Row, ...] = ()
        self._shown: frozenset[str] | None = None
        self._asked: tuple[str, Field] | None = None

    @property
    def place(self) -> str:
        """Return the code to come back to; empty where nothing is listed."""
        return self.table.code or self._start

    def compose(self) -> ComposeResult:
        yield HeaderLine(id="oit-header")
        yield OitTable(id="oit-table")
        yield Static(id="oit-nothing")
        yield OitDetail(id="oit-detail")
        with HorizontalGroup(id="oit-prompt"):
            yield Static(id="oit-prompt-label")
            yield ThaiInput(id="oit-input", compact=True, disabled=True)
            yield Static("Enter เก็บ · Esc ยกเลิก", id="oit-prompt-hint")
        yield KeysFooter()

    def on_mount(self) -> None:
        self._show()
        start = self._start or next((row.code for row in self._rows if not row.settled), "")
        self.table.move_to(start)
        self.detail.show(self.table.row)

    # --- showing ----------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show the list as the desk knows it now."""
        try:
            self._rows = rows_of_desk(self._desk)
        except ItaError as error:
            self._rows = ()
            self._show_nothing(error.message, error.hint)
            return
        lines = lines_of(self._desk.oit.catalogue, self._rows, self._shown)
        self._show_header()
        self.table.show(lines, thai_digits(f"ผลการดำเนินงานปี {self._desk.oit.follow_up.follow_up_year}"))
        self.detail.show(self.table.row)
        if lines and self.has_class("-empty"):
            self.remove_class("-empty")
            self.table.focus()
        elif not lines:
            self._show_nothing("ทุกข้อดำเนินการแล้ว ไม่มีข้อที่ค้าง", "กด O เพื่อแสดงทุกข้อ หรือ Esc เพื่อกลับห้องประชุม")

    def _show_nothing(self, what: str, hint: str) -> None:
        if not self._rows:
            self.header.left = "ติดตาม OIT"
        self.nothing.update(Content(f"{what}\n\n{hint}"))
        self.add_class("-empty")

    def _show_header(self) -> None:
        follow_up = self._desk.oit.follow_up
        title = f"ติดตาม OIT ปี {follow_up.follow_up_year} (บัญชีรายการ {follow_up.catalogue_year})"
        complete = sum(row.status.complete for row in self._rows)
        untouched = sum(not row.settled for row in self._rows)
        waiting = f"ยังไม่ทบทวน {untouched} ข้อ" if untouched else "ทบทวนครบทุกข้อ"
        if self._desk.meeting.oit_rows:
            waiting = self._desk.meeting.state.label
        self.header.left = thai_digits(title if self._shown is None else f"เฉพาะที่ค้าง · {title}")
        self.header.right = thai_digits(f"ดำเนินการแล้ว {complete}/{len(self._rows)} · {waiting}")

    @on(OitTable.Moved)
    def tell_the_row(self) -> None:
        """Tell the row under the cursor in words."""
        self.detail.show(self.table.row)

    # --- keys -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what works here: nothing to mark in an empty place."""
        del parameters
        if action in ("as_reported", "mark", "rest_of_group", "note", "due"):
            return self.is_mounted and bool(self.table.code) and self._asked is None
        if action == "only_open":
            return bool(self._rows) and self._asked is None
        return True

    def on_key(self, event: events.Key) -> None:
        """Take digits in every writing: Thai ones, and those that lie at a digit's place on a Thai keyboard."""
        digit = digit_of(event.key, event.character)
        if self._asked is None and digit is not None and digit < len(_BY_DIGIT) and self.table.code:
            event.stop()
            event.prevent_default()
            self.action_mark(_BY_DIGIT[digit].value)

    def action_mark(self, status: str) -> None:
        """Settle the item at a status and go on to the next."""
        self._settle(lambda: self._desk.oit.give(self.table.code, Status(status)))

    def action_as_reported(self) -> None:
        """Confirm the item as its division reported it and go on to the next."""
        self._settle(lambda: self._desk.oit.as_reported(self.table.code))

    def _settle(self, act: Callable[[], object]) -> None:
        if attempt(self.app, act):
            self._show()
            self.table.action_step(1)

    def action_rest_of_group(self) -> None:
        """Confirm what is untouched in the group as reported and go to what still waits for the room."""
        attempt(self.app, self._settle_group)

    def _settle_group(self) -> None:
        code = self.table.code
        if not self._desk.oit.rest_of_group(code):
            raise RuleBroken("ไม่มีข้อที่ยืนยันตามรายงานได้ในกลุ่มนี้", "ข้อที่ไม่มีรายงาน ให้เลือกสถานะด้วยปุ่ม 1 ถึง 6")
        self._show()
        self.table.move_to(self._next_untouched(code))

    def _next_untouched(self, code: str) -> str:
        """Return the first untouched item from the start of a code's group on, or the code itself."""
        group = next(row.group for row in self._rows if row.code == code)
        start = next(index for index, row in enumerate(self._rows) if row.group == group)
        return next((row.code for row in self._rows[start:] if not row.settled), code)

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Take back the last confirmed act of the meeting."""
        if await cast("ItaApp", self.app).undo(self._desk.meeting.head.id):
            self._show()

    def action_only_open(self) -> None:
        """Show only what is open now, or all again; a row marked meanwhile stays in sight."""
        self._shown = None if self._shown is not None else frozenset(
            row.code for row in self._rows if not row.status.complete
        )
        self._show()
        self.refresh_bindings()

    def action_back(self) -> None:
        """Leave the line being typed, or the screen."""
        if self._asked is not None:
            self._stop_asking()
        else:
            self.dismiss(self.place)

    # --- note and due -----------------------------------------------------------------------------------

    def action_note(self) -> None:
        """Ask for the note of the item."""
        attempt(self.app, lambda: self._ask("note"))

    def action_due(self) -> None:
        """Ask by when the item is due."""
        attempt(self.app, lambda: self._ask("due"))

    def _ask(self, field: Field) -> None:
        row = self.table.row
        if row is None:
            return
        if self._desk.meeting.oit_rows:
            raise RuleBroken("เลิกประชุมแล้ว ตาราง OIT ของการประชุมนี้เปลี่ยนไม่ได้", "แก้ไขได้ในการประชุมครั้งต่อไป")
        self._asked = (row.code, field)
        self.prompt_label.update(Content(f"{_FIELD_LABELS[field]} {row.shown_code}"))
        self.answer.disabled = False
        self.answer.value = row.note if field == "note" else row.due
        self.answer.cursor_position = len(self.answer.value)
        self.add_class("-asking")
        self.answer.focus()
        self.refresh_bindings()

    @on(Input.Submitted, "#oit-input")
    def keep_answer(self, event: Input.Submitted) -> None:
        """Keep the line; a refusal leaves it as it is."""
        event.stop()
        if self._asked is None:
            return
        code, field = self._asked
        keep = self._desk.oit.note if field == "note" else self._desk.oit.give_due
        if attempt(self.app, lambda: keep(code, event.value)):
            self._show()
            self._stop_asking()

    def _stop_asking(self) -> None:
        self._asked = None
        self.remove_class("-asking")
        self.table.focus()
        self.answer.disabled = True
        self.refresh_bindings()
