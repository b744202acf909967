"""What the screens use of Textual's private parts is named in one list, which the program checks before it starts."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import ita_tui.ui
from ita_tui.ui.widgets.thai.hooks import RELIED_ON

ROOM = Path(ita_tui.ui.__file__).parent
LISTED = {place.rpartition(":")[2].rpartition(".")[2] for place in RELIED_ON}
OF_EVERY_CLASS = {"_abc_impl"}
"""Private names that Python or Textual itself puts into each class."""


def private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def own_names(tree: ast.AST) -> Iterator[str]:
    """Names that a file gives to something of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def test_every_private_name_that_is_used_is_in_the_list() -> None:
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in ROOM.rglob("*.py")}
    ours = {name for tree in trees.values() for name in own_names(tree)}
    used = {
        f"{file.relative_to(ROOM)}:{node.lineno} {node.attr}"
        for file, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and private(node.attr) and node.attr not in ours | LISTED
    }
    assert used == set()


def test_every_private_method_that_is_overridden_is_in_the_list() -> None:
    overridden = set()
    for module in pkgutil.walk_packages([str(ROOM)], "ita_tui.ui."):
        for cls in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(cls) and cls.__module__ == module.name:
                overridden |= {f"{cls.__qualname__}.{name}" for name in of_textual(cls) if name not in LISTED}
    assert overridden == set()


def of_textual(cls: type) -> Iterator[str]:
    """Private names written in a class that a class of Textual above it holds too."""
    written = set(own_names(ast.parse(textwrap.dedent(inspect.getsource(cls)))))
    for base in cls.__mro__[1:]:
        if base.__module__.split(".")[0] in ("textual", "rich"):
            yield from (name for name in written & set(vars(base)) - OF_EVERY_CLASS if private(name))


def test_only_one_module_replaces_what_it_does_not_own() -> None:
    """Setting attributes by name is how a library is changed from outside."""
    changing = {
        file.name
        for file in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "setattr"
    }
    assert changing == {"hooks.py"}
