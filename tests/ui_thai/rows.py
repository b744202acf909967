"""Where the rows of a screen break: every widget that shows text tells by itself which part of it stands in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList


@dataclass(frozen=True, slots=True)
class Break:
    """A line of text that goes on in another row."""

    widget: str
    line: str
    at: int
    """Code points of the line that stand in the rows before."""


def breaks_on(screen: Screen[object]) -> Iterator[Break]:
    """Every break in what the screen shows, but for text fields, which have tests of their own."""
    for widget in (*screen.query(Widget), *screen.query("Toast"), *screen.query("Tooltip")):
        if not widget.is_container and widget.display and widget.region and widget.visible:
            yield from _breaks_of(widget)


def _breaks_of(widget: Widget) -> Iterator[Break]:
    for y in range(widget.size.height):
        meta = _first_meta(widget, y)
        column, number = meta.get("offset", (0, None))
        if not column or number is None:
            continue
        if isinstance(widget, OptionList):
            shown = widget._get_visual(widget.get_option_at_index(meta["option"]))
        else:
            shown = widget._render()
        if isinstance(shown, Content):
            yield Break(type(widget).__name__, shown.plain.split("\n")[number], column)


def _first_meta(widget: Widget, y: int) -> dict[str, Any]:
    """What a widget says of the first text in one of its rows."""
    for segment in widget.render_line(y):
        if segment.text.strip() and segment.style is not None and "offset" in segment.style.meta:
            return segment.style.meta
    return {}
