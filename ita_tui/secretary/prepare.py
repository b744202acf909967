"""Making the next meeting, and preparing one until it is opened: day, agenda, words to be said, OIT items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from ita_tui.domain import agenda as items
from ita_tui.domain.agenda import AgendaForm, AgendaItem, AgendaKind, EarlierMeeting
from ita_tui.domain.meeting import (
    Event,
    EventKind,
    Meeting,
    MeetingHead,
    MeetingState,
    OitList,
    Prepared,
    next_number,
)
from ita_tui.domain.oit import follow_up_of
from ita_tui.domain.record import SECRETARIAT, Resolution, Speaker, person
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.desk import MeetingDesk
from ita_tui.secretary.keeping import Change, Place
from ita_tui.secretary.office import Office
from ita_tui.thai.dates import be_year, fiscal_year, long_date, parse_date
from ita_tui.thai.digits import arabic_digits, thai_digits
from ita_tui.thai.text import clean, require

_NOTICE = timedelta(days=7)
"""How long before a meeting its notice usually goes out."""


# --- the next meeting ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Plan:
    """What is settled when a meeting is made."""

    on: date
    at: time
    place: str
    form: AgendaForm
    approves: EarlierMeeting | None
    """Whose minutes it approves; None where there was no meeting before."""


def proposed_plan(office: Office, committee_id: str) -> Plan:
    """Return a plan for a committee's next meeting: a working day a week ahead, all else as usual."""
    settings = office.body.settings
    day = office.tools.now().date() + _NOTICE
    day += timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])
    before = last_meeting(office.heads(), committee_id)
    return Plan(day, settings.at, settings.place, settings.form, _earlier(before) if before else None)


def last_meeting(heads: Iterable[MeetingHead], committee_id: str) -> MeetingHead | None:
    """Return a committee's newest meeting; None where it never met."""
    own = [head for head in heads if head.committee_id == committee_id]
    return max(own, key=lambda head: (head.year, head.number), default=None)


def _earlier(head: MeetingHead) -> EarlierMeeting:
    return EarlierMeeting(head.number, head.year, head.on)


def plan_meeting(office: Office, committee_id: str, plan: Plan) -> MeetingDesk:
    """Make a committee's next meeting of the year of its day, and return its desk.

    It follows the year's OIT items, which get a list where there is none yet. Raises RuleBroken in a window that
    only reads.
    """
    new_id = office.tools.new_id
    year = BEYear(be_year(plan.on))
    number = next_number(office.heads(), committee_id, year)
    head = MeetingHead(new_id(), committee_id, number, year, MeetingState.PLANNED, plan.on)
    oit = proposed_list(office, plan.on)
    agenda = tuple(
        replace(item, approves=plan.approves) if item.kind is AgendaKind.APPROVE_MINUTES else item
        for item in items.agenda_in(plan.form, new_id)
    )
    for kind, title in _sub_items(office, committee_id, oit):
        (parent,) = [item for item in agenda if item.kind is kind and not item.parent_id]
        agenda = items.with_item(agenda, AgendaItem(new_id(), kind, title, parent.id))
    meeting = Meeting(head, plan.at, clean(plan.place, multiline=False).strip(), agenda, oit)
    office.keep(Change("plan", head.id, meeting, list_added(office, oit)))
    return office.desk(head.id)


def _sub_items(office: Office, committee_id: str, oit: OitList) -> Iterable[tuple[AgendaKind, str]]:
    before = last_meeting(office.heads(), committee_id)
    if before is not None and before.state is not MeetingState.PLANNED:
        entries = office.desk(before.id).meeting.entries
        if any(isinstance(entry, Resolution) and entry.assignments for entry in entries):
            yield AgendaKind.MATTERS_ARISING, thai_digits(f"งานที่มอบหมายจากการประชุมครั้งที่ {before.number_text}")
    yield AgendaKind.FOR_CONSIDERATION, oit_title(oit)


def oit_title(oit: OitList) -> str:
    """Return the title of the sub-item under which the OIT items are settled."""
    return thai_digits(f"ติดตามผลการดำเนินงาน OIT ปี {oit.follow_up_year}")


# --- which OIT items it follows -----------------------------------------------------------------------------


def proposed_list(office: Office, day: date) -> OitList:
    """Return the list a meeting of that day follows: its fiscal year's own, else the newest catalogue known."""
    year = BEYear(fiscal_year(day))
    lists = office.year(year).follow_ups
    known = office.catalogue_years()
    catalogue = lists[-1].catalogue_year if lists else max((each for each in known if each <= year), default=known[-1])
    return OitList(year, catalogue, BEYear(year - 1))


