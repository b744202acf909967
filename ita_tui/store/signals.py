"""When the system ends the program, what was typed is written first.

Textual installs no handlers of its own for SIGTERM and SIGHUP: both would kill at once.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Self

from ita_tui.errors import ItaError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType

ENDING: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals that end the program; Windows has no SIGHUP and tells of a closed window otherwise."""


_dying: Final[set[int]] = set()


def die_of(number: int) -> None:
    """End this process by the signal `number` as if it had not been handled, so that its parent is told the truth.

    May be called from any thread; only the main one may change what a signal does, so it is made to.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        return
    _dying.add(number)
    if sys.platform == "win32":
        signal.raise_signal(number)
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, number)


class EndingSignals:
    """While entered, the first ending signal calls `flush`, then `end` with its number; later ones are ignored.

    Both run in a thread of their own: the handler may have interrupted the very code that holds the saver's
    lock. Enter from the main thread.
    """

    def __init__(self, flush: Callable[[], None], end: Callable[[int], None] = die_of) -> None:
        self._flush = flush
        self._end = end
        self._earlier: dict[int, object] = {}
        self._once = threading.Lock()

    def __enter__(self) -> Self:
        for number in ENDING:
            self._earlier[number] = signal.signal(number, self._handle)
        if sys.platform == "win32":
            _on_console_close(self._flush)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._earlier.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal() itself returned

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if number in _dying:
            die_of(number)
        elif self._once.acquire(blocking=False):
            threading.Thread(target=self._finish, args=(number,), name="ending").start()

    def _finish(self, number: int) -> None:
        try:
            with suppress(ItaError):  # the disk refuses: the program still has to end
                self._flush()
        finally:
            self._end(number)


if sys.platform == "win32":
    import ctypes

    _CLOSE_EVENTS: Final = {2, 5, 6}  # CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT, CTRL_SHUTDOWN_EVENT
    _kept: list[object] = []

    def _on_console_close(flush: Callable[[], None]) -> None:
        """Flush when the console window is closed; the system waits about 5 s. Written from Microsoft's
        documentation of SetConsoleCtrlHandler and unrun."""

        @ctypes.WINFUNCTYPE(ctypes.c_bool, ctypes.c_uint)
        def handler(event: int) -> bool:
            if event in _CLOSE_EVENTS:
                with suppress(ItaError):
                    flush()
            return False

        _kept.append(handler)  # ctypes does not keep it, and the system would call freed memory
        ctypes.windll.kernel32.SetConsoleCtrlHandler(handler, True)
