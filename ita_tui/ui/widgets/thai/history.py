"""The editor's history of edits in the units of a writer, in the shape that a stock TextArea asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual.document._document import EditResult, Selection
from textual.document._edit import Edit
from textual.document._history import EditHistory

from ita_tui.ui.widgets.thai.units import Change, Kind, Units

if TYPE_CHECKING:
    from textual.document._document import Location


class ThaiHistory(EditHistory):
    """Undo and redo by word, run of deletions, or paste; without a limit, for one statement is short."""

    def __init__(self, line: Callable[[int], str]) -> None:
        """`line` gives a line of the document as it stands."""
        self._units = Units(line)
        self._typing = False
        super().__init__(max_checkpoints=0, checkpoint_timer=0, checkpoint_max_characters=0)

    @contextmanager
    def typing(self) -> Iterator[None]:
        """Inside, an edit is a letter that was typed."""
        self._typing = True
        try:
            yield
        finally:
            self._typing = False

    def record(self, edit: Edit) -> None:
        """Keep an edit that was just done."""
        if edit._edit_result is None or edit._original_selection is None:
            raise RuntimeError("an edit is recorded after it was done")
        removed = edit._edit_result.replaced_text
        if edit.text or removed:
            before = edit._original_selection
            self._units.record(Change(edit.top, removed, edit.text, self._kind(edit, before), (*before,)))

    def _kind(self, edit: Edit, before: Selection) -> Kind:
        if edit.text:
            return Kind.TYPED if self._typing else Kind.WHOLE
        if not before.is_empty:
            return Kind.WHOLE
        row, column = before.end  # as a plain place: the end of a row is here the start of the next one
        return {edit.bottom: Kind.DELETED_BACK, edit.top: Kind.DELETED_ON}.get((row, column), Kind.WHOLE)

    def checkpoint(self) -> None:
        """The next edit is a unit of its own."""
        self._units.close()

    def clear(self) -> None:
        """Forget everything."""
        self._units.clear()

    def _pop_undo(self) -> list[Edit] | None:
        change = self._units.take_back()
        return [_edit(change)] if change else None

    def _pop_redo(self) -> list[Edit] | None:
        change = self._units.bring_again()
        return [_edit(change)] if change else None

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._units.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to bring again."""
        return bool(self._units.undone)

    @property
    def undo_stack(self) -> list[list[Edit]]:
        """What can be taken back, oldest first; a run of typing counts as one."""
        return [[_edit(change)] for change in self._units.done]

    @property
    def redo_stack(self) -> list[list[Edit]]:
        """What can come again, the next one last."""
        return [[_edit(change)] for change in self._units.undone]


def _edit(change: Change) -> Edit:
    """The edit that makes a change, as if it had just been done."""
    start: Location = change.at
    edit = Edit(change.added, start, change.removed_end, maintain_selection_offset=False)
    edit._edit_result = EditResult(change.added_end, change.removed)
    edit._original_selection = Selection(*change.before)
    return edit