def list_note(oit: OitList) -> str:
    """Return what must be said of a list whose catalogue is of another year; empty for one of the same year."""
    if oit.catalogue_year == oit.follow_up_year:
        return ""
    return thai_digits(f"ยังไม่มีบัญชีรายการ OIT ปี {oit.follow_up_year} ในโปรแกรม จึงใช้บัญชีรายการปี {oit.catalogue_year}")


def list_added(office: Office, oit: OitList) -> YearRecord | None:
    """Return the year with a new follow-up list for these items; None where it has one."""
    record = office.year(oit.follow_up_year)
    if any(each.catalogue_year == oit.catalogue_year for each in record.follow_ups):
        return None
    added = follow_up_of(office.catalogue(oit.catalogue_year), oit.follow_up_year)
    return replace(record, follow_ups=(*record.follow_ups, added))


# --- a predecessor held outside the program -----------------------------------------------------------------


def read_earlier(number: str, day: str) -> EarlierMeeting | None:
    """Read a meeting held before by its number (๓/๒๕๖๘) and day; None where both are empty. Raises BadText."""
    head, slash, year = arabic_digits(clean(number, multiline=False)).replace(" ", "").partition("/")
    if not head and not day.strip():
        return None
    if not slash or not head.isdecimal() or not year.isdecimal() or not (int(head) and 2400 <= int(year) <= 2700):
        raise BadText(f"อ่านครั้งที่ “{number.strip()[:40]}” ไม่ได้", "พิมพ์ได้ เช่น ๓/๒๕๖๘ หรือเว้นว่างหากไม่เคยประชุม")
    return EarlierMeeting(int(head), BEYear(int(year)), parse_date(day))


# --- preparing ----------------------------------------------------------------------------------------------


