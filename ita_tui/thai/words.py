"""Where Thai text may break into lines and where its words begin.

ICU's dictionary finds the words; what it does not know (names, abbreviations, words of this field) `kept`
keeps whole, and a break that the spelling itself shows to be wrong is dropped. All offsets are code points.
Long text is read in windows, so asking near one place costs no more than that place.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise

from ita_tui.thai.clusters import MARKS, boundaries, cluster_start
from ita_tui.thai.kept import Lexicon, Span, name_forms, row_spans, word_spans

_WINDOW = 1000
"""Code points given to ICU at a time."""
_TAIL = 100
"""Breaks this close to a window's cut end are not trusted: the word may go on behind it."""
_RUN_UP = 120
"""Code points read before a place asked about, so that the dictionary is in step when it gets there."""

_OUTSIDE_UTF16 = re.compile("[\U00010000-\U0010ffff\ud800-\udfff]")
_STAND_IN = "\u3013"
"""Breaks like an emoji and is one UTF-16 unit, so ICU's offsets stay code points."""
_SHORT_FORM = re.compile(r"(?:ป\.ป\.[ชท]|พ\.ร\.[บฎก]|ก\.[ทพ]\.[จร]|ก\.ถ|พ\.ศ|ค\.ศ|อบ[ตจ]|อปท|สตง|อสม)(?=\.)|ฯ")
"""ICU looks three words ahead and is led astray by letters that are no word; it is shown what breaks alike."""

_LEADING = "เแโใไ"
_TONES = "่-๋"
_NEVER_FIRST = re.compile(
    rf"[{MARKS}ะาำๅๆฯ๚๛)\]}}”’»›.,;:!?%…]"  # marks, following vowels, repetition, closing marks
    "|[ก-ฮ]{1,2}[ิุ]?์"  # silenced consonants belong to the syllable before them
)
_NEVER_LAST = frozenset(_LEADING + "([{“‘«‹\u200d")
"""A leading vowel waits for its consonant, an opening mark for what it opens."""
_OPEN_SYLLABLE = re.compile(
    f"(?:[ัื]|(?:[เแ]ก|(?<!ก))็|เ(?:[กขคตปผพ][รลว]|ห[งญนมยรลว]|[ก-ฮ])[ิี])[{_TONES}]?$"
)
"""Vowels written only with a consonant behind them: กัน, คืน, เป็น, เดิน, เพียร; ก็ stands alone."""
_MARK = re.compile(f"[{MARKS}]")
_THAI = re.compile("[ก-ฮะ-ฺเ-ไ็-๎]")
_LETTER = re.compile(r"\w")
_SCRIPT_CHANGE = re.compile(f"(?<=[ก-๎])(?=[A-Za-z])|(?<=[A-Za-z])(?=[ก-ฮ{_LEADING}])")
"""ICU joins a Latin word to the Thai around it when no space stands between."""

_SpansOf = Callable[[str, int, int], Iterable[Span]]
_names = Lexicon()


def keep_whole(names: Iterable[str]) -> None:
    """Adds names of people, places and bodies (cleaned text) that no line break may cut from now on.

    A place is also kept without the kind of place it is, a person without title and by each name alone.
    """
    if _names.add(form for name in names for form in name_forms(name.strip())):
        _short_breaks.cache_clear()


def forget_names() -> None:
    """Drops every name given to `keep_whole`, as when another body's folder is opened."""
    _names.forget()
    _short_breaks.cache_clear()


def breaks(text: str) -> list[int]:
    """Every offset at which a line may end, ascending, the end of `text` included; empty for no text.

    A break after spaces stands behind them. Never inside a cluster, a kept name, an abbreviation or a
    number with its unit, never before ๆ, ฯ, a following vowel or closing punctuation, never after a
    leading vowel or an opening mark.
    """
    return list(_short_breaks(text)) if len(text) <= _WINDOW // 2 else list(iter_breaks(text))


@lru_cache(maxsize=1024)
def _short_breaks(text: str) -> tuple[int, ...]:
    return tuple(iter_breaks(text))


def iter_breaks(text: str, start: int = 0) -> Iterator[int]:
    """The breaks of `text` after `start` (itself a break), found only as far as they are asked for."""
    return _walk(text, start, _all_spans)


def breaks_within(text: str, start: int, end: int) -> list[int]:
    """Where the piece `text[start:end]`, too wide for its line, may be folded, `end` included.

    What is kept whole gives way longest first, so that a long name folds around the names within it; a
    piece without any word break folds between its syllables.
    """
    spans = list(_all_spans(text, start, end))
    while not (inner := _folds(text[:end], start, spans)) and spans:
        longest = max(last - first for first, last in spans)
        spans = [(first, last) for first, last in spans if last - first < longest]
    if not inner:
        inner = [start + at for at in boundaries(text[start:end])[1:-1] if _may_break(text, start + at)]
    return [*inner, end]


