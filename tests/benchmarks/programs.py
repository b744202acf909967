"""The programs that are measured and their yardsticks, ready to run in a pseudo-terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks import stock
from tests.benchmarks.terminal import Program
from tests.benchmarks.words import middle
from tests.e2e.terminal import command, environment

_STOCK = str(Path(stock.__file__))


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


def stock_area(work: Path, text: str) -> Program:
    """Start a stock TextArea with a text and the cursor in its middle."""
    file = work / f"stock-{len(text)}.txt"
    file.write_text(text, encoding="utf-8")
    row, column = middle(text)
    return Program([sys.executable, _STOCK, "area", str(file), str(row), str(column)], environment(work))
