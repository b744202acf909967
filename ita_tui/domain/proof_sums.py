"""Sums that disagree, told as findings that point at a figure: candidates with their values, likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from ita_tui.domain.findings import Candidate, Finding
from ita_tui.domain.results import Results
from ita_tui.domain.scores_arithmetic import CENT, rounded
from ita_tui.domain.scores_codes import label, order
from ita_tui.domain.scores_constraints import FULL, ZERO, Constraint, Interval, Scores
from ita_tui.domain.scores_slips import Slip, Weight, copied, digit_slips, neighbours
from ita_tui.domain.scores_suspects import Cluster, Spans, Web
from ita_tui.domain.years import BEYear

_NARROW: Final = Decimal("0.15")
"""Within so little a value that stands elsewhere is hardly there by chance."""
_STRAIN: Final = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the sums, and speaks for one value or another."""

    previous: Results | None = None
    elsewhere: Mapping[str, Sequence[Decimal]] = field(default_factory=dict)
    """Code → values that the same figure has in other places of the papers."""
    doubts: Sequence[Callable[[Scores], bool]] = ()
    """What would be odd though no sum forbids it: each tells whether it is so with given figures."""


@dataclass(frozen=True, slots=True)
class _Suspect:
    candidate: Candidate
    broken: int
    """How many sums would still fail, and how many doubts would rise."""
    weight: int
    """How unlikely the slips are; sums that then hold only by much rounding weigh as well."""
    slip: Slip
    whole: bool
    """Whether it belongs to a way that mends everything."""

    @property
    def key(self) -> tuple[int, int, tuple[int, int, int], Decimal | str]:
        return self.broken, self.weight, order(self.candidate.where), self.candidate.value


def findings_of_sums(year: BEYear, web: Web, scores: Scores, known: Known) -> Iterator[Finding]:
    """Yield one finding for every figure, or choice of figures, that makes sums fail."""
    for cluster in web.clusters():
        suspects = _suspects(cluster, web, scores, known)
        told: set[str] = set()
        for constraint in cluster.failing:
            own = [each for each in suspects if each.candidate.where in constraint.codes]
            mending = {each.candidate.where for each in own if each.whole}
            if mending and mending <= told:
                continue
            told |= mending
            own += _doubled(constraint, own, suspects, web, scores)
            yield _finding(year, constraint, cluster, own, scores)


def _finding(
    year: BEYear, constraint: Constraint, cluster: Cluster, suspects: Sequence[_Suspect], scores: Scores
) -> Finding:
    candidates = tuple(each.candidate for each in suspects)
    where = constraint.target
    message = constraint.complaint(scores)
    if candidates:
        first = candidates[0].where
        others = [each.target for each in cluster.failing if each is not constraint and first in each.codes]
        if also := [label(code) for code in dict.fromkeys(others) if code != constraint.target]:
            message += f" และไม่ตรงกับ{', '.join(also)} ด้วย"
        if all(each.where == first for each in candidates) or suspects[0].broken < suspects[1].broken:
            where = first
        if where == first != constraint.target:
            message += f" ควรตรวจสอบ{label(first)} ({scores[first]:.2f})"
    return Finding(constraint.about, where, year, message, candidates)


# --- ranking ------------------------------------------------------------------------------------------------


def _suspects(cluster: Cluster, web: Web, scores: Scores, known: Known) -> list[_Suspect]:
    """Return the figures that may be wrong, each with its likeliest value, the likeliest figure first."""
    found: dict[tuple[str, Decimal], list[_Suspect]] = {}
    for way in cluster.ways:
        slips = {
            code: [(span, _likeliest(code, span, scores, known)) for span in spans]
            for code, spans in way.changes.items()
        }
        least = {code: min(slip.weight for _, slip in ranked) for code, ranked in slips.items()}
        for code, ranked in slips.items():
            others = sum(weight for other, weight in least.items() if other != code)
            for span, slip in ranked:
                tried = {**scores, code: slip.value}
                broken = sum(doubt(tried) for doubt in known.doubts)
                broken += 0 if way.whole else len(web.failing(tried))
                weight = others + slip.weight + (_STRAIN * web.strained(code, tried) if way.whole else 0)
                candidate = Candidate(code, slip.value, *span, _why(slip, cluster, code))
                suspect = _Suspect(candidate, broken, weight, slip, way.whole)
                found.setdefault((code, slip.value), []).append(suspect)
    joined = [_joined(same) for same in found.values()]
    return sorted((each for each in joined if each.whole or not _told_better(each, joined)), key=lambda each: each.key)


def _joined(same: Sequence[_Suspect]) -> _Suspect:
    """Return several suspicions of one figure and one value as one with the widest interval."""
    best = min(same, key=lambda each: each.key)
    lows = [each.candidate.low for each in same if each.candidate.low is not None]
    highs = [each.candidate.high for each in same if each.candidate.high is not None]
    return replace(best, candidate=replace(best.candidate, low=min(lows), high=max(highs)))


