"""What a check found, as values: of what kind, where, what is wrong in Thai, and what may be right."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_tui.domain.years import BEYear


class ResultsKind(StrEnum):
    """What is wrong with a year's figures; the codes are part of the JSON that scripts read."""

    RANGE = "range"
    """Not between 0 and 100."""
    ITEM_SCORE = "item_score"
    """Not a score that an OIT item has."""
    SUM = "sum"
    """Figures that do not make their sum."""
    MEAN = "mean"
    """A printed mean of indicators that is not one."""
    SD = "sd"
    """A printed standard deviation that is not one."""
    MAX = "max"
    MIN = "min"
    TWO_VALUES = "two_values"
    """One figure printed with several values."""
    MISSING = "missing"
    """A gap inside a group of codes that is otherwise there."""
    UNKNOWN_CODE = "unknown_code"
    """A code that the year does not have."""
    LEVEL = "level"
    """A level that does not follow from the scores."""
    LEVEL_SCALE = "level_scale"
    """A level of another period's scale."""
    NAME = "name"
    """A name that differs from the catalogue."""
    TEXT = "text"
    """Words of the analysis that do not fit the figures."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may be the culprit, and the value that would make everything agree."""

    where: str
    """A results code; `level` for the level."""
    value: Decimal | str
    """The likeliest right value; a text only where the figure is one (a level, a name)."""
    low: Decimal | None
    """Between low and high every two-decimal value would agree; None for a text."""
    high: Decimal | None
    why: str
    """What speaks for it, in Thai with Arabic digits."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree."""

    kind: ResultsKind
    where: str
    """A results code, or `level`: the figure to look at first; where several fit equally, the sum that fails."""
    year: BEYear
    message: str
    """What is wrong, in Thai with Arabic digits."""
    candidates: tuple[Candidate, ...] = ()
    """What may be right, likeliest first."""
