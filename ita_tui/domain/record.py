"""What is written down under an agenda item: statements made of blocks, beside resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ita_tui.domain.resolutions import Resolution
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


Entry = Statement | Resolution

FOLLOW_MARK = "[ตามต่อ]"
"""Marks words to be finished after the meeting; never printed."""


def marks_in(entry: Entry) -> int:
    """Return how often an entry holds the mark of words to be finished."""
    if isinstance(entry, Resolution):
        return entry.text.count(FOLLOW_MARK)
    return text_of(entry.blocks).count(FOLLOW_MARK)


def marks_among(entries: Iterable[Entry]) -> int:
    """Return how many marks of words to be finished a record holds."""
    return sum(map(marks_in, entries))


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
