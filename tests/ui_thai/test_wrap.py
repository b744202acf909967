"""Rows: words stay whole, nothing is too wide, and an edit makes the same rows as wrapping anew."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, chop_cells, set_cell_size
from textual.app import App, ComposeResult
from textual.content import Content
from textual.document._document import Document
from textual.widgets import Label, Markdown, OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.thai.clusters import boundaries
from ita_tui.thai.words import breaks, keep_whole
from ita_tui.ui.widgets.thai import hooks as thai_hooks
from ita_tui.ui.widgets.thai.document import ThaiWrappedDocument
from ita_tui.ui.widgets.thai.wrap import column_at, rewrapped, row_ends
from tests.thai.sentences import PARAGRAPH, SENTENCES
from tests.ui_thai.apps import EditorApp
from tests.ui_thai.rows import Break, breaks_on

thai_hooks.install()
LONG = PARAGRAPH * 4
NARROW = PARAGRAPH.replace("https://www.example.go.th/news/2567", "เว็บไซต์")
"""Without an address that no narrow row can hold."""
UNSPACED = LONG.replace(" ", "")


def rows(text: str, width: int) -> list[str]:
    ends = [0, *row_ends(text, width), len(text)]
    return [text[a:b] for a, b in pairwise(ends)]


@pytest.mark.parametrize("width", range(20, 101))
def test_at_every_width_words_stay_whole_and_rows_fit(width: int) -> None:
    text = NARROW * 2
    assert all(cell_len(row) <= width for row in rows(text, width))
    assert set(row_ends(text, width)) <= set(breaks(text))


@given(st.text(alphabet="กงนเาำีุ่้ๆ a(๑", max_size=60), st.integers(2, 12))
def test_even_narrow_rows_lose_nothing_and_cut_no_cluster(text: str, width: int) -> None:
    ends = list(row_ends(text, width))
    assert ends == sorted(set(ends))
    assert set(ends) <= set(boundaries(text)[1:-1])
    assert all(cell_len(row) <= width for row in rows(text, width))


def test_a_name_wider_than_the_row_folds_between_its_words() -> None:
    name = "เทศบาลตำบลเพชรเมืองทอง"
    keep_whole([name])
    assert rows(f"ชาว{name}", 30) == [f"ชาว{name}"]
    assert rows(f"ชาว{name}ของเรา", 12)[0] == "ชาวเทศบาล"


@given(st.sampled_from([LONG, UNSPACED]), st.data())
@settings(max_examples=80, deadline=None)
def test_an_edit_makes_the_same_rows_as_wrapping_the_whole_text_anew(text: str, data: st.DataObject) -> None:
    width = data.draw(st.integers(12, 100))
    edges = boundaries(text)
    top = edges[data.draw(st.integers(0, len(edges) - 1))]
    old_bottom = min(len(text), top + data.draw(st.sampled_from([0, 0, 0, 1, 3, 40, 700])))
    typed = data.draw(st.sampled_from(["", "ก", "่", " ", "น้ำ", SENTENCES[3], "เ", "(", PARAGRAPH]))
    changed = text[:top] + typed + text[old_bottom:]
    old = list(row_ends(text, width))
    edit = (top, old_bottom, top + len(typed))
    assert rewrapped(changed, width, old, edit) == list(row_ends(changed, width))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_wrapped_document_after_any_edits_is_as_if_made_anew(data: st.DataObject) -> None:
    document = Document("\n".join(SENTENCES[:4]))
    wrapped = ThaiWrappedDocument(document, 30)
    for _ in range(4):
        lines = document.lines
        places = [(row, len(lines[row]) * part // 4) for row in range(len(lines)) for part in range(5)]
        start, end = sorted((data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))))
        typed = data.draw(st.sampled_from(["", "ก", "\n", "สอง\nบรรทัด", SENTENCES[5] + "\n\n"]))
        result = document.replace_range(start, end, typed)
        wrapped.wrap_range(start, end, result.end_location)
        anew = ThaiWrappedDocument(document, 30)
        for name in ("_wrap_offsets", "_offset_to_line_info", "_line_index_to_offsets"):
            assert getattr(wrapped, name) == getattr(anew, name)
        assert wrapped.height == sum(len(wrapped.get_sections(n)) for n in range(document.line_count))


def test_places_and_cells_agree_in_both_directions() -> None:
    wrapped = ThaiWrappedDocument(Document(PARAGRAPH), 37)
    for column in boundaries(PARAGRAPH):
        offset = wrapped.location_to_offset((0, column))
        assert wrapped.offset_to_location(offset) == (0, column) or PARAGRAPH[column - 1] == "\u200b"
    assert column_at("ที่น้ำ", 1) == 3
    assert column_at("ที่น้ำ", 99) == 6


@pytest.mark.parametrize("width", [20, 37, 60])
def test_every_widget_that_wraps_wraps_thai_at_words(width: int) -> None:
    ends = set(breaks(NARROW))
    at = 0
    for line in Content(NARROW).wrap(width):
        assert line.cell_length <= width
        at = NARROW.index(line.plain.strip(), at) + len(line.plain.strip())
        rest = NARROW[at:]
        assert at + len(rest) - len(rest.lstrip()) in ends


async def test_each_kind_of_widget_shows_whole_words() -> None:
    """Those of Textual that wrap: text, lists, notifications, tooltips, Markdown and its tables."""

    class Kinds(App[None]):
        CSS = "Label { width: 100%; }"
        TOOLTIP_DELAY = 0.01

        def compose(self) -> ComposeResult:
            yield Static(Content(NARROW))
            yield Label(Content(NARROW))
            yield OptionList(NARROW, Option(Content(NARROW)), markup=False)
            yield Markdown(f"# {SENTENCES[0]}\n\n{NARROW}\n\n|ก|ข|\n|-|-|\n|{SENTENCES[0]}|{SENTENCES[1]}|")

    app = Kinds()
    async with app.run_test(size=(43, 200), notifications=True, tooltips=True) as pilot:
        app.notify(NARROW, title=SENTENCES[0], markup=False)
        app.query_one(Static).tooltip = Content(NARROW)
        wanted = {
            "Static", "Label", "OptionList", "Toast", "Tooltip", "MarkdownH1", "MarkdownParagraph",
            "MarkdownTableCellContents",
        }  # fmt: skip
        found: list[Break] = []
        async with asyncio.timeout(20):
            while not {each.widget for each in found} >= wanted:
                await pilot.hover(Label)
                await pilot.hover(Static)
                await pilot.pause(0.2)
                app.notify(NARROW, title=SENTENCES[0], markup=False)  # one goes by itself after a while
                found = list(breaks_on(app.screen))
        assert [each for each in found if each.at not in breaks(each.line)] == []


async def test_a_placeholder_wraps_at_words_too() -> None:
    app = EditorApp()
    async with app.run_test(size=(23, 20)) as pilot:
        app.editor.placeholder = PARAGRAPH
        await pilot.pause()
        first = app.editor.render_line(0).text.strip()
        assert 15 < cell_len(first) <= 23
        assert len(first) + 1 in breaks(PARAGRAPH) or len(first) in breaks(PARAGRAPH)


def test_cutting_to_a_width_never_parts_sara_am_from_its_consonant() -> None:
    assert set_cell_size("น้ำใจ", 1) == " "
    assert set_cell_size("น้ำใจ", 2) == "น้ำ"
    assert chop_cells("น้ำกำน้ำ", 3) == ["น้ำ", "กำ", "น้ำ"]
