"""One line of Thai text to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widgets import Input
from textual.widgets._input import Selection

from ita_tui.thai.clusters import cluster_start, next_boundary, previous_boundary
from ita_tui.thai.text import clean
from ita_tui.thai.words import next_word, previous_word
from ita_tui.ui import keys
from ita_tui.ui.widgets.thai.row import ClusterText
from ita_tui.ui.widgets.thai.typing import OwnKeysFirst, field_bindings, mended
from ita_tui.ui.widgets.thai.units import Change, Kind, Units
from ita_tui.ui.widgets.thai.wrap import column_at

if TYPE_CHECKING:
    from rich.text import Text
    from textual import events


class ThaiInput(OwnKeysFirst, Input, inherit_bindings=False):
    """One line of Thai text."""

    BINDINGS: ClassVar[list[BindingType]] = field_bindings(Input.BINDINGS, keys.EDITING)

    _own_change = False
    """The value is being changed by a key or an undo, and not by program."""

    @cached_property
    def _units(self) -> Units:
        return Units(lambda _row: self.value)

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
        """Puts `text` in place of a part, joined to the clusters around it in the right spelling order."""
        old, before = self.value, self.selection
        first, last = sorted((max(0, start), min(len(old), end)))
        back, line, on = mended(old[:first], clean(text, multiline=False), old[last:])
        with self._changing():
            super().replace(line, first - back, last + on)
        self._record(old, line, (first - back, last + on), self._kind(text, first, last, before), before)

    # Taking back

    def _kind(self, text: str, first: int, last: int, before: Selection) -> Kind:
        if text:
            return Kind.TYPED if len(text) == 1 else Kind.WHOLE
        if not before.is_empty:
            return Kind.WHOLE
        return {last: Kind.DELETED_BACK, first: Kind.DELETED_ON}.get(before.end, Kind.WHOLE)

    def _record(self, old: str, added: str, span: tuple[int, int], kind: Kind, before: Selection) -> None:
        """Keep what was changed, unless a rule of the field refused it; where a rule changed more, the whole line."""
        first, last = span
        new = self.value
        if new == old:
            return
        if new != old[:first] + added + old[last:]:
            first, last, added, kind = 0, len(old), new, Kind.WHOLE
        places = (0, before.start), (0, before.end)
        self._units.record(Change((0, first), old[first:last], added, kind, places))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        self._own_change = True
        try:
            yield
        finally:
            self._own_change = False

    def watch_value(self) -> None:
        """A value set by program has nothing before it to go back to."""
        if not self._own_change:
            self._units.clear()

    def watch_selection(self) -> None:
        """What is typed at another place is another unit."""
        if not self._own_change:
            self._units.close()

    def action_undo(self) -> None:
        """Take back the last word, deletion or paste."""
        if change := self._units.take_back():
            self._put(change.added, change.removed, change.at[1], (change.before[0][1], change.before[1][1]))

    def action_redo(self) -> None:
        """Bring again what was taken back last."""
        if change := self._units.bring_again():
            self._put(change.removed, change.added, change.at[1], (change.added_end[1],) * 2)

    def _put(self, gone: str, come: str, at: int, selection: tuple[int, int]) -> None:
        with self._changing():
            self.value = self.value[:at] + come + self.value[at + len(gone) :]
            self.selection = Selection(*selection)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo and redo are keys of the field only while it has something to take back or to bring again."""
        if action == "undo":
            return bool(self._units.done)
        if action == "redo":
            return bool(self._units.undone)
        return super().check_action(action, parameters)

    # Going about and deleting

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

    def action_home(self, select: bool = False) -> None:
        """To the start; what is selected grows or shrinks from its other end, where a stock line begins anew."""
        self._go(0, select)

    def action_end(self, select: bool = False) -> None:
        """To the end, as `action_home` to the start."""
        self._go(len(self.value), select)

    def _go(self, at: int, select: bool) -> None:
        self.selection = Selection(self.selection.start if select else at, at)

    def action_delete_right(self) -> None:
        """The selection, or one cluster."""
        self._delete_to(next_boundary(self.value, self.cursor_position))

    def action_delete_word_left(self) -> None:
        """The selection, or back to where the word begins."""
        self._delete_to(previous_word(self.value, self.cursor_position))

    def action_delete_word_right(self) -> None:
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
