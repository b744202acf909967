"""The results of an assessment: scores of a score year, as entered from the announcement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ita_tui.domain.analysis.texts import Analysis
from ita_tui.domain.oit import FollowUp
from ita_tui.domain.years import BEYear


@dataclass(frozen=True, slots=True)
class Results:
    """Scores of one score year, by the codes that domain.scores_codes tells."""

    year: BEYear
    level: str = ""
    """The level as announced, e.g. ผ่านดีเยี่ยม."""
    scores: Mapping[str, Decimal] = field(default_factory=dict)
    """Code → score from 0 to 100, two decimals."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Code → name as the office prints it, where it was entered; the standing names are the structure's."""

    def printed(self, code: str) -> str:
        """Return a score with two decimals in Arabic digits, or an empty text where it is not known."""
        return f"{self.scores[code]:.2f}" if code in self.scores else ""


@dataclass(frozen=True, slots=True)
class YearRecord:
    """All that one year's file holds: results of it as a score year, lists of it as a follow-up year."""

    year: BEYear
    results: Results | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    analysis: Analysis = field(default_factory=Analysis)
    """What was picked and edited in the analysis of the results; nothing that the rules can say again."""
