"""Lines of the results as facts and as cells: a figure with its years side by side, its change and its bar.

Nothing here knows a screen or a colour; every line is exactly as wide as asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len

from ita_tui.domain.analysis.rules import Change, Direction
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.ui.widgets.oit.lines import Look, Part, exactly, fit

DOUBT = "!"
"""Beside a figure that a check points at."""
MAYBE = "?"
"""Beside a figure that may be the culprit."""

_SIGNS = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.SAME: "=", Direction.UNKNOWN: ""}
_CHANGE_LOOKS = {Direction.UP: Look.DONE, Direction.DOWN: Look.OPEN, Direction.SAME: Look.MUTED}
_YEAR = 10
"""Cells of a year's column: the shortest level is 8 wide, a score 6."""
_CHANGE = 16
_NAME = 27
"""The least a name is left."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as the list tells it."""

    code: str
    label: str
    values: tuple[str, ...]
    """As printed, of each year that is shown, in Arabic digits; empty where it is not known."""
    change: Change
    score: Decimal | None = None
    """What the bar shows; None for none."""
    mark: str = ""
    more: bool = False
    """Whether it can be opened."""
    indent: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Widths:
    """Cells of the columns."""

    name: int
    years: int
    """How many years there is room for."""
    change: int
    bar: int


def widths_of(width: int, years: int) -> Widths:
    """Return the columns of a width for that many years; the bar gives way first, then years, then the change."""
    bar = 22 if width >= 112 else 12 if width >= 76 else 0
    change = _CHANGE if width >= _NAME + _CHANGE + _YEAR else 0
    room = max(1, (width - _NAME - change - bar - 2) // _YEAR)
    shown = max(1, min(years, room))
    return Widths(max(0, width - 2 - shown * _YEAR - change - bar), shown, change, bar)


def change_words(change: Change) -> str:
    """Return a change by sign, number and word: ▲ 1.20 เพิ่มขึ้น; empty where the year before is not known."""
    number = f"{change.difference:.2f}" if change.difference else ""
    parts = (_SIGNS[change.direction], number, change.direction.label)
    return thai_digits(" ".join(part for part in parts if part))


def head_parts(years: tuple[str, ...], width: int) -> list[Part]:
    """Return the head: the years, the one looked at first."""
    widths = widths_of(width, len(years))
    shown = years[: widths.years]
    looks = (Look.NAME, *(Look.MUTED for _ in shown))
    columns = [(_right(thai_digits(year), _YEAR), look) for year, look in zip(shown, looks, strict=False)]
    parts = [("  ", Look.PLAIN), (fit("รายการ", widths.name), Look.MUTED), *columns]
    return exactly([*parts, (fit("  เทียบปีก่อน", widths.change), Look.MUTED), (" " * widths.bar, Look.PLAIN)], width)


def figure_parts(figure: Figure, width: int) -> list[Part]:
    """Return the line of a figure."""
    widths = widths_of(width, len(figure.values))
    arrow = "›" if figure.more else " "
    name = fit(f"{'  ' * figure.indent}{thai_digits_in_text(figure.label)}", widths.name - 1) + " "
    values = [
        (_right(thai_digits_in_text(value), _YEAR), Look.PLAIN if at == 0 else Look.MUTED)
        for at, value in enumerate(figure.values[: widths.years])
    ]
    change_look = _CHANGE_LOOKS.get(figure.change.direction, Look.MUTED)
    return exactly([
        (fit(figure.mark, 1), Look.OPEN if figure.mark == DOUBT else Look.HALFWAY), (arrow, Look.HERE),
        (name if widths.name else "", Look.NAME if figure.strong else Look.PLAIN), *values,
        (fit(f"  {change_words(figure.change)}", widths.change), change_look),
        *_bar(figure.score, widths.bar),
    ], width)


def heading_parts(words: str, width: int) -> list[Part]:
    """Return the line above a group."""
    return exactly([(fit(f"  {words}", width), Look.GROUP)], width)


def _bar(score: Decimal | None, width: int) -> list[Part]:
    """Return a bar of 0 to 100, its last cell half full where that is nearer."""
    if width < 4 or score is None:
        return [(" " * width, Look.PLAIN)]
    cells = width - 2
    halves = int(2 * cells * min(max(score, Decimal(0)), Decimal(100)) / 100)
    full, half = divmod(halves, 2)
    return [("  ", Look.PLAIN), ("━" * full + "╸" * half, Look.GROUP), ("─" * (cells - full - half), Look.MUTED)]


def _right(text: str, width: int) -> str:
    shown = fit(text, width - 1).rstrip(" ")
    return " " * (width - cell_len(shown)) + shown

