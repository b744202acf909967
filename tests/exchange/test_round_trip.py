"""What is written is read again, in every kind of file, and no spreadsheet takes a text of it for a formula."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_tui.domain.evidence import Evidence
from ita_tui.domain.oit import Catalogue, CatalogueItem, FollowUp, FollowUpEntry, Group, Status
from ita_tui.domain.results import Results
from ita_tui.domain.years import BEYear
from ita_tui.exchange import oit, results
from ita_tui.exchange.writing import DataFormat, Rows, table_bytes
from ita_tui.thai.text import clean

_FORMATS = tuple(DataFormat)
_FORMULAS = ["=1+1", "+1", "-ไม่มี", "@SUM(A1)", "'=1", "=HYPERLINK(\"http://x\",\"y\")", "＝1", "_x0041_", "a;b,\"c\""]
_ALPHABET = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"])
_TEXTS = (st.text(_ALPHABET, max_size=12) | st.sampled_from(_FORMULAS)).map(
    lambda text: clean(text, multiline=False).strip()
)
_CODES = st.sampled_from(["overall", "mean", "sd", "IIT", "EIT1", "1", "10", "9.1", "10.2", "i3", "e6", "e1.2", "o12"])
_SCORES = st.decimals(0, 100, places=2)

anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


def _written(folder: Path, kind: DataFormat, columns: tuple[str, ...], rows: Rows) -> Path:
    path = folder / f"ตาราง.{kind.value}"
    path.write_bytes(table_bytes(kind, columns, rows))
    return path


@st.composite
def _results(draw: st.DrawFn) -> list[Results]:
    made = []
    for year in draw(st.lists(st.integers(2550, 2599), min_size=1, max_size=3, unique=True)):
        scores = draw(st.dictionaries(_CODES, _SCORES, min_size=1))
        names = draw(st.dictionaries(st.sampled_from(sorted(scores)), _TEXTS.filter(bool)))
        made.append(Results(BEYear(year), draw(_TEXTS), scores, names))
    return sorted(made, key=lambda each: each.year)


@pytest.mark.parametrize("kind", _FORMATS)
@anything
@given(made=_results())
def test_results_come_back_as_they_went(tmp_path: Path, kind: DataFormat, made: list[Results]) -> None:
    path = _written(tmp_path, kind, results.COLUMNS.all, results.result_rows(made))
    read = results.read_results(path)
    assert read.notices == ()
    assert read.years() == tuple(made)


_GROUPS = (Group("9.1", "ข้อมูลพื้นฐาน"), Group("10.1", ""))
_URLS = st.sampled_from(["https://a.example/o1", "http://เทศบาล.ไทย/x?a=1,2;b", "https://b.example/#+=@"])


@st.composite
def _lists(draw: st.DrawFn) -> tuple[Catalogue, FollowUp]:
    codes = draw(st.lists(st.integers(1, 99), min_size=1, max_size=5, unique=True))
    groups = st.sampled_from([group.code for group in _GROUPS])
    items = tuple(CatalogueItem(f"o{code}", draw(_TEXTS), draw(groups)) for code in codes)
    entries = tuple(
        FollowUpEntry(
            item.code, draw(st.sampled_from(Status)), division_id=draw(st.sampled_from(["", "d1", "*"])),
            due=draw(_TEXTS), note=draw(_TEXTS), evidence=tuple(map(Evidence, draw(st.lists(_URLS, max_size=2)))),
        )
        for item in items
    )
    return Catalogue(BEYear(2566), _GROUPS, items), FollowUp(BEYear(2567), BEYear(2566), entries)


@pytest.mark.parametrize("kind", _FORMATS)
@anything
@given(made=_lists())
def test_a_list_of_oit_items_comes_back_as_it_went(
    tmp_path: Path, kind: DataFormat, made: tuple[Catalogue, FollowUp]
) -> None:
    catalogue, follow_up = made
    divisions = {"": "", "d1": "กองช่าง", "*": "ทุกส่วนราชการ"}
    path = _written(tmp_path, kind, oit.COLUMNS, oit.oit_rows(catalogue, follow_up, divisions))
    read = oit.read_oit(path)
    assert read.notices == ()
    for line, item, entry in zip(read.lines, catalogue.items, follow_up.entries, strict=True):
        assert (line.follow_up_year, line.catalogue_year, line.code) == (2567, 2566, item.code)
        assert (line.name, line.status, line.due, line.note) == (item.name, entry.status, entry.due, entry.note)
        assert line.responsible == divisions[entry.division_id]
        assert line.evidence == entry.evidence
        assert line.group == {"9.1": "9.1 ข้อมูลพื้นฐาน", "10.1": "10.1"}[item.group]


def _of(*names: str) -> Results:
    return Results(BEYear(2566), "", {f"i{number}": Decimal(90) for number, _ in enumerate(names, 1)},
                   {f"i{number}": name for number, name in enumerate(names, 1)})


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    path = _written(tmp_path, DataFormat.XLSX, results.COLUMNS.all, results.result_rows([_of(*_FORMULAS)]))
    (sheet,) = load_workbook(path).worksheets
    names = [row[3] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in names] == ["s"] * len(_FORMULAS)
    assert [cell.value for cell in names[:7]] == _FORMULAS[:7]
    assert [cell.quotePrefix for cell in names[:7]] == [True] * 7
    assert (sheet["A2"].value, sheet["C2"].value, sheet["C2"].number_format) == (2566, 90, "0.00")


@given(st.lists(_TEXTS, min_size=1, max_size=4))
def test_no_cell_of_csv_begins_a_formula_and_every_score_has_two_decimals(names: list[str]) -> None:
    content = table_bytes(DataFormat.CSV, results.COLUMNS.all, results.result_rows([_of(*names)]))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    assert {row[2] for row in rows[1:]} == {"90.00"}


@pytest.mark.parametrize("kind", _FORMATS)
def test_the_same_facts_give_the_same_bytes(kind: DataFormat) -> None:
    made = [table_bytes(kind, results.COLUMNS.all, results.result_rows([_of("ก")])) for _ in range(2)]
    assert made[0] == made[1]


def test_a_level_without_an_overall_score_is_kept(tmp_path: Path) -> None:
    only = Results(BEYear(2566), "ผ่านดี", {"IIT": Decimal("90.10")})
    path = _written(tmp_path, DataFormat.CSV, results.COLUMNS.all, results.result_rows([only]))
    assert results.read_results(path).years() == (only,)
