"""What a meeting resolves: its wording, votes and dissent, the work it gives, and who was present."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ita_tui.domain.agenda import AgendaKind


class ResolutionKind(StrEnum):
    """Kinds of resolutions; the label is the wording that is printed when none of her own is given."""

    ACKNOWLEDGED = "acknowledged"
    ACKNOWLEDGED_ASSIGNED = "acknowledged_assigned"
    AGREED = "agreed"
    AGREED_WITH_REMARKS = "agreed_with_remarks"
    APPROVED = "approved"
    REJECTED = "rejected"
    MINUTES_APPROVED = "minutes_approved"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    OWN_WORDS = "own_words"

    @property
    def label(self) -> str:
        """Return the wording."""
        return _RESOLUTION_LABELS[self]


_RESOLUTION_LABELS = {
    ResolutionKind.ACKNOWLEDGED: "รับทราบ",
    ResolutionKind.ACKNOWLEDGED_ASSIGNED: "รับทราบและมอบหมาย",
    ResolutionKind.AGREED: "เห็นชอบ",
    ResolutionKind.AGREED_WITH_REMARKS: "เห็นชอบโดยมีข้อสังเกต",
    ResolutionKind.APPROVED: "อนุมัติ",
    ResolutionKind.REJECTED: "ไม่เห็นชอบ",
    ResolutionKind.MINUTES_APPROVED: "รับรองรายงานการประชุม",
    ResolutionKind.POSTPONED: "เลื่อนการพิจารณา",
    ResolutionKind.WITHDRAWN: "ถอนเรื่อง",
    ResolutionKind.OWN_WORDS: "ข้อความอื่น",
}

_FITTING = {
    AgendaKind.CHAIR_INFORMS: (ResolutionKind.ACKNOWLEDGED, ResolutionKind.ACKNOWLEDGED_ASSIGNED),
    AgendaKind.APPROVE_MINUTES: (ResolutionKind.MINUTES_APPROVED, ResolutionKind.POSTPONED),
    AgendaKind.MATTERS_ARISING: (ResolutionKind.ACKNOWLEDGED, ResolutionKind.ACKNOWLEDGED_ASSIGNED),
    AgendaKind.FOR_INFORMATION: (ResolutionKind.ACKNOWLEDGED, ResolutionKind.ACKNOWLEDGED_ASSIGNED),
    AgendaKind.FOR_CONSIDERATION: (
        ResolutionKind.AGREED, ResolutionKind.AGREED_WITH_REMARKS, ResolutionKind.APPROVED,
        ResolutionKind.REJECTED, ResolutionKind.POSTPONED, ResolutionKind.WITHDRAWN,
    ),
    AgendaKind.OTHER: (ResolutionKind.ACKNOWLEDGED, ResolutionKind.AGREED),
}


def kinds_for(kind: AgendaKind, *, nothing_to_approve: bool = False) -> tuple[ResolutionKind, ...]:
    """Return all kinds of resolutions, those that fit an agenda item of this kind first.

    Where there are no minutes to approve, that is no kind of resolution.
    """
    if nothing_to_approve:
        return tuple(each for each in ResolutionKind if each is not ResolutionKind.MINUTES_APPROVED)
    fitting = _FITTING[kind]
    return (*fitting, *(each for each in ResolutionKind if each not in fitting))


@dataclass(frozen=True, slots=True)
class Assignment:
    """Work that a resolution gives to somebody."""

    id: str
    who: str
    """A division or a position, or ทุกส่วนราชการ."""
    what: str
    due: str = ""
    """By when, as said: a date or an event."""


@dataclass(frozen=True, slots=True)
class CastingVote:
    """The one vote more of who presides where votes are equal (Administrative Procedure Act B.E. 2539, section 82)."""

    person_id: str
    """Roster id of who cast it."""
    agrees: bool


@dataclass(frozen=True, slots=True)
class Votes:
    """A vote in numbers of persons."""

    agree: int
    disagree: int = 0
    abstain: int = 0
    casting: CastingVote | None = None
    """Only where votes are equal; it is one more than `cast` counts."""

    @property
    def cast(self) -> int:
        """Return how many voted or abstained."""
        return self.agree + self.disagree + self.abstain

    @property
    def tied(self) -> bool:
        """Tell whether as many agreed as disagreed, so that who presides has the casting vote."""
        return 0 < self.agree == self.disagree

    @property
    def unanimous(self) -> bool:
        """Tell whether all agreed."""
        return self.agree > 0 and self.disagree == self.abstain == 0


_CARRIED = (
    ResolutionKind.AGREED, ResolutionKind.AGREED_WITH_REMARKS, ResolutionKind.APPROVED, ResolutionKind.MINUTES_APPROVED,
)


def outvoted(kind: ResolutionKind, votes: Votes | None) -> bool:
    """Tell whether a counted majority, the casting vote with it, was against what a resolution of this kind says.

    One that rejects is carried by those against it; where all agreed, they agreed to reject.
    """
    if votes is None or votes.unanimous:
        return False
    casting = votes.casting
    agree, disagree = votes.agree, votes.disagree
    if casting is not None:
        agree, disagree = agree + casting.agrees, disagree + (not casting.agrees)
    return disagree > agree if kind in _CARRIED else kind is ResolutionKind.REJECTED and agree > disagree


@dataclass(frozen=True, slots=True)
class Dissent:
    """A member's dissent, recorded with its reasons (Administrative Procedure Act B.E. 2539, section 83)."""

    person_id: str
    """Roster id."""
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the meeting resolved on an item."""

    id: str
    item_id: str
    kind: ResolutionKind
    at: datetime
    wording: str = ""
    """Her own words; empty means the wording of the kind."""
    present: tuple[str, ...] = ()
    """Roster ids of those in the room."""
    assignments: tuple[Assignment, ...] = ()
    revision: int = 0
    votes: Votes | None = None
    """None where nobody counted."""
    dissents: tuple[Dissent, ...] = ()

    @property
    def text(self) -> str:
        """Return what is printed as the resolution."""
        return self.wording or self.kind.label
