"""The editor of one statement: leaving it upwards or downwards asks for the neighbouring one."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from ita_tui.ui.widgets.thai import ThaiTextArea


class StatementEditor(ThaiTextArea):
    """Where words are typed; Enter is a new paragraph, Up on the first and Down on the last row leave it."""

    DEFAULT_CSS = """
    StatementEditor, StatementEditor:focus {
        height: 9; border: round $primary; background: $surface; padding: 0 1;
        border-title-color: $primary; border-title-style: bold; border-subtitle-color: $text-muted;
    }
    StatementEditor:disabled { border: round $panel; }
    .-low StatementEditor, .-low StatementEditor:focus { height: 7; }
    """

    @dataclass
    class Left(Message):
        """The cursor left the text."""

        upwards: bool

    class JoinWanted(Message):
        """Backspace was pressed at the very beginning."""

    def action_delete_left(self) -> None:
        """Delete, or ask to be joined to the statement before."""
        if self.selection.is_empty and self.cursor_location == (0, 0):
            self.post_message(self.JoinWanted())
            return
        super().action_delete_left()

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up, or leave upwards from the first row."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.post_message(self.Left(upwards=True))
            return
        super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down, or leave downwards from the last row."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(self.Left(upwards=False))
            return
        super().action_cursor_down(select)
