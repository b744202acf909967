"""A meeting on which all that may happen does: people late or gone, a stand-in, guests, votes, dissent, no quorum."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from ita_tui.documents.facts import MinutesFacts
from ita_tui.domain.agenda import AgendaItem, AgendaKind, EarlierMeeting
from ita_tui.domain.committee import Role
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.domain.record import ROOM, SECRETARIAT, Entry, OitTable, Paragraph, Points, Statement, person
from ita_tui.domain.resolutions import Assignment, Dissent, Resolution, ResolutionKind, Votes
from ita_tui.domain.roster import Movement, RosterEntry, StandIn
from ita_tui.domain.years import BEYear
from tests.documents.papers import GROUPS, SENTENCES, YEARS, at, oit_rows

CHAIR = RosterEntry(
    "chair", "ผู้อำนวยการกองคลัง", (Role.CHAIR, Role.MEMBER), acting="รักษาการแทนปลัดเทศบาล",
    movements=(Movement(at(10, 40), came=False), Movement(at(11, 5), came=True)),
)  # fmt: skip
DISTRICT = RosterEntry(
    "district", "ท้องถิ่นอำเภอ", (Role.MEMBER,), stand_in=StandIn("นักส่งเสริมการปกครองท้องถิ่น", "นางสาวทดสอบ ระบบดี"),
    movements=(Movement(at(11, 10), came=False),),
)
LATE = RosterEntry(
    "late", "ปลัดอำเภอประจำตำบล", (Role.MEMBER,), present=False, movements=(Movement(at(9, 50), came=True),)
)
WORKS = RosterEntry(
    "works", "ผู้อำนวยการกองช่าง", (Role.MEMBER,),
    movements=(Movement(at(11, 12), came=False), Movement(at(11, 20), came=True)),
)  # fmt: skip
SCHOOLS = RosterEntry(
    "schools", "ผู้อำนวยการกองการศึกษา", (Role.MEMBER,), present=False,
    movements=(Movement(at(10, 5), came=True), Movement(at(11, 10), came=False)),
)  # fmt: skip
HEAD = RosterEntry("head", "หัวหน้าสำนักปลัด", (Role.MEMBER_SECRETARY,))
AWAY = RosterEntry("away", "ผู้อำนวยการกองสาธารณสุขและสิ่งแวดล้อม", (Role.MEMBER,), present=False, reason="ติดราชการที่จังหวัด")
CLERK = RosterEntry("clerk", "เจ้าพนักงานธุรการ", (Role.ASSISTANT,))
ENGINEER = RosterEntry(
    "engineer", "วิศวกรโยธาชำนาญการ", (), name="นายตัวอย่าง รายงานครบ", present=False,
    movements=(Movement(at(9, 30), came=True),),
)
TEACHER = RosterEntry(
    "teacher", "ผู้แทนสถานศึกษาในสังกัด", (), present=False, movements=(Movement(at(10, 10), came=True),)
)
ROSTER = (CHAIR, DISTRICT, LATE, WORKS, SCHOOLS, HEAD, AWAY, CLERK, ENGINEER, TEACHER)
"""Seven persons count: four are needed."""

EVENTS = (
    Event(EventKind.OPENED, at(9, 30)), Event(EventKind.PAUSED, at(10, 20)), Event(EventKind.RESUMED, at(10, 30)),
    Event(EventKind.CHAIR_CHANGED, at(10, 40), person_id="head"),
    Event(EventKind.CHAIR_CHANGED, at(11, 6), person_id="chair"), Event(EventKind.ADJOURNED, at(11, 45)),
)  # fmt: skip


def six_items() -> tuple[AgendaItem, ...]:
    """Return the six-item agenda, with two sub-items under the fifth of which one came while it was spoken about."""
    items = [AgendaItem(f"i{number}", kind, kind.label) for number, kind in enumerate(AgendaKind, start=1)]
    items[1] = replace(items[1], approves=EarlierMeeting(1, BEYear(2566), at(9, 0).date().replace(2023, 10, 31)))
    sub = AgendaKind.FOR_CONSIDERATION
    return (
        *items, AgendaItem("i51", sub, "ติดตามผลการดำเนินงาน OIT ปี 2567", "i5"),
        AgendaItem("i52", sub, "แผนเผยแพร่ข้อมูลรายไตรมาส ที่ที่ประชุมเพิ่มระหว่างการประชุม", "i5"),
    )  # fmt: skip


def _say(id_: str, item: str, speaker: str, when: tuple[int, int], *texts: str) -> Statement:
    return Statement(id_, item, person(speaker), tuple(map(Paragraph, texts)), at(*when))


def entries() -> tuple[Entry, ...]:
    """Return what was said and resolved on that day."""
    present = tuple(entry.id for entry in ROSTER)
    return (
        _say("s1", "i1", "chair", (9, 32), SENTENCES[0], "ขอแนะนำผู้เข้าร่วมประชุมสองท่าน"),
        Resolution("r1", "i1", ResolutionKind.ACKNOWLEDGED, at(9, 40), present=present),
        Resolution("r2", "i2", ResolutionKind.MINUTES_APPROVED, at(9, 42), present=present, votes=Votes(5)),
        _say("s2", "i3", "late", (9, 52), "ขออภัยที่มาช้า งานที่รับไปจากครั้งก่อนเสร็จแล้วทั้งหมด"),
        _say("s3", "i4", "district", (9, 56), SENTENCES[2]),
        _say("s4", "i4", "engineer", (10, 0), SENTENCES[1]),
        Resolution(
            "r4", "i4", ResolutionKind.ACKNOWLEDGED_ASSIGNED, at(10, 8), present=present,
            assignments=(Assignment("a0", "กองช่าง", "ปรับปรุงคู่มือสำหรับประชาชน", "ภายในสิ้นไตรมาส"),),
        ),
        _say("s5", "i5", "chair", (10, 12), "วาระนี้มีเรื่องย่อยหนึ่งเรื่อง ขอเพิ่มแผนเผยแพร่อีกหนึ่งเรื่อง [ตามต่อ]"),
        Statement(
            "s6", "i51", person("clerk"),
            (Paragraph(SENTENCES[0]), Points(("ข้อที่ค้างจากปีก่อน", "ข้อที่ต้องรอสิ้นไตรมาส"))), at(10, 15),
        ),
        Statement("s7", "i51", person("clerk"), (OitTable(BEYear(2567), BEYear(2566)),), at(10, 16)),
        _say("s8", "i51", "chair", (10, 33), SENTENCES[2], "ต้องออกไปรับผู้ตรวจราชการ ขอมอบหัวหน้าสำนักปลัดทำหน้าที่ต่อ"),
        _say("s9", "i51", "head", (10, 45), "ขอให้ที่ประชุมลงมติ"),
        Resolution(
            "r5", "i51", ResolutionKind.OWN_WORDS, at(10, 50), "เห็นชอบให้เผยแพร่ข้อมูลที่ค้างทั้งหมดบนเว็บไซต์ โดยไม่ต้องรอสิ้นไตรมาส",
            present, votes=Votes(3, 1, 1),
            assignments=(
                Assignment("a1", "กองคลัง", "จัดส่งสรุปผลการจัดซื้อจัดจ้างรายเดือน", "31 มกราคม 2567"),
                Assignment("a2", "ทุกส่วนราชการ", "ตรวจข้อมูลของตนบนเว็บไซต์"),
                Assignment("a3", "สำนักปลัด", "รวบรวมและรายงานประธาน", "ทุกสิ้นเดือน"),
            ),
            dissents=(Dissent("works", "ข้อมูลที่ยังไม่ครบไตรมาสอาจทำให้ประชาชนเข้าใจคลาดเคลื่อน"),),
        ),
        _say("s10", "i52", "teacher", (11, 0), "สถานศึกษาขอเผยแพร่พร้อมกัน"),
        _say("s11", "i52", "schools", (11, 9), SENTENCES[1]),
        Resolution(
            "r6", "i52", ResolutionKind.AGREED, at(11, 30), present=present, votes=Votes(4),
            assignments=(Assignment("a4", "สำนักปลัด", "จัดทำแผน", "15 กุมภาพันธ์ 2567"),),
        ),
        Statement("s12", "i6", SECRETARIAT, (Paragraph("แจ้งกำหนดส่งรายงานให้อำเภอภายในห้าวัน"),), at(11, 35)),
        Statement("s13", "i6", ROOM, (Paragraph("ไม่มี"),), at(11, 40)),
        _say("s14", "i6", "chair", (11, 42), "ขอบคุณทุกท่าน ขอเลิกประชุม"),
    )  # fmt: skip


def hard_meeting() -> Meeting:
    """Return that meeting, adjourned."""
    head = MeetingHead("m9", "c1", 3, BEYear(2567), MeetingState.ADJOURNED, at(9, 0).date())
    return Meeting(
        head, time(9, 30), "ห้องประชุมชั้น 2", six_items(), YEARS, roster=ROSTER, presiding_id="chair",
        recorder_id="clerk", reviewer_id="chair", quorum_reason="รอผู้อำนวยการกองช่างกลับเข้าประชุม",
        events=EVENTS, entries=entries(),
    )  # fmt: skip


def hard_facts(style: MinutesStyle = MinutesStyle.TWO_COLUMNS) -> MinutesFacts:
    """Return the facts of its minutes."""
    return MinutesFacts("คณะกรรมการติดตามและพัฒนาผลการประเมิน ITA", hard_meeting(), GROUPS, oit_rows(), style)
