"""Who is in the room, when, and what that does to the quorum."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain import life
from ita_tui.domain.attendance import (
    absent_because,
    acting_as,
    corrected,
    moved,
    presided_by,
    renamed,
    represented,
    retimed,
    with_guest,
)
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting import Meeting, MeetingClosed
from ita_tui.domain.record import Paragraph, Statement, person
from ita_tui.domain.resolutions import Dissent, Resolution, ResolutionKind, Votes
from ita_tui.domain.roster import QuorumRule, RosterEntry, StandIn, entry_of, marked, quorum_of
from ita_tui.errors import BadText, RuleBroken
from tests.domain.test_meeting import PLANNED, ROSTER

_START = datetime(2024, 1, 17, 9, 30)


def at(minutes: int) -> datetime:
    return _START + timedelta(minutes=minutes)


def live(absent: str = "", rule: QuorumRule | None = None) -> Meeting:
    roster = marked(ROSTER, absent, False, "ติดราชการ") if absent else ROSTER
    return life.opened(PLANNED, _START, roster, presiding_id="chair", rule=rule or QuorumRule())


def test_a_late_arrival_counts_from_the_time_of_coming() -> None:
    meeting = moved(live(absent="a"), "a", at(20), came=True)
    assert [meeting.quorum_at(at(minutes)).present for minutes in (0, 19, 20)] == [2, 2, 3]
    assert entry_of(meeting.roster, "a").attended


def test_leaving_can_break_the_quorum_and_coming_back_mends_it() -> None:
    meeting = moved(live(absent="a"), "b", at(30), came=False)
    assert not meeting.quorum.met
    assert moved(meeting, "b", at(40), came=True).quorum.met


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "clerk"]), st.booleans(), st.integers(1, 9)), max_size=12))
def test_the_quorum_now_is_the_quorum_at_the_last_moment(acts: list[tuple[str, bool, int]]) -> None:
    meeting, now = live(), 0
    for who, came, minutes in acts:
        now += minutes
        if entry_of(meeting.roster, who).here == came:
            with pytest.raises(RuleBroken):
                moved(meeting, who, at(now), came=came)
        else:
            meeting = moved(meeting, who, at(now), came=came)
    assert meeting.quorum_at(at(now)) == meeting.quorum
    assert meeting.quorum_at(_START) == quorum_of(ROSTER)
    for entry in meeting.roster:
        entry.check_movements(_START, at(now))


def test_nobody_comes_before_the_opening_or_goes_before_coming() -> None:
    with pytest.raises(RuleBroken):
        moved(live(absent="a"), "a", at(-1), came=True)
    late = moved(live(absent="a"), "a", at(20), came=True)
    with pytest.raises(RuleBroken):
        moved(late, "a", at(19), came=False)


def test_who_presides_leaves_only_when_somebody_else_presides() -> None:
    with pytest.raises(RuleBroken, match="ประธาน"):
        moved(live(), "chair", at(5), came=False)
    meeting = moved(presided_by(live(), "a", at(5)), "chair", at(6), came=False)
    assert meeting.presides_now == "a"
    assert [meeting.presided_at(at(minutes)) for minutes in (4, 5)] == ["chair", "a"]
    assert meeting.events[-1].kind is EventKind.CHAIR_CHANGED


def test_only_somebody_in_the_room_can_preside() -> None:
    with pytest.raises(RuleBroken):
        presided_by(live(absent="a"), "a", at(5))
    with pytest.raises(RuleBroken):
        presided_by(live(), "chair", at(5))


def test_a_guest_is_in_the_room_and_counts_for_nothing() -> None:
    meeting = with_guest(live(), RosterEntry("g", "ผู้อำนวยการโรงเรียน", ()), at(10))
    guest = entry_of(meeting.roster, "g")
    assert guest.here
    assert guest.role_label == "ผู้เข้าร่วมประชุม"
    assert meeting.quorum == live().quorum
    with pytest.raises(BadText):
        with_guest(live(), RosterEntry("g", " ", ()), at(10))


def test_the_rule_tells_whether_a_stand_in_counts() -> None:
    other = StandIn("นักวิเคราะห์นโยบายและแผน")
    for counts, present in ((True, 3), (False, 2)):
        meeting = represented(live(rule=QuorumRule(stand_ins_count=counts)), "a", other)
        assert meeting.quorum.present == present
        assert entry_of(meeting.roster, "a").title == other.position
    assert represented(meeting, "a", None).quorum.present == 3


def test_an_order_may_name_the_number_that_makes_a_quorum() -> None:
    assert not life.resumed(life.paused(live(rule=QuorumRule(needed=3)), at(1)), at(2)).roster[1].movements
    meeting = moved(live(rule=QuorumRule(needed=3)), "a", at(5), came=False)
    assert (meeting.quorum.present, meeting.quorum.met) == (2, False)


def test_a_reason_is_kept_for_the_absent_only() -> None:
    meeting = absent_because(live(absent="a"), "a", " ลาป่วย ")
    assert entry_of(meeting.roster, "a").reason == "ลาป่วย"
    with pytest.raises(RuleBroken):
        absent_because(live(), "a", "ลาป่วย")


def test_a_post_somebody_acts_in_is_of_this_meeting() -> None:
    meeting = acting_as(live(), "a", "รักษาการแทนปลัดเทศบาล")
    assert entry_of(meeting.roster, "a").full_position == "ผู้อำนวยการกองช่าง รักษาการแทนปลัดเทศบาล"


def test_comings_and_goings_outside_the_meeting_are_not_corrected_into_it() -> None:
    meeting = moved(live(), "a", at(30), came=False)
    fine = corrected(meeting, meeting.roster, presiding_id="chair", opened=at(10), adjourned=None)
    assert fine.opened_at == at(10)
    with pytest.raises(RuleBroken):
        corrected(meeting, meeting.roster, presiding_id="chair", opened=at(31), adjourned=None)


def test_after_adjourning_nobody_comes_and_after_signing_nothing_changes() -> None:
    adjourned = life.adjourned(live(), at(60), ())
    with pytest.raises(RuleBroken):
        moved(adjourned, "a", at(61), came=False)
    final = life.signed(life.sealed(adjourned, "ตรา"), at(90), "ตรา")
    with pytest.raises(MeetingClosed):
        moved(final, "a", at(61), came=False)
    with pytest.raises(MeetingClosed):
        represented(final, "a", None)


def test_the_last_coming_or_going_gets_another_time_or_is_taken_back() -> None:
    left = moved(live(), "a", at(30), came=False)
    assert entry_of(retimed(left, "a", at(20)).roster, "a").movements[0].at == at(20)
    assert entry_of(retimed(left, "a", None).roster, "a").movements == ()
    with pytest.raises(RuleBroken):
        retimed(left, "a", at(-1))
    with pytest.raises(RuleBroken):
        retimed(live(), "a", at(20))
    back = moved(left, "a", at(40), came=True)
    with pytest.raises(RuleBroken):
        retimed(back, "a", at(29))


def test_a_coming_is_not_taken_back_from_one_who_presides_or_has_spoken() -> None:
    meeting = moved(live(absent="a"), "a", at(10), came=True)
    with pytest.raises(RuleBroken):
        retimed(presided_by(meeting, "a", at(11)), "a", None)
    with pytest.raises(RuleBroken):
        retimed(meeting.with_entry(Statement("s", "i1", person("a"), (Paragraph("คำกล่าว"),), at(12))), "a", None)
    assert not entry_of(retimed(meeting, "a", None).roster, "a").attended


def test_a_guest_is_renamed_and_leaves_the_roster_with_the_only_coming() -> None:
    meeting = with_guest(live(), RosterEntry("g", "ผู้แทนอำเภอ", ()), at(5))
    assert entry_of(renamed(meeting, "g", "", "ผู้แทนจังหวัด").roster, "g").position == "ผู้แทนจังหวัด"
    with pytest.raises(BadText):
        renamed(meeting, "g", " ", "")
    with pytest.raises(RuleBroken):
        renamed(meeting, "a", "ชื่อ", "")
    assert retimed(meeting, "g", None).roster == ROSTER


def test_a_correction_to_another_day_takes_everything_of_the_day_along() -> None:
    postponed = replace(PLANNED, events=(Event(EventKind.POSTPONED, at(-9000)),))
    meeting = moved(life.opened(postponed, _START, ROSTER, presiding_id="chair"), "a", at(30), came=False)
    meeting = meeting.with_entry(Statement("s", "i1", person("b"), (Paragraph("คำกล่าว"),), at(12)))
    day = timedelta(days=2)
    after = corrected(meeting, meeting.roster, presiding_id="chair", opened=at(5) + day, adjourned=None)
    assert after.head.on == (_START + day).date()
    assert entry_of(after.roster, "a").movements[0].at == at(30) + day
    assert after.entries[0].at == at(12) + day
    assert [event.at for event in after.events] == [at(-9000), at(5) + day]


# --- votes --------------------------------------------------------------------------------------------------


def decided(votes: Votes | None, *dissents: Dissent, present: tuple[str, ...] = ("chair", "a", "b")) -> Meeting:
    resolution = Resolution("r", "i2", ResolutionKind.AGREED, at(30), "", present, votes=votes, dissents=dissents)
    return live().with_entry(resolution)


def test_no_more_votes_are_counted_than_members_were_present() -> None:
    assert decided(Votes(2, 1, 0)).entry("r")
    assert Votes(3).unanimous
    assert not Votes(2, 1).unanimous
    with pytest.raises(RuleBroken):
        decided(Votes(2, 1, 1))
    with pytest.raises(RuleBroken):
        decided(Votes(3), present=("chair", "a", "clerk"))


def test_dissent_is_a_members_and_has_reasons() -> None:
    assert decided(None, Dissent("a", "งบประมาณไม่เพียงพอ")).entry("r")
    with pytest.raises(RuleBroken):
        decided(None, Dissent("clerk", "งบประมาณไม่เพียงพอ"))
    with pytest.raises(BadText):
        decided(None, Dissent("a", " "))


def spoken(meeting: Meeting, person_id: str) -> Meeting:
    words = (Paragraph("ขอเสนอ"),)
    return meeting.with_entry(Statement(f"s-{person_id}", meeting.agenda[0].id, person(person_id), words, at(5)))


def corrected_to(meeting: Meeting, roster: tuple[RosterEntry, ...]) -> Meeting:
    return corrected(meeting, roster, presiding_id="chair", opened=_START, adjourned=None)


def test_a_correction_keeps_who_has_spoken_in_the_room() -> None:
    meeting = spoken(with_guest(live(), RosterEntry("g", "ผู้แทนอำเภอ", ()), at(1)), "g")
    with pytest.raises(RuleBroken, match="คำกล่าว"):
        corrected_to(meeting, tuple(entry for entry in meeting.roster if entry.id != "g"))
    with pytest.raises(RuleBroken, match="คำกล่าว"):
        corrected_to(spoken(meeting, "a"), marked(meeting.roster, "a", False))


def test_a_correction_keeps_who_took_the_chair_in_the_room() -> None:
    meeting = presided_by(with_guest(live(), RosterEntry("g", "ผู้แทนอำเภอ", ()), at(1)), "g", at(10))
    with pytest.raises(RuleBroken, match="ประธาน"):
        corrected_to(meeting, tuple(entry for entry in meeting.roster if entry.id != "g"))
    meeting = presided_by(live(), "a", at(10))
    with pytest.raises(RuleBroken, match="ประธาน"):
        corrected_to(meeting, marked(meeting.roster, "a", False))


def test_the_chair_changes_in_the_order_of_time_so_that_times_can_be_put_right_afterwards() -> None:
    meeting = life.resumed(life.paused(live(), at(30)), at(40))
    told_late = presided_by(meeting, "a", at(20))
    assert [event.at for event in told_late.events] == [at(0), at(20), at(30), at(40)]
    assert corrected_to(told_late, told_late.roster).presides_now == "a"
    with pytest.raises(RuleBroken, match="ก่อน"):
        presided_by(told_late, "b", at(10))


def test_nobody_presides_before_coming() -> None:
    with pytest.raises(RuleBroken, match="ไม่ได้อยู่"):
        presided_by(moved(live(absent="a"), "a", at(20), came=True), "a", at(10))


def test_a_meeting_does_not_end_before_somebody_came_or_went() -> None:
    meeting = moved(live(), "a", at(40) + timedelta(seconds=30), came=False)
    with pytest.raises(RuleBroken, match=r"๑๐\.๑๐"):
        life.adjourned(meeting, at(39), ())
    ended = life.adjourned(meeting, at(40), ())
    assert ended.adjourned_at == at(40) + timedelta(seconds=30)
    with pytest.raises(RuleBroken):
        retimed(ended, "a", at(41))
    assert entry_of(retimed(ended, "a", at(20)).roster, "a").movements[0].at == at(20)
