"""How wide the terminal draws Thai, asked of the terminal itself; what was told once about it is remembered."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from ita_tui.thai.digits import thai_digits

PATIENCE: Final = 0.05
"""Seconds that the start of the program waits for a terminal, at most."""

SAMPLES: Final = (("ที่", 1), ("น้ำ", 2), ("กำ", 2))
"""Texts as they are written, and the cells each takes."""

DRAWN: Final = ("ที่", "น\u0e4d\u0e49\u0e32", "ก\u0e4d\u0e32")
"""The same texts as the program draws them: the vowel am in its two parts."""

# Column of the samples, counted from 1. A terminal answers with the column behind, and an answer that comes late may
# not look like a function key held with Shift, Alt or Ctrl (CSI 1;2R to CSI 1;16R).
_COLUMN: Final = 20
_REPLY: Final = re.compile(rb"\x1b\[\d+;(\d+)R")
_NAMING: Final = ("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "KONSOLE_VERSION")
_PRESENT: Final = ("WT_SESSION", "TMUX", "KITTY_WINDOW_ID")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: cells of each text asked about, fewer where the terminal did not answer in time."""

    cells: tuple[int, ...] = ()
    typed: bytes = b""
    """Keys pressed meanwhile."""

    @property
    def complete(self) -> bool:
        """Tell whether the terminal answered for every sample."""
        return len(self.cells) == len(SAMPLES)

    @property
    def right(self) -> bool:
        """Tell whether every width is the one that the program counts with."""
        return self.cells == tuple(width for _, width in SAMPLES)


def question(texts: Sequence[str]) -> bytes:
    """Return what is written to ask: each text on a line that is wiped at once, the cursor where it was."""
    asked = "".join(f"\r\x1b[{_COLUMN - 1}C{text}\x1b[6n" for text in texts)
    return f"\x1b7{asked}\r\x1b[2K\x1b8".encode()


def understood(heard: bytes, count: int) -> Answer:
    """Tell the answers of a terminal and the keys among them apart."""
    cells: list[int] = []

    def taken(reply: re.Match[bytes]) -> bytes:
        if int(reply[1]) < _COLUMN or len(cells) == count:
            return reply[0]
        cells.append(int(reply[1]) - _COLUMN)
        return b""

    typed = _REPLY.sub(taken, heard)
    return Answer(tuple(cells), typed)


def advice(cells: Sequence[int], environ: Mapping[str, str] = os.environ) -> str:
    """Return a Thai sentence on what is drawn wrongly and what helps; empty where all is right or nothing is known."""
    wrong = [
        f"“{text}” กว้าง {drawn} ช่อง (ควรเป็น {width})"
        for (text, width), drawn in zip(SAMPLES, cells, strict=False) if drawn != width
    ]
    if not wrong:
        return ""
    on_windows = "WT_SESSION" in environ or sys.platform == "win32"
    terminal = "Windows Terminal รุ่น 1.22 ขึ้นไป" if on_windows else "GNOME Terminal, Konsole หรือ xterm"
    return (
        f"เทอร์มินัลนี้วาด {' '.join(map(thai_digits, wrong))} ตารางและเคอร์เซอร์จึงเหลื่อม "
        f"ใช้ {terminal} กับแบบอักษรที่มีภาษาไทย ดูเพิ่มด้วยคำสั่ง ita-tui doctor"
    )


def at_start(memory: Path) -> tuple[bytes, str]:
    """Ask quietly as the program starts; return keys typed meanwhile, and advice that was not given before, or "".

    `memory` is the file of what is known of terminals. One that once did not answer is not asked again.
    """
    named = (os.environ.get(each, "") for each in _NAMING)
    name = "|".join([*named, *(each for each in _PRESENT if each in os.environ)])
    known = _known(memory)
    if known.get(name) == []:
        return b"", ""
    answer = ask(DRAWN, PATIENCE)
    cells = list(answer.cells) if answer.complete else []
    if known.get(name) == cells:
        return answer.typed, ""
    with suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_bytes(orjson.dumps({**known, name: cells}))
    return answer.typed, advice(cells)


def _known(memory: Path) -> dict[str, list[int]]:
    try:
        known = orjson.loads(memory.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Console(ctypes.Structure):
        _fields_ = (
            ("size", wintypes._COORD), ("cursor", wintypes._COORD), ("attributes", wintypes.WORD),
            ("window", wintypes.SMALL_RECT), ("largest", wintypes._COORD),
        )

    def ask(texts: Sequence[str], seconds: float) -> Answer:
        """Write each text and ask the console where its cursor came to; nothing is read from the keyboard."""
        output = ctypes.windll.kernel32.GetStdHandle(-11)
        found = _Console()
        cells = []
        for text in texts:
            sys.stdout.write(f"\r{text}")
            sys.stdout.flush()
            if ctypes.windll.kernel32.GetConsoleScreenBufferInfo(output, ctypes.byref(found)):
                cells.append(int(found.cursor.X))
            sys.stdout.write("\r" + " " * 8 + "\r")
        sys.stdout.flush()
        return Answer(tuple(cells))

else:
    import select
    import termios

    def ask(texts: Sequence[str], seconds: float) -> Answer:
        """Ask how wide the terminal draws each text, for `seconds` at most.

        Without a terminal nothing is asked. Its modes are put back, and keys pressed meanwhile are in the answer.
        """
        try:
            keyboard, screen = sys.stdin.fileno(), sys.stdout.fileno()
            before = termios.tcgetattr(keyboard)
        except (termios.error, OSError, ValueError):
            return Answer()
        if not os.isatty(screen):
            return Answer()
        raw = [*before]
        raw[0] &= ~termios.ICRNL  # Enter stays Enter for whoever reads the keys
        raw[3] &= ~(termios.ICANON | termios.ECHO)
        try:
            termios.tcsetattr(keyboard, termios.TCSANOW, raw)
            os.write(screen, question(texts))
            heard = _heard(keyboard, len(texts), time.monotonic() + seconds)
        finally:
            termios.tcsetattr(keyboard, termios.TCSANOW, before)
        return understood(heard, len(texts))

    def _heard(keyboard: int, count: int, until: float) -> bytes:
        heard = b""
        while len(understood(heard, count).cells) < count:
            left = until - time.monotonic()
            if left <= 0 or not select.select([keyboard], [], [], left)[0]:
                break
            try:
                data = os.read(keyboard, 4096)
            except OSError:  # the window was closed
                break
            if not data:
                break
            heard += data
        return heard
