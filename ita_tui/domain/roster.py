"""The roster of one meeting: one line a person, whatever seats that person fills, and the quorum they make.

A quorum is counted in persons who fill counting seats. Unless the appointing order says otherwise, at least half of
them must be present (Administrative Procedure Act B.E. 2539, section 79).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from ita_tui.domain.committee import AppointingOrder, Committee, Role, Seat
from ita_tui.domain.midnight import in_session
from ita_tui.errors import BadText, NotFound, RuleBroken
from ita_tui.thai.dates import clock

GUEST_LABEL = "ผู้เข้าร่วมประชุม"
"""What somebody is called who came without a seat in the committee."""


def within_its_minute(at: datetime, last: datetime) -> datetime:
    """Return `at`, or `last` where that is a later second of the same minute: she writes times down in minutes."""
    return last if in_one_minute(at, last) and at < last else at


def in_one_minute(one: datetime, other: datetime) -> bool:
    """Tell whether two times are told as the same one."""
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who came instead of a person of the committee (มาประชุมแทน)."""

    position: str
    name: str = ""

    @property
    def title(self) -> str:
        """Return how the stand-in is called in lists: the name, else the position."""
        return self.name or self.position


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody came in or went out while the meeting was going on; naive local time."""

    at: datetime
    came: bool


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One person at one meeting, as they were on that day: of the committee, or a guest, who has no role."""

    id: str
    """The person's id."""
    position: str
    roles: tuple[Role, ...]
    """Roles of all seats the person fills, in any order; none for a guest."""
    name: str = ""
    acting: str = ""
    """e.g. รักษาการแทนปลัดเทศบาล; prints after the person's own position."""
    present: bool = True
    """Whether in the room when the meeting opened."""
    reason: str = ""
    """Why absent, if told."""
    movements: tuple[Movement, ...] = ()
    """Coming in and going out after the opening, in order; they alternate."""
    stand_in: StandIn | None = None
    """Who came instead; present, movements and spoken words are then the stand-in's."""

    @property
    def is_guest(self) -> bool:
        """Tell whether the person has no seat in the committee."""
        return not self.roles

    @property
    def role_label(self) -> str:
        """Return the role that is printed: the one that says most, or what a guest is called."""
        return self._role.label if self._role else GUEST_LABEL

    @property
    def rank(self) -> int:
        """Return the place in the order of precedence, 0 being the chair; guests come last."""
        return self._role.rank if self._role else len(Role)

    @property
    def _role(self) -> Role | None:
        return min(self.roles, key=lambda role: role.weight, default=None)

    @property
    def counts(self) -> bool:
        """Tell whether the person counts for the quorum and votes."""
        return any(role.is_member for role in self.roles)

    @property
    def title(self) -> str:
        """Return how the one who sits there is called in lists: the name, else the position."""
        return self.stand_in.title if self.stand_in else self.name or self.position

    @property
    def here(self) -> bool:
        """Tell whether in the room as things stand."""
        return self.movements[-1].came if self.movements else self.present

    def here_at(self, at: datetime) -> bool:
        """Tell whether in the room at a time of the meeting."""
        before = [movement for movement in self.movements if movement.at <= at]
        return before[-1].came if before else self.present

    @property
    def attended(self) -> bool:
        """Tell whether in the room at any time."""
        return self.present or bool(self.movements)

    def moved(self, at: datetime, *, came: bool) -> RosterEntry:
        """Return the entry after coming in or going out.

        Raises RuleBroken for one who is there already or not at all, and for a time before the last movement.
        """
        if came == self.here:
            raise RuleBroken(f"{self.title} {'อยู่ในที่ประชุมแล้ว' if came else 'ไม่ได้อยู่ในที่ประชุม'}", "ตรวจสอบรายชื่อผู้มาประชุม")
        if self.movements:
            last = self.movements[-1].at
            at = within_its_minute(at, last)
            if at < last:
                raise RuleBroken(
                    f"เวลา {clock(at.time())} อยู่ก่อนการเข้าออกครั้งก่อน {clock(last.time())}", "ตรวจสอบเวลาที่กรอก"
                )
        return replace(self, movements=(*self.movements, Movement(at, came)))

    def represented_by(self, stand_in: StandIn | None) -> RosterEntry:
        """Return the entry with somebody standing in, or nobody any more.

        Raises BadText for a stand-in without name and position, RuleBroken for a guest.
        """
        if self.is_guest:
            raise RuleBroken("ผู้เข้าร่วมประชุมไม่มีผู้มาประชุมแทน", "เพิ่มผู้เข้าร่วมประชุมอีกคนหนึ่ง")
        if stand_in is not None and not stand_in.title.strip():
            raise BadText("ยังไม่ได้ระบุชื่อหรือตำแหน่งของผู้มาประชุมแทน", "พิมพ์ชื่อหรือตำแหน่ง")
        return replace(self, stand_in=stand_in)

    def absent_because(self, reason: str) -> RosterEntry:
        """Return the entry with the reason of the absence; raise RuleBroken for one who attended."""
        if self.attended:
            raise RuleBroken(f"{self.title} มาประชุม จึงไม่มีเหตุผลที่ไม่มา", "เลือกผู้ที่ไม่ได้มาประชุม")
        return replace(self, reason=reason.strip())

    def renamed(self, name: str, position: str) -> RosterEntry:
        """Return a guest's entry with another name and position.

        Raises BadText where both are empty, RuleBroken for one of the committee.
        """
        if not self.is_guest:
            raise RuleBroken("ชื่อและตำแหน่งของกรรมการมาจากคำสั่งแต่งตั้ง", "แก้ไขที่หน้าตั้งค่า")
        if not name.strip() and not position.strip():
            raise BadText("ยังไม่ได้ระบุชื่อหรือตำแหน่งของผู้เข้าร่วมประชุม", "พิมพ์ชื่อหรือตำแหน่ง")
        return replace(self, name=name.strip(), position=position.strip())

    def in_session(self, opened: datetime) -> RosterEntry:
        """Return the entry with its movements at the same times of day of a meeting that opened then."""
        moved = tuple(replace(each, at=in_session(each.at.time(), opened)) for each in self.movements)
        return replace(self, movements=moved)

    def check_in_session(self, adjourned: datetime) -> None:
        """Raise RuleBroken where the person came or went after the meeting adjourned."""
        if self.movements and self.movements[-1].at > adjourned:
            last = self.movements[-1]
            raise RuleBroken(
                f"เลิกประชุมเวลา {clock(adjourned.time())} ไม่ได้ เพราะ {self.title} "
                f"{'เข้า' if last.came else 'ออก'}เวลา {clock(last.at.time())}",
                "แก้เวลาเข้าออกก่อน หรือตรวจสอบเวลาที่กรอก",
            )

    def check_movements(self, opened: datetime, adjourned: datetime | None) -> None:
        """Raise RuleBroken unless movements alternate, in order, between opening and adjourning."""
        comings = [self.present, *(movement.came for movement in self.movements)]
        times = [opened, *(movement.at for movement in self.movements), *([adjourned] if adjourned else [])]
        if any(one == other for one, other in pairwise(comings)) or any(one > other for one, other in pairwise(times)):
            raise RuleBroken(f"เวลาเข้าออกของ {self.title} ไม่ต่อเนื่องกัน", "ตรวจสอบเวลาเข้าและเวลาออก")

    @property
    def full_position(self) -> str:
        """Return the position with what the person acts as."""
        return f"{self.position} {self.acting}".strip()


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """How a committee counts its quorum."""

    needed: int = 0
    """Persons that must be present where the appointing order names a number; 0 means half of those who count."""
    stand_ins_count: bool = True
    """Whether a person of the committee counts when somebody else came instead."""


