"""The next meeting by keys: few of them, everything kept, and what is written waits in the room."""

from __future__ import annotations

from datetime import date

from ita_tui.domain.agenda import AgendaForm, AgendaKind, EarlierMeeting, form_of
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.years import BEYear
from ita_tui.secretary.keeping.changes import Tools
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.preparing.planning import plan_meeting, proposed_plan
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.ask import ConfirmScreen
from ita_tui.ui.screens.asking.form import FormScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.meeting.statement import StatementScreen
from ita_tui.ui.screens.office.home import HomeScreen
from ita_tui.ui.screens.office.prepare import PrepareScreen
from ita_tui.ui.widgets.meeting.statement_editor import StatementEditor
from tests.ui_first.steps import press, quiet, told, write


def agenda(office: Office) -> list[str]:
    """Return the numbered agenda of the newest meeting."""
    return [f"{number} {item.title}" for number, item in office.desk(office.heads()[0].id).numbered]


async def test_the_agenda_of_the_next_meeting_takes_at_most_ten_keys(app: ItaApp, office: Office) -> None:
    committee_id = office.body.committees[0].id
    plan_meeting(office, committee_id, proposed_plan(office, committee_id))
    keys = ["n", "ctrl+s", "ctrl+s"]
    assert len(keys) <= 10
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, *keys)
        assert isinstance(app.screen, HomeScreen)
    assert office.heads()[0].number_text == "2/2569"
    assert agenda(office) == [
        "1 เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "2 เรื่องรับรองรายงานการประชุม", "3 เรื่องสืบเนื่อง",
        "4 เรื่องเสนอให้ที่ประชุมพิจารณา", "4.1 ติดตามผลการดำเนินงาน OIT ปี ๒๕๗๐", "5 เรื่องอื่น ๆ",
    ]


async def test_a_first_meeting_may_approve_one_held_before_the_program(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n")
        await write(pilot, "\t\t\t\t๒/๒๕๖๙\t๑ ก.ย. ๖๙")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, PrepareScreen)
    items = office.desk(office.heads()[0].id).meeting.agenda
    (item,) = [item for item in items if item.kind is AgendaKind.APPROVE_MINUTES]
    assert item.approves == EarlierMeeting(2, BEYear(2569), date(2026, 9, 1))


async def test_items_are_added_renamed_moved_taken_out_and_brought_back(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "down", "down", "down", "a")
        before = agenda(office)
        await write(pilot, "มาตรการส่งเสริมคุณธรรม\n")
        assert "4.2 มาตรการส่งเสริมคุณธรรม" in agenda(office)
        await press(pilot, "alt+up")
        assert "4.1 มาตรการส่งเสริมคุณธรรม" in agenda(office)
        await press(pilot, "r")
        await write(pilot, "มาตรการประจำปี\n")
        assert "4.1 มาตรการประจำปี" in agenda(office)
        await press(pilot, "i")
        await write(pilot, "เรื่องแจ้งเพื่อทราบ\n")
        assert "5 เรื่องแจ้งเพื่อทราบ" in agenda(office)
        await press(pilot, "delete")
        assert "5 เรื่องแจ้งเพื่อทราบ" not in agenda(office)
        for _ in range(5):
            await press(pilot, "ctrl+z")
        assert agenda(office) == before


async def test_an_item_with_something_below_it_goes_only_after_a_question(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "down", "down", "down", "delete")
        assert isinstance(app.screen, ConfirmScreen)
        before = agenda(office)
        await press(pilot, "enter")
        assert agenda(office) == before
        await press(pilot, "delete", "down", "enter")
        assert "4 เรื่องอื่น ๆ" in agenda(office)


async def test_words_written_before_wait_in_the_room_at_their_item(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "enter")
        assert isinstance(app.screen, StatementScreen)
        await write(pilot, "ขอต้อนรับทุกท่าน")
        await press(pilot, "escape")
        assert "ขอต้อนรับทุกท่าน" in told(pilot, "#beside-text")
        await press(pilot, "escape", "f9", "enter")
        assert isinstance(app.screen, LiveScreen)
        assert app.screen.desk.meeting.state is MeetingState.LIVE
        await press(pilot, "tab")
        assert app.screen.query_one(StatementEditor).text == "ขอต้อนรับทุกท่าน"


