"""Which of the figures that may be wrong is the likeliest, and which value it should have had.

First counts what would still be odd, then how many failing sums a figure stands in, then how plausible the slip is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from ita_tui.domain.proof.findings import Candidate
from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import CENT, rounded
from ita_tui.domain.scores.codes import label, order
from ita_tui.domain.scores.constraints import FULL, ZERO, Constraint, Interval, Scores
from ita_tui.domain.scores.slips import Slip, Weight, copied, digit_slips, neighbours
from ita_tui.domain.scores.suspects import Cluster, Way, Web

_NARROW: Final = Decimal("0.15")
"""Within so little a value that stands elsewhere is hardly there by chance."""
_STRAIN: Final = 3
"""What a sum weighs that would hold only by rounding at several steps."""
_ASIDE: Final = 3
"""What a value weighs at the very end of its interval."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the sums, and speaks for one value or another."""

    previous: Results | None = None
    elsewhere: Mapping[str, Sequence[Decimal]] = field(default_factory=dict)
    """Code → values that the same figure has in other places of the papers."""
    doubts: Sequence[Callable[[Scores], bool]] = ()
    """What would be odd though no sum forbids it: each tells whether it is so with given figures."""


@dataclass(frozen=True, slots=True)
class Suspect:
    candidate: Candidate
    broken: int
    """How many sums would still fail, and how many doubts would rise."""
    mended: int
    """How many failing sums it stands in."""
    weight: int
    """How unlikely the slips are; sums that then hold only by much rounding weigh as well."""
    slip: Slip
    whole: bool
    """Whether it belongs to a way that mends everything."""

    @property
    def key(self) -> tuple[int, int, int, tuple[int, int, int], Decimal | str]:
        return self.broken, -self.mended, self.weight, order(self.candidate.where), self.candidate.value


def ranked(cluster: Cluster, web: Web, scores: Scores, known: Known) -> list[Suspect]:
    """Return the figures that may be wrong, each with its likeliest value, the likeliest figure first."""
    found: dict[tuple[str, Decimal | str], list[Suspect]] = {}
    for way in cluster.ways:
        for suspect in _suspects(way, cluster, web, scores, known):
            found.setdefault((suspect.candidate.where, suspect.candidate.value), []).append(suspect)
    joined = [_joined(same) for same in found.values()]
    return sorted((each for each in joined if each.whole or not _told_better(each, joined)), key=lambda each: each.key)


def _suspects(way: Way, cluster: Cluster, web: Web, scores: Scores, known: Known) -> Iterator[Suspect]:
    slips = {
        code: [(span, _likeliest(code, span, scores, known)) for span in spans] for code, spans in way.changes.items()
    }
    least = {code: min(slip.weight for _, slip in options) for code, options in slips.items()}
    # One figure that mends all is judged by every sum near it: one that stays strained speaks for another figure.
    near = frozenset().union(*(each.codes for each in cluster.failing)) if len(slips) == 1 else frozenset(slips)
    for code, options in slips.items():
        mended = sum(code in each.codes and len(each.codes) > 1 for each in cluster.failing)
        for span, slip in options:
            tried = {**scores, code: slip.value}
            weight = sum(least.values()) - least[code] + slip.weight
            broken = sum(doubt(tried) for doubt in known.doubts)
            candidate = Candidate(code, slip.value, *span, _why(slip, mended))
            if way.whole:
                weight += _STRAIN * web.strained(near, tried)
                yield Suspect(candidate, broken, mended, weight, slip, True)
            else:
                yield Suspect(candidate, broken + len(web.failing(tried)), 0, weight, slip, False)


def _why(slip: Slip, mended: int) -> str:
    fits = ("", "ทำให้ผลรวมตรงกัน")[mended] if mended < 2 else f"ทำให้ตรงกันทั้ง {mended} แห่ง"
    return " · ".join(part for part in (fits, slip.why) if part)


def _joined(same: Sequence[Suspect]) -> Suspect:
    """Return several suspicions of one figure and one value as one with the widest interval."""
    best = min(same, key=lambda each: each.key)
    lows = [each.candidate.low for each in same if each.candidate.low is not None]
    highs = [each.candidate.high for each in same if each.candidate.high is not None]
    return replace(best, candidate=replace(best.candidate, low=min(lows), high=max(highs)))


def _told_better(suspect: Suspect, others: Sequence[Suspect]) -> bool:
    """Tell whether a figure that mends only its own sum is already there with a way that mends everything."""
    return any(other.whole and other.candidate.where == suspect.candidate.where for other in others)


