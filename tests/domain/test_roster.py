"""Who counts for a quorum: persons, never seats."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.committee import AppointingOrder, Committee, Person, Role, Seat
from ita_tui.domain.roster import RosterEntry, check_may_preside, entry_of, marked, quorum_of, roster_of, vacant_seats
from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound, RuleBroken

_PEOPLE = [Person(f"p{number}", f"ตำแหน่งที่ {number}") for number in range(6)]


def _committee(filled: list[tuple[Role, int]]) -> Committee:
    """A committee whose seats are (role, number of the person, or -1 for a vacant seat), one line a seat."""
    seats = tuple(
        Seat(f"s{line}", role, f"ตำแหน่งบรรทัด {line}", line, person_id=f"p{who}" if who >= 0 else "")
        for line, (role, who) in enumerate(filled, start=1)
    )
    order = AppointingOrder("o", 1, BEYear(2567), "แต่งตั้งคณะกรรมการ", seats=seats)
    return Committee("c", "คณะกรรมการ", (order,), tuple(_PEOPLE))


committees = st.lists(st.tuples(st.sampled_from(Role), st.integers(-1, 5)), min_size=1, max_size=9).map(_committee)


@given(committees)
def test_a_person_stands_in_the_roster_once_whatever_seats_are_filled(committee: Committee) -> None:
    ids = [entry.id for entry in roster_of(committee)]
    assert len(ids) == len(set(ids))
    assert set(ids) == {seat.person_id for seat in committee.order.seats if seat.person_id}


@given(committees)
def test_a_person_counts_when_any_of_their_seats_is_a_members(committee: Committee) -> None:
    for entry in roster_of(committee):
        own = [seat.role for seat in committee.order.seats if seat.person_id == entry.id]
        assert set(entry.roles) == set(own)
        assert entry.counts == any("กรรมการ" in role.label for role in own)


@given(committees)
def test_the_printed_role_is_the_chair_or_else_the_one_that_says_most(committee: Committee) -> None:
    for entry in roster_of(committee):
        labels = {role.label for role in entry.roles}
        assert entry.role_label in labels
        if not labels & {"ประธานกรรมการ", "รองประธานกรรมการ"}:
            assert not any(label.startswith(entry.role_label) and label != entry.role_label for label in labels)
        else:
            assert entry.role_label == ("ประธานกรรมการ" if "ประธานกรรมการ" in labels else "รองประธานกรรมการ")


def test_a_member_who_is_secretary_too_is_printed_as_both_in_one_and_stands_there() -> None:
    seats = [(Role.CHAIR, 0), (Role.MEMBER, 1), (Role.MEMBER, 2), (Role.MEMBER_SECRETARY, 1)]
    roster = roster_of(_committee(seats))
    assert [(each.id, each.role_label) for each in roster] == [
        ("p0", "ประธานกรรมการ"), ("p2", "กรรมการ"), ("p1", "กรรมการและเลขานุการ"),
    ]
    frozen = RosterEntry("a", "หัวหน้าสำนักปลัด", (Role.MEMBER, Role.MEMBER_SECRETARY))
    assert frozen.role_label == "กรรมการและเลขานุการ"


def test_a_committee_without_anybody_in_it_says_where_seats_are_added() -> None:
    guest = RosterEntry("g", "ผู้แทนวัด", ())
    for roster in ((), (guest,)):
        with pytest.raises(RuleBroken) as refused:
            check_may_preside(roster, "g")
        assert "ตั้งค่า" in refused.value.hint


@given(committees, st.sets(st.integers(0, 5)))
def test_at_least_half_of_the_counting_persons_make_a_quorum(committee: Committee, absent: set[int]) -> None:
    roster = roster_of(committee)
    for number in absent:
        roster = marked(roster, f"p{number}", False, "ติดราชการ")
    counting = [entry for entry in roster if entry.counts]
    here = [entry for entry in counting if entry.id not in {f"p{number}" for number in absent}]
    quorum = quorum_of(roster)
    assert (quorum.present, quorum.total) == (len(here), len(counting))
    assert quorum.met == (len(counting) > 0 and 2 * len(here) >= len(counting))


def test_half_of_six_is_enough_and_half_of_seven_is_four() -> None:
    def met(total: int, present: int) -> bool:
        roster = roster_of(_committee([(Role.MEMBER, number) for number in range(min(total, 6))]))
        roster = (*roster, replace(roster[0], id="p6")) if total == 7 else roster
        for entry in roster[present:]:
            roster = marked(roster, entry.id, False)
        return quorum_of(roster).met

    assert met(6, 3)
    assert not met(6, 2)
    assert met(7, 4)
    assert not met(7, 3)


def test_who_acts_in_the_chair_and_fills_a_seat_of_their_own_counts_once() -> None:
    committee = _committee([(Role.CHAIR, 0), (Role.MEMBER, 1), (Role.MEMBER, 0), (Role.ASSISTANT, 2)])
    roster = roster_of(committee)
    assert [entry.id for entry in roster] == ["p0", "p1", "p2"]
    assert entry_of(roster, "p0").roles[0] is Role.CHAIR
    assert quorum_of(roster).total == 2


def test_an_assistant_secretary_who_is_no_member_counts_for_nothing() -> None:
    assert quorum_of(roster_of(_committee([(Role.ASSISTANT, 0)]))).total == 0
    assert not quorum_of(roster_of(_committee([(Role.ASSISTANT, 0)]))).met


@given(committees)
def test_vacant_seats_are_shown_and_fill_no_line(committee: Committee) -> None:
    vacant = vacant_seats(committee.order)
    assert all(not seat.person_id for seat in vacant)
    assert len(vacant) + sum(bool(seat.person_id) for seat in committee.order.seats) == len(committee.order.seats)


def test_a_reason_goes_with_absence_only() -> None:
    roster = roster_of(_committee([(Role.MEMBER, 0)]))
    away = marked(roster, "p0", False, "ลาป่วย")
    assert entry_of(away, "p0").reason == "ลาป่วย"
    assert entry_of(marked(away, "p0", True, "ลาป่วย"), "p0").reason == ""


def test_somebody_who_is_no_member_of_the_roster_is_not_found() -> None:
    with pytest.raises(NotFound):
        entry_of(roster_of(_committee([(Role.MEMBER, 0)])), "p5")


def test_one_line_of_an_order_may_be_many_seats_and_is_read_out_once() -> None:
    text = "หัวหน้าส่วนราชการทุกส่วน"
    seats = tuple(Seat(f"s{number}", Role.MEMBER, f"ตำแหน่งที่ {number}", 1, text) for number in range(3))
    order = AppointingOrder("o", 1, BEYear(2567), "แต่งตั้งคณะกรรมการ", seats=seats)
    assert order.lines() == ((text, "กรรมการ"),)


def test_an_acting_holder_prints_after_the_own_position() -> None:
    seat = Seat("s", Role.CHAIR, "ปลัดเทศบาล", 1, person_id="p0", acting="รักษาการแทนปลัดเทศบาล")
    order = AppointingOrder("o", 1, BEYear(2567), "แต่งตั้งคณะกรรมการ", seats=(seat,))
    (entry,) = roster_of(Committee("c", "คณะกรรมการ", (order,), tuple(_PEOPLE)))
    assert entry.full_position == "ตำแหน่งที่ 0 รักษาการแทนปลัดเทศบาล"
