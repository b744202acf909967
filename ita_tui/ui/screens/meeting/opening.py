"""Who came, when it began, who presides: asked at F9 before the meeting, and put right by F9 afterwards.

Everything about a person is told without leaving the box. Without a quorum there are three ways: wait (Esc), postpone
(F9), or go on with a reason that prints.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.domain.midnight import in_session
from ita_tui.domain.roster import HALF, Quorum, QuorumRule, RosterEntry, check_has_seats, quorum_of
from ita_tui.errors import BadText, ItaError
from ita_tui.secretary.meeting.roster_draft import RosterDraft, times_text
from ita_tui.thai.dates import long_date, parse_date, parse_time
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.roster_words import whom_for
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.screens.asking.form import Field, Form, FormScreen
from ita_tui.ui.screens.meeting.people_forms import ask_acting, ask_reason, ask_stand_in, name_form
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.tick_list import Tick, TickList
from ita_tui.ui.widgets.walk_list import WalkList
from ita_tui.ui.words import quorum_words

_Read = TypeVar("_Read")

_NO_SEATS = "เพิ่มตำแหน่งในคณะกรรมการที่หน้าตั้งค่า (หน้าแรก กด S)"
_THREE_WAYS = "\nEsc รอกรรมการ · F9 เลื่อนการประชุม · หรือพิมพ์เหตุผลแล้วดำเนินการต่อ"


@dataclass(frozen=True, slots=True)
class Session:
    """Who came and when, as it stands in the dialog."""

    roster: tuple[RosterEntry, ...]
    at: datetime
    presiding_id: str = ""
    reason: str = ""
    """Why it goes on without a quorum; empty with one."""
    adjourned: datetime | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What the dialog is given beside the session."""

    check: Callable[[Session], object]
    """Raises an ItaError for a session the meeting would not take."""
    new_id: Callable[[], str]
    posts: tuple[str, ...] = ()
    """Posts in which somebody may act."""
    rule: QuorumRule = HALF
    opened: bool = False
    """Whether the meeting was opened: then times are put right, too."""
    postpone: Callable[[Dialog[Session]], Awaitable[bool]] | None = None
    """Asks for another day; returns whether the meeting was postponed."""


