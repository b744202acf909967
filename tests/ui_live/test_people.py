"""F4 by keys: who comes late, leaves, is stood in for, presides; each with its time, and the quorum with it."""

from __future__ import annotations

from datetime import time
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.record import Statement, person
from ita_tui.domain.roster import RosterEntry
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.choose import ChooseScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.meeting.people import PeopleScreen
from ita_tui.ui.widgets.meeting.people_panel import PersonLine
from tests.secretary.conftest import Clock
from tests.typing_thai import type_thai
from tests.ui_live.test_room import enter_room, put, quiet


async def open_room(pilot: Pilot[Any], *opening: str) -> MeetingDesk:
    """Open the meeting; keys before Enter may untick people."""
    await pilot.pause()
    await pilot.press("enter")
    await quiet(pilot)
    await pilot.press("f9", *opening, "enter")
    await quiet(pilot)
    room = pilot.app.screen
    assert isinstance(room, LiveScreen)
    return room.desk


async def ask_people(pilot: Pilot[Any]) -> PeopleScreen:
    await pilot.press("f4")
    await quiet(pilot)
    dialog = pilot.app.screen
    assert isinstance(dialog, PeopleScreen)
    return dialog


def at(desk: MeetingDesk, position: str) -> RosterEntry:
    return next(each for each in desk.meeting.roster if each.position == position)


def problem(dialog: PeopleScreen) -> str:
    return str(dialog.query_one("#problem", Static).content)


