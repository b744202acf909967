"""Beginning with one's own body: a few answers become a data folder with everything else proposed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ita_tui.domain import naming, proposals
from ita_tui.domain.body import Body, BodyKind, Division
from ita_tui.domain.committee import AppointingOrder, Committee, Person, Seat
from ita_tui.domain.seating import spread
from ita_tui.domain.settings import Settings
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, CannotWrite, RuleBroken
from ita_tui.secretary.keeping.changes import Tools
from ita_tui.store.acts import Action
from ita_tui.store.layout import is_data, is_free
from ita_tui.store.repository import DataFolder
from ita_tui.thai.dates import be_year
from ita_tui.thai.text import NAME_LIMIT, clean

_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\u200b]+')
_LONGEST = 60
"""Code points of a proposed folder's name: a Thai letter takes three bytes of the 255 that file systems allow."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What she is asked about her body; everything else is proposed."""

    kind: BodyKind
    name: str
    """With or without the words for what it is."""
    district: str = ""
    province: str = ""


def read_answers(kind: BodyKind, name: str, district: str, province: str) -> Answers:
    """Return answers as they are kept; raise BadText without a name or for names longer than any is."""
    places = [clean(each, multiline=False).strip() for each in (district, province)]
    if max(map(len, places)) > NAME_LIMIT:
        raise BadText("ชื่ออำเภอหรือจังหวัดยาวเกินไป", "ตรวจข้อความที่วาง")
    return Answers(
        kind, naming.full_name(kind, name), naming.district_name(places[0]), naming.province_name(places[1])
    )


def proposed_folder(documents: Path, name: str) -> Path:
    """Return where the data of a body of this name would lie; nothing is created."""
    plain = _NO_FILE_NAME.sub(" ", clean(name, multiline=False)).strip(" .")[:_LONGEST].strip(" .")
    return documents / (plain or "ข้อมูล ITA")


def check_free(folder: Path) -> None:
    """Raise RuleBroken where something lies already, or the system does not let us look."""
    if is_data(folder):
        raise RuleBroken(f"“{folder}” มีข้อมูลอยู่แล้ว", "เลือกโฟลเดอร์อื่น หรือกลับไปเลือก เปิดโฟลเดอร์ข้อมูลที่มีอยู่")
    if not is_free(folder):
        raise RuleBroken(f"“{folder}” มีแฟ้มอื่นอยู่ หรือเปิดไม่ได้", "เลือกโฟลเดอร์ใหม่ที่ยังไม่มี หรือโฟลเดอร์ว่าง")


def found(answers: Answers, folder: Path, tools: Tools) -> None:
    """Write a data folder for a body; raise RuleBroken where something lies already, CannotWrite."""
    check_free(folder)
    body = new_body(answers, BEYear(be_year(tools.now().date())), tools.new_id)
    with DataFolder.open(folder) as data:
        if data.writer is None:
            raise CannotWrite(f"เขียนโฟลเดอร์ “{folder}” ไม่ได้", "เลือกที่อื่น")
        data.writer.apply(Action(tools.new_id(), "found", tools.stamp(), body=body))


def new_body(answers: Answers, year: BEYear, new_id: Callable[[], str]) -> Body:
    """Return the body with divisions, committee, order and seats as usual for its kind; `year` is the order's."""
    divisions = tuple(Division(new_id(), name) for name in proposals.divisions_for(answers.kind))
    name = proposals.committee_name(answers.name)
    order = AppointingOrder(
        new_id(), 0, year, proposals.order_subject(name), powers=proposals.powers_for(answers.province)
    )
    committee = _seated(Committee(new_id(), name, (order,), ()), answers.kind, divisions, new_id)
    place = f"ห้องประชุม{answers.name}"
    return Body(
        new_id(), answers.name, answers.kind, answers.province, answers.district, divisions, (committee,),
        Settings(place=place),
    )


def _seated(
    committee: Committee, kind: BodyKind, divisions: tuple[Division, ...], new_id: Callable[[], str]
) -> Committee:
    """Return the committee with the usual seats, each filled by whoever holds the post."""
    lines = proposals.lines_for(kind)
    seats = tuple(Seat(new_id(), role, post, line) for line, (role, post) in enumerate(lines, start=1))
    heads = [proposals.head_of(division.name) for division in divisions]
    for seat in seats:
        if seat.post == proposals.EVERY_DIVISION:
            seats = spread(seats, seat.id, heads, new_id)
    people = tuple(Person(new_id(), seat.post) for seat in seats)
    filled = tuple(replace(seat, person_id=person.id) for seat, person in zip(seats, people, strict=True))
    return replace(committee, orders=(replace(committee.order, seats=filled),), people=people)
