"""Putting the record in order from the meeting room: split, join, move, and earlier versions put back."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

from ita_tui.errors import ItaError
from ita_tui.secretary.keeping.versions import Version
from ita_tui.thai.dates import clock, short_date
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.screens.meeting.speaker import SpeakerScreen
from ita_tui.ui.telling import attempt, tell

if TYPE_CHECKING:
    from ita_tui.ui.screens.meeting.live import LiveScreen


async def split(room: LiveScreen) -> None:
    """Ask who said the rest of the statement from the cursor on, and let that be a statement of its own."""
    editor = room.editor
    kept = editor.get_text_range((0, 0), editor.cursor_location)
    rest = editor.get_text_range(editor.cursor_location, editor.document.end)
    if not kept.strip() or not rest.strip():
        room.notify("วางเคอร์เซอร์ไว้กลางข้อความ ตรงที่ผู้พูดคนถัดไปเริ่มพูด", markup=False)
        return
    chosen = await room.ask(SpeakerScreen(room.desk, room.pen))
    if chosen is not None and attempt(room.app, lambda: room.pen.split(kept, rest, chosen.speaker)):
        await room.take_up()


async def join(room: LiveScreen, *, asked: bool) -> None:
    """Join the statement to the one before; a Backspace joins only what the same speaker said."""
    above = room.pen.above()
    if above is None or (room.pen.is_new and not room.editor.text.strip()):
        return
    if not asked and above.speaker != room.pen.speaker:
        room.notify("ข้อความก่อนหน้าเป็นของผู้พูดคนอื่น กด Shift+F3 หากต้องการรวม", markup=False)
        return
    seam = len(above_lines(room))
    if room.confirm() and attempt(room.app, room.pen.join):
        await room.take_up()
        room.editor.move_cursor((seam, 0))


def above_lines(room: LiveScreen) -> list[str]:
    """Return the lines of the statement above, as the editor would hold them."""
    above = room.pen.above()
    return room.pen.text_of(above.id).split("\n") if above else []


async def move(room: LiveScreen, *, upwards: bool) -> None:
    """Move the statement one place up or down, on into the neighbouring item."""
    if not room.confirm():
        return
    if room.pen.is_new:
        room.notify("เลือกข้อความที่จะย้ายก่อน ด้วยลูกศรขึ้นหรือคลิกที่ข้อความ", markup=False)
    elif attempt(room.app, lambda: room.pen.move(upwards=upwards)):
        await room.take_up()


async def versions(room: LiveScreen) -> None:
    """Show earlier versions of the statement, or what was taken out of the item, and put the chosen one back."""
    if not room.confirm():
        return
    office, meeting_id, pen = room.program.office, room.desk.meeting.head.id, room.pen
    try:
        if pen.is_new:
            found = await asyncio.to_thread(office.taken_out, meeting_id, pen.item_id)
        else:
            found = await asyncio.to_thread(office.versions, meeting_id, pen.statement_id)
    except ItaError as error:
        tell(room.app, error)
        return
    if not room.confirm():  # typed while a slow disk was waited for
        return
    earlier = [each for each in found if pen.is_new or each.text != pen.text]
    if not earlier:
        room.notify("ไม่มีข้อความที่นำออกจากวาระนี้" if pen.is_new else "ข้อความนี้ยังไม่เคยถูกแก้ไข", markup=False)
        return
    title = "ข้อความที่นำออกจากวาระนี้" if pen.is_new else "ข้อความก่อนแก้ไข"
    answer = await room.ask(ChooseScreen(title, [_choice(at, each) for at, each in enumerate(earlier)]))
    if answer is not None:
        entry = earlier[int(answer)].entry
        if attempt(room.app, lambda: room.desk.put_back(entry)):
            pen.edit(entry.id)
            await room.take_up()


def _choice(at: int, version: Version) -> Choice:
    until = datetime.fromisoformat(version.until)
    words = version.text.replace("\n", " ")
    return Choice(str(at), f"{short_date(until.date())} {clock(until.time())}  {words}")
