"""Ctrl+P: every key of the screen below and every meeting, found by words in either keyboard layout.

Textual's own palette is not used: it speaks English where nothing is found, and does not fold Thai or read a Thai
word typed with the keyboard in Latin mode.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding

from ita_tui.ui.screens.asking.menu import key_line
from ita_tui.ui.screens.asking.pick import PickScreen
from ita_tui.ui.widgets.filter_list import Row


def palette(bound: Iterable[Binding], places: Iterable[tuple[str, str, str]]) -> PickScreen:
    """Return the list of what can be done: keys that work now, and places as (words, more, action)."""
    found = [
        _row(each.description, each.tooltip, each.action, each.key_display or "")
        for each in bound if each.action != "screen.palette"
    ]
    rows = [*found, *(_row(*each) for each in places)]
    return PickScreen("ค้นหาคำสั่ง", rows, "พิมพ์สิ่งที่ต้องการทำ หรือครั้งที่ประชุม")


def _row(words: str, more: str, action: str, key: str = "") -> Row:
    return Row(action, key_line(key, words, more), (words, more, key))
