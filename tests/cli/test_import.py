"""`ita-tui import` as scripts and people meet it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from ita_tui.store.folder import Folder
from tests.cli.conftest import Run


@pytest.fixture
def own(data: Path, tmp_path: Path) -> Path:
    """Return a sample folder that may be written in."""
    return Path(shutil.copytree(data, tmp_path / "data"))


def _file(folder: Path, text: str, name: str = "แฟ้ม.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _years(ita: Run, own: Path) -> list[int]:
    return [row["year"] for row in json.loads(ita("list", "years", "--json", "--data", own)[1])]


def test_results_come_in_and_a_program_is_told_how_many(ita: Run, own: Path, tmp_path: Path) -> None:
    path = _file(tmp_path, "ปี,รหัส,คะแนน,ระดับ\n๒๕๖๕,overall,๘๘.๕๓,A\n๒๕๖๕,ข้อ o๑๒,100 %,\n")
    code, out, err = ita("import", "results", path, "--data", own, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"imported": 2, "refused": []}
    assert _years(ita, own) == [2565, 2566, 2567]


def test_a_person_is_told_in_thai_what_was_done(ita: Run, own: Path, tmp_path: Path) -> None:
    path = _file(tmp_path, "year,code,score,x\n2566,6,98.12,\n2566,i1,90,\n")
    code, out, err = ita("import", "results", path, "--replace", "--data", own)
    assert code == 0
    assert "นำเข้า ๒ แถว (เพิ่ม ๑ แทนค่าเดิม ๑ คงเดิม ๐)" in out
    assert "เดิม “98.19” ใหม่ “98.12”" in out
    assert "“x”" in err


def test_a_workbook_comes_in_like_csv(ita: Run, own: Path, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (("ปี", "รหัส", "คะแนน"), (2565, "overall", 88.53)):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert ita("import", "results", tmp_path / "a.xlsx", "--data", own)[0] == 0
    assert 2565 in _years(ita, own)


def test_what_is_refused_is_told_row_by_row_and_nothing_comes_in(ita: Run, own: Path, tmp_path: Path) -> None:
    path = _file(tmp_path, "year,code,score\n2565,overall,88.53\n2023,IIT,90\n2565,x,90\n2565,overall,1\n")
    code, out, err = ita("import", "results", path, "--data", own, "--json")
    assert code == 2
    told = json.loads(out)
    assert told["imported"] == 0
    assert [(each["row"], each["column"]) for each in told["refused"]] == [(3, "year"), (4, "code"), (5, "code")]
    assert all(set(each) == {"row", "column", "reason"} and each["reason"] for each in told["refused"])
    assert "แถว 3 ช่องปี: " in err
    assert 2565 not in _years(ita, own)


def test_stored_values_need_to_be_given_up_by_name(ita: Run, own: Path, tmp_path: Path) -> None:
    path = _file(tmp_path, "year,code,score\n2566,6,98.12\n")
    code, out, err = ita("import", "results", path, "--data", own)
    assert (code, out) == (2, "")
    assert "98.19" in err
    assert "98.12" in err
    assert "--replace" in err
    assert ita("import", "results", path, "--data", own, "--replace")[0] == 0
    assert json.loads(ita("import", "results", path, "--data", own, "--json")[1]) == {"imported": 1, "refused": []}


def test_oit_reports_come_in(ita: Run, own: Path, tmp_path: Path) -> None:
    head = "year,catalogue_year,code,name,group,status,responsible,due,url,note\n"
    path = _file(tmp_path, head + "2567,2566,O๓๓,,,รอดำเนินการ,กองคลัง,,,\n")
    assert ita("import", "oit", path, "--data", own, "--json")[0] == 2  # another division is responsible
    code, out, _ = ita("import", "oit", path, "--data", own, "--json", "--replace")
    assert code == 0
    assert json.loads(out)["imported"] == 1


def test_a_catalogue_comes_in_when_asked_for(ita: Run, own: Path, tmp_path: Path) -> None:
    head = "year,catalogue_year,code,name,group,status\n"
    path = _file(tmp_path, head + "2570,2569,o1,โครงสร้าง,9.1 ข้อมูลพื้นฐาน,\n")
    assert ita("import", "oit", path, "--data", own)[0] == 2
    assert ita("import", "oit", path, "--catalogue", "--data", own)[0] == 0
    assert (own / "catalogues" / "2569.json").is_file()
    assert ita("import", "results", path, "--catalogue", "--data", own)[0] == 2


def test_a_folder_that_another_writes_in_is_left_alone(ita: Run, own: Path, tmp_path: Path) -> None:
    path = _file(tmp_path, "year,code,score\n2565,overall,88.53\n")
    with Folder(own, write=True):
        code, out, err = ita("import", "results", path, "--data", own, "--json")
    assert (code, out) == (3, "")
    assert "อีกหน้าต่าง" in err


def test_a_file_that_is_not_there_is_told(ita: Run, own: Path) -> None:
    code, out, err = ita("import", "results", own / "ไม่มี.csv", "--data", own)
    assert (code, out) == (2, "")
    assert "ไม่มี.csv" in err


def test_a_thousand_refusals_are_all_told_a_program_and_the_first_a_person(
    ita: Run, own: Path, tmp_path: Path
) -> None:
    path = _file(tmp_path, "year,code,score\n" + "2566,x,1\n" * 1000)
    _, out, err = ita("import", "results", path, "--data", own, "--json")
    assert len(json.loads(out)["refused"]) == 1000
    assert len(err.splitlines()) < 110
    assert "900" in err


def test_what_export_wrote_import_takes_back(ita: Run, own: Path, tmp_path: Path) -> None:
    for kind, more in (("results", []), ("oit", ["--year", "๒๕๖๗"])):
        code, out, _ = ita("export", kind, *more, "--to", "csv,xlsx,json", "--out", tmp_path, "--data", own, "--json")
        assert code == 0
        for path in json.loads(out):
            assert ita("import", kind, path, "--data", own)[0] == 0


@pytest.mark.parametrize(
    "typed",
    [
        ["minutes", "--to", "csv"], ["results", "--to", "pdf"], ["results", "--year", "2599"],
        ["oit", "--year", "2599", "--to", "csv"],
    ],
)  # fmt: skip
def test_a_format_or_year_that_is_not_there_is_refused(ita: Run, data: Path, tmp_path: Path, typed: list[str]) -> None:
    assert ita("export", *typed, "--out", tmp_path / "out", "--data", data)[0] == 2
    assert not (tmp_path / "out").exists()
