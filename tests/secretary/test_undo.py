"""Taking back acts in mixed order leaves the record as it stood before each of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_tui.domain.events import EventKind
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import FollowUp, Status, StatusReport
from ita_tui.domain.record import ROOM, Speaker, Statement, person
from ita_tui.domain.resolutions import ResolutionKind, Votes
from ita_tui.domain.roster import marked
from ita_tui.errors import RuleBroken
from ita_tui.secretary.importing.oit import preview_oit
from ita_tui.secretary.importing.preview import apply
from ita_tui.secretary.keeping.changes import Decision, Place
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.keeping.taking_back import TakenBack
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.preparing.planning import plan_meeting, proposed_plan
from ita_tui.secretary.preparing.preparation import Preparation
from ita_tui.store.history import AuditRow
from ita_tui.store.repository import DataFolder
from tests.secretary.conftest import Clock


def say(desk: MeetingDesk, item_id: str, text: str, speaker: Speaker = ROOM) -> str:
    place = Place(desk.meeting.head.id, item_id, desk.new_statement_id(), speaker)
    desk.say(place, text)
    return place.statement_id


def test_what_was_taken_out_before_a_move_that_was_taken_back_stands_where_it_stood(
    office: Office, live: MeetingDesk
) -> None:
    item = live.stops[0][1].id
    _, _, gone, last = (say(live, item, text) for text in ("หนึ่ง", "สอง", "สาม", "สี่"))
    before = live.meeting.entries
    live.take_out(gone)
    live.move(last, upwards=True)
    office.undo(live.meeting.head.id)
    office.undo(live.meeting.head.id)
    assert live.meeting.entries == before


class _Acts:
    """Acts on the record, its people and its OIT items; each takes a number that picks its target."""

    def __init__(self, desk: MeetingDesk) -> None:
        self._desk = desk
        self._number = count(1)

    def by_name(self) -> dict[str, Callable[[int], object]]:
        """Return them by name."""
        desk, stop, entry, who = self._desk, self._stop, self._entry, self._who
        return {
            "say": lambda at: say(desk, stop(at), self._words()),
            "say more": lambda at: say(desk, stop(0), self._words(), person(who(at))),
            "resolve": self._resolve,
            "take out": lambda at: desk.take_out(entry(at)),
            "up": lambda at: desk.move(entry(at), upwards=True),
            "down": lambda at: desk.move(entry(at), upwards=False),
            "elsewhere": lambda at: desk.move_to(entry(at), stop(at + 1)),
            "split": self._split,
            "join": lambda at: desk.join(entry(at)),
            "sub-item": lambda at: desk.add_sub_item(stop(at), self._words()),
            "guest": lambda at: desk.people.welcome("", self._words()),
            "in or out": self._come_or_go,
            "chair": lambda at: desk.people.preside(who(at)),
            "stand-in": lambda at: desk.people.stand_in(who(at), "", self._words()),
            "correct": self._correct,
            "mark": lambda at: desk.oit.mark(self._code(at), list(Status)[at % len(Status)]),
            "note": lambda at: desk.oit.note(self._code(at), self._words()),
            "present": lambda at: desk.present_oit(stop(at), ROOM, desk.oit.standing()),
            "pause": lambda at: desk.gavel.pause(),
            "resume": lambda at: desk.gavel.resume(),
        }

    def _words(self) -> str:
        return f"ข้อความที่ {next(self._number)}"

    def _stop(self, at: int) -> str:
        return self._desk.stops[at % len(self._desk.stops)][1].id

    def _entry(self, at: int) -> str:
        return self._desk.meeting.entries[at % len(self._desk.meeting.entries)].id

    def _who(self, at: int) -> str:
        return self._desk.meeting.roster[at % len(self._desk.meeting.roster)].id

    def _code(self, at: int) -> str:
        entries = self._desk.oit.follow_up.entries
        return entries[at % len(entries)].code

    def _resolve(self, at: int) -> None:
        votes = Votes(at % 7) if at % 3 else None
        self._desk.resolve(self._stop(at), Decision(ResolutionKind.AGREED, self._words(), votes=votes))

    def _split(self, at: int) -> None:
        of = self._desk.meeting.entry(self._entry(at))
        if isinstance(of, Statement):
            place = Place(self._desk.meeting.head.id, of.item_id, of.id, of.speaker)
            self._desk.split(place, self._words(), self._words(), ROOM)

    def _come_or_go(self, at: int) -> None:
        people, who = self._desk.people, self._who(at)
        if people.entry(who).here:
            people.go(who)
        else:
            people.come(who)

    def _correct(self, at: int) -> None:
        meeting = self._desk.meeting
        opened = (meeting.opened_at or self._desk.now()) - timedelta(minutes=at % 3)
        roster = marked(meeting.roster, self._who(at), at % 2 == 0)
        self._desk.gavel.correct(
            roster, presiding_id=meeting.presiding_id, opened=opened, adjourned=None, go_on_because="เร่งด่วน"
        )


_NAMES = (
    "say", "say", "say more", "take out", "up", "down", "sub-item", "guest", "in or out", "chair", "stand-in", "pause",
    "resume", "resolve", "resolve", "split", "join", "elsewhere", "mark", "mark", "note", "present", "correct",
)


def wording(meeting: Meeting) -> Meeting:
    """Return what undo answers for: all but the pauses."""
    events = tuple(each for each in meeting.events if each.kind not in (EventKind.PAUSED, EventKind.RESUMED))
    return replace(meeting, events=events, head=replace(meeting.head, state=MeetingState.LIVE))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.lists(st.tuples(st.sampled_from(_NAMES), st.integers(0, 30)), min_size=8, max_size=25), back=st.data())
def test_mixed_acts_are_taken_back_in_turn_to_the_first(
    office: Office, live: MeetingDesk, plan: list[tuple[str, int]], back: st.DataObject
) -> None:
    def standing() -> tuple[Meeting, FollowUp]:
        return wording(live.meeting), live.oit.follow_up

    def take_back() -> None:
        office.undo(live.meeting.head.id)
        stood.pop()
        assert standing() == stood[-1]

    acts, stood = _Acts(live).by_name(), [standing()]
    for name, at in plan:
        with suppress(RuleBroken, ZeroDivisionError):
            acts[name](at)
            if standing() != stood[-1]:
                stood.append(standing())
        if len(stood) > 1 and back.draw(st.integers(0, 3)) == 0:
            take_back()
    while len(stood) > 1:
        take_back()


def test_words_said_while_the_disk_was_waited_for_are_not_lost(
    office: Office, live: MeetingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = live.stops[0][1].id
    first = say(live, item, "คำที่จะย้อนกลับ")
    read = DataFolder.audit

    def meanwhile(folder: DataFolder, meeting_id: str) -> tuple[AuditRow, ...]:
        history = read(folder, meeting_id)
        say(live, item, "คำที่พูดระหว่างรอ")
        return history

    monkeypatch.setattr(DataFolder, "audit", meanwhile)
    with pytest.raises(RuleBroken, match="อีกครั้ง"):
        office.undo(live.meeting.head.id)
    assert live.meeting.entries[0].id == first
    assert len(live.meeting.entries) == 2


def _next_desk(office: Office, live: MeetingDesk) -> MeetingDesk:
    """Return the desk of the next meeting, which follows the same items."""
    plan = replace(proposed_plan(office, live.meeting.head.committee_id), on=live.meeting.head.on + timedelta(days=30))
    planned = Preparation(office, plan_meeting(office, live.meeting.head.committee_id, plan))
    planned.follow(live.meeting.oit)
    return planned.desk


def test_a_mark_taken_back_leaves_what_was_reported_and_told_meanwhile(office: Office, live: MeetingDesk) -> None:
    following = _next_desk(office, live)
    before = live.oit.follow_up.entry("o1")
    live.oit.mark("o1", Status.DONE)
    following.oit.report("o1", Status.PARTIAL, by="กองคลัง")
    following.oit.give_due("o1", "สิ้นไตรมาส")
    assert office.undo(live.meeting.head.id) == TakenBack("สถานะ OIT")
    entry = live.oit.follow_up.entry("o1")
    assert (entry.status, entry.wording, entry.due) == (before.status, before.wording, "สิ้นไตรมาส")
    report = entry.history[-1]
    assert isinstance(report, StatusReport)
    assert (report.status, report.by) == (Status.PARTIAL, "กองคลัง")
    assert "o1" in live.oit.untouched()


def test_an_import_taken_back_leaves_marks_and_reports_of_before_and_after(
    office: Office, live: MeetingDesk, tmp_path: Path
) -> None:
    following = _next_desk(office, live)
    live.oit.mark("o1", Status.DONE)
    before = live.oit.follow_up
    file = tmp_path / "oit.csv"
    head = "year,catalogue_year,code,name,group,status,responsible,due,url,note\n"
    rows = "2567,2566,o1,,,,,สิ้นไตรมาส,,\n2567,2566,o2,,,รอดำเนินการ,,,,จากแฟ้ม\n"
    file.write_text(head + rows, encoding="utf-8")
    apply(office, preview_oit(office, file), replace=True)
    imported = live.oit.follow_up
    following.oit.report("o2", Status.PARTIAL, by="กองคลัง")
    following.oit.give_due("o3", "ครบ ๖ เดือน")
    assert office.undo(live.meeting.head.id) == TakenBack("การนำเข้าสถานะ OIT")
    now = live.oit.follow_up
    assert (imported.entry("o1").due, now.entry("o1")) == ("สิ้นไตรมาส", before.entry("o1"))
    assert (now.entry("o2").note, now.entry("o3").due) == (before.entry("o2").note, "ครบ ๖ เดือน")
    reports = [each for each in now.entry("o2").history if isinstance(each, StatusReport)]
    assert [(each.status, each.by) for each in reports] == [(Status.PARTIAL, "กองคลัง")]


def test_what_was_changed_since_stays_and_is_told(office: Office, live: MeetingDesk) -> None:
    following = _next_desk(office, live)
    live.oit.mark("o1", Status.DONE)
    live.oit.give_due("o1", "ครบ ๖ เดือน")
    following.oit.give_due("o1", "สิ้นไตรมาส")
    with pytest.raises(RuleBroken, match="แก้ไขอีกแล้ว"):
        office.undo(live.meeting.head.id)
    assert live.oit.follow_up.entry("o1").due == "สิ้นไตรมาส"
    assert office.undo(live.meeting.head.id).what == "สถานะ OIT"
    live.oit.mark("o2", Status.WAITING)
    live.oit.note("o2", "รอหนังสือจังหวัด")
    following.oit.note("o2", "ได้รับหนังสือแล้ว")
    taken_back = office.undo(live.meeting.head.id)
    assert taken_back == TakenBack("รายละเอียด OIT", "คงไว้ตามที่แก้ไขภายหลัง: หมายเหตุข้อ o๒")
    assert live.oit.follow_up.entry("o2").note == "ได้รับหนังสือแล้ว"


def test_a_number_given_again_meanwhile_is_not_taken_back_twice(office: Office, desk: MeetingDesk) -> None:
    first = Preparation(office, desk)
    meeting, committee = desk.meeting, desk.meeting.head.committee_id
    first.schedule(meeting.head.on.replace(year=2025), meeting.planned_time, meeting.place)
    plan = replace(proposed_plan(office, committee), on=meeting.head.on)
    second = plan_meeting(office, committee, plan)
    assert (desk.meeting.head.number_text, second.meeting.head.number_text) == ("1/2568", "1/2567")
    office.undo(meeting.head.id)
    assert desk.meeting.head.on == meeting.head.on
    assert desk.meeting.head.number_text == "2/2567"


def test_words_joined_to_others_or_back_in_their_statement_are_not_offered_a_second_time(
    office: Office, live: MeetingDesk
) -> None:
    meeting_id, item = live.meeting.head.id, live.stops[0][1].id
    say(live, item, "หนึ่ง")
    second = say(live, item, "สอง")
    live.join(second)
    assert office.taken_out(meeting_id, item) == ()
    (whole,) = live.meeting.entries
    split_off = live.split(Place(meeting_id, item, whole.id, ROOM), "หนึ่ง", "สอง", ROOM)
    office.undo(meeting_id)
    assert office.taken_out(meeting_id, item) == ()
    assert split_off not in {each.id for each in live.meeting.entries}
    third = say(live, item, "สาม")
    live.take_out(third)
    (version,) = office.taken_out(meeting_id, item)
    live.put_back(version.entry)
    live.join(third)
    assert office.taken_out(meeting_id, item) == ()


def test_the_oit_table_is_not_brought_back_beside_another_one(office: Office, live: MeetingDesk) -> None:
    meeting_id, item = live.meeting.head.id, live.stops[-1][1].id
    live.oit.mark("o1", Status.DONE)
    live.present_oit(item, ROOM, live.oit.standing())
    office.undo(meeting_id)
    gone = [version.entry for version in office.taken_out(meeting_id, item)]
    live.present_oit(item, ROOM, live.oit.standing())
    for entry in gone:
        with suppress(RuleBroken):
            live.put_back(entry)
    tables = [each for each in live.meeting.entries if isinstance(each, Statement) and each.has_oit_table]
    assert len(tables) == 1


def test_an_opening_put_right_is_not_taken_back_behind_the_end(office: Office, live: MeetingDesk, clock: Clock) -> None:
    meeting = live.meeting
    clock.forward(10)
    earlier = datetime.combine(meeting.head.on, time(9))
    live.gavel.correct(meeting.roster, presiding_id=meeting.presiding_id, opened=earlier, adjourned=None)
    live.gavel.adjourn(time(9, 20))
    with pytest.raises(RuleBroken, match="เลิกประชุม"):
        office.undo(meeting.head.id)
    assert live.meeting.opened_at == earlier


def test_a_pause_goes_along_when_a_day_put_right_is_taken_back(office: Office, live: MeetingDesk) -> None:
    meeting, opened = live.meeting, live.now() + timedelta(days=1)
    live.gavel.correct(meeting.roster, presiding_id=meeting.presiding_id, opened=opened, adjourned=None)
    live.gavel.pause()
    office.undo(meeting.head.id)
    assert {event.at.date() for event in live.meeting.events} == {meeting.head.on}
    live.gavel.adjourn(time(11))
    assert live.meeting.adjourned_at == datetime.combine(meeting.head.on, time(11))
