"""Who came, when it began, who presides: asked at F9 before the meeting, and put right by F9 afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.domain.committee import Role
from ita_tui.domain.roster import HALF, QuorumRule, RosterEntry, marked, quorum_of
from ita_tui.errors import BadText, ItaError
from ita_tui.thai.dates import long_date, parse_date, parse_time
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.thai import ThaiInput
from ita_tui.ui.widgets.tick_list import Tick, TickList
from ita_tui.ui.words import quorum_words


@dataclass(frozen=True, slots=True)
class Session:
    """Who came and when, as it stands in the dialog."""

    roster: tuple[RosterEntry, ...]
    at: datetime
    presiding_id: str = ""
    reason: str = ""
    """Why it goes on without a quorum; empty with one."""
    adjourned: datetime | None = None
    rule: QuorumRule = HALF


class OpeningScreen(Dialog[Session]):
    """Answers with the roster of the day, the times and who presides, once the meeting would take them."""

    BINDINGS = keys.OPENING

    def __init__(self, title: str, session: Session, check: Callable[[Session], object]) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._before = session
        self._check = check

    def compose_body(self) -> ComposeResult:
        before = self._before
        yield Static("Space สลับ ✓ มา ✗ ไม่มา · Tab ช่องถัดไป · Enter ตกลง", classes="hint")
        yield TickList([Tick(entry.id, _line(entry), entry.present) for entry in before.roster], id="people")
        yield Static("", id="quorum")
        with Vertical(id="presiding", classes="row"):
            yield Static("ประธานไม่ได้มา เลือกผู้ทำหน้าที่ประธานในที่ประชุม", classes="label")
            yield OptionList(id="chairs", markup=False)
        with Horizontal(classes="row"):
            yield from _field("วันที่ประชุม", "date", long_date(before.at.date()))
            yield from _field("เริ่มประชุมเวลา", "time", _clock(before.at))
            if before.adjourned is not None:
                yield from _field("เลิกประชุมเวลา", "end", _clock(before.adjourned))
        with Vertical(id="why", classes="row"):
            yield Static("เหตุผลที่ดำเนินการต่อโดยไม่ครบองค์ประชุม", classes="label")
            yield ThaiInput(before.reason, id="reason", compact=True)

    def on_mount(self) -> None:
        self.query_one("#people").focus()
        self.count()

    @property
    def roster(self) -> tuple[RosterEntry, ...]:
        """Return the roster as it is ticked."""
        here = self.query_one(TickList).ticked
        roster = self._before.roster
        for entry in self._before.roster:
            roster = marked(roster, entry.id, entry.id in here)
        return roster

    @on(TickList.Changed)
    def count(self) -> None:
        """Tell the quorum as it stands; ask for a reason only without one, and who presides only without the chair."""
        roster = self.roster
        quorum = quorum_of(roster, self._before.rule)
        self.query_one("#quorum", Static).update(quorum_words(quorum))
        self.query_one("#quorum").set_class(not quorum.met, "-trouble")
        self.query_one("#why").display = not quorum.met
        chairs = self.query_one("#chairs", OptionList)
        self._chairs = _who_may_preside(roster)
        chairs.set_options(Option(Content(_line(entry))) for entry in self._chairs)
        chairs.highlighted = 0 if self._chairs else None
        self.query_one("#presiding").display = len(self._chairs) > 1

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Answer, once the meeting would take it."""
        try:
            session = self._read()
            self._check(session)
        except ItaError as error:
            self.refuse(error.message, error.hint)
        else:
            self.dismiss(session)

    def _read(self) -> Session:
        roster, reason = self.roster, self.query_one("#reason", ThaiInput).value.strip()
        if not self._chairs:
            raise BadText("ยังไม่มีผู้มาประชุม", "กด Space ที่ชื่อผู้มาประชุม")
        day = self._date()
        ends = datetime.combine(day, self._time("end")) if self._before.adjourned is not None else None
        at = datetime.combine(day, self._time("time"))
        quorum = quorum_of(roster, self._before.rule)
        if not quorum.met and not reason:
            self.query_one("#reason").focus()
            raise BadText("ยังไม่ครบองค์ประชุม", "รอกรรมการ กด Esc เพื่อเปิดภายหลัง หรือพิมพ์เหตุผลที่ดำเนินการต่อ")
        presiding = self._chairs[self.query_one("#chairs", OptionList).highlighted or 0]
        return Session(roster, at, presiding.id, "" if quorum.met else reason, ends)

    def _date(self) -> date:
        field = self.query_one("#date", ThaiInput)
        try:
            return parse_date(field.value)
        except BadText:
            field.focus()
            raise

    def _time(self, name: str) -> time:
        field = self.query_one(f"#{name}", ThaiInput)
        try:
            return parse_time(field.value)
        except BadText:
            field.focus()
            raise


def _field(label: str, name: str, value: str) -> ComposeResult:
    with Vertical():
        yield Static(label, classes="label")
        yield ThaiInput(value, id=name, compact=True)


def _clock(at: datetime) -> str:
    return thai_digits(f"{at:%H.%M}")


def _who_may_preside(roster: tuple[RosterEntry, ...]) -> list[RosterEntry]:
    """Return the chair alone where present, else the members present, highest first."""
    present = sorted((entry for entry in roster if entry.present), key=lambda entry: entry.rank)
    chairs = [entry for entry in present if Role.CHAIR in entry.roles]
    return chairs or [entry for entry in present if entry.counts] or present


def _line(entry: RosterEntry) -> str:
    return f"{entry.title}{f' {entry.acting}' if entry.acting else ''} · {entry.role_label}"
