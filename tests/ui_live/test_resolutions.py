"""F3 by keys: the common resolution at once, a vote, dissent with reasons, work given, earlier ones put right."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from ita_tui.domain.resolutions import Assignment, CastingVote, Resolution, ResolutionKind, Votes
from ita_tui.secretary.keeping.changes import Decision, Place
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.open_ends import open_ends
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.list_form import ListFormScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.meeting.resolution import ResolutionScreen
from ita_tui.ui.screens.meeting.votes import VotesScreen
from ita_tui.ui.widgets.meeting.record_view import EntryView
from ita_tui.ui.widgets.thai.leaving_area import LeavingArea
from tests.typing_thai import type_thai
from tests.ui_live.test_people import at
from tests.ui_live.test_room import enter_room, put, quiet


def resolved(desk: MeetingDesk) -> list[Resolution]:
    return [each for each in desk.meeting.entries if isinstance(each, Resolution)]


def given(resolution: Resolution) -> list[tuple[str, str, str]]:
    return [(each.who, each.what, each.due) for each in resolution.assignments]


def extras(app: ItaApp) -> str:
    return str(app.screen.query_one("#extras", Static).content)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await quiet(pilot)


async def test_letters_go_on_in_the_wording_that_fits_the_item(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3")
        await type_thai(pilot, "และให้รายงานอีกครั้ง")
        await press(pilot, "enter")
        (only,) = resolved(desk)
        assert (only.kind, only.text) == (ResolutionKind.ACKNOWLEDGED, "รับทราบและให้รายงานอีกครั้ง")


async def test_unanimous_is_one_key_and_counts_those_who_vote(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "f2", "down", "down", "enter")
        (only,) = resolved(desk)
        assert only.votes == Votes(6)
        assert only.votes.unanimous
        await press(pilot, "f3", "f2", "f2", "enter")
        assert resolved(desk)[1].votes is None


async def test_a_vote_begins_in_favour_is_counted_from_those_against_and_dissent_wants_reasons(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "f3", "tab")
        await type_thai(pilot, "๒")
        await press(pilot, "tab", "1", "enter")
        assert type(app.screen) is ListFormScreen
        await type_thai(pilot, "กองช่าง")
        await press(pilot, "enter", "enter")  # the reason is missing, so nothing is added
        assert type(app.screen) is ListFormScreen
        await put(pilot, "งบประมาณไม่พอ")
        await press(pilot, "enter")
        await type_thai(pilot, "ท้อง")
        await press(pilot, "tab")
        await put(pilot, "ขอข้อมูลเพิ่ม")
        await press(pilot, "enter", "enter", "enter")
        (only,) = resolved(desk)
        assert only.votes == Votes(3, 2, 1)
        assert [(desk.people.entry(each.person_id).position, each.reason) for each in only.dissents] == [
            ("ผู้อำนวยการกองช่าง", "งบประมาณไม่พอ"), ("ท้องถิ่นอำเภอ", "ขอข้อมูลเพิ่ม"),
        ]


async def test_equal_votes_ask_for_the_casting_vote_of_who_presides_and_keep_it(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "f3")
        assert not app.screen.query_one("#casting").display
        await press(pilot, "tab", "3", "enter")
        assert app.screen.query_one("#casting").display
        await press(pilot, "up", "enter", "enter", "enter")
        (only,) = resolved(desk)
        chair = desk.meeting.presides_now
        assert only.votes == Votes(3, 3, casting=CastingVote(chair, agrees=False))
        await press(pilot, "f3", "up")
        assert "ประธานชี้ขาดไม่เห็นชอบ" in extras(app)
        await press(pilot, "f3", "tab", "backspace", "2", "enter", "enter", "enter")  # then nobody casts
        assert resolved(desk)[0].votes == Votes(4, 2)


async def test_more_votes_than_voters_are_refused_where_they_stand(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        desk.people.go(at(desk, "ท้องถิ่นอำเภอ").id)
        await press(pilot, "f3", "f3", "tab", "7", "enter")
        assert type(app.screen) is VotesScreen
        assert "๗" in str(app.screen.query_one("#problem", Static).content)
        await press(pilot, "escape", "escape")
        assert resolved(desk) == []


async def test_letters_in_a_number_field_are_no_digits_by_position(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "f3")
        await type_thai(pilot, "ๅ/-ภ")
        await press(pilot, "enter", "enter")
        assert resolved(desk)[0].votes == Votes(6)


async def test_votes_told_from_those_in_favour_on_stand_as_typed_and_say_how_many_are_not_counted(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "f3")
        await type_thai(pilot, "๓")
        assert "ยังไม่ได้นับอีก ๓ คน" in str(app.screen.query_one("#cast", Static).content)
        await press(pilot, "tab", "tab", "1", "enter", "enter")
        assert resolved(desk)[0].votes == Votes(3, 0, 1)


async def test_a_majority_against_what_is_resolved_is_remarked_on_and_not_forbidden(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "down", "down", "f3", "2", "tab", "4", "enter", "escape")
        assert "ไม่ตรงกับมติ" in extras(app)
        await press(pilot, "enter")
        (only,) = resolved(desk)
        assert (only.kind, only.votes) == (ResolutionKind.AGREED, Votes(2, 4))
        assert any("โปรดตรวจ" in each.title for each in app._notifications)
        assert any("วาระ ๑ มติ" in each.words and "ไม่ตรงกับคะแนนเสียง" in each.words for each in open_ends(desk))
        await press(pilot, "f3", "up", "enter")
        assert app.screen.query_one("#kinds", OptionList).highlighted is not None
        rejected = [str(each.prompt) for each in app.screen.query_one("#kinds", OptionList).options].index("ไม่เห็นชอบ")
        app.screen.query_one("#kinds", OptionList).highlighted = rejected
        await quiet(pilot)
        assert "ไม่ตรงกับมติ" not in extras(app)


async def test_work_is_given_to_several_by_letters_and_a_date_is_written_out(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "down", "enter")  # รับทราบและมอบหมาย asks by itself
        assert type(app.screen) is ListFormScreen
        await type_thai(pilot, "กองค")
        await press(pilot, "enter")
        await put(pilot, "เผยแพร่แผนการใช้จ่าย")
        await press(pilot, "enter")
        await type_thai(pilot, "31/1/67")
        await press(pilot, "enter")
        await type_thai(pilot, "ทุก")
        await press(pilot, "enter")
        await put(pilot, "ส่งข้อมูล")
        await press(pilot, "enter")
        await put(pilot, "ก่อนประชุมครั้งหน้า")
        await press(pilot, "enter", "enter")
        (only,) = resolved(desk)
        assert given(only) == [
            ("กองคลัง", "เผยแพร่แผนการใช้จ่าย", "๓๑ มกราคม ๒๕๖๗"), ("ทุกส่วนราชการ", "ส่งข้อมูล", "ก่อนประชุมครั้งหน้า"),
        ]


async def test_work_for_somebody_not_proposed_is_given_as_typed_and_a_line_is_removed_or_mended(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "f4")
        for who in ("กองสาธารณสุข", "กองช่าง"):
            await put(pilot, who)
            await press(pilot, "enter")
            await put(pilot, "ตรวจสอบ")
            await press(pilot, "enter", "enter")
        await press(pilot, "shift+tab", "down", "enter")  # the first line is taken up again
        await press(pilot, "enter", "end")
        await put(pilot, "ซ้ำ")
        await press(pilot, "enter", "enter")
        await press(pilot, "f8", "enter")
        assert "ตรวจสอบซ้ำ" in extras(app)
        await press(pilot, "enter")
        assert given(resolved(desk)[0]) == [("กองสาธารณสุข", "ตรวจสอบซ้ำ", "")]


async def test_leaving_a_page_of_its_own_changes_nothing(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "f4")
        await put(pilot, "กองคลัง")
        await press(pilot, "escape", "f3", "3", "escape", "escape")
        assert isinstance(app.screen, LiveScreen)
        assert resolved(desk) == []


async def test_an_earlier_one_is_reworded_by_typing_and_keeps_votes_and_work(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        item = desk.stops[0][1].id
        desk.resolve(item, Decision(ResolutionKind.AGREED, "", (("กองคลัง", "เผยแพร่", ""),), Votes(6)))
        await press(pilot, "f3", "up")
        await put(pilot, "ตามที่เสนอ")
        await press(pilot, "enter")
        (only,) = resolved(desk)
        assert (only.text, only.kind, only.votes, only.revision) == (
            "เห็นชอบตามที่เสนอ", ResolutionKind.AGREED, Votes(6), 1
        )
        assert given(only) == [("กองคลัง", "เผยแพร่", "")]


async def test_an_earlier_one_gets_another_kind_and_nothing_changed_records_nothing(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        desk.resolve(desk.stops[0][1].id, Decision(ResolutionKind.ACKNOWLEDGED))
        await press(pilot, "f3", "up", "enter", "enter")
        assert isinstance(app.screen, LiveScreen)
        assert resolved(desk)[0].revision == 0
        await press(pilot, "f3", "up", "enter", "down", "down", "enter")
        (only,) = resolved(desk)
        assert (only.kind, only.text, only.revision) == (ResolutionKind.AGREED, "เห็นชอบ", 1)


async def test_words_begun_for_a_new_one_come_back_after_looking_at_an_earlier_one(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        desk.resolve(desk.stops[0][1].id, Decision(ResolutionKind.AGREED))
        await press(pilot, "f3", "f2")
        await put(pilot, "เป็นพิเศษ")
        await press(pilot, "up")
        dialog = app.screen
        assert isinstance(dialog, ResolutionScreen)
        assert dialog.query_one(LeavingArea).text == "เห็นชอบ"
        await press(pilot, "down", "enter")
        assert [(each.text, each.votes) for each in resolved(desk)] == [
            ("เห็นชอบ", None), ("รับทราบเป็นพิเศษ", Votes(6))
        ]


async def test_earlier_ones_are_put_in_another_order_moved_and_taken_out(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        item = desk.stops[0][1].id
        for words in ("ก", "ข", "ค"):
            desk.resolve(item, Decision(ResolutionKind.OWN_WORDS, words))
            desk.say(desk_place(desk, item), f"คำกล่าวหลัง {words}")
        await press(pilot, "f3", "up", "alt+up", "alt+up", "escape")
        assert [each.text for each in resolved(desk)] == ["ค", "ก", "ข"]
        await press(pilot, "f3", "up", "alt+down", "f6", "enter")
        assert [(each.text, each.item_id) for each in resolved(desk)][-1] == ("ข", desk.stops[1][1].id)
        await press(pilot, "f3", "up", "f8")
        assert [each.text for each in desk.resolutions_of(item)] == ["ค"]


def desk_place(desk: MeetingDesk, item_id: str) -> Place:
    return Place(desk.meeting.head.id, item_id, desk.new_statement_id(), desk.chair())


async def test_without_a_quorum_it_is_said_and_not_forbidden(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        for entry in desk.people.voters()[1:5]:
            desk.people.go(entry.id)
        await press(pilot, "f3")
        assert "ไม่ครบองค์ประชุม" in str(app.screen.query_one("#alarm", Static).content)
        await press(pilot, "enter")
        assert len(resolved(desk)) == 1


async def test_a_click_chooses_and_a_second_one_takes(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3")
        await pilot.click("#kinds", offset=(3, 2))
        await quiet(pilot)
        assert isinstance(app.screen, ResolutionScreen)
        assert app.screen.query_one("#kinds", OptionList).highlighted == 2
        await pilot.click("#kinds", offset=(3, 2))
        await quiet(pilot)
        assert [each.kind for each in resolved(desk)] == [ResolutionKind.AGREED]


async def test_hostile_words_stand_in_lists_fields_and_record_as_they_are(app: ItaApp) -> None:
    evil = "[@click=app.quit]x[/] [0] {{7*7}} =1+1"
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        desk.resolve(
            desk.stops[0][1].id, Decision(ResolutionKind.OWN_WORDS, evil, ((evil, evil, evil),), Votes(5, 1))
        )
        await press(pilot, "f3", "up", "f4", "shift+tab", "down", "enter", "tab", "tab", "enter", "enter")
        await put(pilot, "!")
        await press(pilot, "enter")
        (only,) = resolved(desk)
        assert only.text == f"{evil}!"
        assert [Assignment("", *each) for each in given(only)] == [Assignment("", evil, evil, evil)]


async def test_a_click_on_a_resolution_in_the_record_puts_that_one_right(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        await press(pilot, "f3", "enter")
        await press(pilot, "f3", "down", "down", "enter")
        first, _ = desk.resolutions_of(desk.stops[0][1].id)
        view = next(each for each in app.screen.query(EntryView) if each.shown.id == first.id)
        await pilot.click(view)
        await quiet(pilot)
        await press(pilot, "backspace", "x", "enter")
        assert [each.revision for each in desk.resolutions_of(first.item_id)] == [1, 0]
