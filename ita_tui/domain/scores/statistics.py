"""Statistics of the ten indicators that some papers print: standard deviation, highest and lowest score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ita_tui.domain.proof.findings import ResultsKind
from ita_tui.domain.scores.arithmetic import CENT, HALF, deviation, rounded
from ita_tui.domain.scores.codes import INDICATORS, label, labels
from ita_tui.domain.scores.constraints import FULL, ZERO, Interval, Scores


@dataclass(frozen=True, slots=True)
class Spread:
    """The printed standard deviation is that of the ten printed indicators (n − 1)."""

    codes: frozenset[str] = frozenset((*INDICATORS, "sd"))
    about: ResultsKind = ResultsKind.SD
    target: str = "sd"

    def holds(self, scores: Scores) -> bool:
        return abs(scores["sd"] - self._value(scores)) <= _SD_TOLERANCE

    def allowed(self, code: str, scores: Scores) -> tuple[Interval, ...]:
        if code == "sd":
            value = self._value(scores)
            return ((value - _SD_TOLERANCE, value + _SD_TOLERANCE),)
        others = [scores[each] for each in INDICATORS if each != code]
        low, high = scores["sd"] - _SD_TOLERANCE, scores["sd"] + _SD_TOLERANCE
        return _values_for_deviation(others, max(low, ZERO), high)

    def strained(self, scores: Scores) -> bool:
        return abs(scores["sd"] - self._value(scores)) > _SD_TOLERANCE / 2

    def complaint(self, scores: Scores) -> str:
        value, printed = rounded(self._value(scores)), scores["sd"]
        said = (
            f"{label('sd')} {printed:.2f} ไม่ตรงกับค่าที่คำนวณจากตัวชี้วัดที่ 1–10 แบบกลุ่มตัวอย่าง (n−1) "
            f"ซึ่งได้ {value:.2f} (ต่างกัน {abs(value - printed):.2f})"
        )
        whole = rounded(self._value(scores) * _OF_WHOLE)
        return f"{said} ค่าที่พิมพ์เป็นแบบประชากร (n)" if abs(whole - printed) <= CENT < abs(value - printed) else said

    def _value(self, scores: Scores) -> Decimal:
        return deviation([scores[code] for code in INDICATORS])


_COUNT: Final = Decimal(len(INDICATORS))
_SD_TOLERANCE: Final = HALF + HALF * (_COUNT / (_COUNT - 1)).sqrt()
"""Half a cent of the printed deviation, and what half a cent of every indicator can do to it."""
_OF_WHOLE: Final = ((_COUNT - 1) / _COUNT).sqrt()


def _values_for_deviation(others: Sequence[Decimal], low: Decimal, high: Decimal) -> tuple[Interval, ...]:
    """Return where one more value puts the sample deviation of all between low and high.

    With m the mean of the others, the sum of squares is that of the others plus (value − m)² (n − 1) / n.
    """
    count = len(others) + 1
    mean = sum(others, ZERO) / len(others)
    squares = sum(((value - mean) ** 2 for value in others), ZERO)
    share = Decimal(count - 1) / count
    near, far = (((count - 1) * bound**2 - squares) / share for bound in (low, high))
    if far < 0:
        return ()
    outer = far.sqrt()
    if near <= 0:
        return ((mean - outer, mean + outer),)
    inner = near.sqrt()
    return (mean - outer, mean - inner), (mean + inner, mean + outer)


@dataclass(frozen=True, slots=True)
class Extreme:
    """The printed highest (or lowest) score is the highest (lowest) of the ten printed indicators."""

    target: str

    @property
    def about(self) -> ResultsKind:
        return ResultsKind(self.target)

    @property
    def codes(self) -> frozenset[str]:
        return frozenset((*INDICATORS, self.target))

    def holds(self, scores: Scores) -> bool:
        return scores[self.target] == self._value(scores[code] for code in INDICATORS)

    def allowed(self, code: str, scores: Scores) -> tuple[Interval, ...]:
        if code == self.target:
            value = self._value(scores[each] for each in INDICATORS)
            return ((value, value),)
        others, printed = self._value(scores[each] for each in INDICATORS if each != code), scores[self.target]
        if others == printed:
            return ((ZERO, printed) if self.target == "max" else (printed, FULL),)
        return ((printed, printed),) if self._value((others, printed)) == printed else ()

    def strained(self, scores: Scores) -> bool:
        return False

    def complaint(self, scores: Scores) -> str:
        value = self._value(scores[code] for code in INDICATORS)
        where = labels(code for code in INDICATORS if scores[code] == value)
        return f"{label(self.target)} {scores[self.target]:.2f} ไม่ตรงกับค่าในตาราง ซึ่งคือ {value:.2f} ({where})"

    def _value(self, values: Iterable[Decimal]) -> Decimal:
        return max(values) if self.target == "max" else min(values)
