"""F1: what this screen is for, and its keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.hanging import Hanging

_TEXTS = Path(__file__).parent.parent / "help"


class HelpScreen(Dialog[None]):
    """The help text of a screen, and every key that works there."""

    TITLE_TEXT = "ช่วยเหลือ"

    def __init__(self, topic: str, bindings: Sequence[Binding]) -> None:
        super().__init__()
        self._topic, self._keys = topic, bindings

    def compose_body(self) -> ComposeResult:
        text = (_TEXTS / f"{self._topic}.md").read_text(encoding="utf-8").strip()
        lines = [
            (Content.styled(f"{each.key_display or '':<10}", "$accent bold"), each.tooltip) for each in self._keys
        ]
        with VerticalScroll(id="help"):
            yield Static(Content(text))
            yield Static("ปุ่มที่ใช้ได้", classes="heading")
            yield Static(Hanging(*lines))