async def test_words_typed_while_the_speaker_is_chosen_are_not_lost(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "enter", "shift+tab", "right")
        await write(pilot, "ที่ประชุม รับทราบ")
        await press(pilot, "shift+tab", "down")
        await write(pilot, "แล้ว")
        await press(pilot, "ctrl+s")
        (kept,) = office.desk(office.heads()[0].id).meeting.prepared
        assert kept.text == "ที่ประชุม รับทราบแล้ว"


async def test_an_item_may_have_several_statements_and_one_with_sub_items_too(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "down", "down", "down", "enter")  # item 4, which has a sub-item
        await write(pilot, "เรื่องแรก")
        await press(pilot, "escape", "w")
        await write(pilot, "เรื่องที่สอง")
        await press(pilot, "escape", "enter", "down", "enter")
        assert isinstance(app.screen, StatementScreen)
        await write(pilot, " แก้แล้ว")
        await press(pilot, "escape")
        desk = office.desk(office.heads()[0].id)
        assert [each.text for each in desk.meeting.prepared] == ["เรื่องแรก", "เรื่องที่สอง แก้แล้ว"]
        assert desk.meeting.prepared[0].item_id in {item.id for _, item in desk.stops}


async def test_words_being_written_when_the_program_died_are_taken_up_again(
    app: ItaApp, office: Office, tools: Tools
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "enter")
        await write(pilot, "ขอต้อนรับ")
    office.close()
    with Office.open(office.path, tools) as later:
        again = ItaApp(later, app.documents_folder)
        async with again.run_test(size=(80, 24)) as pilot:
            await quiet(pilot)
            await press(pilot, "e")
            assert isinstance(again.screen, StatementScreen)
            await write(pilot, "ทุกท่าน")
            await press(pilot, "escape")
        (prepared,) = later.desk(later.heads()[0].id).meeting.prepared
        assert prepared.text == "ขอต้อนรับทุกท่าน"


async def test_six_items_other_catalogue_and_who_records(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "t", "right", "down", "left", "down", "right", "ctrl+s")
        meeting = office.desk(office.heads()[0].id).meeting
        assert form_of(meeting.agenda) is AgendaForm.SIX
        assert meeting.oit is not None
        assert meeting.oit.catalogue_year == 2566
        assert meeting.recorder_id
        await press(pilot, "ctrl+z", "ctrl+z", "ctrl+z")
        assert form_of(office.desk(meeting.head.id).meeting.agenda) is AgendaForm.FIVE


async def test_a_postponed_meeting_says_so_where_it_is_prepared(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "d")
        await write(pilot, "๗ ธันวาคม ๒๕๖๙\t\t\tประธานติดราชการ")
        await press(pilot, "ctrl+s")
        about = told(pilot, "#about")
        assert "๗ ธันวาคม ๒๕๖๙" in about
        assert "เลื่อนจากวันที่ ๓๐ พฤศจิกายน ๒๕๖๙ ประธานติดราชการ" in about


async def test_a_day_that_is_none_keeps_the_form(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n")
        await write(pilot, "๓๑ กุมภา")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen)
        assert app.screen.values["on"] == "๓๑ กุมภา"


async def test_a_deleted_meeting_comes_back_by_one_key(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "x", "down", "enter")
        assert isinstance(app.screen, HomeScreen)
        assert office.heads() == ()
        await press(pilot, "ctrl+z")
        assert [head.number_text for head in office.heads()] == ["1/2569"]


async def test_a_meeting_that_goes_on_is_not_prepared(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n", "ctrl+s", "escape", "f9", "enter", "f10", "e")
        assert isinstance(app.screen, HomeScreen)
        assert office.heads()[0].state is MeetingState.LIVE
