"""Readers notice each new version, and forget what they had cached of the old one."""

from __future__ import annotations

from pathlib import Path

from tinydb import TinyDB, where

from ita_tui.store.storage import MISSING, DurableStorage, version_of
from ita_tui.store.watch import Follower, changed


def test_a_file_changes_with_each_write_and_only_then(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    assert not changed(path, MISSING)
    db = TinyDB(path, storage=DurableStorage)
    seen = MISSING
    for number in range(20):
        db.insert({"number": number % 2})
        db.remove(where("number") == 1)
        assert changed(path, seen)
        seen = version_of(path)
        assert not changed(path, seen)
    path.unlink()
    assert changed(path, seen)


def test_a_repeated_search_returns_old_rows_until_the_follower_refreshes(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    writer = TinyDB(path, storage=DurableStorage)
    reader = TinyDB(path, storage=DurableStorage, read_only=True)
    follower = Follower(reader, path)
    query = where("status") == "done"
    writer.insert({"id": "o1", "status": "done"})
    follower.refresh()
    assert len(reader.search(query)) == 1
    writer.insert({"id": "o2", "status": "done"})
    assert len(reader.search(query)) == 1  # TinyDB's cache: the reason for the follower
    assert follower.refresh()
    assert len(reader.search(query)) == 2
    assert not follower.refresh()


def test_answers_from_a_table_that_vanished_are_forgotten_too(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    writer = TinyDB(path, storage=DurableStorage)
    reader = TinyDB(path, storage=DurableStorage, read_only=True)
    follower = Follower(reader, path)
    query = where("id") == "a"
    writer.table("t").insert({"id": "a"})
    follower.refresh()
    assert len(reader.table("t").search(query)) == 1
    writer.drop_tables()
    follower.refresh()
    assert reader.table("t").search(query) == []
