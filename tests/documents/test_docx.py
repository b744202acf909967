"""The DOCX: built from its code, safe to restyle, and held together where Word would tear."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.oxml.ns import qn

from ita_tui.documents import marks
from ita_tui.documents.blocks import Heading, Listing, ListRow, Paper, Paragraph, Say, finished
from ita_tui.documents.formats import docx, docx_template
from ita_tui.errors import ExportError
from tests.documents.papers import SENTENCES, every_block


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def made() -> Any:
    return opened(docx.render(finished(every_block())))


def test_the_committed_template_is_what_the_code_builds(tmp_path: Path) -> None:
    built = tmp_path / "paper.docx"
    docx_template.build().save(str(built))
    now, committed = marks.members_of(built), marks.members_of(docx_template.template_path())
    for member in ("document", "styles", "header1", "header2", "fontTable"):
        assert now[f"word/{member}.xml"] == committed[f"word/{member}.xml"], member


def test_two_tables_never_touch(made: Any) -> None:
    children = [child.tag for child in made.element.body]
    assert (qn("w:tbl"), qn("w:tbl")) not in pairwise(children)


def test_no_cell_is_without_a_paragraph_at_its_end(made: Any) -> None:
    cells = list(made.element.body.iter(qn("w:tc")))
    assert len(cells) > 20
    assert all(cell[-1].tag == qn("w:p") for cell in cells)


def test_a_list_of_people_at_the_end_of_a_statement_leaves_the_cell_whole() -> None:
    people = Listing((ListRow("๑.", "ปลัดเทศบาล", "ประธานกรรมการ"),))
    document = opened(docx.render(finished(Paper("ทดสอบ", (Say("ประธาน", "", (people,)),)))))
    assert all(cell[-1].tag == qn("w:p") for cell in document.element.body.iter(qn("w:tc")))


def test_the_head_of_a_table_repeats_and_its_rows_are_not_split(made: Any) -> None:
    table = next(table for table in made.tables if table.style.name == "Table Grid")
    head, *rows = table._tbl.tr_lst
    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in (head, *rows))


def test_the_columns_of_a_table_are_as_wide_as_its_block_says(made: Any) -> None:
    table = next(table for table in made.tables if table.style.name == "Table Grid")
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert sum(widths) == pytest.approx(9072, abs=2)
    assert [round(width / 90.72) for width in widths] == [50, 16, 34]


def test_headings_are_headings_to_word(made: Any) -> None:
    named = {paragraph.text.split("\t")[0]: paragraph.style.name for paragraph in made.paragraphs}
    assert named["ผู้มาประชุม"] == "Heading 2"
    assert named["ระเบียบวาระที่ ๑"] == "Heading 2"
    assert named["ระเบียบวาระที่ ๑.๑"] == "Heading 3"


def test_pages_are_numbered_in_thai_by_a_field(made: Any) -> None:
    section = made.sections[0]
    assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) == "thaiNumbers"
    instructions = [each.text for each in section.header._element.iter(qn("w:instrText"))]
    assert instructions == [" PAGE "]
    assert not list(section.first_page_header._element.iter(qn("w:instrText")))


def test_signatures_stay_with_the_last_words(made: Any) -> None:
    signing = next(each for each in made.paragraphs if each.style.name == docx_template.SIGNATURE)
    last_table = next(signing._p.itersiblings(qn("w:tbl"), preceding=True))
    kept = [paragraph.pPr.find(qn("w:keepNext")) is not None for paragraph in last_table.tr_lst[-1].iter(qn("w:p"))]
    assert kept
    assert all(kept)
    assert made.styles[docx_template.SIGNATURE].paragraph_format.keep_with_next


def test_complex_script_has_its_own_size_and_font_in_every_style_of_ours() -> None:
    styles = opened(docx_template.template_path().read_bytes()).styles
    ours = [style for style in styles if style.name.startswith("ITA ") or style.name.startswith("Heading ")][:12]
    for style in (styles["Normal"], *(each for each in ours if each.name in ("Heading 1", "Heading 2", "Heading 3"))):
        run = style.element.rPr
        assert run.find(qn("w:szCs")).get(qn("w:val")) == "32"
        assert run.find(qn("w:rFonts")).get(qn("w:cs")) == docx_template.FONT


def test_the_elements_of_a_table_stand_in_the_order_word_wants(made: Any) -> None:
    order = ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    for table in made.element.body.iter(qn("w:tblPr")):
        places = [order.index(child.tag.split("}")[1]) for child in table]
        assert places == sorted(places)
    cell_order = ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "vAlign"]
    for cell in made.element.body.iter(qn("w:tcPr")):
        places = [cell_order.index(child.tag.split("}")[1]) for child in cell]
        assert places == sorted(places)


def test_an_office_may_bring_its_own_template(tmp_path: Path) -> None:
    own = docx_template.build()
    own.styles[docx_template.BODY].font.italic = True
    own.save(str(tmp_path / "own.docx"))
    document = opened(docx.render(finished(every_block()), tmp_path / "own.docx"))
    assert document.styles[docx_template.BODY].font.italic


@pytest.mark.parametrize(
    "tag",
    [
        "{{ commitee }}", "{{ cycler.__init__.__globals__.os.getcwd() }}", "{% for x in items %}",
        "{{ items | nofilter }}",
    ],
)
def test_a_template_that_asks_for_what_it_may_not_have_is_refused_in_thai(tag: str, tmp_path: Path) -> None:
    own = docx_template.build()
    own.add_paragraph(tag)
    own.save(str(tmp_path / "own.docx"))
    with pytest.raises(ExportError, match=r"แม่แบบ own\.docx ใช้ไม่ได้"):
        docx.render(finished(every_block()), tmp_path / "own.docx")


def test_a_template_that_is_no_docx_is_refused_in_thai(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"not a zip")
    with pytest.raises(ExportError, match=r"แม่แบบ broken\.docx ใช้ไม่ได้"):
        docx.render(finished(Paper("ทดสอบ", (Paragraph(SENTENCES[0]),))), broken)


def test_a_title_longer_than_word_takes_is_cut_in_the_properties_only() -> None:
    document = opened(docx.render(finished(Paper("ก" * 400, (Heading("ก" * 400),)))))
    assert len(document.core_properties.title) == 255
    assert "ก" * 400 in [paragraph.text for paragraph in document.paragraphs]


def test_every_part_is_well_formed_xml() -> None:
    content = docx.render(finished(every_block()))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))


def test_signatures_stay_with_the_last_words_in_one_column_too() -> None:
    document = opened(docx.render(replace(finished(every_block()), one_column=True)))
    signing = next(each for each in document.paragraphs if each.style.name == docx_template.SIGNATURE)
    last_words = signing._p.getprevious().getprevious()
    assert "".join(run.text or "" for run in last_words.iter(qn("w:t"))) == "ขอเลิกประชุม"
    assert last_words.pPr.find(qn("w:keepNext")) is not None


def test_a_remark_without_a_role_stands_on_the_first_line_of_its_cell() -> None:
    guest = Listing((ListRow("๑.", "วิศวกรโยธา", notes=("(เข้าประชุมเวลา ๑๐.๐๐ น.)",)),))
    document = opened(docx.render(finished(Paper("ทดสอบ", (guest,)))))
    assert [each.text for each in document.tables[0].cell(0, 2).paragraphs] == ["(เข้าประชุมเวลา ๑๐.๐๐ น.)"]
