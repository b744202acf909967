"""What one save of a large meeting costs, beside a commit of SQLite in the same run on the same disk."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ita_tui.domain.meeting import Meeting
from ita_tui.store.repository import DataFolder

from .samples import BODY, action, opened, said

SIZE = 300_000
"""Bytes of the meeting's file."""

WORDS = "ที่ประชุมพิจารณาแล้วเห็นว่าควรเร่งเผยแพร่ข้อมูลให้ครบถ้วน "


def large_meeting() -> Meeting:
    """Return a live meeting whose statements are a few hundred bytes to some kilobytes long."""
    meeting = opened()
    # Every text stands twice in the file, in its row and in the history, and Thai takes three bytes a letter.
    for number in range(SIZE // (2 * (3 * len(WORDS) * 6 + 520))):
        meeting = meeting.with_entry(said(f"e{number}", WORDS * (1 + number % 11)))
    return meeting


def measure_save(rounds: int = 40) -> dict[str, float]:
    """Return medians in milliseconds of one confirmed statement in a meeting of `file_kb`, and of SQLite's commit.

    Keys: save_ms, save_p95_ms, sqlite_ms, ratio, file_kb. The save is the whole way: working out what changed,
    TinyDB, checksum, both fsyncs. SQLite (WAL, synchronous FULL) updates the same text and adds the same history row.
    """
    with tempfile.TemporaryDirectory() as name, DataFolder.open(Path(name) / "data") as folder:
        assert folder.writer is not None
        meeting = large_meeting()
        folder.writer.apply(action("create", body=BODY, meetings=(meeting,)))
        sqlite = _sqlite(Path(name) / "yardstick.db", meeting)
        saves, commits = [], []
        for number in range(rounds):
            text = f"{number} {WORDS}"
            changed = meeting.with_entry(said("e0", text, number + 1))
            act = action("say", meeting_id="m1", meetings=(changed,))
            saves.append(_timed(lambda act=act: folder.writer.apply(act)))  # type: ignore[misc]
            commits.append(_timed(lambda text=text: _commit(sqlite, text)))  # type: ignore[misc]
        sqlite.close()
        size = (Path(name) / "data" / "meetings" / "m1.json").stat().st_size
    return {
        "save_ms": statistics.median(saves),
        "save_p95_ms": statistics.quantiles(saves, n=20)[-1],
        "sqlite_ms": statistics.median(commits),
        "ratio": statistics.median(saves) / statistics.median(commits),
        "file_kb": size / 1000,
    }


def _timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def _sqlite(path: Path, meeting: Meeting) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE entries (id TEXT PRIMARY KEY, text TEXT)")
    connection.execute("CREATE TABLE audit (id INTEGER PRIMARY KEY, before TEXT, after TEXT)")
    connection.executemany("INSERT INTO entries VALUES (?, ?)", ((each.id, str(each)) for each in meeting.entries))
    connection.commit()
    return connection


def _commit(connection: sqlite3.Connection, text: str) -> None:
    connection.execute("INSERT INTO audit (before, after) SELECT text, ? FROM entries WHERE id = 'e0'", (text,))
    connection.execute("UPDATE entries SET text = ? WHERE id = 'e0'", (text,))
    connection.commit()
