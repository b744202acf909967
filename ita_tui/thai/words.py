"""Where Thai text may break into lines and where its words begin.

ICU's dictionary finds the words; a thin layer of ours knows what it does not: names of the body's people
and places, abbreviations with full stops, and that ๆ, ฯ and closing marks never begin a line. All offsets
are code points. Long text is read in windows, so asking near one place costs no more than that place.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from ita_tui.thai.clusters import MARKS, boundaries, cluster_start

_WINDOW = 1000
"""Code points given to ICU at a time."""
_TAIL = 100
"""Breaks this close to a window's cut end are not trusted: the word may go on behind it."""
_RUN_UP = 120
"""Code points read before a place asked about, so that the dictionary is in step when it gets there."""
_NAME_LIMIT = 300
"""Longest name kept whole, in code points; what is longer is a sentence."""

_OUTSIDE_UTF16 = re.compile("[\U00010000-\U0010ffff\ud800-\udfff]")
_STAND_IN = "\u3013"
"""Breaks like an emoji and is one UTF-16 unit, so ICU's offsets stay code points."""

_NEVER_FIRST = re.compile(
    rf"[{MARKS}ะาำๅๆฯ๚๛)\]}}”’»›.,;:!?%…]"  # marks, following vowels, repetition, closing marks
    "|[ก-ฮ][ิุ]?์"  # a silenced consonant belongs to the syllable before it
)
_NEVER_LAST = frozenset("เแโใไ([{“‘«‹\u200d")
"""A leading vowel waits for its consonant, an opening mark for what it opens."""

_ABBREVIATIONS = (
    "พ.ศ.", "ค.ศ.", "ฯพณฯ", "ฯลฯ", "อบต.", "อบจ.", "อปท.", "สตง.", "กพร.", "โทร.", "ทต.", "ทม.", "ทน.",
    "กม.", "ตร.", "จนท.", "ผอ.", "ดร.", "รศ.", "ผศ.", "ศ.", "ร.ต.อ.", "ร.ต.", "ว่าที่ ร.ต.", "น.ส.", "ด.ต.",
    "เม.ย.", "มี.ค.", "มิ.ย.",
)  # fmt: skip
_FIELD_WORDS = ("มิชอบ",)
"""Words of this field that ICU's dictionary does not know."""
_WHOLE = re.compile(
    "|".join(re.escape(known) for known in sorted((*_ABBREVIATIONS, *_FIELD_WORDS), key=len, reverse=True))
    + r"|(?:[ก-ฮ]{1,2}\.){2,}"  # ป.ป.ช., พ.ร.บ., ก.พ.
    + r"|[0-9๐-๙] ?น\."  # a time keeps its น.
    + r"|(?<![A-Za-z])[A-Za-z]-[A-Za-z]+"  # E-Service
)
_LETTER = re.compile(r"\w")
_SCRIPT_CHANGE = re.compile("(?<=[ก-๎])(?=[A-Za-z])|(?<=[A-Za-z])(?=[ก-ฮเแโใไ])")
"""ICU joins a Latin word to the Thai around it when no space stands between."""

Allowed = Callable[[int], bool]


class _Names:
    """Names that are never broken, as one pattern; empty names and whole sentences are no names."""

    def __init__(self) -> None:
        self.known: frozenset[str] = frozenset()
        self.pattern: re.Pattern[str] | None = None

    def learn(self, names: frozenset[str]) -> None:
        self.known = names
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        self.pattern = re.compile("|".join(map(re.escape, longest_first))) if names else None


_names = _Names()


def keep_whole(names: Iterable[str]) -> None:
    """Adds names of people, places and bodies (cleaned text) that no line break may cut from now on."""
    new = {name.strip() for name in names}
    known = _names.known | {name for name in new if 1 < len(name) <= _NAME_LIMIT}
    if known != _names.known:
        _names.learn(known)
        _short_breaks.cache_clear()


def forget_names() -> None:
    """Drops every name given to `keep_whole`, as when another body's folder is opened."""
    _names.learn(frozenset())
    _short_breaks.cache_clear()


def breaks(text: str) -> list[int]:
    """Every offset at which a line may end, ascending, the end of `text` included; empty for no text.

    A break after spaces stands behind them. Never inside a cluster, a kept name or an abbreviation, never
    before ๆ, ฯ, a following vowel or closing punctuation, never after a leading vowel or an opening mark.
    """
    return list(_short_breaks(text)) if len(text) <= _WINDOW // 2 else list(iter_breaks(text))


