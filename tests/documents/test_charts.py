"""Charts: the same figures in every format, drawn within their sheet, told in words where no picture can be seen."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import orjson
import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ita_tui.documents.blocks import Chart, Heading, Landscape, Paper, Paragraph, as_data, finished, strings_of
from ita_tui.documents.charts import pictures as charts_pictures
from ita_tui.documents.charts.drawings import Series, lying_bars, panels
from ita_tui.documents.charts.shapes import Bar, Label
from ita_tui.documents.export import Format, render
from ita_tui.documents.formats import docx, pdf, pdf_layout
from tests.documents.papers import chart, merged_table

scores = st.integers(0, 10_000).map(lambda cents: cents / 100)


@st.composite
def series_of(draw: st.DrawFn, most: int = 4) -> tuple[list[str], list[Series]]:
    """Return names of rows and one to four series of scores for them, some unknown."""
    count = draw(st.integers(1, 10))
    made = []
    for at in range(draw(st.integers(1, most))):
        values = draw(st.lists(st.none() | scores, min_size=count, max_size=count))
        printed = tuple("" if each is None else f"{each:.2f}" for each in values)
        made.append(Series(f"ชุดที่ {at}", printed, tuple(each or 0 for each in values)))
    return [f"แถว {at}" for at in range(count)], made


def labels(made: Chart) -> set[str]:
    return {shape.text for shape in made.drawing.shapes if isinstance(shape, Label)}


@given(series_of(2), st.booleans())
def test_whatever_the_table_says_is_written_in_the_drawing(given_: tuple[list[str], list[Series]], lying: bool) -> None:
    names, series = given_
    made = (lying_bars if lying else panels)("คะแนน", "ปี", names, series)
    assert set(strings_of(Paper("", (made,)))) - {made.title} <= labels(made)
    assert all(text in made.alt for text in strings_of(Paper("", (made,))))


@given(series_of(2), st.booleans())
def test_bars_are_as_long_as_their_scores_and_stay_on_the_sheet(
    given_: tuple[list[str], list[Series]], lying: bool
) -> None:
    names, series = given_
    made = (lying_bars if lying else panels)("คะแนน", "ปี", names, series)
    sheet = made.drawing
    bars = [shape for shape in sheet.shapes if isinstance(shape, Bar)]
    assert all(bar.x >= 0 and bar.x + bar.width <= sheet.width for bar in bars)
    assert all(bar.y >= 0 and bar.y + bar.height <= sheet.height for bar in bars)
    assert all(0 < shape.y <= sheet.height for shape in sheet.shapes if isinstance(shape, Label))
    heights = sorted(height for each in series for height in each.heights)
    lengths = sorted((bar.width if lying else bar.height) for bar in bars[-len(heights) :])
    if heights[-1]:
        assert lengths == pytest.approx([height * lengths[-1] / heights[-1] for height in heights])


def test_the_pdf_tells_the_chart_in_words() -> None:
    made = chart()
    content = pdf_layout.lay_out(pdf.prepared(finished(Paper("ทดสอบ", (made,))))[0])
    assert "กำกับน้ำ" in pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert list(told(pikepdf.open(io.BytesIO(content)).Root.StructTreeRoot.K)) == [made.alt]


def told(part: Any) -> Iterator[str]:
    """Yield what the tags of a PDF say in words of its figures."""
    if isinstance(part, pikepdf.Array):
        for each in part:
            yield from told(each)
    elif isinstance(part, pikepdf.Dictionary) and "/S" in part:
        if "/Alt" in part:
            yield str(part.Alt)
        yield from told(part.get("/K", pikepdf.Array()))


def test_the_docx_holds_a_picture_with_its_figures_in_words() -> None:
    document = Document(io.BytesIO(docx.render(finished(Paper("ทดสอบ", (chart(), Landscape((chart(),))))))))
    told = [each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))]
    assert told == [chart().alt] * 2


def test_a_picture_is_drawn_and_not_empty() -> None:
    (content,) = charts_pictures.drawn(b"[%s]" % _json(chart()))
    picture = Image.open(io.BytesIO(content)).convert("L")
    assert picture.width > 1000
    assert min(picture.tobytes()) < 80


def _json(made: Chart) -> bytes:
    return orjson.dumps(as_data(Paper("", (made,)))["blocks"][0])


def test_the_page_shows_the_chart_as_labels_that_can_be_read() -> None:
    page = render(finished(Paper("ทดสอบ", (chart(),))), Format.HTML)[0].decode()
    assert "<text" in page
    assert f'aria-label="{chart().alt}"' in page
    assert "กำกับน้ำ" in re.sub(r"<[^>]*>", "", page)


# --- pages turned sideways, merged cells --------------------------------------------------------------------


def sideways(content: bytes) -> list[bool]:
    """Tell of each section of a DOCX whether its pages are turned."""
    sections: Any = Document(io.BytesIO(content)).sections
    return [each.page_width > each.page_height for each in sections]


def test_only_what_is_wide_stands_on_a_page_turned_sideways() -> None:
    wide = Landscape((Heading("กว้าง"), merged_table(("หนึ่ง", "สอง"))))
    paper = finished(Paper("ทดสอบ", (Paragraph("ก่อน"), wide, Paragraph("หลัง"))))
    pages = pypdfium2.PdfDocument(pdf_layout.lay_out(pdf.prepared(paper)[0]))
    assert [page.get_width() > page.get_height() for page in pages] == [False, True, False]
    assert sideways(docx.render(paper)) == [False, True, False]


def test_a_paper_that_ends_sideways_has_no_empty_page_after_it() -> None:
    wide = Landscape((merged_table(("หนึ่ง",)),))
    assert sideways(docx.render(finished(Paper("ทดสอบ", (Paragraph("ก่อน"), wide, wide))))) == [False, True]


def test_merged_cells_are_merged_in_docx_and_html() -> None:
    paper = finished(Paper("ทดสอบ", (merged_table(("หนึ่ง", "สอง", "สาม")),)))
    document = Document(io.BytesIO(docx.render(paper)))
    first, *_ = document.tables
    assert first.cell(1, 0)._tc is first.cell(3, 0)._tc
    page = render(paper, Format.HTML)[0].decode()
    assert page.count('rowspan="3"') == 2


def test_a_turned_page_has_its_number_and_the_mark_of_a_draft() -> None:
    paper = finished(Paper("ทดสอบ", (Paragraph("ก่อน"), Landscape((merged_table(("หนึ่ง",)),))), "(ร่าง)"))
    document = Document(io.BytesIO(docx.render(paper)))
    head = document.sections[1].header.paragraphs[0]
    assert head.text.split("\t")[-1] == "(ร่าง)"
    assert [stop.position.cm for stop in head.paragraph_format.tab_stops] == pytest.approx([12.35, 24.7], abs=0.01)
