"""How a row of Thai text is drawn: no style begins or ends inside a cluster."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.text import Text
from textual.strip import Strip

from ita_tui.thai.clusters import cluster_end, cluster_start, next_boundary
from ita_tui.ui.widgets.thai.document import RowEnd

if TYPE_CHECKING:
    from rich.style import Style, StyleType
    from textual.document._document import Location, Selection

Span = tuple[int, int]
"""First and last (exclusive) column."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the rows of a widget have in common."""

    width: int
    """Cells to fill."""
    base: Style | None
    selection: Style | None
    cursor: Style | None
    highlight: Style | None
    found: Style | None


@dataclass(frozen=True, slots=True)
class Row:
    """All that decides how one row looks; equal rows look the same."""

    text: str
    selected: Span | None
    cursor: Span | None
    found: tuple[Span, ...]
    highlighted: bool
    look: Look

    def strip(self) -> Strip:
        """Draws it: base, highlight, what is sought, selection and cursor styles over each other."""
        look = self.look
        ground = look.base
        if ground is not None and self.highlighted:
            ground += look.highlight
        shown = self.text + " "
        over = [*((span, look.found) for span in self.found)]
        over += [(self.selected, look.selection)] if self.selected else []
        over += [(self.cursor, look.cursor)] if self.cursor else []
        cuts = sorted({0, len(self.text), len(shown), *(edge for span, _ in over for edge in span)})
        segments = []
        for first, last in pairwise(cuts):
            style = ground
            for (start, end), each in over:
                if style is not None and start <= first < end:
                    style += each
            segments.append(Segment(shown[first:last], style))
        return Strip(segments).adjust_cell_length(look.width, ground)


def part(span: Span | None, start: int, end: int, at_end: bool) -> Span | None:
    """What of a line's span lies on its row from `start` to `end` (one column more where the line ends)."""
    if span is None:
        return None
    first, last = max(span[0], start), min(span[1], end + at_end)
    return (first - start, last - start) if first < last else None


def selected_part(selection: Selection, index: int, length: int) -> Span | None:
    """The selected columns of line `index`; one past its end when its line end is selected too."""
    top, bottom = sorted(selection)
    if top == bottom or not top[0] <= index <= bottom[0]:
        return None
    return top[1] if index == top[0] else 0, bottom[1] if index == bottom[0] else length + 1


def cursor_part(line: str, start: int, end: int, cursor: Location) -> Span | None:
    """The columns of a cursor in `line` on its row from `start` to `end`, counted from there; None on other rows."""
    column = cursor[1]
    if column == end and (isinstance(cursor, RowEnd) or end == len(line)):
        return end - start, end - start + 1
    if not start <= column < end or (column == start and isinstance(cursor, RowEnd)):
        return None
    return column - start, next_boundary(line, column) - start


class ClusterText(Text):
    """Text whose styles reach to the edges of the clusters they touch."""

    def stylize(self, style: StyleType, start: int = 0, end: int | None = None) -> None:
        super().stylize(style, *self._snapped(start, end))

    def stylize_before(self, style: StyleType, start: int = 0, end: int | None = None) -> None:
        super().stylize_before(style, *self._snapped(start, end))

    def _snapped(self, start: int, end: int | None) -> tuple[int, int | None]:
        return cluster_start(self.plain, start), None if end is None else cluster_end(self.plain, end)
