"""The life of a meeting: opened, paused, adjourned, printed for signing, signed, and opened again for correction.

Times are naive local time, given by the caller.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ita_tui.domain.committee import Role
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting import Meeting, Prepared
from ita_tui.domain.meeting_head import GOING_ON, MeetingState
from ita_tui.domain.oit import OitRow
from ita_tui.domain.record import SECRETARIAT, SpeakerKind
from ita_tui.domain.roster import HALF, QuorumRule, RosterEntry, check_may_preside, quorum_of, within_its_minute
from ita_tui.errors import BadText, RuleBroken
from ita_tui.thai.dates import clock


class QuorumNotMet(RuleBroken):
    """Too few counting persons are present to open the meeting."""


def opened(
    meeting: Meeting, at: datetime, roster: tuple[RosterEntry, ...], *, presiding_id: str, go_on_because: str = "",
    rule: QuorumRule = HALF,
) -> Meeting:
    """Open the meeting with the roster of the day.

    Raises QuorumNotMet without a quorum unless a reason to go on is given, and RuleBroken where it was
    opened before, the day lies outside the year of its number, nobody has a seat, or who presides is not there.
    """
    _must_be(meeting, MeetingState.PLANNED, "เปิดประชุมได้เฉพาะการประชุมที่ยังไม่ได้เปิด")
    meeting.check_day(at.date())
    check_may_preside(roster, presiding_id)
    quorum = quorum_of(roster, rule)
    if not quorum.met and not go_on_because.strip():
        raise QuorumNotMet(
            f"ยังไม่ครบองค์ประชุม: กรรมการมา {quorum.present} จาก {quorum.total} คน ต้องมีอย่างน้อย {quorum.needed} คน",
            "รอกรรมการ เลื่อนการประชุม หรือบันทึกเหตุผลที่ดำเนินการต่อ",
        )
    reason = "" if quorum.met else go_on_because.strip()
    here = {entry.id for entry in roster}  # the committee may have changed since the meeting was prepared
    return replace(
        meeting,
        prepared=tuple(_spoken_by(each, here) for each in meeting.prepared),
        head=replace(meeting.head, state=MeetingState.LIVE, on=at.date()),
        roster=roster,
        presiding_id=presiding_id,
        quorum_rule=rule,
        quorum_reason=reason,
        recorder_id=meeting.recorder_id if meeting.recorder_id in here else _first_present(roster, *_RECORDERS),
        reviewer_id=meeting.reviewer_id if meeting.reviewer_id in here else presiding_id,
        events=(*meeting.events, Event(EventKind.OPENED, at, reason)),
    )


def paused(meeting: Meeting, at: datetime) -> Meeting:
    """Pause the live meeting."""
    _must_be(meeting, MeetingState.LIVE, "พักการประชุมได้เฉพาะขณะกำลังประชุม")
    return _moved(meeting, MeetingState.PAUSED, EventKind.PAUSED, at)


def resumed(meeting: Meeting, at: datetime) -> Meeting:
    """Go on after a pause."""
    _must_be(meeting, MeetingState.PAUSED, "ประชุมต่อได้เฉพาะขณะพักการประชุม")
    return _moved(meeting, MeetingState.LIVE, EventKind.RESUMED, at)


def adjourned(meeting: Meeting, at: datetime, rows: tuple[OitRow, ...]) -> Meeting:
    """Close the meeting and freeze its OIT rows as they stand.

    Raises RuleBroken for a time before something that happened in it, or before somebody came or went.
    """
    if meeting.state not in GOING_ON:
        raise RuleBroken("เลิกประชุมได้เฉพาะการประชุมที่เปิดแล้ว", "เปิดประชุมก่อน")
    for entry in meeting.roster:
        for movement in entry.movements:
            at = within_its_minute(at, movement.at)
    for entry in meeting.roster:
        entry.check_in_session(at)
    return replace(_moved(meeting, MeetingState.ADJOURNED, EventKind.ADJOURNED, at), oit_rows=rows)


def sealed(meeting: Meeting, seal: str) -> Meeting:
    """Keep the seal of the facts as they were printed for signing."""
    _must_be(meeting, MeetingState.ADJOURNED, "พิมพ์เพื่อลงนามได้เมื่อเลิกประชุมแล้วและยังไม่ได้ลงนาม")
    return replace(meeting, head=replace(meeting.head, seal=seal))


def signed(meeting: Meeting, at: datetime, seal_now: str) -> Meeting:
    """Make the meeting final; raise RuleBroken unless what was printed for signing is what stands now."""
    _must_be(meeting, MeetingState.ADJOURNED, "ลงนามได้เมื่อเลิกประชุมแล้วและยังไม่ได้ลงนาม")
    if not meeting.head.seal:
        raise RuleBroken("ยังไม่ได้พิมพ์รายงานเพื่อลงนาม", "พิมพ์เพื่อลงนามก่อน แล้วจึงบันทึกว่าลงนามแล้ว")
    if meeting.head.seal != seal_now:
        raise RuleBroken(
            "รายงานถูกแก้ไขหลังพิมพ์เพื่อลงนาม ฉบับที่พิมพ์จึงไม่ตรงกับข้อมูล", "พิมพ์เพื่อลงนามใหม่อีกครั้ง"
        )
    return _moved(meeting, MeetingState.FINAL, EventKind.SIGNED, at)


def reopened(meeting: Meeting, at: datetime, reason: str) -> Meeting:
    """Open a signed meeting for correction, with a reason; its number stays."""
    _must_be(meeting, MeetingState.FINAL, "แก้ไขย้อนหลังได้เฉพาะการประชุมที่ลงนามแล้ว")
    if not reason.strip():
        raise BadText("ยังไม่ได้ระบุเหตุผลที่แก้ไขย้อนหลัง", "พิมพ์เหตุผลสั้น ๆ")
    moved = _moved(meeting, MeetingState.ADJOURNED, EventKind.REOPENED, at, reason.strip())
    return replace(moved, head=replace(moved.head, seal=""))


def _must_be(meeting: Meeting, state: MeetingState, message: str) -> None:
    if meeting.state is not state:
        raise RuleBroken(message, f"การประชุมครั้งที่ {meeting.head.number_text} อยู่ในสถานะ{meeting.state.label}")


def _moved(meeting: Meeting, state: MeetingState, kind: EventKind, at: datetime, reason: str = "") -> Meeting:
    if meeting.events:
        last = meeting.events[-1]
        at = within_its_minute(at, last.at)
        if at < last.at:
            raise RuleBroken(
                f"เวลา {clock(at.time())} อยู่ก่อน{last.kind.label}เวลา {clock(last.at.time())}", "ตรวจสอบเวลาที่กรอก"
            )
    return replace(
        meeting, head=replace(meeting.head, state=state), events=(*meeting.events, Event(kind, at, reason))
    )


_RECORDERS = (Role.ASSISTANT, Role.MEMBER_ASSISTANT, Role.MEMBER_SECRETARY)


def _spoken_by(prepared: Prepared, here: set[str]) -> Prepared:
    """Return what was prepared, as the secretariat's where whom it was prepared for has left the committee."""
    speaker = prepared.speaker
    gone = speaker.kind is SpeakerKind.PERSON and speaker.person_id not in here
    return replace(prepared, speaker=SECRETARIAT) if gone else prepared


def _first_present(roster: tuple[RosterEntry, ...], *roles: Role) -> str:
    for role in roles:
        for entry in roster:
            if entry.present and role in entry.roles:
                return entry.id
    return ""
