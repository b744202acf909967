"""One save of a large meeting through the store, beside a commit of SQLite."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.figures import Figure, judged
from tests.store.bench_save import measure_save


def measure(work: Path, rounds: int = 60) -> list[Figure]:
    """Return the figure of one confirmed statement in a meeting of 300 kB, made durable."""
    del work  # it makes a folder of its own
    took = measure_save(rounds)
    met = took["ratio"] <= 12 and took["save_ms"] <= 15
    return [Figure(
        f"one save of a {took['file_kb']:.0f} kB meeting", f"{took['save_ms']:.1f} p95 {took['save_p95_ms']:.1f}",
        f"SQLite WAL/FULL {took['sqlite_ms']:.1f}", took["ratio"], "<= 12 x and <= 15 ms", judged(met=met), rounds,
    )]
