"""Data at its two ends: an office in which nothing stands yet, and one in which everything is long, many or hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from ita_tui.domain.agenda import AgendaItem, AgendaKind
from ita_tui.domain.body import Body, BodyKind, Division
from ita_tui.domain.committee import Committee, Person, Role, Seat
from ita_tui.domain.evidence import Evidence
from ita_tui.domain.meeting import Prepared
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.oit import Status
from ita_tui.domain.record import FOLLOW_MARK, SECRETARIAT, person
from ita_tui.domain.resolutions import ResolutionKind, Votes
from ita_tui.domain.years import BEYear
from ita_tui.secretary.body.setup import found, read_answers
from ita_tui.secretary.keeping.changes import Decision, Place, Tools
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.store.acts import Action
from ita_tui.store.repository import DataFolder

_LONG = "ผู้อำนวยการกองสาธารณสุขและสิ่งแวดล้อม รักษาราชการแทนผู้อำนวยการกองสวัสดิการสังคมและส่งเสริมอาชีพผู้สูงอายุ"
_HOSTILE = (
    "[@click=app.quit]ชื่อ[/]", "มติ [/] [0] [a=b", "=1+1", "../../x", "{{7*7}} {% for %}", '#eval("1") $x$ *b*',
    "<script>alert(1)</script> & <b>", "ก" * 120, "\\u202e ปกติ",
)
_SAID = (
    "ขอให้ฝ่ายเลขานุการรายงานข้อที่ยังค้างอยู่ทั้งหมด และกำหนดวันที่จะเผยแพร่บนเว็บไซต์ของหน่วยงานให้ครบทุกข้อภายในสิ้นไตรมาส",
    "กองคลังรายงานว่าแผนการใช้จ่ายงบประมาณได้เผยแพร่แล้ว\n1. รายงานการกำกับติดตามรอบหกเดือน\n2. สรุปผลการจัดซื้อจัดจ้างรายเดือน",
    "ปิ่น กู้ ที่ ซุ้ม น้ำ ญี่ปุ่น ฎีกา ทฤษฎี รู้ เพิ่มเติมอีกครั้งหนึ่ง", *_HOSTILE,
)

FOLDERS = tuple(Path("/ข้อมูล") / each for each in (
    "เทศบาลตำบลตัวอย่าง", "องค์การบริหารส่วนตำบลที่มีชื่อยาวเป็นพิเศษแห่งหนึ่งในจังหวัดพระนครศรีอยุธยาและใกล้เคียง", "[@click] {{7*7}}",
    "เทศบาลเมืองตัวอย่าง", "เทศบาลนครตัวอย่าง", "ข้อมูล ๒๕๖๖", "ข้อมูล ๒๕๖๗", "สำเนา",
))
"""Folders opened before."""


def write_empty(folder: Path, tools: Tools) -> None:
    """Write an office whose lists hold nothing: no division, no power, no seat, no meeting."""
    answers = read_answers(BodyKind.SUBDISTRICT_ORGANISATION, "ทุ่งตะวัน", "", "")
    found(answers, folder, tools)
    with DataFolder.open(folder) as data:
        body = data.body()
        (committee,) = body.committees
        bare = replace(committee, orders=(replace(committee.order, seats=(), powers=()),), people=())
        _apply(data, tools, body=replace(body, divisions=(), committees=(bare,)))


def write_full(folder: Path, tools: Tools) -> None:
    """Fill a copy of the sample: many people and items, all items settled, ninety statements, names of every kind."""
    write_full_plan(folder, tools)
    with Office.open(folder, tools) as office:
        _hold(office.desk(office.head("1/2567").id))
        office.flush()


def write_full_plan(folder: Path, tools: Tools) -> None:
    """Fill a copy of the sample with a meeting of many people and items that is still to be opened."""
    with DataFolder.open(folder) as data:
        head = next(each for each in data.heads() if each.number_text == "1/2567")
        meeting, body = data.meeting(head.id), data.body()
        earlier = tuple(
            replace(meeting, head=MeetingHead(
                f"earlier{at}", head.committee_id, at + 1, BEYear(2560 + at // 5), MeetingState.FINAL,
                date(2017 + at // 5, 1 + at % 12, 9),
            ), agenda=meeting.agenda[:1])
            for at in range(25)
        )
        agenda = _agenda(meeting.agenda)
        prepared = tuple(
            Prepared(f"prepared{at}", agenda[-2].id, SECRETARIAT, " ".join(_SAID)) for at in range(3)
        )
        full = replace(meeting, agenda=agenda, prepared=prepared, place=f"ห้องประชุม{_LONG}")
        _apply(data, tools, meetings=(full, *earlier), body=_body(body))


def _apply(data: DataFolder, tools: Tools, **changes: object) -> None:
    assert data.writer is not None
    data.writer.apply(Action(tools.new_id(), "test", tools.stamp(), **changes))  # type: ignore[arg-type]


def _body(body: Body) -> Body:
    (committee,) = body.committees
    names = (*_HOSTILE, "กองยุทธศาสตร์ งบประมาณ และการพัฒนาท้องถิ่นอย่างยั่งยืนเพื่อประชาชนทุกหมู่บ้านในเขตเทศบาล")
    divisions = (*body.divisions, *(Division(f"division{at}", each) for at, each in enumerate(names)))
    name = "เทศบาลตำบลศรีสัชนาลัยบุรีรัมย์เพชรเมืองทองพัฒนานคร [/] {{7*7}}"
    return replace(body, name=name, divisions=divisions, committees=(_committee(committee),))


def _committee(committee: Committee) -> Committee:
    order = committee.order
    posts = [_HOSTILE[at % len(_HOSTILE)] if at % 3 == 0 else f"{_LONG} คนที่ {at}" for at in range(23)]
    people = tuple(Person(f"person{at}", post) for at, post in enumerate(posts))
    seats = tuple(
        Seat(f"seat{at}", Role.MEMBER, each.position, 20 + at, person_id="" if at == 22 else each.id)
        for at, each in enumerate(people)
    )
    powers = (*order.powers, *(f"{_SAID[0]} {each}" for each in _HOSTILE))
    order = replace(order, seats=(*order.seats, *seats), powers=powers)
    name = f"{committee.name} และขับเคลื่อนมาตรการป้องกันการทุจริตในระดับตำบล {_HOSTILE[0]}"
    return replace(committee, name=name, orders=(*committee.orders[:-1], order), people=(*committee.people, *people))


def _agenda(agenda: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    kept, last = agenda[:-1], agenda[-1]
    titles = (f"พิจารณา{_LONG} ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", *_HOSTILE)
    tops = tuple(
        AgendaItem(f"item{at}", AgendaKind.FOR_CONSIDERATION, titles[at % len(titles)]) for at in range(10)
    )
    subs = tuple(
        AgendaItem(f"sub{at}", AgendaKind.FOR_CONSIDERATION, titles[at % len(titles)], f"item{at // 3}")
        for at in range(12)
    )
    return (*kept, *tops, *subs, last)


def _hold(desk: MeetingDesk) -> None:
    roster = desk.roster()
    away = {entry.id for entry in roster[8:11]}
    roster = tuple(replace(entry, present=entry.id not in away) for entry in roster)
    desk.gavel.open(desk.now(), roster, presiding_id=roster[0].id)
    late, excused, unexcused = roster[8:11]
    desk.people.come(late.id, time(9, 30))
    desk.people.excuse(excused.id, "ลาป่วย ตามหนังสือลาที่ยื่นไว้ต่อหัวหน้าส่วนราชการก่อนวันประชุมหนึ่งวัน")
    desk.people.come_for(unexcused.id, "", _LONG, time(9, 30))
    for guest in _HOSTILE[:3]:
        desk.people.welcome("", guest, time(9, 30))
    _settle(desk)
    stops = [item.id for _, item in desk.stops]
    for at in range(90):
        item = stops[min(at // 5, len(stops) - 1)]
        words = _SAID[at % len(_SAID)] + (f" {FOLLOW_MARK}" if at % 11 == 0 else "")
        desk.say(Place(desk.meeting.head.id, item, f"said{at:02}", person(roster[at % 5].id), 0, 0), words)
    desk.say(Place(desk.meeting.head.id, stops[0], "said00", person(roster[0].id), 0, 0), f"{_SAID[0]} {_SAID[1]}")
    desk.say(Place(desk.meeting.head.id, stops[0], "said00", person(roster[0].id), 0, 0), _SAID[2])
    work = tuple((who, _SAID[0], "๓๑ มกราคม ๒๕๖๗") for who in ("กองคลัง", "ทุกส่วนราชการ", _HOSTILE[0], _LONG))
    dissent = ((roster[1].id, _SAID[0]),)
    desk.resolve(stops[0], Decision(ResolutionKind.AGREED, _SAID[0], work, Votes(20, 4, 2), dissent))
    for words in _HOSTILE:
        desk.resolve(stops[0], Decision(ResolutionKind.OWN_WORDS, words))


def _settle(desk: MeetingDesk) -> None:
    rows = desk.oit.rows()
    statuses = [each for each in Status if each is not Status.UNSET]
    for at, row in enumerate(rows):
        desk.oit.mark(row.code, statuses[at % len(statuses)])
    first = rows[0].code
    desk.oit.note(first, f"{_SAID[0]} {_HOSTILE[0]}")
    desk.oit.give_due(first, "ภายในสิ้นไตรมาสที่สองของปีงบประมาณ หรือเมื่อมีคำสั่งแต่งตั้งหัวหน้าส่วนราชการคนใหม่")
    desk.oit.give_to(first, "division9")
    desk.oit.prove(first, tuple(
        Evidence(f"https://www.example.go.th/{'oit/' * 15}{at}.pdf", _HOSTILE[at]) for at in range(6)
    ))
