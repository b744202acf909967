"""How the people of a meeting stand in lists: a mark, the title, the role, and when they came and went."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from ita_tui.domain.committee import Role, Seat
from ita_tui.domain.roster import RosterEntry
from ita_tui.secretary.meeting.roster_draft import times_text
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
    role = instead_of(entry) if presides and Role.CHAIR in entry.roles else whom_for(entry)
    left = Content.assemble(mark, entry.title, "  ", chair, Content.styled(role, "$text-muted"))
    told = Content(presence_words(entry)).truncate(_TIMES, ellipsis=True) if known else Content("")
    right = told if entry.movements else told.stylize("$warning")
    wide = _WIDTH - (_TIMES if right.cell_length else 0)
    line = Content.assemble(left.truncate(wide - 1, ellipsis=True).truncate(wide, pad=True), right)
    return Row(entry.id, line, sought_in(entry), likely=not here)


def instead_of(entry: RosterEntry) -> str:
    """Return for whom a stand-in came, or in which post somebody acts; empty for neither."""
    return f"แทน{entry.name or entry.position}" if entry.stand_in else entry.acting


def whom_for(entry: RosterEntry) -> str:
    """Return what somebody sits there as: for whom, or in which post, and the role."""
    return " · ".join(part for part in (instead_of(entry), entry.role_label) if part)


def sought_in(entry: RosterEntry) -> tuple[str, ...]:
    """Return what letters find somebody by."""
    return (entry.title, entry.name, entry.position, entry.role_label, entry.acting)


def seat_row(seat: Seat) -> Row:
    """Return the line of a seat that nobody fills."""
    return Row(seat.id, Content(f"– {seat.post}  {seat.role.label} (ว่าง)"), (seat.post, seat.role.label), enabled=False)


def presence_words(entry: RosterEntry) -> str:
    """Return the last two comings and goings, or that and why somebody did not come; empty for one here all along."""
    if entry.movements:
        return times_text(entry.movements[-2:])
    return "" if entry.present else f"ไม่มา {entry.reason}" if entry.reason else "ยังไม่มา"


def last_movement(entry: RosterEntry) -> str:
    """Return the last coming or going of somebody who moved, e.g. ออก ๑๐.๒๐."""
    return times_text(entry.movements[-1:])
