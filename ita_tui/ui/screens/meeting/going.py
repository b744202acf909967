"""Going about the agenda from the meeting room: to any item and back, a new sub-item, what waits to be finished."""

from __future__ import annotations

import re

from textual import on, work

from ita_tui.domain.meeting_head import GOING_ON
from ita_tui.domain.record import FOLLOW_MARK, Statement, marks_in, text_of
from ita_tui.domain.resolutions import Resolution
from ita_tui.thai.clusters import cluster_start
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.ask import AskScreen
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.screens.meeting.items import item_chooser
from ita_tui.ui.screens.meeting.writing import WritingScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.meeting.agenda_panel import AgendaLine

_AROUND = 60
"""Code points shown of the words around a mark."""


class GoingScreen(WritingScreen):
    """The part of the room that goes about the agenda."""

    async def action_next_item(self) -> None:
        """Go to the next item."""
        going_on = self.desk.meeting.state in GOING_ON
        await self._step(1, "วาระสุดท้ายแล้ว กด F9 เพื่อเลิกประชุม" if going_on else "วาระสุดท้ายแล้ว")

    async def action_previous_item(self) -> None:
        """Go back to the item before."""
        await self._step(-1, "วาระแรกแล้ว")

    async def _step(self, step: int, at_the_end: str) -> None:
        stops = [item.id for _, item in self.desk.stops]
        there = stops.index(self.pen.item_id) + step
        if 0 <= there < len(stops):
            await self.go_to(stops[there])
        elif self.confirm():
            await self.show()
            self.notify(at_the_end, markup=False)

    @on(AgendaLine.Chosen)
    async def go_to_chosen_item(self, event: AgendaLine.Chosen) -> None:
        """Go to an item that was clicked."""
        if event.item_id in {item.id for _, item in self.desk.stops}:
            await self.go_to(event.item_id)

    @work(group=ACTS)
    async def action_go_to_item(self) -> None:
        """Ask which item to go to; the one she came from stands first, so that Enter goes back."""
        if not self.confirm():
            return
        came_from = self.pen.came_from
        stops = [stop for stop in self.desk.stops if stop[1].id != self.pen.item_id]
        stops.sort(key=lambda stop: stop[1].id != came_from)
        answer = await self.ask(item_chooser("ไปวาระ", stops, {came_from: "กลับ"}))
        if answer is not None:
            await self.go_to(answer)

    @work(group=ACTS)
    async def action_sub_item(self) -> None:
        """Ask for the title of a new sub-item here, and go there."""
        if not self.confirm():
            return
        title = await self.ask(AskScreen("เพิ่มวาระย่อยตรงนี้", "ชื่อวาระย่อย"))
        if title is None:
            return
        made: list[str] = []
        if attempt(self.app, lambda: made.append(self.desk.add_sub_item(self.pen.item_id, title).id)):
            await self.go_to(made[0])

    def action_mark(self) -> None:
        """Mark the place under the cursor as to be finished; take away a mark that stands there already."""
        row, column = self.editor.cursor_location
        line = self.editor.document.get_line(row)
        for at in (found.start() for found in re.finditer(re.escape(FOLLOW_MARK), line)):
            if at <= column <= at + len(FOLLOW_MARK):
                self.editor.replace("", (row, at), (row, at + len(FOLLOW_MARK)))
                return
        self.editor.insert(FOLLOW_MARK)

    @work(group=ACTS)
    async def action_marks(self) -> None:
        """List the words marked to be finished, and go to the chosen ones."""
        if not self.confirm():
            return
        numbers = {item.id: number for number, item in self.desk.numbered}
        marked = [each for each in self.desk.meeting.entries if marks_in(each)]
        if not marked:
            self.notify(f"ไม่มีเครื่องหมาย {FOLLOW_MARK} ค้างอยู่ กด Ctrl+B เพื่อใส่เครื่องหมาย", markup=False)
            return
        choices = [Choice(each.id, f"{thai_digits(numbers[each.item_id])}  {_around(each)}") for each in marked]
        answer = await self.ask(ChooseScreen(f"ข้อความที่มีเครื่องหมาย {FOLLOW_MARK}", choices))
        if answer is not None:
            await self._go_to_mark(answer)

    async def _go_to_mark(self, entry_id: str) -> None:
        entry = self.desk.meeting.entry(entry_id)
        if isinstance(entry, Resolution) or not self.pen.edit(entry_id):
            await self.go_to(entry.item_id)
            return
        await self.take_up()
        lines = self.editor.text.split("\n")
        row = next(at for at, line in enumerate(lines) if FOLLOW_MARK in line)
        self.editor.move_cursor((row, lines[row].index(FOLLOW_MARK)))


def _around(entry: Statement | Resolution) -> str:
    text = entry.text if isinstance(entry, Resolution) else text_of(entry.blocks)
    at = text.index(FOLLOW_MARK)
    start, end = cluster_start(text, at - _AROUND // 2), cluster_start(text, at + _AROUND)
    return ("…" if start else "") + text[start:end].replace("\n", " ")
