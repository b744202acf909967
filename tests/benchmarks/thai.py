"""What Thai adds to a program of Textual, at its first paint and in memory, beside stock widgets with that text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.editing import Typist
from tests.benchmarks.figures import Figure, Timings, judged
from tests.benchmarks.programs import stock_area, stock_text, thai_area, thai_text
from tests.benchmarks.terminal import Cost, Program
from tests.benchmarks.words import prose

_ROUNDS = 8
_ADDED = 60.0
_MEMORY = 20.0


def measure(work: Path, rounds: int = _ROUNDS, keys: int = 120) -> list[Figure]:
    """Return the figures of the first paint and of memory after typing."""
    return [_first_paint(work, rounds), _memory(work, prose(50_000, 500), keys, "paragraphs"),
            _memory(work, prose(50_000, 0), keys, "one paragraph")]  # fmt: skip


def _first_paint(work: Path, rounds: int) -> Figure:
    """Start in turn an app that shows Thai as stock Textual does, and one with our hooks."""
    text = prose(2_000, 0)
    programs: dict[str, Callable[[], Program]] = {
        "stock": lambda: stock_text(work, text), "ours": lambda: thai_text(work, text),
    }  # fmt: skip
    took: dict[str, list[Cost]] = {name: [] for name in programs}
    for turn in range(rounds + 1):  # the first round fills the caches and is not counted
        for name, start in programs.items():
            with start() as program:
                cost = program.first_screen(quiet=0.4)
            if turn:
                took[name].append(cost)
    stock, ours = Timings.of(took["stock"]), Timings.of(took["ours"])
    added = ours.median - stock.median
    return Figure(
        "first paint of Thai", f"{ours} (+{added:.0f})", f"stock {stock}", ours.median / stock.median,
        "<= 60 ms more", judged(met=added <= _ADDED), ours.n,
    )  # fmt: skip


def _memory(work: Path, text: str, keys: int, name: str) -> Figure:
    """Type into an editor of each kind and compare what they hold."""
    with thai_area(work, text) as ours, stock_area(work, text) as stock:
        held = {}
        for kind, program in (("ours", ours), ("stock", stock)):
            program.wait_for("")
            program.rest(2)
            typist = Typist(program)
            for _ in range(keys):
                typist.type_one()
            held[kind] = program.megabytes()
    more = held["ours"] - held["stock"]
    measured, yardstick = f"{held['ours']:.0f} MB (+{more:.0f})", f"stock {held['stock']:.0f} MB"
    return Figure(
        f"memory of the editor, 50 kB in {name}", measured, yardstick, held["ours"] / held["stock"],
        "<= 20 MB more", judged(met=more <= _MEMORY), keys,
    )  # fmt: skip
