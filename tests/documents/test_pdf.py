"""The PDF: its text comes back right, and it is laid out as a saraban officer expects."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from ita_tui import paths
from ita_tui.documents import font_making, fonts, readback
from ita_tui.documents.blocks import (
    Column,
    Heading,
    Listing,
    ListRow,
    Paper,
    Paragraph,
    Row,
    Say,
    Signature,
    Signatures,
    Table,
    finished,
)
from ita_tui.documents.formats import pdf, pdf_layout, pdf_text
from ita_tui.errors import ExportError
from ita_tui.thai import words as names
from tests.documents.papers import SENTENCES, every_block, long_paper

THAI = (
    "น้ำทำคำอำเภอจำเป็นสำนักกำกับ", "ที่ตั้งชั้นครั้งทั้งนี้รั้ว", "ปู่ป้าฝ่ายฟ้าปีฝีมือ", "ญาติผู้ใหญ่ฐานฎีกาปฏิบัติ",
    "เริ่มท้องถิ่นเพื่อขึ้นเมื่อหนึ่ง", "ฯลฯ ๆ ๐๑๒๓๔๕๖๗๘๙ ฿", "ก็เป็นจันทร์ศุกร์สัปดาห์",
    "ฤๅษี พฤกษ์ ไม้ ใหญ่ โต๊ะ แล้ว", "ปํ ปำ ฝำ อํ", "office fi fl AV To 100.00 %",
)  # fmt: skip


def pages_of(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_range().replace("\r", "") for page in pypdfium2.PdfDocument(content)]


def laid_out(paper: Paper) -> bytes:
    return pdf_layout.lay_out(pdf.prepared(finished(paper))[0])


# --- text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", THAI)
def test_thai_is_the_same_code_points_through_pypdf(text: str) -> None:
    content = laid_out(Paper("ทดสอบ", (Heading(text), Paragraph(text))))
    read = "".join("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())
    shown = "".join(text.split())
    # Only ำ over the tall ป ฝ ฟ keeps its two parts for readers that know nothing of ActualText.
    assert read.replace("ปํา", "ปำ").replace("ฝํา", "ฝำ").count(shown) == 2


@pytest.mark.parametrize("text", THAI)
def test_thai_is_the_same_code_points_through_pdfium(text: str) -> None:
    content = laid_out(Paper("ทดสอบ", (Heading(text), Paragraph(text))))
    assert "".join("".join(pages_of(content)).split()).count("".join(text.split())) == 2


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils (pdftotext)")
def test_thai_is_the_same_code_points_through_poppler(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(laid_out(Paper("ทดสอบ", tuple(Paragraph(text) for text in THAI))))
    read = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert [text for text in THAI if "".join(text.split()) not in "".join(read.split())] == []


def test_without_the_mending_pypdf_reads_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "mend", lambda _: None)
    content = laid_out(Paper("ทดสอบ", (Paragraph(THAI[1]),)))
    assert THAI[1] not in pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()


def test_an_actual_text_never_says_more_than_its_glyphs() -> None:
    with pikepdf.open(io.BytesIO(laid_out(finished(every_block())))) as document:
        contents = [page.Contents.read_bytes() for page in document.pages]
    assert sum(content.count(b"/ActualText") for content in contents) > 100
    read = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(laid_out(every_block()))).pages)
    assert "ตั้ตั้" not in read
    assert "ชั้น้" not in read


def test_a_character_the_font_lacks_is_shown_by_its_number_and_reported() -> None:
    made = pdf.render(finished(Paper("ทดสอบ", (Paragraph("พัสดุ\u0930ายเดือน 😀"),))))
    assert made.unshown == ("\u0930", "😀")
    text = readback.comparable("".join(pages_of(made.content)))
    assert "[U+0930]" in text
    assert "[U+1F600]" in text


# --- layout -------------------------------------------------------------------------------------------------


def test_pages_are_numbered_in_thai_from_the_second() -> None:
    pages = pages_of(laid_out(long_paper()))
    assert len(pages) >= 9
    assert "- ๑ -" not in pages[0]
    for number, page in enumerate(pages[1:], start=2):
        thai = str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
        assert re.search(rf"- ?{thai} ?-", page), number


def test_the_cue_at_the_foot_is_how_the_next_page_begins() -> None:
    pages = pages_of(laid_out(long_paper()))
    for page, following in pairwise(pages):
        cue = re.search(r"^/(.+)\.\.\.$", page, re.MULTILINE)
        assert cue is not None
        beginning = readback.comparable(following)[:400]
        assert readback.comparable(cue[1]) in beginning


def test_the_last_page_has_no_cue() -> None:
    assert not re.search(r"^/.+\.\.\.$", pages_of(laid_out(long_paper()))[-1], re.MULTILINE)


def test_the_speaker_stands_again_on_every_page_that_goes_on_with_the_words() -> None:
    pages = pages_of(laid_out(long_paper()))
    spoken = [page for page in pages if "ฝ่ายเลขานุการรายงานว่า" in page]
    assert len(spoken) >= 5
    assert all("ผู้ช่วยเลขานุการ" in page for page in spoken)


@pytest.mark.parametrize("paragraphs", range(30, 42))
def test_a_speaker_who_has_finished_does_not_stand_on_the_next_page(paragraphs: int) -> None:
    spoken = tuple(Paragraph(f"ความเห็นลำดับ {at}") for at in range(paragraphs))
    rest = tuple(Heading(f"หัวข้อถัดไป {at}") for at in range(4))
    content = laid_out(Paper("ทดสอบ", (Say("เจ้าพนักงานธุรการ", "ผู้ช่วยเลขานุการ", spoken), *rest)))
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        text = re.sub(r"/.*?\.\.\.", "", page.extract_text())
        assert text.count("ผู้ช่วยเลขานุการ") == ("ความเห็นลำดับ" in text)


def test_the_head_of_a_table_stands_on_every_page_of_it() -> None:
    pages = pages_of(laid_out(long_paper()))
    with_rows = [page for page in pages if "รายการทดสอบลำดับ" in re.sub(r"^/.*$", "", page, flags=re.MULTILINE)]
    assert len(with_rows) >= 2
    assert all("หัวข้อการประเมิน" in page for page in with_rows)


@pytest.mark.parametrize("paragraphs", range(26, 40))
def test_signatures_share_their_page_with_the_last_words(paragraphs: int) -> None:
    spoken = tuple(Paragraph(f"ความเห็นลำดับ {at}") for at in range(paragraphs))
    sign = Signatures((Signature("(ลงชื่อ)", "ผู้จดรายงานการประชุม", "(......)", "เจ้าพนักงานธุรการ"),) * 2)
    paper = Paper("ทดสอบ", (Say("ประธาน", "", spoken), Heading("เลิกประชุมเวลา ๑๑.๓๐ น."), sign))
    last = pages_of(laid_out(paper))[-1]
    assert f"ความเห็นลำดับ {paragraphs - 1}".replace(" ", "") in readback.comparable(last)
    assert last.count("ผู้จดรายงานการประชุม") == 2


@pytest.mark.parametrize("rows", range(30, 38))
def test_the_name_of_a_group_never_stays_behind_at_the_foot(rows: int) -> None:
    made = [Row((f"แถวที่ {at}", "๑")) for at in range(rows)]
    table = Table((Column(70), Column(30)), ("หัวข้อ", "คะแนน"), (*made, Row(("กลุ่มใหม่",), True), *made[:3]))
    for page in pages_of(laid_out(Paper("ทดสอบ", (table,)))):
        lines = [line for line in page.splitlines() if line.strip() and not line.startswith("/")]
        assert "กลุ่มใหม่" not in lines[-1]


@pytest.mark.parametrize("lines", range(28, 36))
def test_a_speaker_who_begins_with_a_table_stands_on_its_first_page(lines: int) -> None:
    before = tuple(Paragraph(f"ความเห็นลำดับ {at}") for at in range(lines))
    table = Table((Column(70), Column(30)), ("หัวข้อ", "คะแนน"), tuple(Row((f"แถวที่ {at}", "๑")) for at in range(5)))
    content = laid_out(Paper("ทดสอบ", (*before, Say("เจ้าพนักงานธุรการ", "ผู้ช่วยเลขานุการ", (table,)))))
    pages = [re.sub(r"/.*?\.\.\.", "", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    first = next(page for page in pages if "แถวที่" in page)
    assert "ผู้ช่วยเลขานุการ" in first


def test_the_layouts_reach_no_file_outside_their_folder() -> None:
    assert [path for path in paths.templates().rglob("*") if path.is_symlink()] == []
    layouts = paths.templates() / "typst"
    for layout in layouts.glob("*.typ"):
        imported = re.findall(r"^#?\s*import\s+(\S+?):?\s", layout.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(imported) <= {f'"{each.name}"' for each in layouts.glob("*.typ")}, layout.name


def test_a_word_longer_than_the_line_stays_on_the_paper() -> None:
    word = "ก" * 300
    content = laid_out(Paper("ทดสอบ", (Say(word, word, (Paragraph(word),)), Heading(word))))
    for page in pypdfium2.PdfDocument(content):
        picture = page.render(scale=1, grayscale=True).to_pil()
        right_margin = picture.crop((int(picture.width * (1 - 1.6 / 21)), 0, picture.width, picture.height))
        assert right_margin.getextrema()[0] > 200


def test_a_post_too_long_for_its_column_is_folded_between_words() -> None:
    post = "ผู้อำนวยการกองการศึกษา ศาสนาและวัฒนธรรม"
    names.forget_names()
    names.keep_whole([post])
    person = ListRow("๑.", f"นางพรทิพย์ บุญมาก {post}", "กรรมการ")
    (page,) = pages_of(laid_out(Paper("ผู้มาประชุม", (Listing((person,)),))))
    names.forget_names()
    assert any("วัฒนธรรม" in line for line in page.split("\n")), page


def test_the_title_is_in_the_properties_and_the_page_is_a4() -> None:
    reader = pypdf.PdfReader(io.BytesIO(laid_out(finished(every_block()))))
    assert reader.metadata is not None
    assert reader.metadata.title == "เอกสารทดสอบ"
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]


def test_a_layout_that_fails_is_told_in_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "prepared", lambda _: (b"not json", ()))
    with pytest.raises(ExportError, match="จัดหน้าเอกสาร PDF ไม่สำเร็จ"):
        pdf.render(finished(Paper("ทดสอบ", (Paragraph(SENTENCES[0]),))))


# --- font ---------------------------------------------------------------------------------------------------


def test_the_font_is_what_its_maker_makes(tmp_path: Path) -> None:
    source = pytest.importorskip("fontpkg_sarabun", reason="needs fontpkg-sarabun, the font as its authors made it")
    font_making.make(Path(source.__file__).parent / "files", tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made
    committed = {name: (fonts.font_folder() / name).read_bytes() for name in made}
    assert [name for name in made if made[name] != committed[name]] == []


def test_the_font_shows_all_of_thai() -> None:
    assert {chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))} <= fonts.characters()


# --- one column ---------------------------------------------------------------------------------------------


def test_in_one_column_words_begin_under_the_speaker_and_the_label_is_not_repeated() -> None:
    content = laid_out(replace(long_paper(), one_column=True))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    assert len(pages_of(content)) < len(pages_of(laid_out(long_paper())))
    assert text.count("ผู้ช่วยเลขานุการ") == 1


@pytest.mark.parametrize("paragraphs", range(26, 40, 2))
def test_in_one_column_signatures_share_their_page_with_the_last_words(paragraphs: int) -> None:
    spoken = tuple(Paragraph(f"ความเห็นลำดับ {at}") for at in range(paragraphs))
    sign = Signatures((Signature("(ลงชื่อ)", "ผู้จดรายงานการประชุม", "(......)", "เจ้าพนักงานธุรการ"),) * 2)
    paper = Paper("ทดสอบ", (Say("ประธาน", "", spoken), Heading("เลิกประชุมเวลา ๑๑.๓๐ น."), sign), one_column=True)
    last = pages_of(laid_out(paper))[-1]
    assert f"ความเห็นลำดับ {paragraphs - 1}".replace(" ", "") in readback.comparable(last)


@pytest.mark.parametrize("lines", range(29, 37))
def test_a_line_about_the_meeting_before_the_end_shares_the_page_of_the_signatures(lines: int) -> None:
    before = tuple(Paragraph(f"ความเห็นลำดับ {at}") for at in range(lines))
    sign = Signatures((Signature("(ลงชื่อ)", "ผู้จดรายงานการประชุม", "(......)", "เจ้าพนักงานธุรการ"),) * 2)
    paper = Paper("ทดสอบ", (*before, Heading("เลิกประชุมเวลา ๑๑.๓๐ น."), sign))
    assert f"ความเห็นลำดับ{lines - 1}" in readback.comparable(pages_of(laid_out(paper))[-1])
