"""A pseudo-terminal with an app in it: bytes in, screen out. POSIX only."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from types import TracebackType

import pyte


class Terminal:
    """Runs Python code in a terminal of the given size until the `with` block ends."""

    def __init__(self, code: str, *arguments: str, columns: int = 100, rows: int = 40) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self.sent = b""
        """Everything the app wrote, as bytes."""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))  # before the app can ask
            mine = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
            environment = {**mine, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
            os.execve(sys.executable, [sys.executable, "-c", code, *arguments], environment)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def write(self, data: bytes) -> None:
        """Sends bytes as the terminal would when keys are pressed."""
        os.write(self._fd, data)

    def read(self, quiet: float) -> int:
        """Takes what the app writes until it is quiet for so many seconds (at most 10 s); how many bytes that was."""
        total = 0
        end = time.monotonic() + 10
        while time.monotonic() < end and select.select([self._fd], [], [], quiet)[0]:
            data = os.read(self._fd, 1 << 16)
            self.sent += data
            total += len(data)
        return total

    def wait(self) -> None:
        """Returns as soon as the app writes something (at most 5 s later)."""
        select.select([self._fd], [], [], 5)

    def wait_for(self, text: str, seconds: float = 15) -> str:
        """Reads until `text` is on the screen and returns the screen."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.1)
            if text in (shown := self.show()):
                return shown
        raise AssertionError(f"never shown: {text!r}\n" + "\n".join(self.screen.display))

    def show(self) -> str:
        """The screen after all that was read, without Thai marks: pyte cannot draw them, and they take no cell."""
        self._stream.feed(re.sub("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", "", self._decoder.decode(self.sent)))
        self.sent = b""
        return "\n".join(self.screen.display)

    @property
    def alive(self) -> bool:
        """Whether the app still runs."""
        return os.waitpid(self.pid, os.WNOHANG) == (0, 0)
