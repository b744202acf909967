"""What a cell's number format makes of its number: a plain number, a percentage, or a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from typing import Final

from ita_tui.errors import BadText
from ita_tui.exchange.grid import Cell, Fault
from ita_tui.exchange.numbers import number_text
from ita_tui.exchange.parts import Attributes, Handler
from ita_tui.thai.dates import long_date, parse_date


class Shown(Enum):
    """How a number is shown."""

    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"


_PERCENT_IDS: Final = frozenset({9, 10})
_DAY_IDS: Final = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59), *range(71, 82)})
"""Formats with a number of their own (ECMA-376, part 1, 18.8.30; 71 to 81 are the Thai ones)."""
_NOT_LETTERS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Quoted words, colours and conditions, single signs: no part of what the format makes of a number."""
_DAY_LETTERS = re.compile(r"[dyb]", re.IGNORECASE)


class Formats(Handler):
    """The styles part: which style shows its numbers how."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self._own: dict[str, str] = {}
        self._in_styles = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "numFmt":
            self._own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            self._in_styles = True
        elif tag == "xf" and self._in_styles:
            self.shown.append(self._kind(attributes.get("numFmtId", "0")))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_styles = False

    def _kind(self, number: str) -> Shown:
        if number in self._own:
            letters = _NOT_LETTERS.sub("", self._own[number])
            if letters.lower() in {"general", "standard"}:
                return Shown.NUMBER
            return Shown.PERCENT if "%" in letters else Shown.DAY if _DAY_LETTERS.search(letters) else Shown.NUMBER
        known = int(number) if number.isdecimal() else 0
        return Shown.PERCENT if known in _PERCENT_IDS else Shown.DAY if known in _DAY_IDS else Shown.NUMBER


def shown_number(text: str, shown: Shown, first_day: date) -> Cell:
    """Return a number as its cell shows it: `98.19`, `98.19%`, `๓๑ มีนาคม ๒๕๖๗` (days counted from `first_day`)."""
    if shown is not Shown.DAY:
        return number_text(text, percent=shown is Shown.PERCENT)
    try:
        return shown_day(first_day + timedelta(days=int(float(text))))
    except (ValueError, OverflowError):
        return Fault("ไม่มีวันที่นี้ในปฏิทิน")


def shown_day(day: date) -> Cell:
    """Return a day in Thai words; one of 2400 and later was typed in B.E. and taken for C.E. by the spreadsheet."""
    try:
        return long_date(parse_date(day.isoformat()))
    except BadText:
        return Fault("ไม่มีวันที่นี้ในปฏิทิน")
