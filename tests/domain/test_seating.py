"""Seats of an order: lines without a gap, one line many seats, one person once, nobody left over."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.committee import AppointingOrder, Committee, Person, Role, Seat
from ita_tui.domain.proposals import EVERY_DIVISION
from ita_tui.domain.roster import quorum_of, roster_of
from ita_tui.domain.seating import (
    Filling,
    Heads,
    filled,
    following,
    missing_in,
    moved_seat,
    reseated,
    seat_of,
    spread,
    vacated,
    with_seat,
    without_seat,
)
from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound

HEADS = ("หัวหน้าสำนักปลัด", "ผู้อำนวยการกองคลัง", "ผู้อำนวยการกองช่าง")


def _ids(prefix: str = "n") -> Callable[[], str]:
    numbers = count()
    return lambda: f"{prefix}{next(numbers)}"


def _seats(lines: list[int]) -> tuple[Seat, ...]:
    """Return seats, as many on each line as told."""
    return tuple(
        Seat(f"s{line}-{place}", Role.MEMBER, f"ตำแหน่งที่ {line}-{place}", line)
        for line, many in enumerate(lines, start=1) for place in range(many)
    )


def _committee(*posts: tuple[Role, str]) -> Committee:
    """Return a committee whose posts are all filled by their holders."""
    seats = tuple(Seat(f"s{at}", role, post, at, person_id=f"p{at}") for at, (role, post) in enumerate(posts, start=1))
    people = tuple(Person(f"p{at}", post) for at, (_, post) in enumerate(posts, start=1))
    return Committee("c", "คณะกรรมการ", (AppointingOrder("o", 1, BEYear(2569), "แต่งตั้ง", seats=seats),), people)


orders = st.lists(st.integers(1, 3), min_size=1, max_size=5)


def _gapless(seats: tuple[Seat, ...]) -> bool:
    lines = [seat.line for seat in seats]
    return lines == sorted(lines) and set(lines) == set(range(1, len(set(lines)) + 1))


@given(orders, st.data())
def test_lines_run_from_one_without_gap_whatever_is_added_taken_out_or_moved(
    lines: list[int], data: st.DataObject
) -> None:
    seats = _seats(lines)
    seat_id = data.draw(st.sampled_from([seat.id for seat in seats]))
    step = data.draw(st.sampled_from([-1, 1]))
    longer = with_seat(seats, Seat("new", Role.MEMBER, "ท้องถิ่นอำเภอ", 0), seat_id)
    assert _gapless(longer)
    assert _gapless(without_seat(seats, seat_id))
    assert _gapless(moved_seat(seats, seat_id, step))
    assert without_seat(longer, "new") == seats


@given(orders, st.data())
def test_a_seat_added_has_a_line_of_its_own_below_the_line_it_was_added_to(
    lines: list[int], data: st.DataObject
) -> None:
    seats = _seats(lines)
    beside = data.draw(st.sampled_from(seats))
    longer = with_seat(seats, Seat("new", Role.MEMBER, "ท้องถิ่นอำเภอ", 0), beside.id)
    (new,) = [seat for seat in longer if seat.id == "new"]
    assert [seat.id for seat in longer if seat.line == new.line] == ["new"]
    assert new.line == beside.line + 1


@given(orders, st.data())
def test_moving_loses_no_seat_and_tears_no_line_apart(lines: list[int], data: st.DataObject) -> None:
    seats = _seats(lines)
    seat_id = data.draw(st.sampled_from([seat.id for seat in seats]))
    after = moved_seat(seats, seat_id, data.draw(st.sampled_from([-1, 1])))

    def together(order: tuple[Seat, ...]) -> set[frozenset[str]]:
        return {frozenset(each.id for each in order if each.line == seat.line) for seat in order}

    assert together(after) == together(seats)


def test_one_line_becomes_a_seat_for_each_division_not_named_elsewhere() -> None:
    committee = _committee(
        (Role.CHAIR, "ปลัดเทศบาล"), (Role.MEMBER, "หัวหน้าส่วนราชการทุกส่วน"), (Role.MEMBER_SECRETARY, "หัวหน้าสำนักปลัด")
    )
    seats = spread(committee.order.seats, "s2", HEADS, _ids())
    assert [(seat.line, seat.post, seat.role) for seat in seats] == [
        (1, "ปลัดเทศบาล", Role.CHAIR), (2, "ผู้อำนวยการกองคลัง", Role.MEMBER), (2, "ผู้อำนวยการกองช่าง", Role.MEMBER),
        (3, "หัวหน้าสำนักปลัด", Role.MEMBER_SECRETARY),
    ]
    lines = reseated(committee, seats).order.lines()
    assert lines[1] == ("หัวหน้าส่วนราชการทุกส่วน", "กรรมการ")
    assert len(lines) == 3


def test_spreading_again_after_a_new_division_adds_only_its_head() -> None:
    committee = _committee((Role.MEMBER, "หัวหน้าส่วนราชการทุกส่วน"))
    ids = _ids()
    seats = spread(committee.order.seats, "s1", HEADS[:2], ids)
    again = spread(seats, seats[0].id, HEADS, ids)
    assert again[:2] == seats
    assert [seat.post for seat in again] == list(HEADS)


def test_somebody_who_holds_one_post_and_acts_in_another_is_one_person() -> None:
    committee = _committee(
        (Role.CHAIR, "ปลัดเทศบาล"), (Role.MEMBER, "ผู้อำนวยการกองคลัง"), (Role.MEMBER_SECRETARY, "หัวหน้าสำนักปลัด")
    )
    after = filled(committee, "s1", Filling("ผู้อำนวยการกองคลัง", acting="รักษาราชการแทนปลัดเทศบาล"), _ids())
    assert quorum_of(roster_of(after)).total == 2
    assert [person.position for person in after.people] == ["ผู้อำนวยการกองคลัง", "หัวหน้าสำนักปลัด"]
    assert roster_of(after)[0].full_position == "ผู้อำนวยการกองคลัง รักษาราชการแทนปลัดเทศบาล"


def test_a_name_given_later_belongs_to_the_same_person() -> None:
    committee = _committee((Role.CHAIR, "ปลัดเทศบาล"))
    after = filled(committee, "s1", Filling("ปลัดเทศบาล", "นาย ก. ข."), _ids())
    assert after.people == (Person("p1", "ปลัดเทศบาล", "นาย ก. ข."),)


def test_two_people_of_one_position_are_two_once_both_have_names() -> None:
    committee = _committee((Role.MEMBER, "ปลัดอำเภอ"), (Role.MEMBER, "ท้องถิ่นอำเภอ"))
    ids = _ids()
    named = filled(committee, "s1", Filling("ปลัดอำเภอ", "นาย ก."), ids)
    after = filled(named, "s2", Filling("ปลัดอำเภอ", "นาง ข."), ids)
    assert quorum_of(roster_of(after)).total == 2


def test_a_person_is_known_by_name_without_the_title() -> None:
    committee = _committee((Role.CHAIR, "ปลัดเทศบาล"), (Role.MEMBER, "ท้องถิ่นอำเภอ"))
    ids = _ids()
    named = filled(committee, "s1", Filling("ปลัดเทศบาล", "นาย ก. ข."), ids)
    after = filled(named, "s2", Filling("ท้องถิ่นอำเภอ", "ก. ข."), ids)
    assert len(after.people) == 1


def test_a_vacant_seat_counts_for_nobody_and_its_holder_is_not_kept() -> None:
    committee = vacated(_committee((Role.CHAIR, "ปลัดเทศบาล"), (Role.MEMBER, "ท้องถิ่นอำเภอ")), "s2")
    assert quorum_of(roster_of(committee)).total == 1
    assert [person.id for person in committee.people] == ["p1"]
    again = filled(committee, "s2", Filling("ท้องถิ่นอำเภอ"), _ids())
    assert quorum_of(roster_of(again)).total == 2


def test_who_sat_under_an_earlier_order_stays_known() -> None:
    committee = _committee((Role.CHAIR, "ปลัดเทศบาล"))
    later = AppointingOrder("o2", 2, BEYear(2570), "แต่งตั้ง", seats=(Seat("t1", Role.CHAIR, "ปลัดเทศบาล", 1),))
    both = Committee("c", committee.name, (*committee.orders, later), committee.people)
    assert [person.id for person in reseated(both, later.seats).people] == ["p1"]


def test_what_an_order_lacks_is_told() -> None:
    seat = Seat("s", Role.MEMBER, "ท้องถิ่นอำเภอ", 1, person_id="p")
    order = AppointingOrder("o", 0, BEYear(2569), "แต่งตั้ง", seats=(seat,))
    assert missing_in(order) == ("เลขที่คำสั่งแต่งตั้ง", "ประธานกรรมการ", "เลขานุการ")


def test_a_seat_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        seat_of(_committee((Role.CHAIR, "ปลัดเทศบาล")).order, "nowhere")


def _with_all_heads() -> Committee:
    """Return a committee of a chair, the heads of divisions on one line, and a secretary who heads one of them."""
    committee = _committee((Role.CHAIR, "ปลัด"), (Role.MEMBER, EVERY_DIVISION), (Role.MEMBER_SECRETARY, HEADS[0]))
    new_id = _ids()
    seats = spread(committee.order.seats, "s2", HEADS, new_id)
    committee = reseated(committee, seats)
    for seat in seats:
        committee = filled(committee, seat.id, Filling(seat.post), new_id)
    return committee


def test_heads_follow_their_divisions_and_nobody_else_does() -> None:
    committee = _with_all_heads()
    assert [seat.post for seat in committee.order.seats] == ["ปลัด", *HEADS[1:], HEADS[0]]
    renamed = {HEADS[0]: "หัวหน้าสำนักปลัดเทศบาล", HEADS[1]: HEADS[1]}
    after = following(committee, Heads(renamed, [HEADS[2]], ["ผู้อำนวยการกองสวัสดิการสังคม"]), _ids("m"))
    assert [(seat.line, seat.post) for seat in after.order.seats] == [
        (1, "ปลัด"), (2, HEADS[1]), (2, "ผู้อำนวยการกองสวัสดิการสังคม"), (3, "หัวหน้าสำนักปลัดเทศบาล"),
    ]
    assert [after.person(seat.person_id).position for seat in after.order.seats] == [
        seat.post for seat in after.order.seats
    ]


def test_a_head_named_elsewhere_gets_no_second_seat_and_an_order_without_that_line_gets_none() -> None:
    heads = Heads({}, [], [HEADS[0]])
    assert following(_with_all_heads(), heads, _ids("m")) == _with_all_heads()
    plain = _committee((Role.CHAIR, "ปลัด"))
    assert following(plain, heads, _ids("m")) == plain


def test_a_line_that_loses_its_last_head_takes_up_the_next_one_that_comes_with_it() -> None:
    after = following(_with_all_heads(), Heads({}, list(HEADS[1:]), ["ผู้อำนวยการกองช่าง ๒"]), _ids("m"))
    assert "ผู้อำนวยการกองช่าง ๒" in [seat.post for seat in after.order.seats]
    assert _gapless(after.order.seats)
