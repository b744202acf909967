"""Codes that a year does not have, and gaps in groups of codes that are otherwise there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ita_tui.domain.proof.findings import Finding, ResultsKind
from ita_tui.domain.proof.sums import candidates_for
from ita_tui.domain.results import Results
from ita_tui.domain.scores.codes import EIT_PARTS, INSTRUMENTS, is_code, label
from ita_tui.domain.scores.constraints import Scores
from ita_tui.domain.scores.structure import Numbered, Structure
from ita_tui.domain.scores.sums import constraints_of
from ita_tui.domain.scores.suspects import Web


def findings_of_unknown_codes(results: Results, structure: Structure) -> Iterator[Finding]:
    for code in results.scores:
        if not is_code(code) or any(_beyond(code, group) for group in structure.groups):
            message = f"ปี {results.year} ไม่มี{label(code)}"
            yield Finding(ResultsKind.UNKNOWN_CODE, code, results.year, message)


def _beyond(code: str, group: Numbered) -> bool:
    number = code.removeprefix(group.prefix).partition(".")[0] if group.prefix else ""
    return bool(group.count) and code.startswith(group.prefix) and number.isdecimal() and int(number) > group.count


def findings_of_gaps(results: Results, structure: Structure) -> Iterator[Finding]:
    for code in _missing(results.scores, structure):
        filled = {**results.scores, code: Decimal(0)}
        web = Web(constraints_of(structure, filled), filled)
        candidates = candidates_for(code, web.spans(code), results.scores) if web.tied(code) else ()
        message = f"ไม่มี{label(code)} ทั้งที่มีรายการอื่นในกลุ่มเดียวกัน"
        yield Finding(ResultsKind.MISSING, code, results.year, message, candidates)


def _missing(scores: Scores, structure: Structure) -> Iterator[str]:
    """Yield the codes that lack in groups of which more than half is there."""
    for group in structure.groups:
        for part in ("", ".1", ".2") if group.prefix == "e" else ("",):
            yield from _lacking(_numbered(group, part, scores), scores)
    if not all(part in scores for part in EIT_PARTS):
        yield from _lacking(INSTRUMENTS, scores)


def _numbered(group: Numbered, part: str, scores: Scores) -> list[str]:
    """Return the codes of a group; where its size is not known, up to the last that is there."""
    numbers = (code.removeprefix(group.prefix).removesuffix(part) for code in scores if code.startswith(group.prefix))
    last = group.count or max((int(number) for number in numbers if number.isdecimal()), default=0)
    return [f"{group.code(number)}{part}" for number in range(1, last + 1)]


def _lacking(codes: Sequence[str], scores: Scores) -> list[str]:
    """Return the codes that lack inside a group, and at its end where no more than a tenth is cut off."""
    lacking = [code for code in codes if code not in scores]
    if len(lacking) * 2 >= len(codes):
        return []
    last = max(place for place, code in enumerate(codes) if code in scores)
    tail = len(codes) - 1 - last
    return lacking if tail <= max(1, len(codes) // 10) else lacking[: len(lacking) - tail]
