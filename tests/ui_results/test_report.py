"""The report of a year made from the screen in the style she looks at, and results put into files."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from textual.pilot import Pilot

from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.results import analysing
from ita_tui.secretary.results.book import ResultsBook
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.printing import PrintScreen
from ita_tui.ui.screens.results.report import ReportScreen
from ita_tui.ui.screens.results.year import ResultsScreen
from tests.exchange.files import scores
from tests.secretary.conftest import Clock
from tests.ui_documents.conftest import cups
from tests.ui_live.test_room import quiet
from tests.ui_results.steps import Y2565, Y2566, open_results, paste, words

__all__ = ["cups"]


async def open_report(pilot: Pilot[None]) -> ReportScreen:
    """Go from the first screen to the report of the latest year."""
    await open_results(pilot)
    await pilot.press("f8")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReportScreen)
    return screen


async def made(pilot: Pilot[None], screen: ReportScreen) -> None:
    """Wait until what was begun is made: a slow machine outlasts the keys' patience."""
    for _ in range(1000):
        if not screen._busy or pilot.app.screen is not screen:
            break
        await pilot.pause(0.02)
    await quiet(pilot)


async def test_the_preview_is_the_highlighted_style_and_making_it_makes_it_that_of_the_year(
    app: ItaApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_report(pilot)
        assert "กลุ่มตัวชี้วัดที่ควรยกระดับ" in words(app, "#preview")
        await pilot.press("down")
        await pilot.pause()
        assert "ข้อที่ต้องแก้ไขปรับปรุง" in words(app, "#preview")
        screen.query_one("#formats").focus()
        await pilot.press("space", "down", "space", "down", "space")  # Markdown alone
        screen.acts.focus()
        await pilot.press("enter")
        await made(pilot, screen)
        assert [each.name for each in (tmp_path / "papers").iterdir()] == ["การวิเคราะห์ผลการประเมิน_2566.md"]
        assert app.office.year(Y2566).analysis.style == "indicators"
        assert str(tmp_path / "papers") in words(app, "#outcome")


async def test_what_speaks_against_the_report_is_said_before_it_is_made(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert "ตรงกัน" in words(app, "#step") if isinstance(await open_report(pilot), ReportScreen) else False
        await pilot.press("escape", "escape")
        analysing.reword(app.office, Y2566, "full_score/6", "คำของเรา")
        ResultsBook(app.office).enter(Y2566, "6", Decimal("98.12"))
        await open_report(pilot)
        assert "คะแนนไม่ตรงกัน ๑ แห่ง" in words(app, "#step")
        assert "ข้อความไม่ตรงกับคะแนน ๑ แห่ง จึงเป็นร่าง" in words(app, "#step")
        assert "(ร่าง)" in words(app, "#preview")


async def test_the_last_line_prints_the_style_of_the_year(app: ItaApp, cups: object, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_report(pilot)
        await pilot.press("end", "enter")
        await made(pilot, screen)
        assert isinstance(app.screen, PrintScreen)
        assert [each.suffix for each in (tmp_path / "papers").iterdir()] == [".pdf"]


async def test_a_window_that_only_reads_makes_reports_and_files_too(app: ItaApp, tmp_path: Path, clock: Clock) -> None:
    with Office.open_or_read(app.office.path, tools_of(clock)) as reading:
        second = ItaApp(reading, tmp_path / "papers")
        async with second.run_test(size=(80, 24)) as pilot:
            screen = await open_report(pilot)
            screen.query_one("#formats").focus()
            await pilot.press("space", "down", "space", "down", "space")
            screen.acts.focus()
            await pilot.press("down", "enter")
            await made(pilot, screen)
            await pilot.press("escape")
            await pilot.press("x")
            await pilot.pause()
            await pilot.press("ctrl+s")
            await pilot.pause(0.3)
            assert sorted(each.suffix for each in (tmp_path / "papers").iterdir()) == [".md", ".xlsx"]
            assert reading.year(Y2566).analysis.style == ""


async def test_results_go_out_as_they_came_in(app: ItaApp, tmp_path: Path) -> None:
    ResultsBook(app.office).enter(Y2565, "overall", Decimal("93.20"))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("right", "down", "right", "right", "ctrl+s")  # all years, every kind of file
        await pilot.pause(0.5)
        assert isinstance(app.screen, ResultsScreen)
    found = sorted((tmp_path / "papers").iterdir())
    assert [each.name for each in found] == [f"ผลประเมิน_2565-2566.{kind}" for kind in ("csv", "json", "xlsx")]
    stored = {
        (int(year), code): score for year in (Y2565, Y2566)
        for code, score in ResultsBook(app.office).results(year).scores.items()
    }
    assert all(scores(path) == stored for path in found)


async def test_a_folder_that_cannot_be_is_told_at_its_field(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await pilot.press("x", "down", "down")
        await pilot.pause()
        await pilot.press("ctrl+a")
        await paste(pilot, "~nobody-of-that-name/x")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "ไม่พบผู้ใช้" in words(app, "#problem")
