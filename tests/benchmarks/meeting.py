"""Typing and marking in a meeting's first minute and in its last, after two hours of it, in turn."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from ita_tui.thai.digits import thai_digits
from tests.benchmarks import folders
from tests.benchmarks.editing import Typist
from tests.benchmarks.figures import Figure, Timings, judged
from tests.benchmarks.programs import ita
from tests.benchmarks.terminal import Cost, Program

_MARKS = "1465231452"
_ITEMS = 40
_LINE = 24
"""Letters of a line."""
_FRAME = 1000 / 60


def measure(work: Path, keys: int = 120, rounds: int = 3) -> list[Figure]:
    """Return the figures of typing and of marking in the last minute; the yardstick is the first minute."""
    (work / "first").mkdir()
    (work / "last").mkdir()
    with ExitStack() as running:
        first = running.enter_context(ita(work / "first", folders.live(work / "first" / "data")))
        last = running.enter_context(ita(work / "last", folders.two_hours(work / "last" / "data")))
        rooms = (first, last)
        for room in rooms:
            room.wait_for("ผ่านไป")
            room.rest(2)
            room.forget()
        typed = _type(rooms, keys)
        marks = _mark(rooms, rounds)
    return [
        _figure("typing in a meeting's last minute", typed[1], typed[0]),
        _figure("marking in a meeting's last minute", marks[1], marks[0]),
    ]


def _type(rooms: tuple[Program, ...], keys: int) -> list[list[Cost]]:
    """Type short lines, in turn: a line that wraps would be painted in two places."""
    typed: list[list[Cost]] = [[] for _ in rooms]
    while len(typed[0]) < keys:
        typists = [Typist(room) for room in rooms]
        for _ in range(_LINE):
            for typist in typists:
                typist.type_one()
        for took, typist, room in zip(typed, typists, rooms, strict=True):
            took.extend(typist.took)
            room.press("enter")
            room.rest(0.5)
            room.forget()
    return typed


def _mark(rooms: tuple[Program, ...], rounds: int) -> list[list[Cost]]:
    marks: list[list[Cost]] = [[] for _ in rooms]
    for room in rooms:
        room.press("f5")
        room.wait_for("ดำเนินการแล้ว", "o๑")
    for turn in range(rounds):
        for room in rooms:
            room.press("home")
            room.rest(0.5)
        for item in range(1, _ITEMS + 1):
            key = _MARKS[(item + turn) % len(_MARKS)]
            for took, room in zip(marks, rooms, strict=True):
                took.append(room.time_key(key, thai_digits(f"o{item}")))
    return marks


def _figure(name: str, last: list[Cost], first: list[Cost]) -> Figure:
    took, yardstick = Timings.of(last), Timings.of(first)
    return Figure(
        name, str(took), f"first minute {yardstick}", took.median / yardstick.median, "p95 <= 16.7 ms",
        judged(met=took.p95 <= _FRAME), took.n,
    )
