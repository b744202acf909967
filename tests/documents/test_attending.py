"""Who came, late or gone or in whose place, who joined, and how speakers and signers are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_tui.documents import blocks as b
from ita_tui.documents import readback
from ita_tui.documents.blocks import strings_of
from ita_tui.documents.export import paper_of
from ita_tui.documents.facts import MinutesFacts
from ita_tui.documents.wording import printed
from ita_tui.domain.committee import Role
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.record import Paragraph, Statement, person
from ita_tui.domain.resolutions import Assignment, Dissent, Resolution
from ita_tui.domain.roster import Movement, RosterEntry, StandIn
from tests.documents import hard_day
from tests.documents.hard_day import hard_meeting
from tests.documents.papers import HOSTILE, at, meeting


def blocks_of(held: Meeting) -> tuple[b.Block, ...]:
    return paper_of(MinutesFacts("คณะกรรมการ", held), draft=True).blocks


def rows_under(heading: str, held: Meeting) -> list[b.ListRow]:
    blocks = blocks_of(held)
    place = next(at for at, block in enumerate(blocks) if isinstance(block, b.Heading) and block.text == heading)
    listing = blocks[place + 1]
    return list(listing.rows) if isinstance(listing, b.Listing) else []


def with_entry(entry: RosterEntry, state: MeetingState = MeetingState.ADJOURNED) -> Meeting:
    held = meeting(state)
    return replace(held, roster=(*held.roster, entry))


def labels_of(held: Meeting, statement: Statement) -> tuple[str, str]:
    says = [each for each in blocks_of(replace(held, entries=(statement,))) if isinstance(each, b.Say) and each.speaker]
    return says[0].speaker, says[0].role


def said_by(person_id: str, hour: int, minute: int) -> Statement:
    return Statement("x", "a1", person(person_id), (Paragraph("ตามนั้น"),), at(hour, minute))


# --- lists --------------------------------------------------------------------------------------------------


def test_who_came_only_later_stands_among_those_who_came_with_the_time() -> None:
    late = RosterEntry("l", "ปลัดอำเภอ", (Role.MEMBER,), present=False, movements=(Movement(at(9, 50), came=True),))
    held = with_entry(late)
    assert b.ListRow("๔.", "ปลัดอำเภอ", "กรรมการ", notes=("(เข้าประชุมเวลา ๐๙.๕๐ น.)",)) in rows_under("ผู้มาประชุม", held)
    assert "ปลัดอำเภอ" not in [row.left for row in rows_under("ผู้ไม่มาประชุม", held)]


def test_who_left_and_came_back_carries_every_time() -> None:
    moves = (Movement(at(9, 40), False), Movement(at(9, 55), True), Movement(at(11, 0), False))
    held = with_entry(RosterEntry("l", "ปลัดอำเภอ", (Role.MEMBER,), movements=moves))
    (row,) = [row for row in rows_under("ผู้มาประชุม", held) if row.left == "ปลัดอำเภอ"]
    assert row.notes == ("(ออกเวลา ๐๙.๔๐ น.)", "(กลับเข้าประชุมเวลา ๐๙.๕๕ น.)", "(ออกเวลา ๑๑.๐๐ น.)")


def test_the_reason_of_an_absence_is_not_told_of_one_who_came_after_all() -> None:
    late = RosterEntry(
        "l", "ปลัดอำเภอ", (Role.MEMBER,), present=False, reason="ติดราชการ", movements=(Movement(at(10, 0), True),)
    )
    (row,) = [row for row in rows_under("ผู้มาประชุม", with_entry(late)) if row.left == "ปลัดอำเภอ"]
    assert row.notes == ("(เข้าประชุมเวลา ๑๐.๐๐ น.)",)


def test_a_stand_in_came_and_the_person_they_came_for_is_not_absent() -> None:
    sent = RosterEntry("l", "ปลัดอำเภอ", (Role.MEMBER,), name="นายก ข", stand_in=StandIn("เสมียนตราอำเภอ", "นางค ง"))
    held = with_entry(sent)
    assert rows_under("ผู้มาประชุม", held)[-1] == b.ListRow("๔.", "นางค ง เสมียนตราอำเภอ", "กรรมการ", "มาประชุมแทนปลัดอำเภอ")
    assert [row.left for row in rows_under("ผู้ไม่มาประชุม", held)] == ["ท้องถิ่นอำเภอ"]


def test_a_stand_in_who_never_came_leaves_the_person_absent_under_their_own_name() -> None:
    sent = RosterEntry("l", "ปลัดอำเภอ", (Role.MEMBER,), present=False, reason="ลากิจ", stand_in=StandIn("เสมียนตราอำเภอ"))
    assert rows_under("ผู้ไม่มาประชุม", with_entry(sent))[-1] == b.ListRow("๒.", "ปลัดอำเภอ", "กรรมการ", notes=("(ลากิจ)",))


def test_guests_stand_in_their_own_list_without_a_role() -> None:
    guest = RosterEntry("g", "วิศวกรโยธา", (), name="นายจ ฉ", present=False, movements=(Movement(at(10, 0), True),))
    held = with_entry(guest)
    assert rows_under("ผู้เข้าร่วมประชุม", held) == [b.ListRow("๑.", "นายจ ฉ วิศวกรโยธา", notes=("(เข้าประชุมเวลา ๑๐.๐๐ น.)",))]
    assert len(rows_under("ผู้มาประชุม", held)) == 3


def test_who_came_as_the_meeting_opened_is_not_late() -> None:
    guest = RosterEntry("g", "วิศวกรโยธา", (), present=False, movements=(Movement(at(9, 31), True),))
    assert rows_under("ผู้เข้าร่วมประชุม", with_entry(guest))[0].notes == ()


def test_the_opening_counts_those_who_were_there_then() -> None:
    text = " ".join(block.text for block in blocks_of(hard_meeting()) if isinstance(block, b.Paragraph))
    assert "เมื่อกรรมการมาประชุม ๔ คน จากกรรมการทั้งหมด ๗ คน ครบองค์ประชุมแล้ว" in text


def test_opening_without_a_quorum_says_so_and_why() -> None:
    held = meeting()
    few = tuple(replace(each, present=each.id in ("p1", "p2"), reason="") for each in held.roster)
    text = str(blocks_of(replace(held, roster=few, quorum_reason="มีกำหนดส่งรายงานวันที่ 20")))
    assert "กรรมการมาประชุม ๑ คน จากกรรมการทั้งหมด ๓ คน ไม่ครบองค์ประชุม" in text
    assert "เนื่องจากมีกำหนดส่งรายงานวันที่ ๒๐" in text
    assert "ครบองค์ประชุมแล้ว" not in text


# --- labels -------------------------------------------------------------------------------------------------


def test_a_stand_in_speaks_under_their_own_name_and_for_whom() -> None:
    sent = RosterEntry("l", "ปลัดอำเภอ", (Role.MEMBER,), stand_in=StandIn("เสมียนตราอำเภอ"))
    assert labels_of(with_entry(sent), said_by("l", 9, 40)) == ("เสมียนตราอำเภอ", "ผู้มาประชุมแทนปลัดอำเภอ")


def test_a_guest_speaks_as_a_guest() -> None:
    guest = RosterEntry("g", "วิศวกรโยธา", (), name="นายจ ฉ")
    assert labels_of(with_entry(guest), said_by("g", 9, 40)) == ("นายจ ฉ", "ผู้เข้าร่วมประชุม")


def test_whoever_presides_at_that_time_is_named_as_presiding() -> None:
    held = hard_meeting()
    roles = [
        labels_of(held, replace(said_by("head", *when), item_id="i1"))[1] for when in ((10, 39), (10, 41), (11, 7))
    ]
    assert roles == ["กรรมการและเลขานุการ", "ประธานในที่ประชุม", "กรรมการและเลขานุการ"]


def test_the_chair_of_the_committee_keeps_that_title_and_a_stand_in_for_the_chair_does_not_get_it() -> None:
    held = meeting()
    assert labels_of(held, said_by("p1", 9, 40))[1] == "ประธานกรรมการ"
    chair, *others = held.roster
    sent = replace(held, roster=(replace(chair, stand_in=StandIn("รองปลัดเทศบาล")), *others))
    assert labels_of(sent, said_by("p1", 9, 40)) == ("รองปลัดเทศบาล", "ประธานในที่ประชุม")
    assert labels_of(replace(sent, presiding_id="p4"), said_by("p1", 9, 40))[1].startswith("ผู้มาประชุมแทนผู้อำนวยการกองคลัง")


def test_a_stand_in_signs_under_their_own_name() -> None:
    held = meeting()
    roster = tuple(
        replace(each, stand_in=StandIn("เจ้าหน้าที่พัสดุ", "นายช ซ")) if each.id == "p2" else each for each in held.roster
    )
    signatures = blocks_of(replace(held, roster=roster))[-1]
    assert isinstance(signatures, b.Signatures)
    assert (signatures.items[0].name, signatures.items[0].position) == (
        "(นายช ซ)", "เจ้าหน้าที่พัสดุ มาประชุมแทนเจ้าพนักงานธุรการ",
    )


# --- hostile words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_in_any_fact_of_the_day_stand_on_paper_as_they_are(evil: str) -> None:
    held = hard_meeting()
    stood_in = replace(hard_day.DISTRICT, stand_in=StandIn(f"ตำแหน่ง {evil}", f"ชื่อ {evil}"))
    changed = {
        "district": stood_in, "engineer": replace(hard_day.ENGINEER, name=f"แขก {evil}"),
        "works": replace(hard_day.WORKS, acting=f"รักษาการแทน {evil}"),
        "away": replace(hard_day.AWAY, reason=f"ลา {evil}"),
    }  # fmt: skip
    decided = held.entry("r5")
    assert isinstance(decided, Resolution)
    decided = replace(
        decided, wording=f"มติ {evil}", dissents=(Dissent("works", f"แย้ง {evil}"),),
        assignments=(Assignment("w", f"ใคร {evil}", f"อะไร {evil}", f"เมื่อใด {evil}"),),
    )  # fmt: skip
    held = replace(
        held.with_entry(decided), roster=tuple(changed.get(each.id, each) for each in held.roster),
        quorum_reason=f"เหตุ {evil}",
    )  # fmt: skip
    said = readback.comparable(" ".join(strings_of(paper_of(MinutesFacts(f"คณะกรรมการ {evil}", held), draft=True))))
    for word in ("ตำแหน่ง", "ชื่อ", "แขก", "รักษาการแทน", "ลา", "มติ", "แย้ง", "ใคร", "อะไร", "เมื่อใด", "เหตุ", "คณะกรรมการ"):
        assert readback.comparable(printed(f"{word} {evil}")) in said, word
