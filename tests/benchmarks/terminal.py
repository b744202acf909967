"""A program in a real pseudo-terminal, timed from outside: what a key costs until its picture is written."""

from __future__ import annotations

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.e2e.terminal import KEYS

ROOT = Path(__file__).parents[2]
_SIZE = (40, 120)
_PATIENCE = 60.0
_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()].|\x1b.")
_NOT_WORDS = re.compile(r"[^\w\u0e00-\u0e7f]+")
_pauses = random.Random(25)


@dataclass(frozen=True, slots=True)
class Cost:
    """What something cost, in milliseconds."""

    wall: float
    """By the clock; on a machine with other work it grows."""
    cpu: float
    """Of the processor, all threads of the program; what the program itself asks for."""


class Program:
    """A command in a pseudo-terminal of 120×40; use as a context manager. POSIX only."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        self._fd, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))
        self.started = time.perf_counter()
        """Just before the process began."""
        self._child = subprocess.Popen(
            list(argv), env=dict(env), cwd=ROOT,
            # Its controlling terminal, so that it ends with it, however the measuring ends.
            preexec_fn=lambda: os.login_tty(slave),  # noqa: PLW1509 - no other thread runs here
        )
        os.close(slave)
        self._seen = b""

    # --- its screen -------------------------------------------------------------------------------------

    def first_screen(self, *words: str, quiet: float = 0.8) -> Cost:
        """Wait until it painted `words` and then nothing for `quiet` seconds.

        Returns what it cost from the start of the process to the last byte of that picture. Not for a screen with
        a cursor that blinks, which is never quiet.
        """
        self.wait_for(*words)
        last, used = time.perf_counter(), self.processor_time()
        while self._read(quiet):
            last, used = time.perf_counter(), self.processor_time()
        return Cost((last - self.started) * 1000, used)

    def wait_for(self, *words: str, patience: float = _PATIENCE) -> float:
        """Wait until it has written every one of `words` since the last `forget`; return when, as perf_counter."""
        return self._wait_until(lambda: self.has(*words), f"{words}", patience)

    def _wait_until(self, seen: Callable[[], bool], what: str, patience: float) -> float:
        until = time.perf_counter() + patience
        while not seen():
            left = until - time.perf_counter()
            if left <= 0 or not self._read(left):
                raise TimeoutError(f"never painted: {what}\n{self.text[-600:]}")
        return time.perf_counter()

    def has(self, *words: str) -> bool:
        """Tell whether it has written something, and every one of `words`, since the last `forget`."""
        return bool(self._seen) and all(_plain(each) in self.text for each in words)

    @property
    def text(self) -> str:
        """Return the letters and digits written since the last `forget`, in the order they were painted."""
        return _plain(_ESCAPES.sub(b"", self._seen).decode(errors="ignore"))

    def forget(self) -> None:
        """Take what it has written so far, and start anew."""
        while self._read(0):
            pass
        self._seen = b""

    def rest(self, seconds: float) -> None:
        """Let time pass while it paints."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def _read(self, timeout: float) -> bool:
        if not select.select([self._fd], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # what Linux says of a terminal whose program ended
            return False
        self._seen += data
        return bool(data)

    # --- its keys ---------------------------------------------------------------------------------------

    def press(self, *names: str) -> None:
        """Send keys by name, or text as it is."""
        for name in names:
            os.write(self._fd, KEYS.get(name, name).encode())

    def time_key(self, key: str, painted: str) -> Cost:
        """Return what it costs from sending `key` until `painted` is written; then rest as long as typing does.

        Of words that were typed the last letters may have come to the start of a row that alone is painted, or is
        painted behind what a header tells meanwhile.
        """
        whole = _plain(painted)
        ends = [whole[at:] for at in range(1, len(whole))]

        def seen() -> bool:
            text = self.text
            return self.has(painted) or any(text.startswith(end) or (len(end) > 2 and end in text) for end in ends)

        self.forget()
        used, start = self.processor_time(), time.perf_counter()
        self.press(key)
        wall = (self._wait_until(seen, painted, 10) - start) * 1000
        used = self.processor_time() - used
        self.rest(_pauses.uniform(0.02, 0.09))
        return Cost(wall, used)

    # --- its end ----------------------------------------------------------------------------------------

    def processor_time(self) -> float:
        """Return milliseconds of processor time of all its threads so far; 0 where the system does not tell."""
        times = Path(f"/proc/{self._child.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text(encoding="ascii").split()[0]) for each in times) / 1e6

    def megabytes(self, field: str = "VmRSS") -> float:
        """Return its memory in MB (10**6 bytes): VmRSS now, VmHWM at its peak. Linux only."""
        return _megabytes(self._child.pid, field)

    def peak_of_helpers(self) -> float:
        """Return the MB at its peak of the largest process that it has running now; 0 for none. Linux only."""
        lists = Path(f"/proc/{self._child.pid}/task").glob("*/children")
        found = [0.0]
        for each in lists:
            for pid in each.read_text(encoding="ascii").split():
                with suppress(OSError, LookupError):  # it ended meanwhile
                    found.append(_megabytes(int(pid), "VmHWM"))
        return max(found)

    def leave(self) -> None:
        """Quit by key and wait for the end."""
        self.press("ctrl+q")
        while self._child.poll() is None:
            self._read(0.05)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._child.poll() is None:
            self._child.send_signal(signal.SIGKILL)
        self._child.wait()
        os.close(self._fd)


def _megabytes(pid: int, field: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise LookupError(field)


def _plain(text: str) -> str:
    """Return letters, marks and digits only; the vowel am in its two parts, as some terminals are sent it."""
    return _NOT_WORDS.sub("", text).replace("\u0e33", "\u0e4d\u0e32")
