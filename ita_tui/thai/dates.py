"""Dates and times as offices write them: read from any usual form, printed in the Buddhist era.

The only place where B.E. and C.E. years meet. Dates are `datetime.date` (C.E. inside), years given as
integers are B.E., times are naive local times.
"""

import re
from datetime import date, time

from ita_tui.errors import BadText
from ita_tui.thai.digits import arabic_digits, thai_digits
from ita_tui.thai.text import clean

_BE_OFFSET = 543
_FIRST_BE_YEAR = 2400
"""Four-digit years below this are C.E."""

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
"""Full names of the months, January first."""

SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
"""Abbreviated names of the months, January first."""

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""Names of the days without วัน, Monday first (as `date.weekday`)."""

_WEEKDAY_FORMS = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{short: number for number, short in enumerate(("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา"))},
    "พฤหัส": 3,
}
_MONTH_FORMS = {
    form: number
    for number, (name, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), start=1)
    for form in (name, short.replace(".", ""))
}

_WEEKDAY = re.compile(
    r"(?:วัน\s*)?(?P<name>" + "|".join(sorted(_WEEKDAY_FORMS, key=len, reverse=True)) + r")\.?\s*(?:ที่|,)?\s*(?=[0-9])"
)
_DAY_PREFIX = re.compile(r"(?:วันที่|ที่)\s*(?=[0-9])")
_NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})\Z")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\Z")
_ERA = r"(?:พ\.?\s*ศ\.?|ค\.?\s*ศ\.?)"
_WORDED = re.compile(r"([0-9]{1,2})\s*(?:เดือน\s*)?([ก-๎][ก-๎. ]*?)\s*(?P<era>" + _ERA + r")?\s*([0-9]{4}|[0-9]{2})\Z")
_TIME = re.compile(r"([0-9]{1,2})\s*[:.]\s*([0-9]{2})\Z|([0-9]{2})([0-9]{2})\Z")
_TIME_TAIL = re.compile(r"\s*(?:น\.?|นาฬิกา)\Z")

_DATE_HINT = "พิมพ์ได้ เช่น ๓๑/๑๐/๒๕๖๖  ๓๑ ต.ค. ๖๖  ๓๑ ตุลาคม ๒๕๖๖ หรือ 2023-10-31"
_TIME_HINT = "พิมพ์ได้ เช่น ๐๙.๓๐  9:30 หรือ 0930"


def be_year(day: date) -> int:
    """The B.E. calendar year of a day."""
    return day.year + _BE_OFFSET


def fiscal_year(day: date) -> int:
    """The B.E. fiscal year of a day: it begins on 1 October of the year before."""
    return be_year(day) + (1 if day.month >= 10 else 0)


def parse_date(text: str) -> date:
    """Reads a date in any form an office types.

    Digits may be Thai or Arabic, months full or abbreviated, a weekday may stand before. Two-digit years
    are 25xx (B.E.), four-digit years below 2400 are C.E.
    Raises BadText when no such form fits, the day does not exist, or the weekday given is not that day's.
    """
    rest = arabic_digits(clean(text, multiline=False)).strip()
    weekday = None
    if found := _WEEKDAY.match(rest):
        weekday = _WEEKDAY_FORMS[found["name"]]
        rest = rest[found.end() :]
    elif found := _DAY_PREFIX.match(rest):
        rest = rest[found.end() :]
    day = _read_day(rest, text)
    if weekday is not None and day.weekday() != weekday:
        raise BadText(
            f"{long_date(day)} เป็นวัน{WEEKDAYS[day.weekday()]} ไม่ใช่วัน{WEEKDAYS[weekday]}",
            "แก้วันในสัปดาห์หรือวันที่ให้ตรงกัน",
        )
    return day


def _read_day(rest: str, text: str) -> date:
    if iso := _ISO.match(rest):
        year, month, day = (int(part) for part in iso.groups())
    elif numeric := _NUMERIC.match(rest):
        day, month, year = int(numeric[1]), int(numeric[3]), _full_year(numeric[4])
    elif worded := _WORDED.match(rest):
        day, month = int(worded[1]), _month_number(worded[2], text)
        year = _full_year(worded[4])
        _check_era(worded["era"], year, text)
    else:
        raise BadText(f"อ่านวันที่ “{_shown(text)}” ไม่ได้", _DATE_HINT)
    try:
        return date(_to_ce(year), month, day)
    except ValueError:
        raise BadText(f"ไม่มีวันที่ “{_shown(text)}” ในปฏิทิน", _DATE_HINT) from None


def _check_era(era: str | None, year: int, text: str) -> None:
    """An era that is written out must be the one its year is of."""
    if era and (year >= _FIRST_BE_YEAR) != era.startswith("พ"):
        raise BadText(f"ปีกับศักราชใน “{_shown(text)}” ไม่ตรงกัน", _DATE_HINT)


def _full_year(digits: str) -> int:
    return 2500 + int(digits) if len(digits) == 2 else int(digits)


def _to_ce(year: int) -> int:
    return year - _BE_OFFSET if year >= _FIRST_BE_YEAR else year


def _month_number(name: str, text: str) -> int:
    try:
        return _MONTH_FORMS[name.replace(".", "").replace(" ", "")]
    except KeyError:
        raise BadText(f"ไม่รู้จักเดือนใน “{_shown(text)}”", _DATE_HINT) from None


def parse_time(text: str) -> time:
    """Reads a time of day: `9:30`, `๐๙.๓๐ น.`, `09.30 นาฬิกา`, `0930`.

    Raises BadText when it is none of these or no such time exists.
    """
    rest = _TIME_TAIL.sub("", arabic_digits(clean(text, multiline=False)).strip())
    found = _TIME.match(rest)
    if not found:
        raise BadText(f"อ่านเวลา “{_shown(text)}” ไม่ได้", _TIME_HINT)
    hour, minute = (int(part) for part in found.groups() if part is not None)
    try:
        return time(hour, minute)
    except ValueError:
        raise BadText(f"ไม่มีเวลา “{_shown(text)}”", "ชั่วโมงเป็น ๐๐ ถึง ๒๓ นาทีเป็น ๐๐ ถึง ๕๙") from None


def _shown(text: str) -> str:
    """What the user typed, short and harmless enough to stand in a sentence."""
    plain = clean(text, multiline=False).strip()
    return plain if len(plain) <= 40 else plain[:39] + "…"


def full_date(day: date) -> str:
    """`วันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖`."""
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ {long_date(day)}"


def long_date(day: date) -> str:
    """`๓๑ ตุลาคม ๒๕๖๖`."""
    return thai_digits(f"{day.day} {MONTHS[day.month - 1]} {be_year(day)}")


def short_date(day: date) -> str:
    """`๓๑ ต.ค. ๒๕๖๖`."""
    return thai_digits(f"{day.day} {SHORT_MONTHS[day.month - 1]} {be_year(day)}")


def clock(moment: time) -> str:
    """`๐๙.๓๐ น.`, minutes cut off, not rounded."""
    return thai_digits(f"{moment:%H.%M} น.")


def clock_seconds(moment: time) -> str:
    """`๑๐.๔๒.๐๗ น.`."""
    return thai_digits(f"{moment:%H.%M.%S} น.")


def duration(minutes: int) -> str:
    """A length of time given in whole minutes (0 or more): `๔๒ นาที`, `๑ ชั่วโมง ๕ นาที`, `๒ ชั่วโมง`."""
    hours, rest = divmod(minutes, 60)
    parts = ([f"{hours} ชั่วโมง"] if hours else []) + ([f"{rest} นาที"] if rest or not hours else [])
    return thai_digits(" ".join(parts))
