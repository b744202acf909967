"""`python -m tests.benchmarks [start editing …]` measures and prints one table; without names, everything."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks import editing, lag, marking, meeting, memory, papers, report, saving, start, thai
from tests.benchmarks.figures import Figure, table

MEASURES: dict[str, Callable[[Path], list[Figure]]] = {
    "start": start.measure,
    "editing": editing.measure,
    "thai": thai.measure,
    "marking": marking.measure,
    "meeting": meeting.measure,
    "lag": lag.measure,
    "saving": saving.measure,
    "papers": papers.measure,
    "report": report.measure,
    "memory": memory.measure,
}
LEGEND = (
    "Milliseconds by the clock: median, p95 (of fewer than 20: max); in brackets the same of processor time, all "
    "threads of the program, which other work on the machine hardly touches."
)


def main(names: Sequence[str]) -> int:
    """Measure what is named and print the table; return 2 for a name that is not known."""
    unknown = set(names) - set(MEASURES)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(MEASURES)}", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="ita-tui-bench-") as folder:
        for name in names or MEASURES:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            work = Path(folder) / name
            work.mkdir()
            figures += MEASURES[name](work)
    print(f"{table(figures)}\n{LEGEND}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
