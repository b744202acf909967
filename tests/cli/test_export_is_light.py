"""Making papers from the shell does not wait for the screen's libraries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.printers import POSIX, FakePrinters

_SCRIPT = """
import sys
from ita_tui import cli
try:
    cli.main(sys.argv[1:])
except SystemExit as left:
    assert left.code == 0, left.code
print([name for name in sorted(sys.modules) if name.split(".")[0] in {"textual"}][:3], file=sys.stderr)
"""


@POSIX
@pytest.mark.parametrize(
    "command",
    [
        ["list", "meetings"], ["export", "minutes", "--meeting", "1/2566"], ["export", "oit", "--to", "pdf"],
        ["print", "oit"], ["export", "results"], ["export", "analysis"], ["proof", "--year", "2566"],
    ],
)  # fmt: skip
def test_no_command_but_the_app_loads_textual(
    data: Path, tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printers = FakePrinters(tmp_path / "bin")
    printers.says("HP_1")
    printers.use(monkeypatch)
    out = [] if command[0] in ("list", "proof") else ["--out", str(tmp_path)]
    ended = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *command, *out, "--data", str(data)],
        capture_output=True, encoding="utf-8", check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.strip() == "[]"