async def test_one_who_comes_late_takes_two_keys_and_the_words_being_typed_go_on(app: ItaApp, clock: Clock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot, "down", "space")
        clock.forward(20)
        await put(pilot, "ครึ่งประโยคแรก ")
        await pilot.press("f4", "enter")
        await put(pilot, "ครึ่งประโยคหลัง")
        await quiet(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        assert room.editor.text == "ครึ่งประโยคแรก ครึ่งประโยคหลัง"
        late = at(desk, "ท้องถิ่นอำเภอ")
        assert [(each.came, each.at.time()) for each in late.movements] == [(True, time(9, 50))]


async def test_letters_prefer_whoever_is_not_in_the_room_and_a_typed_time_is_the_time_of_the_act(
    app: ItaApp, clock: Clock
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await open_room(pilot, "down", "down", "down", "down", "space")
        clock.forward(60)
        await ask_people(pilot)
        await type_thai(pilot, "ผู้อำนวยการ ๑๐.๐๕")
        await pilot.press("enter")
        await quiet(pilot)
        assert at(desk, "ผู้อำนวยการกองการศึกษา").movements[0].at.time() == time(10, 5)


async def test_letters_typed_in_latin_layout_find_too_and_a_time_typed_after_walking_keeps_the_place(
    app: ItaApp, clock: Clock
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await open_room(pilot)
        clock.forward(60)
        await ask_people(pilot)
        await pilot.press("m", "h", "v", "enter")  # ท้อ on the keys of the Thai layout
        await quiet(pilot)
        assert not at(desk, "ท้องถิ่นอำเภอ").here
        await ask_people(pilot)
        await pilot.press("down", *"10.15", "enter")
        await quiet(pilot)
        assert at(desk, "ปลัดอำเภอประจำตำบล").movements[0].at.time() == time(10, 15)


async def test_a_time_that_cannot_be_read_changes_nothing_and_stays_to_be_mended(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot, "down", "space")
        dialog = await ask_people(pilot)
        await put(pilot, "25.10")
        await pilot.press("enter")
        await quiet(pilot)
        assert app.screen is dialog
        assert "เวลา" in problem(dialog)
        assert at(desk, "ท้องถิ่นอำเภอ").movements == ()
        await pilot.press("escape")
        await quiet(pilot)
        assert isinstance(app.screen, LiveScreen)


async def test_the_presiding_person_leaves_once_somebody_else_presides_and_both_are_one_act(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await open_room(pilot)
        chair = desk.meeting.presides_now
        dialog = await ask_people(pilot)
        await pilot.press("enter")  # nobody is away, so the chair is highlighted
        await quiet(pilot)
        assert type(app.screen) is ChooseScreen
        await pilot.press("escape")
        await quiet(pilot)
        assert app.screen_stack[-1] is dialog
        assert desk.people.entry(chair).here
        await pilot.press("enter", "enter")
        await quiet(pilot)
        assert isinstance(app.screen, LiveScreen)
        assert not desk.people.entry(chair).here
        assert desk.people.entry(desk.meeting.presides_now).position == "ท้องถิ่นอำเภอ"
        await pilot.press("ctrl+z")
        await quiet(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        assert room.desk.meeting.presides_now == chair
        assert room.desk.people.entry(chair).here


async def test_the_chair_who_comes_back_is_offered_the_chair(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await open_room(pilot)
        chair = desk.meeting.presides_now
        await ask_people(pilot)
        await pilot.press("enter", "enter")
        await quiet(pilot)
        await ask_people(pilot)
        await pilot.press("enter", "enter")
        await quiet(pilot)
        assert isinstance(app.screen, LiveScreen)
        assert desk.meeting.presides_now == chair


async def test_a_departure_that_breaks_the_quorum_is_said_at_once_and_f9_pauses(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot, "down", "space", "down", "space", "down", "space")
        dialog = await ask_people(pilot)
        assert not dialog.query_one("#quorum").has_class("-trouble")
        await put(pilot, "กองการศึกษา")
        await pilot.press("enter")
        await quiet(pilot)
        assert app.screen is dialog
        assert dialog.query_one("#quorum").has_class("-trouble")
        assert "ไม่ครบองค์ประชุม" in str(dialog.query_one("#quorum", Static).visual)
        await pilot.press("f9")
        await quiet(pilot)
        assert desk.meeting.state is MeetingState.PAUSED
        assert isinstance(app.screen, LiveScreen)


async def test_without_a_broken_quorum_f9_does_not_pause(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot)
        await ask_people(pilot)
        await pilot.press("f9")
        await quiet(pilot)
        assert desk.meeting.state is MeetingState.LIVE


async def test_who_stands_in_comes_in_with_the_name(app: ItaApp, clock: Clock) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await open_room(pilot, "down", "space")
        clock.forward(10)
        await ask_people(pilot)
        await pilot.press("f3", "enter", "enter")  # without a word it is refused and asks on
        await quiet(pilot)
        await put(pilot, "นักส่งเสริมการปกครองท้องถิ่น")
        await pilot.press("enter")
        await quiet(pilot)
        entry = at(desk, "ท้องถิ่นอำเภอ")
        assert entry.stand_in is not None
        assert (entry.title, entry.here) == ("นักส่งเสริมการปกครองท้องถิ่น", True)
        assert entry.movements[0].at.time() == time(9, 40)
        assert isinstance(app.screen, LiveScreen)


async def test_a_guest_is_one_key_and_a_name_and_leaves_like_others(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await open_room(pilot)
        await ask_people(pilot)
        await put(pilot, "ผู้แทนวัด")
        await pilot.press("f4", "enter", "enter")  # letters that found nobody are the name
        await quiet(pilot)
        guest = desk.meeting.roster[-1]
        assert (guest.is_guest, guest.here, guest.title) == (True, True, "ผู้แทนวัด")
        await ask_people(pilot)
        await put(pilot, "ผู้แทนวัด")
        await pilot.press("enter")
        await quiet(pilot)
        assert not desk.meeting.roster[-1].here
        assert desk.meeting.quorum.total == 6


async def test_a_reason_a_post_and_another_time_are_told_of_the_highlighted_one(app: ItaApp, clock: Clock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot, "down", "space")
        dialog = await ask_people(pilot)
        await pilot.press("f7", "down", "enter")
        await quiet(pilot)
        assert at(desk, "ท้องถิ่นอำเภอ").reason == "ติดราชการ"
        await put(pilot, "กองช่าง")
        await pilot.press("f5")
        await quiet(pilot)
        await put(pilot, "รักษาราชการแทนปลัดเทศบาล")
        await pilot.press("enter")
        await quiet(pilot)
        assert at(desk, "ผู้อำนวยการกองช่าง").acting == "รักษาราชการแทนปลัดเทศบาล"
        clock.forward(30)
        desk.people.go(at(desk, "ปลัดอำเภอประจำตำบล").id)
        await put(pilot, "ปลัดอำเภอ")
        await pilot.press("f6", "ctrl+u")
        await put(pilot, "9.45")
        await pilot.press("enter")
        await quiet(pilot)
        assert at(desk, "ปลัดอำเภอประจำตำบล").movements[0].at.time() == time(9, 45)
        assert app.screen is dialog


async def test_taking_back_a_mistaken_departure_leaves_no_trace_in_the_roster(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot)
        desk.people.go(at(desk, "ปลัดอำเภอประจำตำบล").id)
        await ask_people(pilot)
        await pilot.press("f6", "ctrl+u", "enter")
        await quiet(pilot)
        assert at(desk, "ปลัดอำเภอประจำตำบล").movements == ()


async def test_before_the_opening_and_after_the_end_the_list_only_tells(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await quiet(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        dialog = await ask_people(pilot)
        assert "F9" in str(dialog.query_one("#told", Static).content)
        await pilot.press("enter", "f4", "f7", "escape")
        await quiet(pilot)
        assert room.desk.meeting.roster == ()
        await pilot.press("f9", "enter")
        await quiet(pilot)
        desk = await enter_adjourned(pilot)
        dialog = await ask_people(pilot)
        before = desk.meeting
        await pilot.press("enter", "f2", "f3", "f4", "f5", "f6", "f7")
        await quiet(pilot)
        assert app.screen is dialog
        assert desk.meeting == before


async def enter_adjourned(pilot: Pilot[Any]) -> MeetingDesk:
    room = pilot.app.screen
    assert isinstance(room, LiveScreen)
    room.desk.gavel.adjourn(time(11, 30))
    return room.desk


async def test_hostile_names_stand_as_they_are(app: ItaApp) -> None:
    evil = "[@click=app.quit]ผู้แทน[/] [0] {{7*7}}"
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        desk.people.welcome(evil, "[b]หน่วยงาน[/b]")
        await ask_people(pilot)
        await put(pilot, evil)
        await pilot.press("enter")
        await quiet(pilot)
        assert desk.meeting.roster[-1].title == evil
        assert not desk.meeting.roster[-1].here


async def test_an_unknown_voice_is_a_guest_by_the_words_typed_and_speaks_at_once(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f2")
        await put(pilot, "ประธานชุมชนริมน้ำ")
        await pilot.press("enter")
        await put(pilot, "ขอเสนอเรื่องทางเท้า")
        await pilot.press("f2", "enter")
        await quiet(pilot)
        guest = desk.meeting.roster[-1]
        assert (guest.is_guest, guest.here, guest.position) == (True, True, "ประธานชุมชนริมน้ำ")
        (statement,) = desk.meeting.entries
        assert isinstance(statement, Statement)
        assert statement.speaker.person_id == guest.id


async def test_one_who_has_not_come_yet_comes_in_by_speaking_and_one_who_left_does_not_come_back(
    app: ItaApp, clock: Clock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot, "down", "space")
        clock.forward(15)
        await pilot.press("f2")
        await put(pilot, "ท้องถิ่น")
        await pilot.press("enter")
        await quiet(pilot)
        late = at(desk, "ท้องถิ่นอำเภอ")
        assert [each.at.time() for each in late.movements] == [time(9, 45)]
        desk.people.go(late.id)
        await put(pilot, "คำที่กล่าวไว้ก่อนออก")
        await pilot.press("f2", "enter", "f2")
        await put(pilot, "ท้องถิ่น")
        await pilot.press("enter")
        await quiet(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        assert room.pen.speaker.person_id == late.id
        assert not at(desk, "ท้องถิ่นอำเภอ").here


async def test_a_stand_in_speaks_under_the_own_name_and_is_found_by_the_one_stood_in_for(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        desk.people.stand_in(at(desk, "ท้องถิ่นอำเภอ").id, "", "นักส่งเสริมการปกครองท้องถิ่น")
        for words in ("ท้องถิ่นอำเภอ", "นักส่งเสริม"):
            await pilot.press("f2")
            await put(pilot, words)
            await pilot.press("enter")
            await put(pilot, f"กล่าวโดย {words}")
            await quiet(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        assert room.pen.speaker.person_id == at(desk, "ท้องถิ่นอำเภอ").id
        assert len(desk.meeting.roster) == 7


async def test_a_click_on_a_person_opens_the_list_there(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        line = next(each for each in app.screen.query(PersonLine) if each.person_id == at(desk, "ผู้อำนวยการกองช่าง").id)
        await pilot.click(line)
        await quiet(pilot)
        assert isinstance(app.screen, PeopleScreen)
        await pilot.press("enter")
        await quiet(pilot)
        assert not at(desk, "ผู้อำนวยการกองช่าง").here
        assert "ออก ๐๙.๓๐" in line.words


async def test_the_panel_tells_who_presides_who_came_for_whom_and_why_somebody_is_away(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await open_room(pilot, "down", "down", "space")
        desk.people.excuse(at(desk, "ปลัดอำเภอประจำตำบล").id, "ลาป่วย")
        desk.people.stand_in(at(desk, "ท้องถิ่นอำเภอ").id, "", "ผู้ช่วยท้องถิ่นอำเภอ")
        desk.people.preside(at(desk, "ท้องถิ่นอำเภอ").id)
        room = app.screen
        assert isinstance(room, LiveScreen)
        await room.show()
        told = [line.words for line in room.query(PersonLine)]
        assert "ประธานในที่ประชุม" not in told[0]
        assert all(words in told[1] for words in ("ผู้ช่วยท้องถิ่นอำเภอ", "แทนท้องถิ่นอำเภอ", "ประธานในที่ประชุม"))
        assert "ไม่มา ลาป่วย" in told[2]


async def test_whoever_is_in_the_room_stands_before_one_who_would_come_in_by_speaking(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot, "down", "down", "space")
        await pilot.press("f2")
        await put(pilot, "ปลัด")  # ปลัดอำเภอ begins so, but is away; หัวหน้าสำนักปลัด is here
        await pilot.press("enter")
        await quiet(pilot)
        assert not at(desk, "ปลัดอำเภอประจำตำบล").attended


async def test_a_click_on_a_line_of_the_list_lets_in_or_out_like_enter(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await ask_people(pilot)
        await pilot.click(".found", offset=(5, 3))
        await quiet(pilot)
        assert isinstance(app.screen, LiveScreen)
        assert not at(desk, "ผู้อำนวยการกองช่าง").here


async def test_keys_in_a_burst_let_in_one_after_the_other(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot, "down", "space", "down", "space", "down", "space")
        for key in ["f4", "enter"] * 3 + ["f2", "enter"]:
            app.post_message(events.Key(key, "\r" if key == "enter" else None))
        await quiet(pilot)
        assert isinstance(app.screen, LiveScreen)
        assert desk.meeting.quorum.present == 6
        assert len(desk.meeting.roster) == 7


async def test_a_guest_taken_back_while_about_to_speak_leaves_the_floor_to_who_presides(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await open_room(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        guest = desk.people.welcome("", "ผู้แทนอำเภอ")
        room.pen.speak(person(guest.id))
        await room.take_up()
        await pilot.press("ctrl+z")
        await quiet(pilot)
        assert room.pen.speaker == desk.chair()
        guest = desk.people.welcome("", "ผู้แทนอำเภอ")
        room.pen.speak(person(guest.id))
        await room.take_up()
        await put(pilot, "คำที่ยังไม่ยืนยัน")
        desk.people.retime(guest.id, None)
        await room.show()
        assert (room.pen.speaker, room.editor.text) == (desk.chair(), "คำที่ยังไม่ยืนยัน")
