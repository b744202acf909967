"""What a desk hands over to be kept, and what it is given from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ita_tui.domain.body import Body
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.record import Speaker
from ita_tui.domain.resolutions import ResolutionKind, Votes
from ita_tui.domain.results import YearRecord


@dataclass(frozen=True, slots=True)
class Change:
    """One act: what it is called, and the records it changed, as they are now."""

    verb: str
    """A short English word for the history, e.g. say, resolve, mark."""
    meeting_id: str
    """Empty for what happens outside of a meeting."""
    meeting: Meeting | None = None
    """The meeting as it is now."""
    year: YearRecord | None = None
    """The year as it is now."""
    body: Body | None = None
    """The body as it is now."""
    gone: bool = False
    """Whether the meeting was deleted; its file keeps its history."""
    clears: str = ""
    """Id of the statement whose unsaved text this change makes a record."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the secretary is writing: enough to sit down there again after a crash."""

    meeting_id: str
    item_id: str
    statement_id: str
    speaker: Speaker
    row: int = 0
    column: int = 0
    """Cursor in lines and code points of the unsaved text."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A resolution as it was entered."""

    kind: ResolutionKind
    wording: str = ""
    """Empty for the kind's own."""
    assignments: tuple[tuple[str, str, str], ...] = ()
    """Work given: (who, what, by when)."""
    votes: Votes | None = None
    dissents: tuple[tuple[str, str], ...] = ()
    """(Roster id, reason)."""


class Keeper(Protocol):
    """Takes changes and unsaved text, and keeps them."""

    def keep(self, change: Change) -> None:
        """Store a change; return at once."""

    def note(self, place: Place, text: str, base_revision: int) -> None:
        """Keep text that is not confirmed yet; return at once."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What comes from outside: the clock (naive local time, and ISO with offset) and new ids."""

    now: Callable[[], datetime]
    stamp: Callable[[], str]
    new_id: Callable[[], str]
