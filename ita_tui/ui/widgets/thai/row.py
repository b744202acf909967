"""How a row of Thai text is drawn: no style begins or ends inside a cluster."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.text import Text
from textual.strip import Strip

from ita_tui.thai.clusters import cluster_end, cluster_start

if TYPE_CHECKING:
    from rich.style import Style, StyleType

Span = tuple[int, int]
"""First and last (exclusive) column."""


@dataclass(frozen=True, slots=True)
class Row:
    """All that decides how one row looks; equal rows look the same."""

    text: str
    selected: Span | None
    cursor: Span | None
    found: tuple[Span, ...]
    highlighted: bool
    width: int
    """Cells to fill."""
    base: Style | None
    selection_style: Style | None
    cursor_style: Style | None
    highlight_style: Style | None
    found_style: Style | None

    def strip(self) -> Strip:
        """Draws it: base, highlight, what is sought, selection and cursor styles over each other."""
        ground = self.base
        if ground is not None and self.highlighted:
            ground += self.highlight_style
        shown = self.text + " "
        over = [*((span, self.found_style) for span in self.found)]
        over += [(self.selected, self.selection_style)] if self.selected else []
        over += [(self.cursor, self.cursor_style)] if self.cursor else []
        cuts = sorted({0, len(self.text), len(shown), *(edge for span, _ in over for edge in span)})
        segments = []
        for first, last in pairwise(cuts):
            style = ground
            for (start, end), each in over:
                if style is not None and start <= first < end:
                    style += each
            segments.append(Segment(shown[first:last], style))
        return Strip(segments).adjust_cell_length(self.width, ground)


def part(span: Span | None, start: int, end: int, at_end: bool) -> Span | None:
    """What of a line's span lies on its row from `start` to `end` (one column more where the line ends)."""
    if span is None:
        return None
    first, last = max(span[0], start), min(span[1], end + at_end)
    return (first - start, last - start) if first < last else None


class ClusterText(Text):
    """Text whose styles reach to the edges of the clusters they touch."""

    def stylize(self, style: StyleType, start: int = 0, end: int | None = None) -> None:
        super().stylize(style, *self._snapped(start, end))

    def stylize_before(self, style: StyleType, start: int = 0, end: int | None = None) -> None:
        super().stylize_before(style, *self._snapped(start, end))

    def _snapped(self, start: int, end: int | None) -> tuple[int, int | None]:
        return cluster_start(self.plain, start), None if end is None else cluster_end(self.plain, end)
