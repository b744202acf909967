"""How facts of a meeting are told on the screen, in short Thai."""

from __future__ import annotations

from datetime import datetime

from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import OitRow, standing_of
from ita_tui.domain.record import Block, CommitteeList, Entry, OitTable, ResultsAccount, Statement, text_of
from ita_tui.domain.resolutions import Resolution, Votes
from ita_tui.domain.roster import Quorum
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.thai.dates import duration
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.ui.widgets.meeting.record_view import Shown


def quorum_words(quorum: Quorum, *, short: bool = False) -> str:
    """Return the quorum as the header tells it."""
    if short:
        return thai_digits(f"กรรมการ {quorum.present}/{quorum.total} {'✓' if quorum.met else '✗'}")
    state = "ครบองค์ประชุม" if quorum.met else f"ไม่ครบองค์ประชุม ต้องมี {quorum.needed} คน"
    return thai_digits(f"กรรมการ {quorum.present}/{quorum.total} {state}")


def progress_words(meeting: Meeting, now: datetime) -> str:
    """Return how long the meeting has been going on, or its state when it is not."""
    opened = meeting.opened_at
    if meeting.state is not MeetingState.LIVE or opened is None:
        return meeting.state.label
    return f"ผ่านไป {duration(max(0, int((now - opened).total_seconds() // 60)))}"


def meeting_title(desk: MeetingDesk, *, short: bool) -> str:
    """Return the meeting's title for the header."""
    number = thai_digits(desk.meeting.head.number_text)
    return f"ประชุม ITA ครั้งที่ {number}" if short else f"ประชุม{desk.committee.name} ครั้งที่ {number}"


def shown_entries(desk: MeetingDesk, item_id: str, editing: str) -> list[Shown]:
    """Return the entries of an item as the record shows them; one speaker's label stands once a turn."""
    shown: list[Shown] = []
    before: Statement | None = None
    for entry in desk.meeting.entries_of(item_id):
        label, role = _who(desk, entry)
        if isinstance(entry, Statement) and before is not None and before.speaker == entry.speaker:
            label = role = ""
        before = entry if isinstance(entry, Statement) else None
        is_resolution = isinstance(entry, Resolution)
        shown.append(Shown(entry.id, label, role, _words(desk, entry), is_resolution, entry.id == editing))
    return shown


def _who(desk: MeetingDesk, entry: Entry) -> tuple[str, str]:
    return ("มติที่ประชุม", "") if isinstance(entry, Resolution) else desk.speaker_lines(entry.speaker)


def _words(desk: MeetingDesk, entry: Entry) -> str:
    if isinstance(entry, Resolution):
        given = (
            f"มอบหมาย {each.who}: {each.what}" + (f" กำหนด {each.due}" if each.due else "")
            for each in entry.assignments
        )
        vote = [vote_words(entry.votes)] if entry.votes else []
        against = (f"ความเห็นแย้งของ{_name(desk, each.person_id)}: {each.reason}" for each in entry.dissents)
        return thai_digits_in_text("\n".join([entry.text, *vote, *given, *against]))
    return thai_digits_in_text("\n".join(_block(desk, block) for block in entry.blocks))


def _name(desk: MeetingDesk, person_id: str) -> str:
    return desk.people.entry(person_id).title


def vote_words(votes: Votes) -> str:
    """Return how a vote went, in one line."""
    if votes.unanimous:
        return thai_digits(f"เป็นเอกฉันท์ {votes.agree} เสียง")
    told = thai_digits(f"เห็นชอบ {votes.agree} · ไม่เห็นชอบ {votes.disagree} · งดออกเสียง {votes.abstain} เสียง")
    if votes.casting is None:
        return told
    return f"{told} · ประธานชี้ขาด{'เห็นชอบ' if votes.casting.agrees else 'ไม่เห็นชอบ'}"


def _block(desk: MeetingDesk, block: Block) -> str:
    if isinstance(block, OitTable):
        return f"[ตาราง OIT ปี {block.follow_up_year}: {standing_words(desk.oit.rows())}]"
    if isinstance(block, CommitteeList):
        return "\n".join(f"{number}. {who} — {role}" for number, (who, role) in enumerate(block.lines, start=1))
    if isinstance(block, ResultsAccount):
        return "\n".join(f"{what} {score}" for what, score in block.rows)
    return text_of([block])


def standing_words(rows: tuple[OitRow, ...]) -> str:
    """Return how many items are done of how many."""
    standing = standing_of(rows)
    return thai_digits(f"ดำเนินการแล้ว {standing.complete}/{standing.total} ข้อ")
