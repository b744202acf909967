"""Who was present as the meeting resolved: kept with each resolution, and following who came and went when.

Whoever's comings and goings stay as they were was present where they were. So was, within one minute, whoever came or
went in it: times are told in minutes, and what was written down first happened first.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace

from ita_tui.domain.meeting import Meeting
from ita_tui.domain.record import Resolution
from ita_tui.domain.roster import RosterEntry, in_one_minute
from ita_tui.errors import ItaError, RuleBroken
from ita_tui.thai.dates import clock


def with_roster(meeting: Meeting, roster: tuple[RosterEntry, ...]) -> Meeting:
    """Return the meeting with another roster, and its resolutions with those of it who were present.

    Raises RuleBroken where a vote or a dissent would then be that of somebody who was not there.
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
        check_resolutions(meeting, after)
    return after


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


def check_resolutions(before: Meeting, after: Meeting) -> None:
    """Raise RuleBroken for a resolution that could be resolved by who was there before and cannot by who is now.

    `after` has the same resolutions as `before`, in the same order.
    """
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
