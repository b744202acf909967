"""How long a mark takes from the key to the first byte of the new picture, through a real pseudo-terminal.

Run as a module with the name of an app it is the child; `measure_mark()` starts it and types.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

_ROOT = Path(__file__).parents[2]
_SIZE = (40, 120)
_QUIET = 0.06
"""Seconds without output after which a picture counts as finished."""
_PATIENCE = 10.0
_MARKS = b"1465231452"
_HOME = b"\x1b[H"


def measure_mark(rounds: int = 3) -> dict[str, float]:
    """Return median and p95 in ms of marking an item of 43, and of a bare app repainting one line (yardstick).

    Keys of both, in turn: `keys` marks are timed, 40 a round.
    """
    with _terminal("oit") as marking:
        marks = [
            _time_key(marking, bytes([_MARKS[(index + turn) % len(_MARKS)]]))
            for turn in range(rounds)
            for index in _from_the_top(marking)
        ]
    with _terminal("bare") as bare:
        yardstick = [_time_key(bare, b"x") for _ in marks]
    return {
        "keys": len(marks),
        "median_ms": statistics.median(marks), "p95_ms": _p95(marks),
        "bare_median_ms": statistics.median(yardstick), "bare_p95_ms": _p95(yardstick),
    }


def _from_the_top(terminal: int) -> Iterator[int]:
    os.write(terminal, _HOME)
    _drain(terminal)
    yield from range(40)


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _time_key(terminal: int, key: bytes) -> float:
    start = time.perf_counter()
    os.write(terminal, key)
    if not select.select([terminal], [], [], _PATIENCE)[0]:
        raise TimeoutError(f"no picture after {key!r}")
    took = (time.perf_counter() - start) * 1000
    _drain(terminal)
    return took


def _drain(terminal: int, quiet: float = _QUIET) -> None:
    while select.select([terminal], [], [], quiet)[0]:
        os.read(terminal, 1 << 16)


@contextmanager
def _terminal(app: str) -> Iterator[int]:
    """Run an app of this module in a pseudo-terminal and give its master side."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.ui_oit.measure", app], stdin=slave, stdout=slave, stderr=slave,
        env=environment, cwd=_ROOT, start_new_session=True,
    )
    os.close(slave)
    try:
        if not select.select([master], [], [], _PATIENCE)[0]:
            raise TimeoutError("the app did not start")
        _drain(master, quiet=1.0)
        yield master
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        os.close(master)


def _child(name: str) -> App[None]:
    if name == "oit":
        from tests.ui_oit.oit_facts import OitApp, desk

        return OitApp(desk())
    return _bare()


def _bare() -> App[None]:
    from textual.app import App, ComposeResult
    from textual.geometry import Size
    from textual.scroll_view import ScrollView
    from textual.strip import Strip

    class Lines(ScrollView, can_focus=True):
        turns = 0

        def on_mount(self) -> None:
            self.virtual_size = Size(0, 50)

        def render_line(self, y: int) -> Strip:
            return Strip.blank(self.size.width, self.rich_style) if self.turns % 2 or y != 3 else self._full()

        def _full(self) -> Strip:
            from rich.segment import Segment

            return Strip([Segment("ก" * self.size.width, self.rich_style)], self.size.width)

        def key_x(self) -> None:
            self.turns += 1
            self.refresh_line(3)

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Lines()

    return Bare()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(sys.argv[1]).run()
    else:
        print({name: round(value, 2) for name, value in measure_mark().items()})
