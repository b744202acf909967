"""What the results look like: years side by side with a figure in doubt, and the cells scores are typed into."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from textual.pilot import Pilot

from ita_tui.domain.years import BEYear
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
