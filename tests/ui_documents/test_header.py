"""A header tells which meeting it is about at every width."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from ita_tui.ui.widgets.header_line import HeaderLine

LONG, SHORT, STATE = "เอกสาร · ประชุมคณะกรรมการติดตาม ครั้งที่ ๑๒/๒๕๖๗", "เอกสาร · ครั้งที่ ๑๒/๒๕๖๗", "ออกฉบับลงนามแล้ว"


class Headed(App[None]):
    def compose(self) -> ComposeResult:
        header = HeaderLine(LONG, STATE)
        header.short = SHORT
        yield header


@pytest.mark.parametrize("width", [48, 60, 66, 67, 68, 80, 120])
async def test_the_longest_title_that_fits_stands_there_whole(width: int) -> None:
    app = Headed()
    async with app.run_test(size=(width, 5)) as pilot:
        await pilot.pause()
        shown = app.query_one(HeaderLine).render().plain
        wide = cell_len(LONG) + cell_len(STATE) + 1 <= width - 2
        assert shown.startswith(LONG if wide else SHORT)
        assert shown.endswith(STATE)
        assert cell_len(shown) == width - 2
