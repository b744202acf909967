"""Clusters: what a Thai reader sees as one letter, the unit of cursor, deletion, width and style.

A cluster is a base with its marks; SARA AM belongs to the consonant it stands on. All offsets are code points.
"""

import re

MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # Thai vowels above and below, tones, silencer
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"  # Lao
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # marks on other scripts
    "\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u200b\u2060"  # variation selectors, skin tones, zero-width characters
)
"""Code points that stand on the one before them, as the inside of a regular-expression class."""

SARA_AM = "\u0e33"
_JOINER = "\u200d"

_CLUSTER = re.compile(rf"\r?\n|(?:[ก-ฮ][{MARKS}]*{SARA_AM}|(?s:.))[{MARKS}]*(?:{_JOINER}(?s:.)[{MARKS}]*)*{_JOINER}?")
_LOOSE = re.compile(f"[{MARKS}{SARA_AM}{_JOINER}\n]")
"""Characters that may belong to the cluster before them."""


def clusters(text: str) -> list[str]:
    """The clusters of `text` in order; joined they are `text` again."""
    return _CLUSTER.findall(text)


def boundaries(text: str) -> list[int]:
    """Offsets between clusters: 0, every cluster's end, the length of `text`; `[0]` when empty."""
    return [0, *(found.end() for found in _CLUSTER.finditer(text))]


def _span_around(text: str, offset: int, floor: int = 0) -> tuple[int, int]:
    """Start and end of the cluster that holds the code point at `offset` (0 <= offset < length).

    Looks at the neighbourhood only, so that its cost does not grow with the text, and not before `floor`,
    which is a boundary.
    """
    start = offset
    while start > floor and (_LOOSE.match(text, start) or text[start - 1] == _JOINER):
        start -= 1
    while True:
        found = _CLUSTER.match(text, start)
        if found is None or found.end() > offset:
            return start, found.end() if found else len(text)
        start = found.end()


def cluster_start(text: str, offset: int, floor: int = 0) -> int:
    """`offset` itself when it is a boundary, else the start of the cluster it lies in.

    With a `floor`, which is a boundary, nothing before it is looked at.
    """
    if offset <= 0 or offset >= len(text):
        return min(max(offset, 0), len(text))
    return _span_around(text, offset, floor)[0]


def cluster_end(text: str, offset: int, floor: int = 0) -> int:
    """`offset` itself when it is a boundary, else the end of the cluster it lies in; `floor` as in `cluster_start`."""
    if offset <= 0 or offset >= len(text):
        return min(max(offset, 0), len(text))
    start, end = _span_around(text, offset, floor)
    return offset if start == offset else end


def previous_boundary(text: str, offset: int) -> int:
    """The nearest boundary before `offset`; 0 at the start."""
    return _span_around(text, min(offset, len(text)) - 1)[0] if offset > 0 and text else 0


def next_boundary(text: str, offset: int) -> int:
    """The nearest boundary after `offset`; the length of `text` at its end."""
    return _span_around(text, max(offset, 0))[1] if offset < len(text) else len(text)
