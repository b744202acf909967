"""The roster of one meeting: one line a person, whatever seats that person fills, and the quorum they make.

A quorum is counted in persons who fill counting seats: at least half must be present.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ita_tui.domain.committee import AppointingOrder, Committee, Role, Seat
from ita_tui.errors import NotFound


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One person of the committee at one meeting, as they were on that day."""

    id: str
    """The person's id."""
    position: str
    roles: tuple[Role, ...]
    """Roles of all seats the person fills, highest first."""
    name: str = ""
    acting: str = ""
    """e.g. รักษาการแทนปลัดเทศบาล; prints after the person's own position."""
    present: bool = True
    reason: str = ""
    """Why absent, if told."""

    @property
    def role(self) -> Role:
        """Return the role that is printed: the highest."""
        return self.roles[0]

    @property
    def counts(self) -> bool:
        """Tell whether the person counts for the quorum."""
        return any(role.is_member for role in self.roles)

    @property
    def title(self) -> str:
        """Return how the person is called in lists: the name, else the position."""
        return self.name or self.position

    @property
    def full_position(self) -> str:
        """Return the position with what the person acts as."""
        return f"{self.position} {self.acting}".strip()


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

    A person who fills several seats stands at the highest of them and is counted once.
    """
    seats: dict[str, list[Seat]] = {}
    for seat in committee.order.seats:
        if not seat.vacant:
            seats.setdefault(seat.person_id, []).append(seat)
    entries = []
    for person_id, own in seats.items():
        person = committee.person(person_id)
        best = min(own, key=lambda seat: (seat.role.rank, seat.line))
        roles = tuple(sorted({seat.role for seat in own}, key=lambda role: role.rank))
        entries.append(
            (best.line, RosterEntry(person.id, person.position, roles, person.name, best.acting))
        )
    return tuple(entry for _, entry in sorted(entries, key=lambda pair: pair[0]))


def vacant_seats(order: AppointingOrder) -> tuple[Seat, ...]:
    """Return the seats that nobody fills; they show, and never count as persons."""
    return tuple(seat for seat in order.seats if seat.vacant)


def quorum_of(roster: Iterable[RosterEntry]) -> Quorum:
    """Count the quorum of a roster in persons: at least half of those who count."""
    counting = [entry for entry in roster if entry.counts]
    present = sum(entry.present for entry in counting)
    return Quorum(present, len(counting), (len(counting) + 1) // 2)


def entry_of(roster: Iterable[RosterEntry], person_id: str) -> RosterEntry:
    """Return the roster entry of a person; raise NotFound."""
    for entry in roster:
        if entry.id == person_id:
            return entry
    raise NotFound("ไม่พบบุคคลนี้ในรายชื่อผู้ประชุม", "เลือกผู้พูดจากรายชื่อ")


def marked(roster: Iterable[RosterEntry], person_id: str, present: bool, reason: str = "") -> tuple[RosterEntry, ...]:
    """Return the roster with one person marked present, or absent with a reason."""
    return tuple(
        replace(entry, present=present, reason="" if present else reason) if entry.id == person_id else entry
        for entry in roster
    )
