"""The agenda: items of the regulation's kinds, sub-items below them, and numbers that are generated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound, RuleBroken


class AgendaKind(StrEnum):
    """What an agenda item is for; the label is the usual wording of its title."""

    CHAIR_INFORMS = "chair_informs"
    APPROVE_MINUTES = "approve_minutes"
    MATTERS_ARISING = "matters_arising"
    FOR_INFORMATION = "for_information"
    FOR_CONSIDERATION = "for_consideration"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the usual title."""
        return _TITLES[self]


_TITLES = {
    AgendaKind.CHAIR_INFORMS: "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
    AgendaKind.APPROVE_MINUTES: "เรื่องรับรองรายงานการประชุม",
    AgendaKind.MATTERS_ARISING: "เรื่องสืบเนื่อง",
    AgendaKind.FOR_INFORMATION: "เรื่องเสนอให้ที่ประชุมทราบ",
    AgendaKind.FOR_CONSIDERATION: "เรื่องเสนอให้ที่ประชุมพิจารณา",
    AgendaKind.OTHER: "เรื่องอื่น ๆ",
}

FIVE_ITEMS = (
    AgendaKind.CHAIR_INFORMS,
    AgendaKind.APPROVE_MINUTES,
    AgendaKind.MATTERS_ARISING,
    AgendaKind.FOR_CONSIDERATION,
    AgendaKind.OTHER,
)
"""The five-item form; its third item is either matters arising or for information."""


@dataclass(frozen=True, slots=True)
class EarlierMeeting:
    """The meeting whose minutes are put up for approval, named by number and date."""

    number: int
    year: BEYear
    held_on: date


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item or sub-item; its number is never stored."""

    id: str
    kind: AgendaKind
    title: str
    parent_id: str = ""
    """The item it stands under; empty for an item of its own."""
    approves: EarlierMeeting | None = None
    """Only for approve_minutes: which minutes."""


Numbered = tuple[str, AgendaItem]
"""A generated number in Arabic digits ("4", "4.1") and its item."""


def numbered(agenda: Iterable[AgendaItem]) -> tuple[Numbered, ...]:
    """Number an agenda: items 1, 2, 3 … in order, sub-items n.1, n.2 … in order below theirs."""
    agenda = tuple(agenda)
    rows: list[Numbered] = []
    for top, item in enumerate((item for item in agenda if not item.parent_id), start=1):
        rows.append((str(top), item))
        below = (sub for sub in agenda if sub.parent_id == item.id)
        rows.extend((f"{top}.{sub_no}", sub) for sub_no, sub in enumerate(below, start=1))
    return tuple(rows)


def stops(agenda: Iterable[AgendaItem]) -> tuple[Numbered, ...]:
    """Return what the meeting walks through: sub-items, and items that have none."""
    rows = numbered(agenda)
    parents = {item.parent_id for _, item in rows}
    return tuple((number, item) for number, item in rows if item.id not in parents)


def item_of(agenda: Sequence[AgendaItem], item_id: str) -> AgendaItem:
    """Return the item of that id; raise NotFound."""
    for item in agenda:
        if item.id == item_id:
            return item
    raise NotFound("ไม่พบระเบียบวาระนี้", "เลือกวาระจากรายการ")


def with_sub_item(agenda: Sequence[AgendaItem], item: AgendaItem) -> tuple[AgendaItem, ...]:
    """Return the agenda with a sub-item added below its parent; raise RuleBroken for a sub-item of a sub-item."""
    if item_of(agenda, item.parent_id).parent_id:
        raise RuleBroken("วาระย่อยซ้อนได้ชั้นเดียว", "เพิ่มวาระย่อยใต้ระเบียบวาระหลัก")
    return (*agenda, item)
