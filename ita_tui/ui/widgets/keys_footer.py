"""A footer that loses no key: closer together when one line is short, on more lines when it is shorter still."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_WIDE, _CLOSE = 3, 2
"""Cells around a key and its label, in the usual and in the compact style."""


class KeysFooter(Footer):
    """All shown keys of the screen, flowing over as many lines as the width asks for."""

    DEFAULT_CSS = """
    KeysFooter { layout: vertical; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._flowed_for = 0
        self._told: tuple[object, ...] | None = None

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Show the keys anew where others work than are shown; where the same do, a new layout costs time only."""
        if screen is not self.screen or self._told != self._works():
            super().bindings_changed(screen)

    def _works(self) -> tuple[object, ...]:
        return tuple(
            (binding.action, binding.key, binding.description, enabled, tooltip)
            for _, binding, enabled, tooltip in self.screen.active_bindings.values() if binding.show
        )

    def compose(self) -> ComposeResult:
        """Yield the keys in lines."""
        width = self._flowed_for = self.screen.size.width
        shown = [each for each in super().compose() if isinstance(each, FooterKey)]
        self._told = self._works() if shown else None
        wide, close = _flow(shown, width, _WIDE), _flow(shown, width, _CLOSE)
        self.compact = len(close) < len(wide)
        for line in close if self.compact else wide:
            yield HorizontalGroup(*line)

    async def on_resize(self, event: events.Resize) -> None:
        """Flow anew for another width."""
        if event.size.width != self._flowed_for:
            await self.recompose()


def _flow(shown: list[FooterKey], width: int, around: int) -> list[list[Widget]]:
    lines: list[list[Widget]] = []
    left = 0
    for key in shown:
        cells = cell_len(key.key_display) + cell_len(key.description) + around
        if not lines or cells > left:
            lines.append([])
            left = width
        lines[-1].append(key)
        left -= cells
    return lines
