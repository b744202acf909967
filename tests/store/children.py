"""Processes that are killed while they write; each tells through its pipe what it was promised to be on disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB, where
from tinydb.storages import JSONStorage

from ita_tui.store.batch import batch
from ita_tui.store.folder import Folder
from ita_tui.store.repository import DataFolder
from ita_tui.store.storage import DurableStorage

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from ita_tui.store.acts import Action

LONG = "ข้อความของที่ประชุม" * 400


def write_states(path: Path, first: int, acknowledged: Connection) -> None:
    """Write state `first`, `first` + 1, … for ever, each in two tables, and acknowledge each once it is saved.

    Every other state is much shorter than the one before, since a shrinking file is where remains show.
    """
    db = TinyDB(path, storage=DurableStorage)
    for number in range(first, first + 100_000):
        with batch(db):
            text = LONG if number % 2 else ""
            db.table("entries").upsert({"id": "e", "number": number, "text": text}, where("id") == "e")
            db.table("audit").insert({"number": number})
            db.table("audit").remove(where("number") < number - 5)
        acknowledged.send(number)


def state_of(path: Path) -> int:
    """Return the state that the file holds; fails where the two tables tell of different ones."""
    db = TinyDB(path, storage=DurableStorage, read_only=True)
    rows = db.table("entries").all()
    if not rows:
        return 0
    [row] = rows
    assert max(each["number"] for each in db.table("audit")) == row["number"]
    assert row["text"] == (LONG if row["number"] % 2 else "")
    return int(row["number"])


class DyingFile:
    """A file whose process is gone the moment it is to be truncated: after the write, before the truncation."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def truncate(self) -> None:
        os._exit(9)


class DyingJSONStorage(JSONStorage):
    """TinyDB's own storage, killed between write and truncate."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), encoding="utf-8")
        self._handle = DyingFile(self._handle)


def shorten_with_tinydb(path: Path) -> None:
    """Replace a long text by a short one through TinyDB's own storage, and die between write and truncate."""
    TinyDB(path, storage=DyingJSONStorage).update({"text": ""})


def shorten_with_ours(path: Path, name: str) -> None:
    """Replace a long text by a short one through ours, and die at the call `name` that follows the writing."""
    setattr(os, name, lambda *arguments: os._exit(9))
    TinyDB(path, storage=DurableStorage).update({"text": ""})


def hold_the_lock(root: Path, held: Connection) -> None:
    """Open the folder for writing and keep it until killed."""
    with Folder(root, write=True):
        held.send("held")
        held.recv()


CALLS = ("open", "write", "fsync", "replace")


def die_at(call: int) -> None:
    """Let this process vanish at the `call`th (from 1) step of writing files from now on."""
    left = [call]

    def dying(real: Any) -> Any:
        def step(*arguments: Any, **options: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os._exit(9)
            return real(*arguments, **options)

        return step

    for name in CALLS:
        setattr(os, name, dying(getattr(os, name)))


def apply_and_die(root: Path, action: Action, call: int) -> None:
    """Open the folder, begin to apply `action`, and vanish at the `call`th step of writing."""
    with DataFolder.open(root) as folder:
        assert folder.writer is not None
        die_at(call)
        folder.writer.apply(action)


def open_and_die(root: Path, call: int) -> None:
    """Vanish at the `call`th step of opening the folder for writing."""
    die_at(call)
    DataFolder.open(root).close()
