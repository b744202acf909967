"""`ita-tui export analysis`: the report of a year from the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ita_tui.paths import sample_data
from ita_tui.secretary.body.sample import write_sample
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.results import analysing
from tests.cli.conftest import Run


def test_the_report_of_the_latest_year_comes_in_every_format(ita: Run, data: Path, tmp_path: Path) -> None:
    code, out, err = ita("export", "analysis", "--out", tmp_path, "--data", data, "--json")
    assert (code, err) == (0, "")
    paths = [Path(path) for path in json.loads(out)]
    assert [path.name for path in paths] == [
        f"การวิเคราะห์ผลการประเมิน_2566.{ending}" for ending in ("pdf", "docx", "html", "md")
    ]
    assert all(path.is_absolute() and path.stat().st_size > 1000 for path in paths)


def test_year_and_style_are_those_that_were_asked_for(ita: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    write_sample(data)
    earlier = sample_data() / "more" / "results-2565.csv"
    assert ita("import", "results", earlier, "--data", data)[0] == 0
    assert ita("proof", "--year", "2565", "--data", data)[0] == 0
    texts = {}
    for year in ("๒๕๖๕", "2566"):
        named = ["export", "analysis", "--year", year, "--style", "two_years", "--to", "md"]
        code, out, _ = ita(*named, "--out", tmp_path, "--data", data, "--json")
        assert code == 0
        texts[year] = Path(json.loads(out)[0]).read_text(encoding="utf-8")
    assert "ไม่มีคะแนนของปีงบประมาณ พ.ศ. ๒๕๖๔ ให้เปรียบเทียบ" in texts["๒๕๖๕"]
    assert "๙๙.๓๓" not in texts["๒๕๖๕"]
    assert "| ๙๗.๐๓ | ๙๙.๓๓ | เพิ่มขึ้น ๒.๓๐ |" in texts["2566"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--year", "2560"], "ไม่มีผลประเมินปี 2560"), (["--style", "nothing"], "two_years"),
        (["--meeting", "1/2566"], "--year"), (["--to", "csv"], "pdf"), (["--year", "ปีก่อน"], "ปีก่อน"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_told(ita: Run, data: Path, tmp_path: Path, more: list[str], told: str) -> None:
    code, out, err = ita("export", "analysis", *more, "--out", tmp_path, "--data", data)
    assert (code, out) == (2, "")
    assert told in err
    assert list(tmp_path.iterdir()) == []


def test_a_style_belongs_to_the_analysis_alone(ita: Run, data: Path, tmp_path: Path) -> None:
    code, _, err = ita("export", "minutes", "--style", "groups", "--out", tmp_path, "--data", data)
    assert code == 2
    assert "--style" in err


def test_words_that_no_longer_fit_are_named_on_the_error_stream(ita: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    write_sample(data)
    from ita_tui import bootstrap

    with Office.open(data, bootstrap.tools()) as office:
        analysing.reword(office, analysing.score_years(office)[0], "full_score/4", "ได้ 97.78 คะแนน")
    figures = tmp_path / "new.csv"
    figures.write_text("year,code,score\n2566,4,97.87\n", encoding="utf-8")
    assert ita("import", "results", figures, "--replace", "--data", data)[0] == 0
    code, out, _ = ita("proof", "--year", "2566", "--data", data, "--json")
    assert code == 1
    assert [(each["where"], each["year"]) for each in json.loads(out) if each["kind"] == "text"] == [("4", 2566)]
    code, out, err = ita("export", "analysis", "--to", "md", "--out", tmp_path, "--data", data, "--json")
    assert code == 0
    assert "ได้ ๙๗.๗๘ คะแนน" in err
    assert "(ร่าง)" in Path(json.loads(out)[0]).read_text(encoding="utf-8")


def test_a_folder_without_results_says_how_to_get_them(ita: Run, data: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    write_sample(empty)
    (empty / "years" / "2566.json").unlink()
    code, _, err = ita("export", "analysis", "--out", tmp_path / "out", "--data", empty)
    assert code == 2
    assert "import results" in err
