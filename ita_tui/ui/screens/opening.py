"""F9 before the meeting: who came, when it begins, who presides; and what to do without a quorum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, SelectionList, Static
from textual.widgets.selection_list import Selection

from ita_tui.domain.roster import RosterEntry, marked, quorum_of
from ita_tui.errors import BadText
from ita_tui.thai.dates import long_date, parse_date, parse_time
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.thai import ThaiInput
from ita_tui.ui.words import quorum_words


@dataclass(frozen=True, slots=True)
class Opening:
    """How the meeting opens."""

    roster: tuple[RosterEntry, ...]
    at: datetime
    presiding_id: str
    reason: str
    """Why it goes on without a quorum; empty with one."""


class OpeningScreen(Dialog[Opening]):
    """Answers with the roster of the day, the time and who presides."""

    TITLE_TEXT = "เปิดประชุม"
    BINDINGS = keys.OPENING

    def __init__(self, roster: tuple[RosterEntry, ...], now: datetime) -> None:
        super().__init__()
        self._roster = roster
        self._now = now

    def compose_body(self) -> ComposeResult:
        yield Static("Space สลับมา/ไม่มา · Enter เปิดประชุม", classes="hint")
        yield SelectionList[str](
            *(Selection(Content(_line(entry)), entry.id, initial_state=entry.present) for entry in self._roster),
            id="people",
        )
        yield Static("", id="quorum")
        with Horizontal(classes="row"):
            with Vertical():
                yield Static("วันที่ประชุม", classes="label")
                yield ThaiInput(long_date(self._now.date()), id="date", compact=True)
            with Vertical():
                yield Static("เริ่มประชุมเวลา", classes="label")
                yield ThaiInput(thai_digits(f"{self._now:%H.%M}"), id="time", compact=True)
        with Vertical(id="why", classes="row"):
            yield Static("เหตุผลที่ดำเนินการต่อ", classes="label")
            yield ThaiInput(id="reason", compact=True)

    def on_mount(self) -> None:
        self.query_one("#people").focus()
        self.count()

    @property
    def roster(self) -> tuple[RosterEntry, ...]:
        """Return the roster as it is ticked."""
        here = set(self.query_one("#people", SelectionList).selected)
        roster = self._roster
        for entry in self._roster:
            roster = marked(roster, entry.id, entry.id in here)
        return roster

    @on(SelectionList.SelectedChanged)
    def count(self) -> None:
        """Tell the quorum as it stands; ask for a reason only without one."""
        quorum = quorum_of(self.roster)
        self.query_one("#quorum", Static).update(quorum_words(quorum))
        self.query_one("#quorum").set_class(not quorum.met, "-trouble")
        self.query_one("#why").display = not quorum.met

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Answer, once time and quorum are in order."""
        roster = self.roster
        present = [entry for entry in roster if entry.present]
        at = self._when()
        if at is None:
            return
        quorum, reason = quorum_of(roster), self.query_one("#reason", ThaiInput).value.strip()
        if not present:
            self.refuse("ยังไม่มีผู้มาประชุม", "กด Space ที่ชื่อผู้มาประชุม")
        elif not quorum.met and not reason:
            self.refuse("ยังไม่ครบองค์ประชุม", "รอกรรมการ กด Esc เพื่อเลื่อน หรือพิมพ์เหตุผลที่ดำเนินการต่อ")
            self.query_one("#reason").focus()
        else:
            presiding = min(present, key=lambda entry: entry.role.rank)
            self.dismiss(Opening(roster, at, presiding.id, "" if quorum.met else reason))

    def _when(self) -> datetime | None:
        """Return the day and time in the fields, or say what cannot be read and put the focus there."""
        for name in ("date", "time"):
            field = self.query_one(f"#{name}", ThaiInput)
            try:
                parse_date(field.value) if name == "date" else parse_time(field.value)
            except BadText as error:
                self.refuse(error.message, error.hint)
                field.focus()
                return None
        day, clock = (self.query_one(f"#{name}", ThaiInput).value for name in ("date", "time"))
        return datetime.combine(parse_date(day), parse_time(clock))


def _line(entry: RosterEntry) -> str:
    acting = f" {entry.acting}" if entry.acting else ""
    return f"{entry.title}{acting} · {entry.role.label}"


