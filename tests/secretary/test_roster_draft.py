"""The roster as it is filled in: ticks, stand-ins, guests and times follow each other without contradiction."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.committee import Role
from ita_tui.domain.midnight import in_session
from ita_tui.domain.roster import Movement, RosterEntry
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.meeting.roster_draft import RosterDraft, read_times, times_text
from ita_tui.thai.digits import arabic_digits

OPENED = datetime(2024, 1, 17, 9, 30)
CHAIR = RosterEntry("chair", "ปลัดเทศบาล", (Role.CHAIR,))
LATE = RosterEntry("late", "ท้องถิ่นอำเภอ", (Role.MEMBER,), present=False, movements=(
    Movement(datetime(2024, 1, 17, 10, 0), came=True), Movement(datetime(2024, 1, 17, 11, 0), came=False),
))  # fmt: skip


def draft(*entries: RosterEntry) -> RosterDraft:
    numbers = count(1)
    return RosterDraft(entries or (CHAIR, LATE), lambda: f"new{next(numbers)}")


@given(st.lists(st.tuples(st.times(), st.booleans()), max_size=6))
def test_times_are_read_as_they_are_written_in_either_digits(told: list[tuple[time, bool]]) -> None:
    opened = datetime(2024, 1, 17, 20, 0)
    movements = tuple(Movement(in_session(at.replace(second=0, microsecond=0), opened), came) for at, came in told)
    assert read_times(times_text(movements), opened) == movements
    assert read_times(arabic_digits(times_text(movements)).replace(".", ":"), opened) == movements


@given(st.lists(st.booleans(), max_size=8))
def test_however_often_one_is_ticked_coming_and_going_alternate_and_the_first_state_brings_the_first_times(
    ticks: list[bool],
) -> None:
    roster = draft()
    for present in [*ticks, True, False]:
        roster.tick("late", present)
        roster.entry("late").check_movements(datetime(2024, 1, 17, 9, 0), None)
    assert roster.entry("late") == LATE


@pytest.mark.parametrize("text", ["๑๐.๒๐", "ออก", "ออก ๒๕.๐๐", "มา ๑๐.๐๐", "ออก ๑๐.๒๐ ไป"])
def test_times_that_say_not_whether_one_came_or_went_are_refused(text: str) -> None:
    with pytest.raises(BadText):
        read_times(text, OPENED)


@pytest.mark.parametrize("text", ["ออก ๑๐.๒๐ ออก ๑๐.๓๐", "ออก ๑๐.๒๐ เข้า ๑๐.๑๐"])
def test_times_that_contradict_each_other_change_nothing(text: str) -> None:
    roster = draft()
    with pytest.raises(RuleBroken):
        roster.retime("chair", text, OPENED)
    assert roster.entry("chair") == CHAIR


def test_whether_one_was_there_at_the_opening_follows_from_the_first_time() -> None:
    roster = draft()
    roster.retime("chair", "เข้า ๙.๔๕", OPENED)
    assert (roster.entry("chair").present, roster.entry("chair").attended) == (False, True)
    roster.retime("late", "ออก ๑๑.๐๐", OPENED)
    assert roster.entry("late").present
    roster.retime("late", "", OPENED)
    assert (roster.entry("late").present, roster.entry("late").movements) == (True, ())


def test_a_guest_who_did_not_come_is_no_part_of_the_roster_and_can_be_ticked_again() -> None:
    roster = draft()
    guest = roster.welcome("", "ผู้แทนวัด")
    roster.tick(guest.id, False)
    assert guest.id not in [entry.id for entry in roster.roster]
    roster.tick(guest.id, True)
    assert roster.roster[-1] == guest
    with pytest.raises(BadText):
        roster.welcome(" ", "\n")


def test_a_stand_in_is_there_instead_and_a_reason_goes_with_the_absence() -> None:
    absent = RosterEntry("absent", "ปลัดอำเภอ", (Role.MEMBER,), present=False)
    roster = draft(CHAIR, absent)
    roster.excuse("absent", "ลาป่วย")
    roster.stand_in("absent", "", "เจ้าพนักงานปกครอง")
    assert (roster.entry("absent").present, roster.entry("absent").reason) == (True, "")
    with pytest.raises(RuleBroken):
        roster.excuse("absent", "ลาป่วย")
    roster.stand_in("absent", "", "")
    assert roster.entry("absent").stand_in is None


def test_another_day_keeps_the_time_of_day_and_what_came_after_midnight_comes_after_it() -> None:
    moved = LATE.in_session(OPENED + timedelta(days=1))
    assert [each.at.time() for each in moved.movements] == [time(10), time(11)]
    assert {each.at.date() for each in moved.movements} == {date(2024, 1, 18)}
    roster = draft()
    roster.retime("late", "เข้า ๒๓.๕๐ ออก ๐๐.๑๐", datetime(2024, 1, 17, 20, 0))
    assert [each.at for each in roster.entry("late").movements] == [
        datetime(2024, 1, 17, 23, 50), datetime(2024, 1, 18, 0, 10),
    ]


def test_the_chair_presides_who_came_in_person_else_one_of_the_members_present() -> None:
    member = RosterEntry("member", "ท้องถิ่นอำเภอ", (Role.MEMBER,))
    guest = RosterEntry("guest", "ผู้แทนวัด", ())
    roster = draft(CHAIR, member, guest)
    assert [each.id for each in roster.may_preside] == ["chair"]
    roster.stand_in("chair", "", "รองปลัดเทศบาล")
    assert [each.id for each in roster.may_preside] == ["chair", "member"]
    roster.tick("chair", False)
    assert [each.id for each in roster.may_preside] == ["member"]
    roster.tick("member", False)
    assert [each.id for each in roster.may_preside] == ["guest"]
