"""What a field of Thai text does with a key, told simply: a text, where the selection began, and the cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ita_tui.thai.clusters import cluster_end, next_boundary, previous_boundary
from ita_tui.thai.text import clean
from ita_tui.thai.words import next_word, previous_word

Step = Callable[[str, int], int]


@dataclass(frozen=True, slots=True)
class Field:
    """A field between two keys; places are code points of the whole text."""

    text: str
    start: int
    cursor: int

    @property
    def selected(self) -> tuple[int, int]:
        """First and last (exclusive) place of the selection."""
        return min(self.start, self.cursor), max(self.start, self.cursor)

    def changed(self, first: int, last: int, typed: str = "") -> Field:
        """The field after a part was replaced: clean, the cursor behind what was typed and its letter."""
        text = clean(self.text[:first] + typed + self.text[last:])
        before, rest = clean(self.text[:first] + typed), self.text[last:]
        while not text.endswith(rest):  # its first letters became one with what stands before them
            rest = rest[1:]
        at = cluster_end(text, len(before) if text.startswith(before) else len(text) - len(rest))
        return Field(text, at, at)


def _in_line(step: Step, text: str, at: int, *, on: bool) -> int:
    """A step within the line of a place, or over the line's end."""
    first = text.rfind("\n", 0, at) + 1
    last = text.find("\n", at) if "\n" in text[at:] else len(text)
    if at == (last if on else first):
        return min(len(text), at + 1) if on else max(0, at - 1)
    return first + step(text[first:last], at - first)


STEPS: dict[str, Callable[[str, int], int]] = {
    "left": lambda text, at: _in_line(previous_boundary, text, at, on=False),
    "right": lambda text, at: _in_line(next_boundary, text, at, on=True),
    "ctrl+left": lambda text, at: _in_line(previous_word, text, at, on=False),
    "ctrl+right": lambda text, at: _in_line(next_word, text, at, on=True),
}
DELETIONS: dict[str, Callable[[str, int], int]] = {
    "backspace": lambda _, at: max(0, at - 1),
    "delete": STEPS["right"],
    "ctrl+w": STEPS["ctrl+left"],
    "ctrl+delete": STEPS["ctrl+right"],
}


def after(field: Field, key: str) -> Field:
    """What a key leaves; a single character is typed, and ctrl+x cuts."""
    first, last = field.selected
    if len(key) == 1:
        return field.changed(first, last, key)
    if key in DELETIONS or key == "ctrl+x":
        if first == last:
            other = DELETIONS[key](field.text, field.cursor) if key in DELETIONS else first
            first, last = min(first, other), max(first, other)
        return field.changed(first, last) if first < last else field
    if key == "ctrl+a":
        return Field(field.text, 0, len(field.text))
    return _moved(field, key)


def _moved(field: Field, key: str) -> Field:
    selecting = "shift+" in key
    bare = key.replace("shift+", "")
    if bare in ("left", "right") and not selecting and field.start != field.cursor:
        to = field.selected[bare == "right"]
    else:
        to = STEPS[bare](field.text, field.cursor)
    return Field(field.text, field.start if selecting else to, to)
