"""What a machine needs is in the lists, and what the program needs at run time comes with it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from ita_tui.paths import sample_data, templates

ROOT = Path(__file__).resolve().parents[2]
_LINE = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([A-Za-z0-9.+!]+)")


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def _locked() -> dict[str, str]:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    matches = [_LINE.fullmatch(line) for line in lines]
    assert all(matches), [line for line, match in zip(lines, matches, strict=True) if not match]
    return {_name(match[1]): match[2] for match in matches if match}


def _required() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for extra in project["optional-dependencies"].values() for each in extra]
    return [*project["dependencies"], *extras]


def test_the_lock_holds_names_and_versions_and_no_address() -> None:
    assert len(_locked()) == len((ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("requirement", _required())
def test_every_dependency_is_locked(requirement: str) -> None:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name is not None
    locked = _locked()
    assert _name(name[0]) in locked
    exact = re.fullmatch(rf"{re.escape(name[0])}==(\S+)", requirement)
    if exact:
        assert locked[_name(name[0])] == exact[1]


def test_the_starter_can_be_parsed_by_the_oldest_pythons() -> None:
    source = (ROOT / ".ci" / "start.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr)]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.returns]


def test_the_starter_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse((ROOT / ".ci" / "start.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names - {"__future__"} <= sys.stdlib_module_names


def test_shipped_files_are_found_in_a_checkout() -> None:
    assert (templates() / "fonts").is_dir()
    assert (sample_data() / "body.json").is_file()


@pytest.mark.slow
def test_a_wheel_holds_what_the_program_reads_at_run_time(tmp_path: Path) -> None:
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed here: the wheel was not built")
    build = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "-q", "-w", str(tmp_path)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    for folder, name in ((templates(), "_templates"), (sample_data(), "_sample_data")):
        for path in folder.rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                assert f"ita_tui/{name}/{path.relative_to(folder).as_posix()}" in inside
    command = (
        "from ita_tui.secretary.body.sample import write_sample; "
        "from pathlib import Path; write_sample(Path('data'))"
    )
    subprocess.run(
        [sys.executable, "-c", command], cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "installed")}, check=True
    )
    assert (tmp_path / "data" / "body.json").is_file()
