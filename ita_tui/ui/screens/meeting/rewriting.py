"""Putting the record in order from the meeting room: split, join, move, and earlier versions put back."""

from __future__ import annotations

import asyncio
from datetime import datetime

from textual import on, work

from ita_tui.errors import ItaError
from ita_tui.secretary.keeping.versions import Version
from ita_tui.thai.dates import clock, short_date
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.screens.meeting.speaker import SpeakerScreen
from ita_tui.ui.screens.meeting.writing import WritingScreen
from ita_tui.ui.telling import attempt, tell
from ita_tui.ui.widgets.meeting.statement_editor import StatementEditor


class RewritingScreen(WritingScreen):
    """The part of the room that puts statements in order."""

    @work(group=ACTS)
    async def action_split(self) -> None:
        """Ask who said the rest of the statement from the cursor on, and let that be a statement of its own."""
        kept = self.editor.get_text_range((0, 0), self.editor.cursor_location)
        rest = self.editor.get_text_range(self.editor.cursor_location, self.editor.document.end)
        if not kept.strip() or not rest.strip():
            self.notify("วางเคอร์เซอร์ไว้กลางข้อความ ตรงที่ผู้พูดคนถัดไปเริ่มพูด", markup=False)
            return
        chosen = await self.ask(SpeakerScreen(self.desk, self.pen))
        if chosen is not None and attempt(self.app, lambda: self.pen.split(kept, rest, chosen.speaker)):
            await self.take_up()

    @work(group=ACTS)
    async def action_join(self) -> None:
        """Join the statement to the one before it."""
        await self._join(asked=True)

    @on(StatementEditor.JoinWanted)
    async def join_by_backspace(self) -> None:
        """Join the statement to the one before it where the same speaker said both."""
        await self._join(asked=False)

    async def _join(self, *, asked: bool) -> None:
        above = self.pen.above()
        if above is None or (self.pen.is_new and not self.editor.text.strip()):
            return
        if not asked and above.speaker != self.pen.speaker:
            self.notify("ข้อความก่อนหน้าเป็นของผู้พูดคนอื่น กด Shift+F3 หากต้องการรวม", markup=False)
            return
        seam = len(self.pen.text_of(above.id).split("\n"))
        if self.confirm() and attempt(self.app, self.pen.join):
            await self.take_up()
            self.editor.move_cursor((seam, 0))

    @work(group=ACTS)
    async def action_move_up(self) -> None:
        """Move the statement one place up, on into the item before."""
        await self._move(upwards=True)

    @work(group=ACTS)
    async def action_move_down(self) -> None:
        """Move the statement one place down, on into the next item."""
        await self._move(upwards=False)

    async def _move(self, *, upwards: bool) -> None:
        if not self.confirm():
            return
        if self.pen.is_new:
            self.notify("เลือกข้อความที่จะย้ายก่อน ด้วยลูกศรขึ้นหรือคลิกที่ข้อความ", markup=False)
        elif attempt(self.app, lambda: self.pen.move(upwards=upwards)):
            await self.take_up()

    @work(group=ACTS)
    async def action_versions(self) -> None:
        """Show earlier versions of the statement, or what was taken out of the item, and put the chosen one back."""
        if not self.confirm():
            return
        try:
            earlier = await self._earlier()
        except ItaError as error:
            tell(self.app, error)
            return
        if not self.confirm():  # typed while a slow disk was waited for
            return
        new = self.pen.is_new
        if not earlier:
            self.notify("ไม่มีข้อความที่นำออกจากวาระนี้" if new else "ข้อความนี้ยังไม่เคยถูกแก้ไข", markup=False)
            return
        title = "ข้อความที่นำออกจากวาระนี้" if new else "ข้อความก่อนแก้ไข"
        answer = await self.ask(ChooseScreen(title, [_choice(at, each) for at, each in enumerate(earlier)]))
        if answer is not None:
            entry = earlier[int(answer)].entry
            if attempt(self.app, lambda: self.desk.put_back(entry)):
                self.pen.edit(entry.id)
                await self.take_up()

    async def _earlier(self) -> list[Version]:
        """Return the earlier versions of the statement, for a new one what was taken out of its item; may raise."""
        office, meeting_id, pen = self.program.office, self.desk.meeting.head.id, self.pen
        if pen.is_new:
            return list(await asyncio.to_thread(office.taken_out, meeting_id, pen.item_id))
        found = await asyncio.to_thread(office.versions, meeting_id, pen.statement_id)
        return [each for each in found if each.text != pen.text]


def _choice(at: int, version: Version) -> Choice:
    until = datetime.fromisoformat(version.until)
    words = version.text.replace("\n", " ")
    return Choice(str(at), f"{short_date(until.date())} {clock(until.time())}  {words}")
