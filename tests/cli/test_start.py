"""The starter for a bare machine says in two languages what is missing, and installs only what changed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "start.py"


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the starter as a module that works in a folder of its own."""
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("pyproject.toml", "requirements.lock"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    monkeypatch.setattr(module, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(module, "LOG", str(tmp_path / "start.log"))
    return module


def _told(start: ModuleType, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = start.main(list(arguments))
    return code, capsys.readouterr().err


def test_a_python_that_is_too_old_is_told(
    start: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "NEEDED", (99, 0))
    monkeypatch.setenv("PATH", "")
    code, told = _told(start, capsys, "demo")
    assert code == 2
    assert "เก่าเกินไป" in told
    assert "too old" in told


def test_a_newer_python_on_the_machine_is_pointed_out(
    start: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "python3.12").write_text("", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert start.newer_python() == "python3.12"
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 1))
    code, told = _told(start, capsys, "test")
    assert code == 2
    assert "python3.12 .ci/start.py" in told


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_that_came_in_parts_is_told_which_part(
    start: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    code, told = _told(start, capsys, "demo")
    assert code == 2
    assert told.count(f"python3.{sys.version_info[1]}-venv") == 2


def _installing(start: ModuleType, monkeypatch: pytest.MonkeyPatch, log: str, code: int) -> list[list[str]]:
    """Let every command end with `code` (0 unless it is pip's installing) and leave `log`; return the commands run."""
    ran: list[list[str]] = []

    def logged(command: list[str]) -> int:
        ran.append(command)
        Path(start.LOG).write_text(log, encoding="utf-8")
        Path(start.VENV).mkdir(exist_ok=True)
        return code if "install" in command else 0

    monkeypatch.setattr(start, "logged", logged)
    monkeypatch.setattr(start, "PYTHON", sys.executable)
    monkeypatch.setattr(start, "run", lambda what, arguments: 0)
    return ran


def test_a_machine_without_network_is_told_so_and_where_the_log_is(
    start: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _installing(start, monkeypatch, "x\nNewConnectionError: [Errno -3]", 1)
    code, told = _told(start, capsys, "demo")
    assert code == 3
    assert "ต่อเครือข่ายไม่ได้" in told
    assert "check the network" in told
    assert start.LOG in told


def test_any_other_failure_points_to_the_log(
    start: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _installing(start, monkeypatch, "error: something else", 1)
    code, told = _told(start, capsys, "test")
    assert code == 3
    assert "เครือข่าย" not in told
    assert start.LOG in told


def test_it_installs_again_only_when_a_list_changed(
    start: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran = _installing(start, monkeypatch, "", 0)

    def installs() -> int:
        ran.clear()
        assert _told(start, capsys, "test")[0] == 0
        return sum("install" in command for command in ran)

    assert [installs(), installs()] == [1, 0]
    (tmp_path / "requirements.lock").write_text("y", encoding="utf-8")
    assert [installs(), installs()] == [1, 0]


def test_without_a_known_word_it_tells_how_it_is_used() -> None:
    ended = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 2
    assert "demo" in ended.stderr
