"""A second window shows settings and preparation, and asks for nothing it could not keep."""

from __future__ import annotations

from pathlib import Path

from ita_tui.secretary.keeping.changes import Tools
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.preparing.planning import plan_meeting, proposed_plan
from ita_tui.secretary.preparing.preparation import Preparation
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.office.divisions import DivisionsScreen
from ita_tui.ui.screens.office.home import HomeScreen
from ita_tui.ui.screens.office.prepare import PrepareScreen
from ita_tui.ui.screens.office.settings import SettingsScreen
from tests.ui_first.steps import press, quiet


async def test_a_window_that_only_reads_shows_all_and_changes_nothing(
    office: Office, tools: Tools, tmp_path: Path
) -> None:
    committee_id = office.body.committees[0].id
    desk = plan_meeting(office, committee_id, proposed_plan(office, committee_id))
    office.flush()
    before = (office.body, desk.meeting)
    with Office.open_or_read(office.path, tools) as second:
        app = ItaApp(second, tmp_path)
        async with app.run_test(size=(80, 24)) as pilot:
            await quiet(pilot)
            await press(pilot, "n")
            assert isinstance(app.screen, HomeScreen)
            await press(pilot, "s", "enter")
            assert isinstance(app.screen, SettingsScreen)
            await press(pilot, "down", "enter", "a", "delete", "alt+down", "ctrl+z")
            assert isinstance(app.screen, DivisionsScreen)
            await press(pilot, "escape", "escape", "e", "enter", "a", "delete", "x", "t", "d")
            assert isinstance(app.screen, PrepareScreen) or app.screen.is_modal
            await press(pilot, "escape", "escape", "ctrl+t", "ctrl+z")
            assert app.is_running
        assert (second.body, second.desk(desk.meeting.head.id).meeting) == before


async def test_what_the_first_window_prepares_shows_in_the_second(
    office: Office, tools: Tools, tmp_path: Path
) -> None:
    committee_id = office.body.committees[0].id
    desk = plan_meeting(office, committee_id, proposed_plan(office, committee_id))
    office.flush()
    with Office.open_or_read(office.path, tools) as second:
        app = ItaApp(second, tmp_path)
        async with app.run_test(size=(80, 24)) as pilot:
            await quiet(pilot)
            await press(pilot, "e")
            Preparation(office, desk).rename(desk.numbered[0][1].id, "ประธานแจ้งเพื่อทราบ")
            office.flush()
            await pilot.pause(0.4)
            screen = app.screen
            assert isinstance(screen, PrepareScreen)
            assert "ประธานแจ้งเพื่อทราบ" in str(screen.rows.get_option_at_index(0).prompt)


async def test_news_that_are_looked_for_as_the_program_ends_end_nothing_else(
    office: Office, tools: Tools, tmp_path: Path
) -> None:
    with Office.open_or_read(office.path, tools) as second:
        app = ItaApp(second, tmp_path)
        async with app.run_test(size=(80, 24)) as pilot:
            await quiet(pilot)
        assert not app.screen_stack
        await app._look_for_news()
