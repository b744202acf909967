"""The secretary's account of the results in the room: by Tab into the editor, from there into the record."""

from __future__ import annotations

import re

from ita_tui.domain.record import SECRETARIAT, Statement, text_of
from ita_tui.domain.years import BEYear
from ita_tui.thai.digits import arabic_digits
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.meeting.live import LiveScreen


async def test_tab_puts_the_account_into_the_record_with_the_stored_numbers(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("f9", "enter")
        await pilot.pause()
        room = app.screen
        assert isinstance(room, LiveScreen)
        for _ in range(8):
            await pilot.press("tab")
            await pilot.pause()
            if room.editor.text.startswith("ผลการประเมิน"):
                break
        assert room.pen.speaker == SECRETARIAT
        await pilot.press("end", "space", "f6")
        await pilot.pause()
        told = [each for each in room.desk.meeting.entries if isinstance(each, Statement)]
        assert [(each.speaker, each.is_prose) for each in told] == [(SECRETARIAT, True)]
        results = app.office.year(BEYear(2566)).results
        assert results is not None
        numbers = set(re.findall(r"\d+\.\d\d", arabic_digits(text_of(told[0].blocks))))
        assert numbers == {results.printed(code) for code in results.scores}
