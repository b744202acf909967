"""Small apps that hold one Thai widget and say which bindings fired."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Button

from ita_tui.ui.key_order import KeysInOrder
from ita_tui.ui.layout_keys import PositionKeys
from ita_tui.ui.widgets.thai.fields import ThaiInput, ThaiTextArea


class EditorApp(KeysInOrder, PositionKeys, App[None]):
    """An editor, a line and a button, and a binding of each kind."""

    CSS = "ThaiTextArea { height: 12; border: none; padding: 0; } ThaiInput { border: none; padding: 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        (key, f"note('{key}')", key)
        for key in ("q", "y", "s", "ctrl+s", "ctrl+shift+s", "1", "2", "3", "slash", "f6", "f7", "S")
    ]

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.editor = ThaiTextArea(text)
        self.line = ThaiInput()
        self.fired: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.editor
        yield self.line
        yield Button("ตกลง")

    def action_note(self, key: str) -> None:
        self.fired.append(key)
