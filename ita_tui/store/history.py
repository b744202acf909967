"""What changed, when and in which act: audit rows, in the same file as the rows they tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tinydb import TinyDB, where

from ita_tui.store.records import decode, encode
from ita_tui.store.rows import Row, RowChange

AUDIT: Final = "audit"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One row changed by one confirmed act; rows of one act share its action id."""

    id: str
    seq: int
    """Folder-wide running number: the order of things, whatever the clock said."""
    action_id: str
    at: str
    """ISO time with offset; only shown."""
    verb: str
    """A short English word for the act, e.g. say, mark."""
    kind: str
    """The table of the target, e.g. entries, heads."""
    target_id: str
    before: Any
    """The target's encoded value; None for a new one."""
    after: Any
    """None for one that was taken out."""
    order: int
    """The order number that the target had before; 0 for a new one."""
    meeting_id: str
    """The meeting in which it happened; empty outside of one."""


@dataclass(frozen=True, slots=True)
class Act:
    """What all audit rows of one act have in common."""

    action_id: str
    verb: str
    at: str
    meeting_id: str


def audit_of(act: Act, changes: Sequence[RowChange], seqs: Sequence[int]) -> tuple[AuditRow, ...]:
    """Return one audit row for each change; their ids follow from the act's, so that a repeat makes no second."""
    return tuple(
        AuditRow(
            f"{act.action_id}-{seq}", seq, act.action_id, act.at, act.verb, change.table, change.id,
            change.before.value if change.before else None, change.after.value if change.after else None,
            change.before.order if change.before else 0, act.meeting_id,
        )
        for change, seq in zip(changes, seqs, strict=True)
    )


def write_audit(db: TinyDB, rows: Sequence[AuditRow]) -> None:
    """Add audit rows; meant for the inside of a batch."""
    db.table(AUDIT).insert_multiple(encode(row) for row in rows)


def read_audit(db: TinyDB, path: Path) -> tuple[AuditRow, ...]:
    """Return the audit rows of a file by their running number; raises `Damaged`."""
    rows = (decode(dict(row), AuditRow, path, f"{AUDIT}/{row.doc_id}") for row in db.table(AUDIT))
    return tuple(sorted(rows, key=lambda row: row.seq))


def knows(db: TinyDB, action_id: str) -> bool:
    """Tell whether the file already holds what the act of that id did to it."""
    return db.table(AUDIT).contains(where("action_id") == action_id)


def taken_back(table: str, now: Sequence[Row], history: Sequence[AuditRow], action_id: str) -> tuple[Row, ...]:
    """Return the rows of a table as one act found them; what else changed since stays.

    A row that the act moved or took out goes behind the one it stood behind: order numbers of then tell nothing now,
    since whatever moved or was taken back meanwhile may have given its neighbours others.
    """
    of_table = [row for row in history if row.kind == table]
    told = {row.target_id: row for row in of_table if row.action_id == action_id}
    if not told:
        return tuple(now)
    seqs = [row.seq for row in told.values()]
    after = _walked_back({row.id: row for row in now}, [row for row in of_table if row.seq > max(seqs)])
    before = _walked_back(after, [row for row in of_table if min(seqs) <= row.seq <= max(seqs)])
    rows = {row.id: row for row in now if row.id in before or row.id not in told}
    moved = {
        row_id for row_id, row in told.items()
        if row.before is not None and (row_id not in rows or row_id not in after or after[row_id].order != row.order)
    }
    order = [row_id for row_id in rows if row_id not in moved]
    behind = 0
    for row_id in sorted(before, key=lambda row_id: (before[row_id].order, row_id)):
        if row_id in moved:
            order.insert(behind, row_id)
        behind = order.index(row_id) + 1 if row_id in order else behind
    return tuple(before[row_id] if row_id in told else rows[row_id] for row_id in order)


def _walked_back(rows: Mapping[str, Row], history: Sequence[AuditRow]) -> dict[str, Row]:
    """Return the rows as they were before all that `history` tells of them."""
    walked = dict(rows)
    for told in sorted(history, key=lambda row: row.seq, reverse=True):
        if told.before is None:
            walked.pop(told.target_id, None)
        else:
            walked[told.target_id] = Row(told.target_id, told.order, told.before)
    return walked
