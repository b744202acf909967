"""Ten years of results taken in and the report of the last one made, as commands, beside the minutes of the sample."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from ita_tui.secretary.body.sample import write_sample
from tests.benchmarks.figures import Figure, Timings, judged
from tests.benchmarks.terminal import ROOT
from tests.e2e.terminal import command, environment

_TARGET = 5000.0
_YEARS = range(2559, 2569)
_CODES = (
    "overall", "IIT", "EIT", "OIT", *map(str, range(1, 11)), *(f"i{number}" for number in range(1, 16)),
    *(f"e{number}" for number in range(1, 10)), *(f"o{number}" for number in range(1, 29)),
)  # fmt: skip


def measure(work: Path, rounds: int = 3) -> list[Figure]:
    """Return the figures of taking ten years in and making every document of the last one."""
    figures = work / "years.csv"
    figures.write_text("year,code,score\n" + "".join(_rows()), encoding="utf-8")
    ours, beside = [], []
    for turn in range(rounds + 1):  # the first round fills the caches
        data = work / f"data-{turn}"
        write_sample(data)
        out = ["--out", str(work / "out")]
        told = [
            ["import", "results", str(figures), "--replace"], ["export", "analysis", *out], ["export", "results", *out],
        ]  # fmt: skip
        took = sum(_took([*command("--data", str(data)), *each], work) for each in told)
        yardstick = _took([*command("--data", str(data)), "export", "minutes", *out], work)
        if turn:
            ours.append(took)
            beside.append(yardstick)
    made, minutes = Timings(ours), Timings(beside)
    return [
        Figure(
            "10 years imported, report in 4 formats, 3 tables, cold commands", str(made), f"minutes {minutes}",
            made.median / minutes.median, f"<= {_TARGET / 1000:.0f} s", judged(met=made.median <= _TARGET), made.n,
        )
    ]  # fmt: skip


def _rows() -> Iterator[str]:
    draw = random.Random(5)
    for year in _YEARS:
        for code in _CODES:
            yield f"{year},{code},{draw.randint(7000, 10000) / 100:.2f}\n"


def _took(argv: Sequence[str], work: Path) -> float:
    """Run a command and return its milliseconds; raise CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(argv, env=environment(work), cwd=ROOT, capture_output=True, check=True)
    return (time.perf_counter() - start) * 1000
