"""Keys and waiting, for tests of any of our programs on the screen."""

from __future__ import annotations

import asyncio
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Static

from ita_tui.ui.shell import ShellApp

_NAMED = {"\n": ("enter", "\r"), "\t": ("tab", "\t")}


async def quiet(pilot: Pilot[Any]) -> None:
    """Wait until every key that was pressed has done all it does."""
    app = pilot.app
    assert isinstance(app, ShellApp)
    await pilot.pause(0.02)
    async with asyncio.timeout(20):
        while app.keys_wait and app.is_running:
            await pilot.pause(0.02)
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys and wait for all they do."""
    await pilot.press(*keys)
    await quiet(pilot)


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type Thai text all at once, one key a code point; a tab goes to the next field, a newline is Enter."""
    await quiet(pilot)
    for character in text:
        key, sent = _NAMED.get(character, (_character_to_key(character), character))
        pilot.app.post_message(events.Key(key, sent))
    await quiet(pilot)


async def put(pilot: Pilot[Any], text: str) -> None:
    """Paste words into the field in front."""
    await quiet(pilot)
    pilot.app.post_message(events.Paste(text))
    await quiet(pilot)


def told(pilot: Pilot[Any], selector: str) -> str:
    """Return the words of one line of the screen in front."""
    return str(pilot.app.screen.query_one(selector, Static).visual)