class OpeningScreen(Dialog[Session]):
    """Answers with the roster of the day, the times and who presides, once the meeting would take them."""

    BINDINGS = keys.OPENING
    HELP_TOPIC = "opening"

    def __init__(self, title: str, session: Session, around: Around) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._before, self._around = session, around
        self._draft = RosterDraft(session.roster, around.new_id)
        self._chairs: tuple[RosterEntry, ...] = ()
        self._presides = session.presiding_id

    def compose_body(self) -> ComposeResult:
        before = self._before
        mark = "✓ อยู่ ✗ ไม่อยู่ในที่ประชุมเมื่อเปิดประชุม" if self._around.opened else "✓ มา ✗ ไม่มา"
        hint = f"Space สลับ {mark} · Tab ช่องถัดไป" if before.roster else f"ยังไม่มีกรรมการ {_NO_SEATS}"
        yield Static(hint, classes="hint")
        yield TickList([_tick(entry) for entry in before.roster], id="people")
        yield Static("", id="quorum")
        with Vertical(id="presiding", classes="row"):
            yield Static("ประธานไม่ได้มา เลือกผู้ทำหน้าที่ประธานในที่ประชุม", classes="label")
            yield WalkList(id="chairs", markup=False)
        with Vertical(id="why", classes="row"):
            yield Static("เหตุผลที่ดำเนินการต่อโดยไม่ครบองค์ประชุม", classes="label")
            yield ThaiInput(before.reason, id="reason", compact=True)
        with Horizontal(classes="row"):
            yield from _field("วันที่ประชุม", "date", long_date(before.at.date()))
            yield from _field("เริ่มประชุมเวลา", "time", _clock(before.at))
            if before.adjourned is not None:
                yield from _field("เลิกประชุมเวลา", "end", _clock(before.adjourned))

    def on_mount(self) -> None:
        self.query_one("#people").focus()
        self.count()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only keys that work."""
        if action == "times":
            return self._around.opened
        if action == "postpone":
            return self._around.postpone is not None and not self.quorum.met
        return True

    # --- who came ---------------------------------------------------------------------------------------

    @property
    def roster(self) -> tuple[RosterEntry, ...]:
        """Return the roster as it is ticked."""
        return self._draft.roster

    @property
    def quorum(self) -> Quorum:
        """Return the quorum at the opening."""
        return quorum_of((replace(entry, movements=()) for entry in self._draft.roster), self._around.rule)

    @on(TickList.Changed)
    def take_ticks(self) -> None:
        """Take what was ticked."""
        here = self._list.ticked
        for person_id in self._draft.ids:
            self._draft.tick(person_id, person_id in here)
        self._show(self._list.highlighted_id)

    def count(self) -> None:
        """Tell the quorum as it stands; ask for a reason only without one, and who presides only without the chair."""
        quorum = self.quorum
        ways = _THREE_WAYS if self._around.postpone is not None and not quorum.met else ""
        self.query_one("#quorum", Static).update(quorum_words(quorum) + ways)
        self.query_one("#quorum").set_class(not quorum.met, "-trouble")
        self.query_one("#why").display = not quorum.met
        chairs = self.query_one("#chairs", OptionList)
        self._chairs = self._draft.may_preside
        chairs.set_options(Option(_words(entry)) for entry in self._chairs)
        at = [entry.id for entry in self._chairs]
        chairs.highlighted = at.index(self._presides) if self._presides in at else 0 if at else None
        self.query_one("#presiding").display = len(self._chairs) > 1
        self.refresh_bindings()

    @on(OptionList.OptionHighlighted, "#chairs")
    def remember_chair(self, event: OptionList.OptionHighlighted) -> None:
        """Keep who presides while others come and go."""
        if event.option_list.has_focus:
            self._presides = self._chairs[event.option_index].id

    # --- one person -------------------------------------------------------------------------------------

    @property
    def _list(self) -> TickList:
        return self.query_one(TickList)

    def _show(self, person_id: str) -> None:
        self._list.put(_tick(self._draft.entry(person_id)))
        self.count()

    @work(group=ACTS)
    async def _do(self, act: Callable[[RosterEntry], Awaitable[str]]) -> None:
        with self.refusing():
            entry = self._draft.entry(self._list.highlighted_id)
            if await act(entry):
                self._show(entry.id)

    def action_stand_in(self) -> None:
        """Ask who came instead of the highlighted one."""
        self._do(lambda entry: ask_stand_in(self, self._draft, entry))

    def action_acting(self) -> None:
        """Ask in which post the highlighted one acts."""
        self._do(lambda entry: ask_acting(self, self._draft, entry, self._around.posts))

    def action_excuse(self) -> None:
        """Ask why the highlighted one is absent."""
        self._do(lambda entry: ask_reason(self, self._draft, entry))

    def action_times(self) -> None:
        """Ask when the highlighted one came and went after the opening."""
        self._do(self._ask_times)

    async def _ask_times(self, entry: RosterEntry) -> str:
        field = Field("times", "เข้าออก", times_text(entry.movements), "เช่น ออก ๑๐.๒๐ เข้า ๑๐.๔๐")
        form = Form(
            f"เวลาเข้าออกของ{entry.title}", (field,), "เว้นว่างเมื่อไม่ได้เข้าออกหลังเปิดประชุม",
            act=lambda values: self._draft.retime(entry.id, values["times"], self._opened()),
        )
        return "" if await self.ask(FormScreen(form)) is None else entry.title

    @work(group=ACTS)
    async def action_guest(self) -> None:
        """Ask for name and position of a guest who is there from the opening on."""
        guests: list[RosterEntry] = []
        form = name_form("ผู้เข้าร่วมประชุม", lambda name, post: guests.append(self._draft.welcome(name, post)))
        if await self.ask(FormScreen(form)) is not None:
            self._show(guests[0].id)

    @work(group=ACTS)
    async def action_postpone(self) -> None:
        """Ask for another day, and leave once the meeting was postponed."""
        with self.refusing():
            if self._around.postpone is not None and await self._around.postpone(self):
                self.dismiss(None)

    # --- the answer -------------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Answer, once the meeting would take it."""
        with self.refusing():
            session = self._read()
            self._around.check(session)
            self.dismiss(session)

    def _read(self) -> Session:
        check_has_seats(self._draft.roster)
        if not self._chairs:
            hint = "กด Space ที่ชื่อผู้มาประชุม" if self._draft.roster else _NO_SEATS
            raise BadText("ยังไม่มีผู้มาประชุม", hint)
        reason = self.query_one("#reason", ThaiInput).value.strip()
        at = self._opened()
        ends = self._before.adjourned and in_session(self._time("end"), at)
        met = self.quorum.met
        if not met and not reason:
            self.query_one("#reason").focus()
            ways = "รอกรรมการ เลื่อนการประชุม หรือ" if self._around.postpone is not None else ""
            raise BadText("ไม่ครบองค์ประชุม", f"{ways}พิมพ์เหตุผลที่ดำเนินการต่อ")
        presiding = self._chairs[self.query_one("#chairs", OptionList).highlighted or 0]
        roster = tuple(entry.in_session(at) for entry in self._draft.roster)
        return Session(roster, at, presiding.id, "" if met else reason, ends)

    def _opened(self) -> datetime:
        return datetime.combine(self._read_field("date", parse_date), self._time("time"))

    def _time(self, name: str) -> time:
        return self._read_field(name, parse_time)

    def _read_field(self, name: str, read: Callable[[str], _Read]) -> _Read:
        field = self.query_one(f"#{name}", ThaiInput)
        try:
            return read(field.value)
        except ItaError:
            field.focus()
            raise


def _field(label: str, name: str, value: str) -> ComposeResult:
    with Vertical():
        yield Static(label, classes="label")
        yield ThaiInput(value, id=name, compact=True)


def _clock(at: datetime) -> str:
    return thai_digits(f"{at:%H.%M}")


def _tick(entry: RosterEntry) -> Tick:
    reason = f" · ไม่มา {entry.reason}" if entry.reason and not entry.attended else ""
    times = f" · {times_text(entry.movements)}" if entry.movements else ""
    return Tick(entry.id, _words(entry).plain + reason + times, entry.present)


def _words(entry: RosterEntry) -> Content:
    return Content(f"{entry.title} · {whom_for(entry)}")
