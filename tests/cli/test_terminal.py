"""In a terminal that is too small the app says what it needs; the list of folders stays as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ita_tui.terminal import colours

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal of Unix is needed", allow_module_level=True)

import fcntl
import os
import pty
import struct
import termios


def _in_terminal(columns: int, rows: int, *arguments: str) -> tuple[int, str]:
    """Run the command line in a terminal of that size; return exit code and standard error."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    command = [sys.executable, "-m", "ita_tui", *arguments]
    try:
        ended = subprocess.run(
            command, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, encoding="utf-8", timeout=60, check=False
        )
    finally:
        os.close(ours)
        os.close(theirs)
    return ended.returncode, ended.stderr


@pytest.mark.parametrize(("columns", "rows"), [(79, 24), (80, 23), (20, 5)])
def test_a_terminal_under_80_by_24_is_refused_with_its_size(data: Path, columns: int, rows: int) -> None:
    code, err = _in_terminal(columns, rows, "--data", str(data))
    assert code == 2
    assert f"{columns} คอลัมน์ {rows} แถว" in err
    assert "80×24" in err
    assert not list(Path(os.environ["HOME"]).rglob("recent.json"))


def test_a_demo_is_not_written_for_a_terminal_it_cannot_run_in() -> None:
    assert _in_terminal(60, 20, "demo")[0] == 2
    assert not list(Path(os.environ["HOME"]).rglob("body.json"))


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({"TERM": "xterm"}, "256"), ({"TERM": "screen"}, "256"), ({"TERM": "xterm", "COLORTERM": "truecolor"}, "auto"),
        ({"TERM": "xterm-256color"}, "auto"), ({"TERM": "linux"}, "auto"), ({}, "auto"),
    ],
)  # fmt: skip
def test_a_terminal_with_a_plain_name_is_given_256_colours(environ: dict[str, str], found: str) -> None:
    assert colours(environ) == found
