"""Papers and meetings that the tests of this room print; positions in the place of names, words of our own."""

from __future__ import annotations

from datetime import date, datetime, time

from ita_tui.documents.blocks import (
    AgendaHeading,
    Align,
    Chart,
    Column,
    Heading,
    Indent,
    Landscape,
    Listing,
    ListRow,
    Note,
    Paper,
    Paragraph,
    Point,
    Points,
    Resolution,
    Row,
    Say,
    Signature,
    Signatures,
    Table,
    Title,
)
from ita_tui.documents.charts.drawings import Series, lying_bars
from ita_tui.documents.facts import MinutesFacts, OitFacts
from ita_tui.domain.agenda import FIVE_ITEMS, AgendaItem, AgendaKind, EarlierMeeting
from ita_tui.domain.committee import Role
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting import Meeting, OitList
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.oit import Group, OitRow, Status
from ita_tui.domain.record import ROOM, CommitteeList, Entry, OitTable, ResultsAccount, Statement, person
from ita_tui.domain.record import Paragraph as Spoken
from ita_tui.domain.record import Points as SpokenPoints
from ita_tui.domain.resolutions import Assignment, ResolutionKind
from ita_tui.domain.resolutions import Resolution as Resolved
from ita_tui.domain.roster import RosterEntry
from ita_tui.domain.years import BEYear

HOSTILE = (
    "[@click=app.quit]x[/]", "=1+1", "../../x", '#eval("1")', "$x$", "{{7*7}}", "{% raw %}",
    "<script>alert(1)</script>",
    "ก" * 300, "รายรับ & รายจ่าย", "*หนา* _เอน_ `โค้ด` ~~ขีด~~", "# หัวข้อ", "- รายการ", "1. หนึ่ง", "> อ้าง", "a | b",
    "\\textbf{x}", "&amp; &lt;", "<!-- ซ่อน -->", "![ภาพ](x.png)", "@label <label>", "// ปิด /* ปิด */",
)  # fmt: skip
"""Texts that some format would read as an order; all must stand as they are."""

SENTENCES = (
    "ฝ่ายเลขานุการรายงานว่า ทุกกองส่งข้อมูลครบแล้ว เหลือเพียงรายการที่ต้องรอสิ้นไตรมาส น้ำประปา ชั้น ๒ ตั้งใจทำงาน",
    "ขอให้กองช่างปรับปรุงคู่มือเรื่องที่อยู่ของผู้สูงอายุ ปู่ย่าตายาย ญาติให้เป็นฉบับปัจจุบัน แล้วแจ้งสำนักปลัดเผยแพร่ทางเว็บไซต์ภายในกำหนด",
    "ที่ผ่านมาผู้รับบริการพอใจขั้นตอนที่สั้นลง แต่ยังอยากทราบผลเป็นระยะ จึงควรกำหนดวันตอบกลับไว้ในคู่มือให้ชัดเจน",
)


def every_block(texts: tuple[str, ...] = SENTENCES, *, draft: bool = True) -> Paper:
    """Return a paper that has every kind of block, filled with these texts."""
    spoken = tuple(Paragraph(text) for text in texts)
    rows = tuple(Row((text, "๑๐๐.๐๐", text)) for text in texts)
    columns = (Column(50), Column(16, Align.CENTRE), Column(34))
    table = Table(columns, ("หัวข้อ", "คะแนน", "ผล"), (Row(("กลุ่มหนึ่ง",), True), *rows))
    points = Points(tuple(Point(f"{number}.", text) for number, text in enumerate(texts, start=1)))
    people = Listing(tuple(ListRow("๑.", text, text, text, (text, "(ออกเวลา ๑๐.๓๐ น.)")) for text in texts))
    return Paper(
        "เอกสารทดสอบ",
        (
            Title(("รายงานการประชุม", *texts)),
            Heading("ผู้มาประชุม"), people,
            *(Heading(text) for text in texts),
            *spoken,
            AgendaHeading("ระเบียบวาระที่ ๑", "เรื่องแรก"),
            *(AgendaHeading("ระเบียบวาระที่ ๑.๑", text, is_sub_item=True) for text in texts),
            Say("ผู้อำนวยการกองช่าง", "กรรมการ", (*spoken, people, points, table, Paragraph("คำต่อจากตาราง"))),
            *(Say(text, text, (Paragraph("ตามนั้น"),)) for text in texts),
            Resolution("มติที่ประชุม", tuple(Paragraph(text, Indent.NONE) for text in texts)),
            table,
            chart(),
            Landscape((Heading("ตารางแนวนอน"), merged_table(texts), chart())),
            points,
            *(Note(text) for text in texts),
            Say("ประธาน", "", (Paragraph("ขอบคุณทุกท่าน"), Paragraph("ขอเลิกประชุม"))),
            Heading("เลิกประชุมเวลา ๑๑.๓๐ น."),
            Signatures(tuple(Signature("(ลงชื่อ)", "ผู้จดรายงานการประชุม", f"({text[:40]})", text[:60]) for text in texts)),
        ),
        "(ร่าง)" if draft else "",
    )  # fmt: skip


