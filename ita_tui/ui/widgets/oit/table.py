"""The table of OIT items, drawn line by line: a key repaints the lines it changed and no others.

It knows rows and a cursor, not the meeting. A stock table of 43 rows spent a frame and a half on each key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from ita_tui.ui.widgets.oit.drawing import PartsView
from ita_tui.ui.widgets.oit.lines import Heading, Line, Row, columns_of, head_parts, parts_of

_HEAD = 1
"""Lines of the head of the columns, which does not scroll."""


class OitTable(PartsView, inherit_bindings=False):
    """Rows in groups with one row under the cursor; headings are never under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "ข้อก่อนหน้า", show=False),
        Binding("down", "step(1)", "ข้อถัดไป", show=False),
        Binding("pageup", "page(-1)", "หน้าก่อน", show=False),
        Binding("pagedown", "page(1)", "หน้าถัดไป", show=False),
        Binding("home", "edge(0)", "ข้อแรก", show=False),
        Binding("end", "edge(-1)", "ข้อสุดท้าย", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        table: OitTable
        code: str

        @property
        def control(self) -> OitTable:
            """Return the table."""
            return self.table

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._now_title = ""
        self._reports = False
        self._lines: tuple[Line, ...] = ()
        self._stops: tuple[int, ...] = ()
        self._cursor = -1
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._head: Strip | None = None

    # --- what it shows ----------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows it shows, without the headings."""
        return tuple(line for line in self._lines if isinstance(line, Row))

    @property
    def row(self) -> Row | None:
        """Return the row under the cursor; None in an empty table."""
        line = self._lines[self._cursor] if self._stops else None
        return line if isinstance(line, Row) else None

    @property
    def code(self) -> str:
        """Return the code of the row under the cursor; empty in an empty table."""
        return self.row.code if self.row else ""

    def show(self, lines: Sequence[Line], now_title: str, *, reports: bool = False) -> None:
        """Show lines; where the items stayed, only lines that differ are drawn anew.

        `reports` gives what was reported a column of its own.
        """
        old, self._lines = self._lines, tuple(lines)
        if (now_title, reports) == (self._now_title, self._reports) and _same_items(old, self._lines):
            for index, (before, after) in enumerate(zip(old, self._lines, strict=True)):
                if before != after:
                    self._redraw(index)
            return
        code = old[self._cursor].code if old and self._cursor >= 0 else ""
        self._now_title, self._reports = now_title, reports
        self._stops = tuple(index for index, line in enumerate(self._lines) if isinstance(line, Row))
        self._forget_strips()
        self.virtual_size = Size(0, len(self._lines) + _HEAD)
        self._cursor = self._index_near(code, self._cursor)
        self.call_after_refresh(self._keep_in_view)
        self.refresh(layout=True)

    def _index_near(self, code: str, index: int) -> int:
        """Return where a code stands, else the first row from `index` on, else the last one; -1 without rows."""
        after = [stop for stop in self._stops if stop >= index] or list(self._stops[-1:])
        return next((stop for stop in self._stops if self._lines[stop].code == code), after[0] if after else -1)

    # --- the cursor -------------------------------------------------------------------------------------

    def move_to(self, code: str) -> None:
        """Put the cursor on a row; a code that is not shown leaves it where it is."""
        self._go(next((stop for stop in self._stops if self._lines[stop].code == code), self._cursor))

    def action_step(self, by: int) -> None:
        """Move by rows, never beyond the first or the last."""
        if self._stops:
            place = self._stops.index(self._cursor) + by
            self._go(self._stops[min(max(place, 0), len(self._stops) - 1)])

    def action_page(self, by: int) -> None:
        """Move by the height of the table."""
        if self._stops:
            target = self._cursor + by * max(1, self.size.height - _HEAD - 1)
            self._go(min(self._stops, key=lambda stop: abs(stop - target)))

    def action_edge(self, place: int) -> None:
        """Move to the first (0) or the last (-1) row."""
        if self._stops:
            self._go(self._stops[place])

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked row; headings take no cursor."""
        index = int(self.scroll_offset.y) + event.y - _HEAD
        if event.y >= _HEAD and index in self._stops:
            self._go(index)

    def _go(self, index: int) -> None:
        if index == self._cursor:
            return
        old, self._cursor = self._cursor, index
        self.refresh_line(old + _HEAD)
        self.refresh_line(index + _HEAD)
        self._keep_in_view()
        self.post_message(self.Moved(self, self.code))

    def _keep_in_view(self) -> None:
        """Scroll so that the row, the heading right above it and one line of what follows are seen."""
        room = self.size.height - _HEAD
        if self._cursor < 0 or room < 1:
            return
        top = self._cursor
        if top and isinstance(self._lines[top - 1], Heading):
            top -= 1
        bottom = min(self._cursor + 1, len(self._lines) - 1)
        first = int(self.scroll_offset.y)
        if top < first:
            self.scroll_to(y=top, animate=False)
        elif bottom >= first + room:
            self.scroll_to(y=bottom - room + 1, animate=False)

    # --- drawing ----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return a line of the window, exactly as wide as the widget without its scrollbar."""
        if y < _HEAD:
            if self._head is None:
                width = self.line_width
                parts = head_parts(columns_of(width, self._reports), self._now_title, width)
                self._head = self.strip_of(parts, self.base())
            return self._head
        index = int(self.scroll_offset.y) + y - _HEAD
        if index >= len(self._lines):
            return Strip.blank(self.line_width, self.base())
        key = (index, index == self._cursor)
        if key not in self._strips:
            self._strips[key] = self._draw(index)
        return self._strips[key]

    def _draw(self, index: int) -> Strip:
        line, width = self._lines[index], self.line_width
        ground = "band" if isinstance(line, Heading) else "cursor" if index == self._cursor else ""
        return self.strip_of(parts_of(line, columns_of(width, self._reports), width), self.base(ground))

    def _redraw(self, index: int) -> None:
        self._strips.pop((index, True), None)
        self._strips.pop((index, False), None)
        self.refresh_line(index + _HEAD)

    def _forget_strips(self) -> None:
        self._strips.clear()
        self._head = None

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme, or with and without focus."""
        super().notify_style_update()
        self._forget_strips()

    def on_resize(self) -> None:
        """Draw for the new width and keep the cursor in view."""
        self._forget_strips()
        self._keep_in_view()


def _same_items(old: Sequence[Line], new: Sequence[Line]) -> bool:
    """Tell whether every line is of the item or the group it was of."""
    return [(type(line), line.code) for line in old] == [(type(line), line.code) for line in new]
