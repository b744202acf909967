"""The roster as it is filled in at the opening, or put right afterwards, before the meeting takes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from ita_tui.domain.committee import Role
from ita_tui.domain.midnight import in_session
from ita_tui.domain.roster import Movement, RosterEntry, StandIn, entry_of
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.meeting.people import line_of
from ita_tui.thai.dates import parse_time
from ita_tui.thai.digits import thai_digits

_MOVEMENT = re.compile(r"(เข้า|ออก)\s*([0-9๐-๙.:]+)(?:\s*น\.?)?[\s·,]*")


class RosterDraft:
    """A roster that changes by what is told of its people; nothing is kept."""

    def __init__(self, roster: Iterable[RosterEntry], new_id: Callable[[], str]) -> None:
        self._entries = {entry.id: entry for entry in roster}
        self._before = dict(self._entries)
        self._new_id = new_id

    @property
    def roster(self) -> tuple[RosterEntry, ...]:
        """Return the roster as it stands; guests who did not come are no part of it."""
        return tuple(entry for entry in self._entries.values() if entry.attended or not entry.is_guest)

    @property
    def may_preside(self) -> tuple[RosterEntry, ...]:
        """Return the chair alone where present in person, else the members present, highest first."""
        present = sorted((entry for entry in self.roster if entry.present), key=lambda entry: entry.rank)
        chairs = [entry for entry in present if Role.CHAIR in entry.roles and entry.stand_in is None]
        return tuple(chairs or [entry for entry in present if entry.counts] or present)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all, guests who did not come among them."""
        return tuple(self._entries)

    def entry(self, person_id: str) -> RosterEntry:
        """Return a person as things stand; raise NotFound."""
        return entry_of(self._entries.values(), person_id)

    def tick(self, person_id: str, present: bool) -> None:
        """Say whether a person was in the room at the opening; a first movement that contradicts it goes.

        Ticked back as before, the movements are those from before.
        """
        old, before = self.entry(person_id), self._before.get(person_id)
        if old.present == present:
            return
        movements = old.movements
        if before is not None and before.present == present:
            movements = before.movements
        elif movements and movements[0].came == present:
            movements = movements[1:]
        reason = "" if present else old.reason
        self._entries[person_id] = replace(old, present=present, reason=reason, movements=movements)

    def welcome(self, name: str, position: str) -> RosterEntry:
        """Add a guest who is there from the opening on; raise BadText without name and position."""
        guest = RosterEntry(self._new_id(), "", ()).renamed(line_of(name), line_of(position))
        self._entries[guest.id] = guest
        return guest

    def rename(self, person_id: str, name: str, position: str) -> None:
        """Put a guest's name and position right."""
        self._entries[person_id] = self.entry(person_id).renamed(line_of(name), line_of(position))

    def stand_in(self, person_id: str, name: str, position: str) -> None:
        """Say who came instead of a person, who is there with that; both empty for nobody."""
        other = StandIn(line_of(position), line_of(name)) if name.strip() or position.strip() else None
        self._entries[person_id] = self.entry(person_id).represented_by(other)
        if other is not None and not self.entry(person_id).attended:
            self.tick(person_id, present=True)

    def act_as(self, person_id: str, acting: str) -> None:
        """Say in which post a person acts; empty for none."""
        self._entries[person_id] = replace(self.entry(person_id), acting=line_of(acting))

    def excuse(self, person_id: str, reason: str) -> None:
        """Say why a person is absent; raise RuleBroken for one who attended."""
        self._entries[person_id] = self.entry(person_id).absent_because(line_of(reason))

    def retime(self, person_id: str, times: str, opened: datetime) -> None:
        """Put right when a person came and went after the opening, e.g. ออก ๑๐.๒๐ เข้า ๑๐.๔๐; empty for never.

        Whether the person was there at the opening follows from the first of them. Raises BadText for what cannot be
        read, RuleBroken where coming and going do not alternate in the order of time.
        """
        movements = read_times(times, opened)
        entry = self.entry(person_id)
        present = not movements[0].came if movements else entry.present
        reason = "" if movements or present else entry.reason
        after = replace(entry, present=present, reason=reason, movements=movements)
        after.check_movements(movements[0].at if movements else opened, None)
        if not after.attended and after.is_guest:
            raise RuleBroken(f"{after.title} ไม่ได้เข้าประชุม", "กด Space เพื่อไม่นับ")
        self._entries[person_id] = after


def read_times(text: str, opened: datetime) -> tuple[Movement, ...]:
    """Read comings and goings in a meeting that opened then, e.g. ออก ๑๐.๒๐ เข้า ๑๐.๔๐; raise BadText."""
    rest = line_of(text)
    movements: list[Movement] = []
    while rest:
        found = _MOVEMENT.match(rest)
        if found is None:
            raise BadText(f"อ่านเวลาเข้าออก “{rest[:40]}” ไม่ได้", "พิมพ์ เช่น ออก ๑๐.๒๐ เข้า ๑๐.๔๐")
        movements.append(Movement(in_session(parse_time(found[2]), opened), found[1] == "เข้า"))
        rest = rest[found.end() :]
    return tuple(movements)


def times_text(movements: Iterable[Movement]) -> str:
    """Write comings and goings as they are read."""
    return thai_digits(" ".join(f"{'เข้า' if each.came else 'ออก'} {each.at:%H.%M}" for each in movements))
