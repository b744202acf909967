"""The constraints of a year: which of its figures make which others, as far as the year is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from ita_tui.domain.proof.findings import ResultsKind
from ita_tui.domain.scores.arithmetic import (
    HALF,
    TOLERANCE,
    Expression,
    Formulas,
    expressions,
    formulas_of,
    part_questions,
)
from ita_tui.domain.scores.codes import EIT_PARTS, INDICATORS, is_code, label, labels
from ita_tui.domain.scores.constraints import FULL, ZERO, Constraint, Linear, OneOf, Scores
from ita_tui.domain.scores.statistics import Extreme, Spread
from ita_tui.domain.scores.structure import ITEM_SCORES, Structure


def constraints_of(structure: Structure, scores: Scores) -> tuple[Constraint, ...]:
    """Return what the figures that are there must satisfy, as far as the year is known."""
    formulas = formulas_of(structure, scores)
    found: list[Constraint] = [*_single(scores)]
    for code in formulas:
        found += _sums(code, formulas, scores)
    found += _halves_of_eit(structure, scores)
    if all(code in scores for code in INDICATORS):
        found += [Spread()] if "sd" in scores else []
        found += [Extreme(name) for name in ("max", "min") if name in scores]
    return tuple(found)


def _single(scores: Scores) -> list[Constraint]:
    found: list[Constraint] = [OneOf(ResultsKind.RANGE, code, ((ZERO, FULL),)) for code in scores if is_code(code)]
    items = [code for code in scores if code.startswith("o") and code[1:].isdecimal()]
    usual = sum(scores[code] in ITEM_SCORES for code in items)
    if len(items) >= 4 and usual * 4 >= len(items) * 3:
        steps = tuple((value, value) for value in ITEM_SCORES)
        found += [OneOf(ResultsKind.ITEM_SCORE, code, steps) for code in items]
    return found


def _sums(code: str, formulas: Formulas, scores: Scores) -> list[Constraint]:
    """Return that a figure equals each sum it follows from, and that two ways to one figure agree."""
    ways = expressions(code, formulas, scores)
    about = ResultsKind.MEAN if code == "mean" else ResultsKind.SUM
    found: list[Constraint] = []
    if code in scores:
        for way in ways:
            # EIT is made from its indicators: against the two parts one more rounding lies between.
            steps = way.steps + 1 if code == "EIT" and way is not ways[0] else way.steps
            says = f"ไม่ตรงกับ{_made(code)}{labels(way.weights)} ซึ่งคำนวณได้ {{}}"
            weights = _minus({code: Fraction(1)}, way.weights)
            found.append(_equal(about, code, weights, HALF * max(2, steps), says, (way,)))
    if len(formulas[code]) > 1 and len(ways) > 1:
        sides = (ways[0], ways[-1])
        first, second = (labels(way.weights) for way in sides)
        says = f"{label(code)} ที่คำนวณจาก{first} ได้ {{}} แต่คำนวณจาก{second} ได้ {{}}"
        slack = HALF * (sides[0].steps + sides[1].steps)
        found.append(_equal(about, code, _minus(sides[0].weights, sides[1].weights), slack, says, sides))
    return found


def _made(code: str) -> str:
    return "ผลรวมถ่วงน้ำหนัก (30 : 30 : 40) ของ" if code == "overall" else "ค่าเฉลี่ยของ"


def _halves_of_eit(structure: Structure, scores: Scores) -> list[Constraint]:
    """Return what one part's questions leave for the other part of their indicator: 0 to 100, and enough of its mean.

    An indicator is the mean of two parts, so the other part is twice the indicator less this part. The three
    indicators' parts make the part's printed score; as none is above 100, each is at least thrice that less 200.
    """
    found: list[Constraint] = []
    parts = {part: part_questions(structure, scores, part) for part in (1, 2)}
    for part, other in ((1, 2), (2, 1)):
        for code, questions in parts[part].items():
            if code in scores and code not in parts[other]:
                found += _other_half(code, questions, EIT_PARTS[other - 1], scores)
    return found


def _other_half(code: str, questions: Sequence[str], whole: str, scores: Scores) -> list[Constraint]:
    rest = {code: Fraction(2), **dict.fromkeys(questions, Fraction(-1, len(questions)))}
    half = Expression(rest, 1)
    mean = Expression(dict.fromkeys(questions, Fraction(1, len(questions))), 1)
    said = f"{labels(questions)} เฉลี่ย {{}} กับ{label(code)} ทำให้{label(whole)} ของตัวชี้วัดนี้เป็น {{}}"
    # Twice the indicator's half cent and this part's; the printed score of the other part adds thrice its own.
    slack = TOLERANCE + HALF
    found: list[Constraint] = [
        _linear(ResultsKind.SUM, code, rest, (-slack, FULL + slack), slack, f"{said} ซึ่งเป็นไปไม่ได้", (mean, half))
    ]
    if whole in scores:
        least = _minus(rest, {whole: Fraction(3)})
        bounds = (-2 * FULL - 2 * slack, 3 * FULL)
        says = f"{said} ซึ่งไม่พอให้{label(whole)} ทั้งหมดเป็น {scores[whole]:.2f}"
        found.append(_linear(ResultsKind.SUM, code, least, bounds, 2 * slack, says, (mean, half)))
    return found


def _minus(first: Mapping[str, Fraction], second: Mapping[str, Fraction]) -> dict[str, Fraction]:
    weights = dict(first)
    for code, weight in second.items():
        weights[code] = weights.get(code, Fraction(0)) - weight
    return weights


def _equal(
    about: ResultsKind, target: str, weights: Mapping[str, Fraction], slack: Decimal, says: str,
    shown: tuple[Expression, ...],
) -> Linear:
    return _linear(about, target, weights, (-slack, slack), slack, says, shown)


def _linear(
    about: ResultsKind, target: str, weights: Mapping[str, Fraction], bounds: tuple[Decimal, Decimal], slack: Decimal,
    says: str, shown: tuple[Expression, ...],
) -> Linear:
    """Return a constraint on a weighted sum, made whole by the common denominator of its weights."""
    times = lcm(*(weight.denominator for weight in weights.values()))
    factors = {code: Decimal(int(weight * times)) for code, weight in weights.items() if weight}
    low, high = (bound * times for bound in bounds)
    return Linear(about, target, factors, low, high, slack * times, says, shown, frozenset(factors))
