"""A meeting and its life: planned, live, paused, adjourned, final. Times are naive local time, given by the caller."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

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
from ita_tui.domain.committee import Role
from ita_tui.domain.oit import OitRow
from ita_tui.domain.record import SECRETARIAT, Entry, Resolution, Speaker, SpeakerKind, Statement
from ita_tui.domain.roster import (
    HALF,
    Quorum,
    QuorumRule,
    RosterEntry,
    check_may_preside,
    entry_of,
    quorum_of,
    within_its_minute,
)
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, NotFound, RuleBroken
from ita_tui.thai.dates import be_year, clock


class QuorumNotMet(RuleBroken):
    """Too few counting persons are present to open the meeting."""


class MeetingClosed(RuleBroken):
    """The meeting is signed: nothing in it may change."""


class MeetingState(StrEnum):
    """Where a meeting is in its life."""

    PLANNED = "planned"
    LIVE = "live"
    PAUSED = "paused"
    ADJOURNED = "adjourned"
    FINAL = "final"

    @property
    def label(self) -> str:
        """Return the Thai wording."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    MeetingState.PLANNED: "เตรียมการ",
    MeetingState.LIVE: "กำลังประชุม",
    MeetingState.PAUSED: "พักการประชุม",
    MeetingState.ADJOURNED: "เลิกประชุมแล้ว",
    MeetingState.FINAL: "ลงนามแล้ว",
}


class EventKind(StrEnum):
    """What happened to a meeting as a whole."""

    POSTPONED = "postponed"
    OPENED = "opened"
    PAUSED = "paused"
    RESUMED = "resumed"
    CHAIR_CHANGED = "chair_changed"
    ADJOURNED = "adjourned"
    SIGNED = "signed"
    REOPENED = "reopened"

    @property
    def label(self) -> str:
        """Return the Thai wording."""
        return _EVENT_LABELS[self]


