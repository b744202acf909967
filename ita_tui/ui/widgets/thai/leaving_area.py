"""A text area that the arrows leave: up from its first row, down from its last."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from ita_tui.ui.widgets.thai.fields import ThaiTextArea


class LeavingArea(ThaiTextArea):
    """Paragraphs with something above and below them to go to."""

    @dataclass
    class Left(Message):
        """The cursor left the text."""

        upwards: bool

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
