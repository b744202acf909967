"""Dates and times as offices write them: read from any usual form, printed in the Buddhist era.

The only place where B.E. and C.E. years meet. Dates are `datetime.date` (C.E. inside), years given as
integers are B.E., times are naive local times.
"""

import re
from datetime import date, time
from functools import lru_cache

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

_LONGEST = 200
"""Code points beyond which nothing is a date or a time."""

_WEEKDAY_FORMS = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{short: number for number, short in enumerate(("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา"))},
    "พฤหัส": 3,
}
_MONTH_FORMS = {
    form: number
    for number, (name, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), start=1)
    for form in (name, short.replace(".", ""), re.sub("(?:คม|ยน|พันธ์)$", "", name), name.replace("ฎ", "ฏ"))
}
"""มกราคม, มค, มกรา, and กรกฏาคม, which is written as often as กรกฎาคม."""

_WEEKDAY_NAME = "(?:วัน\\s*)?(?P<name>" + "|".join(sorted(_WEEKDAY_FORMS, key=len, reverse=True)) + ")\\.?"
_WEEKDAY_BEFORE = re.compile(rf"\(?{_WEEKDAY_NAME}\)?\s*(?:ที่|,)?\s*(?=[0-9])")
_WEEKDAY_BEHIND = re.compile(rf"\s*\({_WEEKDAY_NAME}\)\Z")
_DAY_PREFIX = re.compile(r"(?:(?:ลง|ณ|เมื่อ|ใน)?\s*วันที่|ที่)\s*(?=[0-9])")
_TAIL = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?\Z|[.,]\Z")
"""What a spreadsheet or the end of a sentence adds."""
_NUMERIC = re.compile(r"([0-9]{1,2})(?:\s*([/.-])\s*|\s+)([0-9]{1,2})(?(2)\s*\2\s*|\s+)([0-9]{4}|[0-9]{2})\Z")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})\Z")
_ERA = r"(?:พ\.?\s*ศ\.?|ค\.?\s*ศ\.?|พุทธศักราช|คริสต์ศักราช)"
_WORDED = re.compile(
    r"([0-9]{1,2})\s*[/-]?\s*(?:เดือน\s*)?([ก-๎][ก-๎. ]*?)\s*[/,-]?\s*(?:ปี\s*)?"
    rf"(?P<era>{_ERA})?\s*([0-9]{{4}}|[0-9]{{2}})\Z"
)
_RANGE = re.compile(r"ถึง|[0-9ก-๎.]\s*[–—]|\s-\s|[0-9ก-๎.]-[0-9]{1,2}(?:[:./][0-9]|\s*[ก-๎])")
_TIME_PREFIX = re.compile(r"เวลา\s*")
_TIME_TAIL = re.compile(r"\s*(?:น\.?|นาฬิกา)\Z")
_TIME = re.compile(
    r"([0-9]{1,2})\s*[:.]\s*([0-9]{2})(?:\s*[:.]\s*([0-9]{2}))?\Z"
    r"|([0-9]{2})([0-9]{2})\Z"
    r"|([0-9]{1,2})\s*นาฬิกา\s*([0-9]{1,2})\s*นาที\Z"
)
_HOUR = re.compile(r"([0-9]{1,2})\Z")

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

    Digits may be Thai or Arabic, months full, abbreviated or spoken short (ตุลา), a weekday may stand before
    or in brackets behind. Two-digit years are 25xx (B.E.), four-digit years below 2400 are C.E.
    Raises BadText when no such form fits, the day does not exist, the weekday given is not that day's, or
    the text is a range.
    """
    if not text.strip():
        raise BadText("ยังไม่ได้กรอกวันที่", _DATE_HINT)
    rest, weekday = _weekday_taken(_TAIL.sub("", _one_line(text)))
    day = _read_day(_DAY_PREFIX.sub("", rest, count=1) if _DAY_PREFIX.match(rest) else rest, text)
    if weekday is not None and day.weekday() != weekday:
        raise BadText(
            f"{long_date(day)} เป็นวัน{WEEKDAYS[day.weekday()]} ไม่ใช่วัน{WEEKDAYS[weekday]}",
            "แก้วันในสัปดาห์หรือวันที่ให้ตรงกัน",
        )
    return day


def _weekday_taken(rest: str) -> tuple[str, int | None]:
    """The text without its weekday, and that weekday (Monday 0) if there was one."""
    if found := _WEEKDAY_BEFORE.match(rest):
        return rest[found.end() :], _WEEKDAY_FORMS[found["name"]]
    if found := _WEEKDAY_BEHIND.search(rest):
        return rest[: found.start()], _WEEKDAY_FORMS[found["name"]]
    return rest, None


def _read_day(rest: str, text: str) -> date:
    if sorted_down := _YEAR_FIRST.match(rest):
        year, month, day = (int(sorted_down[part]) for part in (1, 3, 4))
    elif numeric := _NUMERIC.match(rest):
        day, month, year = int(numeric[1]), int(numeric[3]), _full_year(numeric[4])
    elif worded := _WORDED.match(rest):
        day, month = int(worded[1]), _month_number(worded[2], text)
        year = _full_year(worded[4])
        _check_era(worded["era"], year, text)
    elif _RANGE.search(rest):
        raise BadText(f"“{_shown(text)}” เป็นช่วง ไม่ใช่วันเดียว", f"กรอกทีละวัน {_DATE_HINT}")
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
    """Reads a time of day: `9:30`, `๐๙.๓๐ น.`, `09.30 นาฬิกา`, `0930`, `๙ นาฬิกา ๓๐ นาที`, `๙ น.`, also with seconds.

    Raises BadText when it is none of these, no such time exists, or the text is a range.
    """
    typed = _TIME_PREFIX.sub("", _one_line(text), count=1)
    rest = _TIME_TAIL.sub("", typed)
    found = _TIME.match(rest) or (_HOUR.match(rest) if rest != typed else None)
    if not found:
        if not text.strip():
            raise BadText("ยังไม่ได้กรอกเวลา", _TIME_HINT)
        if _RANGE.search(rest):
            raise BadText(f"“{_shown(text)}” เป็นช่วง ไม่ใช่เวลาเดียว", f"กรอกทีละเวลา {_TIME_HINT}")
        raise BadText(f"อ่านเวลา “{_shown(text)}” ไม่ได้", _TIME_HINT)
    hour, minute, second = [*(int(part) for part in found.groups() if part is not None), 0, 0][:3]
    try:
        return time(hour, minute, second)
    except ValueError:
        raise BadText(f"ไม่มีเวลา “{_shown(text)}”", "ชั่วโมงเป็น ๐๐ ถึง ๒๓ นาทีเป็น ๐๐ ถึง ๕๙") from None


def _one_line(text: str) -> str:
    """What was typed, with Arabic digits; empty for a text too long to be meant as a date or time."""
    return arabic_digits(clean(text, multiline=False)).strip() if len(text) <= _LONGEST else ""


def _shown(text: str) -> str:
    """What the user typed, short and harmless enough to stand in a sentence."""
    plain = clean(text[:_LONGEST], multiline=False).strip()
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


@lru_cache(maxsize=512)
def written_out(text: str) -> str:
    """Return a day however it was typed as `long_date` writes it; other words, such as an event, stay as they are."""
    try:
        return long_date(parse_date(text))
    except BadText:
        return text


def period(first: date, last: date) -> str:
    """`๑ ต.ค. ๒๕๖๗ – ๓๐ ก.ย. ๒๕๖๘`, as plans and measures print it."""
    return f"{short_date(first)} – {short_date(last)}"


def month_period(first: date, last: date) -> str:
    """`ธ.ค. ๒๕๖๕ – ม.ค. ๒๕๖๖`: whole months, whatever the days."""
    months = (f"{SHORT_MONTHS[day.month - 1]} {be_year(day)}" for day in (first, last))
    return thai_digits(" – ".join(months))


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