@lru_cache(maxsize=1024)
def _short_breaks(text: str) -> tuple[int, ...]:
    return tuple(iter_breaks(text))


def iter_breaks(text: str, start: int = 0) -> Iterator[int]:
    """The breaks of `text` after `start` (itself a break), found only as far as they are asked for."""
    return _walk(text, start, names=True)


def breaks_within(text: str, start: int, end: int) -> list[int]:
    """Where the piece `text[start:end]`, too wide for its line, may be folded, `end` included.

    Its own word breaks (a long name between its words) when there are any, else between its syllables.
    """
    inner = [offset for offset in _walk(text[:end], start, names=False) if offset < end]
    if not inner:
        inner = [start + at for at in boundaries(text[start:end])[1:-1] if _may_break(text, start + at)]
    return [*inner, end]


def _walk(text: str, start: int, *, names: bool) -> Iterator[int]:
    size = _WINDOW
    length = len(text)
    while start < length:
        end, trusted = _window(text, start, size)
        found = [at for at in _icu_breaks(text, start, end) if at <= trusted and (at == length or _may_break(text, at))]
        for first, last in _protected(text, start, end, names=names):
            found = [at for at in found if not first < at < last]
        yield from found
        if found:
            start, size = found[-1], _WINDOW
        else:
            size *= 2


def _window(text: str, start: int, size: int) -> tuple[int, int]:
    """Where to cut the text read from `start`, and up to where the breaks found in it hold."""
    end = start + size
    if end >= len(text):
        return len(text), len(text)
    return end, end - _TAIL - (_NAME_LIMIT if _names.known else 0)


def _may_break(text: str, at: int) -> bool:
    before = text[at - 1]
    return before == "\n" or (before not in _NEVER_LAST and not _NEVER_FIRST.match(text, at))


def _protected(text: str, start: int, end: int, *, names: bool) -> Iterator[tuple[int, int]]:
    for found in _WHOLE.finditer(text, start, end):
        yield found.span()
    if names and _names.pattern is not None:
        for found in _names.pattern.finditer(text, start, end):
            yield found.span()


@cache
def _line_breaker() -> Callable[[str], Iterable[tuple[int, int]]]:
    """ICU, loaded when the first Thai line is broken and not at the start of every command."""
    from icu4py.breakers import LineBreaker  # noqa: PLC0415
    from icu4py.locale import Locale  # noqa: PLC0415

    thai = Locale("th")
    return lambda text: LineBreaker(text, thai).segments()


def _icu_breaks(text: str, start: int, end: int) -> list[int]:
    window = _OUTSIDE_UTF16.sub(_STAND_IN, text[start:end])
    found = [start + stop for _, stop in _line_breaker()(window)]
    if changes := [start + at.start() for at in _SCRIPT_CHANGE.finditer(window)]:
        return sorted({*found, *changes})
    return found


def word_starts(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Offsets in `text[start:end]` where a word begins: the stops of Ctrl+arrows.

    Names are taken apart, so that one word of a long name can be mended.
    """
    stop = len(text) if end is None else min(end, len(text))
    edges = [start, *_walk(text[:stop], start, names=False)]
    return [at for at, after in pairwise(edges) if _LETTER.search(text, at, after)]


def previous_word(text: str, offset: int) -> int:
    """Where the word before `offset` begins; 0 when there is none."""
    reach = _RUN_UP * 2
    while True:
        start = cluster_start(text, max(0, offset - reach))
        trusted = start + _RUN_UP if start else 0
        stops = [at for at in word_starts(text, start, offset + _TAIL) if trusted <= at < offset]
        if stops or not start:
            return stops[-1] if stops else 0
        reach *= 2


def next_word(text: str, offset: int) -> int:
    """Where the word after `offset` begins; the length of `text` when there is none."""
    start = cluster_start(text, max(0, offset - _RUN_UP))
    reach = _WINDOW // 2
    while True:
        end = offset + reach
        stops = word_starts(text, start, end)
        at = bisect_left(stops, offset + 1)
        if at < len(stops) and (stops[at] < end - _TAIL or end >= len(text)):
            return stops[at]
        if end >= len(text):
            return len(text)
        reach *= 2
