"""One meeting under the secretary's hands: every act of a meeting, applied to the facts and given to be kept.

A desk knows no screen and no file. It holds the meeting as it stands, changes it by the rules of the domain,
and hands each change to its keeper, which stores it and tells when it is safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from ita_tui.domain import attendance, entries
from ita_tui.domain.agenda import AgendaItem, Numbered, item_of, numbered
from ita_tui.domain.body import Body
from ita_tui.domain.committee import Committee, Seat
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.oit import Catalogue, Standing
from ita_tui.domain.record import SECRETARIAT, Entry, Speaker, SpeakerKind, Statement, blocks_of, person
from ita_tui.domain.resolutions import Assignment, Dissent, Resolution
from ita_tui.domain.results import Results, YearRecord
from ita_tui.domain.roster import RosterEntry, entry_of, roster_of, vacant_seats
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.keeping.changes import Change, Decision, Keeper, Place, Tools
from ita_tui.secretary.meeting import standing
from ita_tui.secretary.meeting.gavel import Gavel
from ita_tui.secretary.meeting.meeting_clock import MeetingClock
from ita_tui.secretary.meeting.people import People
from ita_tui.secretary.meeting.standing import Presented
from ita_tui.secretary.oit.review import OitReview
from ita_tui.thai.text import clean


class MeetingDesk:
    """A meeting and the follow-up list it settles, as they stand now."""

    def __init__(
        self, meeting: Meeting, body: Body, catalogue: Catalogue | None, years: dict[int, YearRecord], *,
        keeper: Keeper, tools: Tools, heads: Callable[[], Iterable[MeetingHead]] = tuple,
    ) -> None:
        self.meeting = meeting
        self.body = body
        self.tools = tools
        self.oit = OitReview(lambda: self.meeting, body, catalogue, years, keeper=keeper, tools=tools, heads=heads)
        self._clock = MeetingClock(lambda: self.meeting, tools.now)
        self.people = People(lambda: self.meeting, self._act, self._clock.moment, tools.new_id)
        self.gavel = Gavel(self, self._act, self._clock, heads)
        self._years = years
        self._keeper = keeper
        self._noted: set[str] = set()

    # --- what she sees ----------------------------------------------------------------------------------

    @property
    def committee(self) -> Committee:
        """Return the committee that meets."""
        return self.body.committee(self.meeting.head.committee_id)

    @property
    def numbered(self) -> tuple[Numbered, ...]:
        """Return the agenda with its numbers."""
        return numbered(self.meeting.agenda)

    @property
    def stops(self) -> tuple[Numbered, ...]:
        """Return the items the meeting walks through."""
        return self.meeting.stops

    def item(self, item_id: str) -> AgendaItem:
        """Return an agenda item; raise NotFound."""
        return item_of(self.meeting.agenda, item_id)

    def roster(self) -> tuple[RosterEntry, ...]:
        """Return the roster of the day, or the one the order in force would give before the opening."""
        return self.meeting.roster or roster_of(self.committee)

    def vacant(self) -> tuple[Seat, ...]:
        """Return the seats of the order in force that nobody fills; they show, and never count."""
        return vacant_seats(self.committee.order)

    def chair(self) -> Speaker:
        """Return who presides now, as a speaker."""
        return person(self.meeting.presides_now) if self.meeting.presides_now else SECRETARIAT

    def speaker_lines(self, speaker: Speaker) -> tuple[str, str]:
        """Return how a speaker is called and the role below it; the role may be empty."""
        if speaker.kind is SpeakerKind.ROOM:
            return "ที่ประชุม", ""
        if speaker.kind is SpeakerKind.SECRETARIAT:
            return "ฝ่ายเลขานุการ", ""
        entry = entry_of(self.roster(), speaker.person_id)
        return entry.title, entry.role_label

    def results(self) -> tuple[Results | None, Results | None]:
        """Return the results of the meeting's score year and of the year before; None where none are stored."""
        if self.meeting.oit is None:
            return None, None
        year = self.meeting.oit.score_year
        found = [self._years.get(each) for each in (year, year - 1)]
        results, previous = (each.results if each else None for each in found)
        return results, previous

    def now(self) -> datetime:
        """Return the clock's time in the meeting's own days, whatever day the clock tells."""
        return self._clock.now()

    # --- before the opening -----------------------------------------------------------------------------

    def prepare(self, verb: str, after: Meeting, year: YearRecord | None = None) -> None:
        """Keep the meeting as it was prepared; raise RuleBroken once it was opened."""
        if self.meeting.state is not MeetingState.PLANNED:
            raise RuleBroken("เปิดประชุมแล้ว แก้ไขได้ในห้องประชุมเท่านั้น", "เข้าห้องประชุมแล้วแก้ไขที่นั่น")
        self._keeper.keep(Change(verb, after.head.id, after, year))
        self.meeting = after

    def take_body(self, body: Body) -> None:
        """Know body and committee as they are now; a meeting that was opened keeps its roster."""
        self.body = body
        self.oit.take_body(body)

    # --- writing down -----------------------------------------------------------------------------------

    def new_statement_id(self) -> str:
        """Return an id for a statement about to be typed."""
        return self.tools.new_id()

    def note(self, place: Place, text: str) -> None:
        """Keep what is being typed, not yet a record."""
        self._noted.add(place.statement_id)
        self._keeper.note(place, text, self.revision(place.statement_id))

    def revision(self, statement_id: str) -> int:
        """Return how often the confirmed words of a statement changed; 0 for one that is not in the record."""
        old = self._statement(statement_id)
        return old.revision if old else 0

    def has_place(self, place: Place) -> bool:
        """Tell whether the meeting still has the item and the speaker of a place."""
        return self.knows(place.speaker) and place.item_id in {item.id for _, item in self.stops}

    def knows(self, speaker: Speaker) -> bool:
        """Tell whether the meeting has this speaker."""
        return speaker.kind is not SpeakerKind.PERSON or speaker.person_id in {entry.id for entry in self.roster()}

    def say(self, place: Place, text: str) -> bool:
        """Make typed text a record; empty text makes none, and takes out the statement it empties.

        Returns whether anything changed.
        """
        blocks = blocks_of(clean(text))
        old = self._statement(place.statement_id)
        if not blocks and old is not None:
            self._act("take out", self.meeting.without_entry(old.id), clears=old.id)
            return True
        if not blocks or (old is not None and old.blocks == blocks and old.speaker == place.speaker):
            self._forget(place.statement_id)
            return False
        if old is None:
            statement = Statement(place.statement_id, place.item_id, place.speaker, blocks, self.now())
        else:
            statement = replace(old, blocks=blocks, speaker=place.speaker, revision=old.revision + 1)
        self._act("say", self.meeting.with_entry(statement), clears=statement.id)
        return True

    def resolve(self, item_id: str, decision: Decision, instead_of: Resolution | None = None) -> Resolution:
        """Record a resolution, or put it in the place of an earlier one; who was present is kept with it."""
        given = tuple(
            Assignment(self.tools.new_id(), *(clean(part, multiline=False).strip() for part in each))
            for each in decision.assignments if any(part.strip() for part in each)
        )
        dissents = tuple(
            Dissent(person_id, clean(reason, multiline=False).strip()) for person_id, reason in decision.dissents
        )
        words = clean(decision.wording, multiline=False).strip()
        new = Resolution(
            self.tools.new_id(), item_id, decision.kind, self.now(), "" if words == decision.kind.label else words,
            tuple(entry.id for entry in self.meeting.roster if entry.here), given,
            votes=decision.votes, dissents=dissents,
        )
        if instead_of is not None:
            new = replace(
                new, id=instead_of.id, item_id=instead_of.item_id, at=instead_of.at, present=instead_of.present,
                revision=instead_of.revision + 1,
            )
        self._act("resolve", self.meeting.with_entry(new))
        return new

    def resolutions_of(self, item_id: str) -> tuple[Resolution, ...]:
        """Return the resolutions of an item in order."""
        return tuple(entry for entry in self.meeting.entries_of(item_id) if isinstance(entry, Resolution))

    def take_out(self, entry_id: str) -> None:
        """Take an entry out of the record; the history keeps it."""
        self._act("take out", self.meeting.without_entry(entry_id))

    def add_sub_item(self, item_id: str, title: str) -> AgendaItem:
        """Add a sub-item below an item, or beside a sub-item; return it. Raises BadText for an empty title."""
        words = clean(title, multiline=False).strip()
        if not words:
            raise BadText("ยังไม่ได้พิมพ์ชื่อวาระย่อย", "พิมพ์ชื่อวาระย่อยสั้น ๆ")
        here = self.item(item_id)
        parent = self.item(here.parent_id) if here.parent_id else here
        item = AgendaItem(self.tools.new_id(), parent.kind, words, parent.id)
        self._act("add item", self.meeting.with_sub_item(item))
        return item

    def put_back(self, entry: Entry) -> None:
        """Put an earlier version of an entry, or one that was taken out, back into the record.

        Raises RuleBroken for a second OIT table, and what writing down raises.
        """
        self._act("put back", entries.put_back(self.meeting, entry), entry.id)

    # --- putting in order -------------------------------------------------------------------------------

    def move(self, entry_id: str, *, upwards: bool) -> None:
        """Move an entry one place up or down, on into the neighbouring item; its time goes with it."""
        self._act("move", entries.moved_by_one(self.meeting, entry_id, upwards=upwards))

    def reorder(self, resolution_id: str, *, upwards: bool) -> None:
        """Move a resolution past its neighbour among the resolutions of its item; raise RuleBroken at the edge."""
        self._act("move", entries.moved_among_resolutions(self.meeting, resolution_id, upwards=upwards))

    def move_to(self, entry_id: str, item_id: str) -> None:
        """Move an entry to the end of another item."""
        self._act("move", entries.moved_to(self.meeting, entry_id, item_id))

    def split(self, place: Place, kept: str, rest: str, speaker: Speaker) -> str:
        """Let another statement begin in the middle of one; return its id. Raises RuleBroken for an empty part."""
        new = Statement(self.tools.new_id(), place.item_id, speaker, blocks_of(clean(rest)), self.now())
        after = entries.split(self.meeting, place.statement_id, blocks_of(clean(kept)), new)
        self._act("split", after, clears=place.statement_id)
        return new.id

    def join(self, statement_id: str) -> str:
        """Join a statement to the one right before it; return that one's id."""
        after, first_id = entries.joined(self.meeting, statement_id)
        self._act("join", after, clears=statement_id)
        return first_id

    def present_oit(self, item_id: str, speaker: Speaker, before: Standing) -> tuple[Presented, str]:
        """Put the OIT table and a sentence with its counts where they belong, once an item was settled.

        `item_id` and `speaker` are where she goes on; `before` is how the items stood when she went to them. Returns
        what was done and the id of the item where the record now tells of them; raises ExportError.
        """
        nothing_settled = self.meeting.oit is None or len(self.oit.untouched()) == len(self.oit.follow_up.entries)
        item_id, speaker = standing.place_for(self.meeting, item_id, speaker)
        if nothing_settled and not self.meeting.presented():
            return Presented.NOTHING, item_id
        place = Statement(self.tools.new_id(), item_id, speaker, (), self.now())
        after, done = standing.presented(self.meeting, self.oit.rows(), place, before)
        if after is not self.meeting:
            self._act("present", after)
        return done, item_id

    def put_back_meeting(self, meeting: Meeting, verb: str) -> None:
        """Put the meeting back to an earlier wording.

        Raises MeetingClosed after signing, RuleBroken where times would no longer follow each other.
        """
        if self.meeting.state is not MeetingState.PLANNED:
            self.meeting.check_editable()
        was = meeting.head  # state and seal are not wording
        head = replace(self.meeting.head, on=was.on, number=was.number, year=was.year)
        back = replace(meeting, head=head)  # pauses and the end are not taken back: they go with a day put right
        after = attendance.events_on_its_day(back)
        if (after.events, after.roster) != (self.meeting.events, self.meeting.roster):
            attendance.check_times(after.events, after.roster)
        self._act(verb, after)

    # --- keeping ----------------------------------------------------------------------------------------

    def _act(self, verb: str, after: Meeting, clears: str = "") -> None:
        self._keeper.keep(Change(verb, after.head.id, after, clears=clears))
        self.meeting = after
        self._noted.discard(clears)

    def _forget(self, statement_id: str) -> None:
        if statement_id in self._noted:
            self._noted.discard(statement_id)
            self._keeper.keep(Change("forget", self.meeting.head.id, clears=statement_id))

    def _statement(self, statement_id: str) -> Statement | None:
        for entry in self.meeting.entries:
            if entry.id == statement_id and isinstance(entry, Statement):
                return entry
        return None
