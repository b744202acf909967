"""The seats of the order in force, and who fills them: one line each, put right by a key or a short form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from rich.cells import cell_len
from textual import work
from textual.content import Content

from ita_tui.domain.committee import Role, Seat
from ita_tui.domain.roster import quorum_of, roster_of
from ita_tui.domain.seating import Filling, missing_in, seat_of
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.form import Field, Form, Values
from ita_tui.ui.screens.office.rows import BodyRowsScreen, RowLine

_ROLES = tuple((role.value, role.label) for role in Role)
_ROLE_COLUMN = 22
"""Cells for the role; the longest of them is a little wider."""
_FILLED = (("yes", "มีผู้ดำรงตำแหน่ง"), ("no", "ว่าง"))


class SeatsScreen(BodyRowsScreen):
    """Seats in the order of the order's lines."""

    BINDINGS = keys.SEATS
    TITLE_TEXT = "ตำแหน่งในคณะกรรมการ"
    HELP_TOPIC = "seats"
    EMPTY = "ยังไม่มีตำแหน่ง กด A เพื่อเพิ่ม"

    def lines(self) -> Sequence[RowLine]:
        """Return the seats; a line of the order that is many seats has its number at the first."""
        rows, line = [], 0
        for seat in self.settings.order.seats:
            number = thai_digits(f"{seat.line:>2}  ") if seat.line != line else "    "
            gap = " " * max(2, _ROLE_COLUMN - cell_len(seat.role.label))
            mark = Content.assemble(number, Content.styled(seat.role.label, "$accent"), gap)
            rows.append(RowLine(seat.id, self._words(seat), mark))
            line = seat.line
        return rows

    def _words(self, seat: Seat) -> Content:
        return Content.assemble(Content.styled(seat.post, "bold"), self._who(seat))

    def _who(self, seat: Seat) -> Content:
        if seat.vacant:
            return Content.styled("  ว่าง", "$warning")
        person = self.settings.committee.person(seat.person_id)
        told = [person.name] if person.name else []
        told += [f"{person.position} {seat.acting}".strip()] if person.position != seat.post or seat.acting else []
        return Content.styled(f"  {' · '.join(told)}" if told else "", "$text-muted")

    def about(self) -> Content:
        """Return the committee and how its quorum counts."""
        committee = self.settings.committee
        quorum = quorum_of(roster_of(committee))
        if not quorum.total:
            return Content(f"{committee.name}\nยังไม่มีกรรมการ")
        return Content(
            f"{committee.name}\n" + thai_digits(f"กรรมการ {quorum.total} คน ครบองค์ประชุมเมื่อมาอย่างน้อย {quorum.needed} คน")
        )

    def below(self) -> Content:
        """Return what is missing, and who fills more than one seat."""
        order = self.settings.order
        told = [f"ยังไม่มี{each}" for each in missing_in(order)]
        chosen = next((seat for seat in order.seats if seat.id == self.chosen_id), None)
        if chosen and not chosen.vacant and sum(seat.person_id == chosen.person_id for seat in order.seats) > 1:
            told.append("ผู้นี้ดำรงมากกว่าหนึ่งตำแหน่ง นับเป็นองค์ประชุมคนเดียว")
        return Content(" · ".join(told))

    # --- keys -------------------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_add(self) -> None:
        """Add a seat below the highlighted one."""
        fields = (
            Field("post", "ตำแหน่งตามคำสั่ง", placeholder="เช่น ท้องถิ่นอำเภอ"),
            Field("role", "บทบาท", Role.MEMBER.value, choices=_ROLES),
        )
        after, added = self.chosen_id, list[str]()

        def add(values: Values) -> None:
            added.append(self.settings.add_seat(Role(values["role"]), values["post"], after))

        if await self.fill(Form("เพิ่มตำแหน่ง", fields, act=add)):
            self.show(added[0])

    @work(group=ACTS)
    async def action_change(self) -> None:
        """Change the highlighted seat and who fills it."""
        if self.chosen_id:
            seat = seat_of(self.settings.order, self.chosen_id)
            await self.fill(self._form(seat))

    def _form(self, seat: Seat) -> Form:
        person = None if seat.vacant else self.settings.committee.person(seat.person_id)
        fields = (
            Field("role", "บทบาท", seat.role.value, choices=_ROLES),
            Field("post", "ตำแหน่งตามคำสั่ง", seat.post),
            Field("filled", "ผู้ดำรงตำแหน่ง", "no" if seat.vacant else "yes", choices=_FILLED),
            Field("name", "ชื่อ-สกุล (ถ้ามี)", person.name if person else ""),
            Field("position", "ตำแหน่งของผู้นั้น", person.position if person else seat.post),
            Field("acting", "ทำหน้าที่แทน", seat.acting, "เช่น รักษาราชการแทนหัวหน้าสำนักปลัด"),
        )
        return Form("ตำแหน่งในคณะกรรมการ", fields, act=partial(self._change, seat.id))

    def _change(self, seat_id: str, answer: Values) -> None:
        filling = Filling(answer["position"], answer["name"], answer["acting"]) if answer["filled"] == "yes" else None
        self.settings.change_seat(seat_id, Role(answer["role"]), answer["post"], filling)

    def action_next_role(self) -> None:
        """Give the highlighted seat the next role."""
        self._with_seat(lambda seat: self._give(seat, _next(seat.role), self._filling(seat)))

    def action_vacate(self) -> None:
        """Leave the highlighted seat vacant, or let the holder of its post fill it again."""
        self._with_seat(lambda seat: self._give(seat, seat.role, Filling(seat.post) if seat.vacant else None))

    def action_spread(self) -> None:
        """Make the highlighted line a seat for the head of each division."""
        self._with_seat(lambda seat: self.settings.spread_over_divisions(seat.id))

    def action_remove(self) -> None:
        """Take the highlighted seat out; Ctrl+Z brings it back."""
        self._with_seat(lambda seat: self.settings.remove_seat(seat.id))

    def action_move(self, step: int) -> None:
        """Move the highlighted seat or its line."""
        self._with_seat(lambda seat: self.settings.move_seat(seat.id, step))

    def _with_seat(self, act: Callable[[Seat], object]) -> None:
        chosen = self.chosen_id
        if chosen:
            self.attempt(lambda: act(seat_of(self.settings.order, chosen)), chosen)

    def _give(self, seat: Seat, role: Role, filling: Filling | None) -> None:
        self.settings.change_seat(seat.id, role, seat.post, filling)

    def _filling(self, seat: Seat) -> Filling | None:
        if seat.vacant:
            return None
        person = self.settings.committee.person(seat.person_id)
        return Filling(person.position, person.name, seat.acting)


def _next(role: Role) -> Role:
    roles = list(Role)
    return roles[(roles.index(role) + 1) % len(roles)]
