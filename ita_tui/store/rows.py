"""Records as tables of rows: `{"id", "order", "value"}`, and which rows a new state of a record changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

GAP: Final = 1024
"""Room left between the order numbers of neighbours, so that a row put between them changes no other row."""

Laid = dict[str, dict[str, Any]]
"""Table → row id → plain value, in the record's own order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one table."""

    id: str
    order: int
    """Rows of a table stand by this number."""
    value: Any
    """Plain JSON values."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row as it was and as it becomes; one of the two is missing for a new or removed row."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def id(self) -> str:
        """Return the row's id."""
        row = self.after or self.before
        assert row is not None
        return row.id


def read_rows(db: TinyDB, table: str) -> tuple[Row, ...]:
    """Return the rows of a table in their order; raises what reading the file raises."""
    rows = (Row(row["id"], row["order"], row["value"]) for row in db.table(table))
    return tuple(sorted(rows, key=lambda row: (row.order, row.id)))


def read_laid(db: TinyDB, tables: Sequence[str]) -> Laid:
    """Return the values of several tables, each in its order, all of one version of the file."""
    now = snapshot(db)
    return {table: {row.id: row.value for row in read_rows(now, table)} for table in tables}


def snapshot(db: TinyDB) -> TinyDB:
    """Return what `db` holds now in memory: TinyDB reads the whole file anew for every table asked of it."""
    held = TinyDB(storage=MemoryStorage)
    held.storage.write(db.storage.read() or {})
    return held


def changes_to(db: TinyDB, laid: Laid) -> tuple[RowChange, ...]:
    """Return what has to change in `db` so that the tables of `laid` hold exactly that."""
    found: list[RowChange] = []
    now = snapshot(db)
    for table, values in laid.items():
        old = {row.id: row for row in read_rows(now, table)}
        orders = _orders(list(values), {row.id: row.order for row in old.values()})
        new = {row_id: Row(row_id, orders[row_id], value) for row_id, value in values.items()}
        found.extend(RowChange(table, row, None) for row_id, row in old.items() if row_id not in new)
        found.extend(
            RowChange(table, old.get(row_id), row) for row_id, row in new.items() if old.get(row_id) != row
        )
    return tuple(found)


def put(db: TinyDB, changes: Sequence[RowChange]) -> None:
    """Make `changes` in `db`, row by row; meant for the inside of a batch."""
    for change in changes:
        table = db.table(change.table)
        if change.after is None:
            table.remove(where("id") == change.id)
        else:
            table.upsert(plain_row(change.after), where("id") == change.id)


def plain_row(row: Row) -> dict[str, Any]:
    """Return the row as it stands in the file."""
    return {"id": row.id, "order": row.order, "value": row.value}


def _orders(ids: Sequence[str], known: Mapping[str, int]) -> dict[str, int]:
    """Give every id an ascending order number, changing as few of the known ones as possible."""
    kept = _longest_ascending([(row_id, known[row_id]) for row_id in ids if row_id in known])
    orders: dict[str, int] = {}
    lower = 0
    for place, row_id in enumerate(ids):
        if row_id in kept and known[row_id] > lower:
            lower = known[row_id]
        else:
            upper = next((known[each] for each in ids[place:] if each in kept and known[each] > lower + 1), 0)
            lower = (lower + upper) // 2 if upper else lower + GAP
        orders[row_id] = lower
    return orders


def _longest_ascending(rows: Sequence[tuple[str, int]]) -> set[str]:
    """Return the ids of a longest run of `rows` whose order numbers ascend (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for place, (_, order) in enumerate(rows):
        pile = bisect_left(tops, order)
        previous.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [order]
        ends[pile : pile + 1] = [place]
    kept: set[str] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(rows[place][0])
        place = previous[place]
    return kept
