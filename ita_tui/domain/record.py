"""What is written down under an agenda item: statements made of blocks, and resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from ita_tui.domain.agenda import AgendaKind
from ita_tui.domain.years import BEYear


class SpeakerKind(StrEnum):
    """Who can speak: a person of the roster, the secretariat as such, or the room as a whole."""

    PERSON = "person"
    SECRETARIAT = "secretariat"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who made a statement."""

    kind: SpeakerKind
    person_id: str = ""
    """Roster id; only for a person."""


ROOM = Speaker(SpeakerKind.ROOM)
SECRETARIAT = Speaker(SpeakerKind.SECRETARIAT)


def person(person_id: str) -> Speaker:
    """Return the speaker that is this person of the roster."""
    return Speaker(SpeakerKind.PERSON, person_id)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A numbered list; the first point has the number `first`."""

    items: tuple[str, ...]
    first: int = 1


@dataclass(frozen=True, slots=True)
class CommitteeList:
    """The lines of an appointing order as it was read out: (wording, role)."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OitTable:
    """The OIT table where it was presented; it follows the follow-up list until the meeting's rows freeze."""

    follow_up_year: BEYear
    catalogue_year: BEYear


@dataclass(frozen=True, slots=True)
class ResultsAccount:
    """The results of a score year as they were presented: (what, score as printed in Arabic digits)."""

    score_year: BEYear
    rows: tuple[tuple[str, str], ...]


Block = Paragraph | Points | CommitteeList | OitTable | ResultsAccount


@dataclass(frozen=True, slots=True)
class Statement:
    """What one speaker said in one go."""

    id: str
    item_id: str
    speaker: Speaker
    blocks: tuple[Block, ...]
    at: datetime
    """When it began; naive local time."""
    revision: int = 0
    """How often its confirmed wording changed."""

    @property
    def is_prose(self) -> bool:
        """Tell whether it is text only, so that the editor can hold it."""
        return all(isinstance(block, Paragraph | Points) for block in self.blocks)

    @property
    def has_oit_table(self) -> bool:
        """Tell whether the OIT table stands in it."""
        return any(isinstance(block, OitTable) for block in self.blocks)


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


Entry = Statement | Resolution

FOLLOW_MARK = "[ตามต่อ]"
"""Marks words to be finished after the meeting; never printed."""


def marks_in(entry: Entry) -> int:
    """Return how often an entry holds the mark of words to be finished."""
    if isinstance(entry, Resolution):
        return entry.text.count(FOLLOW_MARK)
    return text_of(entry.blocks).count(FOLLOW_MARK)


_POINT = re.compile(r"^\s*([0-9๐-๙]{1,2})[.)]\s+(\S.*)$")
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read typed text as blocks: a line is a paragraph, lines that begin with n. are numbered points.

    Consecutive points whose numbers follow each other make one list. Blank lines vanish.
    """
    blocks: list[Block] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        match = _POINT.match(line)
        if not match:
            blocks.append(Paragraph(line.strip()))
            continue
        number, point = int(match[1].translate(_ARABIC)), match[2].strip()
        last = blocks[-1] if blocks else None
        if isinstance(last, Points) and last.first + len(last.items) == number:
            blocks[-1] = Points((*last.items, point), last.first)
        else:
            blocks.append(Points((point,), number))
    return tuple(blocks)


def text_of(blocks: Iterable[Block]) -> str:
    """Write blocks of text as the lines the editor shows; other blocks have no text of their own."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Points):
            lines.extend(f"{number}. {point}" for number, point in enumerate(block.items, start=block.first))
    return "\n".join(lines)


def turns(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Group consecutive statements of one speaker into turns; a resolution is a turn of its own."""
    def key(entry: Entry) -> object:
        return entry.speaker if isinstance(entry, Statement) else entry.id

    return [list(group) for _, group in groupby(entries, key)]
