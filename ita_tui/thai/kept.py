"""What no line may break: names of the data, abbreviations, numbers with what they count, addresses, known words.

The layer of our own over ICU's breaks. It only takes breaks away, so a wrong guess here costs a little
raggedness and never a cut word. A span is (start, end) in code points; no break may stand strictly inside it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from ita_tui.thai.dates import MONTHS, SHORT_MONTHS
from ita_tui.thai.fold import without_title

_NAME_LIMIT = 300
"""Longest name kept whole, in code points; what is longer is a sentence."""

_SHORTEST_PART = 4
"""A part of a name shorter than this (เลย, ตาก) is too often a piece of another word."""
_STEM = 3
"""Code points by which a known word is looked up; none is shorter."""

_ABBREVIATIONS = (
    "พ.ศ.", "ค.ศ.", "ฯพณฯ", "ฯลฯ", "อบต.", "อบจ.", "อปท.", "สตง.", "กพร.", "โทร.", "ทต.", "ทม.", "ทน.", "อสม.",
    "กม.", "ซม.", "กก.", "ตร.", "จนท.", "ผอ.", "ดร.", "นพ.", "พญ.", "รศ.", "ผศ.", "ศ.", "ร.ต.อ.", "ร.ต.",
    "ว่าที่ ร.ต.", "น.ส.", "ด.ต.", "รร.", "รพ.", "รพ.สต.", *SHORT_MONTHS,
)  # fmt: skip
_UNITS = (
    "สตางค์", "บาท", "ล้านบาท", "ล้าน", "คะแนน", "คน", "ราย", "ท่าน", "ครั้ง", "เรื่อง", "ฉบับ", "ชุด", "เล่ม",
    "แผ่น", "วัน", "สัปดาห์", "เดือน", "ปี", "ชั่วโมง", "นาที", "แห่ง", "จุด", "เมตร", "เซนติเมตร", "กิโลเมตร",
    "กม.", "ซม.", "ตร.ม.", "ตารางเมตร", "ไร่", "ตัน", "กก.", "ตัว", "หลัง", "คัน", "เครื่อง", "ลำ", "ชิ้น", "ต้น",
    "โครงการ", "กิจกรรม", "รายการ", "ประเด็น", "ด้าน", "หมู่บ้าน", "ชุมชน", "ครัวเรือน", "หลังคาเรือน", "กอง",
    "ส่วน", "ระบบ", "มาตรการ", "ตัวชี้วัด", "อัตรา", "%",
)  # fmt: skip
_COUNTED = (
    "วัน", "ครั้ง", "หมู่", "ฉบับ", "ส่วน", "วาระ", "งวด", "ชั้น", "ลำดับ", "บรรทัด", "ปี", "ตัวชี้วัด", "แผ่น", "จุด", "ไตรมาส",
)  # fmt: skip
"""What has a number behind its ที่."""
_NUMBERED = ("ข้อ", "มาตรา", "ร้อยละ", "พ.ศ.", "ค.ศ.", "หมู่", "หน้า", "ชั้น", "โทร.", "ต่อ", "วาระ", "อายุ")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_D = "[0-9๐-๙]"
_NUMBER = rf"{_D}[0-9๐-๙.,/]{{0,30}}"
_CODE = rf"[oOiIeE]?{_NUMBER}"

_IN_WORDS = re.compile(
    _any_of(_ABBREVIATIONS)
    + r"|(?:[ก-ฮ]{1,2}\.){2,}"  # ป.ป.ช., พ.ร.บ., ก.พ.
    + rf"|{_D} ?น\."  # a time keeps its น.
    + r"|(?<![A-Za-z])[A-Za-z]-[A-Za-z]+"  # E-Service
    + rf"|{_CODE}[–-]{_CODE}(?: ?น\.)?"  # o๑-o๔๓, ๑–๑๐, ๐๓๕-๖๑๑๒๓๔
    + rf"|{_NUMBER}/ว ?{_D}+"  # อท ๐๐๒๓.๓/ว ๑๒๓๔
    + r"|(?<!\S)/\S"  # a slash that begins a word: /๔.
)
"""What a writer takes for one word, though ICU does not."""
_ON_ONE_ROW = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?:{_any_of(_COUNTED)})?ที่|{_any_of(_NUMBERED)}) {_CODE}",  # ครั้งที่ ๑/๒๕๖๖, ข้อ o๑๒, พ.ศ. ๒๕๖๖
        rf"{_NUMBER} (?:{_any_of(_UNITS)}|(?:ข้อ|หน้า)(?! ?{_CODE}))",  # ๕ วัน, ๓ ข้อ, but not ๒๕๖๖ ข้อ ๕
        rf"{_D}{{1,2}} (?:{_any_of((*MONTHS, *SHORT_MONTHS))})",  # ๓๑ ต.ค.
        r"\S [–-](?= )",  # a dash between words ends a row, it never begins one
        r"(?<![0-9๐-๙])[0๐][0-9๐-๙]{0,2}(?:[ -][0-9๐-๙]{3,4}){1,2}",  # ๐ ๓๕๖๑ ๑๒๓๔
        r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,100}",
    )
)
"""What is read in one go and so stands on one row."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]{1,300}")
_BEHIND_A_STEP = re.compile("(?<=[^/:][/?&])")

