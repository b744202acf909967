"""Taking back one act on an item of the follow-up list: field by field, so that what came in since stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from ita_tui.domain.oit import FollowUpEntry, ItemChange, NoteChange, StatusChange


class ItemField(StrEnum):
    """What of an item an act can change."""

    STATUS = "status"
    NOTE = "note"
    DIVISION = "division_id"
    DUE = "due"
    EVIDENCE = "evidence"

    @property
    def label(self) -> str:
        """Return the Thai name."""
        return _LABELS[self]


_LABELS = {
    ItemField.STATUS: "สถานะ",
    ItemField.NOTE: "หมายเหตุ",
    ItemField.DIVISION: "ส่วนราชการที่รับผิดชอบ",
    ItemField.DUE: "กำหนด",
    ItemField.EVIDENCE: "หลักฐาน",
}


def taken_back(
    now: FollowUpEntry, before: FollowUpEntry, after: FollowUpEntry
) -> tuple[FollowUpEntry, tuple[ItemField, ...]]:
    """Return the item as it would stand had one act not happened, and the fields that stay since another changed them.

    `before` and `after` are how that act found and left the item. Its own lines leave the history; all others stay.
    """
    if now == after:
        return before, ()
    since = _without(now.history, after.history)
    own = _without(after.history, before.history)
    wanted: dict[ItemField, bool] = {}
    if (before.status, before.wording) != (after.status, after.wording) or _holds(own, StatusChange):
        untouched = (now.status, now.wording) == (after.status, after.wording)
        wanted[ItemField.STATUS] = untouched and not _holds(since, StatusChange)
    if before.note != after.note:
        wanted[ItemField.NOTE] = now.note == after.note and not _holds(since, NoteChange)
    for field in (ItemField.DIVISION, ItemField.DUE, ItemField.EVIDENCE):
        if getattr(before, field) != getattr(after, field):
            wanted[field] = getattr(now, field) == getattr(after, field)
    values = {field.value: getattr(before, field) for field, free in wanted.items() if free}
    if wanted.get(ItemField.STATUS):
        values["wording"] = before.wording
    entry = replace(now, history=_without(now.history, _told_by(own)), **values)
    return entry, tuple(field for field, free in wanted.items() if not free)


def _told_by(own: Iterable[ItemChange]) -> list[ItemChange]:
    """Return the lines that tell of the act itself, not those of what stood before it, which have no time."""
    return [change for change in own if change.at]


def _holds(changes: Iterable[ItemChange], kind: type[ItemChange]) -> bool:
    return any(isinstance(change, kind) for change in changes)


def _without(changes: Iterable[ItemChange], others: Iterable[ItemChange]) -> tuple[ItemChange, ...]:
    """Return changes without those of `others`, each taken out once."""
    left = list(changes)
    for each in others:
        if each in left:
            left.remove(each)
    return tuple(left)
