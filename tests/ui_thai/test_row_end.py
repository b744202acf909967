"""The end of a row whose paragraph goes on below: the cursor stands behind the last letter, and typing goes there."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot

from ita_tui.ui.widgets.thai.fields import ThaiTextArea
from ita_tui.ui.widgets.thai.leaving_area import LeavingArea
from tests.typing_thai import type_thai
from tests.ui_thai.apps import EditorApp

ROWS = ["ขอเชิญทุกท่านเข้าร่วม", "ประชุมในวันจันทร์ ณ ", "สำนักงานเทศบาล"]
"""How the text stands in 20 cells; the second row ends with a blank."""
FIRST, SECOND = len(ROWS[0]), len(ROWS[0] + ROWS[1])


class NarrowApp(EditorApp):
    """With room beside the editor."""

    CSS = EditorApp.CSS + "ThaiTextArea { width: 21; }"


async def ready(pilot: Pilot[None]) -> ThaiTextArea:
    editor = pilot.app.query_one(ThaiTextArea)
    editor.cursor_blink = False
    editor.focus()
    await pilot.pause()
    assert [str(row) for row in editor.wrapped_document.rows(0)] == ROWS
    return editor


def cursor_on_screen(editor: ThaiTextArea) -> list[tuple[int, int, str]]:
    """Row, cell and text of all that is drawn as the cursor."""
    found = []
    assert editor._theme.cursor_style is not None
    for y in range(4):
        cell = 0
        for segment in editor.render_line(y):
            if segment.style is not None and segment.style.bgcolor == editor._theme.cursor_style.bgcolor:
                found.append((y, cell, segment.text))
            cell += segment.cell_length
    return found


GONE_TO = [
    (["end"], FIRST, (0, 16, " ")),
    (["end", "end"], FIRST, (0, 16, " ")),
    (["end", "home"], 0, (0, 0, "ข")),
    (["end", "left"], FIRST - 1, (0, 15, "ม")),
    (["end", "right"], FIRST + 1, (1, 1, "ร")),
    (["end", "right", "left"], FIRST, (1, 0, "ป")),
    (["end", "down"], SECOND, (1, 16, " ")),
    (["end", "down", "end"], SECOND, (1, 16, " ")),
    (["down", "end", "up"], FIRST, (0, 16, " ")),
    (["down", "end", "down"], SECOND + len(ROWS[2]), (2, 13, " ")),
    (["down", "down", "end"], SECOND + len(ROWS[2]), (2, 13, " ")),
    (["end", "ctrl+right"], FIRST + 6, (1, 5, "ใ")),
    (["end", "ctrl+left"], FIRST - 4, (0, 13, "ร่")),
]


async def test_keys_go_to_the_end_of_a_row_and_on_from_it() -> None:
    app = EditorApp("".join(ROWS))
    async with app.run_test(size=(21, 20)) as pilot:
        editor = await ready(pilot)
        for keys, place, on_screen in GONE_TO:
            await pilot.press("ctrl+home", *keys)
            assert tuple(editor.cursor_location) == (0, place), keys
            assert cursor_on_screen(editor) == [on_screen], keys


DELETED = [
    (["backspace"], "".join(ROWS)[: FIRST - 1] + ROWS[1] + ROWS[2]),
    (["delete"], ROWS[0] + ROWS[1][1:] + ROWS[2]),
    (["home", "shift+end", "delete"], ROWS[1] + ROWS[2]),
    (["home", "ctrl+k"], ROWS[1] + ROWS[2]),
    (["ctrl+u"], ROWS[1] + ROWS[2]),
    (["shift+home", "ctrl+x"], ROWS[1] + ROWS[2]),
    (["ctrl+w"], ROWS[0].removesuffix("ร่วม") + ROWS[1] + ROWS[2]),
]


async def test_what_is_deleted_from_there_is_of_that_row() -> None:
    app = EditorApp("".join(ROWS))
    async with app.run_test(size=(21, 20)) as pilot:
        editor = await ready(pilot)
        for keys, text in DELETED:
            await pilot.press("ctrl+home", "end", *keys)
            assert editor.text == text, keys
            await pilot.press("ctrl+z")
            assert editor.text == "".join(ROWS), keys


async def test_letters_typed_at_the_end_of_a_row_stand_behind_its_last_letter() -> None:
    app = EditorApp("".join(ROWS))
    async with app.run_test(size=(21, 20)) as pilot:
        editor = await ready(pilot)
        await pilot.press("end")
        await type_thai(pilot, "รับ")
        assert editor.text == ROWS[0] + "รับ" + ROWS[1] + ROWS[2]
        await pilot.press("backspace", "backspace", "backspace", "ctrl+z")
        assert editor.text == ROWS[0] + "รับ" + ROWS[1] + ROWS[2]


async def test_a_click_behind_a_row_and_one_on_the_next_row_are_two_places() -> None:
    app = NarrowApp("".join(ROWS))
    async with app.run_test(size=(40, 20)) as pilot:
        editor = await ready(pilot)
        for offset, shown in (((20, 0), (0, 16, " ")), ((0, 1), (1, 0, "ป")), ((19, 0), (0, 16, " "))):
            await pilot.click(ThaiTextArea, offset=offset)
            assert tuple(editor.cursor_location) == (0, FIRST)
            assert cursor_on_screen(editor) == [shown]
        await pilot.double_click(ThaiTextArea, offset=(20, 0))
        assert editor.selected_text == "ร่วม"


async def test_from_the_end_of_one_row_to_the_start_of_the_next_nothing_is_selected() -> None:
    app = NarrowApp("".join(ROWS))
    async with app.run_test(size=(40, 20)) as pilot:
        editor = await ready(pilot)
        await pilot.mouse_down(ThaiTextArea, offset=(20, 0))
        await pilot.hover(ThaiTextArea, offset=(0, 1))
        await pilot.mouse_up(ThaiTextArea, offset=(0, 1))
        assert editor.selection.is_empty
        app.post_message(events.Key("backspace", None))
        await pilot.pause()
        assert editor.text == "".join(ROWS)[: FIRST - 1] + ROWS[1] + ROWS[2]


async def test_down_from_the_end_of_the_row_before_the_last_stays_in_the_text() -> None:
    class Leaving(EditorApp):
        def __init__(self) -> None:
            super().__init__()
            self.editor = LeavingArea("".join(ROWS))
            self.left: list[bool] = []

        def on_leaving_area_left(self, event: LeavingArea.Left) -> None:
            self.left.append(event.upwards)

    app = Leaving()
    async with app.run_test(size=(21, 20)) as pilot:
        await ready(pilot)
        await pilot.press("down", "end", "down")
        assert app.left == []
        await pilot.press("down", "up", "up", "up")
        assert app.left == [False, True]
