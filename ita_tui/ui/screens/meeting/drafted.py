"""A resolution while it is entered: its words, the vote, who dissents, the work given, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass

from ita_tui.domain.resolutions import Resolution, ResolutionKind, Votes
from ita_tui.errors import BadText
from ita_tui.secretary.keeping.changes import Decision
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.thai.dates import written_out
from ita_tui.ui.screens.asking.list_form import Line, ListForm
from ita_tui.ui.words import vote_words

EVERYBODY = "ทุกส่วนราชการ"
_SHOWN = 2
"""Lines of given work that are told before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was entered for a new resolution, or for putting an earlier one right."""

    words: str = ""
    votes: Votes | None = None
    dissents: tuple[tuple[str, str], ...] = ()
    """(Roster id, reason)."""
    given: tuple[Line, ...] = ()
    """(Who, what, by when)."""

    def decision(self, kind: ResolutionKind) -> Decision:
        """Return it as it is kept."""
        given = tuple((who, what, due) for who, what, due in self.given)
        return Decision(kind, self.words, given, self.votes, self.dissents)

    def told(self) -> list[str]:
        """Return the vote, the dissents and the work given, a line each."""
        votes = self.votes
        lines = [vote_words(votes)] if votes else []
        if votes and votes.tied and votes.casting is None:
            lines[0] += " · คะแนนเท่ากัน ยังไม่มีเสียงชี้ขาด"
        lines += [f"ความเห็นแย้ง {len(self.dissents)} คน"] if self.dissents else []
        lines += [f"มอบหมาย {who}: {what}" + (f" กำหนด {due}" if due else "") for who, what, due in self.given[:_SHOWN]]
        more = len(self.given) - _SHOWN
        return [*lines, f"และอีก {more} รายการ"] if more > 0 else lines


def draft_of(earlier: Resolution) -> Draft:
    """Return an earlier resolution as it stands."""
    given = tuple((each.who, each.what, each.due) for each in earlier.assignments)
    dissents = tuple((each.person_id, each.reason) for each in earlier.dissents)
    return Draft(earlier.text, earlier.votes, dissents, given)


def work_form(desk: MeetingDesk) -> ListForm:
    """Return the form that asks which work is given to whom; divisions, all of them, and posts are proposed."""
    divisions = [each.name for each in desk.body.divisions]
    posts = [each.position for each in desk.roster()]
    return ListForm(
        "มอบหมายงาน", "Enter ช่องถัดไปและเพิ่มรายการ · Enter ช่องว่าง = เสร็จ", ("ผู้รับมอบหมาย", "งาน", "ภายใน"),
        tuple(dict.fromkeys([*divisions, EVERYBODY, *posts])), True, _read_work,
    )


def _read_work(line: Line) -> Line:
    """Return work with a date written out; raise BadText where who or what is missing."""
    who, what, due = line
    if not who or not what:
        raise BadText("มอบหมายงานต้องระบุทั้งผู้รับมอบหมายและงาน", "กรอกให้ครบ หรือลบทุกช่อง")
    return (who, what, written_out(due))  # an event is as good as a date
