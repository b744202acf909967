"""A file on the screen: its path is typed, what it changes is seen, Enter takes it, and all of it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.importing import PreviewScreen
from ita_tui.ui.screens.results.year import ResultsScreen
from ita_tui.ui.widgets.thai.fields import ThaiInput
from tests.ui_results.steps import Y2566, Y2568, lines, open_results, stored, type_path, words


def file_of(folder: Path, rows: str, name: str = "ผล [b] 1.csv") -> Path:
    path = folder / name
    path.write_text(f"year,code,score,level\n{rows}", encoding="utf-8")
    return path


async def test_old_and_new_are_seen_before_anything_changes(app: ItaApp, tmp_path: Path) -> None:
    path = file_of(tmp_path, "๒๕๖๖,๖,๙๘.๑๒,\n2566,i1,90,\n2566,7,98.44,\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await type_path(pilot, path)
        assert isinstance(app.screen, PreviewScreen)
        assert "เพิ่มใหม่ ๑ แถว · แทนค่าเดิม ๑ แถว · เหมือนเดิม ๑ แถว" in words(app, ".note")
        assert "ผล [b] 1.csv" in words(app, ".note")
        assert any("เดิม ๙๘.๑๙ → ใหม่ ๙๘.๑๒" in line for line in lines(app))
        assert stored(app).printed("6") == "98.19"
        await pilot.press("enter")
        await pilot.pause()
        assert (stored(app).printed("6"), stored(app).printed("i1")) == ("98.12", "90.00")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert (stored(app).printed("6"), stored(app).printed("i1")) == ("98.19", "")


async def test_esc_takes_nothing(app: ItaApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await type_path(pilot, file_of(tmp_path, "2566,6,98.12,\n"))
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        assert stored(app).printed("6") == "98.19"


async def test_a_refused_file_tells_row_column_and_reason_and_cannot_be_taken(app: ItaApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await type_path(pilot, file_of(tmp_path, "2566,6,98.12,\n2566,xx,12,\n2566,7,120,\n"))
        shown = "\n".join(lines(app))
        assert "แถว 3 ช่องรหัส" in shown
        assert "แถว 4 ช่องคะแนน" in shown
        await pilot.press("enter")
        assert isinstance(app.screen, PreviewScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert stored(app).printed("6") == "98.19"


@pytest.mark.parametrize("typed", ["", "/no/such/file.csv", "~nobody-of-that-name/x.csv", "/etc", "x\x00y.csv"])
async def test_a_path_that_leads_nowhere_stays_to_be_mended(app: ItaApp, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await type_path(pilot, typed)
        assert "แฟ้ม" in words(app, "#problem")
        assert app.screen.query_one(ThaiInput).value == typed.replace("\x00", "")
        await pilot.press("escape")
        await pilot.pause()
        if typed:  # what was typed is thrown away only when she says so
            await pilot.press("down", "enter")
            await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)


async def test_a_file_that_is_no_table_is_refused(app: ItaApp, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await type_path(pilot, path)
        assert isinstance(app.screen, PreviewScreen)
        assert not app.screen.check_action("take", ())


async def test_the_year_that_came_in_is_looked_at(app: ItaApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        await type_path(pilot, f"'{file_of(tmp_path, '2568,overall,94.30,ผ่านดี')}'")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.year == Y2568
        assert app.office.years()[-1] == Y2568
        assert Y2566 in app.office.years()


async def test_very_many_changes_are_all_there_to_look_at(app: ItaApp, tmp_path: Path) -> None:
    rows = "".join(f"{year},o{n},50,\n" for year in range(2500, 2560) for n in range(1, 44))
    first, second = file_of(tmp_path, rows, "a.csv"), file_of(tmp_path, rows.replace(",50,", ",60,"), "b.csv")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await type_path(pilot, first)
        await pilot.press("enter")
        await pilot.pause()
        await type_path(pilot, second)
        await pilot.press("end")
        assert any("เดิม ๕๐.๐๐ → ใหม่ ๖๐.๐๐" in line for line in lines(app))
