"""The OIT items within the whole program: reports before the meeting, the room's words in it, another window beside."""

from __future__ import annotations

import shutil
from pathlib import Path

from textual.pilot import Pilot

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Status
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.oit.review import OitScreen
from ita_tui.ui.widgets.oit.table import OitTable
from tests.secretary.conftest import Clock
from tests.typing_thai import type_thai
from tests.ui_live.test_room import enter_room, quiet


def items(app: ItaApp) -> OitScreen:
    """Return the OIT screen in front."""
    assert isinstance(app.screen, OitScreen)
    return app.screen


async def open_prepared(pilot: Pilot[None]) -> None:
    """Go from the first screen into the prepared meeting and on to the OIT items."""
    await pilot.pause()
    await pilot.press("enter")
    await quiet(pilot)
    await pilot.press("f5")
    await quiet(pilot)


async def test_what_was_reported_before_the_meeting_is_confirmed_in_it_by_one_key_each(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_prepared(pilot)
        assert "ยังไม่ใช่มติ" in items(app).header.left
        await type_thai(pilot, "ๅ")  # the key of 1
        await pilot.press("enter", "escape", "f9", "enter")
        await quiet(pilot)
        await pilot.press("f5")
        await quiet(pilot)
        desk = items(app).desk
        assert desk.meeting.state is MeetingState.LIVE
        assert items(app).table.code == "o1", "the review begins at the first item, not where reports were put in last"
        assert desk.oit.follow_up.entry("o1").status is Status.NOT_STARTED
        await pilot.press("enter", "enter")
        assert desk.oit.follow_up.entry("o1").status is Status.DONE
        assert desk.oit.follow_up.entry("o2").status is Status.DONE_CURRENT
        assert len(desk.oit.untouched()) == 41


async def test_the_last_mark_is_taken_back_where_it_was_made(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f5", "1", "ctrl+z")
        await quiet(pilot)
        assert desk.oit.follow_up.entry("o1").status is Status.NOT_STARTED
        assert "ยังไม่ทบทวน ๔๓ ข้อ" in items(app).header.right


async def test_a_note_being_typed_is_kept_when_she_leaves_the_program(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f5", "n")
        await type_thai(pilot, "รอเอกสาร")
        await pilot.press("ctrl+q")
        await quiet(pilot)
        assert desk.oit.follow_up.entry("o1").note == "รอเอกสาร"


async def test_a_note_being_typed_when_the_program_died_is_typed_on(
    app: ItaApp, clock: Clock, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await enter_room(pilot)
        await pilot.press("f5", "down", "n")
        await type_thai(pilot, "รอคำสั่ง")
        app.office.flush()
        died = Path(shutil.copytree(app.office.path, tmp_path / "died"))
        await pilot.press("escape")
        await quiet(pilot)
        assert app.office.typed_in(f"oit-{items(app).desk.meeting.head.id}")[1] == "", "left is forgotten"
    with Office.open(died, tools_of(clock)) as office:
        again = ItaApp(office, tmp_path / "papers")
        async with again.run_test(size=(80, 24)) as pilot:
            await quiet(pilot)
            await pilot.press("f5")
            await quiet(pilot)
            assert items(again).table.code == "o2"
            assert items(again).prompt.field.value == "รอคำสั่ง"
            assert any(each.title == "กู้คืนแล้ว" for each in again._notifications)
            await type_thai(pilot, "ใหม่\n")
            assert items(again).desk.oit.follow_up.entry("o2").note == "รอคำสั่งใหม่"
            await pilot.press("escape", "f5")
            await quiet(pilot)
            assert not items(again).line_asked


async def test_a_click_elsewhere_keeps_the_line_that_is_being_typed(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f5", "d")
        await quiet(pilot)
        await pilot.press("ctrl+a", "x")
        await pilot.click(OitTable, offset=(12, 5))
        await quiet(pilot)
        assert desk.oit.follow_up.entry("o1").due == "x"
        assert items(app).table.code == "o4"
        assert not items(app).line_asked
        await pilot.press("1")
        assert desk.oit.item("o4").touched(reporting=False)


async def test_card_and_item_are_found_again_after_the_first_screen_too(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await enter_room(pilot)
        await pilot.press("f5", "down", "down", "c", "escape")
        await quiet(pilot)
        await pilot.press("f10")
        await quiet(pilot)
        await pilot.press("enter")
        await quiet(pilot)
        await pilot.press("f5")
        await quiet(pilot)
        assert items(app).card.display
        assert items(app).table.code == "o3"


async def test_a_second_window_shows_each_mark_and_makes_none(app: ItaApp, clock: Clock, tmp_path: Path) -> None:
    desk = app.office.desk(app.office.head("1/2567").id)
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    app.office.flush()
    with Office.open(app.office.path, tools_of(clock), write=False) as reading:
        second = ItaApp(reading, tmp_path / "papers")
        async with second.run_test(size=(80, 24)) as pilot:
            await open_prepared(pilot)
            await pilot.press("down", "c", "6")
            await quiet(pilot)
            assert any("อ่านอย่างเดียว" in each.title for each in second._notifications)
            assert items(second).header.right.startswith("อ่านอย่างเดียว")
            desk.oit.mark("o2", Status.PARTIAL)
            app.office.flush()
            for _ in range(20):
                await pilot.pause(0.1)
                if items(second).table.rows[1].settled:
                    break
            row = items(second).table.row
            assert row is not None
            assert (row.code, row.status) == ("o2", Status.PARTIAL)
            assert items(second).card.display
