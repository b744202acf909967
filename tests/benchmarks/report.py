"""Ten years of results taken in and papers made of the last one: as commands, and all house styles in one program."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from ita_tui.bootstrap import tools
from ita_tui.documents.export import Format
from ita_tui.secretary.body.sample import write_sample
from ita_tui.secretary.exporting import DataFormat, export_results
from ita_tui.secretary.importing.preview import apply
from ita_tui.secretary.importing.results import preview_results
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.results import analysing
from ita_tui.secretary.results.book import ResultsBook
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
    inside = Timings([_all_at_once(work / f"open-{turn}", figures) for turn in range(rounds + 1)][1:])
    return [
        Figure(
            "10 years imported, report in 4 formats, 3 tables, cold commands", str(made), f"minutes {minutes}",
            made.median / minutes.median, f"<= {_TARGET / 1000:.0f} s", judged(met=made.median <= _TARGET), made.n,
        ),
        Figure(
            "10 years imported, every house style in 4 formats, 3 tables, running program", str(inside),
            f"minutes {minutes}", inside.median / minutes.median, f"<= {_TARGET / 1000:.0f} s",
            judged(met=inside.median <= _TARGET), inside.n,
        ),
    ]  # fmt: skip


def _all_at_once(folder: Path, figures: Path) -> float:
    """Return the milliseconds for taking ten years into a new folder and making all papers of the last one."""
    write_sample(folder)
    with Office.open(folder, tools()) as office:
        start = time.perf_counter()
        apply(office, preview_results(office, figures), replace=True)
        latest = analysing.score_years(office)[0]
        for style in analysing.house_styles(office):
            analysing.make(office, latest, tuple(Format), folder / style.name, style=style.name)
        export_results(office, ResultsBook(office).years(), tuple(DataFormat), folder / "tables")
        return (time.perf_counter() - start) * 1000


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
