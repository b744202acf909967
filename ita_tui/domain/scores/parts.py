"""From any figure to the figures below it: overall → instruments → indicators → questions and items."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Final

from ita_tui.domain.scores.arithmetic import in_part
from ita_tui.domain.scores.codes import EIT_PARTS, INDICATORS, INSTRUMENTS, OF_INSTRUMENT, OVERALL, STATISTICS, order
from ita_tui.domain.scores.structure import Structure

INSTRUMENT_NAMES: Final = {
    "IIT": "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน",
    "EIT": "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก",
    "OIT": "แบบวัดการเปิดเผยข้อมูลสาธารณะ",
}
FRONT: Final = (OVERALL, "IIT", "EIT", *EIT_PARTS, "OIT", *INDICATORS)
"""What a year is first told by."""

_LETTER: Final = {"IIT": "i", "EIT": "e", "OIT": "o"}
_EXPECTED: Final = (OVERALL, "IIT", "EIT", *EIT_PARTS, "OIT", *INDICATORS, *STATISTICS)


def parts_of(code: str, structure: Structure, known: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that stand directly below a figure, those of `known` only; none below a question or an item.

    Below an instrument stand also the questions that no indicator of that year is known to own.
    """
    there = frozenset(known)
    if code == OVERALL:
        return tuple(each for each in INSTRUMENTS if each in there)
    if code in EIT_PARTS:
        return _of_part(code[-1], there)
    if code in OF_INSTRUMENT:
        return _of_instrument(code, structure, there)
    return _of_indicator(code, structure, there) if code in INDICATORS else ()


def owner_of(code: str, structure: Structure, known: Iterable[str]) -> str:
    """Return the figure below which a code is found; empty for one of the first list or one that stands nowhere."""
    there = frozenset(known)
    if code in FRONT:
        return ""
    return next((each for each in reversed(FRONT) if code in parts_of(each, structure, there)), "")


def codes_to_enter(structure: Structure, stored: Iterable[str]) -> tuple[str, ...]:
    """Return the codes a year's figures are asked for by: what is known of the year, and what is stored beyond."""
    there = frozenset(stored)
    wanted = {*_EXPECTED, *there}
    for group in structure.groups:
        codes = [group.code(number) for number in range(1, group.count + 1)]
        if group.prefix == "e" and not there.intersection(codes):  # as the assessor gives them: in two parts
            codes = [*in_part(codes, 1), *in_part(codes, 2)]
        wanted |= {*codes}
    return tuple(sorted(wanted, key=_asked_by))


def _asked_by(code: str) -> tuple[int, int, int, int]:
    """Return what cells sort by: statistics after what they are of, questions of users part by part, as published."""
    kind, number, part = order(code)
    if code in STATISTICS:
        return 1, 1, number, 0
    return (kind, 0, part, number) if code[0] == "e" else (kind, 0, number, part)


def _of_part(part: str, there: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((each for each in there if each[0] == "e" and each.endswith(f".{part}")), key=order))


def _of_instrument(code: str, structure: Structure, there: frozenset[str]) -> tuple[str, ...]:
    indicators = [each for each in OF_INSTRUMENT[code] if each in there]
    parts = [each for each in EIT_PARTS if code == "EIT" and each in there]
    owned = {each for indicator in indicators for each in _of_indicator(indicator, structure, there)}
    loose = [each for each in there if each[0] == _LETTER[code] and each not in owned]
    return (*parts, *indicators, *sorted(loose, key=order))


def _of_indicator(code: str, structure: Structure, there: Container[str]) -> tuple[str, ...]:
    below = [f"{code}.{number}" for number in range(1, 100)]
    asked = structure.questions.get(code, ())
    questions = sorted((*asked, *in_part(asked, 1), *in_part(asked, 2)), key=order)
    return tuple(each for each in (*below, *questions, *structure.items.get(code, ())) if each in there)
