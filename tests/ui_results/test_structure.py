"""S: which questions make which indicator of a year, and what indicators are called that year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText
from ita_tui.secretary.results.book import ResultsBook, told_codes, typed_codes
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.form import FormScreen
from ita_tui.ui.screens.results.year import ResultsScreen
from tests.ui_results.steps import open_results, paste, stored, words

Y2569 = BEYear(2569)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("i1-i3", ("i1", "i2", "i3")), ("ข้อ i๑ ถึง i๓, I5", ("i1", "i2", "i3", "i5")), ("", ()),
        ("i2 i1 i2", ("i1", "i2")), ("i๑ – i๒", ("i1", "i2")),
    ],
)  # fmt: skip
def test_codes_are_read_as_offices_write_them(typed: str, codes: tuple[str, ...]) -> None:
    assert typed_codes("1", typed) == codes
    assert typed_codes("1", told_codes(codes)) == codes


@pytest.mark.parametrize("typed", ["e1", "i1-e3", "1", "i1-i2-i3", "ห้าข้อ", "i1.2"])
def test_codes_of_another_instrument_are_none_of_the_indicator(typed: str) -> None:
    with pytest.raises(BadText):
        typed_codes("1", typed)


async def test_own_codes_make_the_year_open_down_to_its_questions(app: ItaApp) -> None:
    book = ResultsBook(app.office)
    for code in ("1", "i1", "i2"):
        book.enter(Y2569, code, Decimal("90.00"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        assert not book.below(Y2569, "1")
        await pilot.press("s", "enter")
        await pilot.pause()
        assert isinstance(app.screen, FormScreen)
        await paste(pilot, "i1-i2")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert screen.is_current
        assert stored(app, Y2569).own_codes == {"1": ("i1", "i2")}
        screen.figures.move_to("1")
        await pilot.press("enter")
        assert list(screen.figures.keys) == ["1", "i1", "i2"]
        await pilot.press("escape", "ctrl+z")
        await pilot.pause()
        assert stored(app, Y2569).own_codes == {}
        assert stored(app, Y2569).printed("i2") == "90.00"


async def test_a_code_that_two_indicators_have_is_told_in_the_form(app: ItaApp) -> None:
    ResultsBook(app.office).enter(Y2569, "1", Decimal("90.00"))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_results(pilot)
        await pilot.press("s", "enter")
        await pilot.pause()
        await paste(pilot, "i1-i3")
        await pilot.press("down")
        await paste(pilot, "i3-i5")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "i3" in words(app, "#problem")
        assert isinstance(app.screen, FormScreen)


async def test_a_name_of_the_year_stands_on_the_screen_and_an_emptied_one_is_the_usual(app: ItaApp) -> None:
    ResultsBook(app.office).enter(Y2569, "8", Decimal("90.00"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_results(pilot)
        assert isinstance(screen, ResultsScreen)
        for name, shown in (("การพัฒนาระบบงาน", "การพัฒนาระบบงาน"), ("", "การปรับปรุงการทำงาน")):
            await pilot.press("s", "down", "enter")
            await pilot.pause()
            await pilot.press(*["down"] * 7, "ctrl+a", "delete")
            await paste(pilot, name)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert screen.is_current
            screen.figures.move_to("8")
            await pilot.pause()
            assert f"ตัวชี้วัดที่ ๘ {shown}" in words(app, "#results-words")
        assert stored(app, Y2569).own_names == {}
