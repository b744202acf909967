"""The programs that are measured and their yardsticks, ready to run in a pseudo-terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.benchmarks import stock
from tests.benchmarks.terminal import Program
from tests.benchmarks.words import middle
from tests.e2e.terminal import command, environment

_STOCK = str(Path(stock.__file__))
_OURS = "tests.benchmarks.plain_thai"


def ita(work: Path, data: Path) -> Program:
    """Start the program on a data folder."""
    return Program(command("--data", str(data)), environment(work))


def watched(work: Path, data: Path, lags: Path, fsync_seconds: float) -> Program:
    """Start the program with a watch on its event loop and a slow disk."""
    argv = [sys.executable, "-m", "tests.benchmarks.probed", str(data), str(lags), str(fsync_seconds)]
    return Program(argv, environment(work))


def empty(work: Path) -> Program:
    """Start an empty Textual app."""
    return Program([sys.executable, _STOCK, "empty"], environment(work))


def bare_lines(work: Path) -> Program:
    """Start an app of one ScrollView that paints a line a key."""
    return Program([sys.executable, _STOCK, "lines"], environment(work))


def stock_text(work: Path, text: str) -> Program:
    """Start an app that shows a text as stock Textual does."""
    return Program([sys.executable, _STOCK, "text", str(_written(work, text))], environment(work))


def stock_area(work: Path, text: str) -> Program:
    """Start a stock TextArea with a text and the cursor in its middle."""
    return Program([sys.executable, _STOCK, "area", str(_written(work, text)), *_middle(text)], environment(work))


def thai_text(work: Path, text: str) -> Program:
    """Start an app that shows a text as ours does."""
    return Program([sys.executable, "-m", _OURS, "text", str(_written(work, text))], environment(work))


def thai_area(work: Path, text: str) -> Program:
    """Start our editor with a text and the cursor in its middle."""
    return Program([sys.executable, "-m", _OURS, "area", str(_written(work, text)), *_middle(text)], environment(work))


def vim_is_here() -> bool:
    """Tell whether vim is installed."""
    return shutil.which("vim") is not None


def vim(work: Path, text: str) -> Program:
    """Start vim with a text, without the user's settings, wrapping at words, ready to insert in its middle."""
    row, column = middle(text)
    offset = len(text.split("\n")[row][:column].encode())
    place = f"call cursor({row + 1}, {offset + 1})"
    look = "set encoding=utf-8 wrap linebreak display=lastline"
    argv = ["vim", "-u", "NONE", "-i", "NONE", "-N", "-n", "--cmd", look]
    return Program([*argv, str(_written(work, text)), "-c", place, "-c", "startinsert"], environment(work))


def _written(work: Path, text: str) -> Path:
    file = work / f"text-{len(text)}.txt"
    file.write_text(text, encoding="utf-8")
    return file


def _middle(text: str) -> list[str]:
    return [str(part) for part in middle(text)]