def _folds(text: str, start: int, spans: list[Span]) -> list[int]:
    return [at for at in _walk(text, start, lambda *_: spans) if at < len(text)]


def _all_spans(text: str, start: int, end: int) -> Iterator[Span]:
    return chain(word_spans(text, start, end), row_spans(text, start, end), _names.spans(text, start, end))


def _walk(text: str, start: int, spans_of: _SpansOf) -> Iterator[int]:
    size = _WINDOW
    length = len(text)
    while start < length:
        end, trusted = _window(text, start, size)
        barred = {at for first, last in spans_of(text, start, end) for at in range(first + 1, last)}
        found = [
            at
            for at in _word_edges(text, start, end)
            if at <= trusted and (at == length or (at not in barred and _may_break(text, at)))
        ]
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
    return end, end - _TAIL - _names.longest


def _may_break(text: str, at: int) -> bool:
    before = text[at - 1]
    if before == "\n":
        return True
    if before in _NEVER_LAST or _NEVER_FIRST.match(text, at):
        return False
    return not (_MARK.match(before) and _OPEN_SYLLABLE.search(text[max(0, at - 5) : at]))


def _word_edges(text: str, start: int, end: int) -> list[int]:
    """ICU's breaks, but for those around a lone consonant: no word is one, so its word was cut."""
    edges = _icu_breaks(text, start, end)
    wrong = set()
    for first, last in pairwise([start, *edges]):
        if last - first <= 2 and (wanted := _lone_consonant(text, first, last)):
            wrong.update(wanted)
    return [at for at in edges if at not in wrong] if wrong else edges


def _lone_consonant(text: str, first: int, last: int) -> list[int]:
    """The edges to drop when `text[first:last]` is one bare consonant beside other Thai letters."""
    letter, blank = text[first], text[first + 1 : last]
    if not "ก" <= letter <= "ฮ" or letter in "ณธ" or blank.strip():
        return []
    before = [first] if first and _THAI.match(text, first - 1) else []
    behind = [last] if not blank and _THAI.match(text, last) else []
    return [*before, *behind]


@cache
def _line_breaker() -> Callable[[str], Iterable[tuple[int, int]]]:
    """ICU, loaded when the first Thai line is broken and not at the start of every command."""
    from icu4py.breakers import LineBreaker  # noqa: PLC0415
    from icu4py.locale import Locale  # noqa: PLC0415

    thai = Locale("th")
    return lambda text: LineBreaker(text, thai).segments()


def _icu_breaks(text: str, start: int, end: int) -> list[int]:
    window = _SHORT_FORM.sub(_breaking_alike, _OUTSIDE_UTF16.sub(_STAND_IN, text[start:end]))
    found = [start + stop for _, stop in _line_breaker()(window)]
    if changes := [start + at.start() for at in _SCRIPT_CHANGE.finditer(window)]:
        return sorted({*found, *changes})
    return found


def _breaking_alike(match: re.Match[str]) -> str:
    """As long as what it stands for: ฯ ends a word as `!` does, พ.ร.บ. is a word beside Thai as Latin is."""
    return "!" if match.group() == "ฯ" else "x" * len(match.group())


def word_starts(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Offsets in `text[start:end]` where a word begins: the stops of Ctrl+arrows.

    Names are taken apart, so that one word of a long name can be mended.
    """
    stop = len(text) if end is None else min(end, len(text))
    spans = list(_words_apart(text, start, stop))
    cut = set(_icu_breaks(text, start, stop))
    edges = {start, *_walk(text[:stop], start, lambda *_: spans)}
    # Where ICU cuts a word it goes on to the end of another: ประจำ|ปีงบประมาณ is ประจำปี|งบประมาณ.
    shifted = (last for first, last in spans if last < stop and cut.intersection(range(first + 1, last)))
    edges.update(at for at in shifted if _may_break(text, at))
    return [at for at, after in pairwise(sorted(edges)) if _LETTER.search(text, at, after)]


def _words_apart(text: str, start: int, end: int) -> Iterator[Span]:
    """Words one behind the other: of two that overlap (ประจำปี, ปีงบประมาณ) the first, and of those the longest."""
    reached = start
    for first, last in sorted(word_spans(text, start, end), key=lambda span: (span[0], -span[1])):
        if first >= reached:
            yield first, last
            reached = last


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
