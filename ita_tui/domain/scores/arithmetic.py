"""How a year's figures follow from one another, in Decimal with two decimals, halves up.

The formulas hold for the documents of 2564, 2565, 2566 and 2568: an indicator of staff is the mean of its questions,
one of users the mean of its two parts, IIT, EIT and OIT are means of their indicators, the overall score weighs them
30 : 30 : 40. Papers round at every step or only at the end; both ways stay within `TOLERANCE` of one formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import product
from typing import Final

from ita_tui.domain.results import Results
from ita_tui.domain.scores.codes import EIT_PARTS, INDICATORS, OF_INSTRUMENT, OVERALL
from ita_tui.domain.scores.structure import Structure, structure_for

CENT: Final = Decimal("0.01")
HALF: Final = Decimal("0.005")
TOLERANCE: Final = CENT
WEIGHTS: Final[Mapping[str, Fraction]] = {"IIT": Fraction(3, 10), "EIT": Fraction(3, 10), "OIT": Fraction(4, 10)}

Weights = Mapping[str, Fraction]
Formulas = Mapping[str, tuple[Weights, ...]]
"""Code → the ways it follows from other codes, each as code → weight."""


def rounded(value: Decimal | Fraction) -> Decimal:
    """Return a score as it is printed: two decimals, halves up."""
    exact = value if isinstance(value, Decimal) else Decimal(value.numerator) / value.denominator
    return exact.quantize(CENT, ROUND_HALF_UP)


def mean_of(codes: Sequence[str]) -> Weights:
    """Return the weights of a plain mean."""
    return dict.fromkeys(codes, Fraction(1, len(codes)))


def deviation(values: Sequence[Decimal]) -> Decimal:
    """Return the sample standard deviation, unrounded, of two values or more (ส่วนเบี่ยงเบนมาตรฐาน, n − 1)."""
    mean = _mean(values)
    return (sum(((value - mean) ** 2 for value in values), Decimal(0)) / (len(values) - 1)).sqrt()


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


# --- questions of EIT ---------------------------------------------------------------------------------------


def in_part(codes: Iterable[str], part: int) -> tuple[str, ...]:
    """Return the codes of questions in one part of EIT: e1 → e1.2."""
    return tuple(f"{code}.{part}" for code in codes)


def eit_questions(structure: Structure) -> dict[str, tuple[str, ...]]:
    """Return the bare questions of indicators 6 to 8 where the year's map is known."""
    return {code: structure.questions[code] for code in OF_INSTRUMENT["EIT"] if code in structure.questions}


def bare_is_mean(structure: Structure, scores: Mapping[str, Decimal]) -> bool:
    """Tell whether bare question scores of EIT are means of both parts, as indicators are, rather than part 2.

    They are when at least half of the indicators below 100 equal the mean of their questions (one that equals it is no
    chance, one that does not may be misprinted); where no more than half do, not if EIT part 2 equals the mean of all.
    """
    bare = eit_questions(structure)
    whole = {
        code: _mean([scores[each] for each in questions])
        for code, questions in bare.items() if code in scores and all(each in scores for each in questions)
    }
    told = [code for code in whole if scores[code] < 100]
    fitting = [code for code in told if abs(scores[code] - whole[code]) <= TOLERANCE]
    complete = whole and len(whole) == len(bare) and "EIT2" in scores
    if complete and len(fitting) * 2 <= len(told) and abs(_mean([*whole.values()]) - scores["EIT2"]) <= TOLERANCE:
        return False
    return bool(fitting) and len(fitting) * 2 >= len(told)


def part_questions(structure: Structure, scores: Mapping[str, Decimal], part: int) -> dict[str, tuple[str, ...]]:
    """Return the questions that make one part of indicators 6 to 8, of those whose scores are all known."""
    found = {}
    for code, questions in eit_questions(structure).items():
        spelt = in_part(questions, part)
        if part == 2 and not any(each in scores for each in spelt) and not bare_is_mean(structure, scores):
            spelt = questions
        if all(each in scores for each in spelt):
            found[code] = spelt
    return found


# --- formulas -----------------------------------------------------------------------------------------------


def formulas_of(structure: Structure, scores: Mapping[str, Decimal]) -> Formulas:
    """Return how each figure follows from others in that year, given which figures there are."""
    made: dict[str, list[Weights]] = {OVERALL: [WEIGHTS], "mean": [mean_of(INDICATORS)]}
    for instrument, indicators in OF_INSTRUMENT.items():
        made[instrument] = [mean_of(indicators)]
    made["EIT"].append(mean_of(EIT_PARTS))
    for code in OF_INSTRUMENT["IIT"]:
        made[code] = [mean_of(structure.questions[code])] if code in structure.questions else []
    for code in OF_INSTRUMENT["EIT"]:
        made[code] = []
    parts = [part_questions(structure, scores, part) for part in (1, 2)]
    for code, questions in eit_questions(structure).items():
        if code in parts[0] and code in parts[1]:
            made[code].append(mean_of((*parts[0][code], *parts[1][code])))
        elif bare_is_mean(structure, scores):
            made[code].append(mean_of(questions))
    for name, part in zip(EIT_PARTS, parts, strict=True):
        whole = len(part) == len(OF_INSTRUMENT["EIT"])
        made[name] = [mean_of([each for questions in part.values() for each in questions])] if whole else []
    return {code: tuple(ways) for code, ways in made.items()}


@dataclass(frozen=True, slots=True)
class Expression:
    """A figure as a weighted sum of figures that are there."""

    weights: Weights
    steps: int
    """How many formulas stand one upon another in it; each may round."""

    def value(self, scores: Mapping[str, Decimal]) -> Decimal:
        """Return its value, unrounded."""
        exact = sum((Fraction(scores[code]) * weight for code, weight in self.weights.items()), Fraction(0))
        return Decimal(exact.numerator) / exact.denominator


def expressions(code: str, formulas: Formulas, present: Iterable[str]) -> tuple[Expression, ...]:
    """Return the ways a figure follows from figures that are present; a missing one is replaced by its own formula."""
    known = frozenset(present)
    return tuple(_expressions(code, formulas, known))


def _expressions(code: str, formulas: Formulas, known: frozenset[str]) -> Iterator[Expression]:
    for weights in formulas.get(code, ()):
        ways = [
            [Expression({child: Fraction(1)}, 0)] if child in known else list(_expressions(child, formulas, known))
            for child in weights
        ]
        for chosen in product(*ways):
            yield _joined(weights, chosen)


def _joined(weights: Weights, chosen: Sequence[Expression]) -> Expression:
    total: dict[str, Fraction] = {}
    for outer, inner in zip(weights.values(), chosen, strict=True):
        for code, weight in inner.weights.items():
            total[code] = total.get(code, Fraction(0)) + outer * weight
    return Expression(total, 1 + max(inner.steps for inner in chosen))


def recomputed(results: Results, structure: Structure | None = None) -> Mapping[str, Decimal]:
    """Return what follows from the entered figures, code → two decimals, entered or not.

    Indicators 9 and 10 are never among them: how their items weigh is not published.
    """
    known = structure or structure_for(results)
    formulas, scores = formulas_of(known, results.scores), results.scores
    found = {}
    for code in formulas:
        for expression in expressions(code, formulas, scores)[:1]:
            found[code] = rounded(expression.value(scores))
    if all(code in scores for code in INDICATORS):
        indicators = [scores[code] for code in INDICATORS]
        found |= {"sd": rounded(deviation(indicators)), "max": max(indicators), "min": min(indicators)}
    return found
