"""A printer that is none: `lp` and `lpstat` of our own on the PATH, which note what they were asked."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

_SCRIPT = """#!{python} -I
import json, sys, time
from pathlib import Path
asked = Path({asked!r})
wants = json.loads(Path({wants!r}).read_text())
with asked.open("a") as out:
    out.write(json.dumps(["{name}", *sys.argv[1:]]) + "\\n")
time.sleep(wants["sleep"])
if "{name}" == "lp":
    sys.stderr.write(wants["refuses"])
    sys.exit(1 if wants["refuses"] else 0)
if "-d" in sys.argv:
    name = wants["default"]
    print("system default destination: " + name if name else "no system default destination")
else:
    print("\\n".join(wants["printers"]))
"""


class FakePrinters:
    """What stands in the place of CUPS; only these commands are on the PATH."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked = folder / "asked"
        self._wants = folder / "wants.json"
        folder.mkdir(parents=True)
        self.says()
        for name in ("lp", "lpstat"):
            script = folder / name
            script.write_text(
                _SCRIPT.format(python=sys.executable, asked=str(self._asked), wants=str(self._wants), name=name)
            )
            script.chmod(script.stat().st_mode | stat.S_IXUSR)

    def says(self, *printers: str, default: str = "", refuses: str = "", sleep: float = 0) -> None:
        """Let lpstat list these printers, and lp refuse with this complaint."""
        wants = {"printers": printers, "default": default, "refuses": refuses, "sleep": sleep}
        self._wants.write_text(json.dumps(wants))

    @property
    def printed(self) -> list[list[str]]:
        """Return the arguments of each lp."""
        if not self._asked.exists():
            return []
        asked = [json.loads(line) for line in self._asked.read_text().splitlines()]
        return [rest for command, *rest in asked if command == "lp"]

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put them on the PATH in the place of all that is there."""
        monkeypatch.setenv("PATH", str(self._folder))
        for name in ("LPDEST", "PRINTER", "DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)


def no_printing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Leave no command at all on the PATH."""
    folder.mkdir(parents=True, exist_ok=True)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


POSIX = pytest.mark.skipif(os.name != "posix", reason="the printer of these tests is a script: needs POSIX")
