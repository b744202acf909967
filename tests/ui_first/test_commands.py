"""Ctrl+P finds every key of a screen by words, and every key shown in a footer can be clicked."""

from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import OptionList
from textual.widgets._footer import FooterKey

from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.preparing.planning import plan_meeting, proposed_plan
from ita_tui.ui.app import ItaApp
from ita_tui.ui.layout_keys import in_thai_layout
from ita_tui.ui.screens.asking.form import FormScreen
from ita_tui.ui.screens.asking.pick import PickScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.office.home import HomeScreen
from ita_tui.ui.screens.office.prepare import PrepareScreen
from ita_tui.ui.screens.office.settings import SettingsScreen
from tests.ui_first.steps import press, quiet, write


@pytest.fixture(autouse=True)
def _meeting(office: Office) -> None:
    committee_id = office.body.committees[0].id
    plan_meeting(office, committee_id, proposed_plan(office, committee_id))


def found(pilot: Pilot[bool]) -> list[str]:
    """Return the lines of the palette."""
    options = pilot.app.screen.query_one(OptionList)
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_a_command_is_found_by_words_and_done(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "ตั้งค่า")
        assert len(found(pilot)) == 1
        await press(pilot, "enter")
        assert isinstance(app.screen, SettingsScreen)


async def test_the_palette_says_that_it_found_nothing(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "ฮฮฮ")
        assert found(pilot) == ["ไม่พบรายการที่ตรงกับคำค้น"]


async def test_a_thai_word_typed_with_the_keyboard_in_latin_mode_finds_too(app: ItaApp) -> None:
    typed = "9yh'8jk"
    assert in_thai_layout(typed) == "ตั้งค่า"
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, typed)
        await press(pilot, "enter")
        assert isinstance(app.screen, SettingsScreen)


async def test_a_meeting_is_found_by_its_number_in_either_digits(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "1/2569")
        assert len(found(pilot)) == 1
        await press(pilot, "enter")
        assert isinstance(app.screen, LiveScreen)


async def test_nothing_found_is_told_in_thai_and_keeps_the_words(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "ctrl+p")
        await write(pilot, "zzz\n")
        assert isinstance(app.screen, PickScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize(
    "ways", [(), ("e",), ("s",), ("s", "down", "enter"), ("s", "down", "down", "down", "enter"), ("enter",)]
)
async def test_every_key_of_a_screen_that_works_now_stands_in_its_palette(app: ItaApp, ways: tuple[str, ...]) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, *ways)
        screen = app.screen
        bound = [each for each in type(screen).BINDINGS if isinstance(each, Binding)]
        await press(pilot, "ctrl+p")
        lines = found(pilot)
        for each in bound:
            if screen.check_action(each.action.partition("(")[0], ()):
                assert any(each.description in line for line in lines), each.description


@pytest.mark.parametrize("ways", [(), ("e",), ("s", "down", "enter"), ("n",), ("enter",)])
async def test_every_key_shown_in_a_footer_does_on_a_click_what_it_does_on_the_keyboard(
    app: ItaApp, ways: tuple[str, ...]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, *ways)
        shown = list(app.screen.query(FooterKey))
        assert shown
        for each in shown:
            assert each.region.width > 0
            assert each.region.right <= 80
            assert each.region.bottom <= 24


async def test_a_click_on_a_footer_key_opens_what_the_key_opens(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        for key, screen in (("e", PrepareScreen), ("s", SettingsScreen), ("n", FormScreen)):
            (shown,) = [each for each in app.screen.query(FooterKey) if each.key == key]
            await pilot.click(shown)
            await quiet(pilot)
            assert isinstance(app.screen, screen)
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen)
