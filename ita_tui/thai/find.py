"""Finding words in a text as a reader does: digit style, spaces, capitals and the order of marks do not matter."""

import re
from functools import lru_cache
from itertools import permutations

from ita_tui.thai.clusters import cluster_end, cluster_start, clusters
from ita_tui.thai.digits import thai_digits
from ita_tui.thai.fold import fold

Span = tuple[int, int]
"""Start and end of a place in code points, the end exclusive."""

_GAP = "[\\s\u200b\u200c\u2060\u00ad]*"
"""What may stand between any two letters and still be overlooked."""
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,3}\\Z")
_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33\\Z")


def find(text: str, query: str) -> list[Span]:
    """Every place where `query` stands in `text`, in order, none overlapping; none for a blank query.

    Places are widened to whole clusters, so that a query typed so far (`ที`) shows in `ที่`. A text that has
    not passed the gate is searched too, in whatever order its marks stand.
    """
    pattern = pattern_of(query)
    spans: list[Span] = []
    if pattern is not None:
        last = 0
        for found in pattern.finditer(text):
            if found.start() >= last:
                start = cluster_start(text, found.start(), last)
                last = cluster_end(text, found.end(), start)
                spans.append((start, last))
    return spans


@lru_cache(maxsize=32)
def pattern_of(query: str) -> re.Pattern[str] | None:
    """What `query` looks like in any typing habit, for searching piece by piece; None when it is blank.

    A match may begin or end inside a cluster.
    """
    folded = fold(query)
    if not folded:
        return None
    parts = _GAP.join(map(_any_habit, clusters(folded)))
    return re.compile(parts, re.IGNORECASE if folded.upper() != folded.lower() else 0)


def _any_habit(cluster: str) -> str:
    forms = _spellings(cluster)
    joined = [_GAP.join(map(_any_style, form)) for form in forms]
    return joined[0] if len(joined) == 1 else f"(?:{'|'.join(joined)})"


def _spellings(cluster: str) -> list[str]:
    """The cluster as it stands in cleaned text, then as it is mistyped."""
    if cluster == "แ":
        return ["แ", "เเ"]
    if found := _AM.search(cluster):
        base, tone = cluster[: found.start()], found[1]
        forms = [f"{tone}\u0e33", f"\u0e33{tone}", f"\u0e4d{tone}\u0e32", f"{tone}\u0e4d\u0e32"]
        return [base + form for form in dict.fromkeys(forms)]
    if found := _MARKS.search(cluster):
        return [cluster[: found.start()] + "".join(order) for order in dict.fromkeys(permutations(found.group()))]
    return [cluster]


def _any_style(character: str) -> str:
    if character.isascii() and character.isdigit():
        return f"[{character}{thai_digits(character)}]"
    return re.escape(character)
