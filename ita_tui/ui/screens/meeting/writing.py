"""The meeting room around one statement: what it shows, and how words typed become a record.

What the keys do beside writing stands in modules of its own, each a part of the room: going, rewriting, visiting.
"""

from __future__ import annotations

import asyncio

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.secretary.keeping.changes import Place
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.offers import Offers
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.ui import room_words, words
from ita_tui.ui.screens.meeting.possible import writable
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.meeting.agenda_panel import AgendaPanel
from ita_tui.ui.widgets.meeting.people_panel import PeoplePanel
from ita_tui.ui.widgets.meeting.record_view import RecordView
from ita_tui.ui.widgets.meeting.statement_editor import StatementEditor


class WritingScreen(RoomScreen):
    """Agenda, record, people, and the editor of the statement under the pen."""

    header = getters.query_one(HeaderLine)
    editor = getters.query_one(StatementEditor)
    record = getters.query_one(RecordView)
    agenda = getters.query_one(AgendaPanel)
    people = getters.query_one(PeoplePanel)

    def __init__(self, desk: MeetingDesk, place: Place | None = None, text: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.pen = Pen(desk)
        self.offers = Offers(desk, self.pen)
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
        self.offers = Offers(self.desk, self.pen)
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
        offered = room_words.offered(self.pen, self.offers, self.editor.text)
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

    async def go_to(self, item_id: str) -> None:
        """Go to an item, the words at hand becoming a record."""
        if self.confirm():
            self.pen.go_to(item_id)
            await self.take_up()

    def fill(self, text: str) -> None:
        """Put words into the editor as if they were typed."""
        self.editor.load_text(text)
        self.editor.move_cursor(self.editor.document.end)

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
