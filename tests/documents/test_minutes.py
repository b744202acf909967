"""Minutes from facts: form 11's headings and words, in every state of a meeting; and the OIT table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ita_tui.documents import blocks as b
from ita_tui.documents.blocks import strings_of
from ita_tui.documents.export import paper_of, seal_of, stem_of
from ita_tui.documents.wording import Wording
from ita_tui.domain.committee import Role
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.domain.record import Paragraph, Statement, person
from ita_tui.domain.resolutions import Votes
from ita_tui.domain.roster import Movement, QuorumRule, RosterEntry, StandIn
from ita_tui.errors import ExportError
from ita_tui.thai.digits import thai_digits
from tests.documents import hard_day
from tests.documents.hard_day import hard_facts
from tests.documents.papers import at, minutes_facts, oit_facts

FORM_11 = (
    "รายงานการประชุม", "ครั้งที่", "เมื่อ", "ณ ", "ผู้มาประชุม", "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม", "เริ่มประชุมเวลา",
    "เลิกประชุมเวลา", "ผู้จดรายงานการประชุม",
)  # fmt: skip


def blocks_of(state: MeetingState = MeetingState.ADJOURNED) -> tuple[b.Block, ...]:
    return paper_of(minutes_facts(state), draft=True).blocks


def under(heading: str, blocks: tuple[b.Block, ...]) -> b.Block:
    place = next(at for at, block in enumerate(blocks) if isinstance(block, b.Heading) and block.text == heading)
    return blocks[place + 1]


@pytest.mark.parametrize("state", MeetingState)
def test_all_headings_of_form_11_stand_in_their_order_in_every_state(state: MeetingState) -> None:
    strings = strings_of(paper_of(minutes_facts(state), draft=True))
    places = [next(at for at, text in enumerate(strings) if text.startswith(heading)) for heading in FORM_11]
    assert places == sorted(places)


def test_a_planned_meeting_prints_dots_for_what_is_not_known() -> None:
    blocks = blocks_of(MeetingState.PLANNED)
    assert under("ผู้มาประชุม", blocks) == b.Paragraph("." * 24)
    assert b.Heading("เริ่มประชุมเวลา " + "." * 24) in blocks
    assert b.Heading("เลิกประชุมเวลา " + "." * 24) in blocks


def test_a_live_meeting_prints_dots_for_its_end_only() -> None:
    blocks = blocks_of(MeetingState.LIVE)
    assert b.Heading("เริ่มประชุมเวลา ๐๙.๓๑ น.") in blocks
    assert b.Heading("เลิกประชุมเวลา " + "." * 24) in blocks


def test_those_who_came_and_those_who_did_not_stand_by_position_and_role() -> None:
    blocks = blocks_of()
    assert under("ผู้มาประชุม", blocks) == b.Listing(
        (
            b.ListRow("๑.", "ผู้อำนวยการกองคลัง รักษาการแทนปลัดเทศบาล", "ประธานกรรมการ"),
            b.ListRow("๒.", "ผู้อำนวยการกองช่าง", "กรรมการ"),
            b.ListRow("๓.", "เจ้าพนักงานธุรการ", "ผู้ช่วยเลขานุการ"),
        )
    )
    assert under("ผู้ไม่มาประชุม", blocks) == b.Listing((b.ListRow("๑.", "ท้องถิ่นอำเภอ", "กรรมการ", notes=("(ติดราชการ)",)),))
    assert under("ผู้เข้าร่วมประชุม", blocks) == b.Paragraph("- ไม่มี -")


def test_the_quorum_is_told_in_persons_who_count() -> None:
    text = " ".join(strings_of(paper_of(minutes_facts(), draft=True)))
    assert "กรรมการมาประชุม ๒ คน จากกรรมการทั้งหมด ๓ คน ครบองค์ประชุม" in text


def test_statements_of_one_speaker_in_a_row_print_the_label_once() -> None:
    said = [block for block in blocks_of() if isinstance(block, b.Say) and block.speaker == "เจ้าพนักงานธุรการ"]
    assert len(said) == 1
    assert [type(inner) for inner in said[0].inner] == [b.Paragraph, b.Points, b.Table, b.Table]


def test_the_oit_table_stands_where_it_was_presented_with_all_its_rows() -> None:
    said = next(block for block in blocks_of() if isinstance(block, b.Say) and block.speaker == "เจ้าพนักงานธุรการ")
    table = said.inner[-1]
    assert isinstance(table, b.Table)
    assert table.head == ("หัวข้อการประเมิน", "คะแนน ๒๕๖๖", "ผลการดำเนินงานปี ๒๕๖๗")
    rows = [row.cells for row in table.rows if not row.is_group]
    assert len(rows) == 43
    assert rows[32] == ("o๓๓ รายการที่ตรวจ ๓๓ รอบ ๖ เดือน", "๑๐๐.๐๐", "ยังไม่มีรายงานสถานะ")
    assert [row.cells for row in table.rows if row.is_group] == [
        ("๙.๑ ข้อมูลพื้นฐาน",), ("๑๐.๑ การดำเนินการเพื่อป้องกันการทุจริต",),
    ]  # fmt: skip


def test_resolutions_print_their_own_words_and_whom_they_charge_with_what_by_when() -> None:
    resolved = [block for block in blocks_of() if isinstance(block, b.Resolution) and block.label == "มติที่ประชุม"]
    assert resolved[0].inner == (b.Paragraph("รับทราบ", b.Indent.NONE),)
    assert resolved[1].inner == (
        b.Paragraph("เห็นชอบตามที่เสนอ", b.Indent.NONE),
        b.Paragraph("มอบหมายงาน ดังนี้", b.Indent.NONE),
        b.Points(
            (
                b.Point("๑.", "กองคลัง ส่งสรุปรายเดือน กำหนดเวลา ๓๑ มกราคม ๒๕๖๗"),
                b.Point("๒.", "ทุกส่วนราชการ ตรวจข้อมูลบนเว็บไซต์"),
            )
        ),
    )


def test_the_answer_of_the_room_is_not_a_resolution() -> None:
    assert b.Resolution("ที่ประชุม", (b.Paragraph("ไม่มี", b.Indent.NONE),)) in blocks_of()


def test_an_item_under_which_nothing_was_said_prints_that_there_was_nothing() -> None:
    blocks = blocks_of()
    place = next(at for at, each in enumerate(blocks) if isinstance(each, b.AgendaHeading) and each.label.endswith("๓"))
    assert blocks[place + 1] == b.Say("", "", (b.Paragraph("- ไม่มี -"),))


def test_an_item_that_only_holds_sub_items_prints_nothing_of_its_own() -> None:
    blocks = blocks_of()
    place = next(at for at, each in enumerate(blocks) if isinstance(each, b.AgendaHeading) and each.label.endswith("๔"))
    assert blocks[place + 1] == b.AgendaHeading("ระเบียบวาระที่ ๔.๑", "ติดตามผลการดำเนินงาน OIT ปี ๒๕๖๗", True)


def test_the_six_item_agenda_prints_its_six_items_in_order() -> None:
    titles = [
        (block.label, block.title) for block in paper_of(hard_facts(), draft=True).blocks
        if isinstance(block, b.AgendaHeading) and not block.is_sub_item
    ]  # fmt: skip
    assert [label for label, _ in titles] == [f"ระเบียบวาระที่ {thai_digits(str(number))}" for number in range(1, 7)]
    assert [title.split(" ")[0] for _, title in titles] == [
        "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "เรื่องรับรองรายงานการประชุม", "เรื่องสืบเนื่อง", "เรื่องเสนอให้ที่ประชุมทราบ",
        "เรื่องเสนอให้ที่ประชุมพิจารณา", "เรื่องอื่น",
    ]  # fmt: skip


def test_an_item_that_got_a_sub_item_while_it_was_spoken_about_keeps_its_words_above_it() -> None:
    blocks = paper_of(hard_facts(), draft=True).blocks
    place = next(at for at, each in enumerate(blocks) if isinstance(each, b.AgendaHeading) and each.label.endswith("๕"))
    assert isinstance(blocks[place + 1], b.Say)
    assert blocks[place + 2] == b.AgendaHeading("ระเบียบวาระที่ ๕.๑", "ติดตามผลการดำเนินงาน OIT ปี ๒๕๖๗", True)


def test_minutes_put_up_for_approval_are_named_by_number_and_date() -> None:
    titles = [block.title for block in blocks_of() if isinstance(block, b.AgendaHeading)]
    assert "เรื่องรับรองรายงานการประชุม ครั้งที่ ๑/๒๕๖๖ เมื่อวันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖" in titles


def test_pauses_stand_between_what_was_said_before_and_after() -> None:
    blocks = blocks_of()
    pause, resume = b.Paragraph("พักการประชุมเวลา ๑๐.๑๕ น."), b.Paragraph("ประชุมต่อเวลา ๑๐.๓๐ น.")
    place = blocks.index(pause)
    assert blocks[place + 1] == resume
    assert isinstance(blocks[place - 1], b.Say)
    assert isinstance(blocks[place + 2], b.Resolution)


def test_a_mark_to_follow_up_never_prints() -> None:
    text = " ".join(strings_of(paper_of(minutes_facts(), draft=True)))
    assert "ตามต่อ" not in text
    assert "เปิดการประชุมตามหนังสือเชิญ ข้อ o๑๒" in text


def test_words_that_are_only_a_mark_to_follow_up_do_not_print() -> None:
    facts = minutes_facts()
    statement = Statement("s9", "a3", person("p1"), (Paragraph("[ตามต่อ]"),), at(9, 45))
    blocks = paper_of(replace(facts, meeting=replace(facts.meeting, entries=(statement,))), draft=True).blocks
    place = next(at for at, each in enumerate(blocks) if isinstance(each, b.AgendaHeading) and each.label.endswith("๓"))
    assert blocks[place + 1] == b.Say("", "", (b.Paragraph("- ไม่มี -"),))


def test_whoever_presides_without_being_the_chair_is_named_as_presiding() -> None:
    facts = minutes_facts()
    vice = RosterEntry("p4", "ผู้อำนวยการกองช่าง", (Role.MEMBER,))
    roster = tuple(vice if entry.id == "p4" else entry for entry in facts.meeting.roster)
    statement = Statement("s9", "a5", person("p4"), (Paragraph("ขอเลิกประชุม"),), at(11, 29))
    meeting = replace(facts.meeting, roster=roster, presiding_id="p4", entries=(*facts.meeting.entries, statement))
    blocks = paper_of(replace(facts, meeting=meeting), draft=True).blocks
    assert b.Say("ผู้อำนวยการกองช่าง", "ประธานในที่ประชุม", (b.Paragraph("ขอเลิกประชุม"),)) in blocks


def test_signatures_name_position_and_dots_where_no_name_is_known() -> None:
    signatures = blocks_of()[-1]
    assert isinstance(signatures, b.Signatures)
    assert [(each.signed_as, each.name, each.position) for each in signatures.items] == [
        ("ผู้จดรายงานการประชุม", "(" + "." * 40 + ")", "เจ้าพนักงานธุรการ"),
        ("ผู้ตรวจรายงานการประชุม", "(" + "." * 40 + ")", "ผู้อำนวยการกองคลัง รักษาการแทนปลัดเทศบาล"),
    ]


def test_only_a_draft_carries_the_mark_and_the_seal_does_not_depend_on_it() -> None:
    facts = minutes_facts()
    assert paper_of(facts, draft=True).draft_mark == "(ร่าง)"
    assert paper_of(facts, draft=False).draft_mark == ""
    assert seal_of(facts) == seal_of(minutes_facts())


def test_the_seal_does_not_depend_on_the_style() -> None:
    assert seal_of(hard_facts(MinutesStyle.ONE_COLUMN)) == seal_of(hard_facts())


def _entry(meeting: Meeting, changed: RosterEntry) -> Meeting:
    return replace(meeting, roster=tuple(changed if each.id == changed.id else each for each in meeting.roster))


def _resolution(meeting: Meeting, entry_id: str, **changes: object) -> Meeting:
    old = meeting.entry(entry_id)
    return meeting.with_entry(replace(old, **changes))  # type: ignore[arg-type]


CHANGES: dict[str, Callable[[Meeting], Meeting]] = {
    "place": lambda held: replace(held, place="ห้องประชุมชั้น 3"),
    "a time of coming": lambda held: _entry(held, replace(hard_day.LATE, movements=(Movement(at(9, 51), True),))),
    "who stood in": lambda held: _entry(held, replace(hard_day.DISTRICT, stand_in=StandIn("เสมียนตรา"))),
    "a guest": lambda held: _entry(held, replace(hard_day.ENGINEER, position="นายช่างโยธา")),
    "a post acted in": lambda held: _entry(held, replace(hard_day.WORKS, acting="รักษาราชการแทนหัวหน้าสำนักปลัด")),
    "why absent": lambda held: _entry(held, replace(hard_day.AWAY, reason="ลาป่วย")),
    "who presided then": lambda held: replace(held, events=tuple(each for each in held.events if not each.person_id)),
    "why it went on": lambda held: replace(held, quorum_reason="รอกรรมการ"),
    "how a quorum counts": lambda held: replace(held, quorum_rule=QuorumRule(needed=6)),
    "a vote": lambda held: _resolution(held, "r5", votes=Votes(4, 1)),
    "a dissent": lambda held: _resolution(held, "r5", dissents=()),
    "an assignment": lambda held: _resolution(held, "r6", assignments=()),
}


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_of_the_facts_changes_the_seal(what: str) -> None:
    facts = hard_facts()
    assert seal_of(replace(facts, meeting=CHANGES[what](facts.meeting))) != seal_of(facts)


# --- the OIT table alone ------------------------------------------------------------------------------------


def test_the_oit_paper_prints_all_rows_and_counts_them() -> None:
    paper = paper_of(oit_facts(), draft=False)
    counts, rows = (block for block in paper.blocks if isinstance(block, b.Table))
    assert rows.head == ("ข้อ", "หัวข้อการประเมิน", "คะแนน ๒๕๖๖", "ผลการดำเนินงานปี ๒๕๖๗", "ผู้รับผิดชอบ", "กำหนด")
    printed = [row.cells for row in rows.rows if not row.is_group]
    assert [cells[0] for cells in printed] == [thai_digits(f"o{number}") for number in range(1, 44)]
    assert printed[32][3] == "ยังไม่มีรายงานสถานะ"
    assert printed[4][2] == "-"
    assert printed[9][3][1] == "หมายเหตุ รอคำสั่ง ๑๐ ฉบับ {{ ๗*๗ }} [/]"
    assert isinstance(printed[10][3], str)
    assert counts.rows[-1].cells == ("รวม", "๔๓")
    arabic = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    assert sum(int(str(row.cells[1]).translate(arabic)) for row in counts.rows[:-1]) == 43


def test_a_row_of_a_group_nobody_named_is_printed_all_the_same() -> None:
    facts = oit_facts()
    rows = (*facts.rows, replace(facts.rows[0], code="o44", group="99"))
    table = paper_of(replace(facts, rows=rows), draft=False).blocks[-1]
    assert isinstance(table, b.Table)
    assert table.rows[-1].cells[0] == "o๔๔"


def test_files_are_named_by_kind_number_and_year() -> None:
    assert stem_of(minutes_facts()) == "รายงานการประชุม_2-2567"
    assert stem_of(oit_facts()) == "ตารางติดตาม_OIT_2567"


# --- wording ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sentence", ["{{ nobody }}", "{{ ''.__class__.__mro__ }}", "{% if %}"])
def test_a_sentence_that_cannot_be_said_is_refused_with_its_name(sentence: str) -> None:
    with pytest.raises(ExportError, match=r"ข้อความ start ในแฟ้มถ้อยคำ own\.toml ใช้ไม่ได้"):
        Wording("own", {"start": sentence}).say("start", time="๐๙.๓๐ น.")


def test_a_missing_sentence_is_told_by_name() -> None:
    with pytest.raises(ExportError, match="ไม่มีข้อความ start"):
        Wording("own", {}).say("start")


def test_values_are_never_read_as_a_template() -> None:
    assert Wording("own", {"start": "เวลา {{ time }}"}).say("start", time="{{ 7*7 }}") == "เวลา {{ 7*7 }}"
