"""How the people of a meeting stand in lists: a mark, the title, the role, and when they came and went."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from ita_tui.domain.committee import Seat
from ita_tui.domain.roster import Movement, RosterEntry
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.widgets.filter_list import Row

_WIDTH, _TIMES = 68, 26
"""Cells of a line, and of its part for times or a reason."""

REASONS = ("ติดราชการ", "ไปราชการ", "ติดภารกิจอื่น", "ลาป่วย", "ลากิจ", "ลาพักผ่อน")
"""Usual reasons for being absent."""

_ACTING = ("รักษาการแทน", "รักษาราชการแทน", "รักษาการในตำแหน่ง", "ปฏิบัติราชการแทน")


def acting_forms(posts: Iterable[str], own: str) -> list[str]:
    """Return every form of acting in each of the posts but the person's own."""
    return [f"{form}{post}" for post in dict.fromkeys(posts) if post != own for form in _ACTING]


def roster_row(entry: RosterEntry, *, presides: bool = False, known: bool) -> Row:
    """Return a person's line; who is here is not known before the opening."""
    here = entry.here and known
    mark = Content.styled("● ", "$success") if here else Content.styled("○ ", "$text-muted")
    chair = Content.styled("ประธานในที่ประชุม ", "$accent") if presides else Content("")
    left = Content.assemble(mark, entry.title, "  ", chair, Content.styled(whom_for(entry), "$text-muted"))
    right = times_of(entry) if known else Content("")
    wide = _WIDTH - (_TIMES if right.cell_length else 0)
    line = Content.assemble(left.truncate(wide - 1, ellipsis=True).truncate(wide, pad=True), right)
    return Row(entry.id, line, sought_in(entry), likely=not here)


def whom_for(entry: RosterEntry) -> str:
    """Return what somebody sits there as: for whom a stand-in came, the acting post, and the role."""
    instead = f"แทน{entry.name or entry.position}" if entry.stand_in else entry.acting
    return f"{instead} · {entry.role_label}" if instead else entry.role_label


def sought_in(entry: RosterEntry) -> tuple[str, ...]:
    """Return what letters find somebody by."""
    return (entry.title, entry.name, entry.position, entry.role_label, entry.acting)


def seat_row(seat: Seat) -> Row:
    """Return the line of a seat that nobody fills."""
    return Row(seat.id, Content(f"– {seat.post}  {seat.role.label} (ว่าง)"), (seat.post, seat.role.label), enabled=False)


def times_of(entry: RosterEntry) -> Content:
    """Return the last two comings and goings, or that and why somebody did not come."""
    if entry.movements:
        return Content(" · ".join(map(_movement, entry.movements[-2:])))
    if entry.present:
        return Content("")
    words = Content(f"ไม่มา {entry.reason}" if entry.reason else "ยังไม่มา")
    return words.truncate(_TIMES, ellipsis=True).stylize("$warning")


def last_movement(entry: RosterEntry) -> str:
    """Return the last coming or going of somebody who moved, e.g. ออก ๑๐.๒๐."""
    return _movement(entry.movements[-1])


def _movement(each: Movement) -> str:
    return thai_digits(f"{'เข้า' if each.came else 'ออก'} {each.at:%H.%M}")
