"""Ways out of the meeting room and back: the OIT items, the papers, the gavel, the menu, the first screen."""

from __future__ import annotations

from textual import work

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Standing
from ita_tui.secretary.meeting.standing import Presented
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.menu import MenuScreen
from ita_tui.ui.screens.meeting.gavel import strike
from ita_tui.ui.screens.meeting.writing import WritingScreen
from ita_tui.ui.screens.oit.review import OitScreen
from ita_tui.ui.telling import attempt


class VisitingScreen(WritingScreen):
    """The part of the room that opens other screens and takes back what came of them."""

    @work(group=ACTS)
    async def action_oit(self) -> None:
        """Go to the OIT items; coming back puts their table into the record."""
        if not self.confirm():
            return
        before = self.desk.oit.standing()
        await self.ask(OitScreen(self.desk))
        if not self.editor.disabled and self.desk.meeting.state is not MeetingState.ADJOURNED:
            attempt(self.app, lambda: self._present_oit(before))
            self.pen.go_on()
        await self.take_up()

    def _present_oit(self, before: Standing) -> None:
        done, item_id = self.desk.present_oit(self.pen.item_id, self.pen.speaker, before)
        if done is Presented.ADDED and item_id != self.pen.item_id:
            number = next(number for number, item in self.desk.numbered if item.id == item_id)
            self.notify(
                "หากต้องการให้อยู่วาระอื่น เลือกแถวนั้นแล้วกด Alt+↑ หรือ Alt+↓",
                title=thai_digits(f"ตาราง OIT และข้อสรุปอยู่ในวาระ {number}"), markup=False,
            )
        if done is Presented.HERS:
            self.notify("ข้อความที่แก้ไขไว้คงเดิม ตรวจตัวเลขให้ตรงกับตาราง", title="จำนวนข้อ OIT เปลี่ยนแล้ว", markup=False)

    @work(group=ACTS)
    async def action_documents(self) -> None:
        """Go to the documents of this meeting."""
        from ita_tui.ui.screens.documents import DocumentsScreen  # noqa: PLC0415 - the room need not wait

        if self.confirm():
            self.app.clear_notifications()  # that F8 leads here need not be said any more
            await self.ask(DocumentsScreen(self.desk))
            await self.take_up()

    @work(group=ACTS)
    async def action_menu(self) -> None:
        """Show every key as a menu."""
        if self.confirm():
            await self.show()
            action = await self.ask(MenuScreen(self.program.working_keys()))
            if action is not None:
                await self.run_action(action)

    def action_back(self) -> None:
        """Go back to the first screen."""
        if self.confirm():
            self.dismiss(None)

    @work(group=ACTS)
    async def action_gavel(self) -> None:
        """Open, pause, resume or adjourn."""
        if not self.confirm():
            return
        opened = await strike(self, self.desk)
        if opened:
            self.desk.oit.place = self.desk.oit.place.at("")  # reports were put in there, the review begins anew
            self.pen.go_to(self.desk.stops[0][1].id)
            await self.take_up()
        await self.show()
