"""Who says what in the meeting room: the next speaker, words that wait, resolutions, and people in and out."""

from __future__ import annotations

from textual import on, work

from ita_tui.domain.resolutions import Resolution
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.meeting.people import PeopleScreen
from ita_tui.ui.screens.meeting.resolution import ResolutionScreen
from ita_tui.ui.screens.meeting.speaker import SpeakerScreen
from ita_tui.ui.screens.meeting.writing import WritingScreen
from ita_tui.ui.widgets.meeting.people_panel import PersonLine
from ita_tui.ui.widgets.meeting.record_view import EntryView


class SpeakingScreen(WritingScreen):
    """The part of the room that lets people speak and resolve."""

    @work(group=ACTS)
    async def action_speaker(self) -> None:
        """Ask who speaks, and begin a new statement."""
        await self._choose_speaker()

    async def _choose_speaker(self, note: str = "") -> None:
        if not self.confirm():
            return
        chosen = await self.ask(SpeakerScreen(self.desk, self.pen, note))
        if chosen is None:
            await self.show()  # the words are a record now, and Tab offers no other in their place
        else:
            if chosen.prepared is None:
                self.pen.speak(chosen.speaker)
            else:
                self.pen.read_out(chosen.prepared)
            await self.take_up()
            if chosen.prepared is not None:
                self.fill(chosen.prepared.text)

    def action_resolution(self) -> None:
        """Ask what was resolved."""
        self._resolve()

    @work(group=ACTS)
    async def _resolve(self, about: str = "") -> None:
        if self.editor.disabled or not self.confirm():
            return
        if await self.ask(ResolutionScreen(self.desk, self.pen.item_id, about)):
            self.pen.go_on()
            await self.take_up()

    @work(group=ACTS)
    async def action_offer(self) -> None:
        """Take in the next prepared statement or formula of this item."""
        text = self.offers.next(self.editor.text)
        if text is None:
            self.notify("พิมพ์ข้อความอยู่ กด F2 เพื่อเริ่มข้อความใหม่ก่อน", markup=False)
            return
        self.fill(text)
        await self.show()

    @on(EntryView.Chosen)
    async def edit_entry(self, event: EntryView.Chosen) -> None:
        """Edit a statement that was clicked; a resolution is put right where it was made."""
        if not self.confirm():
            return
        if self.pen.edit(event.entry_id):
            await self.take_up()
        elif isinstance(self.desk.meeting.entry(event.entry_id), Resolution):
            self._resolve(event.entry_id)

    @work(group=ACTS)
    async def action_people(self) -> None:
        """Let people in and out; the words at hand stay as they are."""
        await self._show_people()

    @on(PersonLine.Chosen)
    @work(group=ACTS)
    async def show_chosen_person(self, event: PersonLine.Chosen) -> None:
        """Let a person who was clicked in or out."""
        await self._show_people(event.person_id)

    async def _show_people(self, person_id: str = "") -> None:
        had_left, chair = self.pen.speaker_left, self.desk.chair()
        await self.ask(PeopleScreen(self.desk, person_id))
        await self.show()
        if had_left or not self.pen.speaker_left:
            return
        if self.pen.speaker == chair and not self.editor.text:  # whoever took the chair goes on from here
            self.pen.speak(self.desk.chair())
            await self.take_up()
        else:
            who, _ = self.desk.speaker_lines(self.pen.speaker)
            await self._choose_speaker(f"{who} ออกจากที่ประชุมแล้ว เลือกผู้พูดคนต่อไป หรือ Esc เขียนข้อความเดิมต่อ")
