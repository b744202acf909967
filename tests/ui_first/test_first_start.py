"""The first start by keys alone: a few answers typed in Thai make a body whose first meeting can be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from ita_tui.domain.body import BodyKind
from ita_tui.domain.committee import Role
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.secretary.keeping.changes import Tools
from ita_tui.secretary.keeping.office import Office
from ita_tui.ui.app import ItaApp
from ita_tui.ui.first_start import FirstStartApp, Places
from ita_tui.ui.screens.asking.ask import ConfirmScreen
from ita_tui.ui.screens.asking.form import FormScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.office.divisions import DivisionsScreen
from ita_tui.ui.screens.office.home import HomeScreen
from ita_tui.ui.screens.office.prepare import PrepareScreen
from ita_tui.ui.screens.office.seats import SeatsScreen
from ita_tui.ui.screens.office.welcome import WelcomeScreen
from ita_tui.ui.widgets.thai.known_words import KnownWords
from tests.ui_first.steps import press, quiet, told, write


async def test_an_organisation_is_begun_by_keys_up_to_its_opened_first_meeting(
    first_start: FirstStartApp, documents: Path, tools: Tools, tmp_path: Path
) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await write(pilot, "อบต.ทุ่งตะวัน\n\nอำเภอเมืองใหม่\nจังหวัดอ่างทอง\n\n")
    folder = first_start.return_value
    assert folder == documents / "องค์การบริหารส่วนตำบลทุ่งตะวัน"
    with Office.open(folder, tools) as office:
        app = ItaApp(office, tmp_path / "papers", fresh=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await quiet(pilot)
            await write(pilot, "๑๒")
            await press(pilot, "ctrl+s")  # the order
            await press(pilot, "ctrl+s")  # divisions
            await press(pilot, "ctrl+s")  # seats
            await press(pilot, "ctrl+s")  # the first meeting's day
            assert isinstance(app.screen, PrepareScreen)
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen)
            await press(pilot, "f9")
            await press(pilot, "enter")
            assert isinstance(app.screen, LiveScreen)
            assert app.screen.desk.meeting.state is MeetingState.LIVE
        body = office.body
        assert (body.kind, body.name) == (BodyKind.SUBDISTRICT_ORGANISATION, "องค์การบริหารส่วนตำบลทุ่งตะวัน")
        assert (body.district, body.province) == ("เมืองใหม่", "อ่างทอง")
        (committee,) = body.committees
        assert (committee.order.number, committee.order.year) == (12, 2569)
        assert next((seat.role, seat.post) for seat in committee.order.seats) == (
            Role.CHAIR, "ปลัดองค์การบริหารส่วนตำบล"
        )
        assert office.heads()[0].number_text == "1/2569"


async def test_the_full_name_shows_while_it_is_typed_and_a_misspelt_province_is_told(
    first_start: FirstStartApp,
) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await write(pilot, "เทศบาลเมืองบ้านใหม่")
        assert "เทศบาลเมืองบ้านใหม่" in told(pilot, "#note")
        await write(pilot, "\t\t\tอางทอง")
        assert "อ่างทอง" in told(pilot, "#note")


async def test_a_province_that_was_begun_is_offered_and_taken_by_one_key(first_start: FirstStartApp) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await write(pilot, "ทุ่งตะวัน\t\t\tนครศ")
        await press(pilot, "right")
        assert isinstance(first_start.screen, FormScreen)
        assert first_start.screen.values["province"] == "นครศรีธรรมราช"


@pytest.mark.parametrize(("typed", "offered"), [("ร", "ระนอง"), ("ร้", "ร้อยเอ็ด"), ("ดาว", None), ("แ", "แพร่")])
async def test_no_word_is_offered_whose_first_mark_would_stand_alone(typed: str, offered: str | None) -> None:
    assert await KnownWords(("ร้อยเอ็ด", "ระนอง", "แพร่")).get_suggestion(typed) == offered


async def test_a_missing_name_leads_back_to_its_field_and_an_emptied_folder_is_the_proposed_one(
    first_start: FirstStartApp, documents: Path
) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "tab", "tab", "tab", "tab")
        await write(pilot, "x")
        await press(pilot, "backspace", "ctrl+s")
        assert first_start.screen.focused is first_start.screen.query_one("#name", Input)
        await write(pilot, "ทุ่งตะวัน")
        await press(pilot, "ctrl+s")
    assert first_start.return_value == documents / "องค์การบริหารส่วนตำบลทุ่งตะวัน"


async def test_leaving_a_form_with_answers_asks_first_and_keeps_them(first_start: FirstStartApp) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await write(pilot, "ทุ่งตะวัน")
        await press(pilot, "escape")
        assert isinstance(first_start.screen, ConfirmScreen)
        await press(pilot, "enter")  # not yet
        assert isinstance(first_start.screen, FormScreen)
        assert first_start.screen.query_one("#name", Input).value == "ทุ่งตะวัน"
        await press(pilot, "escape", "down", "enter")
        assert isinstance(first_start.screen, WelcomeScreen)


async def test_leaving_the_program_asks_first_too(first_start: FirstStartApp) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await write(pilot, "ทุ่งตะวัน")
        await press(pilot, "ctrl+q")
        assert isinstance(first_start.screen, ConfirmScreen)
        await press(pilot, "down", "enter", "ctrl+q")
    assert first_start.return_value is None


@pytest.mark.parametrize("folder", ["/" + "ก" * 300, "~nobody-at-all/x", "/proc/ข้อมูล"])
async def test_a_folder_that_cannot_be_made_keeps_the_form_and_says_why(
    first_start: FirstStartApp, folder: str
) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await write(pilot, "ทุ่งตะวัน\t\t\t\t")
        first_start.screen.query_one("#folder", Input).value = folder
        await press(pilot, "ctrl+s")
        assert first_start.is_running
        assert isinstance(first_start.screen, FormScreen)


async def test_leaving_a_form_without_answers_does_not_ask(first_start: FirstStartApp) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await press(pilot, "escape")
        assert isinstance(first_start.screen, WelcomeScreen)


async def test_a_folder_that_holds_other_things_is_refused_and_nothing_typed_is_lost(
    documents: Path, tools: Tools
) -> None:
    documents.mkdir()
    (documents / "งาน.txt").write_text("x", encoding="utf-8")
    app = FirstStartApp(Places(documents, asked_for=documents), tools, lambda: documents)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await write(pilot, "ทุ่งตะวัน")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen)
        assert "มีแฟ้มอื่นอยู่" in told(pilot, "#problem")
        assert app.screen.query_one("#name", Input).value == "ทุ่งตะวัน"
    assert not (documents / "body.json").exists()


async def test_everything_can_be_left_for_later(office: Office, tmp_path: Path) -> None:
    app = ItaApp(office, tmp_path / "papers", fresh=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "กด N" in told(pilot, "#next")
        await press(pilot, "n", "ctrl+s")
        assert isinstance(app.screen, PrepareScreen)


async def test_esc_goes_one_step_back_with_all_that_was_answered(office: Office, tmp_path: Path) -> None:
    app = ItaApp(office, tmp_path / "papers", fresh=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await write(pilot, "๔๕")
        await press(pilot, "ctrl+s", "ctrl+s", "ctrl+s")
        assert isinstance(app.screen, FormScreen)
        assert "๔/๔" in app.screen.TITLE_TEXT
        await press(pilot, "escape")
        assert isinstance(app.screen, SeatsScreen)
        assert "Esc กลับขั้นก่อนหน้า" in told(pilot, "#about")
        await press(pilot, "escape")
        assert isinstance(app.screen, DivisionsScreen)
        await press(pilot, "escape")
        assert app.screen.query_one("#number", Input).value == "๔๕"
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert not office.heads()


async def test_a_division_added_on_the_way_has_a_seat_for_its_head(office: Office, tmp_path: Path) -> None:
    app = ItaApp(office, tmp_path / "papers", fresh=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "ctrl+s", "a")
        await write(pilot, "กองสวัสดิการสังคม\n")
        await press(pilot, "ctrl+s")
        rows = [str(each.prompt) for each in app.screen.query_one("#rows", OptionList).options]
        assert any("ผู้อำนวยการกองสวัสดิการสังคม" in row for row in rows)


async def test_the_sample_is_one_choice_away(first_start: FirstStartApp, tmp_path: Path) -> None:
    async with first_start.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "enter")
    assert first_start.return_value == tmp_path / "sample"
