"""What the tests of the results do at the keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from ita_tui.domain.results import Results
from ita_tui.domain.years import BEYear
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.results.entry import EntryScreen
from ita_tui.ui.screens.results.year import ResultsScreen
from ita_tui.ui.widgets.line_list import LineList

Y2565, Y2566, Y2568 = BEYear(2565), BEYear(2566), BEYear(2568)


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Put words where the cursor is, at once."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def open_results(pilot: Pilot[Any]) -> ResultsScreen:
    """Go from the first screen to the results."""
    await pilot.press("r")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ResultsScreen)
    return screen


async def open_entry(pilot: Pilot[Any]) -> EntryScreen:
    """Go from the first screen to the cells of the latest year."""
    await open_results(pilot)
    await pilot.press("e")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, EntryScreen)
    return screen


async def type_path(pilot: Pilot[Any], path: Path | str) -> None:
    """Ask on the results screen for a file to be taken in."""
    await pilot.press("i")
    await pilot.pause()
    await paste(pilot, str(path))
    await pilot.press("enter")
    await pilot.pause()


def stored(app: ItaApp, year: BEYear = Y2566) -> Results:
    """Return what is stored of a year."""
    return app.office.year(year).results or Results(year)


def words(app: ItaApp, where: str) -> str:
    """Return what a field of words says."""
    return str(app.screen.query_one(where, Static).content)


def lines(app: ItaApp) -> list[str]:
    """Return what the list of the screen in front shows."""
    shown = app.screen.query_one(LineList)
    return [shown.render_line(y).text for y in range(shown.size.height)]


def line_of(app: ItaApp, name: str) -> str:
    """Return the line that holds a name."""
    return next(line for line in lines(app) if name in line)
