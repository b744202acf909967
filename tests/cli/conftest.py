"""One sample folder for all tests that only read it, and the command line run as the shell runs it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_tui import cli
from ita_tui.secretary.body.sample import write_sample

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a home of its own and a clock that stands still."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR", "ITA_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ITA_CLOCK", "2024-01-17T09:30:00+07:00")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sample data folder that the tests of one file share; they only read it."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    write_sample(folder)
    return folder


@pytest.fixture
def ita(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command line here: exit code, standard output, standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        assert isinstance(left.value.code, int)
        return left.value.code, told.out, told.err

    return run


@pytest.fixture
def shell() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the command line in a process of its own, without a terminal."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ita_tui", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False)

    return run
