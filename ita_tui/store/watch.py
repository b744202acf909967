"""How a reader without the lock notices that the writer has saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_tui.store.batch import clear_caches
from ita_tui.store.storage import MISSING, Version, version_of

if TYPE_CHECKING:
    from pathlib import Path

    from tinydb import TinyDB

LOOK_EVERY: Final = 0.25
"""Seconds between two looks of a reader."""


def changed(path: Path, seen: Version) -> bool:
    """Tell whether the file at `path` is another version than `seen` (from `version_of`); one stat, no reading."""
    return version_of(path) != seen


class Follower:
    """A reader of one file which forgets cached answers as soon as somebody else has written."""

    def __init__(self, db: TinyDB, path: Path) -> None:
        self._db = db
        self._path = path
        self._seen: Version = MISSING
        self._tables: set[str] = set()

    def refresh(self) -> bool:
        """Clear the caches if there is a new version since the last call, and tell whether there was."""
        if not changed(self._path, self._seen):
            return False
        self._seen = version_of(self._path)
        # Tables that the new version no longer has may still have answers in the cache.
        earlier, self._tables = self._tables, self._db.tables()
        clear_caches(self._db, earlier | self._tables)
        return True
