"""A figure to reach, what was measured, the yardstick of the same run, and the table of them."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tests.benchmarks.terminal import Cost


class Verdict(StrEnum):
    """Whether a figure reached its target; a figure without one is only shown."""

    MET = "met"
    MISSED = "MISSED"
    SHOWN = "-"
    SKIPPED = "SKIPPED"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `n` counts what was measured and is never 0 for a figure that was not skipped."""

    what: str
    measured: str
    yardstick: str
    ratio: float | None
    """Measured by yardstick; None where they are of different kinds."""
    target: str
    verdict: Verdict
    n: int


class Timings:
    """Milliseconds by the clock in the order they were taken, and of the processor where that was measured too."""

    def __init__(self, values: Sequence[float], cpu: Sequence[float] = ()) -> None:
        if not values:
            raise ValueError("nothing was measured")
        self.values = tuple(values)
        self._cpu = tuple(cpu)

    @classmethod
    def of(cls, costs: Sequence[Cost]) -> Timings:
        """Return the timings of what was measured by clock and processor."""
        return cls([each.wall for each in costs], [each.cpu for each in costs])

    @property
    def n(self) -> int:
        """Return how many there are."""
        return len(self.values)

    @property
    def median(self) -> float:
        """Return the median."""
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """Return the 95th percentile; of few values, the largest."""
        return statistics.quantiles(self.values, n=20)[-1] if self.n >= 20 else self.worst

    @property
    def worst(self) -> float:
        """Return the largest."""
        return max(self.values)

    def __str__(self) -> str:
        high = f"p95 {_short(self.p95)}" if self.n >= 20 else f"max {_short(self.worst)}"
        cpu = f" (cpu {Timings(self._cpu)})" if any(self._cpu) else ""
        return f"{_short(self.median)} {high}{cpu}"


def judged(*, met: bool) -> Verdict:
    """Return the verdict of a comparison."""
    return Verdict.MET if met else Verdict.MISSED


def skipped(what: str, why: str, target: str) -> Figure:
    """Return the line of a figure that could not be measured here."""
    return Figure(what, why, "", None, target, Verdict.SKIPPED, 0)


_HEAD = ("figure", "measured", "yardstick of the same run", "ratio", "target", "", "n")


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as lines for a terminal."""
    rows = [_HEAD, *(
        (
            each.what, each.measured, each.yardstick, "" if each.ratio is None else f"{each.ratio:.2f}",
            each.target, each.verdict.value, str(each.n),
        )
        for each in figures
    )]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"
