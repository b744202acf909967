"""Marking OIT items in the meeting room, with the saver at work: from the key to the item's painted row."""

from __future__ import annotations

from pathlib import Path

from ita_tui.thai.digits import thai_digits
from tests.benchmarks import folders
from tests.benchmarks.figures import Figure, Timings, judged
from tests.benchmarks.programs import bare_lines, ita
from tests.benchmarks.terminal import Cost

_MARKS = "1465231452"
_ITEMS = 40
_FRAME = 1000 / 60


def measure(work: Path, rounds: int = 4) -> list[Figure]:
    """Return the figure of one mark; between two marks a bare ScrollView paints one line."""
    marks: list[Cost] = []
    lines: list[Cost] = []
    with ita(work, folders.live(work / "data")) as room, bare_lines(work) as bare:
        room.wait_for("ผ่านไป")
        bare.wait_for("")
        room.rest(1)
        room.forget()
        room.press("f5")
        room.wait_for("ยังไม่ทบทวน", "o๑")
        for turn in range(rounds):
            room.press("home")
            room.rest(0.5)
            for item in range(1, _ITEMS + 1):
                key = _MARKS[(item + turn) % len(_MARKS)]
                marks.append(room.time_key(key, thai_digits(f"o{item}")))
                lines.append(bare.time_key("กข"[item % 2], "กข"[item % 2] * 9))
    took, floor = Timings.of(marks), Timings.of(lines)
    return [Figure(
        "marking one OIT item, key to paint", str(took), f"bare ScrollView {floor}", took.median / floor.median,
        "p95 <= 16.7 ms", judged(met=took.p95 <= _FRAME), took.n,
    )]
