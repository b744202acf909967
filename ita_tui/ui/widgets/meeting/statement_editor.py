"""The editor of one statement: leaving it upwards or downwards asks for the neighbouring one."""

from __future__ import annotations

from textual.message import Message

from ita_tui.ui.widgets.thai.leaving_area import LeavingArea


class StatementEditor(LeavingArea):
    """Where words are typed; Enter is a new paragraph, Up on the first and Down on the last row leave it."""

    DEFAULT_CSS = """
    StatementEditor, StatementEditor:focus {
        height: 9; border: round $primary; background: $surface; padding: 0 1;
        border-title-color: $primary; border-title-style: bold; border-subtitle-color: $text-muted;
    }
    StatementEditor:disabled { border: round $panel; }
    .-low StatementEditor, .-low StatementEditor:focus { height: 7; }
    """

    class JoinWanted(Message):
        """Backspace was pressed at the very beginning."""

    def action_delete_left(self) -> None:
        """Delete, or ask to be joined to the statement before."""
        if self.selection.is_empty and self.cursor_location == (0, 0):
            self.post_message(self.JoinWanted())
            return
        super().action_delete_left()
