"""The facts that papers are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ita_tui.domain.meeting import Meeting, OitList
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.domain.oit import Group, OitRow


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


Facts = MinutesFacts | OitFacts
