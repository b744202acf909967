"""Who is in the room: coming late, leaving, coming back, standing in, guests, and who presides, each with its time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import GOING_ON
from ita_tui.domain.midnight import in_session
from ita_tui.domain.presence import check_still_true, with_roster
from ita_tui.domain.record import Statement
from ita_tui.domain.roster import RosterEntry, StandIn, check_may_preside, entry_of, within_its_minute
from ita_tui.errors import RuleBroken
from ita_tui.thai.dates import clock


def moved(meeting: Meeting, person_id: str, at: datetime, *, came: bool) -> Meeting:
    """Return the meeting after somebody came in or went out.

    Raises RuleBroken unless the meeting is going on, for a time before its opening or before the person's last
    movement, and for whoever presides: somebody else must preside first.
    """
    _must_go_on(meeting)
    _check_time(meeting, at)
    if not came and person_id == meeting.presides_now:
        raise RuleBroken("ผู้นี้ทำหน้าที่ประธานในที่ประชุมอยู่", "เลือกผู้ทำหน้าที่ประธานแทนก่อน")
    return with_attendee(meeting, entry_of(meeting.roster, person_id).moved(at, came=came))


def retimed(meeting: Meeting, person_id: str, at: datetime | None) -> Meeting:
    """Return the meeting with another time for a person's last coming or going; None takes that movement back.

    A guest whose only coming is taken back leaves the roster. Raises RuleBroken for one who has been there since the
    opening and never moved, for a time out of order, and for taking back the coming of who presides or has spoken.
    """
    meeting.check_editable()
    entry = entry_of(meeting.roster, person_id)
    if not entry.movements:
        raise RuleBroken(f"{entry.title} ไม่มีเวลาเข้าหรือออกระหว่างประชุม", "แก้ไขผู้มาประชุมตอนเปิดประชุมด้วย F9")
    *before, last = entry.movements
    earlier = replace(entry, movements=tuple(before))
    if at is not None:
        _check_time(meeting, at)
        right = earlier.moved(at, came=last.came)
        if meeting.adjourned_at is not None:
            right.check_in_session(meeting.adjourned_at)
        return with_attendee(meeting, right)
    if person_id == meeting.presides_now and last.came:
        raise RuleBroken("ผู้นี้ทำหน้าที่ประธานในที่ประชุมอยู่", "เลือกผู้ทำหน้าที่ประธานแทนก่อน")
    if earlier.attended:
        return with_attendee(meeting, earlier)
    if any(isinstance(said, Statement) and said.speaker.person_id == person_id for said in meeting.entries):
        raise RuleBroken(f"{entry.title} มีคำกล่าวในบันทึกแล้ว", "แก้เวลา หรือแก้ไขคำกล่าวก่อน")
    if entry.is_guest:
        return with_roster(meeting, tuple(each for each in meeting.roster if each.id != person_id))
    return with_attendee(meeting, earlier)


def renamed(meeting: Meeting, person_id: str, name: str, position: str) -> Meeting:
    """Return the meeting with a guest's name and position put right; raise BadText where both are empty."""
    meeting.check_editable()
    return with_attendee(meeting, entry_of(meeting.roster, person_id).renamed(name, position))


def presided_by(meeting: Meeting, person_id: str, at: datetime) -> Meeting:
    """Return the meeting after somebody else took the chair, told in the order of time.

    Raises RuleBroken for one who is not in the room, now or then, for a time before the last change of the chair, and
    for one before a casting vote of who presided until now.
    """
    _must_go_on(meeting)
    _check_time(meeting, at)
    entry = entry_of(meeting.roster, person_id)
    if not entry.here or not entry.here_at(at):
        raise RuleBroken(f"{entry.title} ไม่ได้อยู่ในที่ประชุม", "เลือกผู้ทำหน้าที่ประธานจากผู้ที่อยู่ในที่ประชุม")
    if person_id == meeting.presides_now:
        raise RuleBroken(f"{entry.title} ทำหน้าที่ประธานอยู่แล้ว", "เลือกผู้อื่น")
    last = next((each.at for each in reversed(meeting.events) if each.kind is EventKind.CHAIR_CHANGED), at)
    if at < last:
        raise RuleBroken(
            f"เวลา {clock(at.time())} อยู่ก่อนเปลี่ยนประธานครั้งก่อนเวลา {clock(last.time())}", "ตรวจสอบเวลาที่กรอก"
        )
    behind = 1 + max(
        place for place, each in enumerate(meeting.events) if each.kind is EventKind.OPENED or each.at <= at
    )
    changed = Event(EventKind.CHAIR_CHANGED, at, person_id=person_id)
    after = replace(meeting, events=(*meeting.events[:behind], changed, *meeting.events[behind:]))
    check_still_true(meeting, after)
    return after


