"""A real pseudo-terminal with the program in it, and what its user would see."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from ita_tui.thai.text import clean

KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "shift+f6": "\x1b[17;2~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~",
    "shift+f2": "\x1b[1;2Q", "shift+f3": "\x1b[1;2R", "alt+up": "\x1b[1;3A", "alt+down": "\x1b[1;3B",
    "ctrl+b": "\x02", "ctrl+g": "\x07", "ctrl+l": "\x0c", "ctrl+n": "\x0e", "ctrl+p": "\x10",
    "ctrl+r": "\x12", "ctrl+z": "\x1a",
    "ctrl+s": "\x13", "ctrl+q": "\x11", "ctrl+t": "\x14",
}
_KEPT = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV", "PYTHONPATH")
# Sequences that the emulator does not know and would draw as letters.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*t")


class ThaiScreen(pyte.Screen):
    """A screen that puts Thai marks on the letter before them, as terminals do (the library drops them)."""

    def draw(self, data: str) -> None:
        for part in re.findall(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[^\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+", data):
            if re.match(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", part):
                line = self.buffer[self.cursor.y]
                column = max(0, self.cursor.x - 1)
                line[column] = line[column]._replace(data=line[column].data + part)
            else:
                super().draw(part)


def folded(text: str) -> str:
    """Return text for comparing with a screen: no spaces, Thai marks in one order."""
    return re.sub(r"\s+", "", clean(text))


class Terminal:
    """Runs a command in a pseudo-terminal of its own; use as a context manager."""

    def __init__(
        self, argv: Sequence[str], env: Mapping[str, str], *, columns: int = 120, rows: int = 40
    ) -> None:
        self.screen = ThaiScreen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._lock = threading.Lock()
        self.home = Path(env["HOME"])
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # the child: its terminal has its size before the program can ask
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(argv[0], list(argv), dict(env))
        self.raw = bytearray()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.status: int | None = None

    def _read(self) -> None:
        while True:
            try:
                ready, _, _ = select.select([self._fd], [], [], 0.5)
            except (OSError, ValueError):  # closed meanwhile
                return
            if not ready:
                if self.status is not None:
                    return
                continue
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                return
            if not data:
                return
            with self._lock:
                self.raw += data
                self._stream.feed(_UNKNOWN.sub(b"", data))

    # --- acting -----------------------------------------------------------------------------------------

    def press(self, *names: str) -> None:
        """Press keys by name, e.g. f2, enter; a single character is itself."""
        for name in names:
            os.write(self._fd, KEYS.get(name, name).encode())
            time.sleep(0.12 if name == "esc" else 0.03)

    def write(self, text: str, *, pause: float = 0.004) -> None:
        """Type text one code point at a time, as a keyboard sends it."""
        for character in text:
            os.write(self._fd, ("\r" if character == "\n" else character).encode())
            time.sleep(pause)

    def kill(self) -> None:
        """kill -9."""
        os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def wait(self, timeout: float = 20) -> int:
        """Wait for the program to end; return its exit code (negative: the signal)."""
        until = time.monotonic() + timeout
        while self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > until:
                raise AssertionError("the program did not end\n" + self.text())
            else:
                time.sleep(0.02)
        return self.status

    # --- seeing -----------------------------------------------------------------------------------------

    def text(self) -> str:
        """Return the screen as lines."""
        with self._lock:
            return "\n".join(line.rstrip() for line in self.screen.display)

    def see(self, *wanted: str, timeout: float = 20) -> None:
        """Wait until every text stands on the screen; raise AssertionError with the screen otherwise."""
        until = time.monotonic() + timeout
        missing = list(wanted)
        while missing:
            shown = folded(self.text())
            missing = [each for each in wanted if folded(each) not in shown]
            if missing and time.monotonic() > until:
                raise AssertionError(f"not on the screen: {missing}\n{self.text()}")
            time.sleep(0.03)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self.pid, 0)
            self.status = -9
        self._reader.join(2)
        with contextlib.suppress(OSError):
            os.close(self._fd)


def command(*arguments: str) -> list[str]:
    """Return the command line that starts the program with this Python."""
    return [sys.executable, "-m", "ita_tui", *arguments]


def environment(home: Path, clock: str = "") -> dict[str, str]:
    """Return an environment whose home is an empty folder."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT}
    return {
        **kept, "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8", "COLORTERM": "truecolor",
        **({"ITA_CLOCK": clock} if clock else {}),
    }
