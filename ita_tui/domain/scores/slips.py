"""How a figure goes wrong between the announcement and a paper: digits swapped, misread or lost, a row copied.

A slip has a weight: the lower, the likelier it is taken for what happened. The order is swapped, look-alike digits
(Thai ones first: papers are typed in them), another digit, a digit lost or doubled, last year's value, the value of a
row above, one that stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from itertools import pairwise
from typing import Final

from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import rounded
from ita_tui.domain.scores.codes import INDICATORS, label, order
from ita_tui.thai.digits import thai_digits


class Weight(IntEnum):
    """How unlikely a slip is; the order of the members is the order of likelihood."""

    PRINTED = 0
    SWAPPED = 1
    ALIKE = 2
    """Thai digits of like shape, or a zero of 100 too few."""
    ALIKE_ARABIC = 3
    MISREAD = 4
    LOST = 5
    LAST_YEAR = 6
    ABOVE = 7
    """Copied from a row above, as tables are filled downwards."""
    ELSEWHERE = 8
    """From a row below, or to a value that stands in another row."""
    NONE = 10


@dataclass(frozen=True, slots=True)
class Slip:
    """One way in which a right value may have become the printed one."""

    value: Decimal
    """The right value."""
    weight: Weight
    why: str
    """What happened, in Thai."""


# The pairs whose shapes overlap most in the Sarabun type of official papers, and those that look alike in Latin type.
_THAI_ALIKE: Final = frozenset(map(frozenset, ("45", "26", "78", "49", "79", "89", "48", "01")))
_ARABIC_ALIKE: Final = frozenset(map(frozenset, ("38", "58", "08", "35", "68", "17", "56", "06", "49")))


def digit_slips(printed: Decimal) -> tuple[Slip, ...]:
    """Return every value that one slip of a digit turns into the printed one, the likeliest first."""
    if printed < 0:
        return (Slip(-printed, Weight.LOST, "เครื่องหมายลบเกินมา"),) if printed >= -100 else ()
    text = f"{printed:.2f}"
    found: dict[Decimal, Slip] = {}
    slips = (*_swapped(text), *_misread(text), *_lost(text), *_shifted(printed))
    for slip in sorted(slips, key=lambda slip: slip.weight):
        if slip.value != printed and slip.value <= 100:
            found.setdefault(slip.value, slip)
    return tuple(found.values())


def _swapped(text: str) -> Iterator[Slip]:
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    for one, two in pairwise(places):
        signs = list(text)
        signs[one], signs[two] = signs[two], signs[one]
        yield from _slip("".join(signs), Weight.SWAPPED, f"สลับเลข {text[one]} กับ {text[two]}")


def _misread(text: str) -> Iterator[Slip]:
    for place, sign in enumerate(text):
        for other in "0123456789" if sign.isdigit() else "":
            right = text[:place] + other + text[place + 1 :]
            pair = frozenset((sign, other))
            if pair in _THAI_ALIKE:
                why = f"เลข {thai_digits(other)} กับ {thai_digits(sign)} รูปคล้ายกัน"
                yield from _slip(right, Weight.ALIKE, why)
            elif pair in _ARABIC_ALIKE:
                yield from _slip(right, Weight.ALIKE_ARABIC, f"เลขอารบิก {other} กับ {sign} รูปคล้ายกัน")
            else:
                yield from _slip(right, Weight.MISREAD, f"เลข {other} เป็น {sign}")


def _lost(text: str) -> Iterator[Slip]:
    """Yield what gives the printed text when one digit before the point is lost, or was doubled."""
    whole, _, rest = text.partition(".")
    for place in range(len(whole) + 1):
        for digit in "0123456789":
            right = f"{whole[:place]}{digit}{whole[place:]}.{rest}"
            weight = Weight.ALIKE if right == "100.00" else Weight.LOST
            yield from _slip(right, weight, f"เลข {digit} ตกไปหนึ่งตัว")
    for place in range(len(whole)):
        yield from _slip(f"{whole[:place]}{whole[place + 1 :]}.{rest}", Weight.LOST, f"เลข {whole[place]} เกินมาหนึ่งตัว")


def _shifted(printed: Decimal) -> Iterator[Slip]:
    """Yield what gives the printed value when the point stands one or two places too far right, or one too far left."""
    for value in (printed / 10, printed / 100, printed * 10):
        if value == rounded(value):
            yield Slip(rounded(value), Weight.LOST, "จุดทศนิยมเลื่อน")


def _slip(right: str, weight: Weight, why: str) -> Iterator[Slip]:
    """Yield the slip if a score is printed so: no zero before other digits, none left out."""
    if right[0] != "." and (right[0] != "0" or right[1] == "."):
        yield Slip(Decimal(right), weight, why)


# --- copied values ------------------------------------------------------------------------------------------


def copied(code: str, scores: Mapping[str, Decimal], previous: Results | None) -> tuple[Weight, str]:
    """Return from where the printed value of a code may have been copied; `Weight.NONE` for nowhere."""
    printed = scores[code]
    if previous is not None and previous.scores.get(code) == printed:
        return Weight.LAST_YEAR, f"ค่าที่พิมพ์เท่ากับของปี {previous.year}"
    for near in sorted(neighbours(code, scores), key=lambda near: (order(near) > order(code), order(near))):
        if scores[near] == printed and printed not in (0, 50, 100):
            weight = Weight.ABOVE if order(near) < order(code) else Weight.ELSEWHERE
            return weight, f"ค่าที่พิมพ์ซ้ำกับของ{label(near)}"
    return Weight.NONE, ""


def neighbours(code: str, scores: Iterable[str]) -> list[str]:
    """Return the other codes of the same kind: indicators of an indicator, questions of a question."""
    kind = _kind(code)
    return [other for other in scores if other != code and _kind(other) == kind]


def _kind(code: str) -> str:
    if code in INDICATORS:
        return "indicator"
    return code[0] if code[0] in "ioe" and code[-1].isdigit() else ("sub" if "." in code else "named")
