"""Who was in the room as the meeting resolved, and while they presided: following who came and went when.

Whoever's comings and goings stay as they were was present where they were. So was, within one minute, whoever came or
went in it: times are told in minutes, and what was written down first happened first.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from ita_tui.domain.events import EventKind
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.resolutions import Resolution
from ita_tui.domain.roster import RosterEntry, entry_of, in_one_minute
from ita_tui.errors import ItaError, RuleBroken
from ita_tui.thai.dates import clock


def with_roster(meeting: Meeting, roster: tuple[RosterEntry, ...]) -> Meeting:
    """Return the meeting with another roster, and its resolutions with those of it who were present.

    Raises RuleBroken where a vote or a dissent would then be that of somebody who was not there, or where somebody
    would have presided while away.
    """
    before = {entry.id: (entry.present, entry.movements) for entry in meeting.roster}
    moved = [entry for entry in roster if before.get(entry.id) != (entry.present, entry.movements)]
    gone = before.keys() - {entry.id for entry in roster}
    after = replace(meeting, roster=roster)
    if moved or gone:
        after = replace(after, entries=tuple(
            _with_present(after, each, moved, gone) if isinstance(each, Resolution) else each
            for each in meeting.entries
        ))  # fmt: skip
        check_still_true(meeting, after)
    return after


def check_still_true(before: Meeting, after: Meeting) -> None:
    """Raise RuleBroken where the record was true of who was in the room before and would not be any more.

    `after` has the same resolutions as `before`, in the same order.
    """
    _check_resolutions(before, after)
    away = _presided_while_away(after)
    if away is not None and _presided_while_away(before) is None:
        raise RuleBroken(
            f"{away.title} จะเป็นประธานในที่ประชุมขณะไม่ได้อยู่ในที่ประชุม", "เปลี่ยนผู้ทำหน้าที่ประธานก่อน หรือตรวจสอบเวลาที่กรอก"
        )


def present_at(meeting: Meeting, resolution: Resolution) -> tuple[str, ...]:
    """Return who was present at a resolution by who came and went when, in the order of the roster."""
    return tuple(entry.id for entry in meeting.roster if _was_here(meeting, entry, resolution))


def _with_present(
    meeting: Meeting, resolution: Resolution, moved: Collection[RosterEntry], gone: Collection[str]
) -> Resolution:
    told = {entry.id for entry in moved} | set(gone)
    present = {each for each in resolution.present if each not in told}
    present |= {entry.id for entry in moved if _was_here(meeting, entry, resolution)}
    if present == set(resolution.present):
        return resolution
    return replace(resolution, present=tuple(entry.id for entry in meeting.roster if entry.id in present))


def _was_here(meeting: Meeting, entry: RosterEntry, resolution: Resolution) -> bool:
    """Tell whether somebody was in the room as the meeting resolved; after its end, whether they stayed to the end."""
    at, opened, ended = resolution.at, meeting.opened_at, meeting.adjourned_at
    if (opened is not None and at < opened) or (ended is not None and at > ended):
        return entry.here
    if any(in_one_minute(movement.at, at) for movement in entry.movements):
        return entry.id in resolution.present
    return entry.here_at(at)


def _check_resolutions(before: Meeting, after: Meeting) -> None:
    for old, new in zip(before.entries, after.entries, strict=True):
        if not isinstance(old, Resolution) or not isinstance(new, Resolution):
            continue
        counted = new.votes is not None or new.dissents
        if counted and not _is_right(after, new) and _is_right(before, old):
            raise RuleBroken(
                f"มติ “{new.text}” เวลา {clock(new.at.time())} มีคะแนนเสียงหรือความเห็นแย้งที่ไม่ตรงกับผู้อยู่ในที่ประชุม",
                "แก้คะแนนเสียงของมตินั้นก่อน หรือตรวจสอบเวลาที่กรอก",
            )


def _is_right(meeting: Meeting, resolution: Resolution) -> bool:
    with suppress(ItaError):
        meeting.check_resolution(resolution)
        return True
    return False


# --- who presided -------------------------------------------------------------------------------------------


def _presided_while_away(meeting: Meeting) -> RosterEntry | None:
    """Return somebody who presided at a time at which they were not in the room; None where nobody did."""
    if meeting.opened_at is None:
        return None
    changes = [event for event in meeting.events if event.kind is EventKind.CHAIR_CHANGED]
    took = [(meeting.opened_at, meeting.presiding_id), *((event.at, event.person_id) for event in changes)]
    ends = [*(event.at for event in changes), meeting.adjourned_at or datetime.max]
    for (start, person_id), end in zip(took, ends, strict=True):
        entry = entry_of(meeting.roster, person_id)
        if not in_one_minute(start, end) and _away_between(entry, start, end):
            return entry
    return None


def _away_between(entry: RosterEntry, start: datetime, end: datetime) -> bool:
    """Tell whether somebody was out between two times; who came or went in their minutes was not."""
    came = any(movement.came and in_one_minute(movement.at, start) for movement in entry.movements)
    went = (
        movement.at for movement in entry.movements
        if not movement.came and start < movement.at < end and not in_one_minute(movement.at, end)
    )
    return not (entry.here_at(start) or came) or any(went)
