"""Who belongs to a committee: the order that appoints it, its seats, and the people who fill them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound


class Role(StrEnum):
    """What a seat is in the committee, highest first; the label is what is printed."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    MEMBER_SECRETARY = "member_secretary"
    MEMBER_ASSISTANT = "member_assistant"
    ASSISTANT = "assistant"

    @property
    def label(self) -> str:
        """Return the Thai wording of appointing orders."""
        return _ROLE_LABELS[self]

    @property
    def is_member(self) -> bool:
        """Tell whether the role holds the word กรรมการ: only then does it count for a quorum and vote."""
        return self is not Role.ASSISTANT

    @property
    def rank(self) -> int:
        """Return the place in the order of precedence among people, 0 being the chair."""
        return list(Role).index(self)

    @property
    def weight(self) -> int:
        """Return the place among the roles of one person, 0 being what says most: what a secretary is comes before
        กรรมการ, which is part of its wording.
        """
        return _TELLING.index(self)


_TELLING = (
    Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER_SECRETARY, Role.MEMBER_ASSISTANT, Role.MEMBER, Role.ASSISTANT,
)  # fmt: skip

_ROLE_LABELS = {
    Role.CHAIR: "ประธานกรรมการ",
    Role.VICE_CHAIR: "รองประธานกรรมการ",
    Role.MEMBER: "กรรมการ",
    Role.MEMBER_SECRETARY: "กรรมการและเลขานุการ",
    Role.MEMBER_ASSISTANT: "กรรมการและผู้ช่วยเลขานุการ",
    Role.ASSISTANT: "ผู้ช่วยเลขานุการ",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can fill seats; the position stands for the person where no name is given."""

    id: str
    position: str
    """Own position, e.g. ผู้อำนวยการกองคลัง."""
    name: str = ""
    """Full name with title, or empty."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of an appointing order."""

    id: str
    role: Role
    post: str
    """The post the order names, e.g. ปลัดเทศบาล; the holder of that post fills the seat."""
    line: int
    """The line of the order it comes from, from 1: one line may be many seats."""
    line_text: str = ""
    """The wording of that line where it differs from the post, e.g. หัวหน้าส่วนราชการทุกส่วน."""
    person_id: str = ""
    """Who fills it; empty while vacant."""
    acting: str = ""
    """How the person fills it when not the holder of the post, e.g. รักษาการแทนปลัดเทศบาล."""

    @property
    def vacant(self) -> bool:
        """Tell whether nobody fills the seat."""
        return not self.person_id


@dataclass(frozen=True, slots=True)
class AppointingOrder:
    """An order (คำสั่ง) that appoints a committee: number / B.E. year, its powers and its seats."""

    id: str
    number: int
    year: BEYear
    subject: str
    date: date | None = None
    """Day of the order; None where the papers do not tell it."""
    powers: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return (wording, role) of each line as the order prints it."""
        seen: dict[int, tuple[str, str]] = {}
        for seat in self.seats:
            seen.setdefault(seat.line, (seat.line_text or seat.post, seat.role.label))
        return tuple(seen[line] for line in sorted(seen))


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee of a body, with every order that ever appointed it (the last one holds)."""

    id: str
    name: str
    orders: tuple[AppointingOrder, ...]
    people: tuple[Person, ...]

    @property
    def order(self) -> AppointingOrder:
        """Return the order in force; raise NotFound where no order was entered."""
        if not self.orders:
            raise NotFound("ยังไม่มีคำสั่งแต่งตั้งคณะกรรมการ", "เพิ่มคำสั่งแต่งตั้งก่อน")
        return self.orders[-1]

    def person(self, person_id: str) -> Person:
        """Return the person of that id; raise NotFound."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise NotFound("ไม่พบบุคคลในทะเบียนของคณะกรรมการ", "ตรวจสอบรายชื่อคณะกรรมการ")
