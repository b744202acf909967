"""Keys and pastes act in the order they came, however fast they come.

Textual forwards a key to the focused widget and sees only later, when the key has bubbled back, that it was Tab, or
F2 that opens a dialog. Keys typed meanwhile would go to the field or screen that is about to be left. Here a key
waits until the one before it has done all it does, dialogs opened and closed included.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    _Base = App[Any]
else:
    _Base = object

ACTS = "acts"
"""Group of the workers that a key starts on a screen; keys wait for them while that screen is in front."""

_PATIENCE = 300
_ARRIVAL = 40
"""Looks after which a screen without focus is taken to want none."""

_PAUSE = 0.005
"""Seconds between two looks; with the number of looks it bounds how long anything can hold a key."""


class KeysInOrder(_Base):
    """Mixin for the App, before App in its bases."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._under_way: events.Key | events.Paste | None = None
        self._looks = 0
        self._will_look = False
        self._arrived: Screen[Any] | None = None

    @property
    def keys_wait(self) -> bool:
        """Tell whether a key still waits, or what the last one set going on the screen in front is at work."""
        return bool(self._waiting) or self._acting() or self._queued()

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; a key or a paste joins the end of those that wait."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._waiting.append(event)
            if not self._will_look:
                await self._let_go()
            return
        if event is self._under_way:
            self._under_way = None
        await super().on_event(event)

    async def _let_go(self) -> None:
        """Handle the keys that wait, as far as the one before each is done; look again later otherwise."""
        self._will_look = False
        while self._waiting:
            if await self._too_early():
                self._will_look = True
                self.call_later(self._let_go)
                return
            event = self._under_way = self._waiting.popleft()
            await super().on_event(event)
            if not event.is_forwarded:
                self._under_way = None

    async def _too_early(self) -> bool:
        """Tell whether the key before, or what it set going, is still at work; bounded, so that nothing hangs."""
        acting, arriving = self._acting(), self._arriving()
        if self._looks < _PATIENCE and (acting or arriving or self._queued() or self._bubbling()):
            self._looks += 1
            await asyncio.sleep(_PAUSE if acting or arriving else 0)
            return True
        self._looks = 0
        self._under_way = None
        self._arrived = self.screen
        return False

    def _arriving(self) -> bool:
        """Tell whether a screen that just came to the front may still be about to focus a field."""
        return self.screen is not self._arrived and self.screen.focused is None and self._looks < _ARRIVAL

    def _queued(self) -> bool:
        node = self.focused or self.screen
        return any(each.message_queue_size for each in node.ancestors_with_self if each is not self)

    def _bubbling(self) -> bool:
        return self._under_way is not None and not self._under_way._stop_propagation

    def _acting(self) -> bool:
        return any(
            worker.group == ACTS and worker.node is self.screen and not worker.is_finished for worker in self.workers
        )
