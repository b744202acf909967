"""The charts of a report as drawings: bars lying with their names before them, and panels of columns over years.

Bars begin at 0 and end at 100, so that their lengths compare as the scores do; every value is written beside its bar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ita_tui.documents.blocks import Align, Chart, Column, Row, Table
from ita_tui.documents.charts.shapes import Anchor, Bar, Drawing, Label, Rule, Tone

WIDTH: Final = 450.0
"""Points between the margins of an upright page, nearly."""
_SIZE: Final = 14.0
_LINE: Final = 20.0
_CLOSE: Final = 13.5
"""Points of a line where two belong together."""
_BASE: Final = 0.32
"""How far below the middle of a line its letters stand, in the size of the type."""
_FULL: Final = 100.0
_UNKNOWN: Final = "-"


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of bar: what it is, and a value for each row, from 0 to 100 as printed; empty where none is known."""

    name: str
    values: tuple[str, ...]
    heights: tuple[float, ...]
    """The same values as numbers; 0 where none is known."""


def lying_bars(title: str, head: str, names: Sequence[str], series: Sequence[Series]) -> Chart:
    """Return bars that lie one below the other, each with its name before it and its value behind it.

    Of two series the first is this year's and stands out; the second is thinner and paler below it.
    """
    left, right = 190.0, 48.0
    room = WIDTH - left - right
    line = _LINE if len(series) == 1 else _CLOSE
    row = line * len(series) + 6
    shapes: list[Bar | Rule | Label] = [
        Label(0, _SIZE, head, bold=True), *_legend(series, left), Rule(0, _LINE + 2, WIDTH, _LINE + 2, Tone.HAIR)
    ]
    top = _LINE + 8
    for at, name in enumerate(names):
        y = top + at * row
        shapes.append(Label(0, y + line / 2 + _SIZE * _BASE, name))
        for below, each in enumerate(series):
            shapes.extend(_lying(each, at, left, y + (below + 0.5) * line, room, first=below == 0))
    end = top + len(names) * row
    shapes.append(Rule(left, _LINE + 2, left, end, Tone.QUIET))
    return Chart(title, Drawing(WIDTH, end + 2, _SIZE, tuple(shapes)), _table(head, names, series))


def _lying(series: Series, at: int, left: float, middle: float, room: float, *, first: bool) -> Iterator[Bar | Label]:
    height = 13.0 if first else 8.0
    length = room * series.heights[at] / _FULL
    yield Bar(left, middle - height / 2, length, height, Tone.STRONG if first else Tone.MIDDLE)
    yield Label(left + length + 4, middle + _SIZE * _BASE, series.values[at] or _UNKNOWN, bold=first)


def _legend(series: Sequence[Series], left: float) -> Iterator[Bar | Label]:
    """Name the series, each behind a sample of its tone where there are several."""
    for at, each in enumerate(series):
        x = left + at * 120
        if len(series) > 1:
            yield Bar(x, _SIZE - 9, 10, 9, Tone.MIDDLE if at else Tone.STRONG)
            x += 14
        yield Label(x, _SIZE, each.name, bold=at == 0)


def panels(title: str, head: str, names: Sequence[str], series: Sequence[Series]) -> Chart:
    """Return one panel of upright columns for each series, with the names (years) below the columns."""
    across, high = (2, _PANEL) if len(names) <= _MOST_IN_HALF else (1, _LOW_PANEL)
    gap = 24.0
    width = (WIDTH - gap * (across - 1)) / across
    shapes: list[Bar | Rule | Label] = []
    for at, each in enumerate(series):
        down, aside = divmod(at, across)
        shapes.extend(_panel(head, names, each, (aside * (width + gap), down * high), (width, high)))
    rows = -(-len(series) // across)
    return Chart(title, Drawing(WIDTH, rows * high - _LINE / 2, _SIZE, tuple(shapes)), _table(head, names, series))


_PANEL: Final = 134.0
"""Height of a panel beside another."""
_LOW_PANEL: Final = 108.0
"""Height of a panel over the whole width."""
_MOST_IN_HALF: Final = 5
"""How many columns with their values fit into half the width."""


def _panel(
    head: str, names: Sequence[str], series: Series, corner: tuple[float, float], size: tuple[float, float]
) -> Iterator[Bar | Rule | Label]:
    """Draw one series on its part of the sheet: the upper left corner, width and height."""
    (x, y), (width, height) = corner, size
    ground, room = y + height - 1.6 * _LINE, height - 3.6 * _LINE
    step = width / (len(names) + 0.6)
    first = x + step * 0.6
    yield Label(x, y + _SIZE, series.name, bold=True)
    for at, (name, value) in enumerate(zip(names, series.values, strict=True)):
        middle = first + step * (at + 0.5)
        last = at == len(names) - 1
        tall, thick = room * series.heights[at] / _FULL, min(step * 0.6, 34.0)
        yield Bar(middle - thick / 2, ground - tall, thick, tall, Tone.STRONG if last else Tone.MIDDLE)
        yield Label(middle, ground - tall - 4, value or _UNKNOWN, Anchor.MIDDLE, bold=last)
        yield Label(middle, ground + _SIZE + 1, name, Anchor.MIDDLE, bold=last)
    yield Rule(x, ground, x + width, ground, Tone.QUIET)
    yield Label(x, ground + _SIZE + 1, head)


def _table(head: str, names: Sequence[str], series: Sequence[Series]) -> Table:
    rows = (Row((name, *(each.values[at] or _UNKNOWN for each in series))) for at, name in enumerate(names))
    share = 60 // len(series)
    columns = (Column(100 - share * len(series)), *(Column(share, Align.CENTRE) for _ in series))
    return Table(columns, (head, *(each.name for each in series)), tuple(rows))
