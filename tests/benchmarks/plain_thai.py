"""Our widgets as programs of their own: `python -m tests.benchmarks.plain_thai text|area TEXTFILE [ROW COLUMN]`."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from ita_tui.ui.widgets.thai import hooks as thai_hooks


def text(shown: str) -> None:
    """Show a text."""

    class Text(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(Content(shown))

    Text().run()


def area(shown: str, row: int, column: int) -> None:
    """Run our editor as large as the stock one beside it."""
    from ita_tui.ui.widgets.thai.fields import ThaiTextArea

    class Area(App[None]):
        CSS = "ThaiTextArea { width: 64; height: 9; }"

        def compose(self) -> ComposeResult:
            yield ThaiTextArea(shown)

        def on_mount(self) -> None:
            self.query_one(ThaiTextArea).move_cursor((row, column))

    Area().run()


if __name__ == "__main__":
    thai_hooks.install()
    match sys.argv[1:]:
        case ["text", name]:
            text(Path(name).read_text(encoding="utf-8"))
        case ["area", name, row, column]:
            area(Path(name).read_text(encoding="utf-8"), int(row), int(column))
