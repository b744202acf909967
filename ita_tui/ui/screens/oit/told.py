"""How the OIT items of a meeting are told on the screen: rows and headings of the table, the card, the header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from ita_tui.domain.oit import Catalogue, ItemChange, NoteChange, Status, StatusChange
from ita_tui.domain.oit_changes import Shift
from ita_tui.errors import NotFound
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.oit.items import ReviewItem
from ita_tui.secretary.oit.review import OitReview
from ita_tui.thai.dates import clock, short_date
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.widgets.oit.card import Card, Told
from ita_tui.ui.widgets.oit.lines import MARKS, SHIFT_MARKS, UNTOUCHED, Heading, Line, Look, Row, look_of


def rows_of_desk(desk: MeetingDesk) -> tuple[Row, ...]:
    """Return every item of the meeting's list as the meeting sees it.

    Raises RuleBroken where the meeting has no list, NotFound where its items are missing.
    """
    review = desk.oit
    items = review.items()
    if not items:
        raise NotFound(
            f"บัญชีรายการ OIT ปี {thai_digits(str(review.catalogue.year))} ยังไม่มีข้อ", "นำเข้าบัญชีรายการของปีนั้นก่อน"
        )
    numbers: dict[str, str] = {}
    return tuple(_row(review, item, numbers) for item in items)


def _row(review: OitReview, item: ReviewItem, numbers: dict[str, str]) -> Row:
    row = item.row
    last = item.last.meeting_id if item.last else ""
    if last not in numbers:
        numbers[last] = meeting_words(review, last)
    status, text = row.status, row.text
    if review.reporting:
        status = item.report.status if item.report else Status.UNSET
        text = status.label
    shift = item.shift(reporting=review.reporting)
    return Row(
        row.code, row.name, row.group, item.before, status, text, shift is not None, shift,
        _told(review, shift), numbers[last],
        item.report.status if item.report else None, row.division, row.due, item.entry.note, len(item.entry.evidence),
    )


def _told(review: OitReview, shift: Shift | None) -> str:
    """Return in words what was done about an item."""
    if shift is None:
        return f"{UNTOUCHED} ยังไม่มีรายงาน" if review.reporting else f"{UNTOUCHED} ยังไม่ทบทวนในการประชุมนี้"
    return f"{SHIFT_MARKS[shift]} {shift.label} · {'รายงานแล้ว' if review.reporting else 'ทบทวนแล้ว'}"


def meeting_words(review: OitReview, meeting_id: str) -> str:
    """Return how a meeting is called, e.g. ครั้งที่ ๑/๒๕๖๖; empty for none, or one that is not known."""
    number = review.meeting_number(meeting_id) if meeting_id else ""
    return thai_digits(f"ครั้งที่ {number}") if number else ""


def lines_of(
    catalogue: Catalogue, rows: Iterable[Row], shown: frozenset[str] | None, *, waits_for: str = "ยังไม่ทบทวน"
) -> tuple[Line, ...]:
    """Return headings and rows in the catalogue's order; `shown` holds the codes to show, None shows all.

    A heading counts all rows of its group, also those not shown; `waits_for` is what untouched ones wait for.
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
            lines += [Heading(code, names.get(code, ""), complete, len(own), untouched, waits_for), *visible]
    return tuple(lines)


def card_of(desk: MeetingDesk, row: Row, rows: Sequence[Row]) -> Card:
    """Return all that is known of a row's item."""
    review = desk.oit
    item = review.item(row.code)
    group = next((each for each in review.catalogue.groups if each.code == row.group), None)
    place = [each.code for each in rows].index(row.code) + 1
    score_year = desk.meeting.oit.score_year if desk.meeting.oit else ""
    before = moment_words(item.last.at) if item.last else ""
    return Card(
        row, thai_digits(f"{group.code} {group.name}") if group else "", thai_digits(f"ข้อที่ {place} จาก {len(rows)}"),
        thai_digits(f"คะแนนปี {score_year}"), thai_digits(item.row.score), before,
        f"{item.report.by} {moment_words(item.report.at)}".strip() if item.report else "",
        tuple((each.url, each.explanation) for each in item.entry.evidence),
        tuple(told_change(review, change) for change in review.versions(row.code)),
    )


def told_change(review: OitReview, change: ItemChange) -> Told:
    """Return when, where and what a change of an item's history was."""
    when = moment_words(change.at)
    if isinstance(change, StatusChange):
        where = meeting_words(review, change.meeting_id) or "นอกการประชุม"
        return Told(when, where, f"{MARKS[change.status]} {change.wording}", look_of(change.status))
    if isinstance(change, NoteChange):
        where = meeting_words(review, change.meeting_id) or "นอกการประชุม"
        return Told(when, where, f"หมายเหตุ: {change.note}" if change.note else "ลบหมายเหตุ")
    by = f"รายงานโดย{change.by}" if change.by else "รายงาน"
    if change.status is Status.UNSET:
        return Told(when, by, "ถอนรายงาน", Look.UNSET)
    return Told(when, by, f"{MARKS[change.status]} {change.status.label}", look_of(change.status))


def moment_words(at: str) -> str:
    """Return a stamp (ISO with offset) as day and time, or that there is none."""
    if not at:
        return "ไม่ทราบเวลา"
    moment = datetime.fromisoformat(at)
    return f"{short_date(moment.date())} {clock(moment.time())}"


def header_words(desk: MeetingDesk, rows: Sequence[Row], *, only_open: bool) -> tuple[str, str, str]:
    """Return what the header says: whose words are filled in, the same in short, and how far that is."""
    follow_up, touched = desk.oit.follow_up, sum(row.settled for row in rows)
    short = f"OIT ปี {follow_up.follow_up_year}"
    title = f"ติดตาม {short} (บัญชีรายการ {follow_up.catalogue_year})"
    complete = sum(row.status.complete for row in rows)
    state = f"ยังไม่ทบทวน {len(rows) - touched} ข้อ" if touched < len(rows) else "ทบทวนครบทุกข้อ"
    right = f"ดำเนินการแล้ว {complete}/{len(rows)} · {desk.meeting.state.label if desk.oit.frozen else state}"
    if desk.oit.reporting:
        title, short = "ก่อนประชุม: กรอกรายงานของส่วนราชการ ยังไม่ใช่มติ", "ก่อนประชุม ยังไม่ใช่มติ"
        right = f"มีรายงานแล้ว {touched}/{len(rows)} ข้อ"
    only = "เฉพาะที่ค้าง · " if only_open else ""
    return thai_digits(only + title), thai_digits(only + short), thai_digits(right)


def changed_words(rows: Iterable[Row]) -> str:
    """Return how many items stand otherwise than at the meeting before, and which way."""
    shifts = [row.shift for row in rows if row.shift not in (None, Shift.SAME)]
    ways = [f"{SHIFT_MARKS[way]} {shifts.count(way)}" for way in Shift if way in shifts]
    return thai_digits(" ".join([f"เปลี่ยนจากครั้งก่อน {len(shifts)} ข้อ", *ways]))


def now_title(desk: MeetingDesk) -> str:
    """Return the head of the column with the statuses."""
    if desk.oit.reporting:
        return "สถานะที่รายงาน"
    return thai_digits(f"ผลการดำเนินงานปี {desk.oit.follow_up.follow_up_year}")
