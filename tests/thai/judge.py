"""A second opinion on line breaks: PyThaiNLP's newmm, which the app itself does not use."""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

# It must neither leave a folder in the home of whoever runs the tests nor fetch anything.
os.environ.setdefault("PYTHAINLP_DATA", str(Path(tempfile.gettempdir()) / "ita-tui-pythainlp"))
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize

_THAI = re.compile("[ก-๎]")
_ONE_LETTER_WORDS = frozenset("ณธ")


def cut_words(text: str, ends: Iterable[int]) -> Iterator[str]:
    """Every break of `text` inside a word of newmm, but where both halves are made of dictionary words.

    Told as `เที่|ยม` with what stands around it.
    """
    breaks = set(ends)
    start = 0
    for word in word_tokenize(text, engine="newmm"):
        end = start + len(word)
        if _THAI.search(word):
            for at in range(start + 1, end):
                if at in breaks and not (_is_made_of_words(text[start:at]) and _is_made_of_words(text[at:end])):
                    yield f"{text[max(0, start - 12) : at]}|{text[at : end + 12]}"
        start = end


@cache
def _is_made_of_words(piece: str) -> bool:
    bare = piece.strip()
    if not bare:
        return True
    known = thai_words()
    reached = {0}
    for start in range(len(bare)):
        if start in reached:
            reached.update(end for end in range(start + 1, len(bare) + 1) if _is_word(bare[start:end], known))
    return len(bare) in reached


def _is_word(piece: str, known: frozenset[str]) -> bool:
    if not _THAI.search(piece):
        return True
    return piece in known and (len(piece) > 1 or piece in _ONE_LETTER_WORDS)
