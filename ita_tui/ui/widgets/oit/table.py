"""The table of OIT items, drawn line by line: a key repaints the lines it changed and no others.

It knows rows and a cursor, not the meeting. A stock table of 43 rows spent a frame and a half on each key.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_tui.ui.widgets.line_list import LineList, ListLine
from ita_tui.ui.widgets.oit.lines import Line, Part, Row, columns_of, head_parts, parts_of


class OitTable(LineList):
    """Rows in groups with one row under the cursor; headings are never under it."""

    HEAD_GROUND = ""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._now_title = ""
        self._reports = False
        self._shown: tuple[Line, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows it shows, without the headings."""
        return tuple(line for line in self._shown if isinstance(line, Row))

    @property
    def row(self) -> Row | None:
        """Return the row under the cursor; None in an empty table."""
        line = self._shown[self.at] if self.at >= 0 else None
        return line if isinstance(line, Row) else None

    @property
    def code(self) -> str:
        """Return the code of the row under the cursor; empty in an empty table."""
        return self.key

    def show_rows(self, lines: Sequence[Line], now_title: str, *, reports: bool = False) -> None:
        """Show lines; where the items stayed, only lines that differ are drawn anew.

        `reports` gives what was reported a column of its own.
        """
        old, self._shown = self._shown, tuple(lines)
        if (now_title, reports) == (self._now_title, self._reports) and _same_items(old, self._shown):
            for before, after in zip(old, self._shown, strict=True):
                if before != after:
                    self.redraw(self._line(after))
            return
        self._now_title, self._reports = now_title, reports
        self.show([self._line(line) for line in self._shown], self._head_parts)

    def _line(self, line: Line) -> ListLine:
        def draw(width: int) -> list[Part]:
            return parts_of(line, columns_of(width, self._reports), width)

        return ListLine(line.code, draw, isinstance(line, Row))

    def _head_parts(self, width: int) -> list[Part]:
        return head_parts(columns_of(width, self._reports), self._now_title, width)


def _same_items(old: Sequence[Line], new: Sequence[Line]) -> bool:
    """Tell whether every line is of the item or the group it was of."""
    return [(type(line), line.code) for line in old] == [(type(line), line.code) for line in new]
