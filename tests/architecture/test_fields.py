"""Every field of the program is a Thai one: a stock TextArea or Input moves, deletes and wraps Thai wrongly."""

from __future__ import annotations

import ast
from pathlib import Path

import ita_tui.ui

STOCK = {"TextArea", "Input", "MaskedInput", "SuggestFromList"}


def test_no_screen_or_widget_makes_a_stock_field() -> None:
    made = []
    for file in Path(ita_tui.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in STOCK:
                made.append(f"{file.name}:{node.lineno} {node.func.id}")
    assert made == []
