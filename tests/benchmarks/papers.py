"""Minutes of about 11 pages: four formats in the running program and as a command, and the PDF beside LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdf

from tests.benchmarks import folders
from tests.benchmarks.figures import Figure, Timings, judged, skipped
from tests.benchmarks.programs import ita
from tests.benchmarks.terminal import ROOT
from tests.e2e.terminal import command, environment

_PEAK = 350.0


def measure(work: Path, rounds: int = 5) -> list[Figure]:
    """Return the figures of making papers, in the program and as a command."""
    data, out = folders.long_minutes(work / "data"), work / "out"
    # As a command first: in the same rounds the PDF alone and LibreOffice's, each a process of its own.
    every = [*command("--data", str(data)), "export", "minutes", "--out", str(out)]
    ours: list[Ended] = []
    alone: list[Ended] = []
    office: list[Ended] = []
    soffice = shutil.which("soffice")
    for turn in range(rounds + 1):  # the first round fills the caches and makes LibreOffice's profile
        ended = [_run(every, work), _run([*every, "--to", "pdf"], work)]
        ended += [_run(_conversion(soffice, work, next(out.glob("*.docx"))), work)] if soffice else []
        if turn:
            for kept, each in zip((ours, alone, office), ended, strict=False):
                kept.append(each)
    pages = len(pypdf.PdfReader(next(out.glob("*.pdf"))).pages)
    warm, peak = _in_the_program(work, data, rounds)
    return [
        _made(f"minutes of {pages} pages, 4 formats, running program", warm, peak, ours, 2000, _PEAK),
        _made(f"minutes of {pages} pages, 4 formats, cold command", _clock(ours), _top(ours), alone, 4000, _PEAK),
        _beside_libre_office(pages, alone, office),
    ]


def _made(what: str, took: Timings, peak: float, beside: Sequence[Ended], limit: float, memory: float) -> Figure:
    name = "as a command" if limit == 2000 else "the PDF alone, cold"
    yardstick = _clock(beside)
    return Figure(
        what, f"{took}; peak {peak:.0f} MB", f"{name} {yardstick}", took.median / yardstick.median,
        f"<= {limit / 1000:.0f} s, <= {memory:.0f} MB", judged(met=took.median <= limit and peak <= memory), took.n,
    )


def _beside_libre_office(pages: int, alone: Sequence[Ended], office: Sequence[Ended]) -> Figure:
    what, target = f"PDF of {pages} pages, cold command", "<= 1 x LibreOffice"
    if not office:
        return skipped(what, "NO soffice ON THIS MACHINE: not compared", target)
    ours, theirs = _clock(alone), _clock(office)
    ratio = ours.median / theirs.median
    return Figure(
        what, f"{ours}; peak {_top(alone):.0f} MB", f"LibreOffice, same DOCX {theirs}; peak {_top(office):.0f} MB",
        ratio, target, judged(met=ratio <= 1), ours.n,
    )


def _in_the_program(work: Path, data: Path, rounds: int) -> tuple[Timings, float]:
    """Make the papers again and again in one program; return the times, and the peak in MB with its helpers'."""
    took, helper = [], 0.0
    with ita(work, data) as program:
        program.first_screen("เลิกประชุมแล้ว")
        program.forget()
        program.press("f8")
        program.wait_for("ออกรายงานการประชุม")
        program.press("home")  # what stands highlighted is the next step, which seals
        program.rest(1)
        for _ in range(rounds):
            program.forget()
            start = time.perf_counter()
            program.press("enter")
            while not program.has("ออกเอกสารแล้ว ๔ แฟ้ม"):
                program.rest(0.01)
                helper = max(helper, program.peak_of_helpers())
            took.append((time.perf_counter() - start) * 1000)
            program.rest(6)  # the word of it is gone
        return Timings(took), program.megabytes("VmHWM") + helper


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that ended."""

    milliseconds: float
    peak: float
    """MB at its peak, of its largest process."""


def _run(argv: Sequence[str], work: Path) -> Ended:
    start = time.perf_counter()
    child = subprocess.Popen(argv, env=environment(work), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert child.stderr is not None
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    took = (time.perf_counter() - start) * 1000
    if child_failed := os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{argv} ended with {child_failed}: {said.decode(errors='replace')}")
    return Ended(took, used.ru_maxrss * 1024 / 1e6)


def _conversion(soffice: str, work: Path, docx: Path) -> list[str]:
    profile = (work / "libreoffice").as_uri()
    return [
        soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir",
        str(work / "converted"), str(docx),
    ]


def _clock(ended: Sequence[Ended]) -> Timings:
    return Timings([each.milliseconds for each in ended])


def _top(ended: Sequence[Ended]) -> float:
    return max(each.peak for each in ended)


