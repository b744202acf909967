"""Only keys that work are shown; one that does not says why, and the menu is walked or pressed."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList
from textual.widgets._footer import FooterKey
from textual.widgets._toast import Toast

from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.papers import publish
from ita_tui.secretary.preparing.preparation import Preparation
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.choose import ChooseScreen
from ita_tui.ui.screens.asking.menu import MenuScreen
from ita_tui.ui.screens.help import HelpScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.meeting.opening import OpeningScreen
from ita_tui.ui.screens.meeting.resolution import ResolutionScreen
from ita_tui.ui.screens.office.home import HomeScreen
from ita_tui.ui.widgets.keys_footer import KeysFooter
from tests.ui_live.test_room import enter_room, quiet

WRITING = {"f2", "f3", "tab"}


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await quiet(pilot)


def shown(pilot: Pilot[Any]) -> set[str]:
    return {each.key for each in pilot.app.screen.query(FooterKey)}


def told(app: ItaApp) -> list[str]:
    return [each.message for each in app._notifications]


def finished(desk: MeetingDesk) -> None:
    """Adjourn, seal and sign."""
    desk.gavel.adjourn(desk.now().time())
    desk.gavel.seal(publish.seal_of(desk))
    publish.sign(desk)


async def test_before_the_opening_no_key_that_writes_is_shown_and_one_that_is_pressed_says_f9(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "enter")
        assert not shown(pilot) & WRITING
        assert {"f4", "f5", "f6", "f8", "f9"} <= shown(pilot)
        await press(pilot, "f3", "ctrl+n", "tab")
        assert isinstance(app.screen, LiveScreen)
        assert len(told(app)) == 1
        assert "F9" in told(app)[0]
        await press(pilot, "f9")
        assert isinstance(app.screen, OpeningScreen)


async def test_the_opening_brings_the_keys_and_the_signature_takes_them(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        assert shown(pilot) >= WRITING
        finished(desk)
        room = app.screen
        assert isinstance(room, LiveScreen)
        await room.show()
        await quiet(pilot)
        assert not shown(pilot) & {*WRITING, "f9"}
        await press(pilot, "ctrl+z")
        assert any("ลงนามแล้ว" in each and "F8" in each for each in told(app))


async def test_the_menu_lists_what_works_and_no_more(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "enter", "escape")
        listed = [str(each.prompt) for each in app.screen.query_one(OptionList).options]
        assert not any(key in line for line in listed for key in ("F2 ", "F3 ", "Tab ", "Ctrl+N"))
        assert any("F9" in line for line in listed)


async def test_a_meeting_without_oit_items_offers_no_oit_key(app: ItaApp) -> None:
    office = app.office
    prep = Preparation(office, office.desk(office.head("1/2567").id))
    prep.follow(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "enter")
        assert "f5" not in shown(pilot)
        await press(pilot, "f5")
        assert told(app) == ["การประชุมนี้ไม่ได้ติดตาม OIT"]


async def test_the_first_screen_offers_what_fits_the_highlighted_meeting(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert {"e", "f9", "enter", "f8"} <= shown(pilot)
        await press(pilot, "down")  # signed
        assert shown(pilot) & {"e", "f9", "enter", "f8"} == {"enter", "f8"}
        await press(pilot, "e")
        assert isinstance(app.screen, HomeScreen)
        assert any("F8" in each for each in told(app))


@pytest.mark.parametrize(
    ("key", "sent", "opens"),
    [("f3", None, ResolutionScreen), ("ctrl+g", None, ChooseScreen), ("ctrl+เ", None, ChooseScreen),
     ("f1", None, HelpScreen)],
)
async def test_a_key_pressed_in_the_menu_runs_its_row_in_either_layout(
    app: ItaApp, key: str, sent: str | None, opens: type
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await enter_room(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, MenuScreen)
        app.post_message(events.Key(key, sent))
        await quiet(pilot)
        assert isinstance(app.screen, opens)
        await press(pilot, "escape")
        assert isinstance(app.screen, LiveScreen)


async def test_a_toast_leaves_editor_and_keys_in_sight_and_is_not_said_twice(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await enter_room(pilot)
        for _ in range(3):
            app.notify("กด F9", title="เรื่องเดียวกัน", markup=False)
        app.notify("อีกเรื่องหนึ่ง", title="โปรดทราบ", markup=False)
        await quiet(pilot)
        room = app.screen
        assert isinstance(room, LiveScreen)
        toasts = [each.region for each in room.query(Toast)]
        assert len(toasts) == 2
        assert toasts[1].y == toasts[0].bottom + 1, "what was said before leaves no gap"
        for taken in (room.editor.region, room.query_one(KeysFooter).region):
            assert all(not each.overlaps(taken) for each in toasts)
