"""`doctor` tells what is as it should be, what is not, and what helps; it changes nothing and fails at nothing."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ita_tui import doctor, terminal_width
from ita_tui.store.folder import Folder
from ita_tui.ui.widgets.thai import hooks as thai_hooks
from tests.cli.conftest import Run


@pytest.fixture
def own(data: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    return Path(shutil.copytree(data, tmp_path / "own"))


def found(ita: Run, *arguments: str | Path) -> dict[str, Any]:
    code, out, _ = ita("doctor", *arguments, "--json")
    assert code == 0
    return {each["name"]: each for each in json.loads(out)}


def test_everything_is_looked_at_and_told_to_programs(ita: Run, own: Path) -> None:
    told = found(ita, "--data", own)
    assert set(told) == {
        "program", "libraries", "hooks", "terminal", "encoding", "paper_fonts", "screen_fonts", "printer", "data",
        "lock", "disk",
    }  # fmt: skip
    assert {each["health"] for each in told.values()} <= {"fine", "note", "trouble"}
    assert told["libraries"]["value"]["textual"] == "8.2.8"
    assert told["hooks"]["health"] == told["paper_fonts"]["health"] == told["data"]["health"] == "fine"
    assert told["program"]["value"]["python"].startswith("3.")
    assert told["disk"]["value"] > 0


def test_people_read_it_in_thai_with_advice_below(ita: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    code, out, _ = ita("doctor")
    assert code == 0
    assert "✓ โปรแกรม" in out
    assert "• เครื่องพิมพ์" in out
    assert "→ ติดตั้ง cups-client" in out
    assert "ยังไม่เคยเปิดข้อมูล" in out


def test_a_folder_without_data_is_told(ita: Run, tmp_path: Path) -> None:
    told = found(ita, "--data", tmp_path / "nowhere")
    assert told["data"]["health"] == "note"
    assert "nowhere" in told["data"]["message"]
    assert "disk" not in told
    assert not (tmp_path / "nowhere").exists()


def test_a_damaged_file_is_named_and_left_as_it_is(ita: Run, own: Path) -> None:
    (own / "register.json").write_bytes(b"{}")
    told = found(ita, "--data", own)
    assert told["data"]["health"] == "trouble"
    assert told["data"]["value"]["damaged"] == ["register.json"]
    assert (own / "register.json").read_bytes() == b"{}"


def test_a_window_that_writes_is_seen_and_not_disturbed(ita: Run, own: Path) -> None:
    with Folder(own, write=True):
        assert found(ita, "--data", own)["lock"]["value"] is True
    assert found(ita, "--data", own)["lock"]["value"] is False


def test_a_disk_nearly_full_is_told(ita: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage(NamedTuple):
        free: int

    for free, health in ((150 * 10**6, "note"), (10 * 10**6, "trouble"), (10**9, "fine")):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: Usage(free))
        assert found(ita, "--data", own)["disk"]["health"] == health


@pytest.mark.parametrize(
    ("queues", "health"), [("office\nprojector\n", "fine"), ("", "note")], ids=["two printers", "none"]
)
def test_printers_are_listed(
    ita: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, queues: str, health: str
) -> None:
    if sys.platform == "win32":
        pytest.skip("lp is of Unix")
    for name in ("lp", "lpstat"):
        (tmp_path / name).write_text(f"#!/bin/sh\nprintf '{queues}'\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert found(ita)["printer"]["health"] == health


def test_a_system_command_that_hangs_is_not_waited_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_COMMAND_WAIT", 0.05)
    assert doctor._output([sys.executable, "-c", "import time; time.sleep(20)"]) == ""
    assert doctor._output([str(tmp_path / "no such command")]) == ""


def test_a_library_that_lost_a_part_is_told(ita: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thai_hooks, "RELIED_ON", ("textual.app:App.gone",))
    assert found(ita)["hooks"]["health"] == "trouble"


@pytest.mark.parametrize(
    ("cells", "health"),
    [
        ((1, 2, 2, 1, 2, 2), "fine"), ((1, 2, 2, 1, 2, 1), "note"), ((2, 3, 2, 2, 3, 2), "trouble"),
        ((1, 2, 2), "note"), ((), "note"),
    ],
)  # fmt: skip
def test_widths_on_the_screen_are_judged(
    monkeypatch: pytest.MonkeyPatch, cells: tuple[int, ...], health: str
) -> None:
    monkeypatch.setattr(terminal_width, "ask", lambda *_: terminal_width.Answer(cells))
    assert doctor._widths().health == health


def test_a_machine_without_thai_fonts_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: Iterator[str] = iter(["Loma\nTlwg Mono,TlwgMono\nLoma\n", ""])
    monkeypatch.setattr(shutil, "which", str)
    monkeypatch.setattr(doctor, "_output", lambda _: next(listed))
    assert doctor._screen_fonts().value == ["Loma", "Tlwg Mono"]
    assert doctor._screen_fonts().health == doctor.Health.TROUBLE
