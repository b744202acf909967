"""F4: who is in the room. Enter lets the highlighted one in or out and goes back to the words being typed.

The likeliest one, who has not come yet, is highlighted first. A time among the letters (ท้องถิ่น ๑๐.๒๐) is the time of
the act. A departure that breaks the quorum keeps the box open and says so.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import time

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from ita_tui.domain.committee import Role
from ita_tui.domain.meeting_head import GOING_ON, MeetingState
from ita_tui.domain.roster import RosterEntry
from ita_tui.errors import NotFound, RuleBroken
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.thai.dates import clock, parse_time
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.roster_words import roster_row, seat_row
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.screens.asking.form import Field, Form, FormScreen
from ita_tui.ui.screens.meeting.people_forms import ask_acting, ask_reason, ask_stand_in, name_form
from ita_tui.ui.widgets.filter_list import FilterList, Row, Search
from ita_tui.ui.words import quorum_words

_TIME = re.compile(r"(?<!\S)[0-9๐-๙][0-9๐-๙.:]*(?:\s*น\.?)?(?!\S)")
"""A number that stands alone is a time: names and positions are found by their letters."""

_READ_ONLY = {
    MeetingState.PLANNED: "ยังไม่ได้เปิดประชุม กด Esc แล้ว F9 เพื่อลงชื่อผู้มาประชุมและเปิดประชุม",
    MeetingState.ADJOURNED: "เลิกประชุมแล้ว กด Esc แล้ว F9 เพื่อแก้ไขเวลาและผู้มาประชุม",
    MeetingState.FINAL: "ลงนามแล้ว รายชื่อผู้มาประชุมแก้ไขไม่ได้",
}
_ACTS = frozenset(each.action for each in keys.PEOPLE if isinstance(each, Binding)) - {"cancel"}


def letters_of(typed: str) -> str:
    """Return what is typed without a time."""
    return _TIME.sub("", typed).strip()


class PeopleScreen(Dialog[None]):
    """The roster with who is in the room; acts at once, so it answers nothing."""

    BINDINGS = keys.PEOPLE
    HELP_TOPIC = "people"
    TITLE_TEXT = "ผู้มาประชุม"

    def __init__(self, desk: MeetingDesk, person_id: str = "") -> None:
        """Take the desk, and the id of who is highlighted first where somebody was chosen already."""
        super().__init__()
        self._desk = desk
        self._people = desk.people
        self._first = person_id

    def compose_body(self) -> ComposeResult:
        yield Static("", id="quorum")
        yield FilterList(
            self._rows(), Search("พิมพ์ชื่อ ตำแหน่ง บทบาท หรือเวลา เช่น ๑๐.๒๐", letters_of),
            at=self._first or self._people.likeliest(),
        )
        yield Static("", id="told")

    def on_mount(self) -> None:
        if not self.writable:
            why = _READ_ONLY.get(self._desk.meeting.state, "หน้าต่างนี้เปิดแบบอ่านอย่างเดียว")
            self.query_one("#told", Static).update(why)
        self._show_quorum()

    @property
    def writable(self) -> bool:
        """Tell whether people come and go: only while the meeting goes on, and in the window that writes."""
        return self._desk.meeting.state in GOING_ON and not getattr(self.app, "read_only", False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only keys that work."""
        if action == "pause":
            return self.writable and self._desk.meeting.state is MeetingState.LIVE and not self._people.quorum().met
        return self.writable or action not in _ACTS

    # --- in and out -------------------------------------------------------------------------------------

    @on(FilterList.Taken)
    def action_take(self) -> None:
        """Let the highlighted one in or out."""
        if self.writable:
            self._move()

    @work(group=ACTS)
    async def _move(self) -> None:
        with self.refusing():
            entry, at = self._chosen(), self._when()
            met = self._people.quorum().met
            if not entry.here:
                self._people.come(entry.id, at)
                await self._offer_chair(entry)
            elif not await self._leave(entry, at):
                return
            if met and not self._people.quorum().met:
                self._warn(entry.id)
            else:
                self._go_back(entry.id)

    async def _leave(self, entry: RosterEntry, at: time | None) -> bool:
        """Let somebody out; who presides hands over first. Return whether they went."""
        if entry.id != self._desk.meeting.presides_now:
            self._people.go(entry.id, at)
            return True
        others = self._people.next_chairs()
        question = f"{entry.title} ทำหน้าที่ประธานอยู่ เลือกผู้ทำหน้าที่ประธานในที่ประชุมต่อ"
        choices = [Choice(each.id, each.title, each.role_label) for each in others]
        next_id = await self.ask(ChooseScreen("ประธานในที่ประชุม", choices, question=question))
        if next_id is not None:
            self._people.hand_over(entry.id, next_id, at)
        return next_id is not None

    async def _offer_chair(self, came: RosterEntry) -> None:
        """Ask whether the chair of the committee, who came in, takes the chair."""
        presides = self._desk.meeting.presides_now
        if Role.CHAIR not in came.roles or came.stand_in is not None or presides in ("", came.id):
            return
        now = self._people.entry(presides).title
        question = f"{came.title} เข้าประชุมแล้ว ผู้ใดทำหน้าที่ประธานในที่ประชุม"
        choices = [Choice("yes", came.title, "ตั้งแต่บัดนี้"), Choice("no", now, "ต่อไปตามเดิม")]
        answer = await self.ask(ChooseScreen("ประธานในที่ประชุม", choices, question=question))
        if answer == "yes":
            self._people.preside(came.id, self._when())

    def _go_back(self, person_id: str) -> None:
        self.app.notify(quorum_words(self._people.quorum()), title=self._last_move(person_id), markup=False)
        self.dismiss(None)

    def _warn(self, person_id: str) -> None:
        """Say loudly that the quorum broke, and stay until she has decided."""
        self.app.bell()  # the red line on top of the box says the rest; a toast would cover it
        self._tell(self._last_move(person_id), person_id)

    def _last_move(self, person_id: str) -> str:
        entry = self._people.entry(person_id)
        last = entry.movements[-1]
        return f"{entry.title} {'เข้าประชุม' if last.came else 'ออกจากที่ประชุม'}เวลา {clock(last.at.time())}"

    # --- other acts -------------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_preside(self) -> None:
        """Give the chair to the highlighted one."""
        with self.refusing():
            entry = self._chosen()
            self._people.preside(entry.id, self._when())
            self._tell(f"{entry.title} ทำหน้าที่ประธานในที่ประชุม", entry.id)

    @work(group=ACTS)
    async def action_stand_in(self) -> None:
        """Ask who came instead of the highlighted one, who comes in with that; a guest's name is put right."""
        with self.refusing():
            entry, at = self._chosen(), self._when()
            own = entry.stand_in is None and not entry.is_guest
            if own and entry.attended and not entry.here:
                raise RuleBroken(f"{entry.title} มาประชุมด้วยตนเองแล้ว", "ผู้มาแทนภายหลังให้เพิ่มเป็นผู้เข้าร่วมประชุม (F4)")
            if own and not entry.attended:
                await self._come_for(entry, at)
            else:
                await self._do(lambda: ask_stand_in(self, self._people, entry), entry)

    async def _come_for(self, entry: RosterEntry, at: time | None) -> None:
        form = name_form(f"มาประชุมแทน{entry.title}", lambda name, post: self._people.come_for(entry.id, name, post, at))
        if await self.ask(FormScreen(form)) is not None:
            self._go_back(entry.id)

    @work(group=ACTS)
    async def action_guest(self) -> None:
        """Ask for name and position of a guest, who comes in with that; letters that found nobody are the name."""
        with self.refusing():
            at, unknown = self._when(), letters_of(self._list.typed) if self._list.highlighted is None else ""
            form = name_form(
                "ผู้เข้าร่วมประชุม", lambda name, post: self._people.welcome(name, post, at), name=unknown
            )
            if await self.ask(FormScreen(form)) is not None:
                self._go_back(self._desk.meeting.roster[-1].id)

    @work(group=ACTS)
    async def action_acting(self) -> None:
        """Ask in which post the highlighted one acts."""
        with self.refusing():
            entry = self._chosen()
            posts = [seat.post for seat in self._desk.committee.order.seats]
            await self._do(lambda: ask_acting(self, self._people, entry, posts), entry)

    @work(group=ACTS)
    async def action_excuse(self) -> None:
        """Ask why the highlighted one did not come."""
        with self.refusing():
            entry = self._chosen()
            await self._do(lambda: ask_reason(self, self._people, entry), entry)

    @work(group=ACTS)
    async def action_retime(self) -> None:
        """Ask for another time of the last coming or going; an empty one takes it back."""
        with self.refusing():
            entry = self._chosen()
            if not entry.movements:
                raise RuleBroken(f"{entry.title} ไม่มีเวลาเข้าหรือออกระหว่างประชุม", "แก้ไขผู้มาประชุมตอนเปิดประชุมด้วย F9")
            last = entry.movements[-1]
            what = "เข้า" if last.came else "ออก"
            field = Field("time", f"เวลา{what}", clock(last.at.time()))
            intro = f"ลบเวลาเพื่อยกเลิกการ{what}ครั้งนี้"
            form = Form(entry.title, (field,), intro, act=lambda values: self._retime(entry, values["time"]))
            if await self.ask(FormScreen(form)) is not None:
                self._tell("แก้ไขเวลาแล้ว", entry.id)

    def _retime(self, entry: RosterEntry, typed: str) -> None:
        self._people.retime(entry.id, parse_time(typed) if typed.strip() else None)

    def action_pause(self) -> None:
        """Pause the meeting for want of a quorum, and go back."""
        with self.refusing():
            self._desk.gavel.pause()
            self.app.notify("กด F9 เพื่อประชุมต่อเมื่อครบองค์ประชุม", title="พักการประชุมแล้ว", markup=False)
            self.dismiss(None)

    async def _do(self, act: Callable[[], Awaitable[str]], entry: RosterEntry) -> None:
        told = await act()
        if told:
            self._tell(told, entry.id)

    # --- showing ----------------------------------------------------------------------------------------

    @property
    def _list(self) -> FilterList:
        return self.query_one(FilterList)

    def _rows(self) -> list[Row]:
        presides, known = self._desk.meeting.presides_now, bool(self._desk.meeting.roster)
        entries = sorted(self._desk.roster(), key=lambda each: each.is_guest)
        lines = [roster_row(each, presides=each.id == presides, known=known) for each in entries]
        at = sum(not each.is_guest for each in entries)
        return [*lines[:at], *map(seat_row, self._desk.vacant()), *lines[at:]]

    def _show_quorum(self) -> None:
        if not self._desk.meeting.roster:
            return
        quorum = self._people.quorum()
        to_do = " · F9 พักการประชุม หรือ Esc ประชุมต่อ" if self.writable and not quorum.met else ""
        self.query_one("#quorum", Static).update(Content(quorum_words(quorum) + to_do))
        self.query_one("#quorum").set_class(not quorum.met, "-trouble")
        self.refresh_bindings()

    def _tell(self, words: str, person_id: str) -> None:
        """Say what was done and show the roster anew, that person highlighted."""
        self.query_one("#told", Static).update(Content(words))
        self._list.show(self._rows(), at=person_id, clear=True)
        self._show_quorum()

    # --- what stands in the field -----------------------------------------------------------------------

    def _chosen(self) -> RosterEntry:
        """Return who is highlighted; raise NotFound where the letters find nobody."""
        row = self._list.highlighted
        if row is None:
            raise NotFound("ไม่พบผู้ที่ตรงกับคำค้น", "แก้คำค้น หรือกด F4 เพิ่มเป็นผู้เข้าร่วมประชุม")
        return self._people.entry(row.id)

    def _when(self) -> time | None:
        """Return the time that is typed, None for now; raise BadText for one that cannot be read."""
        found = _TIME.search(self._list.typed)
        return parse_time(found.group()) if found else None