_EVENT_LABELS = {
    EventKind.POSTPONED: "เลื่อนการประชุม",
    EventKind.OPENED: "เปิดประชุม",
    EventKind.PAUSED: "พักการประชุม",
    EventKind.RESUMED: "ประชุมต่อ",
    EventKind.CHAIR_CHANGED: "เปลี่ยนประธานในที่ประชุม",
    EventKind.ADJOURNED: "เลิกประชุม",
    EventKind.SIGNED: "ลงนาม",
    EventKind.REOPENED: "เปิดแก้ไขย้อนหลัง",
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a meeting, with its time and, where one is asked for, a reason."""

    kind: EventKind
    at: datetime
    reason: str = ""
    person_id: str = ""
    """Roster id of who presides from then on; only for a change of the chair."""


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What the register knows of a meeting."""

    id: str
    committee_id: str
    number: int
    """Running number within the B.E. calendar year, from 1."""
    year: BEYear
    state: MeetingState
    on: date
    """The day it is held."""
    seal: str = ""
    """SHA-256 of the facts as printed for signing; empty while never printed for signing."""

    @property
    def number_text(self) -> str:
        """Return number/year in Arabic digits, e.g. 1/2567."""
        return f"{self.number}/{self.year}"


GOING_ON = (MeetingState.LIVE, MeetingState.PAUSED)
"""States of a meeting that is going on; a data folder has at most one such meeting."""


def check_only_one(heads: Iterable[MeetingHead], meeting_id: str) -> None:
    """Raise RuleBroken where a meeting other than this one is going on."""
    for head in heads:
        if head.id != meeting_id and head.state in GOING_ON:
            raise RuleBroken(f"การประชุมครั้งที่ {head.number_text} ยังไม่ได้เลิก", "เลิกประชุมครั้งนั้นก่อน แล้วจึงเปิดครั้งนี้")


def next_number(heads: Iterable[MeetingHead], committee_id: str, year: BEYear) -> int:
    """Return the number of a committee's next meeting in a B.E. calendar year; numbers run from 1."""
    taken = [head.number for head in heads if (head.committee_id, head.year) == (committee_id, year)]
    return max(taken, default=0) + 1


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

    # --- its life ---------------------------------------------------------------------------------------

    def opened(
        self, at: datetime, roster: tuple[RosterEntry, ...], *, presiding_id: str, go_on_because: str = "",
        rule: QuorumRule = HALF,
    ) -> Meeting:
        """Open the meeting with the roster of the day.

        Raises QuorumNotMet without a quorum unless a reason to go on is given, and RuleBroken where it was
        opened before, the day lies outside the year of its number, nobody has a seat, or who presides is not there.
        """
        self._must_be(MeetingState.PLANNED, "เปิดประชุมได้เฉพาะการประชุมที่ยังไม่ได้เปิด")
        self.check_day(at.date())
        check_may_preside(roster, presiding_id)
        quorum = quorum_of(roster, rule)
        if not quorum.met and not go_on_because.strip():
            raise QuorumNotMet(
                f"ยังไม่ครบองค์ประชุม: กรรมการมา {quorum.present} จาก {quorum.total} คน ต้องมีอย่างน้อย {quorum.needed} คน",
                "รอกรรมการ เลื่อนการประชุม หรือบันทึกเหตุผลที่ดำเนินการต่อ",
            )
        reason = "" if quorum.met else go_on_because.strip()
        here = {entry.id for entry in roster}  # the committee may have changed since the meeting was prepared
        return replace(
            self,
            prepared=tuple(_spoken_by(each, here) for each in self.prepared),
            head=replace(self.head, state=MeetingState.LIVE, on=at.date()),
            roster=roster,
            presiding_id=presiding_id,
            quorum_rule=rule,
            quorum_reason=reason,
            recorder_id=self.recorder_id if self.recorder_id in here else _first_present(roster, *_RECORDERS),
            reviewer_id=self.reviewer_id if self.reviewer_id in here else presiding_id,
            events=(*self.events, Event(EventKind.OPENED, at, reason)),
        )

    def paused(self, at: datetime) -> Meeting:
        """Pause the live meeting."""
        self._must_be(MeetingState.LIVE, "พักการประชุมได้เฉพาะขณะกำลังประชุม")
        return self._moved(MeetingState.PAUSED, EventKind.PAUSED, at)

    def resumed(self, at: datetime) -> Meeting:
        """Go on after a pause."""
        self._must_be(MeetingState.PAUSED, "ประชุมต่อได้เฉพาะขณะพักการประชุม")
        return self._moved(MeetingState.LIVE, EventKind.RESUMED, at)

    def adjourned(self, at: datetime, rows: tuple[OitRow, ...]) -> Meeting:
        """Close the meeting and freeze its OIT rows as they stand; raise RuleBroken for a time before the opening."""
        if self.state not in GOING_ON:
            raise RuleBroken("เลิกประชุมได้เฉพาะการประชุมที่เปิดแล้ว", "เปิดประชุมก่อน")
        return replace(self._moved(MeetingState.ADJOURNED, EventKind.ADJOURNED, at), oit_rows=rows)

    def sealed(self, seal: str) -> Meeting:
        """Keep the seal of the facts as they were printed for signing."""
        self._must_be(MeetingState.ADJOURNED, "พิมพ์เพื่อลงนามได้เมื่อเลิกประชุมแล้วและยังไม่ได้ลงนาม")
        return replace(self, head=replace(self.head, seal=seal))

    def signed(self, at: datetime, seal_now: str) -> Meeting:
        """Make the meeting final; raise RuleBroken unless what was printed for signing is what stands now."""
        self._must_be(MeetingState.ADJOURNED, "ลงนามได้เมื่อเลิกประชุมแล้วและยังไม่ได้ลงนาม")
        if not self.head.seal:
            raise RuleBroken("ยังไม่ได้พิมพ์รายงานเพื่อลงนาม", "พิมพ์เพื่อลงนามก่อน แล้วจึงบันทึกว่าลงนามแล้ว")
        if self.head.seal != seal_now:
            raise RuleBroken(
                "รายงานถูกแก้ไขหลังพิมพ์เพื่อลงนาม ฉบับที่พิมพ์จึงไม่ตรงกับข้อมูล", "พิมพ์เพื่อลงนามใหม่อีกครั้ง"
            )
        return self._moved(MeetingState.FINAL, EventKind.SIGNED, at)

    def reopened(self, at: datetime, reason: str) -> Meeting:
        """Open a signed meeting for correction, with a reason; its number stays."""
        self._must_be(MeetingState.FINAL, "แก้ไขย้อนหลังได้เฉพาะการประชุมที่ลงนามแล้ว")
        if not reason.strip():
            raise BadText("ยังไม่ได้ระบุเหตุผลที่แก้ไขย้อนหลัง", "พิมพ์เหตุผลสั้น ๆ")
        moved = self._moved(MeetingState.ADJOURNED, EventKind.REOPENED, at, reason.strip())
        return replace(moved, head=replace(moved.head, seal=""))

    def _must_be(self, state: MeetingState, message: str) -> None:
        if self.state is not state:
            raise RuleBroken(message, f"การประชุมครั้งที่ {self.head.number_text} อยู่ในสถานะ{self.state.label}")

    def _moved(self, state: MeetingState, kind: EventKind, at: datetime, reason: str = "") -> Meeting:
        if self.events:
            last = self.events[-1]
            at = within_its_minute(at, last.at)
            if at < last.at:
                raise RuleBroken(
                    f"เวลา {clock(at.time())} อยู่ก่อน{last.kind.label}เวลา {clock(last.at.time())}", "ตรวจสอบเวลาที่กรอก"
                )
        return replace(
            self, head=replace(self.head, state=state), events=(*self.events, Event(kind, at, reason))
        )

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
_RECORDERS = (Role.ASSISTANT, Role.MEMBER_ASSISTANT, Role.MEMBER_SECRETARY)


def _only_room(entries: tuple[Entry, ...]) -> bool:
    return all(isinstance(each, Statement) and each.speaker.kind is SpeakerKind.ROOM for each in entries)


def _spoken_by(prepared: Prepared, here: set[str]) -> Prepared:
    """Return what was prepared, as the secretariat's where whom it was prepared for has left the committee."""
    speaker = prepared.speaker
    gone = speaker.kind is SpeakerKind.PERSON and speaker.person_id not in here
    return replace(prepared, speaker=SECRETARIAT) if gone else prepared


def _first_present(roster: tuple[RosterEntry, ...], *roles: Role) -> str:
    for role in roles:
        for entry in roster:
            if entry.present and role in entry.roles:
                return entry.id
    return ""
