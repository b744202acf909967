"""The continuation cue: the words at the foot of a page that begin the next one (/ข้อความ...).

A paragraph is cut into pieces at which a page may end; each piece carries the cue that is right if the next
page begins with it. The layout only has to look which piece stands first on the next page.
"""

from __future__ import annotations

import re

from icu4py.breakers import LineBreaker

_LONGEST = 16
"""Code points a cue grows to, unless its first word alone is longer."""
_CUT = 24
"""Code points after which even one word is cut, at a cluster."""

_CLUSTER = re.compile(r"[เ-ไ]?.[ัิ-ฺ็-๎ำ]*", re.DOTALL)


def pieces(text: str) -> list[list[str]]:
    """Cut a paragraph into [first cluster, rest, cue] for each word, and [] for each space between words."""
    words = list(LineBreaker(text, "th"))
    cut: list[list[str]] = []
    for at, word in enumerate(words):
        bare = word.rstrip(" ")
        if bare:
            first = _CLUSTER.match(bare)
            head = first.group() if first else bare
            cut.append([head, bare[len(head) :], _joined(words[at : at + 8])])
        if len(bare) < len(word):
            cut.append([])
    return cut


def cue(text: str) -> str:
    """Return the first words of a text, short enough for the foot of a page."""
    return _joined(list(LineBreaker(text[:200], "th")))


def _joined(words: list[str]) -> str:
    taken = ""
    for word in words:
        if taken and len((taken + word).rstrip()) > _LONGEST:
            break
        taken += word
    if len(taken) <= _CUT:
        return taken.rstrip()
    clusters = _CLUSTER.findall(taken)
    short = ""
    for cluster in clusters:
        if len(short) + len(cluster) > _CUT:
            break
        short += cluster
    return short.rstrip()
