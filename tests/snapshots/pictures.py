"""Several pictures from one run of a program: each waits until the program is quiet and everything is on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from ita_tui.ui.app import ItaApp
from ita_tui.ui.shell import ShellApp

Same = Callable[[str, str], bool]
"""Tells whether a picture (its name, its SVG) is the one that was looked at."""


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until every key has done all it does, and all of it is written and said to be written."""
    app = pilot.app
    assert isinstance(app, ShellApp)
    await pilot.pause(0.02)
    async with asyncio.timeout(30):
        while app.keys_wait:
            await pilot.pause(0.02)
        if isinstance(app, ItaApp):
            app.office.flush()
            await pilot.pause()
            while app.save_state.text == "กำลังบันทึก":
                await pilot.pause(0.02)
    await pilot.pause()
    await pilot.wait_for_scheduled_animations()
    await pilot.pause()


@dataclass(slots=True)
class Camera:
    """Walks through a program by keys and takes pictures; `done` tells which differ from those looked at."""

    pilot: Pilot[Any]
    same: Same
    folder: Path
    """Where a picture that differs is kept, to be looked at."""
    differing: list[Path] = field(default_factory=list)

    @property
    def app(self) -> Any:
        """Return the program in front of the camera."""
        return self.pilot.app

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each once everything before is quiet and on disk."""
        for key in keys:
            await settled(self.pilot)
            await self.pilot.press(key)
        await settled(self.pilot)

    async def run(self, *keys: str) -> None:
        """Press keys as fast as they are taken."""
        await self.pilot.press(*keys)
        await settled(self.pilot)

    async def put(self, text: str) -> None:
        """Paste words into what has the focus."""
        self.app.post_message(events.Paste(text))
        await settled(self.pilot)

    async def take(self, name: str) -> None:
        """Take a picture of what stands there now, without words that go by themselves."""
        await settled(self.pilot)
        self.app.clear_notifications()
        await settled(self.pilot)
        await self._keep(name)

    async def take_told(self, name: str) -> None:
        """Take a picture with the words that were told just now."""
        await settled(self.pilot)
        await self._keep(name)
        self.app.clear_notifications()

    async def show(self, name: str, *keys: str, leave: str = "escape") -> None:
        """Take a picture of the box that keys open, and leave it."""
        await self.press(*keys)
        await self.take(name)
        await self.press(leave)

    async def _keep(self, name: str) -> None:
        svg = self.app.export_screenshot(title=self.app.title, simplify=True)
        if not self.same(name, svg):
            path = self.folder / f"{name}.svg"
            path.write_text(svg, encoding="utf-8")
            self.differing.append(path)

    def done(self) -> None:
        """Raise AssertionError where a picture differs, telling where to look."""
        assert not self.differing, "differ from the pictures looked at: " + " ".join(map(str, self.differing))
