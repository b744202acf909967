"""What divisions send as a file: seen before it is taken, confirmed by the room, taken back like a mark."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.pilot import Pilot

from ita_tui.domain.oit import Status
from ita_tui.exchange.oit import read_oit
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.importing import PreviewScreen
from ita_tui.ui.screens.oit.review import OitScreen
from ita_tui.ui.widgets.line_list import LineList
from tests.ui_live.test_oit_in_the_room import items, open_prepared
from tests.ui_live.test_room import enter_room, quiet

HEAD = "year,catalogue_year,code,status,responsible,note\n"


def file_of(folder: Path, rows: str) -> Path:
    path = folder / "กองคลัง.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


async def take(pilot: Pilot[None], path: Path) -> None:
    """Have the OIT screen read a file."""
    await pilot.press("i")
    await quiet(pilot)
    pilot.app.post_message(events.Paste(str(path)))
    await pilot.press("enter")
    await quiet(pilot)


def told(app: ItaApp) -> str:
    assert isinstance(app.screen, PreviewScreen)
    shown = app.screen.query_one(LineList)
    return "\n".join(shown.render_line(y).text for y in range(shown.size.height))


async def test_a_file_fills_in_reports_and_the_room_confirms_them(app: ItaApp, tmp_path: Path) -> None:
    path = file_of(tmp_path, "๒๕๖๗,2566,o๑,ดำเนินการเรียบร้อยแล้ว,กองคลัง,\n2567,2566,๐๒,not_started,,ส่งภายหลัง\n")
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await pilot.press("f5")
        await quiet(pilot)
        await take(pilot, path)
        assert isinstance(app.screen, PreviewScreen)
        await pilot.press("enter")
        await quiet(pilot)
        reports = [desk.oit.item(code).report for code in ("o1", "o2")]
        assert [each.status for each in reports if each] == [Status.DONE, Status.NOT_STARTED]
        assert desk.oit.follow_up.entry("o1").status is Status.NOT_STARTED, "nothing is settled by a file"
        assert desk.oit.follow_up.entry("o2").note == "ส่งภายหลัง"
        await pilot.press("home", "enter")
        assert desk.oit.follow_up.entry("o1").status is Status.DONE


async def test_ctrl_z_takes_back_the_marks_since_and_then_the_file(app: ItaApp, tmp_path: Path) -> None:
    path = file_of(tmp_path, "2567,2566,o3,ดำเนินการเรียบร้อยแล้ว,,จากแฟ้ม\n")
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        before = desk.oit.follow_up
        await pilot.press("f5")
        await quiet(pilot)
        await take(pilot, path)
        await pilot.press("enter")
        await quiet(pilot)
        await pilot.press("home", "4", "ctrl+z")
        await quiet(pilot)
        assert desk.oit.follow_up.entry("o3").note == "จากแฟ้ม"
        await pilot.press("ctrl+z")
        await quiet(pilot)
        assert desk.oit.follow_up.entries == before.entries


async def test_a_file_that_names_strangers_is_refused_with_row_and_column(app: ItaApp, tmp_path: Path) -> None:
    path = file_of(tmp_path, "2567,2566,o1,เสร็จมั้ง,,\n2567,2566,o2,done,กองบิน,\n2567,2566,o99,done,,\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_prepared(pilot)
        before = items(app).desk.oit.follow_up
        await take(pilot, path)
        shown = told(app)
        assert "แถว 2 ช่องสถานะ" in shown
        await pilot.press("escape")
        await quiet(pilot)
        await take(pilot, file_of(tmp_path, "2567,2566,o2,done,กองบิน,\n2567,2566,o99,done,,\n"))
        shown = told(app)
        assert "แถว 2" in shown
        assert "กองบิน" in shown
        assert "แถว 3" in shown
        await pilot.press("escape")
        await quiet(pilot)
        assert items(app).desk.oit.follow_up == before


async def test_after_the_meeting_a_file_cannot_change_what_stands(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")  # the signed one
        await quiet(pilot)
        await pilot.press("f5")
        await quiet(pilot)
        screen = items(app)
        assert screen.desk.oit.frozen
        await pilot.press("i")
        await quiet(pilot)
        assert app.screen is screen


async def test_the_list_goes_out_for_divisions_to_fill_in_and_comes_back(app: ItaApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_prepared(pilot)
        await pilot.press("x")
        await quiet(pilot)
        await pilot.press("ctrl+s")
        await quiet(pilot)
        assert isinstance(app.screen, OitScreen)
    (path,) = (tmp_path / "papers").glob("*.xlsx")
    assert len(read_oit(path).lines) == 43
