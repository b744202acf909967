"""What stands in the blocks stands in all four formats, word for word, whatever the words are."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ita_tui.documents import readback
from ita_tui.documents.blocks import Heading, Paper, Paragraph, finished, strings_of
from ita_tui.documents.export import Format, paper_of, render
from ita_tui.domain.minutes_style import MinutesStyle
from tests.documents.hard_day import hard_facts
from tests.documents.papers import HOSTILE, SENTENCES, every_block, minutes_facts, oit_facts

PAPERS = {
    "every block": lambda: finished(every_block()),
    "hostile texts": lambda: finished(every_block((*SENTENCES, *HOSTILE))),
    "hostile texts in one column": lambda: replace(finished(every_block((*SENTENCES, *HOSTILE))), one_column=True),
    "a hard day": lambda: paper_of(hard_facts(), draft=True),
    "a hard day in one column": lambda: paper_of(hard_facts(MinutesStyle.ONE_COLUMN), draft=True),
    "minutes": lambda: paper_of(minutes_facts(), draft=True),
    "the OIT table": lambda: paper_of(oit_facts(), draft=False),
}


def texts_of(content: bytes, wanted: Format, folder: Path) -> dict[str, str]:
    """Return what each reader of a format reads in a document."""
    if wanted is Format.PDF:
        by_pypdf = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
        document = pypdfium2.PdfDocument(content)
        by_pdfium = "\n".join(page.get_textpage().get_text_range() for page in document)
        return {"pypdf": by_pypdf, "pdfium": by_pdfium}
    path = folder / f"paper.{wanted.value}"
    path.write_bytes(content)
    return {wanted.value: readback.text_of(path)}


@pytest.mark.parametrize("wanted", Format)
@pytest.mark.parametrize("name", PAPERS)
def test_every_string_of_the_blocks_stands_in_every_format(name: str, wanted: Format, tmp_path: Path) -> None:
    paper = PAPERS[name]()
    content, unshown = render(paper, wanted)
    assert unshown == ()
    for reader, text in texts_of(content, wanted, tmp_path).items():
        assert readback.missing(paper, text) == (), reader


def test_the_check_itself_finds_a_string_that_is_not_there() -> None:
    paper = finished(every_block())
    assert "ขอเลิกประชุม" in readback.missing(paper, "ไม่มีคำนั้น")
    assert readback.missing(paper, " ".join(strings_of(paper))) == ()


@pytest.mark.parametrize("wanted", Format)
def test_a_draft_says_so_and_a_paper_for_signing_does_not(wanted: Format, tmp_path: Path) -> None:
    for draft in (True, False):
        content, _ = render(finished(every_block(draft=draft)), wanted)
        for reader, text in texts_of(content, wanted, tmp_path).items():
            assert ("(ร่าง)" in text) is draft, reader


def test_the_draft_mark_stands_on_every_page_of_the_pdf() -> None:
    content, _ = render(finished(every_block()), Format.PDF)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    assert len(pages) > 1
    assert all("(ร่าง)" in page for page in pages)


words = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x7E) | st.sampled_from("กขคงจ่้๊ิีุูำะาๆฯ๐๑๙เแโ"), min_size=1, max_size=60
).filter(lambda text: text.strip())


@settings(max_examples=60, deadline=None)
@given(words)
@example("0 #")
@example("ข้อ ##")
def test_markdown_and_html_show_any_text_as_it_was_typed(text: str) -> None:
    paper = finished(Paper("ทดสอบ", (Heading(text), Paragraph(text))))
    shown = readback.comparable(paper.blocks[0].text)  # type: ignore[union-attr]
    markdown = render(paper, Format.MD)[0].decode()
    page = MarkdownIt("commonmark").render(markdown)
    rendered = readback.comparable(_text_of_html(page))
    assert rendered.count(shown) >= 2 if shown else True
    assert "<h2>" in page
    html = render(paper, Format.HTML)[0].decode()
    assert readback.comparable(_text_of_html(html)).count(shown) >= 2 if shown else True


def _text_of_html(page: str) -> str:
    from html.parser import HTMLParser

    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.text: list[str] = []

        def handle_data(self, data: str) -> None:
            self.text.append(data)

    reader = Reader()
    reader.feed(page)
    return "\n".join(reader.text)


def test_no_text_becomes_an_element_of_the_page() -> None:
    page = render(finished(every_block(HOSTILE)), Format.HTML)[0].decode()
    assert "<script" not in page
    assert "<!-- ซ่อน" not in page


def test_the_html_page_stands_alone() -> None:
    page = render(finished(every_block()), Format.HTML)[0].decode()
    assert '<html lang="th">' in page
    assert "http" not in page
    assert "src=" not in page


def test_lone_surrogates_and_controls_are_no_part_of_a_finished_paper(tmp_path: Path) -> None:
    paper = finished(every_block(("ก\ud800ข\x1b[31mค\x00ง\tจ\nฉ",)))
    assert "กขคง จ ฉ" in strings_of(paper)
    for wanted in Format:
        content, _ = render(paper, wanted)
        for reader, text in texts_of(content, wanted, tmp_path).items():
            assert readback.missing(paper, text) == (), reader
