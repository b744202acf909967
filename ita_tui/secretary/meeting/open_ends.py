"""What is still open as a meeting is about to adjourn: named once, so that nothing is found open by somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ita_tui.domain.record import FOLLOW_MARK, marks_among
from ita_tui.domain.resolutions import Resolution, outvoted
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.thai.digits import thai_digits, thai_digits_in_text


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """Something that is still open, and what it is open about."""

    words: str
    items: tuple[str, ...] = ()


def open_ends(desk: MeetingDesk) -> tuple[OpenEnd, ...]:
    """Return what is still open.

    Items without words, undecided ones, resolutions that their votes contradict, marks, and OIT items untouched, by
    code and name.
    """
    return (*_of_agenda(desk), *_of_votes(desk), *_of_marks(desk), *_of_oit(desk))


def _of_agenda(desk: MeetingDesk) -> Iterator[OpenEnd]:
    silent = desk.meeting.silent()
    numbers = ", ".join(number for number, item in desk.stops if item in silent)
    if numbers:
        yield OpenEnd(thai_digits(f"วาระที่ยังไม่มีข้อความ: {numbers}"))
    for item in desk.meeting.undecided():
        yield OpenEnd(thai_digits_in_text(f"วาระ “{item.title}” ยังไม่มีมติ"))


def _of_votes(desk: MeetingDesk) -> Iterator[OpenEnd]:
    numbers = {item.id: number for number, item in desk.numbered}
    for each in desk.meeting.entries:
        if isinstance(each, Resolution) and outvoted(each.kind, each.votes):
            where = f"วาระ {numbers[each.item_id]} มติ “{each.text}”"
            yield OpenEnd(thai_digits_in_text(f"{where} ไม่ตรงกับคะแนนเสียงข้างมาก"))


def _of_marks(desk: MeetingDesk) -> Iterator[OpenEnd]:
    marks = marks_among(desk.meeting.entries)
    if marks:
        yield OpenEnd(thai_digits(f"{FOLLOW_MARK} ค้างอยู่ {marks} แห่ง กด Ctrl+L เพื่อเขียนต่อ"))


def _of_oit(desk: MeetingDesk) -> Iterator[OpenEnd]:
    untouched = set(desk.oit.untouched())
    named = [thai_digits_in_text(f"{row.code} {row.name}") for row in desk.oit.rows() if row.code in untouched]
    if named:
        yield OpenEnd(thai_digits(f"OIT ยังไม่ได้ทบทวน {len(named)} ข้อ"), tuple(named))
