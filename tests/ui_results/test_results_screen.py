"""Years side by side, from any figure down to its questions, and what the check says of it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.results.book import ResultsBook
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.office.home import HomeScreen
from ita_tui.ui.screens.results.year import ResultsScreen
from tests.secretary.conftest import Clock
from tests.ui_results.steps import Y2565, Y2566, Y2568, line_of, lines, open_results, words

SIZES = [(80, 24), (120, 40)]


def fill(app: ItaApp) -> ResultsBook:
    """Store a year before, and one with questions."""
    book = ResultsBook(app.office)
    for code, score in (("overall", "93.20"), ("6", "98.20"), ("7", "99.00"), ("1", "100.00")):
        book.enter(Y2565, code, Decimal(score))
    for code in ("overall", "IIT", "1", "i1", "i2", "i3"):
        book.enter(Y2568, code, Decimal("90.00"))
    return book


@pytest.mark.parametrize("size", SIZES)
async def test_changes_are_told_by_sign_number_and_word(app: ItaApp, size: tuple[int, int]) -> None:
    fill(app)
    async with app.run_test(size=size) as pilot:
        await open_results(pilot)
        await pilot.press("right")
        assert "ปี ๒๕๖๖" in lines(app)[0]
        assert "ปี ๒๕๖๕" in lines(app)[0]
        assert "▲ ๖.๑๓ เพิ่มขึ้น" in line_of(app, "คะแนนภาพรวม")
        assert "▼ ๐.๐๑ ลดลง" in line_of(app, "คุณภาพการดำเนินงาน")
        assert "= คงที่" in line_of(app, "การปฏิบัติหน้าที่")
        assert "▲" not in line_of(app, "การใช้งบประมาณ")


async def test_it_opens_at_the_latest_year_and_arrows_change_it(app: ItaApp) -> None:
    fill(app)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        seen = [screen.year]
        for key in ("right", "right", "right", "left"):
            await pilot.press(key)
            seen.append(screen.year)
    assert seen == [2568, 2566, 2565, 2565, 2566]


async def test_enter_goes_down_to_the_questions_and_esc_comes_back_to_the_same_figure(app: ItaApp) -> None:
    fill(app)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        screen.figures.move_to("IIT")
        await pilot.press("enter")
        assert list(screen.figures.keys) == ["IIT", "1"]
        await pilot.press("down", "enter")
        assert list(screen.figures.keys) == ["1", "i1", "i2", "i3"]
        assert "ตัวชี้วัดที่ ๑" in screen.header.left
        await pilot.press("escape", "escape")
        assert screen.figures.key == "IIT"
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_figure_with_nothing_below_says_so_and_stays(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        screen.figures.move_to("1")
        await pilot.press("enter")
        assert screen.figures.key == "1"
        assert "การใช้งบประมาณ" in "\n".join(lines(app))


async def test_a_wrong_digit_is_marked_and_told_with_the_right_value(app: ItaApp) -> None:
    ResultsBook(app.office).enter(Y2566, "9", Decimal("10.00"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        assert "ตรวจพบ" in screen.header.right
        await pilot.press("f7")
        told = words(app, "#results-words")
        assert "อาจเป็น ๑๐๐.๐๐" in told
        assert line_of(app, "การเปิดเผยข้อมูล ")[0] in "!?"


async def test_a_finding_on_a_question_opens_the_way_to_it(app: ItaApp) -> None:
    book = fill(app)
    book.enter(Y2568, "i2", Decimal("60.00"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        seen = set()
        for _ in book.findings(Y2568):
            await pilot.press("f7")
            seen.add(screen.figures.key)
        assert seen == {each.where for each in book.findings(Y2568)}


async def test_all_is_quiet_when_all_agrees(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        assert "ตรวจพบ" not in screen.header.right
        assert not any(line[0] in "!?" for line in lines(app))
        await pilot.press("f7")
        assert screen.figures.key == "overall"


async def test_thai_keys_work_by_position(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("พ")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)


async def test_names_are_words_and_nothing_else(app: ItaApp) -> None:
    record = app.office.year(Y2566)
    assert record.results is not None
    hostile = {"6": "[bold]x[/] {{ 7 }} \x1b[31m\nแดง", "o1": "[@click=app.quit]y[/]"}
    results = replace(record.results, names=hostile, level="[red]ผ่าน[/]\x07")
    app.office.take_in("import results", [replace(record, results=results)])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        screen.figures.move_to("6")
        await pilot.pause()
        assert "[bold]x[/]" in words(app, "#results-words")
        assert "\x1b" not in "".join(lines(app)) + words(app, "#results-words")
        assert all(len(line.splitlines()) == 1 for line in lines(app))
        await pilot.press("e", "down")
        await pilot.pause()
        assert "[red]ผ่าน[/]" in "".join(lines(app))


async def test_an_empty_place_says_what_to_do(app: ItaApp) -> None:
    book = ResultsBook(app.office)
    for code in [*book.results(Y2566).scores]:
        book.enter(Y2566, code, None)
    book.enter_level(Y2566, "")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        assert "กด I" in words(app, "#results-nothing")
        assert app.screen.query_one("#results-nothing").display
        await pilot.press("enter", "right", "f7", "e", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_window_that_only_reads_shows_all_and_offers_no_writing(
    sample_folder: Path, tmp_path: Path, clock: Clock
) -> None:
    data = Path(shutil.copytree(sample_folder, tmp_path / "data"))
    with Office.open(data, tools_of(clock), write=False) as office:
        app = ItaApp(office, tmp_path)
        async with app.run_test(size=(80, 24)) as pilot:
            screen = await open_results(pilot)
            offered = {each.binding.action for each in screen.active_bindings.values()}
            assert "edit" not in offered
            assert {"open_below", "next_finding"} <= offered
            await pilot.press("e", "i", "n", "ctrl+z")
            assert app.screen is screen
            assert "๙๙.๓๓" in line_of(app, "คะแนนภาพรวม")


async def test_what_another_window_wrote_is_seen(sample_folder: Path, tmp_path: Path, clock: Clock) -> None:
    data = Path(shutil.copytree(sample_folder, tmp_path / "data"))
    with Office.open(data, tools_of(clock)) as writer, Office.open(data, tools_of(clock), write=False) as reader:
        app = ItaApp(reader, tmp_path)
        async with app.run_test(size=(80, 24)) as pilot:
            await open_results(pilot)
            ResultsBook(writer).enter(Y2566, "6", Decimal("77.77"))
            writer.flush()
            await pilot.pause(0.6)
            assert "๗๗.๗๗" in line_of(app, "คุณภาพการดำเนินงาน")
