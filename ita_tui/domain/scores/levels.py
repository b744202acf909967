"""The level of a year's result: the scale of its period as data, and what follows from the scores.

The two scales are those of domain papers of 2564 to 2568: letters to 2565 by the overall score alone, words from
2566 by the overall score and every instrument. The assessor's own text was not found, so a level stays editable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Final

from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import recomputed
from ita_tui.domain.scores.codes import INSTRUMENTS, OVERALL
from ita_tui.domain.years import BEYear

_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Band:
    """One level: the least overall score, and the least score of every instrument where that counts."""

    level: str
    overall: Decimal
    each: Decimal = _ZERO


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels of a period, best first; the last one takes every score."""

    bands: tuple[Band, ...]
    since: BEYear | None = None
    """The first score year it holds for; None for the earliest scale."""

    def level(self, overall: Decimal, instruments: tuple[Decimal, ...]) -> str:
        """Return the level that follows from an overall score and the instruments' scores."""
        least = min(instruments, default=_ZERO)
        reached = (band.level for band in self.bands if overall >= band.overall and least >= band.each)
        return next(reached, self.bands[-1].level)

    @property
    def levels(self) -> tuple[str, ...]:
        """Return the levels, best first."""
        return tuple(band.level for band in self.bands)


def _band(level: str, overall: int, each: int = 0) -> Band:
    return Band(level, Decimal(overall), Decimal(each))


SCALES: Final = (
    Scale((_band("ผ่านดีเยี่ยม", 95, 95), _band("ผ่านดี", 85, 85), _band("ผ่าน", 85), _band("ต้องปรับปรุง", 70),
           _band("ต้องปรับปรุงโดยด่วน", 0)), BEYear(2566)),
    Scale((_band("AA", 95), _band("A", 85), _band("B", 75), _band("C", 65), _band("D", 55), _band("E", 50),
           _band("F", 0))),
)
"""Every scale, latest first."""


def scale_of(year: BEYear) -> Scale:
    """Return the scale of a score year."""
    return next(scale for scale in SCALES if scale.since is None or year >= scale.since)


def read_level(text: str) -> str:
    """Return a level as the scales spell it: without ระดับ, blanks and small letters."""
    return "".join(text.split()).removeprefix("ระดับ").upper()


def possible_levels(year: BEYear, scores: Mapping[str, Decimal]) -> tuple[str, ...]:
    """Return every level that the known scores allow, best first: one where they decide it, none without overall."""
    if OVERALL not in scores:
        return ()
    scale = scale_of(year)
    extremes = (_ZERO, *(band.each for band in scale.bands))
    ranges = [(scores[code],) if code in scores else extremes for code in INSTRUMENTS]
    found = {scale.level(scores[OVERALL], each) for each in product(*ranges)}
    return tuple(level for level in scale.levels if level in found)


def levels_for(results: Results) -> tuple[str, ...]:
    """Return every level that a year's results allow, best first; what was not entered is computed where it can be."""
    entered = {OVERALL, *INSTRUMENTS} <= results.scores.keys()
    return possible_levels(results.year, results.scores if entered else {**recomputed(results), **results.scores})
