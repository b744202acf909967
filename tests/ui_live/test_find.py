"""Ctrl+F in the editor: every place is marked, Enter goes from one to the next, Esc goes on typing there."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.find import FindScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from tests.typing_thai import type_thai

TEXT = "ปีงบประมาณ ๒๕๖๖ ได้รับน้ำ\nปีงบประมาณก่อนได้รับน้อยกว่า และปี 2566 ได้รับมากกว่า"


@pytest.fixture(autouse=True)
def nothing_sought(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FindScreen, "last_words", "")


async def settled(pilot: Pilot[None]) -> None:
    """Every key has done all it does."""
    await pilot.pause()
    while isinstance(pilot.app, ItaApp) and pilot.app.keys_wait:
        await pilot.pause(0.02)
    await pilot.pause()


async def room(pilot: Pilot[None]) -> LiveScreen:
    """The live meeting with TEXT in its editor and the cursor at its start."""
    await pilot.pause()
    await pilot.press("enter", "f9", "enter")
    await settled(pilot)
    app = pilot.app
    assert isinstance(app.screen, LiveScreen)
    app.post_message(events.Paste(TEXT))
    await pilot.press("ctrl+home")
    await settled(pilot)
    return app.screen


def standing(app: ItaApp) -> str:
    assert isinstance(app.screen, FindScreen)
    return str(app.screen.standing.content)


async def test_each_place_is_gone_to_in_turn_and_typing_goes_on_at_the_last(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        live = await room(pilot)
        await pilot.press("ctrl+f")
        await settled(pilot)
        await type_thai(pilot, "ได้รับ")
        assert standing(app) == "๑ จาก ๓"
        assert live.editor.selection.start == (0, 16)
        await pilot.press("enter", "down")
        assert standing(app) == "๓ จาก ๓"
        await pilot.press("enter")
        assert standing(app) == "๑ จาก ๓"
        await pilot.press("up", "up")
        assert standing(app) == "๒ จาก ๓"
        await pilot.press("escape")
        assert app.screen is live
        assert live.editor.has_focus
        await type_thai(pilot, "มี")
        assert "ปีงบประมาณก่อนมีน้อยกว่า" in live.editor.text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("2566", "๑ จาก ๒"), ("๒๕๖๖", "๑ จาก ๒"), ("ปีงบ ประมาณ", "๑ จาก ๒"), ("ปี2566", "๑ จาก ๑"), ("นํ้า", "๑ จาก ๑"),
        ("ไม่มีคำนี้", "ไม่พบ"), ("  ", ""), (".*", "ไม่พบ"),
    ],
)  # fmt: skip
async def test_digits_spaces_and_spelling_order_make_no_difference(app: ItaApp, words: str, shown: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await room(pilot)
        await pilot.press("ctrl+f")
        await settled(pilot)
        await type_thai(pilot, words)
        assert standing(app) == shown


async def test_nothing_found_leaves_the_cursor_where_it_was_and_marks_nothing(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        live = await room(pilot)
        await pilot.press("right", "right", "ctrl+f")
        await settled(pilot)
        await type_thai(pilot, "น้ำ")
        assert live.editor.selected_text == "น้ำ"
        await type_thai(pilot, "ตาล")
        assert live.editor.cursor_location == (0, 3)
        await pilot.press("escape")
        assert live.editor.text == TEXT


async def test_every_place_in_sight_is_marked_while_the_line_is_open(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        live = await room(pilot)
        mark = live.editor.get_component_rich_style("thai-text-area--found", partial=True).bgcolor

        def marked() -> list[str]:
            rows = [live.editor.render_line(y) for y in range(live.editor.size.height)]
            return [each.text for row in rows for each in row if each.style and each.style.bgcolor == mark]

        await pilot.press("ctrl+f")
        await settled(pilot)
        await type_thai(pilot, "ปี")
        assert marked() == ["ปี", "ปี"]  # the third is the one gone to, selected
        await pilot.press("escape")
        assert marked() == []


async def test_what_is_selected_is_offered_and_what_was_sought_last_otherwise(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await room(pilot)
        await pilot.press("shift+right", "shift+right", "ctrl+f")
        await settled(pilot)
        assert isinstance(app.screen, FindScreen)
        assert app.screen.words.value == "ปีง"
        await pilot.press("enter", "escape", "ctrl+home", "ctrl+f")
        await settled(pilot)
        assert isinstance(app.screen, FindScreen)
        assert app.screen.words.value == "ปีง"
        await type_thai(pilot, "น้ำ")  # typed over what was offered
        assert app.screen.words.value == "น้ำ"


async def test_it_is_found_by_position_under_the_thai_layout_too(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await room(pilot)
        app.post_message(events.Key("ctrl+ด", None))
        await settled(pilot)
        assert isinstance(app.screen, FindScreen)


async def test_in_an_empty_editor_the_key_is_the_programs(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        live = await room(pilot)
        await pilot.press("ctrl+a", "delete", "ctrl+f")
        await settled(pilot)
        assert not isinstance(app.screen, FindScreen)
        assert live.editor.text == ""
