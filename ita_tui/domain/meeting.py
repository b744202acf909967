"""A meeting with all that is known of it, and what is written down in it. Times are naive local time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from ita_tui.domain.agenda import (
    AgendaItem,
    AgendaKind,
    Numbered,
    item_of,
    nothing_to_approve,
    numbered,
    stops,
    with_sub_item,
)
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.oit import OitRow
from ita_tui.domain.record import Entry, Speaker, SpeakerKind, Statement
from ita_tui.domain.resolutions import Resolution
from ita_tui.domain.roster import (
    HALF,
    Quorum,
    QuorumRule,
    RosterEntry,
    entry_of,
    quorum_of,
)
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, NotFound, RuleBroken
from ita_tui.thai.dates import be_year


class MeetingClosed(RuleBroken):
    """The meeting is signed: nothing in it may change."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement written before the meeting; it waits at its agenda item."""

    id: str
    item_id: str
    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class OitList:
    """Which follow-up list a meeting settles, and which results stand beside it."""

    follow_up_year: BEYear
    catalogue_year: BEYear
    score_year: BEYear


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting with all that was written down in it.

    Its roster is empty until it opens. Then who belongs to it is frozen; who comes, goes or joins as a guest is told
    by its entries.
    """

    head: MeetingHead
    planned_time: time
    place: str
    agenda: tuple[AgendaItem, ...]
    oit: OitList | None = None
    prepared: tuple[Prepared, ...] = ()
    roster: tuple[RosterEntry, ...] = ()
    presiding_id: str = ""
    """Who presided when it opened."""
    recorder_id: str = ""
    reviewer_id: str = ""
    quorum_rule: QuorumRule = HALF
    """The rule of the committee as it was when the meeting opened."""
    quorum_reason: str = ""
    """Why the meeting went on without a quorum; prints."""
    events: tuple[Event, ...] = ()
    entries: tuple[Entry, ...] = ()
    oit_rows: tuple[OitRow, ...] = ()
    """The OIT table as it stood when the meeting adjourned; empty before."""

    # --- what it is -------------------------------------------------------------------------------------

    @property
    def state(self) -> MeetingState:
        """Return where the meeting is in its life."""
        return self.head.state

    @property
    def quorum(self) -> Quorum:
        """Return the quorum of the roster as it stands."""
        return quorum_of(self.roster, self.quorum_rule)

    def quorum_at(self, at: datetime) -> Quorum:
        """Return the quorum as it was at a time of the meeting."""
        return quorum_of(self.roster, self.quorum_rule, at)

    @property
    def presides_now(self) -> str:
        """Return the roster id of who presides as things stand."""
        changed = (event.person_id for event in reversed(self.events) if event.kind is EventKind.CHAIR_CHANGED)
        return next(changed, self.presiding_id)

    def presided_at(self, at: datetime) -> str:
        """Return the roster id of who presided at a time of the meeting."""
        changed = [each for each in self.events if each.kind is EventKind.CHAIR_CHANGED and each.at <= at]
        return changed[-1].person_id if changed else self.presiding_id

    @property
    def stops(self) -> tuple[Numbered, ...]:
        """Return the items the meeting walks through; one with sub-items only while it holds words."""
        held = {entry.item_id for entry in (*self.entries, *self.prepared)}
        walked = {item.id for _, item in stops(self.agenda)} | held
        return tuple(row for row in numbered(self.agenda) if row[1].id in walked)

    @property
    def opened_at(self) -> datetime | None:
        """Return when it was opened; None before."""
        return self._last(EventKind.OPENED)

    @property
    def adjourned_at(self) -> datetime | None:
        """Return when it was adjourned; None before."""
        return self._last(EventKind.ADJOURNED)

    def _last(self, kind: EventKind) -> datetime | None:
        return next((event.at for event in reversed(self.events) if event.kind is kind), None)

    def entries_of(self, item_id: str) -> tuple[Entry, ...]:
        """Return what was written down under an item, in order."""
        return tuple(entry for entry in self.entries if entry.item_id == item_id)

    def entry(self, entry_id: str) -> Entry:
        """Return the entry of that id; raise NotFound."""
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        raise NotFound("ไม่พบข้อความนี้ในบันทึกการประชุม", "ข้อความอาจถูกนำออกแล้ว")

    # --- what is written down ---------------------------------------------------------------------------

    def check_editable(self) -> None:
        """Raise MeetingClosed after signing, RuleBroken before the opening."""
        if self.state is MeetingState.FINAL:
            raise MeetingClosed("รายงานการประชุมลงนามแล้ว แก้ไขไม่ได้", "เปิดแก้ไขย้อนหลังพร้อมเหตุผลก่อน")
        if self.state is MeetingState.PLANNED:
            raise RuleBroken("ยังไม่ได้เปิดประชุม", "กด F9 เพื่อเปิดประชุม")

    def with_entry(self, entry: Entry) -> Meeting:
        """Write down an entry at the end of its item, or put it in the place of the one with its id.

        Raises RuleBroken before the opening, MeetingClosed after signing, NotFound for an item or a speaker
        that the meeting does not know, BadText for a statement or resolution without words.
        """
        self.check_editable()
        item_of(self.agenda, entry.item_id)
        if isinstance(entry, Statement):
            self._check_statement(entry)
        else:
            self.check_resolution(entry)
        if any(old.id == entry.id for old in self.entries):
            return replace(self, entries=tuple(entry if old.id == entry.id else old for old in self.entries))
        return replace(self, entries=(*self.entries, entry))

    def _check_statement(self, statement: Statement) -> None:
        if not statement.blocks:
            raise BadText("คำกล่าวยังไม่มีข้อความ", "พิมพ์ข้อความก่อนบันทึก")
        if statement.speaker.kind is SpeakerKind.PERSON:
            entry_of(self.roster, statement.speaker.person_id)

    def check_resolution(self, resolution: Resolution) -> None:
        """Raise BadText or RuleBroken unless its words, votes and dissents can be those of who was present."""
        if not resolution.text.strip():
            raise BadText("มติยังไม่มีข้อความ", "เลือกมติหรือพิมพ์ข้อความมติ")
        voters = {entry.id for entry in self.roster if entry.counts and entry.id in resolution.present}
        if resolution.votes is not None and resolution.votes.cast > len(voters):
            raise RuleBroken(
                f"คะแนนเสียงรวม {resolution.votes.cast} เสียง แต่มีกรรมการอยู่ในที่ประชุม {len(voters)} คน", "ตรวจสอบคะแนนเสียง"
            )
        self._check_casting(resolution)
        for dissent in resolution.dissents:
            if dissent.person_id not in voters:
                raise RuleBroken("ผู้มีความเห็นแย้งไม่ได้อยู่ในที่ประชุมในฐานะกรรมการ", "เลือกจากกรรมการที่อยู่ในที่ประชุม")
            if not dissent.reason.strip():
                raise BadText("ความเห็นแย้งยังไม่มีเหตุผล", "พิมพ์เหตุผลของผู้มีความเห็นแย้ง")

    def _check_casting(self, resolution: Resolution) -> None:
        votes = resolution.votes
        if votes is None or votes.casting is None:
            return
        if not votes.tied:
            raise RuleBroken("คะแนนเสียงไม่เท่ากัน จึงไม่มีเสียงชี้ขาด", "ตรวจสอบคะแนนเสียง")
        if votes.casting.person_id != self.presided_at(resolution.at):
            raise RuleBroken("ผู้ออกเสียงชี้ขาดไม่ได้ทำหน้าที่ประธานในที่ประชุมขณะลงมติ", "ตรวจสอบเสียงชี้ขาดของประธาน")

    def without_entry(self, entry_id: str) -> Meeting:
        """Take an entry out; its words stay in the history."""
        self.check_editable()
        self.entry(entry_id)
        return replace(self, entries=tuple(entry for entry in self.entries if entry.id != entry_id))

    def with_sub_item(self, item: AgendaItem) -> Meeting:
        """Add a sub-item to the agenda; raise MeetingClosed after signing."""
        if self.state is MeetingState.FINAL:
            self.check_editable()
        return replace(self, agenda=with_sub_item(self.agenda, item))

    def presented(self) -> bool:
        """Tell whether the OIT table already stands in the record."""
        return any(isinstance(entry, Statement) and entry.has_oit_table for entry in self.entries)

    def check_day(self, day: date) -> None:
        """Raise RuleBroken for a day outside the B.E. year of the meeting's number."""
        if be_year(day) != self.head.year:
            raise RuleBroken(
                f"วันที่ประชุมไม่อยู่ในปี {self.head.year} ตามเลขครั้งที่ {self.head.number_text}", "ตรวจสอบวันที่ประชุม"
            )

    def silent(self) -> tuple[AgendaItem, ...]:
        """Return the items the meeting walks through under which nothing was written down."""
        spoken = {entry.item_id for entry in self.entries}
        return tuple(item for _, item in self.stops if item.id not in spoken)

    def undecided(self) -> tuple[AgendaItem, ...]:
        """Return the items that are there to be decided, under which something was said and nothing resolved."""
        decided = (item for item in self.agenda if item.kind in _DECIDED and not nothing_to_approve(self.agenda, item))
        return tuple(item for item in decided if self._awaits_resolution(item))

    def _awaits_resolution(self, item: AgendaItem) -> bool:
        entries = self.entries_of(item.id)
        return bool(entries) and not any(isinstance(entry, Resolution) for entry in entries) and not _only_room(entries)


_DECIDED = (AgendaKind.APPROVE_MINUTES, AgendaKind.FOR_CONSIDERATION)


def _only_room(entries: tuple[Entry, ...]) -> bool:
    return all(isinstance(each, Statement) and each.speaker.kind is SpeakerKind.ROOM for each in entries)
