"""One line asked for at the bottom of a screen, in the place of the keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from ita_tui.ui.widgets.thai.fields import ThaiInput


class LinePrompt(HorizontalGroup):
    """A label and a line to fill in; hidden while nothing is asked."""

    DEFAULT_CSS = """
    LinePrompt {
        height: 1;
        display: none;
        background: $panel;
        padding: 0 1;
        & > .label { width: auto; color: $accent; padding: 0 1 0 0; }
        & > .hint { width: auto; color: $text-muted; padding: 0 0 0 1; }
        & > ThaiInput { width: 1fr; height: 1; border: none; padding: 0; background: $surface; }
    }
    """

    field = query_one(ThaiInput)

    def compose(self) -> ComposeResult:
        yield Static(classes="label")
        yield ThaiInput(compact=True, disabled=True)
        yield Static("Enter เก็บ · Esc ยกเลิก", classes="hint")

    def ask(self, label: str, text: str, *, typed: bool = False) -> None:
        """Show the line with a text to change, and let her type: over it, or on at its end where she typed it."""
        self.field.select_on_focus = not typed
        self.query_one(".label", Static).update(Content(label))
        self.field.disabled = False
        self.field.value = text
        self.field.cursor_position = len(text)
        self.display = True
        self.field.focus()

    def stop(self) -> None:
        """Hide the line; what had the focus before has to be given it again."""
        self.display = False
        self.field.disabled = True
