"""What is known of a year's figures: which codes it has, which questions make an indicator, how indicators are named.

Only what documents or published pages of a year show is here; where a year is not known, nothing is demanded of it.
What an office knows better of a year is kept with that year's results.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from ita_tui.domain.results import Results
from ita_tui.domain.scores.codes import INDICATORS, OF_INSTRUMENT
from ita_tui.domain.years import BEYear


@dataclass(frozen=True, slots=True)
class Numbered:
    """A group of codes that are numbered through: i1 to i15, 9.1 to 9.5."""

    prefix: str
    count: int
    """How many there are in that year; 0 where it is not known, and then only a gap between two of them shows."""

    def code(self, number: int) -> str:
        """Return the code of that number."""
        return f"{self.prefix}{number}"


@dataclass(frozen=True, slots=True)
class Structure:
    """What is known of the figures of one score year."""

    year: BEYear
    groups: tuple[Numbered, ...]
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Indicator → its questions, where the year's question map is known."""
    items: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Indicator → the OIT items it is scored from; how they weigh is not published, so it is never computed."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Indicator → names that count as its own; the first is printed on new papers."""

    def name(self, code: str) -> str:
        """Return the name that new papers print for an indicator, or an empty text where none is known."""
        return self.names.get(code, ("",))[0]

    def with_codes(self, own: Mapping[str, tuple[str, ...]]) -> Structure:
        """Return the structure with other questions or items for some indicators.

        How many codes an instrument has is known where those of all its indicators are.
        """
        asked = {**self.questions, **self.items, **own}
        count = {each.prefix: each.count for each in self.groups}
        for letter, indicators in zip("ieo", OF_INSTRUMENT.values(), strict=True):
            if not own.keys() & {*indicators}:
                continue
            codes = [code for each in indicators for code in asked.get(each, ())]
            complete = all(asked.get(each) for each in indicators)
            count[letter] = max(int(code[1:]) for code in codes) if complete else 0
        items = {code: asked[code] for code in OF_INSTRUMENT["OIT"] if asked.get(code)}
        questions = {code: codes for code, codes in asked.items() if codes and code not in OF_INSTRUMENT["OIT"]}
        groups = tuple(replace(each, count=count[each.prefix]) for each in self.groups)
        return replace(self, groups=groups, questions=questions, items=items)

    def with_name(self, code: str, name: str) -> Structure:
        """Return the structure with another printed name for an indicator; the earlier ones still count as its own."""
        others = tuple(known for known in self.names.get(code, ()) if known != name)
        return replace(self, names={**self.names, code: (name, *others)})


ITEM_SCORES: Final = (Decimal(0), Decimal(50), Decimal(100))
"""What an OIT item scored in every document read; used only where the other items of the year keep to it."""

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "1": ("การปฏิบัติหน้าที่",),
    "2": ("การใช้งบประมาณ",),
    "3": ("การใช้อำนาจ",),
    "4": ("การใช้ทรัพย์สินของราชการ", "การใช้ทรัพย์สินของทางราชการ"),
    "5": ("การแก้ไขปัญหาการทุจริต", "การแก้ปัญหาการทุจริต"),
    "6": ("คุณภาพการดำเนินงาน",),
    "7": ("ประสิทธิภาพการสื่อสาร",),
    # Which of the two is official in which year is not known; the papers read print the first for 2566 and 2568.
    "8": ("การปรับปรุงการทำงาน", "การปรับปรุงระบบการทำงาน"),
    "9": ("การเปิดเผยข้อมูล",),
    "10": ("การป้องกันการทุจริต",),
}
_INDICATORS: Final = Numbered("", len(INDICATORS))
_COUNTS: Final[Mapping[int, Mapping[str, int]]] = {
    2565: {"o": 43},
    2566: {"o": 43, "9.": 5, "10.": 2},
    2567: {"o": 35},
    2568: {"i": 15, "e": 9, "o": 28, "9.": 5, "10.": 2},
}
_QUESTIONS_2568: Final[Mapping[str, tuple[str, ...]]] = {
    **{str(k): tuple(f"i{3 * k - back}" for back in (2, 1, 0)) for k in range(1, 6)},
    **{str(k): tuple(f"e{3 * (k - 5) - back}" for back in (2, 1, 0)) for k in range(6, 9)},
}
_LAST_ITEM_OF_9: Final[Mapping[int, int]] = {2565: 33, 2566: 30, 2568: 20}


def _items(year: int) -> Mapping[str, tuple[str, ...]]:
    if year not in _LAST_ITEM_OF_9:
        return {}
    codes = [f"o{number}" for number in range(1, _COUNTS[year]["o"] + 1)]
    last = _LAST_ITEM_OF_9[year]
    return {"9": tuple(codes[:last]), "10": tuple(codes[last:])}


def structure_of(year: BEYear) -> Structure:
    """Return what is known of the figures of a score year."""
    counts = _COUNTS.get(year, {})
    numbered = tuple(Numbered(prefix, counts.get(prefix, 0)) for prefix in ("9.", "10.", "i", "e", "o"))
    questions = _QUESTIONS_2568 if year == 2568 else {}
    return Structure(year, (_INDICATORS, *numbered), questions, _items(year), _NAMES)


def structure_for(results: Results) -> Structure:
    """Return what is known of the figures of a score year, with what the office entered of that year."""
    known = structure_of(results.year)
    if results.own_codes:
        known = known.with_codes(results.own_codes)
    for code, name in results.own_names.items():
        known = known.with_name(code, name)
    return known
