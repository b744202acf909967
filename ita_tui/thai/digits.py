"""Thai and Arabic digits: either way in any text, and the careful way for printed papers."""

import re

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_ITEM_CODE = re.compile(r"[oOiIeE][0-9]{1,2}(?:-[oOiIeE]?[0-9]{1,2})?\Z")
_WORD = re.compile(r"(?:https?://|www\.)\S+|[A-Za-z0-9_@:/.?=&%#~+\-]+")
_LATIN = re.compile(r"[A-Za-z]")
_SENTENCE_TAIL = ".,:?-/"


def thai_digits(text: str) -> str:
    """Every Arabic digit of `text` as a Thai digit; all else stays."""
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """Every Thai digit of `text` as an Arabic digit; all else stays."""
    return text.translate(_TO_ARABIC)


def thai_digits_in_text(text: str) -> str:
    """Running text with Thai digits, as official papers are typed.

    Web addresses, e-mail addresses and Latin terms that hold digits (ISO9001, COVID-19) keep theirs;
    codes of questions and items (o12, i3, e15) are numbers of this field and are turned (o๑๒).
    Source: the typing guide of official papers (convert in the text, not in addresses or foreign terms).
    """
    return _WORD.sub(_turn_word, text)


def _turn_word(match: re.Match[str]) -> str:
    word = match.group()
    core = word.rstrip(_SENTENCE_TAIL)
    if not _LATIN.search(word) or _ITEM_CODE.match(core):
        return thai_digits(word)
    return word
