"""What the documents screen and its dialogs look like: before a meeting, after it, and on the way to the printer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ita_tui.secretary.papers.publish import Printer
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.printing import NoPrinterScreen, PrintScreen
from tests.snapshots.test_screens import SIZES, Before, Compare, shown

pytestmark = pytest.mark.parametrize(("size", "dark"), SIZES)
PDF = Path("/เอกสาร/คณะกรรมการติดตามและพัฒนาผลการประเมิน/รายงานการประชุม_1-2567.pdf")
PRINTERS = (Printer("EPSON_L3250", is_default=True), Printer("HP_LaserJet_ห้องธุรการ"))


def at_papers(*, held: bool, dialog: Any = None) -> Before:
    """Return what goes to the papers of a meeting that is planned or was held, and opens a dialog there."""

    async def act(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, ItaApp)
        if held:
            desk = app.office.desk(app.office.head("1/2567").id)
            desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
            desk.gavel.adjourn(desk.now().time())
        await pilot.press("f8")
        await pilot.pause()
        if dialog is not None:
            app.push_screen(dialog())
            await pilot.pause()

    return act


def test_papers_of_a_planned_meeting(snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool) -> None:
    """Four acts, why there are not more, formats and folder; dots in the text for what is not known."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, at_papers(held=False)))


def test_papers_of_a_meeting_that_was_held(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """The copy for signing is highlighted and said to be the next step; its text has no (ร่าง)."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, at_papers(held=True)))


def test_the_question_which_printer(snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool) -> None:
    """The default printer first and highlighted, one copy, and what the keys do."""
    act = at_papers(held=True, dialog=lambda: PrintScreen("พิมพ์รายงานการประชุม", PDF, PRINTERS))
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, act))


def test_no_printer(snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool) -> None:
    """Where the PDF lies, in full, and that it can be shown."""
    act = at_papers(held=True, dialog=lambda: NoPrinterScreen(PDF, can_open=True))
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, act))
