"""What an office has settled for all its meetings: when they are, their form, and what makes a quorum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from ita_tui.domain.agenda import AgendaForm
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.domain.roster import HALF, QuorumRule


class Look(StrEnum):
    """How the screen is coloured."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """The office's own settings; a new office begins with these."""

    form: AgendaForm = AgendaForm.FIVE
    at: time = time(9, 30)
    """When meetings usually begin."""
    place: str = ""
    """Where they usually are; empty for the meeting room of the body."""
    quorum: QuorumRule = HALF
    look: Look = Look.LIGHT
    minutes: MinutesStyle = MinutesStyle.TWO_COLUMNS


USUAL = Settings()
