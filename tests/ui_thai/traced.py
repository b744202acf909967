"""An editor and a line that write down what each key left: many keys at once, and what every one of them did."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from ita_tui.ui.widgets.thai.fields import ThaiInput, ThaiTextArea


@dataclass(frozen=True, slots=True)
class Left:
    """What a key left."""

    text: str
    start: int
    """Column of the selection's start; where nothing is selected, of the cursor."""
    cursor: int

    @property
    def selected(self) -> str:
        """The text selected."""
        first, last = sorted((self.start, self.cursor))
        return self.text[first:last]


class TracedArea(ThaiTextArea):
    """The editor, with its text as one line."""

    left: list[Left]

    async def on_event(self, event: events.Event) -> None:
        await super().on_event(event)
        if isinstance(event, events.Key | events.Click):
            (_, start), (_, end) = self.selection
            self.left.append(Left(self.text, start, end))


class TracedLine(ThaiInput):
    """The line."""

    left: list[Left]

    async def on_event(self, event: events.Event) -> None:
        await super().on_event(event)
        if isinstance(event, events.Key | events.Click):
            self.left.append(Left(self.value, *self.selection))


class TracedApp(App[None]):
    """Both, without borders, low, so that little is painted."""

    CSS = """
    TracedArea, TracedArea:focus { height: 2; border: none; padding: 0; }
    TracedLine, TracedLine:focus { border: none; padding: 0; height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.area, self.line = TracedArea(), TracedLine(select_on_focus=False)
        self.area.left, self.line.left = [], []

    def compose(self) -> ComposeResult:
        yield self.area
        yield self.line


async def stand(pilot: Pilot[None], widget: TracedArea | TracedLine, text: str, at: int) -> None:
    """Put a text into a widget and the cursor at a column."""
    if not widget.has_focus:
        widget.focus()
        await pilot.pause()
    if isinstance(widget, TracedLine):
        widget.value = text
        widget.cursor_position = at
    else:
        widget.load_text(text)
        widget.move_cursor((0, at))


async def press(pilot: Pilot[None], widget: TracedArea | TracedLine, *keys: str) -> list[Left]:
    """Press keys as fast as a terminal can send them; return what each left."""
    widget.left.clear()
    for key in keys:
        pilot.app.post_message(events.Key(key, None))
    while len(widget.left) < len(keys):
        await asyncio.sleep(0)
    return list(widget.left)


async def click(pilot: Pilot[None], widget: TracedArea | TracedLine, cell: int, times: int) -> list[Left]:
    """Click on a cell of the first row as fast as a mouse can; return what each click left."""
    widget.left.clear()
    x, y = widget.region.x + cell, widget.region.y
    for _ in range(times):
        for kind in (events.MouseDown, events.MouseUp):
            pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
    while len(widget.left) < times:
        await asyncio.sleep(0)
    return list(widget.left)
