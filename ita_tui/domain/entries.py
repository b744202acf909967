"""Putting the record in order: entries move, are split, joined, and put back as they were."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from ita_tui.domain.meeting import Meeting
from ita_tui.domain.midnight import in_session
from ita_tui.domain.presence import present_at
from ita_tui.domain.record import Block, Entry, Statement
from ita_tui.domain.resolutions import Resolution
from ita_tui.errors import RuleBroken


def moved_by_one(meeting: Meeting, entry_id: str, *, upwards: bool) -> Meeting:
    """Return the meeting with an entry one place up or down; past the edge of its item it goes on in the next item.

    Its time goes with it. Raises RuleBroken at the very beginning and the very end of the agenda.
    """
    meeting.check_editable()
    entry = meeting.entry(entry_id)
    own = meeting.entries_of(entry.item_id)
    there = own.index(entry) + (-1 if upwards else 1)
    if 0 <= there < len(own):
        return _placed(meeting, entry, own[there].id, after=not upwards)
    stops = [item.id for _, item in meeting.stops]
    at = stops.index(entry.item_id) + (-1 if upwards else 1)
    if not 0 <= at < len(stops):
        raise RuleBroken("ย้ายต่อไปอีกไม่ได้", "ข้อความอยู่ที่วาระแรกหรือวาระสุดท้ายแล้ว")
    return moved_to(meeting, entry_id, stops[at], first=not upwards)


def moved_among_resolutions(meeting: Meeting, entry_id: str, *, upwards: bool) -> Meeting:
    """Return the meeting with a resolution before or after its neighbour among the resolutions of its item.

    Raises RuleBroken for the first one upwards and the last one downwards.
    """
    meeting.check_editable()
    entry = meeting.entry(entry_id)
    own = [each for each in meeting.entries_of(entry.item_id) if isinstance(each, Resolution)]
    there = [each.id for each in own].index(entry_id) + (-1 if upwards else 1)
    if not 0 <= there < len(own):
        raise RuleBroken("ย้ายต่อไปอีกไม่ได้", "มติอยู่ลำดับแรกหรือลำดับสุดท้ายของวาระแล้ว")
    return _placed(meeting, entry, own[there].id, after=not upwards)


def moved_to(meeting: Meeting, entry_id: str, item_id: str, *, first: bool = False) -> Meeting:
    """Return the meeting with an entry at the beginning or the end of an item; raise NotFound."""
    meeting.check_editable()
    entry = meeting.entry(entry_id)
    others = [each for each in meeting.entries_of(item_id) if each.id != entry_id]
    there = replace(entry, item_id=item_id)
    if first and others:
        return _placed(meeting, there, others[0].id, after=False)
    rest = tuple(each for each in meeting.entries if each.id != entry_id)
    return replace(meeting, entries=rest).with_entry(there)


def split(meeting: Meeting, statement_id: str, kept: tuple[Block, ...], rest: Statement) -> Meeting:
    """Return the meeting with a statement that keeps some of its blocks and another one after it for the rest.

    Raises RuleBroken where either of the two would be empty, and for a statement that holds a table.
    """
    old = meeting.entry(statement_id)
    if not _is_prose(old) or not kept or not rest.blocks:
        raise RuleBroken("แยกตรงนี้ไม่ได้ เพราะจะเหลือข้อความว่าง", "วางเคอร์เซอร์ไว้กลางข้อความ")
    first = replace(old, blocks=kept, revision=old.revision + 1)
    return _placed(meeting.with_entry(first).with_entry(rest), rest, statement_id, after=True)


def joined(meeting: Meeting, statement_id: str) -> tuple[Meeting, str]:
    """Return the meeting with a statement's words at the end of the one before it in the item, and that one's id.

    Raises RuleBroken where no statement stands right before it, or where one of the two holds a table.
    """
    meeting.check_editable()
    own = meeting.entries_of(meeting.entry(statement_id).item_id)
    at = [entry.id for entry in own].index(statement_id)
    first, second = own[at - 1] if at else None, own[at]
    if not _is_prose(first) or not _is_prose(second):
        raise RuleBroken("ไม่มีคำกล่าวก่อนหน้าที่จะรวมด้วย", "รวมได้กับคำกล่าวที่อยู่ติดกันด้านบน")
    whole = replace(first, blocks=(*first.blocks, *second.blocks), revision=first.revision + 1)
    return meeting.with_entry(whole).without_entry(statement_id), first.id


def _is_prose(entry: Entry | None) -> TypeGuard[Statement]:
    return isinstance(entry, Statement) and entry.is_prose


def put_back(meeting: Meeting, entry: Entry) -> Meeting:
    """Return the meeting with an earlier version of an entry, or with one that was taken out at the end of its item.

    Only what was written comes back: item, time and who was present are those of the entry as it stands, or follow
    from who came and went when. Raises RuleBroken for a second OIT table, and what writing down raises.
    """
    meeting.check_editable()
    standing = next((each for each in meeting.entries if each.id == entry.id), None)
    if standing is None and isinstance(entry, Statement) and entry.has_oit_table and meeting.presented():
        raise RuleBroken("ตาราง OIT อยู่ในบันทึกแล้ว", "ตารางนั้นแสดงสถานะล่าสุดอยู่เสมอ")
    if standing is not None:
        back = replace(entry, item_id=standing.item_id, at=standing.at, revision=standing.revision + 1)
    else:
        at = in_session(entry.at.time(), meeting.opened_at) if meeting.opened_at else entry.at
        back = replace(entry, at=at, revision=entry.revision + 1)
    if isinstance(back, Resolution):
        own = standing.present if isinstance(standing, Resolution) else present_at(meeting, back)
        back = replace(back, present=own)
    return meeting.with_entry(back)


def _placed(meeting: Meeting, entry: Entry, neighbour_id: str, *, after: bool) -> Meeting:
    rest = [each for each in meeting.entries if each.id != entry.id]
    at = [each.id for each in rest].index(neighbour_id) + after
    return replace(meeting, entries=(*rest[:at], entry, *rest[at:]))
