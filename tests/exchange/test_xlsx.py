"""Workbooks: what a person sees in the cells is what is read, and a hostile file costs neither time nor memory."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ita_tui.exchange.grid import MOST_ROWS, Fault
from ita_tui.exchange.numbers import number_text
from ita_tui.exchange.oit import read_oit
from ita_tui.exchange.refusals import Refused
from ita_tui.exchange.results import read_results
from tests.exchange.files import HEAD, Rows, book, raw_book, refused, scores, with_part

_ROWS: Rows = [HEAD, (2566, "overall", 99.33), ("๒๕๖๖", "ข้อ o๑๒", "100 %"), (2566, 9.1, 98.5)]
_READ = {(2566, "overall"): Decimal("99.33"), (2566, "o12"): Decimal(100), (2566, "9.1"): Decimal("98.50")}
_SHEET = "xl/worksheets/sheet1.xml"


def test_a_workbook_reads_like_the_same_table_as_csv(tmp_path: Path) -> None:
    assert scores(book(tmp_path, _ROWS)) == _READ


def test_shared_texts_are_read_without_their_styles_and_readings(tmp_path: Path) -> None:
    strings = (
        "<si><t>year</t></si><si><t>code</t></si><si><t>score</t></si><si><t>name</t></si>"
        "<si><r><rPr><b/></rPr><t>การ</t></r><r><t xml:space='preserve'>ปฏิบัติ </t></r>"
        "<rPh sb='0' eb='1'><t>x</t></rPh></si>"
        "<si><t>ข้อ_x000D_o๑</t></si>"
    )
    row = "<row><c t='s'><v>%s</v></c><c t='s'><v>%s</v></c><c t='s'><v>%s</v></c><c t='s'><v>%s</v></c></row>"
    told = "<row r='7'><c><v>2566</v></c><c t='s'><v>5</v></c><c><v>9.0E1</v></c><c t='s'><v>4</v></c></row>"
    (line,) = read_results(raw_book(tmp_path, row % (0, 1, 2, 3) + told, strings)).lines
    assert (line.row, line.code, line.score, line.name) == (7, "o1", Decimal(90), "การปฏิบัติ")
    assert refused(raw_book(tmp_path, row % (0, 1, 2, 9), strings))


def test_numbers_carry_no_noise_of_binary_ones(tmp_path: Path) -> None:
    plain = book(tmp_path, [HEAD, (2566, 1, 98.19)])
    path = with_part(plain, _SHEET, lambda xml: xml.replace(b"98.19", b"98.190000000000012"))
    assert scores(path) == {(2566, "1"): Decimal("98.19")}


@given(st.decimals(0, 100, places=2))
def test_every_score_of_two_decimals_survives_a_binary_number(score: Decimal) -> None:
    told = number_text(repr(float(score)))
    assert isinstance(told, str)
    assert Decimal(told) == score


def test_a_score_with_more_decimals_is_rounded_as_the_spreadsheet_shows_it_and_told(tmp_path: Path) -> None:
    read = read_results(book(tmp_path, [HEAD, (2566, 1, 98.125), (2566, 2, 200 / 3), (2566, 3, 50.0)]))
    assert [line.score for line in read.lines] == [Decimal("98.13"), Decimal("66.67"), Decimal("50.00")]
    assert "แถว 2, 3" in read.notices[0]


def test_a_percentage_is_what_the_cell_shows(tmp_path: Path) -> None:
    def percent(sheet: Worksheet) -> None:
        sheet["C2"].number_format = "0.00%"
        sheet["C3"].number_format = '0.00"%"'

    path = book(tmp_path, [HEAD, (2566, 1, 0.9819), (2566, 2, 98.12)], percent)
    assert scores(path) == {(2566, "1"): Decimal("98.19"), (2566, "2"): Decimal("98.12")}


def test_merged_cells_hold_the_value_of_the_first(tmp_path: Path) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A3:A5")

    def to_the_end(xml: bytes) -> bytes:
        return xml.replace(b"</mergeCells>", b'<mergeCell ref="A6:A1048576"/></mergeCells>')

    rows: Rows = [
        ("ผลการประเมิน",), HEAD, (2566, 1, 90), (None, 2, 91), (None, 3, 92), (2567, 1, 93), (None, 2, 94),
    ]
    expected = {(2566, "1"): 90, (2566, "2"): 91, (2566, "3"): 92, (2567, "1"): 93, (2567, "2"): 94}
    assert scores(with_part(book(tmp_path, rows, merge), _SHEET, to_the_end)) == expected


def test_merged_cells_that_overlap_without_end_are_refused(tmp_path: Path) -> None:
    rows: Rows = [HEAD, *((2566, f"i{number % 99 + 1}", 90) for number in range(5_000))]
    merged = b"".join(b'<mergeCell ref="A2:A5001"/>' for _ in range(5_000))
    path = with_part(
        book(tmp_path, rows), _SHEET,
        lambda xml: xml.replace(b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>"),
    )
    assert refused(path)


def test_a_formula_is_read_by_its_result_and_refused_in_its_place_without_one(tmp_path: Path) -> None:
    path = book(tmp_path, [HEAD, (2566, 1, "=40+50"), (2566, 2, 91)])
    assert [(row, column) for row, column, _ in refused(path)] == [(2, "score")]
    with_part(path, _SHEET, lambda xml: xml.replace(b"<f>40+50</f><v />", b"<f>40+50</f><v>90</v>").replace(
        b"<f>40+50</f><v></v>", b"<f>40+50</f><v>90</v>"))
    assert scores(path) == {(2566, "1"): 90, (2566, "2"): 91}


def test_what_is_no_value_is_refused_in_its_place(tmp_path: Path) -> None:
    rows: Rows = [HEAD, (2566, 1, "#DIV/0!"), (2566, 2, True), (2566, 3, date(2024, 1, 1)), (True, 4, 90)]
    assert [(row, column) for row, column, _ in refused(book(tmp_path, rows))] == [
        (2, "score"), (3, "score"), (4, "score"), (5, "year"),
    ]


def test_a_column_that_is_not_asked_for_may_hold_anything(tmp_path: Path) -> None:
    rows: Rows = [(*HEAD, "ตรวจ"), (2566, 1, 90, "=1+1"), (2566, 2, 91, "#N/A")]
    assert scores(book(tmp_path, rows)) == {(2566, "1"): 90, (2566, "2"): 91}


def test_a_day_is_read_as_a_day_also_one_typed_in_buddhist_years(tmp_path: Path) -> None:
    head = ("year", "catalogue_year", "code", "status", "due")
    rows: Rows = [head, (2567, 2566, "o1", "", date(2024, 3, 31)), (2567, 2566, "o2", "", date(2567, 3, 31))]
    assert [line.due for line in read_oit(book(tmp_path, rows)).lines] == ["๓๑ มีนาคม ๒๕๖๗"] * 2


def test_the_first_visible_sheet_with_the_heads_is_read_and_others_are_told(tmp_path: Path) -> None:
    def more(sheet: Worksheet) -> None:
        made = sheet.parent
        assert isinstance(made, Workbook)
        for name, state in (("ซ่อน", "hidden"), ("ปี ๒๕๖๖", "visible"), ("ปี ๒๕๖๗", "visible")):
            other = made.create_sheet(name)
            other.sheet_state = state
            for row in _ROWS:
                other.append(list(row))

    read = read_results(book(tmp_path, [("คำอธิบาย",)], more))
    assert {(line.year, line.code): line.score for line in read.lines} == _READ
    assert "ปี ๒๕๖๗" in read.notices[0]
    assert "ซ่อน" not in read.notices[0]


def test_a_wrong_sheet_is_refused_and_the_sheets_are_named(tmp_path: Path) -> None:
    path = book(tmp_path, [("ปี", "รหัส"), (2566, 1)], lambda sheet: sheet.parent and sheet.parent.create_sheet("อื่น ๆ"))
    ((row, column, reason),) = refused(path)
    assert (row, column) == (1, "score")
    assert "อื่น ๆ" in reason


def test_hidden_rows_count(tmp_path: Path) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    assert scores(book(tmp_path, _ROWS, hide)) == _READ


def test_blank_rows_with_a_format_are_no_rows(tmp_path: Path) -> None:
    def blank(sheet: Worksheet) -> None:
        for number in range(5, 30_000):
            sheet.cell(number, 1).number_format = "0.00"

    assert scores(book(tmp_path, _ROWS, blank)) == _READ


def test_a_sheet_of_sixty_thousand_rows_is_refused_at_the_first_row_too_many_in_little_memory(tmp_path: Path) -> None:
    head = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>"
    body = "<row><c><v>2566</v></c><c t='inlineStr'><is><t>i%d</t></is></c><c><v>90.25</v></c></row>"
    data = head + "".join(body % (number % 99 + 1) for number in range(60_000))
    path = raw_book(tmp_path, data, "".join(f"<si><t>{name}</t></si>" for name in HEAD))
    tracemalloc.start()
    ((row, _, reason),) = refused(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert row == MOST_ROWS + 2
    assert f"{MOST_ROWS:,}" in reason
    assert most < 40 * 2**20


def test_a_large_sheet_without_the_heads_does_not_hide_the_right_one(tmp_path: Path) -> None:
    made = Workbook(write_only=True)
    raw, right = made.create_sheet("ข้อมูลดิบ"), made.create_sheet("สรุป")
    for number in range(20_000):
        raw.append([number])
    for row in _ROWS:
        right.append(list(row))
    made.save(tmp_path / "a.xlsx")
    assert scores(tmp_path / "a.xlsx") == _READ


# --- files that nobody should make ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content", [b"", b"year,code,score\n", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)]
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert [(row, column) for row, column, _ in refused(path)] == [(0, "")]


def test_a_workbook_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path, _ROWS)
    whole = path.read_bytes()
    for length in range(1, len(whole), 97):
        path.write_bytes(whole[:length])
        assert refused(path)


def test_a_workbook_with_spoilt_bytes_is_read_or_refused(tmp_path: Path) -> None:
    dice = random.Random(2)
    path = book(tmp_path, _ROWS)
    whole = path.read_bytes()
    for _ in range(400):
        content = bytearray(whole)
        for _ in range(dice.randint(1, 4)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        path.write_bytes(content)
        with suppress(Refused):
            read_results(path)


def test_a_workbook_with_spoilt_parts_is_read_or_refused(tmp_path: Path) -> None:
    dice = random.Random(3)
    path = book(tmp_path, _ROWS)
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for _ in range(400):
        name = dice.choice(sorted(parts))
        content = bytearray(parts[name])
        for _ in range(dice.randint(1, 3)):
            content[dice.randrange(len(content))] = dice.choice(b"<>/\"= 0123456789azAZ&;")
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for each, old in parts.items():
                archive.writestr(each, bytes(content) if each == name else old)
        path.write_bytes(made.getvalue())
        with suppress(Refused):
            read_results(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", _SHEET, "xl/styles.xml", "_rels/.rels"])
def test_a_workbook_that_defines_entities_is_refused(tmp_path: Path, part: str) -> None:
    laughs = b"".join(b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 10))
    doctype = b"<!DOCTYPE x [<!ENTITY e0 'ha'>" + laughs + b"]>"

    def laugh(xml: bytes) -> bytes:
        assert xml
        head, close, rest = xml.partition(b"?>")
        return head + close + doctype + rest if close else doctype + xml

    path = with_part(book(tmp_path, _ROWS), part, laugh)
    ((_, _, reason),) = refused(path)
    assert "DOCTYPE" in reason


@pytest.mark.parametrize(
    ("size", "filler"), [(200, b" "), (20, b" "), (80, random.Random(4).randbytes(1024))],
    ids=["in all", "packed", "in all, packed less"],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, size: int, filler: bytes) -> None:
    path = book(tmp_path, _ROWS)
    block = filler * (2**20 // len(filler))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/bomb.xml", "w") as part:
        for _ in range(size):
            part.write(block)
    tracemalloc.start()
    assert refused(path)
    assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    tracemalloc.stop()


def test_a_sheet_of_millions_of_empty_cells_is_refused_in_bounded_time(tmp_path: Path) -> None:
    path = raw_book(tmp_path, "", "<si><t>year</t></si>")
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w") as archive:  # stored, so that nothing gives it away
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"<sheetData>", b"<sheetData>" + b"<c/>" * 2_000_000))
    assert "ใหญ่เกินไป" in refused(path)[0][2]


def test_a_part_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path, _ROWS)
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(_SHEET).file_size
    content = path.read_bytes()
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (size // 2).to_bytes(4, "little")))
    assert refused(path)


def test_a_workbook_with_a_password_is_refused_as_one(tmp_path: Path) -> None:
    path = book(tmp_path, _ROWS)
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(signature, place + 1)
    path.write_bytes(content)
    ((_, _, reason),) = refused(path)
    assert "รหัสผ่าน" in reason


@given(st.text(max_size=12))
def test_any_text_for_a_number_is_digits_or_a_fault(text: str) -> None:
    told = number_text(text)
    assert isinstance(told, Fault) or set(told) <= set("-.0123456789")

