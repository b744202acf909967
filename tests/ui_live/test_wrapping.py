"""No screen breaks a Thai word: what the program really shows, row by row, on every screen that is reached here."""

from __future__ import annotations

import pytest
from textual import events

from ita_tui.thai.words import breaks
from ita_tui.ui.app import ItaApp
from tests.thai.sentences import PARAGRAPH, SENTENCES
from tests.ui_live.test_find import settled
from tests.ui_thai.rows import Break, breaks_on

WAYS = {
    "home": [],
    "help": ["f1"],
    "opening": ["enter", "f9"],
    "room": ["enter", "f9", "enter", "words", "f2", "enter"],
    "speaker": ["enter", "f9", "enter", "words", "f2"],
    "resolution": ["enter", "f9", "enter", "f3"],
    "menu": ["enter", "f9", "enter", "escape"],
    "closing": ["enter", "f9", "enter", "words", "f9", "down", "enter"],
    "oit": ["enter", "f9", "enter", "f5"],
    "documents": ["f8"],
}


def wrong(found: Break) -> bool:
    return found.at not in breaks(found.line)


@pytest.mark.parametrize("way", WAYS)
async def test_every_row_ends_between_words(app: ItaApp, way: str) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        for key in WAYS[way]:
            if key == "words":
                app.post_message(events.Paste(PARAGRAPH))
            else:
                await pilot.press(key)
            await settled(pilot)
        app.notify(SENTENCES[1] * 3, title=SENTENCES[0], markup=False)
        for size in ((80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.2)
            found = list(breaks_on(app.screen))
            assert "Toast" in {each.widget for each in found}
            assert [each for each in found if wrong(each)] == []
