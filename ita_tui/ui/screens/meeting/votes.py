"""How a vote went: three numbers, of which the first follows from the others, and who dissents for which reasons.

Where votes are equal, the casting vote of who presides is asked below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from ita_tui.domain.resolutions import CastingVote, Votes
from ita_tui.domain.roster import RosterEntry
from ita_tui.errors import BadText, RuleBroken
from ita_tui.thai.digits import arabic_digits, thai_digits
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.screens.asking.list_form import Line, ListForm
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.walk_list import WalkList

_FIELDS = (("agree", "เห็นชอบ"), ("disagree", "ไม่เห็นชอบ"), ("abstain", "งดออกเสียง"))
_CASTING = ("เห็นชอบ", "ไม่เห็นชอบ", "ยังไม่มีเสียงชี้ขาด")
_AGREES, _UNDECIDED = 0, 2


class VotesScreen(Dialog[tuple[Votes, ...]]):
    """Answers with the vote, or with none where the fields were emptied."""

    TITLE_TEXT = "คะแนนเสียง"
    AUTO_FOCUS = "#agree"

    def __init__(self, before: Votes | None, voters: int, chair: RosterEntry) -> None:
        """Ask about a vote of so many; `chair` is who presides as it is taken."""
        super().__init__()
        self._chair = chair
        self._before = before or Votes(voters)
        self._voters = voters
        self._own_count = before is not None and before.cast != voters
        """Whether the first number is hers, and does not follow from the others."""
        self._rest = self._before.agree
        """The first number as it was proposed last."""

    def compose_body(self) -> ComposeResult:
        yield Static("", id="cast", classes="note")
        with Horizontal(classes="row"):
            for name, label in _FIELDS:
                with Vertical():
                    yield Static(label, classes="label")
                    number = getattr(self._before, name)
                    value = thai_digits(str(number)) if number else ""
                    yield ThaiInput(value, id=name, compact=True, restrict=r"[0-9๐-๙]{0,3}", placeholder="๐")
        with Vertical(id="casting"):
            yield Static(Content(f"คะแนนเสียงเท่ากัน เสียงชี้ขาดของ {self._chair.title} ประธานในที่ประชุม"), classes="label")
            yield WalkList(*_CASTING, markup=False, id="side")
        yield Static("Tab ช่องถัดไป · Enter ตกลง · ลบทุกช่องเมื่อไม่มีการลงคะแนน", classes="hint")

    def on_mount(self) -> None:
        casting = self._before.casting
        self._side.highlighted = _UNDECIDED if casting is None else _AGREES if casting.agrees else 1 - _AGREES
        self.show_count()

    @property
    def _side(self) -> OptionList:
        return self.query_one("#side", OptionList)

    @on(Input.Changed, "#agree")
    def count_is_hers(self) -> None:
        """Let the first number stand once she typed another."""
        self._own_count = self._own_count or self._number("agree") != self._rest

    @on(Input.Changed, "#disagree, #abstain")
    def count_the_rest(self) -> None:
        """Let the first number follow from the others."""
        if not self._own_count:
            self._rest = max(0, self._voters - self._number("disagree") - self._number("abstain"))
            self.query_one("#agree", ThaiInput).value = thai_digits(str(self._rest))

    @on(Input.Changed)
    def show_count(self) -> None:
        """Say how many may vote and how many of them are not counted yet; ask for the casting vote of equal votes."""
        votes = self._votes()
        self.query_one("#casting").display = votes.tied
        left = self._voters - votes.cast
        rest = f" · ยังไม่ได้นับอีก {left} คน" if left > 0 else f" · เกิน {-left} เสียง" if left < 0 else ""
        self.query_one("#cast", Static).update(thai_digits(f"กรรมการในที่ประชุม {self._voters} คน{rest}"))

    @on(Input.Submitted)
    def take_numbers(self) -> None:
        """Answer; where votes are equal, go on to the casting vote first."""
        if self._votes().tied:
            self._side.focus()
        else:
            self.take()

    @on(OptionList.OptionSelected)
    def take(self) -> None:
        """Answer, unless more voted than there are."""
        with self.refusing():
            votes = self._votes()
            if votes.cast > self._voters:
                message = f"คะแนนเสียงรวม {votes.cast} เสียง แต่มีกรรมการในที่ประชุม {self._voters} คน"
                raise RuleBroken(thai_digits(message), "ตรวจสอบคะแนนเสียง")
            self.dismiss((votes,) if votes.cast else ())

    def _votes(self) -> Votes:
        votes = Votes(self._number("agree"), self._number("disagree"), self._number("abstain"))
        side = self._side.highlighted
        if not votes.tied or side == _UNDECIDED:
            return votes
        return replace(votes, casting=CastingVote(self._chair.id, side == _AGREES))

    def _number(self, name: str) -> int:
        return int(arabic_digits(self.query_one(f"#{name}", ThaiInput).value) or "0")


def dissent_form(voters: Sequence[RosterEntry], disagreed: int) -> tuple[ListForm, dict[str, str]]:
    """Return the form that asks who dissents and why, and the roster id of each name it proposes."""
    ids: dict[str, str] = {}
    for entry in voters:
        name, number = entry.title, 2
        while name in ids:
            name, number = thai_digits(f"{entry.title} ({number})"), number + 1
        ids[name] = entry.id

    def read(line: Line) -> Line:
        who, reason = line
        if who not in ids:
            raise BadText(f"“{who}” ไม่ใช่กรรมการที่อยู่ในที่ประชุม" if who else "ยังไม่ได้เลือกผู้มีความเห็นแย้ง", "เลือกจากรายชื่อ")
        if not reason:
            raise BadText("ความเห็นแย้งยังไม่มีเหตุผล", "พิมพ์เหตุผลของผู้มีความเห็นแย้ง")
        return line

    note = thai_digits(f"ไม่เห็นชอบ {disagreed} เสียง ผู้ใดให้บันทึกความเห็นแย้งพร้อมเหตุผล (Enter ช่องว่าง = เสร็จ)")
    return ListForm("ความเห็นแย้ง", note, ("ผู้มีความเห็นแย้ง", "เหตุผล"), tuple(ids), False, read), ids
