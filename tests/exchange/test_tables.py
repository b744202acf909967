"""Tables of offices: read as they are typed, refused as a whole with row, column and reason."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.oit import Status
from ita_tui.errors import BadText
from ita_tui.exchange.codes import read_oit_code, read_year
from ita_tui.exchange.oit import read_oit
from ita_tui.exchange.refusals import Refused
from ita_tui.exchange.results import read_results
from ita_tui.thai.digits import thai_digits
from tests.domain.test_proof_results import PRINTED_TWICE, figures_2568

_OIT_HEAD = "year,catalogue_year,code,name,group,status,responsible,due,url,note"


def _file(folder: Path, *lines: str, mark: str = "") -> Path:
    path = folder / "table.csv"
    path.write_text(mark + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_what_offices_type_is_read(tmp_path: Path) -> None:
    path = _file(
        tmp_path, "Year, CODE ,score,level", "๒๕๖๖,Overall,๙๙.๓๓,ผ่านดีเยี่ยม", ",,,", "2566,O๑๒, 100 %,",
        "2565,iit,88.5,", mark="\ufeff",
    )
    earlier, later = read_results(path).years()
    assert (earlier.year, earlier.scores) == (2565, {"IIT": Decimal("88.5")})
    assert (later.level, later.scores) == ("ผ่านดีเยี่ยม", {"overall": Decimal("99.33"), "o12": Decimal(100)})


def test_nothing_is_taken_of_a_file_with_a_bad_row_and_every_bad_row_is_named(tmp_path: Path) -> None:
    path = _file(
        tmp_path, "year,code,score", "2566,overall,99.33", "2023,IIT,90", "2566,o44x,90", "2566,1,100.01",
        "2566,2,9l.5", "2566,overall,99.33", "66,o0,",
    )
    with pytest.raises(Refused) as refused:
        read_results(path)
    assert [(each.row, each.column) for each in refused.value.refusals] == [
        (3, "year"), (4, "code"), (5, "score"), (6, "score"), (7, "code"), (8, "year"), (8, "code"), (8, "score"),
    ]
    assert "แถว 3" in refused.value.message


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_results(_file(tmp_path, "year,code", "2566,overall"))
    assert [(each.row, each.column) for each in refused.value.refusals] == [(1, "score")]


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"\xff\xfe\x00year")
    with pytest.raises(Refused):
        read_results(path)


def test_a_follow_up_line_keeps_the_wording_and_an_empty_status_is_none(tmp_path: Path) -> None:
    path = _file(
        tmp_path, _OIT_HEAD,
        "2567,2566,o17,,,กำลังดำเนินการ,กองช่าง,สิ้นไตรมาส,https://a.example https://b.example,จด",
        "2567,2566,o33,,,,,,,",
    )
    told, silent = read_oit(path).lines
    assert (told.status, told.wording, told.due) == (Status.IN_PROGRESS, "กำลังดำเนินการ", "สิ้นไตรมาส")
    assert [each.url for each in told.evidence] == ["https://a.example", "https://b.example"]
    assert (silent.status, silent.wording) == (Status.UNSET, "")


def test_an_item_stands_once_a_year_and_catalogue(tmp_path: Path) -> None:
    rows = ["2567,2566,o1,,,,,,,", "2568,2566,o1,,,,,,,", "2567,2566,O๑,,,,,,,"]
    with pytest.raises(Refused) as refused:
        read_oit(_file(tmp_path, _OIT_HEAD, *rows))
    assert [each.row for each in refused.value.refusals] == [4]


@given(st.integers(1, 99), st.sampled_from(["o", "O"]), st.booleans())
def test_an_item_code_reads_in_either_digits(number: int, letter: str, thai: bool) -> None:
    digits = thai_digits(str(number)) if thai else str(number)
    assert read_oit_code(f"{letter}{digits}") == f"o{number}"


@given(st.text(max_size=6))
def test_no_text_is_taken_for_a_year_of_another_era(text: str) -> None:
    with suppress(BadText):
        assert 2400 <= read_year(text) <= 2599


@pytest.mark.parametrize("text", ["2024", "66", "๒๕๖๖ ", "พ.ศ. 2566", "", "25 66", "-2566", "2566.0"])
def test_a_year_is_four_digits_of_the_buddhist_era(text: str) -> None:
    with pytest.raises(BadText):
        read_year(text)


def test_a_code_that_stands_twice_is_told_with_both_scores_and_the_one_its_sums_bear_out(tmp_path: Path) -> None:
    rows = "year,code,score\n2568,IIT,92.00\n" + "".join(f"2568,{n},92.00\n" for n in range(1, 6))
    path = tmp_path / "a.csv"
    path.write_text(rows + "2568,3,91.00\n2568,3,92.00\n2568,IIT,29.00\n2569,overall,90\n2569,overall,91\n", "utf-8")
    with pytest.raises(Refused) as refused:
        read_results(path)
    assert [(each.row, each.column, each.reason) for each in refused.value.refusals] == [
        (8, "code", "รหัสนี้มีแล้วในแถว 5 คะแนน 92.00 แถวนี้ 91.00 ค่าที่ตรงกับผลรวมคือ 92.00"),
        (9, "code", "รหัสนี้มีแล้วในแถว 5"),
        (10, "code", "รหัสนี้มีแล้วในแถว 2 คะแนน 92.00 แถวนี้ 29.00 ค่าที่ตรงกับผลรวมคือ 92.00"),
        (12, "code", "รหัสนี้มีแล้วในแถว 11 คะแนน 90.00 แถวนี้ 91.00"),
    ]


def test_both_tables_of_a_paper_in_one_file_are_told_apart_and_nothing_comes_in(tmp_path: Path) -> None:
    figures = {**figures_2568(), "6": Decimal("99.33")}
    rows = [f"2568,{code},{score}" for code, score in figures.items()]
    rows += [f"2568,{code},{score}" for code, score in PRINTED_TWICE.items()]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(["year,code,score", *rows]), "utf-8")
    with pytest.raises(Refused) as refused:
        read_results(path)
    told = [each.reason for each in refused.value.refusals]
    assert len(told) == 3
    for code, reason in zip(PRINTED_TWICE, told, strict=True):
        assert reason.endswith(f"แถวนี้ {PRINTED_TWICE[code]} ค่าที่ตรงกับผลรวมคือ {figures[code]:.2f}")


def test_sixty_thousand_rows_of_one_code_are_told_in_bounded_time(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = "".join(f"2568,{n % 10 + 1},{n % 97}\n" for n in range(9000))
    path.write_text(f"year,code,score\n{lines}", "utf-8")
    start = process_time()
    with pytest.raises(Refused) as refused:
        read_results(path)
    assert len(refused.value.refusals) == 8990
    assert process_time() - start < 2
