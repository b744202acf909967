"""What every part of the report looks things up in: figures of the years, names, and what was judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from ita_tui.documents.analysis.figures import Figures
from ita_tui.documents.analysis.words import Prose, reviewed_proposals
from ita_tui.documents.facts import AnalysisFacts
from ita_tui.domain.analysis.rules import change_of
from ita_tui.domain.analysis.texts import Judgement, Reviewed, RuleSet
from ita_tui.domain.scores.arithmetic import in_part
from ita_tui.domain.scores.codes import INSTRUMENTS, OF_INSTRUMENT, order
from ita_tui.domain.scores.structure import structure_for
from ita_tui.thai.digits import thai_digits, thai_digits_in_text

UNKNOWN = "-"
"""What a table shows for a figure that nobody knows."""


class Case:
    """One year's results as a report sees them."""

    def __init__(self, facts: AnalysisFacts) -> None:
        self.facts = facts
        self.prose = Prose(facts)
        self.words = self.prose.words
        mark = self.words.say("computed_mark")
        self._computed = re.compile(rf"\d{re.escape(mark)}")
        self.figures = Figures(facts.results, mark)
        self.earlier = tuple(Figures(each, mark) for each in facts.earlier)
        self.previous = next((each for each in self.earlier if each.year == facts.results.year - 1), None)
        self._structure = structure_for(facts.results)
        self._judged: dict[RuleSet, tuple[Reviewed, ...]] = {}

    def has_computed(self, texts: Iterable[str]) -> bool:
        """Tell whether any text holds a figure that was not announced."""
        return any(self._computed.search(text) for text in texts)

    # --- names and figures ------------------------------------------------------------------------------

    def name(self, indicator: str) -> str:
        """Return what an indicator is called, as the office prints it."""
        return thai_digits_in_text(self.facts.results.name(indicator) or self._structure.name(indicator))

    def full_name(self, indicator: str) -> str:
        """Return an indicator with its number."""
        return self.words.say("indicator", number=thai_digits(indicator), name=self.name(indicator))

    def code_name(self, code: str) -> str:
        """Return what an instrument or the overall score is called in short."""
        return self.words.say(f"code_{code}")

    def instrument_of(self, indicator: str) -> str:
        """Return the instrument that asks of an indicator."""
        return next(code for code in INSTRUMENTS if indicator in OF_INSTRUMENT[code])

    def score(self, code: str) -> str:
        """Return a score for a table."""
        return self.figures.printed(code) or UNKNOWN

    def score_before(self, code: str) -> str:
        """Return last year's score for a table."""
        return (self.previous.printed(code) if self.previous else "") or UNKNOWN

    def change(self, code: str) -> str:
        """Return how an announced score changed from the year before, for a table: เพิ่มขึ้น ๐.๑๒."""
        change = change_of(code, self.facts.results, self.facts.previous)
        if not change.direction.label:
            return UNKNOWN
        difference = thai_digits(f"{change.difference:.2f}") if change.difference else ""
        return f"{change.direction.label} {difference}".rstrip()

    def questions(self, indicator: str) -> list[str]:
        """Return the questions or items of an indicator that have a score, highest score first."""
        scores = self.facts.results.scores
        bare = (*self._structure.questions.get(indicator, ()), *self._structure.items.get(indicator, ()))
        asked = (*bare, *in_part(bare, 1), *in_part(bare, 2))
        return sorted((code for code in asked if code in scores), key=lambda code: (-scores[code], order(code)))

    def listing(self, codes: Iterable[str]) -> str:
        """Return the scores of questions or items in words."""
        return self.prose.listing(codes, self.facts.results.scores)

    # --- judgements -------------------------------------------------------------------------------------

    def judged(self, rules: RuleSet, judgements: Iterable[Judgement] = ()) -> tuple[Reviewed, ...]:
        """Return what a rule set says that she did not strike; with judgements, only what says one of them.

        An edit that nothing the rules say now belongs to is kept in the year, but not printed.
        """
        if rules not in self._judged:
            found = reviewed_proposals(self.facts, rules)
            self._judged[rules] = tuple(each for each in found if each.now and not each.proposal.left_out)
        wanted = set(judgements) or set(Judgement)
        return tuple(each for each in self._judged[rules] if _now(each) in wanted)

    @cached_property
    def doubtful(self) -> tuple[Reviewed, ...]:
        """Return her edits in what was asked for until now that no longer fit the figures."""
        return tuple(each for found in self._judged.values() for each in found if not each.fits)


def _now(each: Reviewed) -> Judgement:
    """Return the judgement of the figures of now: what was written when another one held stands under the new one."""
    return (each.now or each.proposal).judgement
