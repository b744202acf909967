"""Whole sentences of office prose, wrapped at every width and judged by another segmenter than the app's."""

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.content import Content
from textual.document._document import Document

from ita_tui.thai import words
from ita_tui.thai.clusters import boundaries
from ita_tui.thai.text import clean
from ita_tui.ui.widgets.thai import hooks as thai_hooks
from ita_tui.ui.widgets.thai.document import ThaiWrappedDocument
from ita_tui.ui.widgets.thai.wrap import row_ends
from tests.thai.judge import cut_words
from tests.thai.prose import NAMES, PROSE

thai_hooks.install()
NEVER_FIRST = "ะาำๅๆฯ่้๊๋็์ัิีึืฺุูํ)]}”’»›.,;:!?%…"
WIDTHS = range(20, 101)
NEVER_LAST = "เแโใไ([{“‘«‹"

def corpus() -> tuple[str, ...]:
    """Lines of the real texts in the folder that ITA_CORPUS names; the test is skipped without it."""
    folder = os.environ.get("ITA_CORPUS")
    if not folder:
        pytest.skip("set ITA_CORPUS to a folder of real texts (.txt, .md) to judge line breaks on them")
    files = sorted(path for path in Path(folder).rglob("*") if path.suffix in {".txt", ".md"})
    assert files, f"no .txt or .md under {folder}"
    lines = (clean(line) for path in files for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line.strip())


@pytest.fixture(params=["own sentences", "real texts"])
def texts(request: pytest.FixtureRequest) -> Iterator[tuple[str, ...]]:
    words.forget_names()
    yield PROSE if request.param == "own sentences" else corpus()
    words.forget_names()


def units(text: str) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *words.breaks(text)])]


def test_the_sentences_are_many_and_each_is_one_line() -> None:
    assert len(PROSE) == len(set(PROSE)) >= 60
    assert all(clean(sentence, multiline=False) == sentence for sentence in PROSE)


def test_no_break_cuts_a_word_of_another_segmenter(texts: tuple[str, ...]) -> None:
    assert [fault for text in texts for fault in cut_words(text, words.breaks(text))] == []


def test_the_judge_finds_a_cut_word() -> None:
    text = "รายงานผลกลับมายังคณะกรรมการ"
    assert list(cut_words(text, [text.index("กลับ") + 1])) == ["รายงานผลก|ลับมายังคณะกรรม"]
    assert list(cut_words(text, [text.index("กลับ")])) == []


def test_no_row_begins_or_ends_with_what_may_not(texts: tuple[str, ...]) -> None:
    for text in texts:
        edges = set(boundaries(text))
        for end in words.breaks(text)[:-1]:
            assert end in edges, text[end - 8 : end + 8]
            assert text[end] not in NEVER_FIRST, text[end - 8 : end + 8]
            assert text[end - 1] not in NEVER_LAST, text[end - 8 : end + 8]


def test_no_break_stands_in_a_name_of_the_data() -> None:
    words.forget_names()
    words.keep_whole(NAMES)
    seen = set()
    for text in PROSE:
        ends = words.breaks(text)
        for name in NAMES:
            at = text.find(name)
            while at >= 0:
                seen.add(name)
                assert not [end for end in ends if at < end < at + len(name)], units(text)
                at = text.find(name, at + 1)
    words.forget_names()
    assert seen >= {name for name in NAMES if " " in name or "เทศบาล" in name}


TOO_WIDE = {
    "https://www.example.go.th/": "a step of an address, folded where no row can hold it",
    "saraban@example.go.th ": "an address, folded where no row can hold it",
    "(ลงชื่อ).................................................ผู้รับรอง": "a line to sign on, as long as its dots",
}
"""All that is folded though no word ends there, in rows of 20 cells or more, and why."""


def test_what_no_row_of_twenty_cells_holds_is_known_and_few() -> None:
    wide = {unit for text in PROSE for unit in units(text) if cell_len(unit) > WIDTHS[0]}
    assert wide == set(TOO_WIDE)


def within_units_wider_than(width: int, text: str) -> Iterator[int]:
    """The cluster boundaries inside what no row of that width can hold."""
    for start, end in pairwise([0, *words.breaks(text)]):
        if cell_len(text[start:end]) > width:
            yield from (start + at for at in boundaries(text[start:end]))


def rows_of_the_editor_are_right(text: str, width: int) -> None:
    edited = ThaiWrappedDocument(Document(text), width)
    rows = [row for row in map(edited.row_at, range(edited.height)) if row is not None]
    ends_are_right(text, width, [end for _, _, end in rows], [text[start:end] for _, start, end in rows])


def rows_of_other_widgets_are_right(text: str, width: int) -> None:
    """In them blanks hang over a row's end and are not shown."""
    shown = [line.plain.rstrip() for line in Content(text).wrap(width)]
    ends = [*row_ends(text, width, hanging=True), len(text)]
    assert shown == [text[start:end].rstrip() for start, end in pairwise([0, *ends])]
    ends_are_right(text, width, ends, shown)


def ends_are_right(text: str, width: int, ends: Sequence[int], rows: Sequence[str]) -> None:
    if folded := set(ends).difference(words.breaks(text)):
        assert folded <= set(within_units_wider_than(width, text))
    assert all(cell_len(row) <= width for row in rows)


@pytest.mark.parametrize("width", WIDTHS)
def test_rows_of_every_widget_fit_and_end_at_breaks(width: int) -> None:
    for number, text in enumerate(PROSE):
        rows_of_the_editor_are_right(text, width)
        if number % 4 == width % 4:
            rows_of_other_widgets_are_right(text, width)


def test_rows_of_real_texts_fit_and_end_at_breaks_at_every_width() -> None:
    for text in corpus():
        for width in WIDTHS:
            rows_of_the_editor_are_right(text, width)
            rows_of_other_widgets_are_right(text, width)
