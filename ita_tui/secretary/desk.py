"""One meeting under the secretary's hands: every act of a meeting, applied to the facts and given to be kept.

A desk knows no screen and no file. It holds the meeting as it stands, changes it by the rules of the domain,
and hands each change to its keeper, which stores it and tells when it is safe.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Protocol

from ita_tui.domain.agenda import AgendaItem, Numbered, item_of, numbered, stops
from ita_tui.domain.body import Body
from ita_tui.domain.committee import Committee
from ita_tui.domain.meeting import Meeting, MeetingState, OitList
from ita_tui.domain.oit import Catalogue, FollowUp, OitRow, Status, rows_of
from ita_tui.domain.record import (
    SECRETARIAT,
    Assignment,
    OitTable,
    Resolution,
    ResolutionKind,
    Speaker,
    SpeakerKind,
    Statement,
    blocks_of,
    person,
)
from ita_tui.domain.results import YearRecord
from ita_tui.domain.roster import RosterEntry, entry_of, roster_of
from ita_tui.errors import NotFound, RuleBroken
from ita_tui.thai.text import clean


@dataclass(frozen=True, slots=True)
class Change:
    """One act: what it is called, and the records it changed, as they are now."""

    verb: str
    """A short English word for the history, e.g. say, resolve, mark."""
    meeting_id: str
    meeting: Meeting | None = None
    """The meeting as it is now."""
    year: YearRecord | None = None
    """The year as it is now."""
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


class MeetingDesk:
    """A meeting and the follow-up list it settles, as they stand now."""

    def __init__(
        self, meeting: Meeting, body: Body, catalogue: Catalogue | None, years: dict[int, YearRecord], *,
        keeper: Keeper, tools: Tools,
    ) -> None:
        self.meeting = meeting
        self.body = body
        self._catalogue = catalogue
        self.tools = tools
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
        return stops(self.meeting.agenda)

    def item(self, item_id: str) -> AgendaItem:
        """Return an agenda item; raise NotFound."""
        return item_of(self.meeting.agenda, item_id)

    def roster(self) -> tuple[RosterEntry, ...]:
        """Return the roster of the day, or the one the order in force would give before the opening."""
        return self.meeting.roster or roster_of(self.committee)

    def chair(self) -> Speaker:
        """Return who presides, as a speaker."""
        return person(self.meeting.presiding_id) if self.meeting.presiding_id else SECRETARIAT

    def speaker_lines(self, speaker: Speaker) -> tuple[str, str]:
        """Return how a speaker is called and the role below it; the role may be empty."""
        if speaker.kind is SpeakerKind.ROOM:
            return "ที่ประชุม", ""
        if speaker.kind is SpeakerKind.SECRETARIAT:
            return "ฝ่ายเลขานุการ", ""
        entry = entry_of(self.roster(), speaker.person_id)
        return entry.title, entry.role.label

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue whose items this meeting settles; raise RuleBroken where it settles none."""
        self._oit()
        if self._catalogue is None:
            raise NotFound("ไม่พบบัญชีรายการ OIT ของการประชุมนี้", "นำเข้าบัญชีรายการของปีนั้นก่อน")
        return self._catalogue

    @property
    def follow_up(self) -> FollowUp:
        """Return the follow-up list this meeting settles; raise NotFound where there is none."""
        oit = self._oit()
        for follow_up in self._years[oit.follow_up_year].follow_ups:
            if follow_up.catalogue_year == oit.catalogue_year:
                return follow_up
        raise NotFound(f"ยังไม่มีรายการติดตาม OIT ปี {oit.follow_up_year}", "สร้างรายการติดตามก่อน")

    def oit_rows(self) -> tuple[OitRow, ...]:
        """Return the OIT table: as it stands now, or as it froze when the meeting adjourned."""
        if self.meeting.oit is None:
            return ()
        if self.meeting.oit_rows:
            return self.meeting.oit_rows
        results = self._years[self.meeting.oit.score_year].results
        scores = {item.code: results.printed(item.code) for item in self.catalogue.items} if results else {}
        divisions = {division.id: division.name for division in self.body.divisions}
        return rows_of(self.catalogue, self.follow_up, scores=scores, divisions=divisions)

    def settled_here(self, code: str) -> bool:
        """Tell whether this meeting settled the item."""
        return any(change.meeting_id == self.meeting.head.id for change in self.follow_up.entry(code).history)

    def untouched(self) -> tuple[str, ...]:
        """Return the codes this meeting has not settled."""
        if self.meeting.oit is None:
            return ()
        return tuple(entry.code for entry in self.follow_up.entries if not self.settled_here(entry.code))

    def _oit(self) -> OitList:
        if self.meeting.oit is None:
            raise RuleBroken("การประชุมนี้ไม่มีรายการติดตาม OIT", "กำหนดปีที่ติดตามในหน้าเตรียมประชุม")
        return self.meeting.oit

    def now(self) -> datetime:
        """Return the clock's time on the day of the meeting: minutes are written in the meeting's own time."""
        return datetime.combine(self.meeting.head.on, self.tools.now().time())

    # --- opening and closing ----------------------------------------------------------------------------

    def open(
        self, roster: tuple[RosterEntry, ...], at: datetime, *, presiding_id: str, go_on_because: str = ""
    ) -> None:
        """Open the meeting; raise QuorumNotMet without a quorum and a reason."""
        reason = clean(go_on_because, multiline=False)
        self._act("open", self.meeting.opened(at, roster, presiding_id=presiding_id, go_on_because=reason))

    def pause(self) -> None:
        """Pause the meeting."""
        self._act("pause", self.meeting.paused(self.now()))

    def resume(self) -> None:
        """Go on after a pause."""
        self._act("resume", self.meeting.resumed(self.now()))

    def adjourn(self, at: time) -> None:
        """Adjourn the meeting at a time of its day; its OIT rows freeze as they stand."""
        self._act("adjourn", self.meeting.adjourned(datetime.combine(self.meeting.head.on, at), self.oit_rows()))

    def check_may_adjourn(self, at: time) -> None:
        """Raise RuleBroken for a time at which the meeting cannot have adjourned."""
        self.meeting.adjourned(datetime.combine(self.meeting.head.on, at), ())

    def correct(
        self, roster: tuple[RosterEntry, ...], *, presiding_id: str, opened: datetime, adjourned: datetime | None,
        go_on_because: str = "",
    ) -> None:
        """Put right who came and when; raise RuleBroken, or MeetingClosed after signing."""
        reason = clean(go_on_because, multiline=False)
        after = self.meeting.corrected(
            roster, presiding_id=presiding_id, opened=opened, adjourned=adjourned, go_on_because=reason
        )
        self._act("correct", after)

    def seal(self, seal: str) -> None:
        """Keep the seal of what was printed for signing."""
        self._act("seal", self.meeting.sealed(seal))

    def sign(self, seal_now: str) -> None:
        """Record that the printed minutes were signed; raise RuleBroken unless the seal is valid."""
        self._act("sign", self.meeting.signed(self._after_all(), seal_now))

    def check_may_sign(self, seal_now: str) -> None:
        """Raise RuleBroken unless the seal of what was printed is the seal of what stands now."""
        self.meeting.signed(self._after_all(), seal_now)

    def check_may_reopen(self) -> None:
        """Raise RuleBroken unless the minutes were signed."""
        self.meeting.reopened(self._after_all(), "-")

    def reopen(self, reason: str) -> None:
        """Open signed minutes for correction; raise BadText without a reason, RuleBroken unless they were signed."""
        self._act("reopen", self.meeting.reopened(self._after_all(), clean(reason, multiline=False)))

    def _after_all(self) -> datetime:
        return max((self.tools.now(), *(event.at for event in self.meeting.events)))

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
        known = {SpeakerKind.PERSON: {entry.id for entry in self.roster()}}.get(place.speaker.kind, {""})
        return place.speaker.person_id in known and place.item_id in {item.id for _, item in self.stops}

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

    def resolve(
        self, item_id: str, kind: ResolutionKind, wording: str = "",
        assignments: tuple[tuple[str, str, str], ...] = (), instead_of: Resolution | None = None,
    ) -> Resolution:
        """Record a resolution, or put it in the place of an earlier one; assignments are (who, what, by when)."""
        given = tuple(
            Assignment(self.tools.new_id(), *(clean(part, multiline=False).strip() for part in each))
            for each in assignments if any(part.strip() for part in each)
        )
        present = tuple(entry.id for entry in self.meeting.roster if entry.present)
        words = clean(wording, multiline=False).strip()
        words = "" if words == kind.label else words
        if instead_of is None:
            resolution = Resolution(self.tools.new_id(), item_id, kind, self.now(), words, present, given)
        else:
            resolution = replace(
                instead_of, kind=kind, wording=words, assignments=given, revision=instead_of.revision + 1
            )
        self._act("resolve", self.meeting.with_entry(resolution))
        return resolution

    def resolutions_of(self, item_id: str) -> tuple[Resolution, ...]:
        """Return the resolutions of an item in order."""
        return tuple(entry for entry in self.meeting.entries_of(item_id) if isinstance(entry, Resolution))

    def take_out(self, entry_id: str) -> None:
        """Take an entry out of the record; the history keeps it."""
        self._act("take out", self.meeting.without_entry(entry_id))

    def present_oit(self, item_id: str, speaker: Speaker) -> bool:
        """Put the OIT table at an item where it does not stand yet, once an item was settled; return whether it was."""
        settled = self.meeting.oit is not None and len(self.untouched()) < len(self.follow_up.entries)
        if self.meeting.oit is None or not settled or self.meeting.presented(item_id):
            return False
        table = OitTable(self.meeting.oit.follow_up_year, self.meeting.oit.catalogue_year)
        statement = Statement(self.tools.new_id(), item_id, speaker, (table,), self.now())
        self._act("present", self.meeting.with_entry(statement))
        return True

    def add_sub_item(self, parent_id: str, title: str) -> AgendaItem:
        """Add a sub-item below an item; raise RuleBroken below a sub-item."""
        parent = self.item(parent_id)
        item = AgendaItem(self.tools.new_id(), parent.kind, clean(title, multiline=False).strip(), parent.id)
        self._act("add item", self.meeting.with_sub_item(item))
        return item

    # --- OIT --------------------------------------------------------------------------------------------

    def mark(self, code: str, status: Status) -> None:
        """Settle one item; raise RuleBroken once the meeting has adjourned (its rows are frozen)."""
        self._mark({code: status})

    def as_reported(self, code: str) -> None:
        """Settle an item as the division reported it, or as it stands where it did not report.

        Raises RuleBroken for an item that has no status to confirm.
        """
        entry = self.follow_up.entry(code)
        status = entry.reported or entry.status
        if status is Status.UNSET:
            raise RuleBroken(f"ข้อ {code} ยังไม่มีรายงานสถานะ จึงยืนยันตามที่รายงานไม่ได้", "กดเลข 1 ถึง 6 เพื่อระบุสถานะ")
        self._mark({code: status})

    def rest_of_group(self, code: str) -> int:
        """Settle the untouched items of this item's group as reported; return how many.

        An item that nobody ever reported stays untouched: a status is never made up.
        """
        group = self.catalogue.item(code).group
        codes = {item.code for item in self.catalogue.of_group(group)} & set(self.untouched())
        entries = [entry for entry in self.follow_up.entries if entry.code in codes]
        known = {entry.code: entry.reported or entry.status for entry in entries}
        self._mark({each: status for each, status in known.items() if status is not Status.UNSET})
        return sum(status is not Status.UNSET for status in known.values())

    def annotate(self, code: str, **fields: str) -> None:
        """Change note, due or division_id of an item; nothing else is a note."""
        cleaned = {name: clean(text, multiline=False).strip() for name, text in fields.items()}
        entry = replace(self.follow_up.entry(code), **cleaned)  # type: ignore[arg-type]
        self._keep_list(self.follow_up.with_entry(entry), "annotate")

    def put_back_meeting(self, meeting: Meeting, verb: str) -> None:
        """Put the meeting back to an earlier wording; raise MeetingClosed after signing."""
        self.meeting.check_editable()
        self._act(verb, replace(meeting, head=self.meeting.head))

    def put_back_year(self, year: YearRecord, verb: str) -> None:
        """Put the follow-up list back; raise RuleBroken once the rows are frozen."""
        self._check_markable()
        self._keeper.keep(Change(verb, self.meeting.head.id, year=year))
        self._years[year.year] = year

    def _check_markable(self) -> None:
        if self.meeting.oit_rows or self.meeting.state is MeetingState.FINAL:
            raise RuleBroken("เลิกประชุมแล้ว ตาราง OIT ของการประชุมนี้เปลี่ยนไม่ได้", "แก้ไขได้ในการประชุมครั้งต่อไป")
        if self.meeting.state is MeetingState.PLANNED:
            raise RuleBroken("ยังไม่ได้เปิดประชุม", "กด F9 เพื่อเปิดประชุม")

    def _mark(self, statuses: dict[str, Status]) -> None:
        self._check_markable()
        follow_up = self.follow_up
        for code, status in statuses.items():
            follow_up = follow_up.settled(
                code, status, at=self.tools.stamp(), meeting_id=self.meeting.head.id
            )
        if statuses:
            self._keep_list(follow_up, "mark")

    def _keep_list(self, follow_up: FollowUp, verb: str) -> None:
        year = follow_up.follow_up_year
        before = self._years[year]
        lists = tuple(
            follow_up if each.catalogue_year == follow_up.catalogue_year else each for each in before.follow_ups
        )
        after = replace(before, follow_ups=lists)
        self._keeper.keep(Change(verb, self.meeting.head.id, year=after))
        self._years[year] = after

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
