"""What the register knows of each meeting: its number, its day, and where it is in its life."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ita_tui.domain.years import BEYear
from ita_tui.errors import RuleBroken


class MeetingState(StrEnum):
    """Where a meeting is in its life."""

    PLANNED = "planned"
    LIVE = "live"
    PAUSED = "paused"
    ADJOURNED = "adjourned"
    FINAL = "final"

    @property
    def label(self) -> str:
        """Return the Thai wording."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    MeetingState.PLANNED: "เตรียมการ",
    MeetingState.LIVE: "กำลังประชุม",
    MeetingState.PAUSED: "พักการประชุม",
    MeetingState.ADJOURNED: "เลิกประชุมแล้ว",
    MeetingState.FINAL: "ลงนามแล้ว",
}


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What the register knows of a meeting."""

    id: str
    committee_id: str
    number: int
    """Running number within the B.E. calendar year, from 1."""
    year: BEYear
    state: MeetingState
    on: date
    """The day it is held."""
    seal: str = ""
    """SHA-256 of the facts as printed for signing; empty while never printed for signing."""

    @property
    def number_text(self) -> str:
        """Return number/year in Arabic digits, e.g. 1/2567."""
        return f"{self.number}/{self.year}"


GOING_ON = (MeetingState.LIVE, MeetingState.PAUSED)
"""States of a meeting that is going on; a data folder has at most one such meeting."""


def check_only_one(heads: Iterable[MeetingHead], meeting_id: str) -> None:
    """Raise RuleBroken where a meeting other than this one is going on."""
    for head in heads:
        if head.id != meeting_id and head.state in GOING_ON:
            raise RuleBroken(f"การประชุมครั้งที่ {head.number_text} ยังไม่ได้เลิก", "เลิกประชุมครั้งนั้นก่อน แล้วจึงเปิดครั้งนี้")


def next_number(heads: Iterable[MeetingHead], committee_id: str, year: BEYear) -> int:
    """Return the number of a committee's next meeting in a B.E. calendar year; numbers run from 1."""
    taken = [head.number for head in heads if (head.committee_id, head.year) == (committee_id, year)]
    return max(taken, default=0) + 1
