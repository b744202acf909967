"""A committee's first meeting has no minutes to approve, and says so wherever approving would be offered."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from ita_tui.domain.agenda import AgendaKind
from ita_tui.domain.record import Statement, text_of
from ita_tui.domain.resolutions import ResolutionKind, kinds_for
from ita_tui.secretary.keeping.changes import Decision, Place
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.offers import formulas
from ita_tui.secretary.preparing.planning import plan_meeting, proposed_plan
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.meeting.live import LiveScreen
from tests.ui_first.steps import press, quiet, told

NONE = "ไม่มีรายงานการประชุม"


@pytest.fixture
def desk(office: Office) -> MeetingDesk:
    """Return the planned first meeting."""
    committee_id = office.body.committees[0].id
    return plan_meeting(office, committee_id, proposed_plan(office, committee_id))


def approving(desk: MeetingDesk) -> str:
    """Return the id of the item for approving minutes."""
    return next(item.id for _, item in desk.numbered if item.kind is AgendaKind.APPROVE_MINUTES)


def opened(desk: MeetingDesk) -> MeetingDesk:
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    return desk


def test_the_formula_says_that_there_are_none_and_so_it_does_at_a_sub_item(desk: MeetingDesk) -> None:
    item = approving(opened(desk))
    assert [NONE in each.text for each in formulas(desk, item)] == [True, False]
    below = desk.add_sub_item(item, "รายงานการประชุมชุดก่อน")
    assert NONE in formulas(desk, below.id)[0].text


def test_approving_minutes_is_no_resolution_where_there_are_none() -> None:
    kinds = kinds_for(AgendaKind.APPROVE_MINUTES, nothing_to_approve=True)
    assert ResolutionKind.MINUTES_APPROVED not in kinds
    assert kinds[0] is ResolutionKind.ACKNOWLEDGED
    assert set(kinds) | {ResolutionKind.MINUTES_APPROVED} == set(ResolutionKind)


def test_what_is_said_there_awaits_no_resolution(desk: MeetingDesk) -> None:
    place = Place(desk.meeting.head.id, approving(opened(desk)), desk.new_statement_id(), desk.chair())
    desk.say(place, "ครั้งนี้เป็นการประชุมครั้งแรก")
    assert desk.meeting.undecided() == ()


async def test_room_and_resolution_say_it_and_tab_brings_the_words(app: ItaApp, desk: MeetingDesk) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "f9", "enter", "f6")
        assert NONE in told(pilot, "#nothing")
        await press(pilot, "f3")
        assert NONE in told(pilot, "#alarm")
        offered = [str(each.prompt) for each in app.screen.query_one(OptionList).options]
        assert "รับรองรายงานการประชุม" not in offered
        await press(pilot, "escape", "tab", "f6")
        room = app.screen
        assert isinstance(room, LiveScreen)
        said = [text_of(each.blocks) for each in room.desk.meeting.entries if isinstance(each, Statement)]
        assert len(said) == 1
        assert NONE in said[0]


async def test_minutes_that_were_approved_there_all_the_same_can_be_put_right(app: ItaApp, desk: MeetingDesk) -> None:
    desk.resolve(approving(opened(desk)), Decision(ResolutionKind.MINUTES_APPROVED))
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "f6", "f3", "up", "enter", "enter")
        assert isinstance(app.screen, LiveScreen)


async def test_the_prepared_agenda_says_it_beside_the_item(app: ItaApp, desk: MeetingDesk) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "e")
        rows = [str(each.prompt) for each in app.screen.query_one("#rows", OptionList).options]
        assert "ไม่มีรายงานให้รับรอง" in rows[1]
