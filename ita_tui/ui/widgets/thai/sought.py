"""What is sought in a text: digits of either style, spaces and small or capital letters make no difference."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_tui.thai.clusters import cluster_end, cluster_start
from ita_tui.thai.find import Span, pattern_of


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to find in cleaned text; found are whole clusters."""

    pattern: re.Pattern[str]
    reach: int
    """Code points around a piece of a line in which something may begin or end that stands in it."""

    @classmethod
    def of(cls, words: str) -> Sought | None:
        """What `words` look for, None where they are blank."""
        pattern = pattern_of(words)
        return None if pattern is None else cls(pattern, 4 * len(words) + 40)

    def spans(self, line: str) -> list[Span]:
        """Every place in a line, in order."""
        found = (each.span() for each in self.pattern.finditer(line))
        return [(cluster_start(line, start), cluster_end(line, end)) for start, end in found]

    def spans_within(self, line: str, start: int, end: int) -> tuple[Span, ...]:
        """What of every place lies between two columns, counted from the first; the cost follows the piece."""
        first = max(0, start - self.reach)
        near = line[first : end + self.reach]
        shifted = ((max(a + first, start), min(b + first, end)) for a, b in self.spans(near))
        return tuple((a - start, b - start) for a, b in shifted if a < b)
