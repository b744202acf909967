"""What is copied is whole: letters with their marks, and SARA AM in one, however the screen draws it."""

from __future__ import annotations

import base64
import re
import sys
from itertools import permutations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from tests.ui_thai.apps import EditorApp

TEXT = "ที่น้ำกำผู้ใด"
LETTERS = ["ที่", "น้ำ", "กำ", "ผู้", "ใ", "ด"]
CELLS = [0, 1, 3, 5, 6, 7]
"""Where each letter begins."""


class Plain(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(Content(TEXT))


async def test_text_selected_with_the_mouse_is_whole_letters_and_marked_so() -> None:
    app = Plain()
    async with app.run_test(size=(40, 4)) as pilot:
        for first, last in permutations(range(6), 2):
            await pilot.mouse_down(Static, offset=(CELLS[first], 0))
            await pilot.hover(Static, offset=(CELLS[last], 0))
            await pilot.mouse_up(Static, offset=(CELLS[last], 0))
            await pilot.pause()
            low, high = sorted((first, last))
            chosen = "".join(LETTERS[low : high + 1])
            assert app.screen.get_selected_text() == chosen
            row = app.query_one(Static).render_line(0)
            assert chosen in [segment.text for segment in row]


async def test_the_second_cell_of_sara_am_is_of_its_letter() -> None:
    app = Plain()
    async with app.run_test(size=(40, 4)) as pilot:
        await pilot.mouse_down(Static, offset=(0, 0))
        await pilot.hover(Static, offset=(2, 0))
        await pilot.mouse_up(Static, offset=(2, 0))
        assert app.screen.get_selected_text() == "ที่น้ำ"


@pytest.mark.parametrize("kind", ["editor", "line"])
async def test_cut_copy_and_paste_in_a_field_keep_the_spelling(kind: str) -> None:
    app = EditorApp("")
    async with app.run_test() as pilot:
        field = getattr(app, kind)
        field.focus()
        field.insert("น้ำกำ", (0, 0) if kind == "editor" else 0)
        await pilot.press("home", "shift+right", "ctrl+c")
        assert app.clipboard == "น้ำ"
        await pilot.press("end", "ctrl+v")
        assert (app.editor.text if kind == "editor" else app.line.value) == "น้ำกำน้ำ"
        await pilot.press("home", "shift+right", "ctrl+x")
        assert (app.editor.text if kind == "editor" else app.line.value) == "กำน้ำ"


async def test_cutting_where_nothing_is_selected_takes_nothing() -> None:
    app = EditorApp("ย่อหน้าแรก\nย่อหน้าสอง")
    async with app.run_test() as pilot:
        app.editor.focus()
        await pilot.press("ctrl+x")
        assert app.editor.text == "ย่อหน้าแรก\nย่อหน้าสอง"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pseudo-terminal")
def test_the_clipboard_of_the_terminal_gets_the_text_whole() -> None:
    from tests.ui_thai.terminal import Terminal
    from tests.ui_thai.test_terminal import APP

    with Terminal(APP, columns=80, rows=12) as terminal:
        terminal.wait_for("ready")
        terminal.write("\x1b[200~น้ำ\x1b[201~".encode())
        terminal.wait_for("e19")
        terminal.write(b"\x01\x03")  # Ctrl+A, Ctrl+C
        terminal.read(0.5)
        found = re.search(rb"\x1b\]52;c;([^\x07]*)\x07", terminal.sent)
        assert found is not None
        assert base64.b64decode(found[1]).decode() == "น้ำ"
