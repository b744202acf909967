"""Times of day in a meeting that goes on past midnight."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain import life
from ita_tui.domain.attendance import corrected, moved, presided_by
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.midnight import in_session
from tests.domain.test_meeting import PLANNED, ROSTER

_OPENINGS = st.datetimes(datetime(2024, 1, 17, 6), datetime(2024, 1, 17, 23, 59))
_LATE = datetime(2024, 1, 17, 22, 30)


@given(_OPENINGS, st.integers(0, 18 * 60 - 1))
def test_every_time_within_eighteen_hours_of_the_opening_is_read_back_from_its_time_of_day(
    opened: datetime, minutes: int
) -> None:
    at = opened + timedelta(minutes=minutes)
    assert in_session(at.time(), opened) == at


@given(_OPENINGS, st.times())
def test_every_time_lies_from_six_hours_before_the_opening_to_eighteen_after_it(opened: datetime, at: time) -> None:
    told = in_session(at, opened)
    assert opened - timedelta(hours=6) <= told < opened + timedelta(hours=18)
    assert told.time() == at


def past_midnight() -> Meeting:
    meeting = life.opened(PLANNED, _LATE, ROSTER, presiding_id="chair")
    meeting = moved(meeting, "a", _LATE + timedelta(minutes=100), came=False)
    meeting = presided_by(meeting, "b", _LATE + timedelta(minutes=110))
    return life.adjourned(meeting, _LATE + timedelta(minutes=120), ())


def test_a_meeting_goes_on_past_midnight_and_keeps_its_day() -> None:
    meeting = past_midnight()
    assert meeting.adjourned_at == datetime(2024, 1, 18, 0, 30)
    assert meeting.head.on == _LATE.date()
    assert meeting.quorum_at(datetime(2024, 1, 17, 23, 59)).present == 3
    assert meeting.quorum_at(datetime(2024, 1, 18, 0, 10)).present == 2


def test_put_right_on_another_day_what_came_after_midnight_still_does() -> None:
    meeting, opened = past_midnight(), _LATE + timedelta(days=2, minutes=5)
    ends = in_session(time(0, 40), opened)
    right = corrected(meeting, meeting.roster, presiding_id="chair", opened=opened, adjourned=ends)
    assert [(each.at - opened).total_seconds() for each in right.events] == [0, 105 * 60, 125 * 60]
    assert right.roster[1].movements[0].at == datetime(2024, 1, 20, 0, 10)
