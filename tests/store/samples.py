"""A small meeting, year and body for the tests of the store; positions stand in for names."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from ita_tui.domain import life
from ita_tui.domain.agenda import AgendaItem, AgendaKind, EarlierMeeting
from ita_tui.domain.analysis.texts import Analysis, Figure, Judgement, Proposal, RuleSet
from ita_tui.domain.body import Body, BodyKind, Division
from ita_tui.domain.committee import AppointingOrder, Committee, Person, Role, Seat
from ita_tui.domain.evidence import Evidence
from ita_tui.domain.meeting import Meeting, OitList, Prepared
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.oit import FollowUp, FollowUpEntry, NoteChange, Status, StatusChange, StatusReport
from ita_tui.domain.record import ROOM, CommitteeList, OitTable, Paragraph, Points, ResultsAccount, Statement, person
from ita_tui.domain.resolutions import Assignment, Resolution, ResolutionKind
from ita_tui.domain.results import Results, YearRecord
from ita_tui.domain.roster import RosterEntry
from ita_tui.domain.years import BEYear
from ita_tui.store.acts import Action

Y2566, Y2567 = BEYear(2566), BEYear(2567)
AT = datetime(2024, 1, 17, 9, 30)
STAMP = "2024-01-17T09:30:00+07:00"
_given = iter(range(1, 10_000_000))


def new_id() -> str:
    """Return an id such as the secretary gives, another one every time."""
    return UUID(int=next(_given)).hex


COMMITTEE = Committee(
    "c1", "คณะกรรมการประเมินคุณธรรมและความโปร่งใส",
    (AppointingOrder("k1", 12, Y2566, "แต่งตั้งคณะกรรมการ", None, ("กำกับ", "ติดตาม"),
                     (Seat("s1", Role.CHAIR, "ปลัดเทศบาล", 1, person_id="p1"),
                      Seat("s2", Role.MEMBER_SECRETARY, "หัวหน้าสำนักปลัด", 2, person_id="p2"),
                      Seat("s3", Role.MEMBER, "ผู้อำนวยการกองช่าง", 3))),),
    (Person("p1", "ปลัดเทศบาล"), Person("p2", "หัวหน้าสำนักปลัด")),
)
BODY = Body("b1", "เทศบาลตำบลตัวอย่าง", BodyKind.SUBDISTRICT_MUNICIPALITY, "ตัวอย่าง",
            divisions=(Division("d1", "กองคลัง"), Division("d2", "กองช่าง")), committees=(COMMITTEE,))
AGENDA = (
    AgendaItem("i1", AgendaKind.CHAIR_INFORMS, AgendaKind.CHAIR_INFORMS.label),
    AgendaItem("i2", AgendaKind.APPROVE_MINUTES, AgendaKind.APPROVE_MINUTES.label,
               approves=EarlierMeeting(1, Y2566, date(2023, 10, 31))),
    AgendaItem("i3", AgendaKind.FOR_CONSIDERATION, AgendaKind.FOR_CONSIDERATION.label),
    AgendaItem("i4", AgendaKind.FOR_CONSIDERATION, "ติดตามงานของแต่ละกอง", "i3"),
)
ROSTER = (RosterEntry("p1", "ปลัดเทศบาล", (Role.CHAIR,)),
          RosterEntry("p2", "หัวหน้าสำนักปลัด", (Role.MEMBER_SECRETARY,), acting="รักษาการแทน"))
YEAR = YearRecord(
    Y2567,
    Results(Y2567, "ผ่านดี", {"overall": Decimal("91.20"), "o1": Decimal("100")}, {"6": "คุณภาพการดำเนินงาน"},
            {"1": ("i1", "i2"), "9": ()}, {"8": "การปรับปรุงระบบงาน"}),
    (FollowUp(Y2567, Y2566, (FollowUpEntry("o1", division_id="d1", history=(StatusReport(STAMP, Status.DONE, "กองคลัง"),
                                                                                 NoteChange(STAMP, "", "m0"))),
                             FollowUpEntry("o2", Status.DONE, due="สิ้นไตรมาส",
                                           evidence=(Evidence("https://example.go.th/o2", "หน้าเผยแพร่"),),
                                           history=(StatusChange(STAMP, Status.DONE, "ดำเนินการแล้ว", "m0"),)))),),
    Analysis((RuleSet.LOWEST_THREE,), (
        Proposal(RuleSet.LOWEST_THREE, "6", Judgement.URGENT, params={"rank": "1"},
                 figures=(Figure(Y2567, "6", Decimal("80.10")),), text="ขอให้กองช่างปรับปรุง"),
    )),
)


def planned(meeting_id: str = "m1", number: int = 1) -> Meeting:
    """Return a meeting that was prepared and not yet opened."""
    head = MeetingHead(meeting_id, "c1", number, Y2567, MeetingState.PLANNED, date(2024, 1, 17))
    return Meeting(head, time(9, 30), "ห้องประชุมชั้นสอง", AGENDA, OitList(Y2567, Y2566, Y2566),
                   (Prepared("q1", "i1", person("p1"), "ขอเปิดการประชุมและแจ้งกำหนดส่งข้อมูลรอบนี้"),))


def opened(meeting_id: str = "m1") -> Meeting:
    """Return a live meeting."""
    return life.opened(planned(meeting_id), AT, ROSTER, presiding_id="p1")


def said(entry_id: str, text: str, revision: int = 0) -> Statement:
    """Return a statement of the chair."""
    return Statement(entry_id, "i1", person("p1"), (Paragraph(text),), AT, revision)


def everything() -> Meeting:
    """Return a meeting in which every kind of block and entry stands."""
    blocks = (Paragraph("สรุปงานที่ค้างอยู่ดังนี้"), Points(("ส่งเอกสาร", "ลงเว็บไซต์"), 3),
              CommitteeList((("ปลัดเทศบาล", "ประธานกรรมการ"),)), OitTable(Y2567, Y2566),
              ResultsAccount(Y2566, (("ภาพรวม", "91.20"),)))
    resolution = Resolution("r1", "i4", ResolutionKind.AGREED_WITH_REMARKS, AT, "ให้เร่งรัดภายในเดือนนี้", ("p1", "p2"),
                            (Assignment("g1", "กองคลัง", "รวบรวมหลักฐาน", "๓๑ มีนาคม"),), 2)
    meeting = opened().with_entry(Statement("e1", "i1", person("p2"), blocks, AT))
    return meeting.with_entry(Statement("e2", "i1", ROOM, (Paragraph("ไม่มี"),), AT)).with_entry(resolution)


def action(verb: str = "say", **values: object) -> Action:
    """Return an act with an id of its own."""
    return Action(new_id(), verb, STAMP, **values)  # type: ignore[arg-type]
