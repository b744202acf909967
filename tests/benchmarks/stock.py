"""The yardsticks as programs, of Textual and nothing else: `python stock.py empty|text|area|lines [TEXTFILE …]`."""

from __future__ import annotations

import sys
from pathlib import Path


def empty() -> None:
    """Run the smallest app there is."""
    from textual.app import App

    App[None]().run()


def text(shown: str) -> None:
    """Show a text."""
    from textual.app import App, ComposeResult
    from textual.content import Content
    from textual.widgets import Static

    class Text(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(Content(shown))

    Text().run()


def area(text: str, row: int, column: int) -> None:
    """Run a stock TextArea as large as the meeting room's editor."""
    from textual.app import App, ComposeResult
    from textual.widgets import TextArea

    class Area(App[None]):
        CSS = "TextArea { width: 64; height: 9; }"

        def compose(self) -> ComposeResult:
            yield TextArea(text)

        def on_mount(self) -> None:
            self.query_one(TextArea).move_cursor((row, column))

    Area().run()


def lines() -> None:
    """Run a bare ScrollView that paints one line a key: the key's own letter, all over the line."""
    from rich.segment import Segment
    from textual import events
    from textual.app import App, ComposeResult
    from textual.geometry import Size
    from textual.scroll_view import ScrollView
    from textual.strip import Strip

    class Lines(ScrollView, can_focus=True):
        letter = " "

        def on_mount(self) -> None:
            self.virtual_size = Size(0, 50)

        def render_line(self, y: int) -> Strip:
            width = self.size.width
            return Strip([Segment((self.letter if y == 3 else " ") * width, self.rich_style)], width)

        def on_key(self, event: events.Key) -> None:
            self.letter = event.character or " "
            self.refresh_line(3)

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Lines()

    Bare().run()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["empty"]:
            empty()
        case ["lines"]:
            lines()
        case ["text", name]:
            text(Path(name).read_text(encoding="utf-8"))
        case ["area", name, row, column]:
            area(Path(name).read_text(encoding="utf-8"), int(row), int(column))
