"""The wrapped view of a text and the ways of a cursor through it, in clusters and rows instead of code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from rich.cells import cell_len
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset

from ita_tui.thai.clusters import next_boundary, previous_boundary
from ita_tui.ui.widgets.thai.wrap import column_at, rewrapped, row_ends

if TYPE_CHECKING:
    from textual.document._document import DocumentBase, Location


class RowEnd(tuple[int, int]):
    """A location behind the last letter of a row whose line goes on below.

    Line and column are those of the first letter of the row below, where the cursor would stand otherwise.
    It is a place of its own, so it equals no plain location.
    """

    __slots__ = ()
    __hash__ = tuple.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RowEnd) and tuple(self) == tuple(other)

    def __ne__(self, other: object) -> bool:
        return not self == other


class Rows(Sequence[str]):
    """The rows of one line, cut out only when looked at."""

    def __init__(self, line: str, ends: list[int]) -> None:
        self._line = line
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends) + 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        start, end = self.span(index)
        return self._line[start:end]

    def span(self, index: int) -> tuple[int, int]:
        """Where a row begins and ends in its line; negative indices count from the last row."""
        if index < 0:
            index += len(self)
        start = self._ends[index - 1] if index else 0
        return start, self._ends[index] if index < len(self._ends) else len(self._line)


class ThaiWrappedDocument(WrappedDocument):
    """A document in rows of whole words; an edit makes only the rows anew that it moves."""

    def __init__(self, document: DocumentBase, width: int = 0) -> None:
        super().__init__(document, width)

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wraps every line at `width` cells; 0 for no wrapping. Cleaned text holds no tabs to measure."""
        self._width = width
        self._tab_width_cache = []
        self._wrap_offsets = [list(row_ends(line, width)) for line in self.document.lines]
        self._number_rows()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wraps again what one edit touched; called after the document has changed."""
        top = min(start[0], old_end[0])
        old_bottom, bottom = max(start[0], old_end[0]), max(start[0], new_end[0])
        lines = self.document.lines[top : bottom + 1]
        if top == old_bottom == bottom and self._width:
            old = self._wrap_offsets[top]
            columns = (min(start[1], old_end[1], new_end[1]), old_end[1], new_end[1])
            fresh = [rewrapped(lines[0], self._width, old, columns)]
        else:
            fresh = [list(row_ends(line, self._width)) for line in lines]
        heights = [len(ends) for ends in self._wrap_offsets[top : old_bottom + 1]]
        self._wrap_offsets[top : old_bottom + 1] = fresh
        if heights != [len(ends) for ends in fresh]:
            self._number_rows(top)

    def _number_rows(self, first: int = 0) -> None:
        """Says anew which rows each line from `first` on has, and which line stands on each row."""
        row = self._line_index_to_offsets[first][0] if first else 0
        del self._line_index_to_offsets[first:]
        del self._offset_to_line_info[row:]
        for index in range(first, len(self._wrap_offsets)):
            count = len(self._wrap_offsets[index]) + 1
            self._line_index_to_offsets.append(list(range(row, row + count)))
            self._offset_to_line_info.extend((index, part) for part in range(count))
            row += count

    @property
    def height(self) -> int:
        """Rows of the whole document."""
        return len(self._offset_to_line_info)

    def rows(self, line_index: int) -> Rows:
        """The rows of one line."""
        return Rows(self.document[line_index], self._wrap_offsets[line_index])

    def get_sections(self, line_index: int) -> list[str]:
        """The rows of one line, as the stock navigator asks for them."""
        return self.rows(line_index)  # type: ignore[return-value]

    def row_at(self, y: int) -> tuple[int, int, int] | None:
        """Line, first and last column (exclusive) of row `y` of the document, None below its end."""
        if not 0 <= y < len(self._offset_to_line_info):
            return None
        line, part = self._offset_to_line_info[y]
        return (line, *self.rows(line).span(part))

    def location_to_offset(self, location: Location) -> Offset:
        """The cell and row of a location; of one below the text, as there is in the middle of an undo, the last row."""
        line_index, column = min(location[0], self.document.line_count - 1), location[1]
        ends = self._wrap_offsets[line_index]
        part = (bisect_left if isinstance(location, RowEnd) else bisect_right)(ends, column)
        start = ends[part - 1] if part else 0
        return Offset(cell_len(self.document[line_index][start:column]), self._line_index_to_offsets[line_index][part])

    def offset_to_location(self, offset: Offset) -> Location:
        """The location of the cluster at a cell of a row, or of the row's end where the cell lies behind it."""
        y = min(max(0, offset.y), self.height - 1)
        line, part = self._offset_to_line_info[y]
        start, end = self.rows(line).span(part)
        column = start + column_at(self.document[line][start:end], max(0, offset.x))
        return self._in_row(line, column, end)

    def row_start(self, location: Location) -> Location:
        """Where the row of a location begins."""
        line, start, _ = self._row_of(location)
        return line, start

    def row_end(self, location: Location) -> Location:
        """The place behind the last letter of the row of a location."""
        line, _, end = self._row_of(location)
        return self._in_row(line, end, end)

    def _row_of(self, location: Location) -> tuple[int, int, int]:
        line, part = self._offset_to_line_info[self.location_to_offset(location).y]
        return (line, *self.rows(line).span(part))

    def _in_row(self, line: int, column: int, end: int) -> Location:
        return RowEnd((line, end)) if column == end < len(self.document[line]) else (line, column)


class ThaiNavigator(DocumentNavigator):
    """Cursor moves by cluster and by row."""

    _wrapped_document: ThaiWrappedDocument

    def get_location_left(self, location: Location) -> Location:
        """One cluster back, or the end of the line above."""
        line, column = location
        if not column:
            return super().get_location_left(location)
        return line, previous_boundary(self._document[line], column)

    def get_location_right(self, location: Location) -> Location:
        """One cluster on, or the start of the line below."""
        line, column = location
        if column >= len(self._document[line]):
            return super().get_location_right(location)
        return line, next_boundary(self._document[line], column)

    def get_location_home(self, location: Location, smart_home: bool = False) -> Location:
        """The first place of the row; prose has no indent to stop at."""
        return self._wrapped_document.row_start(location)

    def get_location_end(self, location: Location) -> Location:
        """The place behind the last letter of the row."""
        return self._wrapped_document.row_end(location)

    def get_location_above(self, location: Location) -> Location:
        """The same cell of the row above; the start of the text from the first row."""
        if self.is_first_wrapped_line(location):
            return 0, 0
        return self._beside(location, -1)

    def get_location_below(self, location: Location) -> Location:
        """The same cell of the row below; the end of the text from the last row."""
        if self.is_last_wrapped_line(location):
            return self._document.end
        return self._beside(location, 1)

    def _beside(self, location: Location, rows: int) -> Location:
        x, y = self._wrapped_document.location_to_offset(location)
        return self._wrapped_document.offset_to_location(Offset(max(x, self.last_x_offset), y + rows))

    def is_first_wrapped_line(self, location: Location) -> bool:
        """Whether nothing is above the row of a location."""
        return self._wrapped_document.location_to_offset(location).y == 0

    def is_last_wrapped_line(self, location: Location) -> bool:
        """Whether nothing is below the row of a location."""
        return self._wrapped_document.location_to_offset(location).y == self._wrapped_document.height - 1
