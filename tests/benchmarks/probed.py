"""The real program with a slow disk and a watch on its event loop: `python -m … DATA LAGS FSYNC_SECONDS`.

Writes to LAGS a line for each of the watch's 5 ms naps: when it ended (time.monotonic) and how many ms late.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path

from ita_tui import bootstrap
from ita_tui.ui import app as program

_NAP = 0.005
_lags: list[tuple[float, float]] = []
_sync = os.fsync


class Watched(program.ItaApp):
    """The program, watched."""

    def on_ready(self) -> None:
        """Begin to watch."""
        self._watch = asyncio.create_task(_watch())


async def _watch() -> None:
    while True:
        begin = time.monotonic()
        await asyncio.sleep(_NAP)
        now = time.monotonic()
        _lags.append((now, (now - begin - _NAP) * 1000))


def main(data: Path, lags: Path, seconds: float) -> None:
    """Run the program on `data` with an fsync that takes `seconds` longer."""

    def slow(file: int) -> None:
        time.sleep(seconds)
        _sync(file)

    os.fsync = slow  # type: ignore[assignment]
    program.ItaApp = Watched  # type: ignore[misc]
    bootstrap.run_app(data)
    lags.write_text("\n".join(f"{when:.4f} {late:.3f}" for when, late in _lags), encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))
