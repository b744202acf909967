"""The rule sets of the analysis. Each takes a year's results and says what is weak, what is to be kept.

Where the papers they were found in leave an edge open, it is decided so:

- Scores are compared as printed, with two decimals.
- Lowest three: ranks as in a race (equal scores share a rank, the next rank is skipped); all that share the third
  rank are in. An indicator at 100.00 is never among them. Rank 1 is urgent, ranks 2 and 3 are to be developed.
- Full score: 100.00 is kept, everything below is to be raised; so are questions and items.
- Change: exactly 80.00 is not weak. Increased and at least 80 is a strength; below 80 is a weakness however it
  changed; decreased is a weakness whatever the score; unchanged and at least 80 holds its level. Without results of
  the year before, only scores below 80 are judged. The strongest is the highest of IIT and EIT among the strengths
  and the unchanged, so that nothing is called strong and weak at once; equals are strongest together.
- Three bullets: every question stands under exactly one of them: below 80 a defect, below 95 to be mended, else to be
  maintained. Both bounds are `Bounds` that an office may change. Where no question is known, the indicator itself
  stands for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ita_tui.domain.analysis.texts import Figure, Judgement, Proposal, RuleSet
from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import in_part
from ita_tui.domain.scores.codes import INDICATORS, OF_INSTRUMENT, order
from ita_tui.domain.scores.structure import Structure, structure_for

FULL: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The scores at which the rules turn; each belongs to the better side."""

    weak: Decimal = Decimal(80)
    maintained: Decimal = Decimal(95)


class Direction(StrEnum):
    """How a score changed from the year before."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """Return the word that papers print; empty where nothing is known of the year before."""
        return {"up": "เพิ่มขึ้น", "down": "ลดลง", "same": "คงที่", "unknown": ""}[self.value]


@dataclass(frozen=True, slots=True)
class Change:
    """How much a score changed."""

    direction: Direction
    difference: Decimal
    """Without sign; 0 where nothing is known of the year before."""


def change_of(code: str, results: Results, previous: Results | None) -> Change:
    """Return how a score changed from the year before."""
    if previous is None or code not in previous.scores or code not in results.scores:
        return Change(Direction.UNKNOWN, Decimal(0))
    difference = results.scores[code] - previous.scores[code]
    if not difference:
        return Change(Direction.SAME, Decimal(0))
    return Change(Direction.UP if difference > 0 else Direction.DOWN, abs(difference))


def propose(
    rules: RuleSet, results: Results, previous: Results | None = None, *,
    structure: Structure | None = None, bounds: Bounds | None = None,
) -> tuple[Proposal, ...]:
    """Return what a rule set proposes for a year's results, in the order of the papers."""
    known = structure or structure_for(results)
    return tuple(_RULES[rules](_Case(results, previous, known, bounds or Bounds())))


@dataclass(frozen=True, slots=True)
class _Case:
    results: Results
    previous: Results | None
    structure: Structure
    bounds: Bounds

    @property
    def indicators(self) -> list[str]:
        return [code for code in INDICATORS if code in self.scores]

    @property
    def scores(self) -> Mapping[str, Decimal]:
        return self.results.scores

    def questions(self, indicator: str) -> list[str]:
        """Return the questions or items of an indicator that have a score, highest score first."""
        asked = (*self.structure.questions.get(indicator, ()), *self.structure.items.get(indicator, ()))
        parts = (*asked, *in_part(asked, 1), *in_part(asked, 2))
        scored = [code for code in parts if code in self.scores]
        return sorted(scored, key=lambda code: (-self.scores[code], order(code)))

    def figure(self, code: str) -> Figure:
        return Figure(self.results.year, code, self.scores[code])

    def proposal(
        self, rules: RuleSet, about: str, judgement: Judgement, *, slot: str = "", listed: Sequence[str] = (),
        change: Change | None = None, **params: str,
    ) -> Proposal:
        """Return a proposal with the name and score of its indicator, and the change where it is told."""
        name = self.results.name(about) or self.structure.name(about)
        told = {"name": name, "score": self.results.printed(about)}
        before: list[Figure] = []
        if change is not None and self.previous is not None and about in self.previous.scores:
            before = [Figure(self.previous.year, about, self.previous.scores[about])]
            told |= {"previous": self.previous.printed(about), "previous_year": str(self.previous.year),
                     "change": change.direction.label, "difference": f"{change.difference:.2f}"}
        listing = [self.figure(code) for code in listed if code != about]
        figures = (self.figure(about), *before, *listing)
        return Proposal(rules, about, judgement, slot, told | params, figures, tuple(listed))


