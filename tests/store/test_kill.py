"""A process killed while it writes leaves the old state or the new one, and never takes back a promise."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from ita_tui.store.storage import DurableStorage

from . import children

needs_kill = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL and no forkserver on Windows")
pytestmark = needs_kill

context = multiprocessing.get_context("forkserver") if sys.platform != "win32" else None
if context is not None:
    context.set_forkserver_preload(["tinydb", "ita_tui.store.repository"])


def started(target: Any, *arguments: Any) -> Any:
    assert context is not None
    process = context.Process(target=target, args=arguments)
    process.start()
    return process


def kill_while_writing(folder: Path, rounds: int, chance: random.Random) -> tuple[int, int]:
    """Kill a writer `rounds` times at random moments; return how often it was mid-write and the last state."""
    assert context is not None
    path = folder / "rows.json"
    state = unacknowledged = 0
    for _ in range(rounds):
        ours, theirs = context.Pipe(duplex=False)
        process = started(children.write_states, path, state + 1, theirs)
        theirs.close()
        promised = ours.recv()  # it is up and writing
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        process.join()
        try:
            while True:
                promised = ours.recv()
        except EOFError:
            ours.close()
        state = children.state_of(path)
        assert state in (promised, promised + 1)
        unacknowledged += state == promised + 1
    return unacknowledged, state


def test_forty_kills_at_random_moments_leave_the_old_or_the_new_state(tmp_path: Path) -> None:
    _, state = kill_while_writing(tmp_path, 40, random.Random(7))
    assert state >= 40


@pytest.mark.slow
def test_three_hundred_kills_at_random_moments_leave_the_old_or_the_new_state(tmp_path: Path) -> None:
    _, state = kill_while_writing(tmp_path, 300, random.Random(11))
    assert state >= 300


def test_a_kill_between_write_and_truncate_destroys_a_database_of_tinydb_s_own_storage(tmp_path: Path) -> None:
    """The control: were the kills harmless, the tests above would prove nothing."""
    path = tmp_path / "rows.json"
    with TinyDB(path, storage=JSONStorage, encoding="utf-8") as db:
        db.insert({"text": children.LONG})
    process = started(children.shorten_with_tinydb, path)
    process.join()
    assert process.exitcode == 9
    with pytest.raises(ValueError, match="Extra data"):
        TinyDB(path, storage=JSONStorage, encoding="utf-8").all()


@pytest.mark.parametrize(("name", "text"), [("fsync", children.LONG), ("replace", children.LONG), ("close", "")])
def test_the_same_kill_leaves_ours_whole(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "rows.json"
    with TinyDB(path, storage=DurableStorage) as db:
        db.insert({"text": children.LONG})
    process = started(children.shorten_with_ours, path, name)
    process.join()
    assert process.exitcode == 9
    [row] = TinyDB(path, storage=DurableStorage, read_only=True).all()
    assert row["text"] in (children.LONG, text)
