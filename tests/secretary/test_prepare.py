"""The next meeting is made from the last one, and prepared until it is opened; each act can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from ita_tui.domain.agenda import AgendaForm, AgendaKind, EarlierMeeting, form_of
from ita_tui.domain.meeting import Meeting, OitList, Prepared
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Status
from ita_tui.domain.record import SECRETARIAT, person
from ita_tui.domain.resolutions import ResolutionKind
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.keeping.changes import Decision
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.secretary.preparing.planning import (
    Plan,
    list_note,
    plan_meeting,
    proposed_list,
    proposed_plan,
    read_earlier,
)
from ita_tui.secretary.preparing.preparation import Preparation
from tests.secretary.conftest import Clock


@pytest.fixture
def committee_id(office: Office) -> str:
    return office.body.committees[0].id


@pytest.fixture
def next_desk(office: Office, committee_id: str) -> MeetingDesk:
    return plan_meeting(office, committee_id, proposed_plan(office, committee_id))


@pytest.fixture
def prep(office: Office, next_desk: MeetingDesk) -> Preparation:
    return Preparation(office, next_desk)


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.agenda]


# --- the next meeting ---------------------------------------------------------------------------------------


def test_the_next_meeting_has_the_next_number_and_approves_the_last(office: Office, next_desk: MeetingDesk) -> None:
    assert next_desk.meeting.head.number_text == "2/2567"
    (approving,) = [item for item in next_desk.meeting.agenda if item.kind is AgendaKind.APPROVE_MINUTES]
    assert approving.approves == EarlierMeeting(1, BEYear(2567), date(2024, 1, 17))
    assert office.heads()[0] == next_desk.meeting.head


def test_numbers_begin_again_with_the_calendar_year(office: Office, committee_id: str) -> None:
    plan = Plan(date(2025, 1, 8), time(9, 30), "", AgendaForm.FIVE, None)
    assert plan_meeting(office, committee_id, plan).meeting.head.number_text == "1/2568"


def test_a_proposed_day_is_a_working_day_a_week_ahead(office: Office, committee_id: str, clock: Clock) -> None:
    for _ in range(14):
        clock.forward(24 * 60)
        day = proposed_plan(office, committee_id).on
        assert day.weekday() < 5
        assert 7 <= (day - clock().date()).days <= 9


def test_a_planned_meeting_is_there_after_a_restart_with_its_list(
    office: Office, next_desk: MeetingDesk, data: Path, clock: Clock
) -> None:
    office.flush()
    with Office.open(data, tools_of(clock), write=False) as later:
        assert later.desk(next_desk.meeting.head.id).meeting == next_desk.meeting
        assert later.desk(next_desk.meeting.head.id).oit.rows() == next_desk.oit.rows()


def test_the_same_fiscal_year_goes_on_in_the_same_list(desk: MeetingDesk, next_desk: MeetingDesk) -> None:
    assert next_desk.meeting.oit == desk.meeting.oit
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    desk.oit.mark("o1", Status.DONE_CURRENT)
    assert next_desk.oit.follow_up.entry("o1").status is Status.DONE_CURRENT


def test_a_new_fiscal_year_gets_a_new_list_of_the_newest_catalogue_and_says_so(
    office: Office, committee_id: str
) -> None:
    plan = Plan(date(2026, 11, 30), time(9, 30), "", AgendaForm.FIVE, None)
    desk = plan_meeting(office, committee_id, plan)
    assert desk.meeting.oit == OitList(BEYear(2570), BEYear(2568), BEYear(2569))
    assert {row.status for row in desk.oit.rows()} == {Status.UNSET}
    assert len(desk.oit.rows()) == 28
    assert "๒๕๖๘" in list_note(proposed_list(office, plan.on))


def test_a_catalogue_of_its_own_year_needs_no_note(office: Office) -> None:
    assert list_note(proposed_list(office, date(2025, 1, 8))) == ""


def test_what_the_last_meeting_assigned_is_a_matter_arising_and_prepared_to_be_told(
    office: Office, committee_id: str, live: MeetingDesk
) -> None:
    tasks = (("กองคลัง", "เผยแพร่สรุปผล", ""), ("", "ตรวจเว็บไซต์", "สิ้นเดือน"))
    given = Decision(ResolutionKind.ACKNOWLEDGED_ASSIGNED, "", tasks)
    live.resolve(live.stops[0][1].id, given)
    desk = plan_meeting(office, committee_id, proposed_plan(office, committee_id))
    title = "งานที่มอบหมายจากการประชุมครั้งที่ ๑/๒๕๖๗"
    assert title in titles(desk.meeting)
    (told,) = desk.meeting.prepared
    assert desk.item(told.item_id).title == title
    assert told.text.split("\n") == [f"{title} มีดังนี้", "๑. กองคลัง เผยแพร่สรุปผล", "๒. ตรวจเว็บไซต์ กำหนด สิ้นเดือน"]


@pytest.mark.parametrize(("number", "day"), [("๓/๒๕๖๘", "๒๐ ก.ย. ๖๘"), (" 3 / 2568 ", "20/9/2568")])
def test_a_meeting_held_outside_the_program_is_named_by_number_and_day(number: str, day: str) -> None:
    assert read_earlier(number, day) == EarlierMeeting(3, BEYear(2568), date(2025, 9, 20))


def test_there_may_have_been_no_meeting_before() -> None:
    assert read_earlier("", " ") is None


@pytest.mark.parametrize(
    ("number", "day"), [("3", "20/9/2568"), ("3/2568", ""), ("0/2568", "20/9/2568"), ("", "20/9/2568")]
)
def test_half_a_predecessor_is_refused(number: str, day: str) -> None:
    with pytest.raises(BadText):
        read_earlier(number, day)


# --- preparing ----------------------------------------------------------------------------------------------


def test_every_act_of_preparing_is_on_disk_and_can_be_taken_back_to_the_first(
    office: Office, prep: Preparation, data: Path, clock: Clock
) -> None:
    meeting_id = prep.meeting.head.id
    last = prep.desk.numbered[-1][1]
    stages = [prep.meeting]
    acts: list[Callable[[], object]] = [
        lambda: prep.rename(last.id, "เรื่องอื่น ๆ (ถ้ามี)"),
        lambda: prep.add_sub_item("ผลประเมินของจังหวัด", prep.desk.numbered[0][1].id),
        lambda: prep.add_item("เรื่องเสนอเพื่อทราบ", prep.desk.numbered[1][1].id),
        lambda: prep.move(prep.desk.numbered[-1][1].id, -1),
        lambda: prep.remove(prep.desk.numbered[0][1].id),
        lambda: prep.schedule(date(2024, 2, 1), time(13, 30), "ห้องประชุมชั้น ๓"),
        lambda: prep.schedule(date(2024, 2, 8), time(13, 30), "ห้องประชุมชั้น ๓", "ประธานติดราชการ"),
        lambda: prep.write(prep.desk.stops[-1][1].id, SECRETARIAT, "ขอแจ้งกำหนดการ\nครั้งถัดไป"),
        lambda: prep.recorders(prep.desk.roster()[1].id, prep.desk.roster()[0].id),
        lambda: prep.follow(OitList(BEYear(2567), BEYear(2568), BEYear(2566))),
        lambda: prep.follow(None),
        lambda: prep.approve(None),
    ]
    for act in acts:
        act()
        stages.append(prep.meeting)
        office.flush()
        with Office.open(data, tools_of(clock), write=False) as later:
            assert later.desk(meeting_id).meeting == prep.meeting
            assert later.desk(meeting_id).oit.rows() == prep.desk.oit.rows()
    for stage in reversed(stages[:-1]):
        office.undo(meeting_id)
        assert office.desk(meeting_id).meeting == stage
    with pytest.raises(RuleBroken):
        office.undo(meeting_id)


def test_nothing_prepared_is_taken_back_once_the_meeting_goes_on(office: Office, prep: Preparation) -> None:
    prep.rename(prep.desk.numbered[0][1].id, "ประธานแจ้งเพื่อทราบ")
    desk = prep.desk
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    with pytest.raises(RuleBroken):
        office.undo(desk.meeting.head.id)
    Pen(desk).confirm("ขอเปิดประชุม")
    assert office.undo(desk.meeting.head.id).what == "คำกล่าว"
    assert titles(desk.meeting)[0] == "ประธานแจ้งเพื่อทราบ"


def test_an_opened_meeting_is_not_prepared_any_more(prep: Preparation) -> None:
    desk = prep.desk
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    before = desk.meeting
    item_id = desk.numbered[0][1].id
    acts: list[Callable[[], object]] = [
        lambda: prep.rename(item_id, "ใหม่"), lambda: prep.remove(item_id), prep.delete,
    ]
    for act in acts:
        with pytest.raises(RuleBroken):
            act()
    assert desk.meeting == before


def test_a_postponed_meeting_remembers_from_when_and_why_and_can_still_be_opened_earlier(prep: Preparation) -> None:
    before = prep.meeting.head.on
    prep.schedule(date(2024, 2, 8), time(9, 30), "", "ประธานติดราชการ")
    (event,) = prep.meeting.events
    assert "๒๔ มกราคม ๒๕๖๗" in event.reason
    assert "ประธานติดราชการ" in event.reason
    assert before == date(2024, 1, 24)
    desk = prep.desk
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    assert desk.meeting.state is MeetingState.LIVE


def test_a_meeting_put_into_another_year_takes_that_years_next_number(prep: Preparation) -> None:
    prep.schedule(date(2025, 1, 8), time(9, 30), "")
    assert prep.meeting.head.number_text == "1/2568"
    prep.schedule(date(2024, 12, 25), time(9, 30), "")
    assert prep.meeting.head.number_text == "2/2567"


def test_six_items_and_back(prep: Preparation) -> None:
    before = prep.meeting.agenda
    prep.change_form(AgendaForm.SIX)
    assert form_of(prep.meeting.agenda) is AgendaForm.SIX
    prep.change_form(AgendaForm.FIVE)
    assert prep.meeting.agenda == before


def test_what_was_prepared_for_an_item_goes_and_comes_back_with_it(office: Office, prep: Preparation) -> None:
    item = prep.desk.numbered[0][1]
    prep.write(item.id, person(prep.desk.roster()[0].id), "ขอแจ้งให้ทราบ")
    before = prep.meeting
    prep.remove(item.id)
    assert prep.meeting.prepared == ()
    office.undo(prep.meeting.head.id)
    assert prep.meeting == before


def test_emptied_words_are_no_prepared_statement(prep: Preparation) -> None:
    item = prep.desk.numbered[0][1]
    prep.write(item.id, SECRETARIAT, "ขอแจ้ง", "w1")
    prep.write(item.id, SECRETARIAT, "ขอแจ้งให้ทราบ", "w1")
    assert [each.text for each in prep.prepared_for(item.id)] == ["ขอแจ้งให้ทราบ"]
    prep.write(item.id, SECRETARIAT, " \n ", "w1")
    assert prep.prepared_for(item.id) == ()


def test_words_being_prepared_are_found_again_after_the_program_was_killed(
    office: Office, prep: Preparation, data: Path, clock: Clock
) -> None:
    item = prep.desk.numbered[0][1]
    prep.write(item.id, SECRETARIAT, "ขอแจ้ง", "w1")
    (kept,) = prep.prepared_for(item.id)
    prep.note(Prepared(kept.id, item.id, SECRETARIAT, "ขอแจ้งเพิ่มเติมว่า"), (0, 5))
    office.flush()
    with Office.open(data, tools_of(clock), write=False) as later:
        found = Preparation(later, later.desk(prep.meeting.head.id)).draft()
        assert found is not None
        assert (found.id, found.item_id, found.text) == ("w1", item.id, "ขอแจ้งเพิ่มเติมว่า")
    prep.forget("w1")
    office.flush()
    with Office.open(data, tools_of(clock), write=False) as later:
        assert Preparation(later, later.desk(prep.meeting.head.id)).draft() is None
        assert later.left_at(prep.meeting.head.id) == (None, "")


# --- deleting -----------------------------------------------------------------------------------------------


def test_a_deleted_meeting_is_gone_and_comes_back_as_it_was_also_after_a_restart(
    office: Office, prep: Preparation, data: Path, clock: Clock
) -> None:
    before = prep.meeting
    prep.delete()
    assert before.head not in office.heads()
    office.close()
    with Office.open(data, tools_of(clock)) as later:
        assert before.head not in later.heads()
        later.bring_back()
        assert later.desk(before.head.id).meeting == before
        with pytest.raises(RuleBroken):
            later.bring_back()
    with Office.open(data, tools_of(clock), write=False) as again:
        assert again.desk(before.head.id).meeting == before


def test_a_meeting_that_comes_back_finds_its_number_given_again(
    office: Office, prep: Preparation, committee_id: str
) -> None:
    prep.delete()
    other = plan_meeting(office, committee_id, proposed_plan(office, committee_id))
    assert other.meeting.head.number_text == "2/2567"
    assert office.bring_back().number_text == "3/2567"
    assert [head.number_text for head in office.heads()][:2] == ["3/2567", "2/2567"]


def test_minutes_to_be_approved_are_named_by_the_day_they_were_held_in_the_end(
    desk: MeetingDesk, next_desk: MeetingDesk
) -> None:
    desk.gavel.open(desk.now().replace(day=19), desk.roster(), presiding_id=desk.roster()[0].id)
    desk.gavel.adjourn(time(11, 0))
    next_desk.gavel.open(next_desk.now(), next_desk.roster(), presiding_id=next_desk.roster()[0].id)
    (approving,) = [item for item in next_desk.meeting.agenda if item.kind is AgendaKind.APPROVE_MINUTES]
    assert approving.approves == EarlierMeeting(1, BEYear(2567), date(2024, 1, 19))
