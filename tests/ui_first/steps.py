"""Keys and waiting, for tests of any of our programs on the screen."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from ita_tui.ui.shell import ShellApp
from tests.typing_thai import type_thai


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
    """Type Thai text; a tab goes to the next field."""
    await quiet(pilot)
    await type_thai(pilot, text)
    await quiet(pilot)


def told(pilot: Pilot[Any], selector: str) -> str:
    """Return the words of one line of the screen in front."""
    return str(pilot.app.screen.query_one(selector, Static).visual)