HALF = QuorumRule()
"""Half of those who count, stand-ins among them."""


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many counting persons are present of how many, and how many are needed."""

    present: int
    total: int
    needed: int

    @property
    def met(self) -> bool:
        """Tell whether enough are present; a committee without counting persons has no quorum."""
        return self.total > 0 and self.present >= self.needed


def roster_of(committee: Committee) -> tuple[RosterEntry, ...]:
    """Return one entry for each person who fills a seat of the order in force, in the order's own order.

    A person who fills several seats stands at the one whose role says most, and is counted once.
    """
    seats: dict[str, list[Seat]] = {}
    for seat in committee.order.seats:
        if not seat.vacant:
            seats.setdefault(seat.person_id, []).append(seat)
    entries = []
    for person_id, own in seats.items():
        person = committee.person(person_id)
        best = min(own, key=lambda seat: (seat.role.weight, seat.line))
        roles = tuple(sorted({seat.role for seat in own}, key=lambda role: role.weight))
        entries.append(
            (best.line, RosterEntry(person.id, person.position, roles, person.name, best.acting))
        )
    return tuple(entry for _, entry in sorted(entries, key=lambda pair: pair[0]))


def vacant_seats(order: AppointingOrder) -> tuple[Seat, ...]:
    """Return the seats that nobody fills; they show, and never count as persons."""
    return tuple(seat for seat in order.seats if seat.vacant)


def quorum_of(
    roster: Iterable[RosterEntry], rule: QuorumRule = HALF, at: datetime | None = None
) -> Quorum:
    """Count the quorum of a roster in persons, as things stand or at a time of the meeting."""
    counting = [entry for entry in roster if entry.counts]
    able = [entry for entry in counting if rule.stand_ins_count or entry.stand_in is None]
    present = sum(entry.here_at(at) if at else entry.here for entry in able)
    return Quorum(present, len(counting), rule.needed or (len(counting) + 1) // 2)


def entry_of(roster: Iterable[RosterEntry], person_id: str) -> RosterEntry:
    """Return the roster entry of a person; raise NotFound."""
    for entry in roster:
        if entry.id == person_id:
            return entry
    raise NotFound("ไม่พบบุคคลนี้ในรายชื่อผู้ประชุม", "เลือกผู้พูดจากรายชื่อ")


def check_may_preside(roster: Iterable[RosterEntry], person_id: str) -> None:
    """Raise RuleBroken unless somebody has a seat in the committee and that person was there at the opening."""
    roster = tuple(roster)
    check_has_seats(roster)
    if all(entry.id != person_id or not entry.present for entry in roster):
        raise RuleBroken("ประธานในที่ประชุมไม่ได้มาประชุม", "เลือกผู้ทำหน้าที่ประธานจากผู้มาประชุม")


def check_has_seats(roster: Iterable[RosterEntry]) -> None:
    """Raise RuleBroken, which says where seats are added, for a roster without anybody of the committee."""
    if all(entry.is_guest for entry in roster):
        raise RuleBroken(
            "คณะกรรมการยังไม่มีผู้ดำรงตำแหน่ง จึงเปิดประชุมไม่ได้", "เพิ่มตำแหน่งและผู้ดำรงตำแหน่งที่หน้าตั้งค่า ตำแหน่งในคณะกรรมการ"
        )


def marked(roster: Iterable[RosterEntry], person_id: str, present: bool, reason: str = "") -> tuple[RosterEntry, ...]:
    """Return the roster with one person marked present, or absent with a reason."""
    return tuple(
        replace(entry, present=present, reason="" if present else reason) if entry.id == person_id else entry
        for entry in roster
    )