def chart() -> Chart:
    """Return a chart of two years and three figures, one of them unknown."""
    series = (
        Series("ปี ๒๕๖๗", ("๙๘.๗๕", "๑๐๐.๐๐", "-"), (98.75, 100, 0)),
        Series("ปี ๒๕๖๖", ("๙๙.๐๑", "", "๘๑.๓๐"), (99.01, 0, 81.3)),
    )  # fmt: skip
    return lying_bars("แผนภูมิแสดงคะแนน", "ตัวชี้วัด", ("กำกับน้ำ", "ที่อยู่ผู้สูงอายุ", "ญาติผู้ใหญ่"), series)


def merged_table(texts: tuple[str, ...]) -> Table:
    """Return a table whose first and last cells reach over rows, with cells of several paragraphs."""
    first = Row(("แบบ", texts[0], texts, "รวม"), spans=(len(texts), 1, 1, len(texts)), may_split=True)
    covered = (Row(("", text, texts, ""), spans=(0, 1, 1, 0), may_split=True) for text in texts[1:])
    rows = (first, *covered)
    columns = (Column(10), Column(30), Column(50), Column(10, Align.CENTRE))
    return Table(columns, ("แบบ", "ข้อ", "รายละเอียด", "รวม"), rows)


def long_paper(turns: int = 24) -> Paper:
    """Return minutes of many pages: long statements and a table."""
    spoken = tuple(Paragraph(" ".join(SENTENCES[: 1 + at % 3]) + f" ข้อสังเกตที่ {at}") for at in range(turns * 3))
    rows = tuple(Row((f"o{at} รายการทดสอบลำดับ {at}", "๑๐๐.๐๐", "ดำเนินการเรียบร้อยแล้ว")) for at in range(1, 44))
    table = Table((Column(50), Column(16), Column(34)), ("หัวข้อการประเมิน", "คะแนน", "ผล"), rows)
    return Paper(
        "รายงานยาว",
        (
            Title(("รายงานการประชุม",)),
            AgendaHeading("ระเบียบวาระที่ ๔", "เรื่องเสนอให้ที่ประชุมพิจารณา"),
            Say("เจ้าพนักงานธุรการ", "ผู้ช่วยเลขานุการ", (*spoken, table, *spoken[: turns // 2])),
            Heading("เลิกประชุมเวลา ๑๑.๓๐ น."),
            Signatures((Signature("(ลงชื่อ)", "ผู้จดรายงานการประชุม", "(......)", "เจ้าพนักงานธุรการ"),)),
        ),
    )


YEARS = OitList(BEYear(2567), BEYear(2566), BEYear(2566))
GROUPS = (Group("9.1", "ข้อมูลพื้นฐาน"), Group("10.1", "การดำเนินการเพื่อป้องกันการทุจริต"))


def oit_rows(number: int = 43) -> tuple[OitRow, ...]:
    """Return rows of which the 33rd has no status, as an office may well bring them."""
    statuses = [status for status in Status if status is not Status.UNSET]
    made = []
    for at in range(1, number + 1):
        status = Status.UNSET if at == 33 else statuses[at % len(statuses)]
        group = "9.1" if at <= 30 else "10.1"
        made.append(
            OitRow(f"o{at}", f"รายการที่ตรวจ {at} รอบ 6 เดือน", group, status, status.label, "100.00" if at % 5 else "",
                   "กองคลัง" if at % 2 else "", "สิ้นไตรมาส" if at % 3 == 0 else "",
                   f"รอคำสั่ง {at} ฉบับ {{{{ 7*7 }}}} [/]" if at % 10 == 0 else "")
        )  # fmt: skip
    return tuple(made)


def oit_facts() -> OitFacts:
    """Return the facts of an OIT paper."""
    return OitFacts("เทศบาลตำบลทดสอบ", YEARS, GROUPS, oit_rows(), date(2024, 1, 17))


CHAIR = RosterEntry("p1", "ผู้อำนวยการกองคลัง", (Role.CHAIR, Role.MEMBER), acting="รักษาการแทนปลัดเทศบาล")
CLERK = RosterEntry("p2", "เจ้าพนักงานธุรการ", (Role.ASSISTANT,))
ABSENT = RosterEntry("p3", "ท้องถิ่นอำเภอ", (Role.MEMBER,), present=False, reason="ติดราชการ")
MEMBER = RosterEntry("p4", "ผู้อำนวยการกองช่าง", (Role.MEMBER,))
ROSTER = (CHAIR, ABSENT, MEMBER, CLERK)

_DAY = date(2024, 1, 17)


def at(hour: int, minute: int) -> datetime:
    """Return a time on the day of the meeting."""
    return datetime.combine(_DAY, time(hour, minute))


def agenda() -> tuple[AgendaItem, ...]:
    """Return a five-item agenda with a sub-item under the fourth."""
    items = [AgendaItem(f"a{number}", kind, kind.label) for number, kind in enumerate(FIVE_ITEMS, start=1)]
    items[1] = AgendaItem(
        "a2", AgendaKind.APPROVE_MINUTES, AgendaKind.APPROVE_MINUTES.label,
        approves=EarlierMeeting(1, BEYear(2566), date(2023, 10, 31)),
    )  # fmt: skip
    return (*items, AgendaItem("a41", AgendaKind.FOR_CONSIDERATION, "ติดตามผลการดำเนินงาน OIT ปี 2567", "a4"))


def entries() -> tuple[Entry, ...]:
    """Return what was said and resolved."""
    return (
        Statement("s1", "a1", person("p1"), (Spoken("เปิดการประชุมตามหนังสือเชิญ ข้อ o12 [ตามต่อ]"),), at(9, 32)),
        Statement("s2", "a1", person("p1"), (CommitteeList((("ปลัดเทศบาล", "ประธานกรรมการ"),)),), at(9, 33)),
        Resolved("r1", "a1", ResolutionKind.ACKNOWLEDGED, at(9, 40)),
        Statement("s3", "a41", person("p2"), (Spoken("สรุปผลของปีก่อน"), SpokenPoints(("ข้อแรก", "ข้อที่สอง"))), at(9, 50)),
        Statement("s4", "a41", person("p2"), (ResultsAccount(BEYear(2566), (("OIT", "100.00"),)),), at(9, 55)),
        Statement("s5", "a41", person("p2"), (OitTable(BEYear(2567), BEYear(2566)),), at(10, 0)),
        Resolved(
            "r2", "a41", ResolutionKind.AGREED, at(10, 50), wording="เห็นชอบตามที่เสนอ",
            assignments=(
                Assignment("w1", "กองคลัง", "ส่งสรุปรายเดือน", "31 มกราคม 2567"),
                Assignment("w2", "ทุกส่วนราชการ", "ตรวจข้อมูลบนเว็บไซต์"),
            ),
        ),
        Statement("s6", "a5", ROOM, (Spoken("ไม่มี"),), at(11, 20)),
    )  # fmt: skip


def meeting(state: MeetingState = MeetingState.ADJOURNED) -> Meeting:
    """Return a meeting in that state; a planned one has an agenda and nothing else."""
    head = MeetingHead("m1", "c1", 2, BEYear(2567), state, _DAY)
    planned = Meeting(head, time(9, 30), "ห้องประชุมชั้น 2", agenda(), YEARS)
    if state is MeetingState.PLANNED:
        return planned
    events = [
        Event(EventKind.OPENED, at(9, 31)), Event(EventKind.PAUSED, at(10, 15)), Event(EventKind.RESUMED, at(10, 30)),
    ]  # fmt: skip
    if state in (MeetingState.ADJOURNED, MeetingState.FINAL):
        events.append(Event(EventKind.ADJOURNED, at(11, 30)))
    return Meeting(
        head, time(9, 30), "ห้องประชุมชั้น 2", agenda(), YEARS, roster=ROSTER, presiding_id="p1", recorder_id="p2",
        reviewer_id="p1", events=tuple(events), entries=entries(),
    )  # fmt: skip


def minutes_facts(state: MeetingState = MeetingState.ADJOURNED) -> MinutesFacts:
    """Return the facts of the minutes of that meeting."""
    return MinutesFacts("คณะกรรมการติดตามและพัฒนาผลการประเมิน ITA", meeting(state), GROUPS, oit_rows())
