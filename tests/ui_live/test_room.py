"""The meeting room by keys: words become records, dialogs refuse without losing anything, nothing is overwritten."""

from __future__ import annotations

import asyncio
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.record import Statement, text_of
from ita_tui.domain.resolutions import Resolution, ResolutionKind
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.open_ends import open_ends
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.meeting.closing import AdjourningScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.meeting.opening import OpeningScreen
from tests.secretary.conftest import Clock


async def quiet(pilot: Pilot[Any]) -> None:
    """Wait until every key that was pressed has done all it does."""
    app = pilot.app
    assert isinstance(app, ItaApp)
    await pilot.pause(0.02)
    async with asyncio.timeout(20):
        while app.keys_wait:
            await pilot.pause(0.02)
    await pilot.pause()


async def put(pilot: Pilot[Any], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def enter_room(pilot: Pilot[Any]) -> MeetingDesk:
    await pilot.pause()
    await pilot.press("enter")
    await quiet(pilot)
    await pilot.press("f9", "enter")
    await quiet(pilot)
    room = pilot.app.screen
    assert isinstance(room, LiveScreen)
    assert room.desk.meeting.state is MeetingState.LIVE
    return room.desk


def said(desk: MeetingDesk) -> list[str]:
    return [text_of(entry.blocks) for entry in desk.meeting.entries if isinstance(entry, Statement)]


async def test_leaving_the_room_and_coming_back_at_once_keeps_the_words_as_they_were_last(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await put(pilot, "ประโยคแรก ")
        app.office.flush()
        await put(pilot, "ประโยคที่สอง")
        await pilot.press("f10", "enter", "f6")
        await quiet(pilot)
        assert said(desk) == ["ประโยคแรก ประโยคที่สอง"]
        await pilot.press("f10", "enter", "f6", "shift+f6", "f10")
        await quiet(pilot)
        assert said(desk) == ["ประโยคแรก ประโยคที่สอง"]


async def test_a_new_speaker_takes_three_keys_and_the_common_resolution_two(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await put(pilot, "ประธานกล่าว")
        await pilot.press("f2", "down", "enter")
        await put(pilot, "กรรมการกล่าว")
        await pilot.press("f2", "enter")
        await put(pilot, "ประธานกล่าวอีกครั้ง")
        await pilot.press("f3", "enter")
        await quiet(pilot)
        assert said(desk) == ["ประธานกล่าว", "กรรมการกล่าว", "ประธานกล่าวอีกครั้ง"]
        speakers = [entry.speaker for entry in desk.meeting.entries if isinstance(entry, Statement)]
        assert speakers[0] == speakers[2] != speakers[1]
        assert [entry.kind for entry in desk.meeting.entries if isinstance(entry, Resolution)] == [
            ResolutionKind.ACKNOWLEDGED
        ]


async def test_a_closing_time_before_the_opening_keeps_the_dialog_and_what_was_typed(
    app: ItaApp, clock: Clock
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        clock.forward(90)
        await pilot.press("f9", "enter")
        await quiet(pilot)
        assert isinstance(app.screen, AdjourningScreen)
        field = app.screen.query_one("#time", Input)
        field.value = "8.00"
        await pilot.press("enter")
        await quiet(pilot)
        assert isinstance(app.screen, AdjourningScreen)
        assert field.value == "8.00"
        field.value = "๑๑.๓๐"
        await pilot.press("enter")
        await quiet(pilot)
        assert desk.meeting.state is MeetingState.ADJOURNED


async def test_a_mark_left_in_the_record_is_named_at_adjourning_and_the_same_key_takes_it_away(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await put(pilot, "เขียนไม่ทัน")
        await pilot.press("ctrl+b", "ctrl+s")
        await quiet(pilot)
        assert said(desk) == ["เขียนไม่ทัน[ตามต่อ]"]
        assert "[ตามต่อ] ค้างอยู่ ๑ แห่ง กด Ctrl+L เพื่อเขียนต่อ" in [each.words for each in open_ends(desk)]
        await pilot.press("ctrl+l", "enter")
        await put(pilot, " เขียนแล้ว")
        await pilot.press("ctrl+b", "ctrl+s")
        await quiet(pilot)
        assert said(desk) == ["เขียนไม่ทัน เขียนแล้ว"]
        assert not any("ตามต่อ" in each.words for each in open_ends(desk))


async def test_what_is_taken_back_at_another_item_is_shown_there(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        room = pilot.app.screen
        assert isinstance(room, LiveScreen)
        first = room.pen.item_id
        await put(pilot, "คำกล่าวของวาระแรก")
        await pilot.press("f6")
        await quiet(pilot)
        assert room.pen.item_id != first
        await pilot.press("ctrl+z")
        await quiet(pilot)
        assert said(desk) == []
        assert room.pen.item_id == first


async def test_oit_items_nobody_went_through_are_named_at_adjourning_and_can_be_scrolled(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f5", "g", "escape", "f9", "enter")
        await quiet(pilot)
        named = [str(each.content) for each in app.screen.query("#open-ends Static").results(Static)]
        untouched = desk.oit.untouched()
        assert "• OIT ยังไม่ได้ทบทวน ๓๓ ข้อ" in named
        assert "o๓๓ รายงานผลตามนโยบาย No Gift Policy" in named
        assert sum(each.startswith("o") for each in named) == len(untouched) == 33
        ends = app.screen.query_one("#open-ends")
        assert isinstance(app.focused, Input), "the time is what Enter answers with"
        await pilot.press("pagedown")
        await quiet(pilot)
        assert ends.scroll_offset.y > 0
        await pilot.press("pageup")
        await quiet(pilot)
        assert ends.scroll_offset.y == 0


async def test_an_opening_day_of_another_year_keeps_the_dialog_and_the_ticks(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await quiet(pilot)
        await pilot.press("f9", "down", "space")
        await quiet(pilot)
        dialog = app.screen
        assert isinstance(dialog, OpeningScreen)
        dialog.query_one("#date", Input).value = "17 ม.ค. 60"
        await pilot.press("enter")
        await quiet(pilot)
        assert app.screen_stack[-1] is dialog
        assert isinstance(dialog, OpeningScreen)
        assert [entry.present for entry in dialog.roster].count(False) == 1


async def test_without_the_chair_the_one_who_presides_is_chosen(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await quiet(pilot)
        await pilot.press("f9", "space")
        await quiet(pilot)
        assert app.screen.query_one("#presiding").display
        chairs = app.screen.query_one("#chairs", OptionList)
        chairs.highlighted = chairs.option_count - 1
        await pilot.press("enter")
        await quiet(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        presiding = next(each for each in room.desk.meeting.roster if each.id == room.desk.meeting.presiding_id)
        assert presiding.position == "หัวหน้าสำนักปลัด"


async def test_a_hasty_resolution_is_put_right_and_taken_out_by_keys(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f3", "enter")
        await quiet(pilot)
        await pilot.press("f3", "up", *"x", "enter")
        await quiet(pilot)
        (resolution,) = desk.resolutions_of(desk.meeting.entries[0].item_id)
        assert resolution.revision == 1
        await pilot.press("f3", "up", "f8")
        await quiet(pilot)
        assert desk.meeting.entries == ()


async def test_keys_pressed_in_a_burst_open_one_dialog_after_the_other(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        burst = ["f3", "f3", "end", "enter", "f2", "f2", "enter", "escape", "escape", "f9", "escape", "f5", "escape"]
        for key in burst:
            app.post_message(events.Key(key, None))
        await quiet(pilot)
        assert isinstance(app.screen, LiveScreen)
        assert desk.meeting.state is MeetingState.LIVE


async def test_hostile_words_are_shown_as_they_are(app: ItaApp) -> None:
    evil = "[@click=app.quit]x[/] [0] [a=b มติ [/] =1+1 {{7*7}}"
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await put(pilot, f"{evil}\n{'ก' * 300}\n\x1b[31mแดง\x1b[0m\u202e\x9b")
        await pilot.press("f6", "shift+f6")
        await quiet(pilot)
        assert said(desk) == [f"{evil}\n{'ก' * 300}\nแดง"]
        await pilot.press("f3", "tab", *"[/]", "enter")
        await quiet(pilot)
        await pilot.press("f8")
        await quiet(pilot)
        await pilot.press("escape")


async def test_looking_at_the_oit_items_puts_no_table_into_the_record_but_settling_one_does(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f5", "escape")
        await quiet(pilot)
        assert desk.meeting.entries == ()
        await pilot.press("f5", "1", "escape")
        await quiet(pilot)
        assert len(desk.meeting.entries) == 2, "a sentence with the counts, and the table"


async def test_a_sentence_of_her_own_stays_and_she_is_told_once_when_its_figures_changed(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f6", "f6", "f6", "f5", "1", "escape", "up")
        await quiet(pilot)
        await put(pilot, " ตามที่เสนอ")
        await pilot.press("f5", "1", "escape")
        await quiet(pilot)
        told = [each for each in app._notifications if each.title == "จำนวนข้อ OIT เปลี่ยนแล้ว"]
        assert len(told) == 1
        app.clear_notifications()
        await pilot.press("f5", "escape")
        await quiet(pilot)
        assert not list(app._notifications)
        entry = desk.meeting.entries[0]
        assert isinstance(entry, Statement)
        assert "ดำเนินการแล้ว ๒๕ ข้อ" in text_of(entry.blocks)
        assert text_of(entry.blocks).endswith("ตามที่เสนอ")


async def test_a_prepared_statement_goes_in_once_and_stays_editable(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        (prepared,) = [each for each in desk.meeting.prepared if each.item_id == desk.stops[0][1].id]
        await pilot.press("f2", "pagedown", "enter")
        await quiet(pilot)
        await put(pilot, " และขอเพิ่มเติม")
        await pilot.press("f2", "enter")
        await quiet(pilot)
        assert said(desk)[0].endswith("และขอเพิ่มเติม")
        room = app.screen
        assert isinstance(room, LiveScreen)
        assert room.pen.waiting() == ()
        assert desk.meeting.entries[0].id == prepared.id


async def test_leaving_by_ctrl_q_makes_the_words_a_record_first_and_ctrl_c_says_which_key_leaves(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("ctrl+c")
        await quiet(pilot)
        assert all("Ctrl+Q" in note.message for note in app._notifications)
        await put(pilot, "คำสุดท้ายก่อนออก")
        await pilot.press("ctrl+q")
        await pilot.pause(0.5)
    assert said(desk) == ["คำสุดท้ายก่อนออก"]
    assert not app.is_running
