"""The continuation cue: the words at the foot of a page that begin the next one (/ข้อความ...).

A paragraph is cut into pieces at which a page may end; each piece carries the cue that is right if the next
page begins with it. The layout only has to look which piece stands first on the next page.
"""

from __future__ import annotations

from itertools import pairwise

from ita_tui.thai.clusters import clusters
from ita_tui.thai.words import breaks, breaks_within

_LONGEST = 16
"""Code points a cue grows to, unless its first word alone is longer."""
_CUT = 24
"""Code points after which even one word is cut, at a cluster."""
_NARROW = 22
"""Clusters that surely fit a line of the narrowest column; a longer name is folded around the words in it."""
_ENOUGH = 200
"""Code points of a text that its cue is looked for in."""

Piece = list[str]
"""[first cluster, rest of the word, cue], or [] for the space between two words."""


def pieces(text: str) -> list[Piece]:
    """Cut a paragraph into pieces, one for each word and one for each space between words."""
    words = _words(text)
    cut: list[Piece] = []
    for at, word in enumerate(words):
        bare = word.rstrip(" ")
        if bare:
            first = clusters(bare)[0]
            cut.append([first, bare[len(first) :], _joined(words[at : at + _LONGEST])])
        if len(bare) < len(word):
            cut.append([])
    return cut


def words(text: str) -> list[str]:
    """Cut a text into the words that no line may break, with an empty text for each space between them."""
    cut: list[str] = []
    for word in _words(text):
        bare = word.rstrip(" ")
        cut.extend(part for part in (bare,) if part)
        if len(bare) < len(word):
            cut.append("")
    return cut


def cue(text: str) -> str:
    """Return the first words of a text, short enough for the foot of a page."""
    return _joined(_words(text[:_ENOUGH]))


def _words(text: str) -> list[str]:
    return [word for start, end in pairwise([0, *breaks(text)]) for word in _folded(text, start, end)]


def _folded(text: str, start: int, end: int) -> list[str]:
    """Return a word, or what a name too long for a column is made of: it must not break inside a word of it."""
    count = len(clusters(text[start:end]))
    ends = breaks_within(text, start, end) if count > _NARROW else [end]
    if len(ends) in (1, count):  # one word without an end: the layout breaks it where it has to
        return [text[start:end]]
    return [word for first, last in pairwise([start, *ends]) for word in _folded(text, first, last)]


def _joined(words: list[str]) -> str:
    taken = ""
    for word in words:
        if taken and len((taken + word).rstrip()) > _LONGEST:
            break
        taken += word
    return taken.rstrip() if len(taken) <= _CUT else _cut(taken)


def _cut(word: str) -> str:
    short = ""
    for cluster in clusters(word):
        if len(short) + len(cluster) > _CUT:
            break
        short += cluster
    return short.rstrip()
