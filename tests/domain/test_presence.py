"""Who was present as the meeting resolved follows who came and went when, however late that is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.attendance import corrected, moved, presided_by, retimed, with_guest
from ita_tui.domain.entries import put_back
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.resolutions import CastingVote, Dissent, Resolution, ResolutionKind, Votes
from ita_tui.domain.roster import Movement, RosterEntry, entry_of
from ita_tui.errors import RuleBroken
from tests.domain.test_attendance import at, live

_START = at(0)


def resolved(
    meeting: Meeting, when: datetime, votes: Votes | None = None, dissents: tuple[Dissent, ...] = ()
) -> Meeting:
    here = tuple(entry.id for entry in meeting.roster if entry.here)
    new = Resolution(
        f"r{len(meeting.entries)}", "i2", ResolutionKind.AGREED, when, "", here, votes=votes, dissents=dissents
    )
    return meeting.with_entry(new)


def present_at(meeting: Meeting) -> list[tuple[str, ...]]:
    return [each.present for each in meeting.entries if isinstance(each, Resolution)]


def as_recounted(meeting: Meeting) -> list[tuple[str, ...]]:
    """Count anew who was there by the comings and goings alone; nobody moves in the minute of a resolution."""
    return [
        tuple(entry.id for entry in meeting.roster if entry.here_at(each.at))
        for each in meeting.entries if isinstance(each, Resolution)
    ]


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "clerk", "resolve"]), st.integers(1, 9)), max_size=12),
    st.lists(st.tuples(st.sampled_from(["a", "b", "clerk"]), st.integers(0, 59)), max_size=3),
)
def test_present_at_a_resolution_are_those_in_the_room_then_also_once_times_are_put_right(
    acts: list[tuple[str, int]], put_right: list[tuple[str, int]]
) -> None:
    meeting, now = live(), 0
    for who, minutes in acts:
        now += minutes
        if who == "resolve":
            meeting = resolved(meeting, at(2 * now))
        else:
            meeting = moved(meeting, who, at(2 * now - 1), came=not entry_of(meeting.roster, who).here)
    assert present_at(meeting) == as_recounted(meeting)
    for who, minute in put_right:
        roster = tuple(
            replace(each, present=True, movements=(Movement(at(2 * minute + 1), came=False),))
            if each.id == who else each for each in meeting.roster
        )
        meeting = corrected(meeting, roster, presiding_id="chair", opened=_START - timedelta(minutes=1), adjourned=None)
        assert present_at(meeting) == as_recounted(meeting)


def test_on_another_day_the_same_people_were_present() -> None:
    meeting = resolved(moved(live(), "a", at(10), came=False), at(20))
    day = timedelta(days=1)
    after = corrected(meeting, meeting.roster, presiding_id="chair", opened=_START + day, adjourned=None)
    assert present_at(after) == present_at(meeting) == [("chair", "b", "clerk")]


def test_who_went_in_the_minute_of_a_resolution_was_there_if_it_was_written_down_first() -> None:
    meeting = moved(resolved(live(), at(10) + timedelta(seconds=30)), "a", at(10), came=False)
    assert "a" in present_at(meeting)[0]
    meeting = resolved(moved(live(), "a", at(10) + timedelta(seconds=30), came=False), at(10))
    assert "a" not in present_at(meeting)[0]


def test_a_departure_told_late_takes_back_the_presence_and_a_guest_told_late_gives_it() -> None:
    meeting = moved(resolved(live(), at(20)), "a", at(10), came=False)
    meeting = with_guest(meeting, RosterEntry("g", "ผู้แทนอำเภอ", ()), at(15))
    assert present_at(meeting) == [("chair", "b", "clerk", "g")]
    assert present_at(retimed(meeting, "g", None)) == [("chair", "b", "clerk")]
    assert present_at(retimed(meeting, "a", at(25))) == [("chair", "a", "b", "clerk", "g")]


@pytest.mark.parametrize(
    ("votes", "dissents"), [(Votes(3), ()), (None, (Dissent("a", "ข้อมูลยังไม่ครบ"),)), (Votes(1, 1, 1), ())]
)
def test_nobody_who_voted_or_dissented_is_told_to_have_been_away(
    votes: Votes | None, dissents: tuple[Dissent, ...]
) -> None:
    meeting = resolved(live(), at(20), votes, dissents)
    with pytest.raises(RuleBroken, match="เห็นชอบ"):
        moved(meeting, "a", at(10), came=False)
    assert moved(meeting, "a", at(25), came=False).entries == meeting.entries


# --- the casting vote ---------------------------------------------------------------------------------------


def cast(votes: Votes, meeting: Meeting | None = None) -> Meeting:
    return resolved(meeting or live(), at(20), votes)


def test_a_casting_vote_is_of_who_presides_and_only_where_votes_are_equal() -> None:
    assert cast(Votes(1, 1, casting=CastingVote("chair", agrees=True))).entries
    with pytest.raises(RuleBroken, match="ไม่เท่ากัน"):
        cast(Votes(2, 1, casting=CastingVote("chair", agrees=True)))
    with pytest.raises(RuleBroken, match="ไม่เท่ากัน"):
        cast(Votes(0, 0, 2, casting=CastingVote("chair", agrees=True)))
    with pytest.raises(RuleBroken, match="ประธาน"):
        cast(Votes(1, 1, casting=CastingVote("a", agrees=True)))
    presided = presided_by(live(), "a", at(10))
    assert cast(Votes(1, 1, casting=CastingVote("a", agrees=False)), presided).entries


def test_the_chair_does_not_change_behind_a_casting_vote() -> None:
    meeting = cast(Votes(1, 1, casting=CastingVote("chair", agrees=True)))
    with pytest.raises(RuleBroken):
        presided_by(meeting, "a", at(10))
    with pytest.raises(RuleBroken):
        corrected(meeting, meeting.roster, presiding_id="a", opened=_START, adjourned=None)
    assert presided_by(meeting, "a", at(21)).presides_now == "a"


# --- who presided -------------------------------------------------------------------------------------------


def test_nobody_is_told_to_have_been_away_while_presiding() -> None:
    meeting = presided_by(live(), "a", at(30))
    with pytest.raises(RuleBroken, match="ประธาน"):
        moved(meeting, "chair", at(20), came=False)
    left = moved(meeting, "chair", at(30), came=False)
    with pytest.raises(RuleBroken, match="ประธาน"):
        retimed(left, "chair", at(20))
    with pytest.raises(RuleBroken, match="ประธาน"):
        presided_by(moved(moved(live(), "a", at(15), came=False), "a", at(25), came=True), "a", at(10))
    away = tuple(
        replace(each, movements=(Movement(at(5), came=False), Movement(at(9), came=True)))
        if each.id == "chair" else each for each in live().roster
    )
    with pytest.raises(RuleBroken, match="ประธาน"):
        corrected(live(), away, presiding_id="chair", opened=_START, adjourned=None)


def test_who_hands_over_goes_in_the_minute_of_it() -> None:
    meeting = presided_by(live(), "a", at(30) + timedelta(seconds=40))
    assert not entry_of(moved(meeting, "chair", at(30), came=False).roster, "chair").here
    at_once = moved(presided_by(live(), "a", _START), "chair", _START, came=False)
    assert at_once.presides_now == "a"


def test_an_earlier_version_comes_back_with_who_was_present_as_that_is_known_now() -> None:
    meeting = with_guest(live(), RosterEntry("g", "ผู้แทนอำเภอ", ()), at(5))
    meeting = resolved(meeting, at(20))
    (earlier,) = meeting.entries
    assert isinstance(earlier, Resolution)
    reworded = meeting.with_entry(replace(earlier, wording="เห็นชอบตามเสนอ"))
    right = moved(retimed(reworded, "g", None), "a", at(10), came=False)
    for now in (right, right.without_entry(earlier.id)):
        (back,) = put_back(now, earlier).entries
        assert isinstance(back, Resolution)
        assert (back.text, back.present, back.at) == ("เห็นชอบ", ("chair", "b", "clerk"), at(20))
    day = timedelta(days=1)
    later = corrected(right, right.roster, presiding_id="chair", opened=_START + day, adjourned=None)
    for now in (later, later.without_entry(earlier.id)):
        assert put_back(now, earlier).entries[0].at == at(20) + day


def test_a_vote_comes_back_only_where_as_many_were_there() -> None:
    meeting = resolved(live(), at(20), Votes(3))
    (earlier,) = meeting.entries
    away = moved(meeting.without_entry(earlier.id), "a", at(10), came=False)
    with pytest.raises(RuleBroken):
        put_back(away, earlier)