class Preparation:
    """Acts on one meeting that was not opened yet; each can be taken back. Every act raises RuleBroken afterwards."""

    def __init__(self, office: Office, desk: MeetingDesk) -> None:
        self._office = office
        self.desk = desk

    @property
    def meeting(self) -> Meeting:
        """Return the meeting as it stands."""
        return self.desk.meeting

    # the agenda

    def rename(self, item_id: str, title: str) -> None:
        """Change an item's title; raise BadText for an empty one."""
        self._keep_agenda(items.renamed(self.meeting.agenda, item_id, require(title, "ชื่อวาระ")))

    def add_item(self, title: str, after_id: str, kind: AgendaKind = AgendaKind.FOR_CONSIDERATION) -> str:
        """Add an item of its own after another; return its id. Raises BadText for an empty title."""
        item = AgendaItem(self.desk.tools.new_id(), kind, require(title, "ชื่อวาระ"))
        self._keep_agenda(items.with_item(self.meeting.agenda, item, after_id))
        return item.id

    def add_sub_item(self, title: str, at_id: str) -> str:
        """Add a sub-item below an item, or after a sub-item; return its id. Raises BadText for an empty title."""
        at = self.desk.item(at_id)
        item = AgendaItem(
            self.desk.tools.new_id(), at.kind, require(title, "ชื่อวาระ"), at.parent_id or at.id
        )
        self._keep_agenda(items.with_item(self.meeting.agenda, item, at.id if at.parent_id else ""))
        return item.id

    def remove(self, item_id: str) -> None:
        """Take an item out with its sub-items and what was prepared for them."""
        agenda = items.without_item(self.meeting.agenda, item_id)
        kept = {item.id for item in agenda}
        prepared = tuple(each for each in self.meeting.prepared if each.item_id in kept)
        self.desk.prepare("agenda", replace(self.meeting, agenda=agenda, prepared=prepared))

    def move(self, item_id: str, step: int) -> None:
        """Move an item up (-1) or down (1) among those of its level."""
        self._keep_agenda(items.moved(self.meeting.agenda, item_id, step))

    def change_form(self, form: AgendaForm) -> None:
        """Change between the five- and the six-item form; raise RuleBroken where sub-items would go."""
        self._keep_agenda(items.in_form(self.meeting.agenda, form, self.desk.tools.new_id))

    def approve(self, earlier: EarlierMeeting | None) -> None:
        """Say whose minutes are put up for approval."""
        agenda = tuple(
            replace(item, approves=earlier) if item.kind is AgendaKind.APPROVE_MINUTES and not item.parent_id else item
            for item in self.meeting.agenda
        )
        self._keep_agenda(agenda)

    def _keep_agenda(self, agenda: tuple[AgendaItem, ...]) -> None:
        if agenda != self.meeting.agenda:
            self.desk.prepare("agenda", replace(self.meeting, agenda=agenda))

    # when and where

    def schedule(self, on: date, at: time, place: str, postponed_because: str = "") -> None:
        """Change day, time and place; a reason makes it a postponement, which the meeting remembers.

        In another calendar year it takes that year's next number.
        """
        head = replace(self.meeting.head, on=on)
        if be_year(on) != head.year:
            year = BEYear(be_year(on))
            head = replace(head, year=year, number=next_number(self._office.heads(), head.committee_id, year))
        events = self.meeting.events
        reason = clean(postponed_because, multiline=False).strip()
        if reason and on != self.meeting.head.on:
            told = f"เลื่อนจากวันที่ {long_date(self.meeting.head.on)} {reason}"
            events = (*events, Event(EventKind.POSTPONED, self.desk.tools.now(), told))
        place = clean(place, multiline=False).strip()
        after = replace(self.meeting, head=head, planned_time=at, place=place, events=events)
        if after != self.meeting:
            self.desk.prepare("schedule", after)

    # what will be said

    def prepared_for(self, item_id: str) -> tuple[Prepared, ...]:
        """Return what is prepared for an item."""
        return tuple(each for each in self.meeting.prepared if each.item_id == item_id)

    def new_id(self) -> str:
        """Return an id for a statement about to be prepared."""
        return self.desk.tools.new_id()

    def speakers(self, item_id: str) -> tuple[Speaker, ...]:
        """Return who may be given words at an item, the likely one first: the chair, or the secretariat's reader."""
        roster = sorted(self.desk.roster(), key=lambda entry: entry.rank)
        if self.desk.item(item_id).kind not in (AgendaKind.CHAIR_INFORMS, AgendaKind.OTHER):
            roster.reverse()
        return (*(person(entry.id) for entry in roster), SECRETARIAT)

    def note(self, prepared: Prepared, cursor: tuple[int, int]) -> None:
        """Keep what is being typed, not yet prepared; the cursor is in lines and code points."""
        place = Place(self._drafts, prepared.item_id, prepared.id, prepared.speaker, *cursor)
        self._office.note(place, prepared.text, 0)

    def forget(self, prepared_id: str) -> None:
        """Forget what was being typed, once it was kept or left."""
        self._office.keep(Change("forget", self._drafts, clears=prepared_id))

    def draft(self) -> Prepared | None:
        """Return what was being typed when the program ended; None where nothing was, or its item is gone."""
        place, text = self._office.typed_in(self._drafts)
        if place is None or not text or all(item.id != place.item_id for item in self.meeting.agenda):
            return None
        return Prepared(place.statement_id, place.item_id, place.speaker, text)

    @property
    def _drafts(self) -> str:
        return f"prepare-{self.meeting.head.id}"

    def write(self, item_id: str, speaker: Speaker, text: str, prepared_id: str = "") -> None:
        """Prepare a statement for an item, or change one; empty text takes it out."""
        words = clean(text).strip()
        prepared = tuple(each for each in self.meeting.prepared if each.id != prepared_id or words)
        if any(each.id == prepared_id for each in prepared):
            new = Prepared(prepared_id, item_id, speaker, words)
            prepared = tuple(new if each.id == prepared_id else each for each in prepared)
        elif words:
            prepared = (*prepared, Prepared(prepared_id or self.new_id(), item_id, speaker, words))
        if prepared != self.meeting.prepared:
            self.desk.prepare("prepare", replace(self.meeting, prepared=prepared))

    # who writes, what is followed

    def follow(self, oit: OitList | None) -> None:
        """Settle these OIT items in the meeting, or none."""
        if oit != self.meeting.oit:
            added = list_added(self._office, oit) if oit is not None else None
            self.desk.prepare("follow", replace(self.meeting, oit=oit), added)
            self._office.renew_desk(self.meeting.head.id)
            self.desk = self._office.desk(self.meeting.head.id)

    def recorders(self, recorder_id: str, reviewer_id: str) -> None:
        """Say who records and who reviews; empty ids leave it to whoever is there."""
        after = replace(self.meeting, recorder_id=recorder_id, reviewer_id=reviewer_id)
        if after != self.meeting:
            self.desk.prepare("recorders", after)

    def delete(self) -> None:
        """Delete the meeting; it can be brought back."""
        if self.meeting.state is not MeetingState.PLANNED:
            raise RuleBroken("ลบได้เฉพาะการประชุมที่ยังไม่ได้เปิด", "การประชุมที่เปิดแล้วเก็บไว้เป็นหลักฐาน")
        self._office.keep(Change("delete", self.meeting.head.id, gone=True))
