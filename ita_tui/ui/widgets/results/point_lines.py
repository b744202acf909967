"""Lines of the analysis: what a point is about, whether it is hers, and the beginning of what it says."""

from __future__ import annotations

from dataclasses import dataclass

from ita_tui.ui.widgets.oit.lines import Look, Part, exactly, fit
from ita_tui.ui.widgets.results.lines import DOUBT

OWN = "✎"
"""Beside words of hers."""
STRUCK = "✗"
"""Beside what the report leaves out."""

_ABOUT = 30


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the analysis as its line tells it."""

    about: str
    """Its indicator; for advice what kind of line it is."""
    text: str
    struck: bool = False
    own: bool = False
    doubt: bool = False


def point_parts(point: Point, width: int) -> list[Part]:
    """Return the line of a point: signs, what it is about, and as much of its text as there is room for."""
    look = Look.MUTED if point.struck else Look.PLAIN
    about = min(_ABOUT, width // 2)
    sign = STRUCK if point.struck else OWN if point.own else " "
    return exactly([
        (DOUBT if point.doubt else " ", Look.OPEN), (sign, Look.NAME), (" ", Look.PLAIN),
        (fit(point.about, about), look), ("  ", Look.PLAIN), (fit(point.text, max(0, width - about - 5)), look),
    ], width)
