"""Folding: what two texts have in common when typing habits are left out, for searching and matching names."""

import re

from ita_tui.thai.digits import arabic_digits
from ita_tui.thai.text import clean

_SPACES = re.compile(r"\s+")
_TITLE = re.compile(
    r"(?:ว่าที่\s*(?:ร้อยตรี|ร\.?\s*ต\.?)(?:\s*หญิง)?|นางสาว|น\.\s*ส\.|นาง|"
    r"นาย(?!ก(?:เทศมนตรี|องค์|อบ|\s*อ\.?\s*บ|รัฐมนตรี|สมาคม|สภา|เหล่า|สโมสร|\s|$)|อำเภอ|ทะเบียน|ตรวจ|ช่าง|แพทย์|สัตวแพทย์)|"
    r"Mr\.|Mrs\.|Ms\.|Miss\b)\s*",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """The text for comparing: cleaned, Arabic digits, lower case, no spaces; folding twice changes nothing."""
    return _SPACES.sub("", clean(_SPACES.sub("", arabic_digits(clean(text)).casefold())))


def without_title(name: str) -> str:
    """A person's name without นาย, นาง, นางสาว, ว่าที่ ร.ต. (also several).

    A name that is only a title stays, and so does a post that begins like one (นายกเทศมนตรี, นายอำเภอ).
    """
    rest = name.strip()
    while (found := _TITLE.match(rest)) and found.end() < len(rest):
        rest = rest[found.end() :]
    return rest
