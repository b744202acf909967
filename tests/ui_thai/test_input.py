"""The line: as the editor, on one row."""

from __future__ import annotations

from textual import events

from ita_tui.ui.widgets.thai.fields import ThaiInput
from tests.typing_thai import type_thai
from tests.ui_thai.apps import EditorApp

EDITED = [
    ("ที่น้ำกำ", 0, ["right", "right"], "ที่น้ำกำ", 6),
    ("ที่น้ำกำ", 8, ["left", "left"], "ที่น้ำกำ", 3),
    ("ที่น้ำกำ", 3, ["delete"], "ที่กำ", 3),
    ("ที่น้ำกำ", 3, ["backspace"], "ทีน้ำกำ", 2),
    ("ที่น้ำกำ", 0, ["shift+right", "shift+right", "delete"], "กำ", 0),
    ("ที่น้ำกำ", 8, ["shift+left", "backspace"], "ที่น้ำ", 6),
    ("ที่น้ำกำ", 3, ["shift+right", "left"], "ที่น้ำกำ", 3),
    ("ที่น้ำกำ", 3, ["shift+right", "right"], "ที่น้ำกำ", 6),
    ("หนังสือประชุม", 13, ["ctrl+left"], "หนังสือประชุม", 7),
    ("หนังสือประชุม", 0, ["ctrl+right"], "หนังสือประชุม", 7),
    ("หนังสือประชุม", 13, ["ctrl+w"], "หนังสือ", 7),
    ("หนังสือประชุม", 13, ["ctrl+backspace"], "หนังสือ", 7),
    ("หนังสือประชุม", 0, ["ctrl+delete"], "ประชุม", 0),
    ("หนังสือประชุม", 13, ["ctrl+shift+left", "delete"], "หนังสือ", 7),
]


async def test_each_editing_key_gives_the_result_of_the_table() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.line.focus()
        await pilot.pause()
        for before, at, keys, after, cursor in EDITED:
            app.line.value = before
            app.line.cursor_position = at
            await pilot.press(*keys)
            assert (app.line.value, app.line.cursor_position) == (after, cursor), (before, keys)


async def test_the_mouse_lands_on_clusters_and_past_the_end_on_the_end() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.line.value = "ที่น้ำ"
        stops = []
        for cell in range(5):
            await pilot.click(ThaiInput, offset=(cell, 0))
            stops.append(app.line.cursor_position)
        assert stops == [0, 3, 3, 6, 6]
        await pilot.double_click(ThaiInput, offset=(1, 0))
        assert app.line.selected_text == "น้ำ"


async def test_typed_and_pasted_text_is_one_clean_line_in_the_right_spelling() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.line.focus()
        await type_thai(pilot, "ท่ีนํ้า")
        assert app.line.value == "ที่น้ำ"
        app.post_message(events.Paste("เเรก\x1b[31m\tสอง\nสาม"))
        app.post_message(events.Key("replacement_character", "\ufffd"))
        await pilot.pause()
        assert app.line.value == "ที่น้ำแรก สอง สาม"
        assert app.line.cursor_position == len(app.line.value)
        app.line.value = "โดย\x00โปรแกรม\r\n"
        assert app.line.value == "โดยโปรแกรม "
        app.post_message(events.Paste("\x1b[31m"))
        await pilot.pause()
        assert app.line.value == "โดยโปรแกรม "


async def test_no_style_begins_inside_a_cluster() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.line.value = "ที่น้ำกำผู้"
        app.line.focus()
        for at in range(len(app.line.value) + 1):
            app.line.cursor_position = at
            await pilot.pause()
            for segment in app.line.render_line(0):
                assert not segment.text[:1] or segment.text[0] not in "ัิีึืุู็่้๊๋์ำ"
