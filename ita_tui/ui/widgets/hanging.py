"""Paragraphs that wrap below their own first letter, not below the mark or number before it."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """One paragraph or more, each with what stands before it; a head of blanks only indents."""

    def __init__(self, *paragraphs: tuple[Content | str, Content | str]) -> None:
        """Take (head, words) of each paragraph; words are shown as they are, never as markup."""
        self._paragraphs = [(_content(head), _content(words)) for head, words in paragraphs]

    def __str__(self) -> str:
        """Return the words as one reads them on a line that is long enough."""
        return "\n".join(f"{head}{words}" for head, words in self._paragraphs)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Return the lines of all paragraphs."""
        options = replace(options, selection=None)
        strips = [
            Strip.join([before, line])
            for head, words in self._paragraphs
            for before, line in zip(*_columns(head, words, width, style, options), strict=True)
        ]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells of the longest paragraph on one line."""
        lengths = (
            head.cell_length + words.get_optimal_width(rules, container_width) for head, words in self._paragraphs
        )
        return max(lengths)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines of all paragraphs at a width."""
        return sum(max(1, words.get_height(rules, _room(head, width))) for head, words in self._paragraphs)


def _columns(
    head: Content, words: Content, width: int, style: Style, options: RenderOptions
) -> tuple[list[Strip], list[Strip]]:
    """Return the lines before the words, blank below the head, and the lines of the words."""
    lines = words.render_strips(_room(head, width), None, style, options) or [Strip.blank(0)]
    blank = Strip.blank(head.cell_length, style.rich_style)
    if not head.cell_length:
        return [blank] * len(lines), lines
    [first] = head.rstrip().render_strips(head.cell_length, 1, style, options) or [blank]
    filled = first.adjust_cell_length(head.cell_length, style.rich_style)  # the blanks: stock counts marks for cells
    return [filled, *[blank] * (len(lines) - 1)], lines


def _room(head: Content, width: int) -> int:
    return max(1, width - head.cell_length)


def _content(words: Content | str) -> Content:
    return Content(words) if isinstance(words, str) else words
