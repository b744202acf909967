"""F9 by keys: everything about who came is told in one box, a missing quorum has three ways, times are put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, Static
from textual.widgets._footer import FooterKey

from ita_tui.domain.body import Body
from ita_tui.domain.events import EventKind
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.roster import QuorumRule
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.form import FormScreen
from ita_tui.ui.screens.asking.words import WordsScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.meeting.opening import OpeningScreen
from tests.secretary.conftest import Clock
from tests.ui_live.test_people import at
from tests.ui_live.test_room import enter_room, put, quiet


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await quiet(pilot)


async def ask_opening(pilot: Pilot[Any]) -> MeetingDesk:
    await pilot.pause()
    await press(pilot, "enter", "f9")
    room = pilot.app.screen_stack[-2]
    assert isinstance(pilot.app.screen, OpeningScreen)
    assert isinstance(room, LiveScreen)
    return room.desk


def words(app: ItaApp, name: str) -> str:
    return str(app.screen.query_one(name, Static).content)


async def test_a_stand_in_a_post_a_reason_and_a_guest_are_told_before_the_opening(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await ask_opening(pilot)
        await press(pilot, "down", "f3", "enter")
        await put(pilot, "ผู้ช่วยท้องถิ่นอำเภอ")
        await press(pilot, "enter", "down", "space", "f7", "down", "down", "enter")
        await press(pilot, "down", "f5", "ctrl+u")
        await put(pilot, "รักษาราชการแทนผู้อำนวยการกองสาธารณสุข")
        await press(pilot, "enter", "f4", "enter")
        await put(pilot, "ผู้แทนอำเภอ")
        await press(pilot, "enter", "enter")
        assert desk.meeting.state is MeetingState.LIVE
        assert at(desk, "ท้องถิ่นอำเภอ").title == "ผู้ช่วยท้องถิ่นอำเภอ"
        assert (at(desk, "ปลัดอำเภอประจำตำบล").reason, at(desk, "ปลัดอำเภอประจำตำบล").present) == ("ไปราชการ", False)
        assert at(desk, "ผู้อำนวยการกองช่าง").acting == "รักษาราชการแทนผู้อำนวยการกองสาธารณสุข"
        guest = desk.meeting.roster[-1]
        assert (guest.position, guest.present, guest.movements) == ("ผู้แทนอำเภอ", True, ())


async def test_without_a_quorum_the_three_ways_are_named_and_waiting_changes_nothing(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await ask_opening(pilot)
        await press(pilot, *["down", "space"] * 5)
        assert all(way in words(app, "#quorum") for way in ("Esc", "F9"))
        assert app.screen.query_one("#reason").display
        await press(pilot, "enter")
        assert isinstance(app.screen, OpeningScreen)
        await press(pilot, "escape")
        assert desk.meeting.state is MeetingState.PLANNED


async def test_without_a_quorum_it_goes_on_with_a_reason(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await ask_opening(pilot)
        await press(pilot, *["down", "space"] * 5, "enter")
        await put(pilot, "ประธานเห็นควรหารือก่อน")
        await press(pilot, "enter")
        assert desk.meeting.state is MeetingState.LIVE
        assert desk.meeting.quorum_reason == "ประธานเห็นควรหารือก่อน"


async def test_without_a_quorum_it_is_postponed_to_another_day_with_a_reason(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await ask_opening(pilot)
        await press(pilot, *["down", "space"] * 5, "f9")
        assert type(app.screen) is FormScreen
        await press(pilot, "ctrl+s")  # the same day is no other day
        assert "วัน" in words(app, "#problem")
        await press(pilot, "ctrl+u")
        await put(pilot, "24 ม.ค. 67")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, LiveScreen)
        assert (desk.meeting.state, desk.meeting.head.on) == (MeetingState.PLANNED, date(2024, 1, 24))
        (postponed,) = desk.meeting.events
        assert (postponed.kind, "ไม่ครบองค์ประชุม" in postponed.reason) == (EventKind.POSTPONED, True)


async def test_leaving_the_other_day_comes_back_to_the_ticks(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await ask_opening(pilot)
        await press(pilot, *["down", "space"] * 5, "f9", "escape")
        dialog = app.screen
        assert isinstance(dialog, OpeningScreen)
        assert sum(entry.present for entry in dialog.roster) == 2
        assert desk.meeting.events == ()


async def test_with_a_quorum_nothing_is_postponed(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await ask_opening(pilot)
        await press(pilot, "f9")
        assert isinstance(app.screen, OpeningScreen)


async def test_the_rule_of_the_office_decides_what_a_quorum_is(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        room = app.screen
        assert isinstance(room, LiveScreen)
        room.desk.take_body(ruled(room.desk.body, QuorumRule(needed=5, stand_ins_count=False)))
        await press(pilot, "f9", "down", "space")
        assert "ครบ" in words(app, "#quorum")
        await press(pilot, "down", "f3", "enter")
        await put(pilot, "เจ้าหน้าที่ปกครอง")
        await press(pilot, "enter")
        assert "ไม่ครบองค์ประชุม ต้องมี ๕ คน" in words(app, "#quorum")


def ruled(body: Body, rule: QuorumRule) -> Body:
    return replace(body, settings=replace(body.settings, quorum=rule))


async def test_afterwards_times_of_coming_and_going_are_put_right_per_person(app: ItaApp, clock: Clock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        clock.forward(30)
        desk.people.go(at(desk, "ท้องถิ่นอำเภอ").id)
        clock.forward(90)
        desk.gavel.adjourn(time(11, 30))
        await press(pilot, "f9", "enter")
        dialog = app.screen
        assert isinstance(dialog, OpeningScreen)
        await press(pilot, "down", "f6", "ctrl+u")
        await put(pilot, "ออก 10.20 ออก 10.40")
        await press(pilot, "enter")
        assert "ไม่ต่อเนื่อง" in words(app, "#problem")
        await press(pilot, "ctrl+u")
        await put(pilot, "ออก ๑๐.๒๐ เข้า 10:40 น.")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, LiveScreen)
        assert [(each.came, each.at.time()) for each in at(desk, "ท้องถิ่นอำเภอ").movements] == [
            (False, time(10, 20)), (True, time(10, 40))
        ]


async def test_times_past_midnight_are_shown_as_typed_and_put_right_on_the_day_they_are_of(
    app: ItaApp, clock: Clock
) -> None:
    clock.forward(13 * 60)
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        clock.forward(100)
        desk.people.go(at(desk, "ท้องถิ่นอำเภอ").id)
        desk.gavel.adjourn(time(0, 30))
        await press(pilot, "f9", "enter", "down", "f6", "ctrl+u")
        await put(pilot, "ออก ๒๓.๕๐ เข้า ๐๐.๒๐")
        await press(pilot, "enter")
        app.screen.query_one("#end", Input).value = "๐๐.๔๐"
        await press(pilot, "enter")
        assert isinstance(app.screen, LiveScreen)
        assert [each.at for each in at(desk, "ท้องถิ่นอำเภอ").movements] == [
            datetime(2024, 1, 17, 23, 50), datetime(2024, 1, 18, 0, 20)
        ]
        assert (desk.meeting.opened_at, desk.meeting.adjourned_at) == (
            datetime(2024, 1, 17, 22, 30), datetime(2024, 1, 18, 0, 40)
        )


async def test_ticking_one_who_came_late_as_present_drops_the_coming_and_back_again_brings_it(
    app: ItaApp, clock: Clock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await ask_opening(pilot)
        await press(pilot, "down", "space", "enter")
        room = app.screen
        assert isinstance(room, LiveScreen)
        desk = room.desk
        clock.forward(30)
        desk.people.come(at(desk, "ท้องถิ่นอำเภอ").id)
        await press(pilot, "f9", "end", "enter", "down", "space", "space", "space", "enter")
        assert (at(desk, "ท้องถิ่นอำเภอ").present, at(desk, "ท้องถิ่นอำเภอ").movements) == (True, ())
        await press(pilot, "f9", "end", "enter", "down", "space", "enter")
        assert not at(desk, "ท้องถิ่นอำเภอ").attended


async def test_another_day_takes_all_times_of_the_meeting_along(app: ItaApp, clock: Clock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await put(pilot, "คำกล่าวแรก")
        clock.forward(30)
        desk.people.go(at(desk, "ท้องถิ่นอำเภอ").id)
        desk.gavel.adjourn(time(11, 30))
        await press(pilot, "f9", "enter")
        app.screen.query_one("#date", Input).value = "18 ม.ค. 67"
        await press(pilot, "enter")
        assert isinstance(app.screen, LiveScreen)
        assert desk.meeting.head.on == date(2024, 1, 18)
        assert {each.at.date() for each in desk.meeting.events} == {date(2024, 1, 18)}
        assert {each.at.date() for each in desk.meeting.entries} == {date(2024, 1, 18)}
        assert at(desk, "ท้องถิ่นอำเภอ").movements[0].at.date() == date(2024, 1, 18)


async def test_a_stand_in_of_the_chair_presides_only_once_chosen(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await ask_opening(pilot)
        await press(pilot, "f3", "enter")
        await put(pilot, "รองปลัดเทศบาล")
        await press(pilot, "enter")
        assert app.screen.query_one("#presiding").display
        await press(pilot, "tab", "down", "enter")
        assert desk.people.entry(desk.meeting.presiding_id).position == "ท้องถิ่นอำเภอ"


async def test_a_click_ticks_and_keys_of_the_footer_are_clicked_too(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await ask_opening(pilot)
        await pilot.click("#people", offset=(5, 2))
        await quiet(pilot)
        dialog = app.screen
        assert isinstance(dialog, OpeningScreen)
        assert [entry.position for entry in dialog.roster if not entry.present] == ["ปลัดอำเภอประจำตำบล"]
        reason = next(key for key in dialog.query(FooterKey) if key.action == "excuse")
        await pilot.click(reason)
        await quiet(pilot)
        assert type(app.screen) is WordsScreen
