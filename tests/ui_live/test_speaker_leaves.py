"""Whoever speaks may leave: then the next speaker is asked for, and what was typed stays theirs."""

from __future__ import annotations

from textual.widgets import Static

from ita_tui.domain.record import SpeakerKind, Statement, text_of
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.meeting.speaker import SpeakerScreen
from tests.ui_live.test_people import at
from tests.ui_live.test_resolutions import press
from tests.ui_live.test_room import enter_room, put


async def test_the_next_speaker_is_asked_for_and_the_words_stay_with_the_one_who_left(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        works = at(desk, "ผู้อำนวยการกองช่าง")
        await press(pilot, "f2")
        await put(pilot, "กองช่าง")
        await press(pilot, "enter")
        await put(pilot, "ขอออกไปหน้างานก่อน")
        await press(pilot, "f4")
        await put(pilot, "กองช่าง")
        await press(pilot, "enter")
        assert isinstance(app.screen, SpeakerScreen)
        assert "ออกจากที่ประชุมแล้ว" in str(app.screen.query(".note").first(Static).content)
        await press(pilot, "enter")
        await put(pilot, "รับทราบครับ")
        await press(pilot, "ctrl+s")
        said = [each for each in desk.meeting.entries if isinstance(each, Statement)]
        assert [text_of(each.blocks) for each in said] == ["ขอออกไปหน้างานก่อน", "รับทราบครับ"]
        assert [each.speaker.person_id == works.id for each in said] == [True, False]


async def test_leaving_the_question_goes_on_in_the_words_and_their_frame_says_who_left(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        desk.people.go(at(desk, "ท้องถิ่นอำเภอ").id)
        await press(pilot, "f2")
        await put(pilot, "กองช่าง")
        await press(pilot, "enter", "f4")
        await put(pilot, "กองช่าง")
        await press(pilot, "enter", "escape")
        room = app.screen
        assert isinstance(room, LiveScreen)
        assert "ออกจากที่ประชุมแล้ว" in str(room.editor.border_title)
        assert room.pen.speaker.kind is SpeakerKind.PERSON
        await press(pilot, "f4", "escape")
        assert not isinstance(app.screen, SpeakerScreen), "asked once"


async def test_where_nothing_was_typed_whoever_takes_the_chair_goes_on_for_the_chair_who_leaves(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f4", "enter", "enter")
        room = app.screen
        assert isinstance(room, LiveScreen)
        assert room.pen.speaker == desk.chair()
        assert not room.pen.speaker_left
