"""From the start of the process to the first whole screen, beside an empty Textual app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import folders
from tests.benchmarks.figures import Figure, Timings, judged
from tests.benchmarks.programs import empty, ita
from tests.benchmarks.terminal import Cost, Program

_ROUNDS = 8


def measure(work: Path, rounds: int = _ROUNDS) -> list[Figure]:
    """Return the figures of starting with 50 and with 500 meetings of five years on disk."""
    few, many = folders.archive(work / "few", 50), folders.archive(work / "many", 500)
    commands: dict[str, Callable[[], tuple[Program, tuple[str, ...]]]] = {
        "empty": lambda: (empty(work), ()),
        "few": lambda: (ita(work, few), ("ครั้งที่", "ติดตาม OIT")),
        "many": lambda: (ita(work, many), ("ครั้งที่", "ติดตาม OIT")),
    }
    took: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(rounds + 1):  # the first round fills the caches and is not counted
        for name, command in commands.items():
            program, words = command()
            with program:
                cost = program.first_screen(*words)
            if turn:
                took[name].append(cost)
    return _figures(*(Timings.of(each) for each in took.values()))


def _figures(bare: Timings, few: Timings, many: Timings) -> list[Figure]:
    to_empty, to_few = few.median / bare.median, many.median / few.median
    return [
        Figure(
            "start to first screen, 50 meetings, 5 years", str(few), f"empty Textual app {bare}", to_empty,
            "<= 1.5 x", judged(met=to_empty <= 1.5), few.n,
        ),
        Figure(
            "start to first screen, 500 meetings", str(many), f"50 meetings {few}", to_few,
            "<= 1.2 x", judged(met=to_few <= 1.2), many.n,
        ),
    ]


