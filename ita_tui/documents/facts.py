"""The facts that papers are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ita_tui.documents.analysis.style import HouseStyle
from ita_tui.domain.analysis.texts import Analysis
from ita_tui.domain.body import BodyKind
from ita_tui.domain.meeting import Meeting, OitList
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.domain.oit import CatalogueItem, Group, OitRow
from ita_tui.domain.results import Results


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """What minutes are made from."""

    committee_name: str
    meeting: Meeting
    groups: tuple[Group, ...] = ()
    """Groups of the catalogue that the meeting's OIT rows are of."""
    oit_rows: tuple[OitRow, ...] = ()
    """The OIT table as it stands now, or as it froze when the meeting adjourned."""
    style: MinutesStyle = MinutesStyle.TWO_COLUMNS


@dataclass(frozen=True, slots=True)
class OitFacts:
    """What the OIT paper is made from."""

    body_name: str
    years: OitList
    groups: tuple[Group, ...]
    rows: tuple[OitRow, ...]
    as_of: date | None = None
    """The day the statuses were taken; printed where it is known."""


@dataclass(frozen=True, slots=True)
class AnalysisFacts:
    """What the analysis of a year's results is made from."""

    body_name: str
    kind: BodyKind
    province: str
    district: str
    results: Results
    style: HouseStyle
    earlier: tuple[Results, ...] = ()
    """The results of all years before that are known, the earliest first."""
    groups: tuple[Group, ...] = ()
    """Sub-indicators of the OIT catalogue of that year; empty where no one knows it."""
    items: tuple[CatalogueItem, ...] = ()
    analysis: Analysis = field(default_factory=Analysis)
    """Her edits, and the rule sets she picked beside those of the style."""

    @property
    def previous(self) -> Results | None:
        """Return the results of the year before; None where they are not known."""
        return next((each for each in self.earlier if each.year == self.results.year - 1), None)


Facts = MinutesFacts | OitFacts | AnalysisFacts
