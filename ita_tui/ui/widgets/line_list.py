"""A list drawn line by line: only lines in sight are drawn, and a key repaints no more than two of them.

It knows lines and a cursor, not what they tell; a line gives its parts for a width when it comes into sight.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from ita_tui.ui.widgets.oit.drawing import PartsView
from ita_tui.ui.widgets.oit.lines import Part

Draw = Callable[[int], list[Part]]
"""Gives parts that are together exactly as many cells wide as asked."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of the list."""

    key: str
    draw: Draw
    stop: bool = True
    """Whether the cursor may stand on it; a heading takes none."""


class LineList(PartsView, inherit_bindings=False):
    """Lines with one of them under the cursor, and a head above that does not scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "บรรทัดก่อนหน้า", show=False),
        Binding("down", "step(1)", "บรรทัดถัดไป", show=False),
        Binding("pageup", "page(-1)", "หน้าก่อน", show=False),
        Binding("pagedown", "page(1)", "หน้าถัดไป", show=False),
        Binding("home", "edge(0)", "บรรทัดแรก", show=False),
        Binding("end", "edge(-1)", "บรรทัดสุดท้าย", show=False),
    ]

    HEAD_GROUND = "band"
    """What lies below the head: the name of a component, empty for the list's own ground."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another line."""

        list: LineList
        key: str

        @property
        def control(self) -> LineList:
            """Return the list."""
            return self.list

    @dataclass
    class Clicked(Message):
        """The line under the cursor was clicked."""

        list: LineList
        key: str

        @property
        def control(self) -> LineList:
            """Return the list."""
            return self.list

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head: Draw | None = None
        self._lines: tuple[ListLine, ...] = ()
        self._stops: tuple[int, ...] = ()
        self._cursor = -1
        self._strips: dict[tuple[int, bool], Strip] = {}

    # --- what it shows ----------------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """Return the key of the line under the cursor; empty where there is none."""
        return self._lines[self._cursor].key if self._cursor >= 0 else ""

    @property
    def at(self) -> int:
        """Return which line is under the cursor, headings counted; -1 where none is."""
        return self._cursor

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the lines that the cursor may stand on, in order."""
        return tuple(self._lines[stop].key for stop in self._stops)

    def show(self, lines: Sequence[ListLine], head: Draw | None = None) -> None:
        """Show lines; the cursor stays on its key where that is still there, else near where it was."""
        key = self.key
        self._lines, self._head = tuple(lines), head
        self._stops = tuple(index for index, line in enumerate(self._lines) if line.stop)
        self._strips.clear()
        self.virtual_size = Size(0, len(self._lines) + self._above)
        self._cursor = self._index_near(key)
        self.call_after_refresh(self._keep_in_view)
        self.refresh()

    def _index_near(self, key: str) -> int:
        near = next((stop for stop in self._stops if stop >= self._cursor), self._stops[-1] if self._stops else -1)
        return next((stop for stop in self._stops if self._lines[stop].key == key), near)

    @property
    def _above(self) -> int:
        return 1 if self._head is not None else 0

    # --- the cursor -------------------------------------------------------------------------------------

    def move_to(self, key: str) -> None:
        """Put the cursor on a line; a key that is not shown leaves it where it is."""
        self._go(next((stop for stop in self._stops if self._lines[stop].key == key), self._cursor))

    def action_step(self, by: int) -> None:
        """Move by lines, never beyond the first or the last."""
        if self._stops:
            place = self._stops.index(self._cursor) + by
            self._go(self._stops[min(max(place, 0), len(self._stops) - 1)])

    def action_page(self, by: int) -> None:
        """Move by the height of the list."""
        if self._stops:
            target = self._cursor + by * max(1, self.size.height - self._above - 1)
            self._go(min(self._stops, key=lambda stop: abs(stop - target)))

    def action_edge(self, place: int) -> None:
        """Move to the first (0) or the last (-1) line."""
        if self._stops:
            self._go(self._stops[place])

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked line; tell of a click on the line that has it."""
        index = int(self.scroll_offset.y) + event.y - self._above
        if event.y < self._above or index not in self._stops:
            return
        if index == self._cursor:
            self.post_message(self.Clicked(self, self.key))
        self._go(index)

    def _go(self, index: int) -> None:
        if index == self._cursor:
            return
        old, self._cursor = self._cursor, index
        self.refresh_line(old + self._above)
        self.refresh_line(index + self._above)
        self._keep_in_view()
        self.post_message(self.Moved(self, self.key))

    def _keep_in_view(self) -> None:
        """Scroll so that the line, a heading right above it and one line of what follows are seen."""
        room = self.size.height - self._above
        if self._cursor < 0 or room < 1:
            return
        top = self._cursor - (1 if self._cursor and not self._lines[self._cursor - 1].stop else 0)
        bottom = min(self._cursor + 1, len(self._lines) - 1)
        first = int(self.scroll_offset.y)
        if top < first:
            self.scroll_to(y=top, animate=False)
        elif bottom >= first + room:
            self.scroll_to(y=bottom - room + 1, animate=False)

    # --- drawing ----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return a line of the window, exactly as wide as the widget without its scrollbar."""
        if y < self._above and self._head is not None:
            return self.strip_of(self._head(self.line_width), self.base(self.HEAD_GROUND))
        index = int(self.scroll_offset.y) + y - self._above
        if index >= len(self._lines):
            return Strip.blank(self.line_width, self.base())
        key = (index, index == self._cursor)
        if key not in self._strips:
            self._strips[key] = self._draw(index)
        return self._strips[key]

    def _draw(self, index: int) -> Strip:
        line = self._lines[index]
        base = self.base("cursor" if index == self._cursor else "" if line.stop else "band")
        return self.strip_of(line.draw(self.line_width), base)

    def redraw(self, line: ListLine) -> None:
        """Show another state of the line of that key."""
        for index, old in enumerate(self._lines):
            if old.key == line.key:
                self._lines = (*self._lines[:index], line, *self._lines[index + 1 :])
                self._strips.pop((index, True), None)
                self._strips.pop((index, False), None)
                self.refresh_line(index + self._above)

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme, or with and without focus."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Draw for the new width and keep the cursor in view."""
        self._strips.clear()
        self._keep_in_view()
