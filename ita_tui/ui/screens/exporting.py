"""Data into files that other programs read: which years, of what kind, into which folder."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ita_tui.errors import ItaError
from ita_tui.secretary.exporting import DataFormat
from ita_tui.ui.screens.asking.form import Field, Form, FormScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import tell
from ita_tui.ui.typed_paths import folder_of

Write = Callable[[Sequence[DataFormat], Path], tuple[Path, ...]]
"""Writes data in some formats into a folder; returns where the files lie, raises what writing raises."""
_ALL = "all"
_INTRO = "แฟ้มที่ส่งออกเปิดด้วยโปรแกรมตารางคำนวณ และนำเข้ากลับได้"


class SaveFileScreen(FormScreen):
    """A form that changes no data: a window that only reads may ask it."""

    WRITES = False


async def put_file(room: RoomScreen, title: str, parts: Mapping[str, Write]) -> None:
    """Ask which part goes where, write it, and say where it lies; `parts` are by what they are called in Thai."""
    answers = await room.ask(SaveFileScreen(_form(title, tuple(parts), room.program.documents_folder)))
    if answers is None:
        return
    kinds = list(DataFormat) if answers["kind"] == _ALL else [DataFormat(answers["kind"])]
    try:
        paths = await asyncio.to_thread(parts[answers["part"]], kinds, folder_of(answers["folder"]))
    except ItaError as error:
        tell(room.app, error)
        return
    names = " ".join(path.name for path in paths)
    room.notify(f"{names} เก็บไว้ที่ {paths[0].parent}", title="ส่งออกแล้ว", markup=False, timeout=8)


def _form(title: str, parts: Sequence[str], folder: Path) -> Form:
    kinds = tuple((each.value, each.value.upper()) for each in DataFormat)
    return Form(title, (
        Field("part", "ข้อมูล", parts[0], choices=tuple((each, each) for each in parts)),
        Field("kind", "ชนิดแฟ้ม", DataFormat.XLSX.value, choices=(*kinds, (_ALL, "ทุกชนิด"))),
        Field("folder", "โฟลเดอร์ที่เก็บ", str(folder), check=folder_of),
    ), intro=_INTRO)  # fmt: skip
