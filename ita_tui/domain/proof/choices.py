"""One figure printed with several values, as in a table and on a slide: which of them agrees with the sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from math import prod
from typing import Final

from ita_tui.domain.proof.findings import Candidate, Finding, ResultsKind
from ita_tui.domain.results import Results
from ita_tui.domain.scores.codes import label
from ita_tui.domain.scores.constraints import Scores
from ita_tui.domain.scores.structure import Structure, structure_for
from ita_tui.domain.scores.sums import constraints_of
from ita_tui.domain.scores.suspects import Web

Elsewhere = Mapping[str, Sequence[Decimal]]
"""Code → values that other places of the papers print for it."""

_TOGETHER_AT_MOST: Final = 256
"""So many choices are tried together; where there are more, one figure after another."""


def best_choice(scores: Scores, structure: Structure, elsewhere: Elsewhere) -> Scores:
    """Return the figures with, for each that is printed with several values, the one that makes most sums agree.

    A figure keeps the entered value unless another one agrees better.
    """
    several = {code: _values(code, scores, elsewhere) for code, values in elsewhere.items() if values}
    start = {**scores, **{code: values[0] for code, values in several.items()}}
    if prod(map(len, several.values())) <= _TOGETHER_AT_MOST:
        choices = [dict(zip(several, chosen, strict=True)) for chosen in product(*several.values())]
        return min(({**start, **choice} for choice in choices), key=lambda tried: _failing(structure, tried))
    for code, values in several.items():
        start = min(({**start, code: value} for value in values), key=lambda tried: _failing(structure, tried))
    return start


def decided(results: Results, elsewhere: Elsewhere) -> dict[str, Decimal]:
    """Return for each figure with several values the one that more sums bear out than any other, where there is one."""
    structure = structure_for(results)
    chosen = best_choice(results.scores, structure, elsewhere)
    found = {}
    for code in elsewhere:
        values = _values(code, results.scores, elsewhere)
        failing = _weighed(code, values, structure, chosen)
        best = [value for value in values if failing[value] == min(failing.values())]
        if len(values) > 1 and len(best) == 1:
            found[code] = best[0]
    return found


def _values(code: str, scores: Scores, elsewhere: Elsewhere) -> tuple[Decimal, ...]:
    entered = (scores[code],) if code in scores else ()
    return tuple(dict.fromkeys((*entered, *elsewhere[code])))


def _weighed(code: str, values: Iterable[Decimal], structure: Structure, chosen: Scores) -> dict[Decimal, int]:
    """Return how many sums fail with each value of a figure."""
    return {value: _failing(structure, {**chosen, code: value}) for value in values}


def _failing(structure: Structure, scores: Scores) -> int:
    return len(Web(constraints_of(structure, scores), scores).failing())


def findings_of_choices(
    results: Results, structure: Structure, elsewhere: Elsewhere, chosen: Scores
) -> Iterator[Finding]:
    """Yield each figure that is printed with several values; `chosen` is the best choice."""
    for code in elsewhere:
        values = _values(code, results.scores, elsewhere)
        if len(values) < 2:
            continue
        failing = _weighed(code, values, structure, chosen)
        ranked = sorted(values, key=lambda value: (failing[value], value != chosen[code]))
        least = min(failing.values())
        candidates = tuple(
            Candidate(code, value, value, value, "ตรงกับผลรวม" if failing[value] == least else "ไม่ตรงกับผลรวม")
            for value in ranked
        )
        texts = " กับ ".join(f"{value:.2f}" for value in values)
        message = f"{label(code)} พิมพ์ไว้ต่างกัน คือ {texts}"
        if list(failing.values()).count(least) == 1:
            message += f" ค่าที่ตรงกับผลรวมคือ {ranked[0]:.2f}"
        yield Finding(ResultsKind.TWO_VALUES, code, results.year, message, candidates)
