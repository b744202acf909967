"""A list walked by arrows that stops at its ends, as every list of the program does.

The stock one goes on at the other end: a key too many, and what is taken is far from what she looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.widgets import OptionList


class WalkList(OptionList):
    """Lines with one of them highlighted; where none is, Down begins at the first and Up stays."""

    def action_cursor_up(self) -> None:
        """Move to the line above that can be taken; stay on the first one."""
        if self.highlighted is not None:
            self._walk(range(self.highlighted - 1, -1, -1))

    def action_cursor_down(self) -> None:
        """Move to the line below that can be taken; stay on the last one."""
        self._walk(range(0 if self.highlighted is None else self.highlighted + 1, self.option_count))

    def _walk(self, places: Iterable[int]) -> None:
        takeable = (at for at in places if not self.get_option_at_index(at).disabled)
        self.highlighted = next(takeable, self.highlighted)
