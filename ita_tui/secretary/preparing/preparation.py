"""Preparing a meeting until it is opened: its agenda, words to be said, day and place, who records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from ita_tui.domain import agenda as items
from ita_tui.domain.agenda import AgendaForm, AgendaItem, AgendaKind, EarlierMeeting
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting import Meeting, OitList, Prepared
from ita_tui.domain.meeting_head import MeetingState, next_number
from ita_tui.domain.record import SECRETARIAT, Speaker, person
from ita_tui.domain.years import BEYear
from ita_tui.errors import RuleBroken
from ita_tui.secretary.keeping.changes import Change, Place
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.preparing.planning import list_added
from ita_tui.thai.dates import be_year, long_date
from ita_tui.thai.text import clean, require


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
