"""One Ctrl+Z takes back what a writer thinks of as one thing."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual import events
from textual.binding import BindingType
from textual.pilot import Pilot

from ita_tui.ui.widgets.thai import units as writing_units
from ita_tui.ui.widgets.thai.fields import ThaiInput, ThaiTextArea
from tests.typing_thai import type_thai
from tests.ui_thai.apps import EditorApp


def text_of(widget: ThaiInput | ThaiTextArea) -> str:
    return widget.value if isinstance(widget, ThaiInput) else widget.text


async def steps_back(pilot: Pilot[None], widget: ThaiInput | ThaiTextArea) -> list[str]:
    """What stands there after each Ctrl+Z until nothing is left to take back."""
    seen = []
    while widget.check_action("undo", ()):
        await pilot.press("ctrl+z")
        seen.append(text_of(widget))
    return seen


TYPED = [
    ("ที่ประชุมมีมติ", ["ที่ประชุมมี", "ที่ประชุม", "ที่", ""]),
    ("ท่ีประชุม", ["ที่", ""]),
    ("ปี พ.ศ. ๒๕๖๖ OIT ดี", ["ปี พ.ศ. ๒๕๖๖ OIT ", "ปี พ.ศ. ๒๕๖๖ ", "ปี พ.ศ. ", "ปี ", ""]),
    ("น้ำ", [""]),
    ("(ก) - ", [""]),
]


@pytest.mark.parametrize("kind", ["editor", "line"])
@pytest.mark.parametrize(("typed", "back"), TYPED)
async def test_typing_goes_back_word_by_word_and_comes_again(kind: str, typed: str, back: list[str]) -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        widget: ThaiInput | ThaiTextArea = getattr(app, kind)
        widget.focus()
        await type_thai(pilot, typed)
        whole = text_of(widget)
        assert await steps_back(pilot, widget) == back
        for again in [*reversed(back[:-1]), whole]:
            await pilot.press("ctrl+y")
            assert text_of(widget) == again


@pytest.mark.parametrize("kind", ["editor", "line"])
async def test_a_run_of_deletions_a_paste_and_a_selection_typed_over_are_each_one_unit(kind: str) -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        widget: ThaiInput | ThaiTextArea = getattr(app, kind)
        widget.focus()
        app.post_message(events.Paste("กองช่าง เสนอ ให้ประชุม"))
        await pilot.pause()
        await pilot.press(*["backspace"] * 6, "home", *["delete"] * 3, "shift+right", "shift+right")
        await type_thai(pilot, "ก")
        assert text_of(widget) == "กง เสนอ ให้"
        assert await steps_back(pilot, widget) == [
            "ช่าง เสนอ ให้", "กองช่าง เสนอ ให้", "กองช่าง เสนอ ให้ประชุม", "",
        ]  # fmt: skip


async def test_a_pause_and_a_move_of_the_cursor_end_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.editor.focus()
        await type_thai(pilot, "ประ")
        monkeypatch.setattr(writing_units, "_PAUSE", 0)
        await type_thai(pilot, "ช")
        monkeypatch.setattr(writing_units, "_PAUSE", 60)
        await type_thai(pilot, "ุม")
        await pilot.press("left", "right")
        await type_thai(pilot, "ใ")
        assert await steps_back(pilot, app.editor) == ["ประชุม", "ประ", ""]


async def test_each_new_paragraph_is_a_unit() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.editor.focus()
        await type_thai(pilot, "หนึ่ง\nสอง")
        assert await steps_back(pilot, app.editor) == ["หนึ่ง\n", "หนึ่ง", ""]


async def test_typing_after_undo_begins_anew_and_nothing_comes_again() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.editor.focus()
        await type_thai(pilot, "ที่ประชุม")
        await pilot.press("ctrl+z")
        await type_thai(pilot, "นี่")
        await pilot.press("ctrl+y")
        assert app.editor.text == "ที่นี่"
        assert await steps_back(pilot, app.editor) == ["ที่", ""]


async def test_the_screen_has_ctrl_z_once_nothing_is_left_to_take_back() -> None:
    class Program(EditorApp):
        BINDINGS: ClassVar[list[BindingType]] = [("ctrl+z", "note('ctrl+z')", "")]

    app = Program("เดิม")
    async with app.run_test() as pilot:
        for widget in (app.editor, app.line):
            app.fired.clear()
            widget.focus()
            await type_thai(pilot, "ก")
            await pilot.press("ctrl+z")
            assert app.fired == []
            await pilot.press("ctrl+z")
            assert app.fired == ["ctrl+z"]


async def test_a_value_set_by_program_is_not_taken_back() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.line.focus()
        await type_thai(pilot, "ก")
        app.line.value = "ใหม่"
        app.editor.load_text("ใหม่")
        assert not app.line.check_action("undo", ())
        assert not app.editor.check_action("undo", ())
        await pilot.press("ctrl+z")
        assert app.line.value == "ใหม่"


async def test_a_text_that_may_only_be_read_is_not_taken_back() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.editor.focus()
        await type_thai(pilot, "ลงนามแล้ว")
        app.editor.read_only = True
        await pilot.press("ctrl+z")
        assert app.editor.text == "ลงนามแล้ว"
