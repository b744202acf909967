"""Seats of an order and who fills them: added, taken out, moved, spread over divisions, filled and left vacant.

Lines of an order run from 1 without a gap; the seats of one line stand together. Whoever has the same name, or no
name and the same position, is one person and counts once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ita_tui.domain.committee import AppointingOrder, Committee, Person, Role, Seat
from ita_tui.domain.proposals import EVERY_DIVISION
from ita_tui.errors import NotFound
from ita_tui.thai.fold import fold, without_title


@dataclass(frozen=True, slots=True)
class Filling:
    """Who fills a seat, as it is typed in."""

    position: str
    """The person's own position."""
    name: str = ""
    acting: str = ""
    """e.g. รักษาราชการแทนปลัดเทศบาล; empty for the holder of the post."""


def seat_of(order: AppointingOrder, seat_id: str) -> Seat:
    """Return the seat of that id; raise NotFound."""
    for seat in order.seats:
        if seat.id == seat_id:
            return seat
    raise NotFound("ไม่พบตำแหน่งนี้ในคำสั่ง", "เลือกตำแหน่งจากรายการ")


def with_seat(seats: Sequence[Seat], seat: Seat, after_id: str = "") -> tuple[Seat, ...]:
    """Return the seats with one put as a line of its own below the line of another, or at the end."""
    at = next((place for place, each in enumerate(seats) if each.id == after_id), len(seats) - 1) + 1
    while 0 < at < len(seats) and seats[at].line == seats[at - 1].line:
        at += 1
    new = replace(seat, line=-1)
    return _lined((*seats[:at], new, *seats[at:]))


def without_seat(seats: Iterable[Seat], seat_id: str) -> tuple[Seat, ...]:
    """Return the seats without one; a line that is left empty goes."""
    return _lined(tuple(seat for seat in seats if seat.id != seat_id))


def replaced(seats: Iterable[Seat], seat: Seat) -> tuple[Seat, ...]:
    """Return the seats with one put in the place of the one with its id."""
    return tuple(seat if each.id == seat.id else each for each in seats)


def moved_seat(seats: Sequence[Seat], seat_id: str, step: int) -> tuple[Seat, ...]:
    """Return the seats with one moved up (-1) or down (1): within its line, or its whole line past the next one."""
    at = next((place for place, each in enumerate(seats) if each.id == seat_id), -1)
    there = at + step
    if at < 0 or not 0 <= there < len(seats):
        return tuple(seats)
    if seats[at].line == seats[there].line:
        order = list(seats)
        order[at], order[there] = order[there], order[at]
        return tuple(order)
    lines = [list(group) for _, group in groupby(seats, key=lambda each: each.line)]
    here = next(place for place, line in enumerate(lines) if any(each.id == seat_id for each in line))
    lines[here], lines[here + step] = lines[here + step], lines[here]
    return _lined(tuple(seat for line in lines for seat in line))


def spread(
    seats: Sequence[Seat], seat_id: str, posts: Iterable[str], new_id: Callable[[], str]
) -> tuple[Seat, ...]:
    """Return the seats with one line made a seat for each post that no other line names, e.g. all heads of divisions.

    Its words stay as the wording of the line. Where every post is named elsewhere nothing changes.
    """
    line = next(seat for seat in seats if seat.id == seat_id)
    own = [seat for seat in seats if seat.line == line.line]
    known = {seat.post: seat for seat in own}
    named = {fold(seat.post) for seat in seats if seat.line != line.line}
    text = line.line_text or line.post
    many = tuple(
        known.get(post) or Seat(new_id(), line.role, post, line.line, text)
        for post in posts if fold(post) not in named
    )
    if not many:
        return tuple(seats)
    at = seats.index(own[0])
    rest = [seat for seat in seats if seat.line != line.line]
    return _lined((*rest[:at], *(replace(seat, line_text=text) for seat in many), *rest[at:]))


@dataclass(frozen=True, slots=True)
class Heads:
    """How the posts that head divisions changed."""

    renamed: Mapping[str, str]
    """Old post → new post; also those that stayed as they were."""
    gone: Collection[str]
    new: Sequence[str]


