"""The menu behind Esc: every key that works on the screen below it, walked by arrows or pressed itself."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.ui.layout_keys import latin_keys
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.walk_list import WalkList

_COLUMN = 18
"""Cells of what a key does, in a word or two."""
_WIDTH = 69
"""Cells of a line: what does not fit is cut, so that each key has one line."""


class MenuScreen(Dialog[str]):
    """Answers with the action that was chosen."""

    TITLE_TEXT = "เมนู"

    def __init__(self, bindings: Sequence[Binding]) -> None:
        super().__init__()
        self._bindings_shown = [each for each in bindings if each.action != "menu"]

    def compose_body(self) -> ComposeResult:
        lines = (key_line(each.key_display or "", each.description, each.tooltip) for each in self._bindings_shown)
        yield WalkList(*(Option(line) for line in lines), markup=False)
        yield Static("↑↓ แล้ว Enter หรือกดปุ่มที่แสดงได้ทันที", classes="hint")

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Answer with the chosen action."""
        self.dismiss(self._bindings_shown[event.option_index].action)

    def on_key(self, event: events.Key) -> None:
        """Choose a row by its own key, in either keyboard layout."""
        pressed = {event.key, *latin_keys(event.key)}
        chosen = [each.action for each in self._bindings_shown if pressed & set(each.key.split(","))]
        if chosen:
            event.stop()
            event.prevent_default()
            self.dismiss(chosen[0])

    def runs(self, action: str) -> bool:
        """Choose a row whose key the program would take before this box."""
        listed = any(each.action == action for each in self._bindings_shown)
        if listed:
            self.dismiss(action)
        return listed


def key_line(key: str, words: str, more: str) -> Content:
    """Return one line of a list of keys: the key, what it does in a word or two, and what that means."""
    gap = " " * max(1, _COLUMN - cell_len(words))
    return Content.assemble(
        Content.styled(f"{key:<10}", "$accent bold"), words, gap, Content.styled(more, "$text-muted")
    ).truncate(_WIDTH, ellipsis=True)
