"""People in and out of one meeting: each act with its time, by the rules of attendance."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, time

from ita_tui.domain import attendance
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.roster import Quorum, RosterEntry, StandIn, entry_of
from ita_tui.errors import RuleBroken
from ita_tui.thai.fold import without_title
from ita_tui.thai.text import clean

_VERB = "attend"


class People:
    """Who is in the room; every method keeps one act."""

    def __init__(
        self, meeting: Callable[[], Meeting], act: Callable[[str, Meeting], None],
        at: Callable[[time | None], datetime], new_id: Callable[[], str],
    ) -> None:
        """`at` makes a time of day, or none for now, a time of the meeting."""
        self._meeting = meeting
        self._act = act
        self._at = at
        self._new_id = new_id

    def here(self) -> tuple[RosterEntry, ...]:
        """Return who is in the room as things stand, the committee first, in the order of the roster."""
        return tuple(entry for entry in self._meeting().roster if entry.here)

    def voters(self, present: Collection[str] | None = None) -> tuple[RosterEntry, ...]:
        """Return who may vote: of those with these roster ids, or of those in the room as things stand."""
        there = {entry.id for entry in self.here()} if present is None else present
        return tuple(entry for entry in self._meeting().roster if entry.counts and entry.id in there)

    def likeliest(self) -> str:
        """Return the id of who comes in next most probably: not come yet, then left, then excused.

        With all of them here, of who presides; empty before the opening.
        """
        away = [each for each in self._meeting().roster if not each.here]
        likely = sorted(away, key=lambda each: (bool(each.reason), each.is_guest, each.attended))
        return likely[0].id if likely else self._meeting().presides_now

    def next_chairs(self) -> tuple[RosterEntry, ...]:
        """Return who may take the chair from who presides, highest first; raise RuleBroken where nobody is there."""
        presides = self._meeting().presides_now
        others = sorted((each for each in self.voters() if each.id != presides), key=lambda each: each.rank)
        if not others:
            raise RuleBroken("ไม่มีกรรมการอื่นอยู่ในที่ประชุมที่จะทำหน้าที่ประธานแทน", "พักหรือเลิกประชุมด้วย F9")
        return tuple(others)

    def quorum(self) -> Quorum:
        """Return the quorum as it stands."""
        return self._meeting().quorum

    def entry(self, person_id: str) -> RosterEntry:
        """Return a person's entry; raise NotFound."""
        return entry_of(self._meeting().roster, person_id)

    def come(self, person_id: str, at: time | None = None) -> None:
        """Record that somebody came in, now or at a time of the day; raise RuleBroken."""
        self._act(_VERB, attendance.moved(self._meeting(), person_id, self._at(at), came=True))

    def go(self, person_id: str, at: time | None = None) -> bool:
        """Record that somebody went out; return whether the quorum broke by it. Raises RuleBroken."""
        met = self.quorum().met
        self._act(_VERB, attendance.moved(self._meeting(), person_id, self._at(at), came=False))
        return met and not self.quorum().met

    def retime(self, person_id: str, at: time | None) -> None:
        """Give a person's last coming or going another time; None takes it back. Raises RuleBroken."""
        self._act(_VERB, attendance.retimed(self._meeting(), person_id, None if at is None else self._at(at)))

    def hand_over(self, person_id: str, to_id: str, at: time | None = None) -> bool:
        """Record that who presides went out and somebody else took the chair, as one act; return as `go`."""
        when, met = self._at(at), self.quorum().met
        presided = attendance.presided_by(self._meeting(), to_id, when)
        self._act(_VERB, attendance.moved(presided, person_id, when, came=False))
        return met and not self.quorum().met

    def preside(self, person_id: str, at: time | None = None) -> None:
        """Record that somebody else took the chair; raise RuleBroken."""
        self._act(_VERB, attendance.presided_by(self._meeting(), person_id, self._at(at)))

    def welcome(self, name: str, position: str, at: time | None = None) -> RosterEntry:
        """Record that a guest came in; return the guest. Raises BadText without name and position."""
        guest = RosterEntry(self._new_id(), line_of(position), (), line_of(name))
        self._act(_VERB, attendance.with_guest(self._meeting(), guest, self._at(at)))
        return self.entry(guest.id)

    def welcome_unknown(self, words: str, at: time | None = None) -> RosterEntry:
        """Record that a guest came in of whom one line is known: a name where a title begins it, else a position."""
        line = line_of(words)
        named = without_title(line) != line
        return self.welcome(line if named else "", "" if named else line, at)

    def rename(self, person_id: str, name: str, position: str) -> None:
        """Put a guest's name and position right; raise BadText where both are empty."""
        self._act(_VERB, attendance.renamed(self._meeting(), person_id, line_of(name), line_of(position)))

    def stand_in(self, person_id: str, name: str, position: str) -> None:
        """Record who came instead of a person of the committee; both empty for nobody."""
        other = StandIn(line_of(position), line_of(name)) if name.strip() or position.strip() else None
        self._act(_VERB, attendance.represented(self._meeting(), person_id, other))

    def come_for(self, person_id: str, name: str, position: str, at: time | None = None) -> None:
        """Record, as one act, that somebody came in instead of a person of the committee who is not there."""
        other = StandIn(line_of(position), line_of(name))
        represented = attendance.represented(self._meeting(), person_id, other)
        self._act(_VERB, attendance.moved(represented, person_id, self._at(at), came=True))

    def act_as(self, person_id: str, acting: str) -> None:
        """Record in which post a person acts, e.g. รักษาการแทนปลัดเทศบาล; empty for none."""
        self._act(_VERB, attendance.acting_as(self._meeting(), person_id, line_of(acting)))

    def excuse(self, person_id: str, reason: str) -> None:
        """Record why somebody is absent; raise RuleBroken for one who attended."""
        self._act(_VERB, attendance.absent_because(self._meeting(), person_id, line_of(reason)))


def line_of(text: str) -> str:
    """Return words told of a person as one clean line."""
    return clean(text, multiline=False).strip()
