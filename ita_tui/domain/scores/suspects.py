"""Which figures may be the culprits when sums disagree: the smallest changes that make everything agree.

First every single figure is tried that stands in all failing constraints of a cluster. Where none mends them all,
every pair is tried, and beside it each failing constraint is looked at alone, since more than two may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ita_tui.domain.scores.arithmetic import rounded
from ita_tui.domain.scores.codes import order
from ita_tui.domain.scores.constraints import Constraint, Interval, Scores, common, on_grid
from ita_tui.domain.scores.slips import digit_slips

Spans = tuple[Interval, ...]
_ANY: Final[Spans] = ((Decimal(0), Decimal(100)),)
_PAIRS_AT_MOST: Final = 400


@dataclass(frozen=True, slots=True)
class Way:
    """One way to make figures agree."""

    changes: Mapping[str, Spans]
    """Code → the values it may then have, two decimals."""
    whole: bool = True
    """Whether it mends its whole cluster; if not, one failing constraint of it."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Failing constraints that share figures, and the ways to make them agree."""

    failing: tuple[Constraint, ...]
    """Fewest figures first."""
    ways: tuple[Way, ...]


class Web:
    """The constraints of a year, by the figures they tie together."""

    def __init__(self, constraints: Sequence[Constraint], scores: Scores) -> None:
        self._constraints = tuple(constraints)
        self._scores = dict(scores)
        self._by_code: dict[str, list[Constraint]] = {}
        for constraint in constraints:
            for code in constraint.codes:
                self._by_code.setdefault(code, []).append(constraint)

    def failing(self, scores: Scores | None = None) -> tuple[Constraint, ...]:
        """Return the constraints that the figures, or others in their place, do not satisfy."""
        tried = self._scores if scores is None else scores
        return tuple(each for each in self._constraints if not each.holds(tried))

    def tied(self, code: str) -> int:
        """Return how many constraints between figures a code stands in."""
        return sum(len(each.codes) > 1 for each in self._by_code.get(code, ()))

    def strained(self, codes: Iterable[str], scores: Scores) -> int:
        """Return how many constraints of these codes hold with given figures only by rounding at several steps."""
        own = {id(each): each for code in codes for each in self._by_code.get(code, ())}
        return sum(each.strained(scores) for each in own.values())

    def clusters(self) -> tuple[Cluster, ...]:
        """Return what fails, in groups that share no figure, each with the smallest ways to mend it."""
        return tuple(self._explained(group) for group in _connected(self.failing()))

    def spans(self, code: str, among: Iterable[Constraint] | None = None) -> Spans:
        """Return the printable values of a code that satisfy its constraints while all other figures stand."""
        return on_grid(self._allowed(code, self._by_code.get(code, ()) if among is None else among, self._scores))

    def _allowed(self, code: str, among: Iterable[Constraint], scores: Scores) -> Spans:
        found = _ANY
        for constraint in among:
            found = common(found, constraint.allowed(code, scores))
            if not found:
                break
        return found

    def changed(self, code: str, value: Decimal) -> Web:
        """Return the same constraints over figures of which one is changed."""
        return Web(self._constraints, {**self._scores, code: value})

    def _explained(self, failing: tuple[Constraint, ...]) -> Cluster:
        singles = tuple(self._singles(failing))
        if singles:
            return Cluster(failing, singles)
        alone = (way for each in failing for way in self._alone(each, failing))
        return Cluster(failing, (*self._pairs(failing), *alone))

    def _singles(self, failing: Sequence[Constraint]) -> Iterator[Way]:
        for code in _sorted(frozenset.intersection(*(each.codes for each in failing))):
            if spans := self.spans(code):
                yield Way({code: spans})

    def _alone(self, constraint: Constraint, failing: Sequence[Constraint]) -> Iterator[Way]:
        """Yield what mends one failing constraint and, if possible, breaks none that holds."""
        holding = [each for each in self._constraints if each not in failing]
        mending = []
        for code in _sorted(constraint.codes):
            own = [each for each in holding if code in each.codes]
            mending.append((code, self.spans(code, [constraint, *own]), self.spans(code, [constraint])))
        kind = [Way({code: spans}, False) for code, spans, _ in mending if spans]
        yield from kind or [Way({code: spans}, False) for code, _, spans in mending if spans]

    def _pairs(self, failing: Sequence[Constraint]) -> Iterator[Way]:
        tried = 0
        seen: set[frozenset[str]] = set()
        for one in _sorted(failing[0].codes):
            left = [each.codes for each in failing if one not in each.codes]
            others = frozenset.intersection(*left) if left else frozenset().union(*(each.codes for each in failing))
            for two in _sorted(others - {one}):
                if frozenset((one, two)) in seen or tried >= _PAIRS_AT_MOST:
                    continue
                seen.add(frozenset((one, two)))
                tried += 1
                if pair := self._pair(one, two):
                    yield Way(pair)

    def _pair(self, one: str, two: str) -> Mapping[str, Spans]:
        """Return the values with which two figures together satisfy all their constraints; empty if there are none."""
        joint = [each for each in self._by_code[one] if two in each.codes]
        first = self.spans(one, [each for each in self._by_code[one] if two not in each.codes])
        second = self.spans(two, [each for each in self._by_code[two] if one not in each.codes])
        if not joint or not first or not second:
            return {one: first, two: second} if first and second else {}
        firsts: list[Decimal] = []
        seconds: list[Interval] = []
        for value in self._samples(one, first):
            matching = common(second, on_grid(self._allowed(two, joint, {**self._scores, one: value})))
            if matching:
                firsts.append(value)
                seconds += matching
        if not firsts:
            return {}
        return {one: ((min(firsts), max(firsts)),), two: _hull(seconds)}

    def _samples(self, code: str, spans: Spans) -> list[Decimal]:
        slips = [slip.value for slip in digit_slips(self._scores[code])]
        ends = [value for span in spans for value in (*span, rounded((span[0] + span[1]) / 2))]
        return sorted({*ends, *(value for value in slips if _inside(value, spans))})


def _inside(value: Decimal, spans: Spans) -> bool:
    return any(low <= value <= high for low, high in spans)


def _hull(spans: Sequence[Interval]) -> Spans:
    return ((min(low for low, _ in spans), max(high for _, high in spans)),)


def _sorted(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=order)


def _connected(failing: Sequence[Constraint]) -> list[tuple[Constraint, ...]]:
    """Return constraints in groups that share figures, each with the fewest figures first."""
    groups: list[list[Constraint]] = []
    for constraint in failing:
        sharing = [group for group in groups if any(constraint.codes & each.codes for each in group)]
        merged = [constraint, *(each for group in sharing for each in group)]
        groups = [group for group in groups if group not in sharing] + [merged]
    return [tuple(sorted(group, key=lambda each: (len(each.codes), order(each.target)))) for group in groups]