_KIND_OF_PLACE = re.compile(
    r"(?:เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|(?:อบต|อบจ|ทต|ทม|ทน)\.|ตำบล|อำเภอ|จังหวัด|เขต|บ้าน) ?"
)

Span = tuple[int, int]


class Lexicon:
    """Words found in running text by their first code points; shorter ones are left out."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.forget()
        self.add(words)

    def forget(self) -> None:
        """Unlearn every word."""
        self._known: set[str] = set()
        self._lengths: dict[str, set[int]] = {}
        self.longest = 0
        """Code points of the longest word."""

    def add(self, words: Iterable[str]) -> bool:
        """Learn words; tell whether any was new."""
        new = {word for word in words if len(word) >= _STEM} - self._known
        for word in new:
            self._lengths.setdefault(word[:_STEM], set()).add(len(word))
        self._known |= new
        self.longest = max(map(len, self._known), default=0)
        return bool(new)

    def spans(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Every place in `text[start:end]` where a word stands, overlapping ones too."""
        known, lengths = self._known, self._lengths
        for at in [at for at in range(start, end - _STEM + 1) if text[at : at + _STEM] in lengths]:
            for length in lengths[text[at : at + _STEM]]:
                if at + length <= end and text[at : at + length] in known:
                    yield at, at + length


def name_forms(name: str) -> Iterator[str]:
    """The name; a place without the kind of place it is; a person without title, and by each name alone.

    Nothing for a whole sentence, which is no name.
    """
    if len(name) > _NAME_LIMIT:
        return
    yield name
    place = _KIND_OF_PLACE.match(name)
    person = without_title(name)
    parts = [name[place.end() :]] if place else [person, *person.split()] if person != name else []
    yield from (part for part in parts if len(part) >= _SHORTEST_PART)


def word_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """What one word is in `text[start:end]` beyond what ICU knows: the stops of Ctrl+arrows heed it too."""
    for found in _IN_WORDS.finditer(text, start, end):
        yield found.span()
    yield from _known_words().spans(text, start, end)


def row_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands on one row though it is several words: numbers with units, ข้อ o๑๒, the steps of an address."""
    for pattern in _ON_ONE_ROW:
        for found in pattern.finditer(text, start, end):
            yield found.span()
    for found in _ADDRESS.finditer(text, start, end):
        steps = [at.start() for at in _BEHIND_A_STEP.finditer(text, *found.span())]
        yield from pairwise([found.start(), *steps, found.end()])


@cache
def _known_words() -> Lexicon:
    lines = Path(__file__).with_name("known_words.txt").read_text("utf-8").splitlines()
    return Lexicon(word for line in lines if not line.startswith("#") for word in line.split())