def with_guest(meeting: Meeting, guest: RosterEntry, at: datetime) -> Meeting:
    """Return the meeting after a guest came in; raise BadText for one without name and position."""
    _must_go_on(meeting)
    _check_time(meeting, at)
    if any(entry.id == guest.id for entry in meeting.roster):
        raise RuleBroken("มีผู้นี้ในรายชื่อแล้ว", "เลือกจากรายชื่อ")
    came = replace(guest, roles=(), present=False, movements=()).renamed(guest.name, guest.position)
    came = came.moved(at, came=True)
    return with_roster(meeting, (*meeting.roster, came))


def represented(meeting: Meeting, person_id: str, stand_in: StandIn | None) -> Meeting:
    """Return the meeting with somebody standing in for a person of the committee, or nobody any more.

    Raises BadText for a stand-in without name and position, RuleBroken for a guest.
    """
    meeting.check_editable()
    return with_attendee(meeting, entry_of(meeting.roster, person_id).represented_by(stand_in))


def acting_as(meeting: Meeting, person_id: str, acting: str) -> Meeting:
    """Return the meeting with a person acting in a post, as it is printed after the position; empty for no post."""
    meeting.check_editable()
    return with_attendee(meeting, replace(entry_of(meeting.roster, person_id), acting=acting.strip()))


def absent_because(meeting: Meeting, person_id: str, reason: str) -> Meeting:
    """Return the meeting with the reason why a person is absent; raise RuleBroken for one who attended."""
    meeting.check_editable()
    return with_attendee(meeting, entry_of(meeting.roster, person_id).absent_because(reason))


def corrected(
    meeting: Meeting, roster: tuple[RosterEntry, ...], *, presiding_id: str, opened: datetime,
    adjourned: datetime | None, go_on_because: str = "",
) -> Meeting:
    """Put right who came, who presided, and when it was opened and adjourned, as the chair's pen asks for.

    On another day all else keeps the time it has.

    Raises RuleBroken before the opening, where the presiding person was absent at the opening, where the times do
    not follow each other, where the day lies outside the year of the meeting's number, or where somebody who has
    spoken or taken the chair would not have come; MeetingClosed after signing.
    """
    meeting.check_editable()
    meeting.check_day(opened.date())
    meeting = _on_day(meeting, opened.date())
    meeting = replace(meeting, roster=tuple(entry.in_session(opened) for entry in meeting.roster))
    roster = tuple(entry.in_session(opened) for entry in roster)
    check_may_preside(roster, presiding_id)
    adjourned = _after_its_minute(adjourned, meeting.events, roster)
    times = {EventKind.OPENED: opened, EventKind.ADJOURNED: adjourned}
    events = tuple(replace(event, at=times.get(event.kind) or event.at) for event in meeting.events)
    check_times(events, roster)
    _check_who_is_told_of(meeting, roster)
    right = replace(meeting, presiding_id=presiding_id, events=events, quorum_reason=go_on_because.strip())
    after = with_roster(right, roster)
    check_still_true(meeting, after)
    return after


