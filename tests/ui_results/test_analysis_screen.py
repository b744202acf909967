"""What the rules propose, point by point: her words in their places, kept through crashes and changes of figures."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from ita_tui.domain.analysis.texts import RuleSet
from ita_tui.domain.years import BEYear
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.results.book import ResultsBook
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.wording import WordingScreen
from ita_tui.ui.screens.results.analysis import AnalysisScreen
from ita_tui.ui.screens.results.year import ResultsScreen
from ita_tui.ui.widgets.thai.fields import ThaiTextArea
from tests.secretary.conftest import Clock
from tests.ui_results.steps import Y2566, line_of, lines, open_results, paste, words


async def open_analysis(pilot: Pilot[None]) -> AnalysisScreen:
    """Go from the first screen to the analysis of the latest year."""
    await open_results(pilot)
    await pilot.press("a")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, AnalysisScreen)
    return screen


async def rewrite(pilot: Pilot[None], text: str, leave: str = "ctrl+s") -> None:
    """Put other words in the place of the point under the cursor."""
    await pilot.press("enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, WordingScreen)
    screen.query_one("#words", ThaiTextArea).clear()
    await paste(pilot, text)
    await pilot.press(leave)
    await pilot.pause()


def edited(app: ItaApp) -> dict[str, str]:
    """Return her words by what they stand for."""
    return {each.key: each.text for each in app.office.year(Y2566).analysis.edited}


async def test_points_stand_under_their_rule_set_and_are_told_in_full(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_analysis(pilot)
        assert "ไม่เต็มยกระดับ" in lines(app)[0]
        screen.points.move_to("full_score/4")
        await pilot.pause()
        told = words(app, "#analysis-words")
        assert "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ · ควรยกระดับ" in told
        assert "๙๗.๗๘" in told


async def test_her_words_stand_in_the_list_until_undo_or_none_at_all_bring_ours_back(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_analysis(pilot)
        screen.points.move_to("full_score/4")
        await rewrite(pilot, "ผู้ยืมบางราย [b]ยังไม่ลงทะเบียน[/b]", "escape")
        assert edited(app) == {"full_score/4": "ผู้ยืมบางราย [b]ยังไม่ลงทะเบียน[/b]"}
        assert "✎" in line_of(app, "ผู้ยืมบางราย [b]")
        assert "ที่เสนอ: " in words(app, "#analysis-words")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert edited(app) == {}
        await rewrite(pilot, "คำของเรา")
        await rewrite(pilot, " ")
        assert edited(app) == {}


async def test_delete_strikes_a_point_and_prints_it_again_with_her_words(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_analysis(pilot)
        screen.points.move_to("full_score/4")
        await rewrite(pilot, "คำของเรา")
        await pilot.press("delete")
        await pilot.pause()
        assert "✗" in line_of(app, "คำของเรา")
        assert "ไม่พิมพ์" in words(app, "#analysis-words")
        await pilot.press("delete")
        await pilot.pause()
        assert "✗" not in line_of(app, "คำของเรา")
        assert edited(app) == {"full_score/4": "คำของเรา"}


async def test_words_that_no_longer_fit_are_marked_and_k_says_that_they_do(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_analysis(pilot)
        screen.points.move_to("full_score/4")
        await rewrite(pilot, "คำของเรา")
        ResultsBook(app.office).enter(Y2566, "4", Decimal("97.87"))
        screen.points.move_to("full_score/1")
        screen.show()
        assert not screen.check_action("confirm", ())
        assert "ไม่ตรงกับคะแนน ๑ แห่ง กด F7" in screen.header.right
        await pilot.press("f7")
        await pilot.pause()
        assert "!" in line_of(app, "คำของเรา")
        assert "เขียนจากคะแนนเดิม" in words(app, "#analysis-words")
        await pilot.press("k")
        await pilot.pause()
        assert "!" not in line_of(app, "คำของเรา")
        assert "F7" not in screen.header.right


async def test_words_the_rules_no_longer_speak_of_are_shown_and_delete_takes_them_away(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_analysis(pilot)
        screen.points.move_to("full_score/4/advice")
        await rewrite(pilot, "คำแนะนำของเรา")
        results = ResultsBook(app.office)
        results.enter(Y2566, "4", None)
        screen.show()
        await pilot.press("f7")
        await pilot.pause()
        assert "เกณฑ์ไม่กล่าวถึงแล้ว" in words(app, "#analysis-words")
        await pilot.press("delete")
        await pilot.pause()
        assert edited(app) == {}


async def test_style_and_rule_sets_are_chosen_by_walking_to_them(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_analysis(pilot)
        await pilot.press("g")
        await pilot.pause()
        await pilot.press("enter")  # the lowest three, on top
        await pilot.pause()
        assert app.office.year(Y2566).analysis.rules == (RuleSet.LOWEST_THREE,)
        assert {"lowest_three/4", "full_score/4"} <= set(screen.points.keys)
        await pilot.press("g")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.office.year(Y2566).analysis.rules == ()
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert app.office.year(Y2566).analysis.style == "lowest"
        assert "น้อยที่สุดสามอันดับ" in lines(app)[0]


async def test_what_was_being_written_when_the_power_went_waits_at_its_point(
    app: ItaApp, tmp_path: Path, clock: Clock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_analysis(pilot)
        screen.points.move_to("full_score/6")
        await pilot.press("enter")
        await pilot.pause()
        await paste(pilot, " และยังเขียนไม่จบ")
        app.office.flush()
        shutil.copytree(app.office.path, tmp_path / "after")
    with Office.open(tmp_path / "after", tools_of(clock)) as office:
        again = ItaApp(office, tmp_path / "papers")
        async with again.run_test(size=(80, 24)) as pilot:
            await open_results(pilot)
            await pilot.press("a")
            await pilot.pause()
            assert isinstance(again.screen, WordingScreen)
            assert again.screen.query_one("#words", ThaiTextArea).text.endswith(" และยังเขียนไม่จบ")
            await pilot.press("escape")
            await pilot.pause()
            assert list(edited(again)) == ["full_score/6"]
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("a")
            await pilot.pause()
            assert isinstance(again.screen, AnalysisScreen), "asked for once only"


async def test_a_window_that_only_reads_shows_everything_and_changes_nothing(
    app: ItaApp, tmp_path: Path, clock: Clock
) -> None:
    with Office.open_or_read(app.office.path, tools_of(clock)) as reading:
        second = ItaApp(reading, tmp_path / "papers")
        async with second.run_test(size=(80, 24)) as pilot:
            screen = await open_analysis(pilot)
            await pilot.press("enter", "delete", "g", "s")
            await pilot.pause()
            assert second.screen is screen
            assert reading.year(Y2566).analysis.edited == ()


async def test_a_year_of_which_nothing_can_be_said_says_what_to_do(app: ItaApp) -> None:
    ResultsBook(app.office).enter(BEYear(2569), "overall", Decimal("90.00"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_analysis(pilot)
        assert screen.points.keys == ()
        assert "กด E กรอกคะแนนรายตัวชี้วัด" in words(app, "#analysis-words")
        await pilot.press("enter", "delete", "k", "f7")
        await pilot.pause()
        assert app.screen is screen


async def test_esc_goes_back_to_the_results(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_analysis(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.query_one("#results-words", Static)
