"""Every field of the program is a Thai one: a stock TextArea or Input moves, deletes and wraps Thai wrongly."""

from __future__ import annotations

import ast
from pathlib import Path

import ita_tui.ui

STOCK = {"TextArea", "Input", "MaskedInput", "Log", "RichLog", "SuggestFromList"}
"""Fields, and what shows text by a wrapping or a suggesting of its own."""
THAI = {"area.py": {"TextArea"}, "line.py": {"Input"}}
"""Which of them the Thai fields are made from, and where."""


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def test_no_screen_or_widget_makes_a_stock_field() -> None:
    made = []
    for file in Path(ita_tui.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = {name_of(node.func)} if isinstance(node, ast.Call) else set()
            named |= {name_of(base) for base in node.bases} if isinstance(node, ast.ClassDef) else set()
            made += [f"{file.name}: {each}" for each in (named & STOCK) - THAI.get(file.name, set())]
    assert made == []


def test_no_text_of_the_screens_holds_a_tab() -> None:
    """Only stock wrapping measures tabs, and it cuts Thai; what comes from outside has none after `clean`."""
    held = [
        f"{file.name}:{node.lineno}"
        for file in Path(ita_tui.ui.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\t" in node.value
    ]
    assert held == []
