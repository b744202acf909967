"""`ita-tui proof` on figures that came in from files, as two published papers print them."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Run
from tests.domain.test_proof_results import figures_2566, figures_2568

_PAPERS = {2566: ("ผ่านดีเยี่ยม", figures_2566()), 2568: ("ผ่านดี", figures_2568())}
_KEYS = {"kind", "where", "year", "message", "candidates"}
_CANDIDATE_KEYS = {"where", "value", "low", "high", "why"}


@pytest.fixture
def own(data: Path, tmp_path: Path) -> Path:
    """Return a sample folder whose results are gone, that may be written in."""
    folder = Path(shutil.copytree(data, tmp_path / "data"))
    (folder / "years" / "2566.json").unlink()
    shutil.rmtree(folder / "backups")
    return folder


def _table(folder: Path, kind: str, year: int, **wrong: str) -> Path:
    """Return a file of a paper's figures, with wrong ones in place of some (`_6` for indicator 6)."""
    level, right = _PAPERS[year]
    figures = {**right, **{code.lstrip("_"): Decimal(text) for code, text in wrong.items()}}
    rows: list[list[object]] = [
        [year, code, float(score), level if code == "overall" else ""] for code, score in figures.items()
    ]
    path = folder / f"a.{kind}"
    if kind == "csv":
        lines = ["ปี,รหัส,คะแนน,ระดับ", *(",".join(map(str, row)) for row in rows)]
        path.write_text("\n".join(lines), encoding="cp874")
        return path
    book = Workbook()
    assert book.active is not None
    for row in (["year", "code", "score", "level"], *rows):
        book.active.append(row)
    book.save(path)
    return path


def _proof(ita: Run, own: Path, *more: str) -> tuple[int, list[dict[str, Any]]]:
    code, out, err = ita("proof", *more, "--data", own, "--json")
    assert err == ""
    return code, json.loads(out)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("year", _PAPERS)
def test_right_figures_come_in_and_are_not_found_fault_with(
    ita: Run, own: Path, tmp_path: Path, kind: str, year: int
) -> None:
    assert ita("import", "results", _table(tmp_path, kind, year), "--data", own)[0] == 0
    assert _proof(ita, own, "--year", str(year)) == (0, [])
    code, out, _ = ita("proof", "--data", own)
    assert (code, out) == (0, "ไม่พบสิ่งที่ต้องแก้ไข\n")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "slip",
    [(2566, "6", "98.12", 98.19), (2568, "e1", "98.50", 98.4), (2568, "e3", "97.60", 100.0), (2568, "o25", "10", 100)],
)
def test_a_wrong_figure_is_found_with_the_right_value_among_the_candidates(
    ita: Run, own: Path, tmp_path: Path, kind: str, slip: tuple[int, str, str, float]
) -> None:
    year, code, wrong, right = slip
    path = _table(tmp_path, kind, year, **{f"_{code}" if code.isdecimal() else code: wrong})
    assert ita("import", "results", path, "--data", own)[0] == 0
    ended, findings = _proof(ita, own, "--year", str(year))
    assert ended == 1
    assert all(set(each) == _KEYS and each["year"] == year for each in findings)
    candidates = [each for finding in findings for each in finding["candidates"]]
    assert all(set(each) == _CANDIDATE_KEYS for each in candidates)
    assert any(each["where"] == code and each["low"] <= right <= each["high"] for each in candidates)


def test_a_person_reads_where_and_what_it_may_be(ita: Run, own: Path, tmp_path: Path) -> None:
    ita("import", "results", _table(tmp_path, "csv", 2566, _6="98.12"), "--data", own)
    code, out, _ = ita("proof", "--data", own)
    assert code == 1
    assert "ปี ๒๕๖๖" in out
    assert "ตัวชี้วัดที่ ๖ อาจเป็น" in out
    assert len(out.splitlines()) < 10


def test_a_level_that_does_not_follow_is_told_as_a_text(ita: Run, own: Path, tmp_path: Path) -> None:
    path = _table(tmp_path, "csv", 2566)
    path.write_text(path.read_text(encoding="cp874").replace("ผ่านดีเยี่ยม", "ผ่านดี"), encoding="utf-8")
    ita("import", "results", path, "--data", own)
    _, (finding,) = _proof(ita, own)
    assert finding["where"] == "level"
    assert [(each["value"], each["low"]) for each in finding["candidates"]] == [("ผ่านดีเยี่ยม", None)]


def test_a_year_without_results_cannot_be_checked(ita: Run, own: Path) -> None:
    code, _, err = ita("proof", "--year", "2560", "--data", own)
    assert code == 2
    assert "2560" in err
