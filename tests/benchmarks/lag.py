"""How late the event loop is while text is typed, confirmed and saved on a disk whose fsync takes 200 ms."""

from __future__ import annotations

import time
from pathlib import Path

from tests.benchmarks import folders
from tests.benchmarks.editing import Typist
from tests.benchmarks.figures import Figure, Timings, judged
from tests.benchmarks.programs import watched
from tests.benchmarks.words import prose

_KEYS = 80
_CONFIRM_EVERY = 20
"""Keys between two Ctrl+S, each of which makes a record."""
_LIMIT = 50.0


def measure(work: Path, rounds: int = 2) -> list[Figure]:
    """Return the figure of the loop's lag on a slow disk, beside the same typing on this machine's own."""
    slow: list[float] = []
    usual: list[float] = []
    for turn in range(rounds):
        slow += _lags(work / f"slow{turn}", 0.2)
        usual += _lags(work / f"usual{turn}", 0.0)
    lags, floor = Timings(slow), Timings(usual)
    return [Figure(
        "event-loop lag, typing while fsync takes 200 ms", f"{lags} max {lags.worst:.0f}",
        f"same typing, own disk {floor} max {floor.worst:.0f}", lags.worst / floor.worst,
        "max <= 50 ms", judged(met=lags.worst <= _LIMIT), lags.n,
    )]


def _lags(work: Path, fsync_seconds: float) -> list[float]:
    """Type into a meeting whose editor holds 5 kB; return the lags in ms from when typing began."""
    work.mkdir(parents=True)
    kept = work / "lags.txt"
    with watched(work, folders.live(work / "data", prose(5_000, 500)), kept, fsync_seconds) as room:
        room.wait_for("กู้คืนแล้ว")
        room.rest(2)
        typist, began = Typist(room), time.monotonic()
        for key in range(1, _KEYS + 1):
            typist.type_one()
            if key % _CONFIRM_EVERY == 0:
                room.press("ctrl+s")
        ended = time.monotonic()
        room.leave()
    lines = (line.split() for line in kept.read_text(encoding="ascii").splitlines())
    return [float(late) for when, late in lines if began < float(when) < ended]
