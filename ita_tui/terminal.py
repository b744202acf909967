"""The terminal the app runs in: whether it can be used at all, and giving it back when the system ends us."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from ita_tui.errors import ItaError
from ita_tui.terminal_width import at_start

COLUMNS: Final = 80
ROWS: Final = 24

# Main screen, cursor shown, no mouse, no bracketed paste, no focus reports, no key protocol.
_BACK: Final = (
    b"\x1b[?1049l\x1b[?25h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l"
    b"\x1b[?1015l\x1b[?2004l\x1b[?1004l\x1b[<u"
)


# What has only these names shows 256 colours too; Rich takes it to have 16, with which no theme can be read.
_PLAIN_NAMES: Final = ("xterm", "screen", "tmux")


def colours(environ: Mapping[str, str]) -> str:
    """Return how many colours Textual may use, in its own words: 256 or what it finds out by itself."""
    return "256" if environ.get("TERM") in _PLAIN_NAMES and not environ.get("COLORTERM") else "auto"


class WrongTerminal(ItaError):
    """There is no terminal, or one too small for the screens."""


class Terminal:
    """The terminal as it was when the program started."""

    def __init__(self) -> None:
        self._attributes = _attributes()
        self._said = (b"", "")

    def check(self) -> None:
        """Raise WrongTerminal where standard input and output are no terminal of at least 80×24."""
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise WrongTerminal("ไม่ได้เปิดจากหน้าต่างเทอร์มินัล", "เปิดเทอร์มินัลแล้วสั่ง ita-tui หรือใช้คำสั่ง list และ export แทน")
        size = os.get_terminal_size(sys.stdout.fileno())
        # A terminal that does not know its size says 0: the app then assumes the usual one.
        if 0 < size.columns < COLUMNS or 0 < size.lines < ROWS:
            raise WrongTerminal(
                f"หน้าต่างเล็กเกินไป: {size.columns} คอลัมน์ {size.lines} แถว ต้องมีอย่างน้อย {COLUMNS}×{ROWS}",
                "ขยายหน้าต่างหรือลดขนาดตัวอักษร แล้วสั่งใหม่",
            )

    def ask(self, memory: Path) -> None:
        """Ask it how wide it draws Thai, for 50 ms at most; what is known of terminals is in the file `memory`."""
        self._said = at_start(memory)

    def said(self) -> tuple[bytes, str]:
        """Return keys that were pressed while it was asked, and advice to give; only once."""
        said, self._said = self._said, (b"", "")
        return said

    def give_back(self) -> None:
        """Put the terminal as it was at the start; harmless where it is gone."""
        with suppress(OSError, ValueError):
            os.write(sys.__stdout__.fileno() if sys.__stdout__ else 1, _BACK)
        _put_back(self._attributes)


if sys.platform == "win32":

    def _attributes() -> None:
        return None

    def _put_back(attributes: None) -> None:
        """Nothing to do: the console keeps its modes for each program."""

else:
    import termios

    def _attributes() -> list[object] | None:
        try:
            return termios.tcgetattr(0)
        except (termios.error, OSError):
            return None

    def _put_back(attributes: list[object] | None) -> None:
        if attributes is not None:
            with suppress(termios.error, OSError):
                termios.tcsetattr(0, termios.TCSANOW, attributes)  # type: ignore[arg-type]  # as tcgetattr gave it