def _told_better(suspect: _Suspect, others: Sequence[_Suspect]) -> bool:
    """Tell whether a figure that mends only its own sum is already there with a way that mends everything."""
    return any(other.whole and other.candidate.where == suspect.candidate.where for other in others)


def _doubled(
    constraint: Constraint, own: Sequence[_Suspect], suspects: Sequence[_Suspect], web: Web, scores: Scores
) -> list[_Suspect]:
    """Return what fits where two figures of one sum are wrong: a row copied from its neighbour, and a digit misread.

    A copied row may have had any value. It is tried with values that stand elsewhere in the table, if one likely
    slip of a digit in another figure of the sum then makes all agree.
    """
    copies = [each for each in own if each.whole and each.slip.weight in (Weight.LAST_YEAR, Weight.ELSEWHERE)]
    apart = [each for each in suspects if each.whole and each.candidate.where not in constraint.codes]
    if apart:
        web = web.changed(apart[0].candidate.where, apart[0].slip.value)
    found: dict[tuple[str, Decimal | str], _Suspect] = {}
    for copy in copies:
        code = copy.candidate.where
        for other in sorted(constraint.codes - {code}, key=order):
            for slip in digit_slips(scores[other]):
                if slip.weight <= Weight.ALIKE:
                    for each in _pair_of(copy, other, slip, web.changed(other, slip.value), scores):
                        found.setdefault((each.candidate.where, each.candidate.value), each)
    return sorted(found.values(), key=lambda each: each.key)


def _pair_of(copy: _Suspect, other: str, slip: Slip, web: Web, scores: Scores) -> Iterator[_Suspect]:
    code, alone = copy.candidate.where, (copy.candidate.low or ZERO, copy.candidate.high or FULL)
    standing = {scores[near] for near in neighbours(code, scores)} - {scores[code]}
    for low, high in web.spans(code):
        values = [value for value in sorted(standing) if low <= value <= high and not alone[0] <= value <= alone[1]]
        for value in values if high - low <= _NARROW else ():
            weight = copy.weight + slip.weight + Weight.NONE
            why = f"หาก{label(other)} เป็น {slip.value:.2f} ด้วย · {copy.slip.why}"
            yield _Suspect(Candidate(code, value, low, high, why), copy.broken, weight, copy.slip, True)
            why = f"หาก{label(code)} เป็น {value:.2f} ด้วย · {slip.why}"
            yield _Suspect(Candidate(other, slip.value, slip.value, slip.value, why), copy.broken, weight, slip, True)


def _why(slip: Slip, cluster: Cluster, code: str) -> str:
    mended = sum(code in each.codes and len(each.codes) > 1 for each in cluster.failing)
    fits = ("", "ทำให้ผลรวมตรงกัน")[mended] if mended < 2 else f"ทำให้ตรงกันทั้ง {mended} แห่ง"
    return " · ".join(part for part in (fits, slip.why) if part)


def _likeliest(code: str, span: Interval, scores: Scores, known: Known) -> Slip:
    """Return the value in a span that the likeliest slip turns into the printed one."""
    low, high = span
    middle = (low + high) / 2
    slips = [Slip(value, Weight.PRINTED, "พิมพ์ไว้อีกแห่งหนึ่ง") for value in known.elsewhere.get(code, ())]
    slips += digit_slips(scores[code])
    fitting = [slip for slip in slips if low <= slip.value <= high and slip.value != scores[code]]
    weight, why = copied(code, scores, known.previous)
    usual = _usual(code, span, scores)
    fitting.append(Slip(usual, weight, why))
    if high - low <= _NARROW and any(scores[near] == usual for near in neighbours(code, scores)):
        fitting.append(Slip(usual, Weight.ELSEWHERE, "มีค่านี้อยู่ในตารางเดียวกัน"))
    return min(fitting, key=lambda slip: (slip.weight, abs(slip.value - middle)))


def _usual(code: str, span: Interval, scores: Scores) -> Decimal:
    """Return the value of a span that is most like those beside it: one of theirs, else as coarse as theirs."""
    low, high = span
    near = [scores[other] for other in neighbours(code, scores)]
    inside = [value for value in near if low <= value <= high]
    if inside:
        return max(sorted(set(inside)), key=inside.count)
    middle = (low + high) / 2
    step = CENT * 10 if near and all(value % (CENT * 10) == 0 for value in near) else CENT
    coarse = rounded((middle / step).to_integral_value() * step)
    return coarse if low <= coarse <= high else min(max(rounded(middle), low), high)


def candidates_for(code: str, spans: Spans, scores: Scores) -> tuple[Candidate, ...]:
    """Return what a missing figure would have to be, one candidate a span."""
    return tuple(Candidate(code, _usual(code, span, scores), *span, "คำนวณจากค่าอื่น") for span in spans)


