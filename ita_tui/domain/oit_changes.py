"""What an item's history tells: how it stood at the last meeting, what was reported since, and what changed."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from ita_tui.domain.oit import FollowUpEntry, Status, StatusChange, StatusReport


class Shift(StrEnum):
    """How a status differs from an earlier one."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    FIRST = "first"
    """There was none before."""
    OTHER = "other"
    """Neither better nor worse: both done, or there is none any more."""

    @property
    def label(self) -> str:
        """Return the Thai wording."""
        return _SHIFT_LABELS[self]


_SHIFT_LABELS = {
    Shift.BETTER: "ดีขึ้น",
    Shift.WORSE: "ถอยลง",
    Shift.SAME: "เท่าเดิม",
    Shift.FIRST: "มีสถานะเป็นครั้งแรก",
    Shift.OTHER: "เปลี่ยนสถานะ",
}

_RANKS = {
    Status.DONE: 5, Status.DONE_CURRENT: 5, Status.PARTIAL: 4, Status.IN_PROGRESS: 3, Status.WAITING: 2,
    Status.NOT_STARTED: 1,
}  # fmt: skip
"""How far along a status is, in the order of its keys; both kinds of done are equally far."""


def shift_between(before: Status, now: Status) -> Shift:
    """Return how a status differs from an earlier one."""
    if before is now:
        return Shift.SAME
    if before is Status.UNSET:
        return Shift.FIRST
    if now is Status.UNSET or _RANKS[before] == _RANKS[now]:
        return Shift.OTHER
    return Shift.BETTER if _RANKS[now] > _RANKS[before] else Shift.WORSE


def settled_in(entry: FollowUpEntry, meeting_id: str) -> bool:
    """Tell whether a meeting settled the item."""
    return any(isinstance(change, StatusChange) and change.meeting_id == meeting_id for change in entry.history)


def settled_before(entry: FollowUpEntry, meeting_id: str) -> StatusChange | None:
    """Return what was settled last before a meeting first settled the item; None where nothing was.

    For a meeting that did not settle it, that is what was settled last of all.
    """
    before: StatusChange | None = None
    for change in entry.history:
        if isinstance(change, StatusChange):
            if change.meeting_id == meeting_id:
                return before
            before = change
    return before


def report_for(entry: FollowUpEntry, meeting_id: str) -> StatusReport | None:
    """Return what the division last reported for a meeting; None where it did not, or took it back.

    A report is for the meeting that settles the item next: once another one has, it is used up.
    """
    for change in reversed(entry.history):
        if isinstance(change, StatusReport):
            return change if change.status is not Status.UNSET else None
        if isinstance(change, StatusChange) and change.meeting_id != meeting_id:
            return None
    return None


def until_settled_in(entry: FollowUpEntry, meeting_id: str) -> FollowUpEntry:
    """Return an entry without what its history tells of after a meeting settled it last."""
    own = [
        place for place, change in enumerate(entry.history, start=1)
        if isinstance(change, StatusChange) and change.meeting_id == meeting_id
    ]
    return replace(entry, history=entry.history[: own[-1]]) if own else entry
