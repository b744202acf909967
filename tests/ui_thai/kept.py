"""An app that stays open from one example of a property test to the next: starting one takes longer than using it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any, TypeVar

from textual.pilot import Pilot

from ita_tui.ui.key_order import KeysInOrder
from tests.ui_thai.apps import EditorApp

Result = TypeVar("Result")


async def settled(app: KeysInOrder) -> None:
    """Wait until all that was posted has been done, and no longer; a pilot's pause waits for idle time too."""
    calm = 0
    while calm < 3:
        nodes = (app, app.screen, app.focused)
        busy = app.keys_wait or any(node.message_queue_size for node in nodes if node is not None)
        calm = 0 if busy else calm + 1
        await asyncio.sleep(0)


class Kept:
    """An EditorApp on a loop of its own; use as a context manager."""

    def __init__(self, *, size: tuple[int, int] = (60, 20)) -> None:
        self._size = size
        self._runner = asyncio.Runner()
        self.app = EditorApp()
        self.pilot: Pilot[None]

    def __enter__(self) -> Kept:
        self._runner.__enter__()
        self._open: AbstractAsyncContextManager[Pilot[None]] = self.app.run_test(size=self._size)
        self.pilot = self.run(self._open.__aenter__())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.run(self._open.__aexit__(None, None, None))
        self._runner.__exit__(None, None, None)

    def run(self, doing: Coroutine[Any, Any, Result]) -> Result:
        """Run one example to its end."""
        return self._runner.run(doing)
