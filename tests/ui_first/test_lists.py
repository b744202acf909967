"""Every list that arrows walk stops at its ends, and what wraps goes on below its own first letter."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.style import Style
from textual.visual import RenderOptions
from textual.widgets.option_list import Option

import ita_tui
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.form import FormScreen
from ita_tui.ui.screens.asking.words import WordsScreen
from ita_tui.ui.widgets.filter_list import FilterList
from ita_tui.ui.widgets.hanging import Hanging
from ita_tui.ui.widgets.walk_list import WalkList
from tests.ui_first.steps import press, quiet, write

LONG = "ปรับปรุงแผนผังโครงสร้างหน่วยงานให้เป็นปัจจุบันและเผยแพร่บนเว็บไซต์ของหน่วยงาน"


class Listed(App[None]):
    """A list between two lines that cannot be taken."""

    def compose(self) -> ComposeResult:
        rows = (Hanging(("๑. ", LONG)), Hanging(("๒. ", Content(LONG))), Hanging(("", "หัว"), ("  ", LONG)))
        yield WalkList(Option("ว่าง", disabled=True), *map(Option, rows), Option("ว่าง", disabled=True), markup=False)


@pytest.mark.parametrize(("keys", "at"), [("down", 1), ("up", None), ("down up", 1), ("down down down down down", 3)])
async def test_a_list_stops_at_the_first_and_last_line_that_can_be_taken(keys: str, at: int | None) -> None:
    app = Listed()
    async with app.run_test(size=(40, 20)) as pilot:
        walked = app.query_one(WalkList)
        walked.focus()
        walked.highlighted = None
        await pilot.press(*keys.split())
        assert walked.highlighted == at


async def test_words_that_wrap_stand_below_their_own_first_letter() -> None:
    app = Listed()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        walked = app.query_one(WalkList)
        lines = [strip.text.strip("▊▎ ").rstrip() for strip in walked.render_lines(walked.region.reset_offset)]
        at = next(place for place, line in enumerate(lines) if line.startswith("๑. "))
        drawn = [strip.text for strip in walked.render_lines(walked.region.reset_offset)]
        column = drawn[at].index("ปรับปรุง")
        assert drawn[at + 1][column] == lines[at + 1][0]


@pytest.mark.parametrize("width", range(4, 60, 7))
def test_the_height_that_is_told_is_the_height_that_is_drawn(width: int) -> None:
    hanging = Hanging(("๑. ", LONG), ("  ", LONG), ("", ""))
    drawn = hanging.render_strips(width, None, Style(), RenderOptions(lambda _: Style(), {}))
    assert len(drawn) == hanging.get_height({}, width)


def test_words_after_a_filled_column_stand_below_each_other_whatever_marks_are_before_them() -> None:
    heads = [f"{role}{' ' * (22 - cell_len(role))}" for role in ("กรรมการ", "ผู้ช่วยเลขานุการ", "ที่ปรึกษา")]
    drawn = [
        Hanging((head, "ปลัด")).render_strips(40, None, Style(), RenderOptions(lambda _: Style(), {})) for head in heads
    ]
    assert {cell_len(strip.text.split("ปลัด")[0]) for [strip] in drawn} == {22}


async def test_the_fields_of_a_form_have_two_ends(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "n")
        form = app.screen
        assert isinstance(form, FormScreen)
        await press(pilot, "up")
        assert form.focused is form.query_one("#on")
        await press(pilot, *["down"] * 9)
        assert form.focused is form.query_one("#earlier_day")


async def test_up_from_the_first_proposal_comes_back_to_her_own_words(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        answers: list[str | None] = []
        app.push_screen(WordsScreen("เหตุผล", "ผู้ใด", "", ["ลาป่วย", "ลากิจ"]), answers.append)
        await write(pilot, "ติดประชุมสภา")
        await press(pilot, "down", "down", "up", "up", "enter")
        assert answers == ["ติดประชุมสภา"]
        assert not app.query(FilterList)


def test_no_screen_makes_a_list_that_goes_round() -> None:
    ui = Path(ita_tui.__file__).parent / "ui"
    stock = [
        f"{path.name}:{node.lineno}"
        for path in ui.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "OptionList"
    ]
    assert stock == []
