"""What one Ctrl+Z takes back: a word as it was typed, a run of deletions, a paste. Knows no widget.

Typing is kept as runs, which a pause, a move of the cursor or another kind of change ends. Where a run has several
words, they are told apart when they are taken back: Thai has no spaces, and a word is known only once it is whole.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from ita_tui.thai.words import previous_word

Place = tuple[int, int]
"""Line and column, in code points."""

_PAUSE = 2.0
"""Seconds without a key after which typing is a new unit."""


class Kind(Enum):
    """How a change was made, which decides what it joins."""

    TYPED = auto()
    DELETED_BACK = auto()
    DELETED_ON = auto()
    WHOLE = auto()
    """A paste, a new line, a selection deleted, a change by program: a unit of its own."""


@dataclass(frozen=True, slots=True)
class Change:
    """One piece of text put in place of another."""

    at: Place
    removed: str
    added: str
    kind: Kind
    before: tuple[Place, Place]
    """Start and end of the selection before the change; the end is the cursor."""

    @property
    def removed_end(self) -> Place:
        """Where the removed text ended."""
        return _end(self.at, self.removed)

    @property
    def added_end(self) -> Place:
        """Where the added text ends."""
        return _end(self.at, self.added)

    def followed_by(self, later: Change) -> Change | None:
        """Both as one, None where they are acts of their own."""
        if later.kind is not self.kind or self.kind is Kind.WHOLE or "\n" in later.removed + later.added:
            return None
        if self.kind is Kind.TYPED:
            return self._typed_on(later)
        if later.added:
            return None
        if self.kind is Kind.DELETED_BACK:
            joins = later.removed_end == self.at
            return replace(self, at=later.at, removed=later.removed + self.removed) if joins else None
        return replace(self, removed=self.removed + later.removed) if later.at == self.at else None

    def _typed_on(self, later: Change) -> Change | None:
        """A letter typed at the end; it may mend the spelling of what was typed just before it."""
        kept = later.at[1] - self.at[1]
        if later.at[0] != self.at[0] or kept < 0 or self.added[kept:] != later.removed:
            return None
        return replace(self, added=self.added[:kept] + later.added)

    def parted(self, line: str) -> tuple[Change, Change] | None:
        """The words typed before the last one, and the last one; None where it is all there is.

        `line` is the line as it stands with this change in it.
        """
        row, column = self.at
        if self.kind is not Kind.TYPED:
            return None
        start = previous_word(line, column + len(self.added))
        if start <= column:
            return None
        place = (row, start)
        head = replace(self, added=self.added[: start - column])
        return head, Change(place, "", self.added[start - column :], Kind.TYPED, (place, place))


def _end(start: Place, text: str) -> Place:
    lines = text.split("\n")
    return start[0] + len(lines) - 1, len(lines[-1]) + (start[1] if len(lines) == 1 else 0)


class Units:
    """What can be taken back, and what was taken back and can come again."""

    def __init__(self, line: Callable[[int], str]) -> None:
        """`line` gives a line of the text as it stands."""
        self._line = line
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._open = False
        self._last = 0.0

    def record(self, change: Change) -> None:
        """Keep a change that was just made."""
        now = time.monotonic()
        joined = None
        if self._open and self._done and now - self._last <= _PAUSE:
            joined = self._done[-1].followed_by(change)
        if joined is None:
            self._done.append(change)
        else:
            self._done[-1] = joined
        self._open, self._last = True, now
        self._undone.clear()

    def close(self) -> None:
        """Whatever is changed next is a unit of its own, as after a move of the cursor."""
        self._open = False

    def clear(self) -> None:
        """Forget everything, as for another text."""
        self._done.clear()
        self._undone.clear()
        self._open = False

    def take_back(self) -> Change | None:
        """The change to undo now, None where there is none."""
        if not self._done:
            return None
        change = self._done.pop()
        if parted := change.parted(self._line(change.at[0])):
            head, change = parted
            self._done.append(head)
        self._undone.append(change)
        self._open = False
        return change

    def bring_again(self) -> Change | None:
        """The change to make again now, None where there is none."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        self._open = False
        return change

    @property
    def done(self) -> tuple[Change, ...]:
        """What can be taken back, oldest first; a run of typing counts as one."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Change, ...]:
        """What can come again, the next one last."""
        return tuple(self._undone)
