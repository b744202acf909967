"""The meeting room: agenda, record and editor, people. The pen and the desk do the work; this shows it."""

from __future__ import annotations

import asyncio

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Standing
from ita_tui.domain.record import FOLLOW_MARK, Resolution
from ita_tui.secretary.keeping.changes import Place
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.offers import Offers
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.secretary.meeting.standing import Presented
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys, room_words, words
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.menu import MenuScreen
from ita_tui.ui.screens.meeting import going, rewriting
from ita_tui.ui.screens.meeting.gavel import strike
from ita_tui.ui.screens.meeting.people import PeopleScreen
from ita_tui.ui.screens.meeting.possible import why_not, works, writable
from ita_tui.ui.screens.meeting.resolution import ResolutionScreen
from ita_tui.ui.screens.meeting.speaker import SpeakerScreen
from ita_tui.ui.screens.oit.review import OitScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.meeting.agenda_panel import AgendaLine, AgendaPanel
from ita_tui.ui.widgets.meeting.people_panel import PeoplePanel, PersonLine
from ita_tui.ui.widgets.meeting.record_view import EntryView, RecordView
from ita_tui.ui.widgets.meeting.statement_editor import StatementEditor


class LiveScreen(RoomScreen):
    """One meeting, live or after; its words go to the record whenever she leaves them."""

    BINDINGS = keys.LIVE
    HELP_TOPIC = "live"
    AUTO_FOCUS = "StatementEditor"

    header = getters.query_one(HeaderLine)
    editor = getters.query_one(StatementEditor)
    record = getters.query_one(RecordView)
    agenda = getters.query_one(AgendaPanel)
    people = getters.query_one(PeoplePanel)

    def __init__(self, desk: MeetingDesk, place: Place | None = None, text: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.pen = Pen(desk)
        self._offers = Offers(desk, self.pen)
        self._showing = asyncio.Lock()
        self._keys_for: tuple[object, ...] = ()
        """What the keys in the footer were chosen by."""
        self._left_at = (place, text) if place else None
        if place:
            self.pen.sit_down(place)

    def compose(self) -> ComposeResult:
        yield HeaderLine()
        yield Static(id="item-line")
        with Horizontal():
            yield AgendaPanel()
            with Vertical():
                yield RecordView()
                yield StatementEditor(id="editor", highlight_cursor_line=False)
            yield PeoplePanel()
        yield KeysFooter()

    async def on_mount(self) -> None:
        self.set_interval(15, self.show_header)
        self.watch(self.app, "save_state", self.show_header, init=False)
        if self._left_at is not None:
            place, text = self._left_at
            unconfirmed = bool(text) and text != self.pen.text
            self._put(text if unconfirmed else self.pen.text, (place.row, place.column))
            if unconfirmed:
                self.notify("ข้อความที่ยังไม่ได้ยืนยันกลับมาครบ พิมพ์ต่อได้ทันที", title="กู้คืนแล้ว", markup=False)
        await self.show()

    def on_screen_resume(self) -> None:
        self.show_header()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_header)  # narrow or wide is known only then

    async def renew(self) -> None:
        """Show what another window wrote."""
        item_id = self.pen.item_id
        self.desk = self.program.office.desk(self.desk.meeting.head.id)
        self.pen = Pen(self.desk)
        self._offers = Offers(self.desk, self.pen)
        if item_id in {item.id for _, item in self.desk.stops}:
            self.pen.go_to(item_id)
        await self.take_up()

    # --- showing ----------------------------------------------------------------------------------------

    async def show(self) -> None:
        """Show the meeting as it stands."""
        self.pen.stay_in_the_meeting()
        async with self._showing:  # keys and dialogs both end here, and widgets are mounted while they wait
            done = frozenset(entry.item_id for entry in self.desk.meeting.entries)
            await self.agenda.show(self.desk.numbered, done, self.pen.item_id)
            rows = self.desk.oit.rows()
            catalogue = self.desk.oit.catalogue if rows else None
            await self.people.show(self.desk.meeting, self.desk.roster(), self.desk.vacant(), catalogue, rows)
            shown = words.shown_entries(self.desk, self.pen.item_id, self.pen.statement_id)
            await self.record.show(shown, room_words.when_empty(self.desk.meeting, self.desk.item(self.pen.item_id)))
        if (shown_for := (self.desk.meeting.state, self.desk.meeting.oit)) != self._keys_for:
            self._keys_for = shown_for
            self.refresh_bindings()
        self.show_header()
        self.query_one("#item-line", Static).update(room_words.item_line(self.desk, self.pen.item_id))
        self._show_editor()

    def show_header(self) -> None:
        """Show quorum, time gone and what is saved."""
        if not self.in_sight:
            return
        saving = self.program.save_state
        said = room_words.header_of(self.desk, saving.text, narrow=self.has_class("-narrow"))
        self.header.left, self.header.short, self.header.right = said.left, said.short, said.right
        self.header.set_class(saving.trouble or said.trouble, "-trouble")

    def _show_editor(self) -> None:
        may_write = writable(self.desk.meeting, may_write=not self.program.read_only)
        self.editor.disabled = not may_write
        self.editor.border_title = room_words.editor_title(self.desk, self.pen)
        offered = room_words.offered(self.pen, self._offers, self.editor.text)
        self.editor.border_subtitle = f"F2 ผู้พูด · Tab {offered} · F3 มติ" if may_write else ""
        if may_write and not self.editor.has_focus:
            self.editor.focus()

    # --- words become records ---------------------------------------------------------------------------

    @on(TextArea.Changed, "#editor")
    def keep_typing(self) -> None:
        """Keep what is typed, long before it is confirmed; also that something typed was deleted again."""
        if not self.editor.disabled:
            self.pen.note(self.editor.text, *self.editor.cursor_location)

    def confirm(self) -> bool:
        """Make the words in the editor a record; return False when the rules refused them."""
        if self.editor.disabled:
            return True
        return attempt(self.app, lambda: self.pen.confirm(self.editor.text))

    async def take_up(self) -> None:
        """Put the statement under the pen into the editor."""
        self._put(self.pen.text, None)
        await self.show()

    def _put(self, text: str, cursor: tuple[int, int] | None) -> None:
        with self.prevent(TextArea.Changed):
            self.editor.load_text(text)
        self.editor.move_cursor(cursor or self.editor.document.end)
        if self.desk.meeting.state is MeetingState.LIVE and not self.program.read_only:
            self.pen.note(text, *self.editor.cursor_location)  # a restart comes back here, typed or not

    @on(StatementEditor.Left)
    async def go_to_neighbour(self, event: StatementEditor.Left) -> None:
        """Go to the statement above or below."""
        if self.confirm() and self.pen.neighbour(upwards=event.upwards):
            await self.take_up()

    @on(EntryView.Chosen)
    async def edit_entry(self, event: EntryView.Chosen) -> None:
        """Edit a statement that was clicked; a resolution is put right where it was made."""
        if not self.confirm():
            return
        if self.pen.edit(event.entry_id):
            await self.take_up()
        elif isinstance(self.desk.meeting.entry(event.entry_id), Resolution):
            self._resolve(event.entry_id)

    @on(AgendaLine.Chosen)
    async def go_to_chosen_item(self, event: AgendaLine.Chosen) -> None:
        """Go to an item that was clicked."""
        if event.item_id in {item.id for _, item in self.desk.stops}:
            await self.go_to(event.item_id)

    # --- keys -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only keys that work."""
        return works(action, self.desk.meeting, may_write=not self.program.read_only)

    def why_not(self, action: str) -> str:
        """Return why a key does nothing as the meeting stands."""
        return why_not(action, self.desk.meeting, may_write=not self.program.read_only)

    async def action_reassure(self) -> None:
        """Confirm the words and go on in them."""
        if self.confirm():
            await self.show()

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Take back typing while it is unconfirmed, else the last confirmed act of the meeting."""
        before = self.editor.text
        if not self.editor.disabled and before != self.pen.text:
            self.editor.action_undo()
        elif await self.program.undo(self.desk.meeting.head.id):
            if self.editor.text != before:  # typed while a slow disk was waited for
                await self.show()
                return
            self.pen.go_on()
            await self.take_up()

    async def action_next_item(self) -> None:
        """Go to the next item."""
        await self._step(1, "วาระสุดท้ายแล้ว กด F9 เพื่อเลิกประชุม")

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

    async def go_to(self, item_id: str) -> None:
        """Go to an item, the words at hand becoming a record."""
        if self.confirm():
            self.pen.go_to(item_id)
            await self.take_up()

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
                self.editor.load_text(chosen.prepared.text)
                self.editor.move_cursor(self.editor.document.end)

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
        text = self._offers.next(self.editor.text)
        if text is None:
            self.notify("พิมพ์ข้อความอยู่ กด F2 เพื่อเริ่มข้อความใหม่ก่อน", markup=False)
            return
        self.editor.load_text(text)
        self.editor.move_cursor(self.editor.document.end)
        await self.show()

    @on(StatementEditor.JoinWanted)
    async def join_by_backspace(self) -> None:
        """Join the statement to the one before it where the same speaker said both."""
        await rewriting.join(self, asked=False)

    @work(group=ACTS)
    async def action_split(self) -> None:
        """Let somebody else have said the rest of the statement."""
        await rewriting.split(self)

    @work(group=ACTS)
    async def action_join(self) -> None:
        """Join the statement to the one before it."""
        await rewriting.join(self, asked=True)

    @work(group=ACTS)
    async def action_move_up(self) -> None:
        """Move the statement up."""
        await rewriting.move(self, upwards=True)

    @work(group=ACTS)
    async def action_move_down(self) -> None:
        """Move the statement down."""
        await rewriting.move(self, upwards=False)

    @work(group=ACTS)
    async def action_versions(self) -> None:
        """Show earlier versions, and put one back."""
        await rewriting.versions(self)

    @work(group=ACTS)
    async def action_go_to_item(self) -> None:
        """Ask which item to go to."""
        await going.go_to_item(self)

    @work(group=ACTS)
    async def action_sub_item(self) -> None:
        """Add a sub-item here."""
        await going.add_sub_item(self)

    def action_mark(self) -> None:
        """Mark the place under the cursor as to be finished."""
        self.editor.insert(FOLLOW_MARK)

    @work(group=ACTS)
    async def action_marks(self) -> None:
        """List what is marked, and go there."""
        await going.go_to_mark(self)

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
        had_left = self.pen.speaker_left
        await self.ask(PeopleScreen(self.desk, person_id))
        await self.show()
        if self.pen.speaker_left and not had_left:
            who, _ = self.desk.speaker_lines(self.pen.speaker)
            await self._choose_speaker(f"{who} ออกจากที่ประชุมแล้ว เลือกผู้พูดคนต่อไป หรือ Esc เขียนข้อความเดิมต่อ")

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
            self.pen.go_to(self.desk.stops[0][1].id)
            await self.take_up()
        await self.show()
