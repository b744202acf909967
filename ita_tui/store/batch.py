"""Several tables of one file change in one write, or none does."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ita_tui.store.storage import DurableStorage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tinydb import TinyDB


@contextmanager
def batch(db: TinyDB) -> Iterator[None]:
    """Make one write of all changes to `db` inside the block; an exception leaves the file as it was.

    `db` stands on a `DurableStorage`. Raises what its `write` raises, and `RuntimeError` for a batch in a batch.
    """
    storage = db.storage
    if not isinstance(storage, DurableStorage):
        raise TypeError("a batch needs a DurableStorage")
    names: set[str] = set()
    try:
        with storage.one_write():
            try:
                yield
            finally:
                names = db.tables()
    finally:
        # A search inside the block has cached rows that a failed write never made true.
        clear_caches(db, names)


def clear_caches(db: TinyDB, names: Iterable[str]) -> None:
    """Forget every answered query of the tables of `names`, so that the next one reads."""
    for name in names:
        db.table(name).clear_cache()
