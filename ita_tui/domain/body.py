"""The local government body whose committee meets: one data folder holds one body."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ita_tui.domain.committee import Committee
from ita_tui.domain.settings import USUAL, Settings
from ita_tui.errors import NotFound


class BodyKind(StrEnum):
    """Kinds of local government bodies that hold such a committee."""

    SUBDISTRICT_MUNICIPALITY = "subdistrict_municipality"
    TOWN_MUNICIPALITY = "town_municipality"
    CITY_MUNICIPALITY = "city_municipality"
    SUBDISTRICT_ORGANISATION = "subdistrict_organisation"

    @property
    def label(self) -> str:
        """Return the Thai name of the kind."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    BodyKind.SUBDISTRICT_MUNICIPALITY: "เทศบาลตำบล",
    BodyKind.TOWN_MUNICIPALITY: "เทศบาลเมือง",
    BodyKind.CITY_MUNICIPALITY: "เทศบาลนคร",
    BodyKind.SUBDISTRICT_ORGANISATION: "องค์การบริหารส่วนตำบล",
}


EVERY_DIVISION = "*"
"""The id that stands for all divisions at once where an item is everybody's work."""


@dataclass(frozen=True, slots=True)
class Division:
    """A division (ส่วนราชการ) of the body, responsible for OIT items."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its divisions and committees."""

    id: str
    name: str
    """Full name as printed, e.g. เทศบาลตำบลเพชรเมืองทอง."""
    kind: BodyKind
    province: str
    district: str = ""
    divisions: tuple[Division, ...] = ()
    committees: tuple[Committee, ...] = ()
    settings: Settings = USUAL

    def committee(self, committee_id: str) -> Committee:
        """Return the committee of that id; raise NotFound."""
        for committee in self.committees:
            if committee.id == committee_id:
                return committee
        raise NotFound("ไม่พบคณะกรรมการนี้", "ตรวจสอบรายการคณะกรรมการ")

    def division_names(self) -> dict[str, str]:
        """Return the names of the divisions by id, those for all of them and for none included."""
        return {**{each.id: each.name for each in self.divisions}, EVERY_DIVISION: "ทุกส่วนราชการ", "": ""}

    def division_name(self, division_id: str) -> str:
        """Return the name of a division, or an empty text for the empty id; raise NotFound."""
        try:
            return self.division_names()[division_id]
        except KeyError:
            raise NotFound("ไม่พบส่วนราชการนี้", "ตรวจสอบรายชื่อส่วนราชการ") from None

    def names(self) -> tuple[str, ...]:
        """Return the names of body, places, divisions and people, which no line may break."""
        people = [person for committee in self.committees for person in committee.people]
        own = [self.name, self.district, self.province, *(division.name for division in self.divisions)]
        return tuple(name for name in [*own, *(person.name for person in people)] if name)