def following(committee: Committee, heads: Heads, new_id: Callable[[], str]) -> Committee:
    """Return the committee as the posts of heads changed: seats of the same name follow, and so does their line.

    A post that is gone leaves the line of all heads; a new one gets a seat at its end unless another line names it.
    """
    seats = committee.order.seats
    line = [seat for seat in seats if seat.line_text == EVERY_DIVISION]
    posts = {seat.id: heads.renamed.get(seat.post, seat.post) for seat in seats}
    people = tuple(_called_anew(each, seats, posts) for each in committee.people)
    kept = [replace(each, post=posts[each.id]) for each in seats if each not in line or each.post not in heads.gone]
    named = {fold(each.post) for each in kept}
    added = [
        Seat(new_id(), each.role, post, each.line, EVERY_DIVISION)
        for each in line[:1] for post in heads.new if fold(post) not in named
    ]
    behind = 1 + max((at for at, each in enumerate(kept) if each.line_text == EVERY_DIVISION), default=len(kept) - 1)
    committee = _settled(committee, people, _lined((*kept[:behind], *added, *kept[behind:])))
    for seat in added:
        committee = filled(committee, seat.id, Filling(seat.post), new_id)
    return committee


def _called_anew(person: Person, seats: Iterable[Seat], posts: Mapping[str, str]) -> Person:
    """Return who is called by the post of their seat, called by the new one."""
    own = [seat for seat in seats if seat.person_id == person.id and seat.post == person.position]
    return replace(person, position=posts[own[0].id]) if own else person


def _lined(seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """Number the lines from 1; neighbours of one number are one line."""
    lines = (list(group) for _, group in groupby(seats, key=lambda each: each.line))
    return tuple(replace(seat, line=number) for number, line in enumerate(lines, start=1) for seat in line)


# --- who fills them -----------------------------------------------------------------------------------------


def filled(committee: Committee, seat_id: str, filling: Filling, new_id: Callable[[], str]) -> Committee:
    """Return the committee with a seat of the order in force filled.

    Somebody already known fills it as the same person. Otherwise who sat there is put right where nobody else is
    meant by it, and a new person comes where the seat was vacant. Rosters of meetings already held are their own.
    """
    order = committee.order
    seat = seat_of(order, seat_id)
    same = _known(committee.people, filling, besides=seat.person_id)
    if same is None:
        same = Person(seat.person_id or new_id(), filling.position, filling.name)
    elif filling.name and not same.name:
        same = replace(same, name=filling.name)
    people = tuple(same if each.id == same.id else each for each in committee.people)
    people = people if same in people else (*people, same)
    seats = replaced(order.seats, replace(seat, person_id=same.id, acting=filling.acting))
    return _settled(committee, people, seats)


def vacated(committee: Committee, seat_id: str) -> Committee:
    """Return the committee with a seat of the order in force left vacant."""
    order = committee.order
    seat = replace(seat_of(order, seat_id), person_id="", acting="")
    return _settled(committee, committee.people, replaced(order.seats, seat))


def reseated(committee: Committee, seats: tuple[Seat, ...]) -> Committee:
    """Return the committee with other seats in the order in force; people who fill none any more go."""
    return _settled(committee, committee.people, seats)


def _settled(committee: Committee, people: tuple[Person, ...], seats: tuple[Seat, ...]) -> Committee:
    orders = (*committee.orders[:-1], replace(committee.order, seats=seats))
    sitting = {seat.person_id for order in orders for seat in order.seats}
    return replace(committee, orders=orders, people=tuple(each for each in people if each.id in sitting))


def _known(people: Iterable[Person], filling: Filling, *, besides: str) -> Person | None:
    """Return the person meant: of the same name, or of the same position where one of the two has no name."""
    for each in people:
        if each.id == besides:
            continue
        if each.name and filling.name:
            if _named(each.name) == _named(filling.name):
                return each
        elif fold(each.position) == fold(filling.position):
            return each
    return None


def _named(name: str) -> str:
    return fold(without_title(name))


# --- what is missing ----------------------------------------------------------------------------------------


def missing_in(order: AppointingOrder) -> tuple[str, ...]:
    """Return in Thai what an order still lacks before a meeting should be held under it."""
    roles = {seat.role for seat in order.seats if not seat.vacant}
    lacks = [] if order.number else ["เลขที่คำสั่งแต่งตั้ง"]
    lacks += [] if Role.CHAIR in roles else ["ประธานกรรมการ"]
    lacks += [] if roles & {Role.MEMBER_SECRETARY, Role.MEMBER_ASSISTANT, Role.ASSISTANT} else ["เลขานุการ"]
    return tuple(lacks)
