"""Going about the agenda from the meeting room: to any item and back, a new sub-item, what waits to be finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.record import FOLLOW_MARK, Resolution, Statement, marks_in, text_of
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.ui.screens.asking.ask import AskScreen
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.telling import attempt

if TYPE_CHECKING:
    from ita_tui.ui.screens.meeting.live import LiveScreen

_AROUND = 60
"""Code points shown of the words around a mark."""


async def go_to_item(room: LiveScreen) -> None:
    """Ask which item to go to; the one she came from stands first, so that Enter goes back."""
    if not room.confirm():
        return
    stops = [(number, item) for number, item in room.desk.stops if item.id != room.pen.item_id]
    stops.sort(key=lambda stop: stop[1].id != room.pen.came_from)
    choices = [
        Choice(item.id, thai_digits_in_text(f"{number} {item.title}"), "กลับ" if item.id == room.pen.came_from else "")
        for number, item in stops
    ]
    answer = await room.ask(ChooseScreen("ไปวาระ", choices, placeholder="พิมพ์เลขวาระหรือชื่อเพื่อค้นหา"))
    if answer is not None:
        await room.go_to(answer)


async def choose_item(room: LiveScreen, title: str) -> str | None:
    """Ask for one of the items of the meeting; return its id."""
    choices = [Choice(item.id, thai_digits_in_text(f"{number} {item.title}")) for number, item in room.desk.stops]
    return await room.ask(ChooseScreen(title, choices, placeholder="พิมพ์เลขวาระหรือชื่อเพื่อค้นหา"))


async def add_sub_item(room: LiveScreen) -> None:
    """Ask for the title of a new sub-item here, and go there."""
    if not room.confirm():
        return
    title = await room.ask(AskScreen("เพิ่มวาระย่อยตรงนี้", "ชื่อวาระย่อย"))
    if title is None:
        return
    made: list[str] = []
    if attempt(room.app, lambda: made.append(room.desk.add_sub_item(room.pen.item_id, title).id)):
        await room.go_to(made[0])


async def go_to_mark(room: LiveScreen) -> None:
    """List the words marked to be finished, and go to the chosen ones."""
    if not room.confirm():
        return
    numbers = {item.id: number for number, item in room.desk.numbered}
    marked = [each for each in room.desk.meeting.entries if marks_in(each)]
    if not marked:
        room.notify(f"ไม่มีเครื่องหมาย {FOLLOW_MARK} ค้างอยู่ กด Ctrl+B เพื่อใส่เครื่องหมาย", markup=False)
        return
    choices = [Choice(each.id, f"{thai_digits(numbers[each.item_id])}  {_around(each)}") for each in marked]
    answer = await room.ask(ChooseScreen(f"ข้อความที่มีเครื่องหมาย {FOLLOW_MARK}", choices))
    if answer is None:
        return
    entry = room.desk.meeting.entry(answer)
    if isinstance(entry, Resolution) or not room.pen.edit(answer):
        await room.go_to(entry.item_id)
        return
    await room.take_up()
    lines = room.editor.text.split("\n")
    row = next(at for at, line in enumerate(lines) if FOLLOW_MARK in line)
    room.editor.move_cursor((row, lines[row].index(FOLLOW_MARK)))


def _around(entry: Statement | Resolution) -> str:
    text = entry.text if isinstance(entry, Resolution) else text_of(entry.blocks)
    at = text.index(FOLLOW_MARK)
    start = max(0, at - _AROUND // 2)
    return ("…" if start else "") + text[start : at + _AROUND].replace("\n", " ")
