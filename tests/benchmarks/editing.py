"""Typing Thai in the meeting room's editor: from the key to its letter on the screen."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks import folders
from tests.benchmarks.figures import Figure, Timings, judged
from tests.benchmarks.programs import ita, stock_area
from tests.benchmarks.terminal import Cost, Program
from tests.benchmarks.words import TYPED, prose

_TAIL = 4
"""How many letters typed last must stand together before a key counts as painted."""
_FRAME = 1000 / 60
_SETTLES = 6.0
"""Seconds until the word of what was taken up again is gone and all is written."""
_SHORT = "เริ่มประชุม"


def measure(work: Path, keys: int = 160) -> list[Figure]:
    """Return the figures of the editor with 50 kB in paragraphs, in one, and with 500 kB."""
    return [
        _editor(work / "a", "50 kB in paragraphs", prose(50_000, 500), keys, keys // 4),
        _editor(work / "b", "50 kB in one paragraph", prose(50_000, 0), keys, keys // 4),
        _editor(work / "c", "500 kB in paragraphs", prose(500_000, 500), keys // 4, 0, large=True),
        _editor(work / "d", "500 kB in one paragraph", prose(500_000, 0), keys // 4, 0, large=True),
    ]


def _editor(work: Path, name: str, text: str, keys: int, stock_keys: int, *, large: bool = False) -> Figure:
    """Type in turn into the program, a stock TextArea with the same text (fewer keys) and one with a short text."""
    work.mkdir()
    data = folders.live(work / "data", text)
    with ExitStack() as running:
        room = running.enter_context(ita(work, data))
        trivial = running.enter_context(stock_area(work, _SHORT))
        stock = running.enter_context(stock_area(work, text)) if stock_keys else None
        for each in (trivial, *([stock] if stock else [])):
            each.wait_for("")
        room.wait_for("กู้คืนแล้ว")
        room.rest(_SETTLES)
        typists = [Typist(room), Typist(trivial), *([Typist(stock)] if stock else [])]
        for turn in range(keys):
            for typist in typists[:3 if turn < stock_keys else 2]:
                typist.type_one()
    took, floor, *others = (Timings.of(each.took) for each in typists)
    measured, target = (took.median, "median <= 100 ms") if large else (took.p95, "p95 <= 16.7 ms")
    yardstick = f"trivial {floor}" + "".join(f"; stock with that text {each}" for each in others)
    return Figure(
        f"key to paint in the editor, {name}", str(took), yardstick, took.median / floor.median, target,
        judged(met=measured <= (100 if large else _FRAME)), took.n,
    )


class Typist:
    """Types the same Thai into one program, key after key, and keeps how long each took to be painted."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._at = 0
        self.took: list[Cost] = []

    def type_one(self) -> None:
        """Type the next letter and wait for it."""
        self._at += 1
        tail = TYPED[max(0, self._at - _TAIL):self._at]
        self.took.append(self._program.time_key(TYPED[self._at - 1], tail))