def check_times(events: Iterable[Event], roster: Iterable[RosterEntry]) -> None:
    """Raise RuleBroken unless what happened in a meeting, and all coming and going, is in the order of time."""
    of_day = [event for event in events if event.kind not in _NOT_OF_THE_DAY]
    for earlier, later in pairwise(of_day):
        if later.at < earlier.at:
            raise RuleBroken(
                f"เวลา{later.kind.label} {clock(later.at.time())} อยู่ก่อน{earlier.kind.label} "
                f"{clock(earlier.at.time())}", "ตรวจสอบเวลาที่กรอก",
            )
    adjourned = of_day[-1].at if of_day and of_day[-1].kind is EventKind.ADJOURNED else None
    for entry in roster:
        entry.check_movements(of_day[0].at if of_day else datetime.min, adjourned)


def _check_who_is_told_of(meeting: Meeting, roster: tuple[RosterEntry, ...]) -> None:
    """Raise RuleBroken where `roster` lets somebody not have come of whom the record tells more than that."""
    spoke = {each.speaker.person_id for each in meeting.entries if isinstance(each, Statement)}
    took_chair = {event.person_id for event in meeting.events if event.kind is EventKind.CHAIR_CHANGED}
    came = {entry.id for entry in roster if entry.attended}
    for entry in meeting.roster:
        if not entry.attended or entry.id in came:
            continue
        if entry.id in took_chair:
            raise RuleBroken(f"{entry.title} ทำหน้าที่ประธานในที่ประชุมระหว่างประชุม", "ย้อนการเปลี่ยนประธานก่อน")
        if entry.id in spoke:
            raise RuleBroken(f"{entry.title} มีคำกล่าวในบันทึกแล้ว", "แก้ไขคำกล่าวก่อน")


def _after_its_minute(
    adjourned: datetime | None, events: Iterable[Event], roster: Iterable[RosterEntry]
) -> datetime | None:
    """Return the time of adjourning after all that happened in the same minute; it is written down in minutes."""
    if adjourned is None:
        return None
    happened = [event.at for event in events if event.kind not in (*_NOT_OF_THE_DAY, EventKind.ADJOURNED)]
    for at in (*happened, *(movement.at for entry in roster for movement in entry.movements)):
        adjourned = within_its_minute(adjourned, at)
    return adjourned


def _on_day(meeting: Meeting, day: date) -> Meeting:
    """Return the meeting with all that happened in it at the same times of another day."""
    def there(at: datetime) -> datetime:
        return at + (day - meeting.head.on)

    events = tuple(
        event if event.kind in _NOT_OF_THE_DAY else replace(event, at=there(event.at)) for event in meeting.events
    )
    entries = tuple(replace(entry, at=there(entry.at)) for entry in meeting.entries)
    return replace(meeting, head=replace(meeting.head, on=day), events=events, entries=entries)


def events_on_its_day(meeting: Meeting) -> Meeting:
    """Return the meeting with all events of its day on that day, at the times they have, or past its midnight."""
    if meeting.opened_at is None:
        return meeting
    opened = datetime.combine(meeting.head.on, meeting.opened_at.time())
    events = tuple(
        event if event.kind in _NOT_OF_THE_DAY else replace(event, at=in_session(event.at.time(), opened))
        for event in meeting.events
    )
    return replace(meeting, events=events)


def with_attendee(meeting: Meeting, entry: RosterEntry) -> Meeting:
    """Return the meeting with one entry of its roster in the place of the one with its id.

    Raises NotFound, and RuleBroken where a vote or a dissent would then be that of somebody who was not there.
    """
    entry_of(meeting.roster, entry.id)
    return with_roster(meeting, tuple(entry if old.id == entry.id else old for old in meeting.roster))


_NOT_OF_THE_DAY = (EventKind.POSTPONED, EventKind.SIGNED, EventKind.REOPENED)
"""Events of another day: before the meeting, or of its paper."""


def _must_go_on(meeting: Meeting) -> None:
    if meeting.state not in GOING_ON:
        meeting.check_editable()
        raise RuleBroken("เลิกประชุมแล้ว", "แก้ไขเวลาเข้าออกด้วย F9")


def _check_time(meeting: Meeting, at: datetime) -> None:
    if meeting.opened_at is not None and at < meeting.opened_at:
        raise RuleBroken(
            f"เวลา {clock(at.time())} อยู่ก่อนเปิดประชุมเวลา {clock(meeting.opened_at.time())}", "ตรวจสอบเวลาที่กรอก"
        )
