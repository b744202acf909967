"""One line of Thai text to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input
from textual.widgets._input import Selection

from ita_tui.thai.clusters import cluster_start, next_boundary, previous_boundary
from ita_tui.thai.text import clean
from ita_tui.thai.words import next_word, previous_word
from ita_tui.ui.widgets.thai_row import ClusterText
from ita_tui.ui.widgets.thai_typing import OwnKeysFirst, joined
from ita_tui.ui.widgets.thai_wrap import column_at

if TYPE_CHECKING:
    from rich.text import Text
    from textual import events


class ThaiInput(OwnKeysFirst, Input):
    """One line of Thai text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", "ลบคำซ้าย", show=False),
        Binding("ctrl+delete,alt+delete", "delete_right_word", "ลบคำขวา", show=False),
    ]

    def validate_value(self, value: str) -> str:
        """The value is always one clean line."""
        return clean(value, multiline=False)

    def validate_selection(self, selection: Selection) -> Selection:
        """Cursor and selection stand between clusters."""
        start, end = selection
        return Selection(cluster_start(self.value, start), cluster_start(self.value, end))

    @property
    def _value(self) -> Text:
        plain = super()._value
        text = ClusterText(plain.plain, no_wrap=True, overflow="ignore", end="")
        text.spans = plain.spans
        return text

    def _on_paste(self, event: events.Paste) -> None:
        """All lines as one, where the stock handler, called after this one, would take the first."""
        event.text = clean(event.text, multiline=False).strip()

    def replace(self, text: str, start: int, end: int) -> None:
        """Puts `text` in place of a part, joined to the cluster it follows in the right spelling order."""
        first, last = sorted((max(0, start), min(len(self.value), end)))
        line = clean(text, multiline=False)
        back, line = joined(self.value[:first][-16:], line) if line else (0, line)
        super().replace(line, first - back, last)

    def action_cursor_left(self, select: bool = False) -> None:
        """One cluster back, or to the start of what is selected."""
        start, end = self.selection
        at = previous_boundary(self.value, end) if select or start == end else min(start, end)
        self._go(at, select)

    def action_cursor_right(self, select: bool = False) -> None:
        """One cluster on, or to the end of what is selected; takes a suggestion at the end."""
        start, end = self.selection
        if self.cursor_at_end and not select:
            super().action_cursor_right()
            return
        at = next_boundary(self.value, end) if select or start == end else max(start, end)
        self._go(at, select)

    def action_cursor_left_word(self, select: bool = False) -> None:
        """To where the word before the cursor begins."""
        self._go(previous_word(self.value, self.cursor_position), select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """To where the next word begins."""
        self._go(next_word(self.value, self.cursor_position), select)

    def _go(self, at: int, select: bool) -> None:
        self.selection = Selection(self.selection.start if select else at, at)

    def action_delete_right(self) -> None:
        """The selection, or one cluster."""
        self._delete_to(next_boundary(self.value, self.cursor_position))

    def action_delete_left_word(self) -> None:
        """The selection, or back to where the word begins."""
        self._delete_to(previous_word(self.value, self.cursor_position))

    def action_delete_right_word(self) -> None:
        """The selection, or to where the next word begins."""
        self._delete_to(next_word(self.value, self.cursor_position))

    def _delete_to(self, at: int) -> None:
        if self.selection.is_empty:
            self.delete(self.cursor_position, at)
        else:
            self.delete_selection()

    def _cell_offset_to_index(self, offset: int) -> int:
        return column_at(self.value, offset + self.scroll_offset.x)

    def on_click(self, event: events.Click) -> None:
        """A double click selects the word under the pointer."""
        if event.chain == 2:
            at = self.cursor_position
            start = previous_word(self.value, next_boundary(self.value, at))
            word = self.value[start : next_word(self.value, at)].rstrip()
            self.selection = Selection(start, start + len(word))
