"""Rows of Thai text in terminal cells: words first, a word too wide for its row by its own parts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from ita_tui.thai.clusters import boundaries, clusters
from ita_tui.thai.words import breaks_within, iter_breaks

_LOOK_BACK = 400
"""An edit may change word breaks at most this many code points before itself (a name, ICU's look-ahead)."""

_BY_CLUSTER = 2
"""Depth at which a piece is cut between clusters: the piece itself and its words were too wide."""


def row_ends(
    text: str, width: int, start: int = 0, *, hanging: bool = False, fold: bool = True
) -> Iterator[int]:
    """Where the rows of `text` from `start` (a row's start) end, but for the last, at most `width` cells each.

    With `hanging`, blanks at a row's end may stand over its edge, as where they are cut off before
    they are shown. A row is wider only when a single cluster is, or without `fold` a single word. Found
    as far as they are asked for.
    """
    return (end for end, _ in _ends(text, width, start, hanging=hanging, fold=fold))


def _ends(text: str, width: int, start: int, *, hanging: bool = False, fold: bool = True) -> Iterator[tuple[int, bool]]:
    """The row ends, and of each whether it stands between words (else a word too wide for its row was folded)."""
    if width <= 0:
        return
    rows = _Rows(text, width, hanging, fold)
    begin = start
    for end in iter_breaks(text, start):
        cells = cell_len(text[begin:end])
        if rows.used + cells <= width:
            rows.used += cells
        else:
            for row_end in rows.place(begin, end):
                yield row_end, row_end == begin
        begin = end


class _Rows:
    """The row being filled: how many cells of it are used."""

    def __init__(self, text: str, width: int, hanging: bool, fold: bool) -> None:
        self.text = text
        self.width = width
        self.hanging = hanging
        self.deepest = _BY_CLUSTER if fold else -1
        self.used = 0

    def place(self, begin: int, end: int, depth: int = 0) -> Iterator[int]:
        """Puts one piece on this row or the next, folding it when no row can hold it."""
        piece = self.text[begin:end]
        cells = cell_len(piece)
        needed = cell_len(piece.rstrip()) if self.hanging else cells
        if self.used + needed <= self.width:
            self.used += cells
        elif needed <= self.width or depth > self.deepest:
            if self.used:
                yield begin
            self.used = cells
        else:
            for part_end in self._parts(begin, end, depth):
                yield from self.place(begin, part_end, depth + 1)
                begin = part_end

    def _parts(self, begin: int, end: int, depth: int) -> Iterable[int]:
        if depth < _BY_CLUSTER:
            return breaks_within(self.text, begin, end)
        return [begin + at for at in boundaries(self.text[begin:end])[1:]]


def rewrapped(text: str, width: int, old: list[int], edit: tuple[int, int, int]) -> list[int]:
    """The row ends after one edit, given those before it: only the rows it moved are made anew.

    `edit` is where it began, where it ended in the old text and where it ends in `text`.
    """
    top, old_bottom, bottom = edit
    shift = bottom - old_bottom
    kept = bisect_right(old, top - _LOOK_BACK)
    ends = old[:kept]
    for end, between_words in _ends(text, width, ends[-1] if ends else 0):
        ends.append(end)
        if end > bottom and between_words:
            same = bisect_left(old, end - shift)
            if same < len(old) and old[same] == end - shift:
                ends.extend(offset + shift for offset in old[same + 1 :])
                break
    return ends


def column_at(row: str, cell: int) -> int:
    """The cluster boundary of `row` at whose cluster the cell lies; the row's length when it lies behind."""
    used = column = 0
    for cluster in clusters(row):
        used += cell_len(cluster)
        if used > cell:
            return column
        column += len(cluster)
    return len(row)
