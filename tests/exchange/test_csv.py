"""CSV in whatever way an office's programs save it."""

from __future__ import annotations

import csv
import io
import random
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.exchange.delimited import guarded, read_csv, unguarded
from ita_tui.exchange.heads import Columns
from ita_tui.exchange.refusals import Refused
from ita_tui.exchange.results import read_results
from tests.exchange.files import csv_file, refused, scores

_TEXT = "ปี,รหัส,คะแนน,ระดับ\n๒๕๖๖,overall,๙๙.๓๓,ผ่านดีเยี่ยม\n2566,O๑๒,100 %,\n"
_READ = {(2566, "overall"): Decimal("99.33"), (2566, "o12"): Decimal(100)}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_each_encoding_of_thai_offices_reads_the_same(tmp_path: Path, encoding: str) -> None:
    path = csv_file(tmp_path, _TEXT, encoding=encoding)
    assert scores(path) == _READ
    assert read_results(path).years()[0].level == "ผ่านดีเยี่ยม"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found_out(tmp_path: Path, delimiter: str, end: str) -> None:
    assert scores(csv_file(tmp_path, _TEXT.replace(",", delimiter).replace("\n", end))) == _READ


def test_a_delimiter_that_the_file_tells_is_taken(tmp_path: Path) -> None:
    assert scores(csv_file(tmp_path, "sep=;\r\n" + _TEXT.replace(",", ";"))) == _READ


def test_a_line_end_inside_of_quotes_belongs_to_its_cell_and_rows_count_as_in_a_spreadsheet(tmp_path: Path) -> None:
    path = csv_file(tmp_path, 'year,code,score,name\n2566,1,90,"การปฏิบัติ\nหน้าที่"\n\n2566,2,x,\n')
    assert [(row, column) for row, column, _ in refused(path)] == [(4, "score")]
    path = csv_file(tmp_path, 'year,code,score,name\n2566,1,90,"การปฏิบัติ\nหน้าที่"\n')
    assert read_results(path).lines[0].name == "การปฏิบัติ หน้าที่"


def test_titles_above_the_head_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "ผลการประเมิน ITA,,\n\nปี พ.ศ.,ข้อที่,คะแนนที่ได้\n,,\n2566,1,x\n")
    assert [(row, column) for row, column, _ in refused(path)] == [(5, "score")]


def test_a_column_nobody_knows_is_told(tmp_path: Path) -> None:
    read = read_results(csv_file(tmp_path, "year,code,score,ลำดับ\n2566,1,90,1\n"))
    assert "ลำดับ" in read.notices[0]


def test_missing_and_doubled_heads_are_refused_where_the_head_stands(tmp_path: Path) -> None:
    assert [(row, column) for row, column, _ in refused(csv_file(tmp_path, "ผล,,\nปี,รหัส\n2566,1\n"))] == [(2, "score")]
    assert [(row, column) for row, column, _ in refused(csv_file(tmp_path, "ปี,year,รหัส,คะแนน\n2566,2566,1,9\n"))] == [
        (1, "year")
    ]


def test_a_table_without_a_row_is_refused(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, "year,code,score\n,,\n")) == [(0, "", "ไม่มีข้อมูลใต้หัวตาราง")]


def test_an_open_quote_is_refused_where_it_opens(tmp_path: Path) -> None:
    path = csv_file(tmp_path, 'year,code,score\n2566,1,"90\n2566,2,9')
    assert [(row, column) for row, column, _ in refused(path)] == [(2, "")]


def test_damaged_utf_8_is_not_taken_for_windows_874(tmp_path: Path) -> None:
    content = "year,code,score,name\n2566,1,90,ผ่าน\n2566,2,90,ผ่".encode()
    path = tmp_path / "a.csv"
    for cut in (content[:-1], content[:-2], content.replace("ผ่าน".encode(), "ผ่าน".encode()[:-1])):
        path.write_bytes(cut)
        assert refused(path)[0][0] in {2, 3}


@pytest.mark.parametrize("content", [b"\0\1\2", b"PK\3\4" + bytes(40), bytes(range(256)), b"\xff\xfe\x00year"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert refused(path)


def test_a_file_of_sixty_thousand_rows_is_refused_at_the_first_row_too_many(tmp_path: Path) -> None:
    text = "year,code,score\n" + "".join(f"2566,i{number % 99 + 1},90\n" for number in range(60_000))
    ((row, _, reason),) = refused(csv_file(tmp_path, text))
    assert row == 10_002
    assert "10,000" in reason


def test_sixty_thousand_blank_rows_are_no_rows(tmp_path: Path) -> None:
    assert scores(csv_file(tmp_path, _TEXT + ",,,\n" * 60_000)) == _READ


def test_a_cell_longer_than_a_spreadsheet_holds_is_refused_with_its_place(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"year,code,score,name\n2566,1,90,{'ก' * 40_000}\n")
    assert [(row, column) for row, column, _ in refused(path)] == [(2, "name")]


def test_random_bytes_are_read_or_refused(tmp_path: Path) -> None:
    dice = random.Random(1)
    path = tmp_path / "a.csv"
    for _ in range(300):
        content = bytearray(_TEXT.encode(dice.choice(["utf-8", "cp874", "utf-16"])))
        for _ in range(dice.randint(1, 5)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        path.write_bytes(bytes(content[: dice.randint(1, len(content))]))
        with suppress(Refused):
            read_results(path)


@given(st.text())
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


_TEXTS = st.text(st.characters(exclude_characters="\0\r\n", codec="utf-8"), max_size=12)


@given(st.lists(st.lists(_TEXTS, min_size=3, max_size=3), max_size=6), st.sampled_from(",;\t"))
def test_every_table_of_texts_is_found_again_under_its_heads(rows: list[list[str]], delimiter: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["year", "code", "score"], *rows])
    read = read_csv(out.getvalue().encode("utf-8-sig"), Columns(("year", "code", "score")))
    expected = [tuple(map(unguarded, row)) for row in rows if any(unguarded(cell).strip() for cell in row)]
    assert [row.cells for row in read][1:] == expected
