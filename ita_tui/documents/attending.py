"""Who came, who did not, who joined, and how each of them is called in minutes.

The lists carry the comings and goings. Somebody who came instead of a person of the committee stands under
ผู้มาประชุม with their own name and whom they came for (form 11: มาประชุมแทนผู้ใดหรือตำแหน่งใด), and the person they came
for is then not listed as absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ita_tui.documents import blocks as b
from ita_tui.documents.times import told_time
from ita_tui.documents.wording import Wording, printed
from ita_tui.domain.committee import Role
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.roster import Movement, RosterEntry
from ita_tui.thai.digits import thai_digits


class Attending:
    """The people of one meeting in the words of minutes."""

    def __init__(self, meeting: Meeting, words: Wording) -> None:
        self._meeting = meeting
        self._words = words

    def lists(self) -> Iterator[b.Block]:
        """Yield the three lists of the form with their headings."""
        roster = self._meeting.roster
        members = [entry for entry in roster if not entry.is_guest]
        yield b.Heading(self._words.say("present"))
        yield self._listing(entry for entry in members if entry.attended)
        yield b.Heading(self._words.say("absent"))
        yield self._listing(entry for entry in members if not entry.attended)
        yield b.Heading(self._words.say("guests"))
        yield self._listing(entry for entry in roster if entry.is_guest and entry.attended)

    def none(self) -> b.Paragraph:
        """Return what stands where there is nothing, or dots as long as that is not known."""
        unopened = self._meeting.state is MeetingState.PLANNED
        return b.Paragraph(self._words.say("unknown" if unopened else "none"))

    def person(self, entry: RosterEntry) -> str:
        """Return whoever sat there with name and position; a stand-in with whom they came for."""
        other = entry.stand_in
        if other is None:
            return self._words.say("person", name=printed(entry.name), position=printed(entry.full_position))
        return self._words.say(
            "stand_in", name=printed(other.name), position=printed(other.position), absent=_represented(entry)
        )

    def speaker(self, entry: RosterEntry, *, presides: bool) -> tuple[str, str]:
        """Return how a speaker is called and what stands below: the role, whom they came for, or that they preside.

        The chair of the committee keeps that title while presiding.
        """
        title = printed(entry.title)
        if presides and (entry.stand_in is not None or Role.CHAIR not in entry.roles):
            return title, self._words.say("presiding")
        if entry.stand_in is not None:
            return title, self._words.say("speaks_for", absent=_represented(entry))
        return title, entry.role_label

    def signed_by(self, entry: RosterEntry) -> tuple[str, str]:
        """Return name (empty where it is not known) and position of whoever signs."""
        other = entry.stand_in
        if other is None:
            return printed(entry.name), printed(entry.full_position)
        position = self._words.say("stand_in", name="", position=printed(other.position), absent=_represented(entry))
        return printed(other.name), position

    def _listing(self, entries: Iterable[RosterEntry]) -> b.Block:
        rows = tuple(
            b.ListRow(
                thai_digits(f"{number}."), self._listed(entry), self._role(entry), self._for_whom(entry),
                tuple(self._notes(entry)),
            )
            for number, entry in enumerate(entries, start=1)
        )
        return b.Listing(rows) if rows else self.none()

    def _listed(self, entry: RosterEntry) -> str:
        who = entry.stand_in if entry.attended else None
        name, position = (who.name, who.position) if who else (entry.name, entry.full_position)
        return self._words.say("person", name=printed(name), position=printed(position))

    def _for_whom(self, entry: RosterEntry) -> str:
        stood_in = entry.attended and entry.stand_in is not None
        return self._words.say("in_place_of", absent=_represented(entry)) if stood_in else ""

    def _role(self, entry: RosterEntry) -> str:
        return "" if entry.is_guest else entry.role_label

    def _notes(self, entry: RosterEntry) -> Iterator[str]:
        if not entry.attended:
            if entry.reason:
                yield self._words.say("absent_because", reason=printed(entry.reason))
            return
        been_here = entry.present
        for movement in entry.movements:
            if not self._at_the_opening(movement):
                key = ("came_back" if been_here else "came") if movement.came else "left"
                yield self._words.say(key, time=told_time(self._meeting, movement.at, self._words))
            been_here = True

    def _at_the_opening(self, movement: Movement) -> bool:
        opened = self._meeting.opened_at
        return movement.came and opened is not None and movement.at <= opened


def _represented(entry: RosterEntry) -> str:
    return printed(entry.full_position or entry.name)
