"""What the meeting room says around the record: the header, the line of the item, the frame of the editor."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from ita_tui.domain.agenda import AgendaItem, nothing_to_approve
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import GOING_ON, MeetingState
from ita_tui.domain.record import marks_among
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.offers import Offers
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.ui.words import meeting_title, progress_words, quorum_words


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in the header, and whether it is alarming."""

    left: str
    short: str
    """In the place of `left` where that does not fit."""
    right: str
    trouble: bool


def header_of(desk: MeetingDesk, saving: str, *, narrow: bool) -> Header:
    """Return the meeting's title, and quorum, marks, time gone and what is saved, fewer of them on a narrow screen."""
    meeting = desk.meeting
    parts = [quorum_words(meeting.quorum, short=narrow)] if meeting.roster else []
    marks = marks_among(meeting.entries)
    parts.extend([thai_digits(f"ตามต่อ {marks}")] if marks else [])
    if not narrow or meeting.state is not MeetingState.LIVE:
        parts.append(progress_words(meeting, desk.now()))
    right = " · ".join([*parts, *([saving] if saving else [])])
    broken = meeting.state in GOING_ON and not meeting.quorum.met
    return Header(meeting_title(desk, short=narrow), meeting_title(desk, short=True), right, broken)


def item_line(desk: MeetingDesk, item_id: str) -> Content:
    """Return where we are on the agenda, in one line."""
    stops = desk.stops
    at = [item.id for _, item in stops].index(item_id)
    number, item = stops[at]
    around = [f"ก่อนหน้า {stops[at - 1][0]}"] if at else []
    around += [f"ถัดไป {stops[at + 1][0]}", f"เหลือ {len(stops) - at - 1} วาระ"] if at + 1 < len(stops) else []
    return Content.assemble(
        Content.styled(thai_digits_in_text(f"{number} {item.title}"), "bold"),
        Content.styled(thai_digits("   " + " · ".join(around)), "$text-muted"),
    )


def editor_title(desk: MeetingDesk, pen: Pen) -> Content:
    """Return who speaks, and whether an earlier statement is being changed."""
    if desk.meeting.state is MeetingState.PLANNED:
        return Content("ยังไม่ได้เปิดประชุม กด F9")
    if desk.meeting.state is MeetingState.FINAL:
        return Content("ลงนามแล้ว กด F8 เพื่อดูเอกสารหรือเปิดแก้ไขย้อนหลัง")
    label, role = desk.speaker_lines(pen.speaker)
    told = "" if not pen.is_new else "ออกจากที่ประชุมแล้ว กด F2" if pen.speaker_left else ""
    return Content(" · ".join(part for part in (label, role, told or ("" if pen.is_new else "แก้ไขข้อความเดิม")) if part))


def offered(pen: Pen, offers: Offers, text: str) -> str:
    """Return what Tab would bring, or which of how many it brought."""
    at, total = offers.place(text)
    if at:
        return thai_digits(f"ข้อความถัดไป ({at}/{total})")
    waiting = len(pen.waiting())
    return thai_digits(f"คำกล่าวเตรียมไว้ {waiting} เรื่อง") if waiting else "สูตรคำกล่าว"


def when_empty(meeting: Meeting, item: AgendaItem) -> str:
    """Return what to do at an item where nothing is written down yet."""
    state = meeting.state
    if state is MeetingState.PLANNED:
        return "ยังไม่ได้เปิดประชุม\nกด F9 เพื่อลงชื่อผู้มาประชุมและเปิดประชุม"
    if state is MeetingState.FINAL:
        return "ไม่มีข้อความในวาระนี้"
    if nothing_to_approve(meeting.agenda, item):
        return "การประชุมครั้งแรก ไม่มีรายงานการประชุมให้รับรอง\nกด Tab นำคำกล่าวมาใช้ หรือกด F6 ไปวาระถัดไป"
    return "ยังไม่มีข้อความในวาระนี้\nพิมพ์คำกล่าวได้เลย หรือกด F2 เลือกผู้พูด กด F3 บันทึกมติ"
