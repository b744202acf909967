"""The register: meeting heads, the folder-wide running number, and acts over several files not yet finished."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from tinydb import TinyDB, where

from ita_tui.domain.meeting_head import MeetingHead
from ita_tui.store.batch import batch
from ita_tui.store.records import decode, encode
from ita_tui.store.rows import Laid, Row, RowChange, put, read_rows
from ita_tui.store.shapes import HEADS

COUNTERS: Final = "counters"
INTENTS: Final = "intents"
BLOCK: Final = 1000
"""How many running numbers are reserved at a time; those of a block left over by a crash are never given."""

_SEQUENCE: Final = "sequence"


def lay_head(head: MeetingHead) -> Laid:
    """Return the one row of the register that stands for a meeting."""
    return {HEADS: {head.id: encode(head)}}


class Register:
    """The register's file at `path`; writing is for the writer's thread alone."""

    def __init__(self, db: TinyDB, path: Path) -> None:
        self.db = db
        self._path = path
        self._next = 0
        """The number given last."""
        self._limit = -1
        """The last number reserved; below 0 while the file was not asked."""

    def heads(self) -> tuple[MeetingHead, ...]:
        """Return the heads of all meetings by year and number; raises `Damaged`."""
        rows = read_rows(self.db, HEADS)
        heads = (decode(row.value, MeetingHead, self._path, f"{HEADS}/{row.id}") for row in rows)
        return tuple(sorted(heads, key=lambda head: (head.year, head.number, head.committee_id)))

    def numbers(self, count: int) -> range:
        """Hand out the next `count` running numbers, reserving a block on disk first where none is left.

        A number counts as given only with the file that holds it, so nothing is written for each of them.
        """
        self._begin_at(0)
        if self._next + count > self._limit:
            self._reserve(self._next + count)
        given = range(self._next + 1, self._next + count + 1)
        self._next += count
        return given

    def continue_above(self, number: int) -> None:
        """Hand out no number up to `number` any more, now or after a later start."""
        self._begin_at(number)
        self._reserve(self._next)

    def _begin_at(self, number: int) -> None:
        if self._limit < 0:
            self._next = self._limit = self._reserved_on_disk()
        self._next = max(self._next, number)

    def _reserve(self, number: int) -> None:
        limit = number + BLOCK
        with batch(self.db):
            self.db.table(COUNTERS).upsert({"id": _SEQUENCE, "reserved": limit}, where("id") == _SEQUENCE)
        self._limit = limit

    def _reserved_on_disk(self) -> int:
        row = self.db.table(COUNTERS).get(where("id") == _SEQUENCE)
        return decode(row["reserved"], int, self._path, COUNTERS) if isinstance(row, dict) else 0

    # --- acts over several files ------------------------------------------------------------------------

    def intents(self) -> tuple[Row, ...]:
        """Return the acts begun and not known to be finished, in the order of their beginning."""
        return read_rows(self.db, INTENTS)

    def begin(self, action_id: str, plain: Any) -> None:
        """Keep what an act is about to do, before any of it is done."""
        order = max((row.order for row in self.intents()), default=0) + 1
        with batch(self.db):
            put(self.db, [RowChange(INTENTS, None, Row(action_id, order, plain))])

    def finish(self, action_id: str, changes: Sequence[RowChange]) -> None:
        """Make the register's own part of an act, and forget its intent, in one write."""
        with batch(self.db):
            put(self.db, changes)
            self.db.table(INTENTS).remove(where("id") == action_id)
