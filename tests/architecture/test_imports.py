"""Each library has its room: what a module loads is looked at in a fresh process, not in the source."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ita_tui

_PACKAGE = Path(ita_tui.__file__).parent
_ROOMS = ("thai", "domain", "store", "documents", "exchange", "secretary")
_SCRIPT = """
import importlib, json, sys
loaded = {}
for name in sys.argv[1:]:
    importlib.import_module(name)
    loaded[name] = sorted({each.split(".")[0] for each in sys.modules})
print(json.dumps(loaded))
"""


def _modules(room: str) -> list[str]:
    paths = sorted((_PACKAGE / room).rglob("*.py"))
    return [".".join(("ita_tui", *path.relative_to(_PACKAGE).with_suffix("").parts)) for path in paths]


def _loaded_by(*modules: str) -> set[str]:
    """Return the top-level packages that a fresh process holds after importing these modules."""
    command = [sys.executable, "-c", _SCRIPT, *modules]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return set(json.loads(ended.stdout)[modules[-1]])


@pytest.mark.parametrize("room", _ROOMS)
def test_no_room_but_ui_loads_textual(room: str) -> None:
    assert "textual" not in _loaded_by(*_modules(room))


@pytest.mark.parametrize("room", ["thai", "domain", "documents", "exchange"])
def test_the_rooms_below_and_beside_the_store_do_not_load_tinydb(room: str) -> None:
    assert "tinydb" not in _loaded_by(*_modules(room))


def test_tinydb_is_imported_in_the_store_only() -> None:
    outside = [path for path in _PACKAGE.rglob("*.py") if path.relative_to(_PACKAGE).parts[0] != "store"]
    assert len(outside) > 20
    imports = re.compile(r"^\s*(import|from) tinydb", re.MULTILINE)
    assert [path.name for path in outside if imports.search(path.read_text("utf-8"))] == []


def test_the_domain_loads_nothing_that_prints_or_stores() -> None:
    heavy = {"typst", "docx", "docxtpl", "jinja2", "fontTools", "pikepdf", "orjson", "tinydb", "click", "platformdirs"}
    assert heavy & _loaded_by(*_modules("domain")) == set()


def test_the_command_line_itself_loads_no_library_of_papers_or_screens() -> None:
    assert {"textual", "typst", "docx", "docxtpl", "pikepdf", "fontTools"} & _loaded_by("ita_tui.cli") == set()
