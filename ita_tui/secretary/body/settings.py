"""What the office settles about itself: its name and divisions, its committee, and the rules of its meetings.

Every act is kept at once and can be taken back. A planned meeting follows each change; one that was opened keeps the
roster it was opened with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ita_tui.domain import seating
from ita_tui.domain.body import Body, Division
from ita_tui.domain.committee import AppointingOrder, Committee, Role, Seat
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.proposals import head_of
from ita_tui.domain.seating import Filling
from ita_tui.domain.settings import Look, Settings
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.body.setup import Answers
from ita_tui.secretary.keeping.changes import Change
from ita_tui.secretary.keeping.office import Office
from ita_tui.thai.dates import be_year
from ita_tui.thai.digits import arabic_digits
from ita_tui.thai.fold import fold
from ita_tui.thai.text import clean, require


class OfficeSettings:
    """Acts on the body of an office; each raises RuleBroken in a window that only reads."""

    def __init__(self, office: Office, committee_id: str = "") -> None:
        self._office = office
        self._committee_id = committee_id or office.body.committees[0].id

    @property
    def body(self) -> Body:
        """Return the body as it stands."""
        return self._office.body

    @property
    def committee(self) -> Committee:
        """Return the committee whose order and seats these acts change."""
        return self.body.committee(self._committee_id)

    @property
    def order(self) -> AppointingOrder:
        """Return the order in force."""
        return self.committee.order

    def undo(self) -> str:
        """Take back the last of these acts; return what it was, in Thai. Raises RuleBroken where there is none."""
        return self._office.undo_in_body().what

    # --- the body ---------------------------------------------------------------------------------------

    def rename_body(self, answers: Answers) -> None:
        """Change kind, name and places.

        Until a meeting was held, what was proposed from the earlier name (committee, order, place) follows it.
        """
        before = self.body
        after = replace(
            before, kind=answers.kind, name=answers.name, district=answers.district, province=answers.province
        )
        if self._nothing_held:
            after = _renamed(after, before.name, answers.name)
        self._keep("body", after)

    def add_division(self, name: str, after_id: str = "") -> str:
        """Add a division below another, else as the last; return its id. Raises BadText for an empty or known name.

        Until a meeting was held, its head gets a seat in the order's line of all heads.
        """
        new, before = Division(self._office.tools.new_id(), self._free(name, "")), self.body.divisions
        at = next((at for at, each in enumerate(before, start=1) if each.id == after_id), len(before))
        self._keep_divisions((*before[:at], new, *before[at:]))
        return new.id

    def rename_division(self, division_id: str, name: str) -> None:
        """Change a division's name, and its head's post; raise BadText for an empty or known one."""
        new = Division(division_id, self._free(name, division_id))
        self._keep_divisions(new if each.id == division_id else each for each in self.body.divisions)

    def remove_division(self, division_id: str) -> None:
        """Take a division out; OIT items it was responsible for are then nobody's."""
        self._keep_divisions(each for each in self.body.divisions if each.id != division_id)

    def move_division(self, division_id: str, step: int) -> None:
        """Move a division up (-1) or down (1)."""
        order = list(self.body.divisions)
        here = [each.id for each in order].index(division_id)
        if 0 <= here + step < len(order):
            order[here], order[here + step] = order[here + step], order[here]
            self._keep_divisions(order)

    def _free(self, name: str, own_id: str) -> str:
        name = require(name, "ชื่อส่วนราชการ")
        if any(fold(each.name) == fold(name) and each.id != own_id for each in self.body.divisions):
            raise BadText(f"มี “{name}” อยู่แล้ว", "ใช้ชื่ออื่น")
        return name

    def _keep_divisions(self, divisions: Iterable[Division]) -> None:
        """Keep the divisions; until a meeting was held, the seats of their heads follow."""
        after = replace(self.body, divisions=tuple(divisions))
        if self._nothing_held:
            posts = {each.id: head_of(each.name) for each in after.divisions}
            old = {each.id: head_of(each.name) for each in self.body.divisions}
            renamed = {post: posts[own] for own, post in old.items() if own in posts}
            gone = [post for own, post in old.items() if own not in posts]
            new = [post for own, post in posts.items() if own not in old]
            committee = seating.following(self.committee, seating.Heads(renamed, gone, new), self._office.tools.new_id)
            committees = tuple(committee if each.id == committee.id else each for each in after.committees)
            after = replace(after, committees=committees)
        self._keep("divisions", after)

    @property
    def _nothing_held(self) -> bool:
        return all(head.state is MeetingState.PLANNED for head in self._office.heads())

    # --- the order --------------------------------------------------------------------------------------

    def correct_order(self, number: int, year: BEYear, subject: str, on: date | None, committee: str) -> None:
        """Put right the order in force and the committee's name; its seats stay."""
        check_order_day(year, on)
        order = replace(self.order, number=number, year=year, subject=_line(subject), date=on)
        named = replace(self.committee, name=require(committee, "ชื่อคณะกรรมการ"))
        self._keep_committee("order", replace(named, orders=(*named.orders[:-1], order)))

    def new_order(self, number: int, year: BEYear, subject: str, on: date | None, committee: str) -> None:
        """Let a new order appoint the committee from now on; it begins with the seats of the one before."""
        check_order_day(year, on)
        new_id = self._office.tools.new_id
        seats = tuple(replace(seat, id=new_id()) for seat in self.order.seats)
        order = AppointingOrder(new_id(), number, year, _line(subject), on, self.order.powers, seats)
        named = replace(self.committee, name=require(committee, "ชื่อคณะกรรมการ"))
        self._keep_committee("order", replace(named, orders=(*named.orders, order)))

    def set_powers(self, powers: Iterable[str]) -> None:
        """Change the powers the order in force gives; empty ones go."""
        lines = tuple(line for line in map(_line, powers) if line)
        order = replace(self.order, powers=lines)
        self._keep_committee("order", replace(self.committee, orders=(*self.committee.orders[:-1], order)))

    # --- the seats --------------------------------------------------------------------------------------

    def add_seat(self, role: Role, post: str, after_id: str = "") -> str:
        """Add a seat below another, filled by the holder of its post; return its id. Raises BadText."""
        new_id = self._office.tools.new_id
        post = require(post, "ตำแหน่ง")
        seat = Seat(new_id(), role, post, 0)
        committee = seating.reseated(self.committee, seating.with_seat(self.order.seats, seat, after_id))
        self._keep_committee("seats", seating.filled(committee, seat.id, Filling(post), new_id))
        return seat.id

    def change_seat(self, seat_id: str, role: Role, post: str, filling: Filling | None) -> None:
        """Change a seat and who fills it; None leaves it vacant. Raises BadText for an empty post."""
        seat = replace(seating.seat_of(self.order, seat_id), role=role, post=require(post, "ตำแหน่ง"))
        committee = seating.reseated(self.committee, seating.replaced(self.order.seats, seat))
        if filling is None:
            committee = seating.vacated(committee, seat_id)
        else:
            named = Filling(_line(filling.position) or seat.post, _line(filling.name), _line(filling.acting))
            committee = seating.filled(committee, seat_id, named, self._office.tools.new_id)
        self._keep_committee("seats", committee)

    def remove_seat(self, seat_id: str) -> None:
        """Take a seat out of the order in force."""
        self._reseat(seating.without_seat(self.order.seats, seat_id))

    def move_seat(self, seat_id: str, step: int) -> None:
        """Move a seat up (-1) or down (1)."""
        self._reseat(seating.moved_seat(self.order.seats, seat_id, step))

    def spread_over_divisions(self, seat_id: str) -> int:
        """Make a line of the order one seat for the head of each division that no other line names; return how many.

        Raises RuleBroken where every head has a line already.
        """
        new_id = self._office.tools.new_id
        posts = [head_of(division.name) for division in self.body.divisions]
        seats = seating.spread(self.order.seats, seat_id, posts, new_id)
        if seats == self.order.seats:
            raise RuleBroken("หัวหน้าส่วนราชการทุกส่วนมีตำแหน่งอยู่แล้ว", "เพิ่มส่วนราชการที่ยังขาดก่อน")
        committee = seating.reseated(self.committee, seats)
        known = {seat.id for seat in self.order.seats}
        added = [seat for seat in seats if seat.id not in known]
        for seat in added:
            committee = seating.filled(committee, seat.id, Filling(seat.post), new_id)
        self._keep_committee("seats", committee)
        return len(added)

    def _reseat(self, seats: tuple[Seat, ...]) -> None:
        self._keep_committee("seats", seating.reseated(self.committee, seats))

    # --- the rules --------------------------------------------------------------------------------------

    def set_rules(self, settings: Settings) -> None:
        """Change what is settled for all meetings."""
        self._keep("rules", replace(self.body, settings=settings))

    def look_like(self, look: Look) -> None:
        """Remember the colours of the screen."""
        self._keep("look", replace(self.body, settings=replace(self.body.settings, look=look)))

    # --- keeping ----------------------------------------------------------------------------------------

    def _keep_committee(self, verb: str, committee: Committee) -> None:
        committees = tuple(committee if each.id == committee.id else each for each in self.body.committees)
        self._keep(verb, replace(self.body, committees=committees))

    def _keep(self, verb: str, body: Body) -> None:
        if body != self.body:
            self._office.keep(Change(verb, "", body=body))


