"""What changed, when and in which act: audit rows, in the same file as the rows they tell of."""

from __future__ import annotations

from collections.abc import Sequence
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


def taken_back(table: str, now: Sequence[Row], audit: Sequence[AuditRow]) -> tuple[Row, ...]:
    """Return the rows of a table as `audit`, the rows of one act, found them; what else changed since stays."""
    rows = {row.id: row for row in now}
    for told in sorted(audit, key=lambda row: row.seq, reverse=True):
        if told.kind != table:
            continue
        if told.before is None:
            rows.pop(told.target_id, None)
        else:
            rows[told.target_id] = Row(told.target_id, told.order, told.before)
    return tuple(sorted(rows.values(), key=lambda row: (row.order, row.id)))
