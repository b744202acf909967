"""Years, codes and scores as offices type them: Thai digits, capitals, a word before, blanks, zero for o, percent."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText
from ita_tui.thai.digits import arabic_digits
from ita_tui.thai.fold import fold

_YEAR_WORDS = re.compile(r"\A(?:ปีงบประมาณ|ปี|พ\.?ศ\.?)+")
_WORDS_BEFORE = re.compile(r"\A(?:ตัวชี้วัดย่อย|ตัวชี้วัด|ข้อ|รหัส|คะแนน|ที่)+")
_NAMED: Final = {
    **{name.lower(): name for name in ("overall", "mean", "sd", "max", "min", "IIT", "EIT", "OIT")},
    **dict.fromkeys(("ita", "รวม", "ภาพรวม", "ภาพรวมหน่วยงาน"), "overall"),
    **dict.fromkeys(("ค่าเฉลี่ย",), "mean"),
    **dict.fromkeys(("s.d", "ส่วนเบี่ยงเบนมาตรฐาน"), "sd"),
    **dict.fromkeys(("สูงสุด", "ค่าสูงสุด"), "max"),
    **dict.fromkeys(("ต่ำสุด", "ค่าต่ำสุด"), "min"),
}
_PART = re.compile(r"eit[(\-_.]?(?:ส่วนที่|ส่วน|ตอนที่|part)?[\-_.]?([12])\)?")
_NUMBERED = re.compile(r"[1-9]|10|(?:9|10)\.[1-9]")
_LETTERED = re.compile(r"([oei|l])0*([1-9][0-9]?)")
_PART_OF_QUESTION = re.compile(r"e0*([1-9][0-9]?)[.(\-_]?(?:ส่วนที่|ส่วน|ตอนที่)?([12])\)?")
_ZERO_FOR_O = re.compile(r"0([1-9][0-9]?)")
_OIT_CODE = re.compile(r"(?:o0*|0)?([1-9][0-9]?)")
_SCORE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,20})?")
_HUNDREDTH: Final = Decimal("0.01")


def read_year(text: str) -> BEYear:
    """Read a B.E. year of four digits; raise BadText."""
    digits = arabic_digits(text)
    if not re.fullmatch(r"2[45][0-9]{2}", digits):
        raise BadText(f"“{_shown(text)}” ไม่ใช่ปี พ.ศ. สี่หลัก")
    return BEYear(int(digits))


def read_year_cell(text: str) -> BEYear:
    """Read a B.E. year of four digits with or without ปี, ปีงบประมาณ, พ.ศ. before it; raise BadText."""
    if not text:
        raise BadText("ไม่มีปี")
    return read_year(_YEAR_WORDS.sub("", fold(text)) or text)


def read_code(text: str, *, zero_is_o: bool = False) -> str:
    """Read a code of the results: overall, IIT, EIT1, 1 to 10, 9.1, i1, e1, e1.2 (its part 2), o1 …; raise BadText.

    `๐๑๒` is o12. `๐๑` could be item o1 or indicator 1: it is an item where `zero_is_o` (other codes of the same
    file have a zero for o beyond doubt), else it is refused.
    """
    plain = _bare(text)
    if part := _PART.fullmatch(plain):
        return f"EIT{part[1]}"
    if lettered := _LETTERED.fullmatch(plain):
        return f"{lettered[1].replace('|', 'i').replace('l', 'i')}{lettered[2]}"
    if part := _PART_OF_QUESTION.fullmatch(plain):
        return f"e{part[1]}.{part[2]}"
    if zero := _ZERO_FOR_O.fullmatch(plain):
        if len(zero[1]) == 1 and not zero_is_o:
            raise BadText(f"“{_shown(text)}” อ่านได้สองอย่าง พิมพ์ o{zero[1]} สำหรับข้อ OIT หรือ {zero[1]} สำหรับตัวชี้วัด")
        return f"o{zero[1]}"
    if _NUMBERED.fullmatch(plain):
        return plain
    if plain in _NAMED:
        return _NAMED[plain]
    raise BadText(f"“{_shown(text)}” ไม่ใช่รหัสของผลประเมิน" if text else "ไม่มีรหัส")


def has_zero_for_o(text: str) -> bool:
    """Tell whether a code such as `๐๑๒` can only be an item with a zero typed for o."""
    zero = _ZERO_FOR_O.fullmatch(_bare(text))
    return zero is not None and len(zero[1]) == 2


def read_oit_code(text: str) -> str:
    """Read the code of an OIT item (`o12`, `ข้อ O๑๒`, `๐๑๒`, `12`) as o and Arabic digits; raise BadText."""
    match = _OIT_CODE.fullmatch(_bare(text))
    if not match:
        raise BadText(f"“{_shown(text)}” ไม่ใช่รหัสข้อ OIT" if text else "ไม่มีรหัส")
    return f"o{match[1]}"


def _bare(text: str) -> str:
    """Return a code without words before it, blanks, and signs after it."""
    return _WORDS_BEFORE.sub("", fold(text)).strip(".:)(")


def read_score(text: str) -> Decimal:
    """Read a score from 0 to 100, with or without %, as two decimals (half up, as a spreadsheet shows it).

    Raises BadText.
    """
    plain = arabic_digits(text).replace("\u200b", "").strip().removesuffix("%").strip()
    if not plain:
        raise BadText("ไม่มีคะแนน")
    if not _SCORE.fullmatch(plain) or Decimal(plain) > 100:
        raise BadText(f"“{_shown(text)}” ไม่ใช่คะแนนตั้งแต่ 0 ถึง 100")
    return Decimal(plain).quantize(_HUNDREDTH, ROUND_HALF_UP)


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