def read_order_number(text: str) -> int:
    """Read the number of an order; 0 for an empty text, which stands for one not known yet. Raises BadText."""
    digits = arabic_digits(clean(text, multiline=False)).strip()
    if digits and not (digits.isascii() and digits.isdigit() and len(digits) < 7):
        raise BadText(f"อ่านเลขที่คำสั่ง “{digits[:40]}” ไม่ได้", "พิมพ์เฉพาะตัวเลข เช่น ๑๕๕ หรือเว้นว่างไว้ก่อน")
    return int(digits or 0)


def read_be_year(text: str) -> BEYear:
    """Read a B.E. year of four digits, or of two (25xx); raise BadText."""
    digits = arabic_digits(clean(text, multiline=False)).strip().removeprefix("พ.ศ.").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) in (2, 4)):
        raise BadText(f"อ่านปี “{digits[:40]}” ไม่ได้", "พิมพ์ปี พ.ศ. สี่หลัก เช่น ๒๕๖๘")
    year = int(digits) + (2500 if len(digits) == 2 else 0)
    if not 2475 <= year <= 2700:
        raise BadText(f"ปี {digits} ไม่ใช่ปี พ.ศ. ของคำสั่ง", "พิมพ์ปี พ.ศ. สี่หลัก เช่น ๒๕๖๘")
    return BEYear(year)


def check_order_day(year: BEYear, on: date | None) -> None:
    """Raise BadText where the day of an order lies outside the year of its number."""
    if on is not None and be_year(on) != year:
        raise BadText(f"วันที่ลงในคำสั่งไม่อยู่ในปี {year}", "ตรวจปีของเลขที่คำสั่งหรือวันที่")


def _line(text: str) -> str:
    return " ".join(clean(text, multiline=False).split())


def _renamed(body: Body, old: str, new: str) -> Body:
    """Return the body with an old name in what was proposed from it replaced."""
    committees = []
    for committee in body.committees:
        order = replace(committee.order, subject=committee.order.subject.replace(old, new))
        name = committee.name.replace(old, new)
        committees.append(replace(committee, name=name, orders=(*committee.orders[:-1], order)))
    settings = replace(body.settings, place=body.settings.place.replace(old, new))
    return replace(body, committees=tuple(committees), settings=settings)
