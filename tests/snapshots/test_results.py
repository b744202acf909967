"""What the results look like: years side by side with a figure in doubt, and the cells scores are typed into."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ita_tui.domain.years import BEYear
from ita_tui.secretary.results import analysing
from ita_tui.secretary.results.book import ResultsBook
from ita_tui.ui.app import ItaApp
from tests.snapshots.test_screens import SIZES, Compare, shown

pytestmark = pytest.mark.parametrize(("size", "dark"), SIZES)
Y2565, Y2566 = BEYear(2565), BEYear(2566)


async def doubt(pilot: Pilot[Any]) -> None:
    """Store a year before and a figure that cannot be right, and go to it."""
    app = pilot.app
    assert isinstance(app, ItaApp)
    book = ResultsBook(app.office)
    for code, score in (("overall", "93.20"), ("IIT", "99.33"), ("6", "99.10"), ("9", "97.80")):
        book.enter(Y2565, code, Decimal(score))
    book.enter_level(Y2565, "A")
    book.enter(Y2566, "9", Decimal("10.00"))
    await pilot.press("r")
    await pilot.pause()
    await pilot.press("f7")
    await pilot.pause()


async def replace(pilot: Pilot[Any]) -> None:
    """Type another number over a stored one."""
    await doubt(pilot)
    await pilot.press("e")
    await pilot.pause()
    await pilot.press(*"100", "tab")
    await pilot.pause()


def test_a_figure_in_doubt(snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool) -> None:
    """Two years, changes by sign and word, a mark on the figure, below it the reason and the right value."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, doubt))


def test_a_number_about_to_be_replaced(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """Old and new side by side, what follows from the others, and below them which key decides."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, replace))


async def reworded(pilot: Pilot[Any]) -> None:
    """Write one point in her own words, strike another, and change a figure under the first."""
    app = pilot.app
    assert isinstance(app, ItaApp)
    analysing.reword(app.office, Y2566, "full_score/4", "ผู้ยืมบางรายยังไม่ลงทะเบียน")
    analysing.strike(app.office, Y2566, "full_score/1")
    ResultsBook(app.office).enter(Y2566, "4", Decimal("97.87"))
    await pilot.press("r")
    await pilot.pause()
    await pilot.press("a")
    await pilot.pause()
    await pilot.press("f7")
    await pilot.pause()


async def report(pilot: Pilot[Any]) -> None:
    """Look at the report of the year before it is made."""
    await pilot.press("r")
    await pilot.pause()
    await pilot.press("f8")
    await pilot.pause()
    pilot.app.screen.query_one("#folder", Input).value = "เอกสาร"


def test_points_of_the_analysis(snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool) -> None:
    """Signs for words of hers, for what is struck and for what no longer fits; below the list why, and the words."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, reworded))


def test_the_report_before_it_is_made(snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool) -> None:
    """House styles, what speaks against the report, formats and folder, and how it will read."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, report))
