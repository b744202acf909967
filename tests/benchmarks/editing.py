"""Typing Thai in the meeting room's editor: from the key to its letter on the screen, beside stock TextArea and vim."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import folders
from tests.benchmarks.figures import Figure, Timings, judged, skipped
from tests.benchmarks.programs import ita, stock_area, vim, vim_is_here
from tests.benchmarks.terminal import Cost, Program
from tests.benchmarks.words import TYPED, prose

_TAIL = 4
"""How many letters typed last must stand together before a key counts as painted; vim paints only the last."""
_FRAME = 1000 / 60
_SETTLES = 6.0
"""Seconds until the word of what was taken up again is gone and all is written."""
_SHORT = "เริ่มประชุม"


@dataclass(frozen=True, slots=True)
class Size:
    """A text to type into, and how often."""

    size: int
    paragraph: int
    """Code points; 0 for one paragraph."""
    keys: int
    others: int
    """Keys typed into each yardstick, which may be slow."""

    @property
    def name(self) -> str:
        """Return what the figure is called."""
        return f"{self.size // 1000} kB in {'paragraphs' if self.paragraph else 'one paragraph'}"


def measure(work: Path, keys: int = 160) -> list[Figure]:
    """Return the figures of the editor with 1, 50 and 500 kB, in paragraphs and in one."""
    sizes = [
        Size(1_000, 250, keys // 2, keys // 2), Size(1_000, 0, keys // 2, keys // 2),
        Size(50_000, 500, keys, keys // 4), Size(50_000, 0, keys, keys // 4),
        Size(500_000, 500, keys // 4, keys // 8), Size(500_000, 0, keys // 4, keys // 32),
    ]  # fmt: skip
    figures = [_editor(work / str(number), each) for number, each in enumerate(sizes)]
    if not vim_is_here():
        figures.append(skipped("the same keys in vim", "vim is not installed", "shown"))
    return figures


def _editor(work: Path, size: Size) -> Figure:
    """Type in turn into the program, into one with a short text, a stock TextArea and vim, the last two fewer keys."""
    work.mkdir()
    text = prose(size.size, size.paragraph)
    data = folders.live(work / "data", text)
    with ExitStack() as running:
        room = running.enter_context(ita(work, data))
        others = {"trivial": stock_area(work, _SHORT), "stock": stock_area(work, text)}
        if vim_is_here():
            others["vim"] = vim(work, text)
        for each in others.values():
            running.enter_context(each).wait_for("")
        room.wait_for("กู้คืนแล้ว")
        room.rest(_SETTLES)
        ours = Typist(room)
        typists = {name: Typist(each, 1 if name == "vim" else _TAIL) for name, each in others.items()}
        for turn in range(size.keys):
            ours.type_one()
            for name, typist in typists.items():
                if name == "trivial" or turn < size.others:
                    typist.type_one()
    return _figure(size, Timings.of(ours.took), {name: Timings.of(each.took) for name, each in typists.items()})


def _figure(size: Size, took: Timings, others: dict[str, Timings]) -> Figure:
    large = size.size > 50_000
    measured, target = (took.median, "median <= 100 ms") if large else (took.p95, "p95 <= 16.7 ms")
    yardsticks = "; ".join(f"{name} {each}" for name, each in others.items())
    return Figure(
        f"key to paint in the editor, {size.name}", str(took), yardsticks,
        took.median / others["trivial"].median, target, judged(met=measured <= (100 if large else _FRAME)), took.n,
    )  # fmt: skip


class Typist:
    """Types the same Thai into one program, key after key, and keeps how long each took to be painted."""

    def __init__(self, program: Program, tail: int = _TAIL) -> None:
        self._program = program
        self._tail = tail
        self._at = 0
        self.took: list[Cost] = []

    def type_one(self) -> None:
        """Type the next letter and wait for it."""
        self._at += 1
        tail = TYPED[max(0, self._at - self._tail):self._at]
        self.took.append(self._program.time_key(TYPED[self._at - 1], tail))
