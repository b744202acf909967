"""The order of the dictionary, in which lists of names, divisions and terms are sorted.

Source: หลักการเรียงลำดับคำ in the preface of พจนานุกรม ฉบับราชบัณฑิตยสถาน. Words are compared letter by
letter, consonants before vowels, a leading vowel behind the consonant it is spoken with; ไม้ไต่คู้, tone marks
and ทัณฑฆาต count only between words that are otherwise the same.
"""

import re

from ita_tui.thai.text import clean

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]
"""Letters, then the marks on each of them, then the text itself."""

_LEADING = re.compile("([เแโใไ])([ก-ฮ])")
_PIECE = re.compile(r"\s+|[0-9๐-๙]+|[็-์]+|.", re.DOTALL)
_SPACE, _SIGN, _NUMBER, _OTHER_LETTER, _THAI_LETTER = range(5)
_THAI_LETTERS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮะัาๅำิีึืฺุูํ๎เแโใไ"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_THAI_LETTERS)}
_MARK_RANK = {mark: rank for rank, mark in enumerate("็่้๊๋์", start=1)}
_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
_LONGEST_NUMBER = 300
"""Digits by which numbers are compared."""


def sort_key(text: str) -> SortKey:
    """The key that sorts texts as the dictionary does: `sorted(names, key=sort_key)`.

    A space stands before everything (so a first name before its longer namesakes), then signs with ฯ and ๆ,
    then numbers by value in either digit style, Latin letters without regard to capitals, Thai letters. Two
    texts have the same key only when they are the same.
    """
    letters: list[tuple[int, int]] = []
    marks: list[int] = []
    for piece in _PIECE.findall(_LEADING.sub(r"\2\1", clean(text).casefold().strip())):
        if piece[0] not in _MARK_RANK or not letters:
            letters.append(_letter(piece))
            marks.append(0)
        for mark in piece:
            if mark in _MARK_RANK:
                marks[-1] = marks[-1] * 8 + _MARK_RANK[mark]
    return tuple(letters), tuple(marks), text


def _letter(piece: str) -> tuple[int, int]:
    first = piece[0]
    if first.isspace():
        return _SPACE, 0
    if first in _DIGITS:
        return _NUMBER, int(piece[:_LONGEST_NUMBER])
    if first in _LETTER_RANK:
        return _THAI_LETTER, _LETTER_RANK[first]
    return (_OTHER_LETTER if first.isalpha() and first not in "ฯๆ" else _SIGN), ord(first)
