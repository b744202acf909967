"""The agenda: items of the regulation's kinds, sub-items below them, and numbers that are generated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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

SIX_ITEMS = (*FIVE_ITEMS[:3], AgendaKind.FOR_INFORMATION, *FIVE_ITEMS[3:])
"""The six-item form: matters for information stand before those for consideration."""


class AgendaForm(StrEnum):
    """Which items an agenda has."""

    FIVE = "five"
    SIX = "six"

    @property
    def kinds(self) -> tuple[AgendaKind, ...]:
        """Return the kinds of its items in order."""
        return FIVE_ITEMS if self is AgendaForm.FIVE else SIX_ITEMS

    @property
    def label(self) -> str:
        """Return the Thai name of the form."""
        return "ห้าวาระ" if self is AgendaForm.FIVE else "หกวาระ (มีเรื่องเสนอให้ที่ประชุมทราบ)"


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


def approved_at(agenda: Sequence[AgendaItem], item: AgendaItem) -> EarlierMeeting | None:
    """Return whose minutes are put up for approval at an item, or at the one it stands under; None for no minutes."""
    return item.approves or (item_of(agenda, item.parent_id).approves if item.parent_id else None)


def nothing_to_approve(agenda: Sequence[AgendaItem], item: AgendaItem) -> bool:
    """Tell whether an item is there to approve minutes and there are none: the committee never met before."""
    return item.kind is AgendaKind.APPROVE_MINUTES and approved_at(agenda, item) is None


def with_sub_item(agenda: Sequence[AgendaItem], item: AgendaItem) -> tuple[AgendaItem, ...]:
    """Return the agenda with a sub-item added below its parent; raise RuleBroken for a sub-item of a sub-item."""
    if item_of(agenda, item.parent_id).parent_id:
        raise RuleBroken("วาระย่อยซ้อนได้ชั้นเดียว", "เพิ่มวาระย่อยใต้ระเบียบวาระหลัก")
    return (*agenda, item)


def with_days_held(agenda: Iterable[AgendaItem], days: Mapping[tuple[int, BEYear], date]) -> tuple[AgendaItem, ...]:
    """Return the agenda with the meetings it approves on the days they were held; `days` is by number and year."""
    return tuple(
        replace(item, approves=replace(item.approves, held_on=days[item.approves.number, item.approves.year]))
        if item.approves and (item.approves.number, item.approves.year) in days else item
        for item in agenda
    )


# --- preparing it -------------------------------------------------------------------------------------------


def agenda_in(form: AgendaForm, new_id: Callable[[], str]) -> tuple[AgendaItem, ...]:
    """Return an agenda of the usual items of a form."""
    return tuple(AgendaItem(new_id(), kind, kind.label) for kind in form.kinds)


def form_of(agenda: Iterable[AgendaItem]) -> AgendaForm:
    """Return the form of an agenda: six where an item of its own is for information beside matters arising."""
    kinds = {item.kind for item in agenda if not item.parent_id}
    both = {AgendaKind.FOR_INFORMATION, AgendaKind.MATTERS_ARISING} <= kinds
    return AgendaForm.SIX if both else AgendaForm.FIVE


def in_form(agenda: Sequence[AgendaItem], form: AgendaForm, new_id: Callable[[], str]) -> tuple[AgendaItem, ...]:
    """Return the agenda in another form; raise RuleBroken where the item that would go has sub-items."""
    if form is form_of(agenda):
        return tuple(agenda)
    if form is AgendaForm.FIVE:
        (extra,) = [each for each in agenda if each.kind is AgendaKind.FOR_INFORMATION and not each.parent_id][:1]
        if any(each.parent_id == extra.id for each in agenda):
            raise RuleBroken(f"“{extra.title}” มีวาระย่อยอยู่", "ย้ายหรือลบวาระย่อยก่อน แล้วจึงเปลี่ยนแบบ")
        return without_item(agenda, extra.id)
    kind = AgendaKind.FOR_INFORMATION
    before = [each.id for each in agenda if each.kind is AgendaKind.MATTERS_ARISING and not each.parent_id]
    return with_item(agenda, AgendaItem(new_id(), kind, kind.label), before[-1] if before else "")


def with_item(agenda: Sequence[AgendaItem], item: AgendaItem, after_id: str = "") -> tuple[AgendaItem, ...]:
    """Return the agenda with an item put after another one of its level, or at the end of its level."""
    if item.parent_id:
        item_of(agenda, item.parent_id)
    at = next((place for place, each in enumerate(agenda) if each.id == after_id), len(agenda) - 1) + 1
    return (*agenda[:at], item, *agenda[at:])


def without_item(agenda: Iterable[AgendaItem], item_id: str) -> tuple[AgendaItem, ...]:
    """Return the agenda without an item and its sub-items; raise RuleBroken for the last item."""
    left = tuple(item for item in agenda if item_id not in (item.id, item.parent_id))
    if not left:
        raise RuleBroken("ระเบียบวาระต้องมีอย่างน้อยหนึ่งวาระ", "เพิ่มวาระอื่นก่อนลบวาระนี้")
    return left


def renamed(agenda: Iterable[AgendaItem], item_id: str, title: str) -> tuple[AgendaItem, ...]:
    """Return the agenda with an item's title changed."""
    return tuple(replace(item, title=title) if item.id == item_id else item for item in agenda)


def moved(agenda: Sequence[AgendaItem], item_id: str, step: int) -> tuple[AgendaItem, ...]:
    """Return the agenda with an item moved up (-1) or down (1) among those of its level; at the edge it stays."""
    item = item_of(agenda, item_id)
    places = [place for place, each in enumerate(agenda) if each.parent_id == item.parent_id]
    here = [agenda[place].id for place in places].index(item_id)
    if not 0 <= here + step < len(places):
        return tuple(agenda)
    order = list(agenda)
    one, other = places[here], places[here + step]
    order[one], order[other] = order[other], order[one]
    return tuple(order)
