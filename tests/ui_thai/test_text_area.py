"""The editor: every key does to Thai what a Thai writer expects."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import Selection
from textual.keys import _character_to_key
from textual.widget import Widget
from textual.widgets import TextArea

from ita_tui.thai.clusters import boundaries
from ita_tui.thai.text import clean
from ita_tui.ui import keys
from ita_tui.ui.widgets.meeting.statement_editor import StatementEditor
from ita_tui.ui.widgets.thai.fields import ThaiInput, ThaiTextArea
from tests.thai.sentences import PARAGRAPH, SENTENCES
from tests.typing_thai import type_thai
from tests.ui_thai.apps import EditorApp

EDITED = [
    ("น้ำที่ก็กำ", 0, ["right"], "น้ำที่ก็กำ", 3),
    ("น้ำที่ก็กำ", 0, ["right", "right", "right", "right"], "น้ำที่ก็กำ", 10),
    ("น้ำที่ก็กำ", 10, ["left"], "น้ำที่ก็กำ", 8),
    ("น้ำที่ก็กำ", 10, ["left", "left", "left"], "น้ำที่ก็กำ", 3),
    ("น้ำที่ก็กำ", 0, ["delete"], "ที่ก็กำ", 0),
    ("น้ำที่ก็กำ", 3, ["delete"], "น้ำก็กำ", 3),
    ("น้ำที่ก็กำ", 6, ["backspace"], "น้ำทีก็กำ", 5),
    ("น้ำที่ก็กำ", 6, ["backspace", "backspace", "backspace"], "น้ำก็กำ", 3),
    ("น้ำที่ก็กำ", 3, ["backspace"], "น้ที่ก็กำ", 2),
    ("น้ำที่ก็กำ", 0, ["shift+right", "delete"], "ที่ก็กำ", 0),
    ("น้ำที่ก็กำ", 10, ["shift+left", "shift+left", "backspace"], "น้ำที่", 6),
    ("ผู้ขอให้ประชุม", 0, ["ctrl+right"], "ผู้ขอให้ประชุม", 3),
    ("การประชุมนี้", 12, ["ctrl+w"], "การประชุม", 9),
    ("การประชุมนี้", 12, ["ctrl+w", "ctrl+backspace"], "การ", 3),
    ("การประชุมนี้", 0, ["ctrl+delete"], "ประชุมนี้", 0),
    ("การประชุมนี้", 12, ["ctrl+left", "ctrl+left"], "การประชุมนี้", 3),
    ("การประชุมนี้", 12, ["ctrl+shift+left", "delete"], "การประชุม", 9),
    ("น้ำที่", 6, ["home"], "น้ำที่", 0),
    ("น้ำที่", 0, ["end", "backspace", "ctrl+z"], "น้ำที่", 6),
]


async def test_each_editing_key_gives_the_result_of_the_table() -> None:
    app = EditorApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.editor.focus()
        for before, at, pressed, after, cursor in EDITED:
            app.editor.load_text(before)
            app.editor.move_cursor((0, at))
            await pilot.press(*pressed)
            assert (app.editor.text, app.editor.cursor_location) == (after, (0, cursor)), (before, pressed)


@pytest.mark.parametrize(
    "typed",
    [*SENTENCES[:3], "ท่ีประชุม", "นํ้าเเละคํา", "นำ้", "ย่อหน้า\nสอง", "กำำ เเเเ ่่ ิุ"],
)
async def test_text_typed_key_by_key_is_that_text_in_the_right_spelling(typed: str) -> None:
    app = EditorApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.editor.focus()
        await type_thai(pilot, typed)
        assert app.editor.text == clean(typed)
        assert app.editor.cursor_location == app.editor.document.end


async def test_typing_in_the_middle_lands_where_the_cursor_is() -> None:
    app = EditorApp("ประชุมวันนี้")
    async with app.run_test(size=(60, 20)) as pilot:
        app.editor.focus()
        app.editor.move_cursor((0, 6))
        await type_thai(pilot, "ท่ีน้ํา")
        assert app.editor.text == "ประชุมที่น้ำวันนี้"
        assert app.editor.cursor_location == (0, 12)


async def test_what_acts_on_a_terminal_never_enters_by_key_paste_or_program() -> None:
    app = EditorApp("ก\tข\x1b[31mค\u202e")
    async with app.run_test(size=(60, 20)) as pilot:
        editor = app.editor
        editor.focus()
        assert editor.text == "ก ขค"
        editor.text = "ใหม่\r\nบรรทัด\x00สอง"
        assert editor.text == "ใหม่\nบรรทัดสอง"
        editor.insert("\x9b1mต้น\t", (0, 0))
        assert editor.text == "ต้น ใหม่\nบรรทัดสอง"
        editor.clear()
        app.post_message(events.Paste("นํ้า\x1b]0;x\x07\u2066\tใส\ud800"))
        await pilot.pause()
        for key, character in (("escape", "\x1b"), ("ctrl+g", "\x07"), ("replacement_character", "\ufffd")):
            app.post_message(events.Key(key, character))
        await pilot.pause()
        assert editor.text == "น้ำ ใส"


FUNCTION_KEYS = [f"{held}f{number}" for number in range(1, 25) for held in ("", "shift+")]
OF_THE_PROGRAM = [*FUNCTION_KEYS, "alt+up", "alt+down", *(f"ctrl+{letter}" for letter in "sqptgblnro")]


@pytest.mark.parametrize("field", [ThaiTextArea, ThaiInput, StatementEditor])
def test_fields_bind_no_key_of_the_program(field: type[Widget]) -> None:
    bound = set(field._merged_bindings.key_to_bindings)  # type: ignore[union-attr]
    others = [table for name, table in keys.tables().items() if name not in ("EDITING", "EDITOR")]
    of_tables = {key for table in others for key in held(table)}
    assert {"f6", "f7"} <= set(TextArea._merged_bindings.key_to_bindings)  # type: ignore[union-attr]
    assert bound & {*OF_THE_PROGRAM, *of_tables} <= {"ctrl+z", "ctrl+f"}  # theirs while they can use them
    assert not bound & {"tab", "shift+tab", "escape"}


def held(table: list[BindingType]) -> set[str]:
    """The keys of a table that are no letters, arrows or the like."""
    names = {key for each in table if isinstance(each, Binding) for key in each.key.split(",")}
    return {key for key in names if keys.fields_give_up(key)}


async def test_keys_of_the_program_pressed_in_a_field_reach_it() -> None:
    class Program(EditorApp):
        BINDINGS: ClassVar[list[BindingType]] = [(key, f"note('{key}')", key) for key in (*OF_THE_PROGRAM, "ctrl+z")]

    app = Program("ข้อความ")
    async with app.run_test() as pilot:
        for field in (app.editor, app.line):
            field.focus()
            for key in ("f6", "shift+f3", "f7", "alt+up", "alt+down", "ctrl+b", "ctrl+g", "ctrl+z"):
                app.fired.clear()
                await pilot.press(key)
                assert app.fired == [key]
        assert app.editor.selection.is_empty


async def test_the_mouse_lands_on_clusters_and_past_the_end_on_the_end() -> None:
    app = EditorApp("ที่น้ำผู้กำ")
    async with app.run_test(size=(60, 20)) as pilot:
        stops = []
        for cell in range(8):
            await pilot.click(ThaiTextArea, offset=(cell, 0))
            stops.append(app.editor.cursor_location[1])
        assert stops == [0, 3, 3, 6, 9, 9, 11, 11]


async def test_a_double_click_selects_a_word() -> None:
    app = EditorApp("ขอเชิญประชุม ครั้งที่ ๑")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.double_click(ThaiTextArea, offset=(7, 0))
        assert app.editor.selected_text == "ประชุม"


async def test_no_style_or_cursor_begins_inside_a_cluster() -> None:
    app = EditorApp("กำลังดื่มน้ำที่ผู้ใหญ่ให้")
    async with app.run_test(size=(14, 20)) as pilot:
        editor = app.editor
        editor.focus()
        line = editor.text
        edges = boundaries(line)
        for start in range(len(line)):
            editor.selection = type(editor.selection)((0, start), (0, len(line) - start))
            await pilot.pause()
            assert editor.selection.end[1] in edges
            for y in range(5):
                for segment in editor.render_line(y):
                    assert not segment.text[:1] or segment.text[0] not in "ัิีึืุู็่้๊๋์ำ"


async def test_end_and_down_on_wrapped_rows_stay_between_clusters() -> None:
    app = EditorApp(PARAGRAPH)
    async with app.run_test(size=(23, 20)) as pilot:
        edges = set(boundaries(PARAGRAPH))
        app.editor.focus()
        for _ in range(8):
            await pilot.press("end")
            assert app.editor.cursor_location[1] in edges
            await pilot.press("down")
            assert app.editor.cursor_location[1] in edges


async def test_the_screen_shows_every_cluster_once_and_no_row_is_too_wide() -> None:
    app = EditorApp(PARAGRAPH)
    async with app.run_test(size=(31, 40)) as pilot:
        await pilot.pause()
        rows = [app.editor.render_line(y) for y in range(12)]
        assert all(row.cell_length <= 31 for row in rows)
        shown = "".join(row.text.rstrip() for row in rows).replace(" ", "")
        assert PARAGRAPH.replace(" ", "").startswith(shown)


async def test_a_placeholder_shows_while_there_is_no_text() -> None:
    app = EditorApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.editor.placeholder = "พิมพ์คำกล่าวที่นี่"
        await pilot.pause()
        assert "พิมพ์คำกล่าวที่นี่" in app.editor.render_line(0).text
        app.editor.focus()
        await type_thai(pilot, "ก")
        assert app.editor.render_line(0).text.strip() == "ก"


async def test_read_only_text_is_not_changed_by_any_key() -> None:
    app = EditorApp("ลงนามแล้ว")
    async with app.run_test() as pilot:
        app.editor.read_only = True
        app.editor.focus()
        app.editor.move_cursor((0, 4))
        await pilot.press("backspace", "delete", "ctrl+w", "ctrl+delete", "x", "enter")
        assert app.editor.text == "ลงนามแล้ว"


async def test_undo_gives_back_the_text_after_any_edits() -> None:
    app = EditorApp(PARAGRAPH)
    async with app.run_test(size=(40, 20)) as pilot:
        app.editor.focus()
        app.editor.move_cursor((0, 100))
        await type_thai(pilot, "ท่ี\nน้ํา")
        await pilot.press("ctrl+w", "backspace", "delete", "shift+right", "delete")
        assert app.editor.text != PARAGRAPH
        while app.editor.history.undo_stack:
            await pilot.press("ctrl+z")
        assert app.editor.text == PARAGRAPH


async def test_keys_sent_together_act_in_the_order_they_were_pressed() -> None:
    app = EditorApp()
    async with app.run_test(size=(40, 20)) as pilot:
        for widget in (app.editor, app.line):
            widget.focus()
            for key, character in (
                ("ก", "ก"),
                ("ข", "ข"),
                ("backspace", "\x7f"),
                ("left", None),
                ("ค", "ค"),
                ("f6", None),
            ):
                app.post_message(events.Key(key, character))
            await pilot.pause()
        assert app.editor.text == app.line.value == "คก"


async def test_a_key_of_the_app_acts_after_the_letters_typed_before_it() -> None:
    class Priority(EditorApp):
        BINDINGS: ClassVar[list[BindingType]] = [Binding("f9", "take", "", priority=True)]
        taken = ""

        def action_take(self) -> None:
            self.taken = self.editor.text

    app = Priority()
    async with app.run_test(size=(40, 20)) as pilot:
        app.editor.focus()
        await pilot.pause()
        for character in "ประชุม":
            app.post_message(events.Key(_character_to_key(character), character))
        app.post_message(events.Key("f9", None))
        await pilot.pause()
        assert app.taken == "ประชุม"


async def test_where_there_is_nothing_to_delete_nothing_happens() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.editor.focus()
        for key in ("ctrl+k", "ctrl+shift+k", "ctrl+u", "ctrl+w", "ctrl+delete", "delete", "backspace", "ctrl+x"):
            app.editor.load_text("")
            await pilot.press(key)
            assert app.editor.text == "", key
            await type_thai(pilot, "ก\n")
            await pilot.press(key, key)
            assert app.editor.text in ("ก\n", "ก", ""), key


async def test_undo_that_takes_rows_away_below_a_scroll_bar_ends_nothing() -> None:
    app = EditorApp("\n".join(SENTENCES))
    async with app.run_test(size=(20, 20)) as pilot:
        app.editor.focus()
        await pilot.press("ctrl+a", "delete", "ctrl+z", "ctrl+end", "ctrl+y")
        assert app.editor.text == ""
        await pilot.press("ctrl+z", "ctrl+end")
        assert app.editor.text == "\n".join(SENTENCES)


async def test_the_cursor_is_seen_at_every_letter_typed_at_the_end_of_a_long_text() -> None:
    app = EditorApp(PARAGRAPH)
    async with app.run_test(size=(14, 20)) as pilot:
        editor = app.editor
        editor.focus()
        await pilot.press("ctrl+end")
        before = editor.scroll_offset.y
        for character in SENTENCES[6].replace(" ", "")[:45]:
            app.post_message(events.Key(_character_to_key(character), character))
            await pilot.pause()
            _, y = editor.wrapped_document.location_to_offset(editor.cursor_location)
            assert 0 <= y - editor.scroll_offset.y < editor.size.height
        assert editor.scroll_offset.y >= before + 2


async def test_what_is_cut_is_what_was_selected_though_more_is_mended() -> None:
    app = EditorApp("เกเก")
    async with app.run_test() as pilot:
        app.editor.focus()
        app.editor.selection = Selection((0, 1), (0, 2))
        await pilot.press("ctrl+x")
        assert app.editor.text == "แก"
        assert app.clipboard == "ก"


@pytest.mark.parametrize("field", ["editor", "line"])
async def test_the_cursor_stands_behind_a_letter_put_before_a_mark_that_stood_alone(field: str) -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        widget: ThaiTextArea | ThaiInput = getattr(app, field)
        widget.focus()
        await type_thai(pilot, "ำ")
        await pilot.press("home")
        await type_thai(pilot, "นไ")
        assert (widget.value if isinstance(widget, ThaiInput) else widget.text) == "นำไ"


async def test_a_selection_grows_from_its_own_end_and_goes_with_a_move() -> None:
    app = EditorApp("กขค")
    async with app.run_test() as pilot:
        app.line.value = "กขค"
        for widget in (app.editor, app.line):
            widget.focus()
            for pressed, selected in (
                (["ctrl+a", "ctrl+right"], ""),
                (["home", "shift+end", "ctrl+left"], ""),
                (["home", "right", "right", "shift+right", "shift+home"], "กข"),
                (["end", "left", "left", "shift+left", "shift+end"], "ขค"),
            ):
                await pilot.press(*pressed)
                assert widget.selected_text == selected, pressed
