"""What comes in a file: its path is typed, all that would change is seen, and then it is taken as one act."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ita_tui.domain.years import BEYear
from ita_tui.errors import ItaError
from ita_tui.exchange.refusals import Refused
from ita_tui.secretary.importing.oit import preview_oit
from ita_tui.secretary.importing.preview import Difference, Preview, apply
from ita_tui.secretary.importing.results import preview_results
from ita_tui.secretary.keeping.office import Office
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.thai.text import clean
from ita_tui.ui import keys
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.screens.asking.form import FormScreen, line_form
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import tell
from ita_tui.ui.typed_paths import file_of
from ita_tui.ui.widgets.line_list import LineList, ListLine
from ita_tui.ui.widgets.oit.lines import Look, Part, exactly, fit

Told = tuple[str, Look]

_EXAMPLE = "เช่น ~/Documents/{}.csv หรือลากแฟ้มมาวาง"
_NOTE = "แฟ้ม .csv .xlsx หรือ .json ที่มีช่อง {}"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file tells of, and how it is read."""

    title: str
    example: str
    """How such a file may be called, without the ending."""
    columns: str
    help_topic: str
    preview: Callable[[Office, Path], Preview]
    """Returns what a file would change; raises Refused, ItaError."""


RESULTS: Final = Kind("นำเข้าผลประเมิน", "results", "year code score และถ้ามี name level", "results", preview_results)
OIT: Final = Kind(
    "นำเข้าสถานะ OIT", "oit", "year catalogue_year code status และถ้ามี responsible due url note", "oit", preview_oit
)  # fmt: skip


class PreviewScreen(Dialog[bool]):
    """Answers True once what the file changes is to be taken; a refused file can only be read about."""

    BINDINGS = keys.PREVIEW
    AUTO_FOCUS = "LineList"

    def __init__(self, kind: Kind, title: str, summary: str, told: Sequence[Told], *, takes: bool) -> None:
        super().__init__()
        self.TITLE_TEXT, self.HELP_TOPIC = title, kind.help_topic
        self._summary, self._told, self._takes = summary, tuple(told), takes

    def compose_body(self) -> ComposeResult:
        yield Static(Content(self._summary), classes="note")
        lines = LineList()
        lines.display = bool(self._told)
        yield lines
        yield Static("Enter นำเข้า · Esc ไม่นำเข้า" if self._takes else "Esc ปิด", classes="hint")

    def on_mount(self) -> None:
        told = enumerate(self._told)
        self.query_one(LineList).show([ListLine(str(number), partial(_drawn, each)) for number, each in told])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take only what can be taken."""
        del parameters
        return self._takes or action != "take"

    def action_take(self) -> None:
        """Take the file."""
        self.dismiss(True)


async def take_file(room: RoomScreen, office: Office, kind: Kind) -> BEYear | None:
    """Ask for a file, show what it would change, and take it; return the latest year it told of, None for nothing."""
    form = line_form(kind.title, "ที่อยู่ของแฟ้ม", file_of, placeholder=_EXAMPLE.format(kind.example))
    answer = await room.ask(FormScreen(replace(form, intro=_NOTE.format(kind.columns))))
    if answer is None:
        return None
    path = file_of(answer["line"])
    try:
        preview = await asyncio.to_thread(kind.preview, office, path)
    except Refused as refused:
        told = [(each.told, Look.OPEN) for each in refused.refusals]
        count = thai_digits(str(len(told)))
        summary = clean(f"ไม่รับแฟ้ม “{path.name}” พบ {count} แห่ง ไม่มีข้อมูลใดเปลี่ยน\n{refused.hint}")
        await room.ask(PreviewScreen(kind, "นำเข้าไม่ได้", summary, told, takes=False))
        return None
    except ItaError as error:
        tell(room.app, error)
        return None
    if not await room.ask(PreviewScreen(kind, "ตรวจก่อนนำเข้า", _summary(preview), list(_told(preview)), takes=True)):
        return None
    return await _apply(room, office, preview)


async def _apply(room: RoomScreen, office: Office, preview: Preview) -> BEYear | None:
    try:
        await asyncio.to_thread(apply, office, preview, replace=True)
    except ItaError as error:
        tell(room.app, error)
        return None
    said = thai_digits(f"เพิ่ม {preview.added} แถว แทนค่าเดิม {preview.replaced} แถว")
    room.notify(f"{said} · Ctrl+Z ย้อนกลับ", title="นำเข้าแล้ว", markup=False)
    return max((record.year for record in preview.after), default=None)


def _summary(preview: Preview) -> str:
    years = ", ".join(str(record.year) for record in preview.after)
    read = thai_digits(f"ปี {years} อ่านได้ {preview.rows} แถว")
    return clean(f"“{preview.file}” {read}\n") + thai_digits(
        f"เพิ่มใหม่ {preview.added} แถว · แทนค่าเดิม {preview.replaced} แถว · เหมือนเดิม {preview.same} แถว"
    )


def _told(preview: Preview) -> Iterator[Told]:
    yield from ((thai_digits_in_text(notice), Look.HALFWAY) for notice in preview.notices)
    for each in preview.changes:
        yield from _change(each)


def _change(each: Difference) -> Iterator[Told]:
    yield thai_digits_in_text(f"แถว {each.row} {each.where}"), Look.NAME
    yield f"  เดิม {thai_digits_in_text(each.old)} → ใหม่ {thai_digits_in_text(each.new)}", Look.PLAIN


def _drawn(told: Told, width: int) -> list[Part]:
    words, look = told
    return exactly([(fit(words, width), look)], width)
