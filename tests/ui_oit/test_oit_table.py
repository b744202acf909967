"""The table: exact lines at any width, a cursor that stands on items only, and marks that redraw what they changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.strip import Strip

from ita_tui.domain.oit import Catalogue, Status
from ita_tui.thai.clusters import clusters
from ita_tui.thai.digits import thai_digits_in_text
from ita_tui.thai.text import clean
from ita_tui.ui.screens.oit.told import lines_of, rows_of_desk
from ita_tui.ui.widgets.oit.lines import Heading, Line, Row, columns_of, fit, head_parts, parts_of
from ita_tui.ui.widgets.oit.table import OitTable
from ita_tui.ui.widgets.oit.wrap import wrapped
from tests.ui_oit.oit_facts import OitApp, catalogue, desk, unreported

LINES = lines_of(catalogue(), rows_of_desk(desk()), None)
HOSTILE = "[@click=app.quit]x[/]"
THAI = st.text(st.sampled_from("กขคงจนมรสหเแโไาำะิีึืุู่้๊๋็์ๆฯ๑๒ abก[]/…"), max_size=60)
ANY = st.one_of(THAI, st.text(max_size=40))


def text_of(line: Line, width: int) -> str:
    return "".join(text for text, _ in parts_of(line, columns_of(width), width))


@given(width=st.integers(1, 200), line=st.sampled_from(LINES))
def test_every_line_is_exactly_as_wide_as_the_window(width: int, line: Line) -> None:
    assert cell_len(text_of(line, width)) == width


@given(width=st.integers(40, 200), name=ANY, division=ANY, due=ANY, wording=ANY)
def test_whatever_people_type_never_moves_a_column(
    width: int, name: str, division: str, due: str, wording: str
) -> None:
    row = Row("o1", name, "9.1", Status.DONE, Status.PARTIAL, wording, settled=True, division=division, due=due)
    assert sum(cell_len(text) for text, _ in parts_of(row, columns_of(width), width)) == width
    assert cell_len(text_of(Heading("9.1", name, 3, 9, 2), width)) == width


@given(width=st.integers(1, 200))
def test_the_head_stands_over_its_columns_at_any_width(width: int) -> None:
    assert sum(cell_len(text) for text, _ in head_parts(columns_of(width), "ผลการดำเนินงานปี ๒๕๖๗", width)) == width


@given(text=THAI, width=st.integers(1, 60))
def test_a_cut_never_goes_through_a_cluster(text: str, width: int) -> None:
    whole, fitted = clean(text, multiline=False), fit(text, width)
    if cell_len(whole) <= width:
        assert fitted.rstrip(" ") == whole.rstrip(" ")
    else:
        kept = clusters(fitted.rstrip(" ").removesuffix("…"))
        assert clusters(whole)[: len(kept)] == kept
        assert fitted.rstrip(" ").endswith("…")


def test_a_name_of_300_letters_is_cut_with_a_sign_and_told_over_lines_below() -> None:
    name = "น้ำ" * 150
    row = Row("o1", name, "9.1", Status.UNSET, Status.DONE, "ดำเนินการเรียบร้อยแล้ว", settled=False)
    shown = text_of(row, 80)
    assert "น้ำ…" in shown
    assert "ดำเนินการเรียบร้อยแล้ว" in shown
    told = wrapped(name, 76, most=2)
    assert [cell_len(line) <= 76 for line in told] == [True, True]
    assert told[1].endswith("น้ำ…")


def test_a_name_that_fits_over_two_lines_is_told_whole() -> None:
    name = "รายงานผลการติดตามการใช้จ่ายงบประมาณและการจัดซื้อจัดจ้างของทุกส่วนราชการประจำปี รอบ ๖ เดือน"
    told = wrapped(name, 60, most=2)
    assert len(told) == 2
    assert "".join(told).replace(" ", "") == name.replace(" ", "")


def _renamed(code: str, name: str) -> Catalogue:
    of = catalogue()
    return replace(of, items=tuple(replace(item, name=name) if item.code == code else item for item in of.items))


@pytest.mark.parametrize("name", [HOSTILE, "[b]ตัวหนา[/b]", "=1+1", "../../x", "[red]"])
async def test_names_that_look_like_markup_are_shown_as_typed(name: str) -> None:
    app = OitApp(desk(of=_renamed("o2", name)), start="o2")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = thai_digits_in_text(name)
        assert shown in app.oit.table.render_line(3).text
        assert shown in app.oit.detail.render().plain
        await pilot.click(OitTable, offset=(12, 3))
        assert app.is_running


async def test_escape_sequences_in_a_name_never_reach_the_terminal() -> None:
    app = OitApp(desk(of=_renamed("o2", "ก\x1b[2Jข\x07\ud800ค")), start="o2")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "กขค" in app.oit.table.render_line(3).text
        assert "กขค" in app.oit.detail.render().plain


@pytest.mark.parametrize("width", [80, 100, 120, 200])
async def test_every_strip_is_as_wide_as_its_scrollbar_leaves_wherever_it_is_scrolled(width: int) -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(width, 24)) as pilot:
        table = app.oit.table
        for key in ("home", "pagedown", "end"):
            await pilot.press(key)
            drawn = [table.render_line(y) for y in range(table.size.height)]
            assert {each.cell_length for each in drawn} == {table.scrollable_content_region.width}
            assert {cell_len(each.text) for each in drawn} == {table.scrollable_content_region.width}


@pytest.mark.parametrize(
    ("pressed", "stands_on"),
    [(["down"], "o2"), (["up"], "o1"), (["end"], "o43"), (["end", "down"], "o43"), (["end", "home"], "o1"),
     (["down"] * 10, "o11"), (["down"] * 10 + ["up"], "o10")],
)
async def test_arrows_walk_over_items_and_never_stand_on_a_heading(pressed: list[str], stands_on: str) -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*pressed)
        assert app.oit.table.code == stands_on


async def test_pages_go_down_to_the_last_item_and_up_to_the_first_and_keep_it_in_view() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(80, 24)) as pilot:
        table = app.oit.table
        places = [app.oit.table.code]
        for key in ["pagedown"] * 6 + ["pageup"] * 6:
            await pilot.press(key)
            places.append(app.oit.table.code)
            seen = "".join(table.render_line(y).text for y in range(table.size.height))
            assert table.row is not None
            assert f"{table.row.shown_code} " in seen
        assert places[6] == "o43"
        assert places[-1] == "o1"
        assert "๙.๑" in table.render_line(1).text


async def test_a_click_moves_the_cursor_and_a_click_on_a_heading_does_not() -> None:
    app = OitApp(desk(), start="o5")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(OitTable, offset=(10, 3))
        assert app.oit.table.code == "o2"
        await pilot.click(OitTable, offset=(10, 1))
        await pilot.click(OitTable, offset=(10, 0))
        assert app.oit.table.code == "o2"
        await pilot.press("down", "down")
        assert app.oit.table.code == "o4"
        assert "o๔" in app.oit.detail.render().plain


async def test_a_mark_draws_only_its_row_its_heading_and_the_two_places_of_the_cursor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = OitApp(desk(), start="o3")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        draw = OitTable._draw

        def noting(table: OitTable, index: int) -> Strip:
            drawn.append(index)
            return draw(table, index)

        monkeypatch.setattr(OitTable, "_draw", noting)
        await pilot.press("6")
        await pilot.pause()
        assert sorted(set(drawn)) == [0, 3, 4]
        assert len(drawn) <= 4


async def test_another_theme_draws_every_line_anew() -> None:
    app = OitApp(desk())
    async with app.run_test(size=(120, 40)) as pilot:
        before = app.oit.table.render_line(4)
        app.theme = "ita-dark"
        await pilot.pause()
        after = app.oit.table.render_line(4)
        assert before.text == after.text
        assert [segment.style for segment in before] != [segment.style for segment in after]


async def test_signs_tell_what_colours_tell() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "1", "enter", "2", "2")
        lines = [app.oit.table.render_line(y).text for y in range(2, 8)]
        assert "◔ ดำเนินการแล้วบางส่วน" in lines[0]
        marks = [{sign for sign in line if sign in "▲▼=+~•"} for line in lines]
        assert marks == [{"▼"}, {"▲"}, {"="}, {"▲"}, {"~"}, {"•"}]
        assert "เปลี่ยนจากครั้งก่อน ๔ ข้อ ▲ ๒ ▼ ๑ ~ ๑" in str(app.oit.detail.border_title)


async def test_what_was_reported_has_a_column_only_where_something_was() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(80, 24)):
        assert "รายงาน" in app.oit.table.render_line(0).text
    app = OitApp(desk(listed=unreported()), start="o1")
    async with app.run_test(size=(80, 24)):
        assert "รายงาน" not in app.oit.table.render_line(0).text


async def test_as_many_lines_of_other_items_are_drawn_anew_and_walked_over() -> None:
    of = catalogue()
    first = lines_of(of, rows_of_desk(desk()), frozenset({"o1", "o2", "o11"}))
    other = lines_of(of, rows_of_desk(desk()), frozenset({"o1", "o11", "o12"}))
    assert len(first) == len(other)
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(80, 24)) as pilot:
        table = app.oit.table
        table.show_rows(first, "")
        table.show_rows(other, "")
        await pilot.press("home", "down", "down")
        assert table.code == "o12"


async def test_a_narrower_window_gives_up_columns_before_words() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        assert "กำหนด" in app.oit.table.render_line(0).text
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "กำหนด" not in app.oit.table.render_line(0).text
        assert "ผู้รับผิดชอบ" in app.oit.table.render_line(0).text
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "ผู้รับผิดชอบ" not in app.oit.table.render_line(0).text
        assert "✓ ดำเนินการเรียบร้อยแล้ว" in app.oit.table.render_line(2).text
