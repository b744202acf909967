"""Where the secretary writes: the item, the speaker and the statement under her cursor."""

from __future__ import annotations

from ita_tui.domain.meeting import Prepared
from ita_tui.domain.meeting_head import GOING_ON
from ita_tui.domain.record import ROOM, SECRETARIAT, Speaker, SpeakerKind, Statement, person, text_of
from ita_tui.secretary.keeping.changes import Place
from ita_tui.secretary.meeting.desk import MeetingDesk

_REMEMBERED = 4
"""How many of the last speakers stand on top of the list."""


class Pen:
    """Writes one statement at a time at one agenda item; a new one always goes to the item's end."""

    def __init__(self, desk: MeetingDesk) -> None:
        self._desk = desk
        self.item_id = desk.stops[0][1].id
        self.statement_id = desk.new_statement_id()
        self.speaker = desk.chair()
        self.came_from = ""
        """The item she was at before this one."""
        self._recent: list[Speaker] = []

    @property
    def is_new(self) -> bool:
        """Tell whether the statement is not in the record yet."""
        return all(entry.id != self.statement_id for entry in self._desk.meeting.entries)

    @property
    def text(self) -> str:
        """Return the confirmed words of the statement; empty for a new one."""
        return self.text_of(self.statement_id)

    def text_of(self, statement_id: str) -> str:
        """Return the confirmed words of any statement; empty for one that is not in the record."""
        for entry in self._desk.meeting.entries:
            if entry.id == statement_id and isinstance(entry, Statement):
                return text_of(entry.blocks)
        return ""

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Return where she writes, with the cursor in lines and code points."""
        return Place(self._desk.meeting.head.id, self.item_id, self.statement_id, self.speaker, row, column)

    def note(self, text: str, row: int, column: int) -> None:
        """Keep what is being typed."""
        self._desk.note(self.place(row, column), text)

    def confirm(self, text: str) -> bool:
        """Make the words a record; return whether anything changed."""
        return self._desk.say(self.place(), text)

    # --- moving -----------------------------------------------------------------------------------------

    def sit_down(self, place: Place) -> None:
        """Go on at a place kept before a crash."""
        self.item_id, self.statement_id, self.speaker = place.item_id, place.statement_id, place.speaker

    def speak(self, speaker: Speaker) -> None:
        """Begin a new statement of this speaker at the end of the item."""
        self._remember(self.speaker)
        self._remember(speaker)
        self.speaker = speaker
        self.statement_id = self._desk.new_statement_id()

    def go_on(self) -> None:
        """Begin a new statement of the same speaker."""
        self.speak(self.speaker)

    def go_to(self, item_id: str) -> None:
        """Go to an item and begin a new statement of whoever of those present spoke there last, else of the chair."""
        self.came_from = self.item_id if item_id != self.item_id else self.came_from
        self.item_id = item_id
        said = [entry for entry in self._desk.meeting.entries_of(item_id) if isinstance(entry, Statement)]
        people = [entry.speaker for entry in said if entry.speaker != ROOM and not self._left(entry.speaker)]
        self.speaker = people[-1] if people else self._desk.chair()
        self.statement_id = self._desk.new_statement_id()

    def stay_in_the_meeting(self) -> None:
        """Go on where the meeting still is, e.g. once an item or a guest was taken back.

        Words of somebody whom the meeting does not know any more are those of who presides, in the nearest item.
        """
        if not self._desk.knows(self.speaker):
            self.speaker = self._desk.chair()
        stops = [item for _, item in self._desk.stops]
        if self.item_id not in {item.id for item in stops}:
            below = (item.id for item in stops if item.parent_id == self.item_id)
            self.go_to(next(below, self.came_from if self.came_from in {item.id for item in stops} else stops[0].id))

    def edit(self, entry_id: str) -> bool:
        """Take an earlier statement up again; return False for one that holds no prose."""
        entry = self._desk.meeting.entry(entry_id)
        if not isinstance(entry, Statement) or not entry.is_prose:
            return False
        self.came_from = self.item_id if entry.item_id != self.item_id else self.came_from
        self.item_id, self.statement_id, self.speaker = entry.item_id, entry.id, entry.speaker
        return True

    def neighbour(self, *, upwards: bool) -> bool:
        """Go to the statement above or below; below the last one begins a new one. Return whether it moved."""
        ids = [
            entry.id for entry in self._desk.meeting.entries_of(self.item_id)
            if isinstance(entry, Statement) and entry.is_prose
        ]
        here = ids.index(self.statement_id) if self.statement_id in ids else len(ids)
        there = here + (-1 if upwards else 1)
        if there < 0 or (here == len(ids) and not upwards):
            return False
        if there < len(ids):
            return self.edit(ids[there])
        self.go_on()
        return True

    # --- who may speak ----------------------------------------------------------------------------------

    @property
    def speaker_left(self) -> bool:
        """Tell whether the speaker has left the room, so that new words are somebody else's."""
        return self._left(self.speaker)

    def _left(self, speaker: Speaker) -> bool:
        if speaker.kind is not SpeakerKind.PERSON or self._desk.meeting.state not in GOING_ON:
            return False
        return all(entry.id != speaker.person_id for entry in self._desk.people.here())

    def speakers(self) -> tuple[Speaker, ...]:
        """Return who may speak: the last speakers first (the one before on top), then all who are present."""
        everybody = [person(entry.id) for entry in self._desk.roster() if entry.here]
        known = [*everybody, SECRETARIAT, ROOM]
        recent = [speaker for speaker in reversed(self._recent) if speaker != self.speaker and speaker in known]
        return tuple(dict.fromkeys([*recent, *known]))

    def waiting(self) -> tuple[Prepared, ...]:
        """Return the prepared statements of this item that are not in the record yet."""
        said = {entry.id for entry in self._desk.meeting.entries}
        return tuple(
            each for each in self._desk.meeting.prepared
            if each.item_id == self.item_id and each.id not in said and each.id != self.statement_id
        )

    def split(self, kept: str, rest: str, speaker: Speaker) -> None:
        """Let another statement begin in the middle of this one, and go on in it; raise RuleBroken, BadText."""
        if self.is_new:
            self.confirm("\n".join([kept, rest]))
        new_id = self._desk.split(self.place(), kept, rest, speaker)
        self._remember(self.speaker)
        self._remember(speaker)
        self.edit(new_id)

    def join(self) -> None:
        """Join this statement to the one right before it, and go on in that one; raise RuleBroken."""
        self.edit(self._desk.join(self.statement_id))

    def above(self) -> Statement | None:
        """Return the statement right above this one in the record; None where something else stands there."""
        own = self._desk.meeting.entries_of(self.item_id)
        ids = [entry.id for entry in own]
        at = ids.index(self.statement_id) if self.statement_id in ids else len(ids)
        entry = own[at - 1] if at else None
        return entry if isinstance(entry, Statement) and entry.is_prose else None

    def move(self, *, upwards: bool) -> None:
        """Move this statement one place up or down, and go with it; raise RuleBroken, NotFound for a new one."""
        self._desk.move(self.statement_id, upwards=upwards)
        self.edit(self.statement_id)

    def read_out(self, prepared: Prepared) -> None:
        """Begin the statement that was prepared; in the record it keeps the prepared one's id."""
        self.speak(prepared.speaker)
        self.statement_id = prepared.id

    def _remember(self, speaker: Speaker) -> None:
        self._recent = [*(each for each in self._recent if each != speaker), speaker][-_REMEMBERED:]
