"""Typing Thai in a pilot as a terminal sends it: one key event per code point (Pilot.press loses the marks)."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from ita_tui.ui.key_order import KeysInOrder

_NAMED = {"\n": ("enter", "\r"), "\t": ("tab", "\t")}


async def type_thai(pilot: Pilot[Any], text: str) -> None:
    """Types `text` into the focused widget, code point by code point and at once; a newline is Enter."""
    for character in text:
        key, sent = _NAMED.get(character, (_character_to_key(character), character))
        pilot.app.post_message(events.Key(key, sent))
    await pilot.pause()
    while isinstance(pilot.app, KeysInOrder) and pilot.app.keys_wait:
        await pilot.pause()
