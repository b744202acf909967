"""Codes, years and scores as offices type them."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.errors import BadText
from ita_tui.exchange.codes import read_code, read_oit_code, read_score, read_year_cell
from ita_tui.exchange.heads import Columns
from ita_tui.exchange.refusals import COLUMN_NAMES
from ita_tui.thai.digits import thai_digits
from tests.exchange.files import csv_file, refused, scores

_CODES = [
    "overall", "mean", "sd", "max", "min", "IIT", "EIT", "EIT1", "EIT2", "OIT", *map(str, range(1, 11)), "9.1", "9.5",
    "10.1", "10.2", "i1", "i30", "e1", "e15", "e9.1", "e9.2", "o1", "o43",
]


@pytest.mark.parametrize("code", _CODES)
def test_every_code_reads_as_itself_in_any_digits_and_letters(code: str) -> None:
    for typed in (code, code.upper(), code.lower(), thai_digits(code), f" {code} ", f"ข้อ {thai_digits(code.upper())}"):
        assert read_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ข้อ o๑๒", "o12"), ("ข้อที่ O 12", "o12"), ("๐๑๒", "o12"), ("012", "o12"), ("o012", "o12"), ("ตัวชี้วัดที่ ๓", "3"),
        ("ตัวชี้วัดย่อยที่ ๙.๑", "9.1"), ("EIT ส่วนที่ 1", "EIT1"), ("eit ส่วนที่ ๒", "EIT2"), ("EIT (ส่วนที่ 2)", "EIT2"),
        ("|๑๐", "i10"), ("l3", "i3"), ("I๒๔", "i24"), ("e๖", "e6"), ("e๑ ส่วนที่ ๒", "e1.2"), ("คะแนนรวม", "overall"),
        ("ภาพรวม", "overall"), ("คะแนน ITA", "overall"), ("S.D.", "sd"), ("ส่วนเบี่ยงเบนมาตรฐาน", "sd"),
        ("ค่าเฉลี่ย", "mean"), ("EIT-1", "EIT1"),
        ("คะแนนสูงสุด", "max"), ("ต่ำสุด", "min"), ("10.", "10"),
    ],
)  # fmt: skip
def test_what_offices_type_for_a_code_is_read(typed: str, code: str) -> None:
    assert read_code(typed) == code


@pytest.mark.parametrize(
    "typed",
    ["", "11", "0", "๐๑", "01", "1.1", "9.0", "10.12", "o0", "o100", "๘๙", "x1", "EIT3", "overall2", "9,1", "o1o2",
     "๑o", "ข้อ", "ก" * 50_000],
)  # fmt: skip
def test_what_could_be_anything_is_refused(typed: str) -> None:
    with pytest.raises(BadText) as error:
        read_code(typed)
    assert len(error.value.message) < 200


def test_a_zero_for_o_with_one_digit_needs_others_that_leave_no_doubt(tmp_path: Path) -> None:
    doubtful = csv_file(tmp_path, "year,code,score\n2566,๐๑,100\n2566,๙,100\n")
    assert [(row, column) for row, column, _ in refused(doubtful)] == [(2, "code")]
    clear = csv_file(tmp_path, "year,code,score\n2566,๐๑,100\n2566,๐๑๒,50\n2566,๙,100\n")
    assert set(scores(clear)) == {(2566, "o1"), (2566, "o12"), (2566, "9")}


@pytest.mark.parametrize("typed", ["o12", "O๑๒", "ข้อ o๑๒", "๐๑๒", "012", "12", "ข้อที่ ๑๒", " o 12 "])
def test_what_offices_type_for_an_item_is_read(typed: str) -> None:
    assert read_oit_code(typed) == "o12"


@pytest.mark.parametrize("typed", ["", "i12", "9.1", "o", "0", "o100", "oo1", "12a"])
def test_what_is_no_item_is_refused(typed: str) -> None:
    with pytest.raises(BadText):
        read_oit_code(typed)


@pytest.mark.parametrize("typed", ["2566", "๒๕๖๖", "พ.ศ. ๒๕๖๖", "ปี 2566", "ปีงบประมาณ พ.ศ. 2566", "พศ 2566"])
def test_a_year_may_say_what_it_is(typed: str) -> None:
    assert read_year_cell(typed) == 2566


@pytest.mark.parametrize("typed", ["", "2023", "66", "ค.ศ. 2023", "2566.0", "2566/67", "ปี"])
def test_no_other_year_is_guessed(typed: str) -> None:
    with pytest.raises(BadText):
        read_year_cell(typed)


@given(st.decimals(0, 100, places=2), st.booleans(), st.booleans())
def test_a_score_reads_in_either_digits_with_or_without_percent(score: Decimal, thai: bool, percent: bool) -> None:
    typed = f" {score}{' %' if percent else ''} "
    assert read_score(thai_digits(typed) if thai else typed) == score


@pytest.mark.parametrize(
    "typed", ["", "-", "-1", "100.01", "100.001", "9l.5", "๙๙,๓๓", "1e1", "9 9", "NaN", "٩٩", "99.", ".5"]
)
def test_what_is_no_score_is_refused(typed: str) -> None:
    with pytest.raises(BadText):
        read_score(typed)


@given(st.text(max_size=8))
def test_no_text_breaks_a_reader(text: str) -> None:
    for reader in (read_code, read_oit_code, read_year_cell, read_score):
        with suppress(BadText):
            reader(text)


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("Score", "score"), ("คะแนน ๒๕๖๖", "score"), ("คะแนนที่ได้", "score"), ("คะแนน (ร้อยละ)", "score"),
        ("ปี พ.ศ.", "year"),
        ("ผลการดำเนินงานปี ๒๕๖๗", "status"), ("ส่วนราชการที่รับผิดชอบ", "responsible"), ("Catalogue Year", "catalogue_year"),
        ("รหัสข้อ", "code"), ("ลำดับ", ""), ("", ""), ("๒๕๖๖", ""),
    ],
)  # fmt: skip
def test_heads_are_known_in_english_and_thai(head: str, column: str) -> None:
    known = ("year", "catalogue_year", "code", "score", "status", "responsible")
    assert Columns(known).name(head) == column


@pytest.mark.parametrize("name", COLUMN_NAMES)
def test_what_a_column_is_called_may_stand_as_its_head(name: str) -> None:
    assert Columns((name,)).name(COLUMN_NAMES[name]) == name
