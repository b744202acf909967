"""What some printed figures must satisfy together, and which values of one figure would satisfy it.

Every constraint answers: does it hold, which values may one of its figures have while the others stand, and what is
to be said where it fails. Intervals are exact; `on_grid` narrows them to printable values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final, Protocol

from ita_tui.domain.proof.findings import ResultsKind
from ita_tui.domain.scores.arithmetic import CENT, Expression, rounded
from ita_tui.domain.scores.codes import label

Scores = Mapping[str, Decimal]
Interval = tuple[Decimal, Decimal]

ZERO: Final = Decimal(0)
FULL: Final = Decimal(100)


class Constraint(Protocol):
    """What some printed figures must satisfy together."""

    @property
    def about(self) -> ResultsKind:
        """Return what it is about, which is the kind of the finding where it fails."""
    @property
    def target(self) -> str:
        """Return the code whose sum it is."""
    @property
    def codes(self) -> frozenset[str]:
        """Return the figures it ties together."""
    def holds(self, scores: Scores) -> bool:
        """Tell whether it is satisfied."""
    def allowed(self, code: str, scores: Scores) -> tuple[Interval, ...]:
        """Return the values that `code` may have while the other figures stand, lowest first."""
    def strained(self, scores: Scores) -> bool:
        """Tell whether it holds only by rounding at several steps: more than half of what it tolerates is used up."""
    def complaint(self, scores: Scores) -> str:
        """Return what is wrong, in Thai with Arabic digits."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of figures lies between two bounds; factors are whole numbers, so that nothing is rounded."""

    about: ResultsKind
    target: str
    factors: Mapping[str, Decimal]
    low: Decimal
    high: Decimal
    slack: Decimal
    """How much of the bounds is there for rounding only."""
    says: str
    """What is wrong, in Thai, with a place {} for every value of `shown`."""
    shown: tuple[Expression, ...]
    codes: frozenset[str]

    def holds(self, scores: Scores) -> bool:
        return self.low <= self._sum(scores) <= self.high

    def allowed(self, code: str, scores: Scores) -> tuple[Interval, ...]:
        factor = self.factors[code]
        rest = self._sum(scores) - factor * scores[code]
        ends = ((self.low - rest) / factor, (self.high - rest) / factor)
        return ((min(ends), max(ends)),)

    def strained(self, scores: Scores) -> bool:
        return not self.low + self.slack / 2 <= self._sum(scores) <= self.high - self.slack / 2

    def complaint(self, scores: Scores) -> str:
        values = [rounded(each.value(scores)) for each in self.shown]
        said = self.says.format(*values)
        if self.target not in scores or len(values) > 1:
            return said
        printed = scores[self.target]
        return f"{label(self.target)} {printed:.2f} {said} (ต่างกัน {abs(values[0] - printed):.2f})"

    def _sum(self, scores: Scores) -> Decimal:
        return sum((factor * scores[code] for code, factor in self.factors.items()), ZERO)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One figure by itself: between 0 and 100, or one of the scores that an item can have."""

    about: ResultsKind
    target: str
    values: tuple[Interval, ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset((self.target,))

    def holds(self, scores: Scores) -> bool:
        return any(low <= scores[self.target] <= high for low, high in self.values)

    def allowed(self, code: str, scores: Scores) -> tuple[Interval, ...]:
        return self.values

    def strained(self, scores: Scores) -> bool:
        return False

    def complaint(self, scores: Scores) -> str:
        said = f"{label(self.target)} {scores[self.target]:.2f}"
        if self.about is ResultsKind.RANGE:
            return f"{said} อยู่นอกช่วง 0 ถึง 100"
        return f"{said} ไม่ใช่คะแนนที่ข้อ OIT ได้ (0, 50 หรือ 100)"


def on_grid(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return intervals narrowed to two decimals and to 0 to 100; one that holds no such value is dropped."""
    found = []
    for low, high in intervals:
        ends = (max(low, ZERO).quantize(CENT, ROUND_CEILING), min(high, FULL).quantize(CENT, ROUND_FLOOR))
        if ends[0] <= ends[1]:
            found.append(ends)
    return tuple(found)


def common(first: tuple[Interval, ...], second: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """Return where two sets of intervals overlap."""
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in first for b in second)
    return tuple(pair for pair in pairs if pair[0] <= pair[1])