def doubled(
    constraint: Constraint, own: Sequence[Suspect], suspects: Sequence[Suspect], web: Web, scores: Scores
) -> list[Suspect]:
    """Return what fits where two figures of one sum are wrong: a row copied from its neighbour, and a digit misread.

    A copied row may have had any value. It is tried with the values that several of its neighbours have, if one
    likely slip of a digit in another figure of its kind then makes all agree.
    """
    apart = [each for each in suspects if each.whole and each.candidate.where not in constraint.codes]
    if apart:
        web = web.changed(apart[0].candidate.where, apart[0].slip.value)
    found: dict[tuple[str, Decimal | str], Suspect] = {}
    for copy in own:
        if copy.whole and copy.slip.weight in (Weight.ABOVE, Weight.ELSEWHERE):
            for other in sorted(constraint.codes.intersection(neighbours(copy.candidate.where, scores)), key=order):
                for each in _pairs_of(copy, other, web, scores):
                    found.setdefault((each.candidate.where, each.candidate.value), each)
    return sorted(found.values(), key=lambda each: each.key)


def _pairs_of(copy: Suspect, other: str, web: Web, scores: Scores) -> Iterator[Suspect]:
    code, alone = copy.candidate.where, (copy.candidate.low or ZERO, copy.candidate.high or FULL)
    near = [scores[each] for each in neighbours(code, scores)]
    usual = sorted({value for value in near if near.count(value) > 1 and not alone[0] <= value <= alone[1]})
    for slip in digit_slips(scores[other]):
        spans = web.changed(other, slip.value).spans(code) if usual and slip.weight <= Weight.ALIKE_ARABIC else ()
        for low, high in spans:
            for value in (value for value in usual if low <= value <= high and high - low <= _NARROW):
                weight = copy.weight + slip.weight + Weight.NONE
                why = f"หาก{label(other)} เป็น {slip.value:.2f} ด้วย · {copy.slip.why}"
                yield replace(copy, candidate=Candidate(code, value, low, high, why), weight=weight)
                why = f"หาก{label(code)} เป็น {value:.2f} ด้วย · {slip.why}"
                candidate = Candidate(other, slip.value, slip.value, slip.value, why)
                yield replace(copy, candidate=candidate, weight=weight, slip=slip)


def _likeliest(code: str, span: Interval, scores: Scores, known: Known) -> Slip:
    """Return the value in a span that is likeliest: by the slip that turns it into the printed one, and its place.

    The middle is what the other figures give when none of them is rounded; the ends need all roundings to one side.
    """
    low, high = span
    slips = [Slip(value, Weight.PRINTED, "พิมพ์ไว้อีกแห่งหนึ่ง") for value in known.elsewhere.get(code, ())]
    slips += digit_slips(scores[code])
    fitting = [slip for slip in slips if low <= slip.value <= high and slip.value != scores[code]]
    weight, why = copied(code, scores, known.previous)
    fitting.append(Slip(usual_value(code, span, scores), weight, why))
    if high - low <= _NARROW and (near := _standing(code, span, scores)):
        fitting.append(Slip(near[0], Weight.ELSEWHERE, "มีค่านี้อยู่ในตารางเดียวกัน"))
    middle, half = (low + high) / 2, max((high - low) / 2, CENT)
    return min(fitting, key=lambda slip: slip.weight + _ASIDE * abs(slip.value - middle) / half)


def usual_value(code: str, span: Interval, scores: Scores) -> Decimal:
    """Return the middle of a span, as coarse as those beside it; of a wide one the value most of them have."""
    low, high = span
    if high - low > _NARROW and (standing := _standing(code, span, scores)):
        return standing[0]
    near = [scores[other] for other in neighbours(code, scores)]
    middle = (low + high) / 2
    step = CENT * 10 if near and all(value % (CENT * 10) == 0 for value in near) else CENT
    coarse = rounded((middle / step).to_integral_value() * step)
    return coarse if low <= coarse <= high else min(max(rounded(middle), low), high)


def _standing(code: str, span: Interval, scores: Scores) -> list[Decimal]:
    """Return the values in a span that figures of the same kind have, the most common first."""
    near = [scores[other] for other in neighbours(code, scores)]
    inside = {value for value in near if span[0] <= value <= span[1]}
    return sorted(inside, key=lambda value: (-near.count(value), value))
