"""What the commands give to people and to programs, and how they leave when they cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_tui import bootstrap
from ita_tui.secretary.body.sample import sample
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.papers import publish
from ita_tui.store.acts import Action
from ita_tui.store.folder import Folder
from ita_tui.store.repository import DataFolder
from tests.cli.conftest import Run

Shell = Callable[..., "subprocess.CompletedProcess[str]"]


def test_the_sample_is_written_once(ita: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ข้อมูล"
    code, out, _ = ita("sample", folder, "--json")
    assert code == 0
    assert json.loads(out) == [str(folder)]
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    code, _, err = ita("sample", folder)
    assert code == 2
    assert "มีข้อมูลอยู่แล้ว" in err
    assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before


def test_meetings_are_listed_newest_first(ita: Run, data: Path) -> None:
    _, out, _ = ita("list", "meetings", "--data", data, "--json")
    rows = json.loads(out)
    assert [(row["number"], row["date"], row["state"]) for row in rows] == [
        ("1/2567", "2024-01-17", "planned"), ("1/2566", "2023-10-31", "final"),
    ]
    assert "เตรียมการ" in out


def test_people_read_thai_digits_and_states(ita: Run, data: Path) -> None:
    _, out, _ = ita("list", "meetings", "--data", data)
    assert out.splitlines()[1] == "๑/๒๕๖๖  ๓๑ ตุลาคม ๒๕๖๖  ลงนามแล้ว"


def test_years_tell_results_and_follow_up_apart(ita: Run, data: Path) -> None:
    _, out, _ = ita("list", "years", "--data", data, "--json")
    assert json.loads(out) == [
        {"year": 2566, "results": {"overall": 99.33, "level": "ผ่านดีเยี่ยม"}, "follow_ups": []},
        {"year": 2567, "results": None, "follow_ups": [{"catalogue_year": 2566, "complete": 24, "total": 43}]},
    ]


def test_documents_name_what_export_takes(ita: Run, data: Path, tmp_path: Path) -> None:
    _, out, _ = ita("list", "documents", "--data", data, "--json")
    rows = json.loads(out)
    assert {(row["kind"], row["meeting"]) for row in rows if "meeting" in row} == {
        (kind, number) for kind in ("minutes", "oit") for number in ("1/2566", "1/2567")
    }
    assert [(row["kind"], row["year"]) for row in rows if "year" in row] == [("analysis", 2566)]
    named = ["export", rows[0]["kind"], "--meeting", rows[0]["meeting"]]
    code, _, _ = ita(*named, "--to", "md", "--out", tmp_path, "--data", data)
    assert code == 0


@pytest.mark.parametrize("number", ["1/2566", "๑/๒๕๖๖", " ๑ / 2566 "])
def test_a_meeting_may_be_named_in_either_digits(ita: Run, data: Path, tmp_path: Path, number: str) -> None:
    named = ["export", "minutes", "--meeting", number]
    code, out, _ = ita(*named, "--to", "md", "--out", tmp_path, "--data", data, "--json")
    assert code == 0
    (path,) = map(Path, json.loads(out))
    assert path == tmp_path / "รายงานการประชุม_1-2566.md"
    assert "๙๙.๓๓" in path.read_text(encoding="utf-8")


def test_every_format_lies_where_export_says(ita: Run, data: Path, tmp_path: Path) -> None:
    _, out, _ = ita("export", "minutes", "--meeting", "1/2566", "--out", tmp_path, "--data", data, "--json")
    assert "รายงานการประชุม" in out
    paths = [Path(path) for path in json.loads(out)]
    assert [path.suffix for path in paths] == [".pdf", ".docx", ".html", ".md"]
    assert all(path.is_absolute() and path.stat().st_size > 1000 for path in paths)


def test_the_latest_meeting_is_taken_where_none_is_named(ita: Run, data: Path, tmp_path: Path) -> None:
    for named in ([], ["--meeting", "latest"]):
        _, out, _ = ita("export", "minutes", *named, "--to", "md", "--out", tmp_path, "--data", data, "--json")
        assert [Path(path).name for path in json.loads(out)] == ["รายงานการประชุม_1-2567.md"]


def test_the_oit_table_holds_every_item_also_the_one_nobody_reported(ita: Run, data: Path, tmp_path: Path) -> None:
    code, out, _ = ita("export", "oit", "--year", "๒๕๖๗", "--to", "md", "--out", tmp_path, "--data", data, "--json")
    assert code == 0
    text = Path(json.loads(out)[0]).read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| o")]
    assert len(rows) == 43
    assert [row for row in rows if "ยังไม่มีรายงานสถานะ" in row] == [row for row in rows if row.startswith("| o๓๓ ")]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["export", "minutes", "--meeting", "9/2567", "--to", "md"], "9/2567"),
        (["export", "oit", "--year", "2570", "--to", "md"], "2570"),
    ],
)
def test_what_is_not_there_is_refused(ita: Run, data: Path, tmp_path: Path, typed: list[str], says: str) -> None:
    code, out, err = ita(*typed, "--out", tmp_path / "out", "--data", data)
    assert (code, out) == (2, "")
    assert says in err
    assert not (tmp_path / "out").exists()


def test_a_signed_meeting_is_not_signed_again(ita: Run, data: Path) -> None:
    code, _, err = ita("sign", "--meeting", "1/2566", "--data", data)
    assert code == 2
    assert "ลงนามแล้ว" in err


def test_signing_needs_an_adjourned_meeting(ita: Run, data: Path) -> None:
    code, _, err = ita("sign", "--meeting", "1/2567", "--data", data)
    assert code == 2
    assert "เลิกประชุม" in err


@pytest.fixture
def adjourned(tmp_path: Path) -> Path:
    """Return a data folder whose meeting 1/2566 was printed for signing and is not signed."""
    values, tools = sample(), bootstrap.tools()
    with DataFolder.open(tmp_path / "data") as data:
        assert data.writer is not None
        data.writer.apply(
            Action("a", "sample", tools.stamp(), meetings=(values.held,), years=values.years, body=values.body)
        )
    with Office.open(tmp_path / "data", tools) as office:
        desk = office.desk(values.held.head.id)
        desk.gavel.seal(publish.seal_of(desk))
    return tmp_path / "data"


def test_what_was_printed_for_signing_is_signed(ita: Run, adjourned: Path) -> None:
    code, out, err = ita("sign", "--json", "--data", adjourned)
    assert (code, err) == (0, "")
    assert json.loads(out) == {"meeting": "1/2566", "state": "final"}
    _, out, _ = ita("list", "meetings", "--json", "--data", adjourned)
    assert [row["state"] for row in json.loads(out)] == ["final"]


def test_minutes_changed_since_they_were_printed_are_not_signed(ita: Run, adjourned: Path) -> None:
    with Office.open(adjourned, bootstrap.tools()) as office:
        desk = office.desk(office.heads()[0].id)
        desk.take_out(desk.meeting.entries[0].id)
    code, _, err = ita("sign", "--data", adjourned)
    assert code == 2
    assert "แก้ไขหลังพิมพ์" in err


def test_a_damaged_file_is_mended_by_the_one_who_may_write(ita: Run, adjourned: Path) -> None:
    with Folder(adjourned, write=True):
        pass
    (adjourned / "body.json").write_text("{", encoding="utf-8")
    assert ita("list", "meetings", "--data", adjourned)[0] == 3
    assert ita("sign", "--data", adjourned)[0] == 0
    assert ita("list", "meetings", "--data", adjourned)[0] == 0


def test_a_folder_of_other_things_is_not_made_a_data_folder(ita: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("ของเดิม", encoding="utf-8")
    assert ita("sign", "--data", tmp_path)[0] == 2
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_reading_needs_no_lock_and_signing_does(ita: Run, data: Path, tmp_path: Path) -> None:
    with Folder(data, write=True):
        assert ita("list", "meetings", "--data", data)[0] == 0
        assert ita("export", "oit", "--to", "md", "--out", tmp_path, "--data", data)[0] == 0
        code, _, err = ita("sign", "--meeting", "1/2566", "--data", data)
    assert code == 3
    assert "อีกหน้าต่าง" in err


def test_a_damaged_folder_is_told_and_left_alone(ita: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    ita("sample", folder)
    (folder / "register.json").write_text("{", encoding="utf-8")
    code, out, err = ita("list", "meetings", "--data", folder)
    assert (code, out) == (3, "")
    assert "register.json" in err
    assert (folder / "register.json").read_text(encoding="utf-8") == "{"


def test_a_folder_that_is_not_there_is_not_made(ita: Run, tmp_path: Path) -> None:
    for command in (["list", "meetings"], ["sign"]):
        code, _, err = ita(*command, "--data", tmp_path / "nowhere")
        assert code == 2
        assert "nowhere" in err
    assert not (tmp_path / "nowhere").exists()


def test_papers_that_cannot_be_written_are_a_failure(ita: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, _, err = ita("export", "minutes", "--to", "md", "--out", tmp_path / "file", "--data", data)
    assert code == 3
    assert "→" in err


def test_without_a_folder_she_is_told_how_to_begin(ita: Run) -> None:
    code, _, err = ita("list", "meetings")
    assert code == 2
    assert "ita-tui demo" in err


def test_the_last_folder_is_taken_where_none_is_named(ita: Run, data: Path) -> None:
    bootstrap.remember(data.parent)
    bootstrap.remember(data)
    assert bootstrap.recent_folders() == (data, data.parent)
    assert ita("list", "meetings")[0] == 0


def test_a_spoilt_list_of_recent_folders_counts_as_empty() -> None:
    bootstrap.remember(Path("somewhere"))
    (kept,) = Path(os.environ["HOME"]).rglob("recent.json")
    kept.write_text("[1, {", encoding="utf-8")
    assert bootstrap.recent_folders() == ()


def test_a_clock_that_is_no_time_is_refused(ita: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITA_CLOCK", "พรุ่งนี้")
    code, _, err = ita("list", "meetings", "--data", data)
    assert code == 2
    assert "ITA_CLOCK" in err


def test_the_fixed_clock_is_what_desks_see() -> None:
    assert bootstrap.tools().stamp() == bootstrap.tools().stamp()
    assert bootstrap.clock()().isoformat() != ""


@pytest.mark.parametrize("command", [["demo"], []])
def test_without_a_terminal_the_app_says_so_and_leaves_nothing_behind(
    shell: Shell, data: Path, command: list[str]
) -> None:
    ended = shell("--data", data, *command)
    assert ended.returncode == 2
    assert "เทอร์มินัล" in ended.stderr
    assert ended.stdout == ""
    assert list(Path(os.environ["HOME"]).rglob("demo-*")) == []


def test_a_reader_that_goes_away_is_no_error(data: Path) -> None:
    command = f"{sys.executable} -m ita_tui list meetings --json --data '{data}' | true"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert ended.stderr == ""
