"""What the running meeting room holds in memory after a long meeting."""

from __future__ import annotations

from pathlib import Path

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.store.repository import DataFolder
from tests.benchmarks import folders
from tests.benchmarks.figures import Figure, judged
from tests.benchmarks.programs import empty, ita
from tests.benchmarks.words import prose

_LIMIT = 150.0


def measure(work: Path, statements: int = 100) -> list[Figure]:
    """Return the figure of memory after so many statements, each typed and followed by the next speaker's."""
    texts = prose(statements * 400, 80).split("\n")
    said = [texts[number % len(texts)][:110] for number in range(statements)]
    data = folders.live(work / "data")
    with ita(work, data) as room, empty(work) as bare:
        room.wait_for("ผ่านไป")
        bare.first_screen()
        for text in said:
            room.forget()
            room.press("f2")
            room.wait_for("พิมพ์ชื่อ ตำแหน่ง")
            room.forget()
            room.press("enter")
            room.rest(0.15)
            room.press(text)
            room.rest(0.15)
        room.press("ctrl+s")
        room.rest(2)
        used, floor, peak = room.megabytes(), bare.megabytes(), room.megabytes("VmHWM")
        room.leave()
    with DataFolder.open(data, write=False) as folder:
        kept = max(len(folder.meeting(head.id).entries) for head in folder.heads() if head.state is MeetingState.LIVE)
    return [Figure(
        f"memory of the live app after {kept} statements", f"{used:.0f} MB (peak {peak:.0f})",
        f"empty Textual app {floor:.0f} MB", used / floor, "<= 150 MB", judged(met=used <= _LIMIT), kept,
    )]
