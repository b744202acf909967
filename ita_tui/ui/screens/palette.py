"""Ctrl+P: every key of the screen below and every meeting, found by words in either keyboard layout.

Textual's own palette is not used: it speaks English where nothing is found, and does not fold Thai or read a Thai
word typed with the keyboard in Latin mode.
"""

from __future__ import annotations

from ita_tui.ui.screens.asking.menu import key_line
from ita_tui.ui.screens.asking.pick import PickScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.widgets.filter_list import Row


def palette(screen: RoomScreen) -> PickScreen:
    """Return the list of what can be done on a screen; its answer is the action."""
    return PickScreen("ค้นหาคำสั่ง", commands_of(screen), "พิมพ์สิ่งที่ต้องการทำ หรือครั้งที่ประชุม")


def commands_of(screen: RoomScreen) -> list[Row]:
    """Return what can be done on a screen: its keys that work now, those of every screen, and its meetings."""
    bound = [each for each in screen.program.working_keys() if each.action != "screen.palette"]
    found = [_row(each.description, each.tooltip, each.action, each.key_display or "") for each in bound]
    return [*found, *(_row(*each) for each in screen.places())]


def _row(words: str, more: str, action: str, key: str = "") -> Row:
    return Row(action, key_line(key, words, more), (words, more, key))
