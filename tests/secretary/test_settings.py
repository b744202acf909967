"""What the office settles is kept at once, can be taken back, and leaves meetings already held as they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from ita_tui.domain.agenda import AgendaForm
from ita_tui.domain.body import BodyKind
from ita_tui.domain.committee import Role
from ita_tui.domain.life import QuorumNotMet
from ita_tui.domain.roster import QuorumRule
from ita_tui.domain.seating import Filling
from ita_tui.domain.settings import Look
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.body.settings import OfficeSettings, read_be_year, read_order_number
from ita_tui.secretary.body.setup import read_answers
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.meeting.desk import MeetingDesk
from tests.secretary.conftest import Clock


@pytest.fixture
def settings(office: Office) -> OfficeSettings:
    return OfficeSettings(office)


def _again(data: Path, clock: Clock) -> Office:
    return Office.open(data, tools_of(clock), write=False)


def test_every_change_is_on_disk_and_can_be_taken_back_to_the_first(
    office: Office, settings: OfficeSettings, data: Path, clock: Clock
) -> None:
    stages = [office.body]
    seat = settings.order.seats[1]
    acts: list[Callable[[], object]] = [
        lambda: settings.rename_body(read_answers(BodyKind.TOWN_MUNICIPALITY, "เพชรใหม่", "เมือง", "อ่างทอง")),
        lambda: settings.add_division("กองสวัสดิการสังคม"),
        lambda: settings.correct_order(156, BEYear(2565), "แต่งตั้ง", date(2022, 11, 1), "คณะกรรมการ ITA"),
        lambda: settings.change_seat(seat.id, Role.VICE_CHAIR, seat.post, None),
        lambda: settings.move_seat(seat.id, 1),
        lambda: settings.set_powers(["กำกับ", " ", "ติดตาม"]),
        lambda: settings.set_rules(replace(office.body.settings, at=time(13, 0), form=AgendaForm.SIX)),
    ]
    for act in acts:
        act()
        stages.append(office.body)
        office.flush()
        with _again(data, clock) as later:
            assert later.body == office.body
    assert len(set(map(repr, stages))) == len(stages)
    for stage in reversed(stages[:-1]):
        settings.undo()
        assert office.body == stage
    with pytest.raises(RuleBroken):
        settings.undo()
    office.flush()
    with _again(data, clock) as later:
        assert later.body == stages[0]


def test_what_was_changed_before_a_restart_can_be_taken_back_after_it(data: Path, clock: Clock) -> None:
    with Office.open(data, tools_of(clock)) as office:
        before = office.body
        OfficeSettings(office).add_division("กองสวัสดิการสังคม")
    with Office.open(data, tools_of(clock)) as office:
        assert OfficeSettings(office).undo() == "ส่วนราชการ"
        assert office.body == before


def test_a_planned_meeting_follows_the_committee_and_an_opened_one_keeps_its_roster(
    settings: OfficeSettings, desk: MeetingDesk
) -> None:
    settings.add_seat(Role.MEMBER, "ผู้แทนประชาคม")
    assert "ผู้แทนประชาคม" in {entry.position for entry in desk.roster()}
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    before = desk.roster()
    settings.add_seat(Role.MEMBER, "ผู้แทนชุมชน")
    assert desk.roster() == before


def test_a_new_order_begins_with_the_seats_of_the_one_before_and_leaves_that_one_as_it_was(
    settings: OfficeSettings, office: Office
) -> None:
    first = settings.order
    settings.new_order(7, BEYear(2567), "แต่งตั้งใหม่", date(2024, 1, 5), settings.committee.name)
    assert [seat.post for seat in settings.order.seats] == [seat.post for seat in first.seats]
    settings.remove_seat(settings.order.seats[-1].id)
    assert settings.committee.orders[0] == first
    assert len(settings.order.seats) == len(first.seats) - 1


def test_an_order_dated_in_another_year_than_its_number_is_refused(settings: OfficeSettings) -> None:
    with pytest.raises(BadText):
        settings.correct_order(1, BEYear(2567), "แต่งตั้ง", date(2023, 1, 1), "คณะกรรมการ")


def test_a_number_of_persons_in_the_order_rules_the_quorum(settings: OfficeSettings, desk: MeetingDesk) -> None:
    settings.set_rules(replace(settings.body.settings, quorum=QuorumRule(needed=5)))
    four = tuple(replace(entry, present=at < 4) for at, entry in enumerate(desk.roster()))
    with pytest.raises(QuorumNotMet):
        desk.gavel.open(desk.now(), four, presiding_id=four[0].id)
    settings.set_rules(replace(settings.body.settings, quorum=QuorumRule(needed=4)))
    desk.gavel.open(desk.now(), four, presiding_id=four[0].id)
    settings.set_rules(replace(settings.body.settings, quorum=QuorumRule(needed=6)))
    assert desk.meeting.quorum.met  # as it was ruled when it opened


def test_what_was_prepared_for_somebody_who_left_is_the_secretariats(
    settings: OfficeSettings, desk: MeetingDesk
) -> None:
    prepared = next(each for each in desk.meeting.prepared if each.speaker.person_id)
    seats = [seat.id for seat in settings.order.seats if seat.person_id == prepared.speaker.person_id]
    for seat_id in seats:
        settings.remove_seat(seat_id)
    roster = desk.roster()
    desk.gavel.open(desk.now(), roster, presiding_id=roster[0].id)
    known = {entry.id for entry in roster} | {""}
    assert {each.speaker.person_id for each in desk.meeting.prepared} <= known
    assert [each.text for each in desk.meeting.prepared if each.id == prepared.id] == [prepared.text]


def test_the_name_of_a_body_that_met_stays_in_its_committee(settings: OfficeSettings, office: Office) -> None:
    old = settings.committee.name
    settings.rename_body(read_answers(BodyKind.SUBDISTRICT_MUNICIPALITY, "ชื่อใหม่", "", "อ่างทอง"))
    assert settings.committee.name == old


def test_a_division_has_one_name(settings: OfficeSettings) -> None:
    with pytest.raises(BadText):
        settings.add_division(" กอง คลัง ")
    with pytest.raises(BadText):
        settings.add_division("  ")


def test_divisions_move_and_go(settings: OfficeSettings) -> None:
    names = [each.name for each in settings.body.divisions]
    first = settings.body.divisions[0].id
    settings.move_division(first, 1)
    settings.move_division(first, -1)
    settings.move_division(first, -1)
    assert [each.name for each in settings.body.divisions] == names
    settings.remove_division(first)
    assert [each.name for each in settings.body.divisions] == names[1:]


def test_the_heads_of_new_divisions_get_seats_on_their_line(settings: OfficeSettings) -> None:
    settings.add_division("กองสวัสดิการสังคม")
    line = next(seat for seat in settings.order.seats if seat.line_text)
    assert settings.spread_over_divisions(line.id) == 1
    added = next(seat for seat in settings.order.seats if seat.post == "ผู้อำนวยการกองสวัสดิการสังคม")
    assert (added.line, added.vacant) == (line.line, False)
    with pytest.raises(RuleBroken):
        settings.spread_over_divisions(line.id)


def test_who_fills_a_seat_is_changed_in_place_of_the_old_words(settings: OfficeSettings) -> None:
    seat = settings.order.seats[1]
    settings.change_seat(seat.id, seat.role, seat.post, Filling(" ", " นาย ก.  ข. "))
    person = settings.committee.person(settings.order.seats[1].person_id)
    assert (person.id, person.name, person.position) == (seat.person_id, "นาย ก. ข.", seat.post)


def test_colours_are_remembered_and_are_nothing_to_take_back(
    office: Office, settings: OfficeSettings, data: Path, clock: Clock
) -> None:
    settings.look_like(Look.DARK)
    office.flush()
    with _again(data, clock) as later:
        assert later.body.settings.look is Look.DARK
    with pytest.raises(RuleBroken):
        settings.undo()


def test_a_window_that_only_reads_changes_no_setting(office: Office, data: Path, clock: Clock) -> None:
    with Office.open_or_read(data, tools_of(clock)) as second:
        before = second.body
        with pytest.raises(RuleBroken):
            OfficeSettings(second).add_division("กองสวัสดิการสังคม")
        assert second.body == before


@pytest.mark.parametrize(("typed", "number"), [("", 0), ("๑๕๕", 155), (" 12 ", 12)])
def test_the_number_of_an_order_is_read_in_either_digits_or_left_for_later(typed: str, number: int) -> None:
    assert read_order_number(typed) == number


@pytest.mark.parametrize("typed", ["สิบสอง", "12/2567", "-1", "1" * 30])
def test_a_number_of_an_order_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(BadText):
        read_order_number(typed)


@pytest.mark.parametrize(("typed", "year"), [("๒๕๖๘", 2568), ("พ.ศ. 2568", 2568), ("68", 2568)])
def test_the_year_of_an_order_is_read_as_offices_type_it(typed: str, year: int) -> None:
    assert read_be_year(typed) == year


@pytest.mark.parametrize("typed", ["", "2024", "256", "ปีนี้"])
def test_a_year_that_is_none_of_the_buddhist_era_is_refused(typed: str) -> None:
    with pytest.raises(BadText):
        read_be_year(typed)


def test_taking_back_a_rule_leaves_the_colours_of_the_screen(office: Office, settings: OfficeSettings) -> None:
    before = office.body.settings
    settings.set_rules(replace(before, at=time(13, 0)))
    settings.look_like(Look.DARK if before.look is Look.LIGHT else Look.LIGHT)
    look = office.body.settings.look
    settings.undo()
    assert office.body.settings == replace(before, look=look)


def test_a_division_has_a_seat_for_its_head_until_a_meeting_was_held(office: Office, settings: OfficeSettings) -> None:
    before = settings.order.seats
    settings.add_division("กองสวัสดิการสังคม")
    assert settings.order.seats == before, "the sample's order was met under"
