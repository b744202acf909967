"""Cells to type scores into, one a line: digits in every writing, and the number keys of a Thai keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from ita_tui.thai.text import clean
from ita_tui.ui.layout_keys import KEDMANEE, digit_of
from ita_tui.ui.widgets.line_list import LineList

_LONGEST = 24
"""Characters a cell takes; more is no score."""
_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")


class ScoreGrid(LineList):
    """Lines of which the one under the cursor takes what is typed; what a text means is not known here."""

    @dataclass
    class Typed(Message):
        """What stands in the cell under the cursor changed."""

        grid: ScoreGrid
        key: str

        @property
        def control(self) -> ScoreGrid:
            """Return the grid."""
            return self.grid

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.typed: dict[str, str] = {}
        """Key → text of each cell that holds something not kept; an emptied cell holds an empty text."""
        self.stored: Callable[[str], str] = lambda key: ""
        """Gives what a cell held before it was typed into."""
        self.may_leave: Callable[[], bool] = lambda: True
        """Asked before the cursor goes to another line."""
        self.worded = ""
        """Key of the cell that takes words, each letter as it is typed."""

    def on_key(self, event: events.Key) -> None:
        """Take a character, or take the last one away."""
        text = self.typed.get(self.key)
        if event.key in ("backspace", "delete"):
            before = self.stored(self.key) if text is None else text
            self._type(event, before[:-1] if event.key == "backspace" else "")
        elif event.is_printable and event.character:
            typed = event.character if self.key == self.worded else _meant(event.key, event.character)
            self._type(event, (text or "") + typed)

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted number in place of what stood there."""
        self._type(event, clean(event.text, multiline=False).strip())

    def _type(self, event: events.Key | events.Paste, text: str) -> None:
        event.stop()
        event.prevent_default()
        if self.key:
            self.typed[self.key] = text[:_LONGEST]
            self.post_message(self.Typed(self, self.key))

    def drop(self, key: str) -> None:
        """Forget what was typed into a cell."""
        self.typed.pop(key, None)

    def _go(self, index: int) -> None:
        if index != self._cursor and self.may_leave():
            super()._go(index)


def _meant(key: str, character: str) -> str:
    """Return the digit or point of a key: as typed in either writing, else by its place on a Thai keyboard."""
    if character in _DIGITS:
        return character
    digit = digit_of(key, character)
    if digit is not None:
        return str(digit)
    return character if character.isascii() else KEDMANEE.get(character, character)