# --- the rules ----------------------------------------------------------------------------------------------


def _lowest_three(case: _Case) -> Iterator[Proposal]:
    ranked = sorted((code for code in case.indicators if case.scores[code] < FULL), key=lambda code: case.scores[code])
    for code in ranked:
        rank = 1 + sum(case.scores[other] < case.scores[code] for other in ranked)
        if rank <= 3:
            judgement = Judgement.URGENT if rank == 1 else Judgement.DEVELOP
            sharing = sum(case.scores[other] == case.scores[code] for other in ranked)
            weakest_first = case.questions(code)[::-1]
            yield case.proposal(
                RuleSet.LOWEST_THREE, code, judgement, listed=weakest_first, rank=str(rank), sharing=str(sharing)
            )


def _full_score(case: _Case) -> Iterator[Proposal]:
    for code in case.indicators:
        judgement = Judgement.KEEP if case.scores[code] == FULL else Judgement.RAISE
        questions = case.questions(code)
        yield case.proposal(RuleSet.FULL_SCORE, code, judgement, listed=questions)
        full = [each for each in questions if case.scores[each] == FULL]
        below = [each for each in questions if case.scores[each] < FULL]
        if judgement is Judgement.RAISE and full:
            yield case.proposal(RuleSet.FULL_SCORE, code, Judgement.KEEP, slot="full", listed=full)
        if below:
            yield case.proposal(RuleSet.FULL_SCORE, code, Judgement.RAISE, slot="below", listed=below)


def _change(case: _Case) -> Iterator[Proposal]:
    judged: dict[str, Judgement] = {}
    for code in case.indicators:
        change = change_of(code, case.results, case.previous)
        if judgement := _judged(case.scores[code], change.direction, case.bounds):
            judged[code] = judgement[0]
            yield case.proposal(RuleSet.CHANGE, code, judgement[0], change=change)
    of_people = {*OF_INSTRUMENT["IIT"], *OF_INSTRUMENT["EIT"]}
    able = [code for code, each in judged.items() if each is not Judgement.WEAKNESS and code in of_people]
    best = max((case.scores[code] for code in able), default=FULL)
    strongest = [code for code in able if case.scores[code] == best]
    for code in strongest:
        change, sharing = change_of(code, case.results, case.previous), str(len(strongest))
        yield case.proposal(
            RuleSet.CHANGE, code, Judgement.STRONGEST, slot="strongest", change=change, sharing=sharing
        )


def _judged(score: Decimal, direction: Direction, bounds: Bounds) -> tuple[Judgement, ...]:
    """Return the judgement of the rule of change; nothing where the year before is needed for one."""
    if score < bounds.weak or direction is Direction.DOWN:
        return (Judgement.WEAKNESS,)
    judgements = {Direction.UP: Judgement.STRENGTH, Direction.SAME: Judgement.STEADY}
    return (judgements[direction],) if direction in judgements else ()


def _three_bullets(case: _Case) -> Iterator[Proposal]:
    bullets: dict[Judgement, Callable[[Decimal], bool]] = {
        Judgement.DEFECT: lambda score: score < case.bounds.weak,
        Judgement.MEND: lambda score: case.bounds.weak <= score < case.bounds.maintained,
        Judgement.MAINTAIN: lambda score: score >= case.bounds.maintained,
    }
    for code in case.indicators:
        questions = case.questions(code) or [code]
        for judgement, belongs in bullets.items():
            listed = [each for each in questions if belongs(case.scores[each])]
            yield case.proposal(
                RuleSet.THREE_BULLETS, code, judgement, slot=judgement.value, listed=listed,
                questions=str(len(case.questions(code))),
            )


_RULES: Final[Mapping[RuleSet, Callable[[_Case], Iterator[Proposal]]]] = {
    RuleSet.LOWEST_THREE: _lowest_three, RuleSet.FULL_SCORE: _full_score, RuleSet.CHANGE: _change,
    RuleSet.THREE_BULLETS: _three_bullets,
}
