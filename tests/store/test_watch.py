"""Readers notice each new version by one look at the file."""

from __future__ import annotations

from pathlib import Path

from tinydb import TinyDB, where

from ita_tui.store.storage import MISSING, DurableStorage, version_of


def test_a_file_changes_with_each_write_and_only_then(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    assert version_of(path) == MISSING
    db = TinyDB(path, storage=DurableStorage)
    seen = MISSING
    for number in range(20):
        db.insert({"number": number % 2})
        db.remove(where("number") == 1)
        assert version_of(path) != seen
        seen = version_of(path)
        assert version_of(path) == seen
    path.unlink()
    assert version_of(path) != seen
