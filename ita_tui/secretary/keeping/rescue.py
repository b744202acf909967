"""The last way out when the disk refuses to the end: the words of this run as one plain file in another place."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ita_tui.domain.record import Statement, text_of
from ita_tui.domain.resolutions import Resolution
from ita_tui.errors import CannotWrite
from ita_tui.secretary.keeping.changes import Place
from ita_tui.secretary.meeting.desk import MeetingDesk


def write_rescue(
    home: Path, at: datetime, desks: Iterable[MeetingDesk], typing: Iterable[tuple[Place | None, str]]
) -> Path:
    """Write what was said, resolved and typed as lines of text; return the file, 0600, never an existing one.

    Raises CannotWrite.
    """
    lines = [line for desk in desks for line in _record(desk)]
    lines += [f"ยังไม่ได้ยืนยัน: {text}" for place, text in typing if place is not None and text]
    path = home / f"ita-tui-{at:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
    except OSError as error:
        raise CannotWrite(f"เขียนไฟล์กู้คืน {path} ไม่ได้", "เพิ่มพื้นที่ว่างในดิสก์ แล้วลองอีกครั้ง") from error
    return path


def _record(desk: MeetingDesk) -> Iterable[str]:
    yield f"การประชุมครั้งที่ {desk.meeting.head.number_text}"
    for number, item in desk.numbered:
        yield f"{number} {item.title}"
        for entry in desk.meeting.entries_of(item.id):
            if isinstance(entry, Statement):
                yield f"{desk.speaker_lines(entry.speaker)[0]}: {text_of(entry.blocks)}"
            elif isinstance(entry, Resolution):
                yield f"มติ: {entry.text}"
    for row in desk.oit.rows():
        yield f"{row.code} {row.name}: {row.text}"
