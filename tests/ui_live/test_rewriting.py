"""Putting the record in order from the meeting room, by keys: no words and no times are lost."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from ita_tui.domain.record import FOLLOW_MARK, Statement, text_of
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.choose import ChooseScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from tests.ui_live.test_room import enter_room, put, quiet


def room_of(app: ItaApp) -> LiveScreen:
    assert isinstance(app.screen, LiveScreen)
    return app.screen


def words(app: ItaApp) -> list[tuple[str, str]]:
    """What stands in the present item: (who, words)."""
    room = room_of(app)
    return [
        (room.desk.speaker_lines(each.speaker)[0], text_of(each.blocks))
        for each in room.desk.meeting.entries_of(room.pen.item_id) if isinstance(each, Statement)
    ]


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await quiet(pilot)


async def say(pilot: Pilot[Any], text: str) -> None:
    """Say something as the present speaker and go on to a new statement of the same one."""
    await put(pilot, text)
    await press(pilot, "down")


async def test_the_rest_of_a_statement_becomes_another_speakers(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter_room(pilot)
        await put(pilot, "ขอเปิดการประชุม")
        await put(pilot, "ขอรายงานผล")
        await press(pilot, *["left"] * len("ขอรายงานผล"), "shift+f2", "down", "enter")
        chair, other = room_of(app).desk.roster()[:2]
        assert words(app) == [(chair.title, "ขอเปิดการประชุม"), (other.title, "ขอรายงานผล")]
        assert room_of(app).editor.text == "ขอรายงานผล"


async def test_backspace_at_the_start_joins_only_what_the_same_speaker_said(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter_room(pilot)
        await say(pilot, "ประโยคที่หนึ่ง")
        await say(pilot, "ประโยคที่สอง")
        await press(pilot, "up", "home", "backspace")
        assert [text for _, text in words(app)] == ["ประโยคที่หนึ่ง\nประโยคที่สอง"]
        assert room_of(app).editor.cursor_location == (1, 0)
        await press(pilot, "f2", "down", "enter")
        await put(pilot, "คนอื่นพูด")
        await press(pilot, "home", "backspace")
        assert len(words(app)) == 1  # still in the editor
        await press(pilot, "shift+f3")
        assert [text for _, text in words(app)] == ["ประโยคที่หนึ่ง\nประโยคที่สอง\nคนอื่นพูด"]


async def test_backspace_in_an_empty_statement_does_nothing(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter_room(pilot)
        await say(pilot, "ประโยคที่หนึ่ง")
        await press(pilot, "backspace", "backspace")
        assert [text for _, text in words(app)] == ["ประโยคที่หนึ่ง"]
        assert room_of(app).pen.is_new


async def test_a_statement_moves_by_arrows_also_into_the_next_item(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await say(pilot, "หนึ่ง")
        await say(pilot, "สอง")
        await press(pilot, "up", "alt+up")
        assert [text for _, text in words(app)] == ["สอง", "หนึ่ง"]
        assert room_of(app).editor.text == "สอง"
        at = desk.meeting.entries[0].at
        await press(pilot, "alt+down", "alt+down")
        assert room_of(app).pen.item_id == desk.stops[1][1].id
        assert words(app)[0][1] == "สอง"
        assert desk.meeting.entries_of(desk.stops[1][1].id)[0].at == at


async def test_ctrl_z_takes_a_split_a_join_and_a_move_back(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await say(pilot, "หนึ่ง")
        await say(pilot, "สอง")
        before = desk.meeting.entries
        for act in (["up", "home", "backspace"], ["up", "alt+up"], ["up", "left", "shift+f2", "enter"]):
            await press(pilot, *act)
            assert desk.meeting.entries != before
            await press(pilot, "down", "down", "ctrl+z")
            assert [(each.id, getattr(each, "blocks", ())) for each in desk.meeting.entries] == [
                (each.id, getattr(each, "blocks", ())) for each in before
            ]


async def test_earlier_words_and_words_taken_out_come_back(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter_room(pilot)
        await say(pilot, "ฉบับแรก")
        await press(pilot, "up", *["backspace"] * len("ฉบับแรก"))
        await put(pilot, "ฉบับหลัง")
        await press(pilot, "ctrl+r", "enter")
        assert room_of(app).editor.text == "ฉบับแรก"
        await press(pilot, *["backspace"] * 20, "f2", "enter")
        assert words(app) == []
        await press(pilot, "ctrl+r", "enter")
        assert [text for _, text in words(app)] == ["ฉบับแรก"]


async def test_marks_are_counted_in_the_header_and_lead_back_to_their_place(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter_room(pilot)
        await put(pilot, "ตัวเลขของกองคลัง ")
        await press(pilot, "ctrl+b", "f6")
        assert "ตามต่อ ๑" in room_of(app).header.right
        await press(pilot, "ctrl+l", "enter")
        editor = room_of(app).editor
        assert editor.cursor_location == (0, editor.text.index(FOLLOW_MARK))


async def test_a_sub_item_is_added_here_and_the_way_back_is_on_top(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f6", "ctrl+n")
        await put(pilot, "เรื่องที่เสนอเพิ่ม")
        await press(pilot, "enter")
        number, item = next(stop for stop in desk.numbered if stop[1].id == room_of(app).pen.item_id)
        assert (number, item.title) == ("2.1", "เรื่องที่เสนอเพิ่ม")
        await press(pilot, "ctrl+g", "ฆ", "enter")  # nothing is called so: the question stays
        assert isinstance(app.screen, ChooseScreen)
        await press(pilot, "escape", "ctrl+g", "5", "enter", "ctrl+g", "enter")
        assert room_of(app).pen.item_id == item.id
        await press(pilot, "ctrl+z")
        assert room_of(app).pen.item_id != item.id
        assert all(each.title != "เรื่องที่เสนอเพิ่ม" for each in desk.meeting.agenda)


async def test_tab_offers_prepared_words_then_formulas_and_one_stays_editable(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        room = room_of(app)
        await press(pilot, "tab")
        assert room.editor.text == desk.meeting.prepared[0].text
        await press(pilot, "tab")
        assert "ครบองค์ประชุม" in room.editor.text
        await put(pilot, " ขอบคุณ")
        opening = room.editor.text
        await press(pilot, "tab")
        assert room.editor.text == opening  # her own words now
        await press(pilot, "f2", "enter", "tab", "tab", "tab")
        assert room.editor.text.startswith("ขอให้ฝ่ายเลขานุการ") or "คำสั่ง" in room.editor.text
        assert [text for _, text in words(app)] == [opening]
        seen = {room.editor.text}
        while room.editor.text:
            await press(pilot, "tab")
            seen.add(room.editor.text)
        assert len(seen) >= 4
        assert [text for _, text in words(app)] == [opening]


async def test_words_typed_while_undo_waits_for_the_disk_stay(app: ItaApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await enter_room(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        undo = app.undo

        async def slow(meeting_id: str) -> bool:
            done = await undo(meeting_id)
            room.editor.insert("คำที่พิมพ์ระหว่างรอ")
            return done

        await put(pilot, "คำก่อน")
        await pilot.press("ctrl+s")
        await quiet(pilot)
        monkeypatch.setattr(app, "undo", slow)
        await pilot.press("ctrl+z")
        await quiet(pilot)
        assert room.editor.text.endswith("คำที่พิมพ์ระหว่างรอ")
