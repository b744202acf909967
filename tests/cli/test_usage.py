"""Whatever is typed wrongly is answered in Thai with exit code 2, and never with a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.cli import program
from ita_tui.cli_group import hoisted
from tests.cli.conftest import Run

_ENGLISH_OF_CLICK = re.compile(r"(Usage|Error|Options|Commands|Missing|No such|requires|Invalid|unexpected|Show this)")


@pytest.mark.parametrize(
    "typed",
    [
        ["ประชุม"], ["list"], ["list", "x"], ["list", "meetings", "more"], ["export"], ["export", "minutes"],
        ["export", "minutes", "--out"], ["export", "memo", "--out", "x"],
        ["export", "minutes", "--out", "x", "--to", "xls"],
        ["--nope"], ["list", "meetings", "--nope"], ["sign", "--meeting"], ["--data"], ["--json=1"], ["sample"],
        ["export", "minutes", "--year", "2567", "--out", "x"], ["export", "oit", "--year", "2024", "--out", "x"],
        ["export", "minutes", "--meeting", "ครั้งแรก", "--out", "x"], ["sign", "--meeting", "1/2567/3"],
    ],
)  # fmt: skip
def test_wrong_use_is_refused_in_thai(ita: Run, data: Path, typed: list[str]) -> None:
    code, out, err = ita(*(["--data", data] if "--data" not in typed else []), *typed)
    assert code == 2
    assert out == ""
    assert re.search("[ก-๙]", err)
    assert not _ENGLISH_OF_CLICK.search(err)


@pytest.mark.parametrize("command", [[], *([name] for name in program.commands)])
def test_help_is_thai(ita: Run, command: list[str]) -> None:
    code, out, _ = ita(*command, "--help")
    assert code == 0
    assert out.startswith("วิธีใช้: ita-tui")
    assert not _ENGLISH_OF_CLICK.search(out)


def test_the_help_names_every_command(ita: Run) -> None:
    _, out, _ = ita("--help")
    assert all(f"  {name} " in out for name in program.commands)


@pytest.mark.parametrize(
    "typed", [["list", "meetings", "--json", "--data"], ["--json", "list", "--data"], ["--data"], ["list", "--data"]]
)
def test_global_options_stand_anywhere(ita: Run, data: Path, typed: list[str]) -> None:
    rest = [] if "meetings" in typed else ["list", "meetings"] if typed == ["--data"] else ["meetings"]
    code, out, _ = ita(*typed, data, *rest)
    assert code == 0
    assert out.lstrip().startswith("[") == ("--json" in typed)


_WORDS = st.sampled_from(["list", "meetings", "--meeting", "1/2567", "--out", "x", "-h"])


@given(st.lists(_WORDS, max_size=5), st.lists(_WORDS, max_size=5), st.booleans())
def test_moving_global_options_changes_nothing_else(before: list[str], after: list[str], as_json: bool) -> None:
    own = ["--json"] if as_json else []
    assert hoisted([*before, "--data", "d", *own, *after]) == ["--data", "d", *own, *before, *after]


def test_nothing_is_moved_from_behind_two_dashes() -> None:
    assert hoisted(["list", "--", "--json"]) == ["list", "--", "--json"]
