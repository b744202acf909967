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
    """Scores of one score year, by the codes that domain.scores.codes tells."""

    year: BEYear
    level: str = ""
    """The level as announced, e.g. ผ่านดีเยี่ยม."""
    scores: Mapping[str, Decimal] = field(default_factory=dict)
    """Code → score from 0 to 100, two decimals."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Code → name as a file printed it, where one did; the standing names are the structure's."""
    own_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Indicator → its questions or items, where the office entered others than are known of that year."""
    own_names: Mapping[str, str] = field(default_factory=dict)
    """Indicator → the name it has that year, where the office entered another than is known."""

    def name(self, code: str) -> str:
        """Return what a figure is called that year, where the office or a file said so; else an empty text."""
        return self.own_names.get(code) or self.names.get(code, "")

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
