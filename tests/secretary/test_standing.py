"""The standing goes into the record once, in words that agree with the table until they are hers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.meeting import OitList
from ita_tui.domain.oit import OitRow, Status, standing_of
from ita_tui.domain.record import SECRETARIAT, OitTable, Paragraph, Statement, text_of
from ita_tui.domain.years import BEYear
from ita_tui.secretary.keeping.changes import Place
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.standing import Presented, sentence_of
from ita_tui.thai.digits import arabic_digits

YEARS = OitList(BEYear(2567), BEYear(2566), BEYear(2566))


def item_at(desk: MeetingDesk, number: str) -> str:
    return next(item.id for each, item in desk.numbered if each == number)


def present(desk: MeetingDesk, number: str = "4.1", *, changed: bool = True) -> Presented:
    standing = desk.oit.standing()
    before = replace(standing, complete=-1) if changed else standing
    return desk.present_oit(item_at(desk, number), desk.chair(), before)[0]


def statements(desk: MeetingDesk) -> list[Statement]:
    return [entry for entry in desk.meeting.entries if isinstance(entry, Statement)]


def sentence(desk: MeetingDesk) -> str:
    return text_of(statements(desk)[0].blocks)


def rows(*statuses: Status) -> list[OitRow]:
    return [OitRow(f"o{number}", "ชื่อ", "9.1", status, status.label) for number, status in enumerate(statuses, start=1)]


@given(st.lists(st.sampled_from(Status), min_size=1, max_size=60))
def test_the_sentence_says_each_count_that_is_not_nought_and_no_other(statuses: list[Status]) -> None:
    said = sentence_of(rows(*statuses), YEARS)
    standing = standing_of(rows(*statuses))
    told = {"ดำเนินการแล้ว": standing.complete} | {
        status.label: number for status, number in standing.by_status.items() if not status.complete
    }
    for label, number in told.items():
        counted = re.findall(rf"(?<![ก-์]){label}(?:ทั้ง)? ([๐-๙]+) ข้อ", said.replace("และ", " ").replace("ปรากฏว่า", " "))
        assert [int(arabic_digits(each)) for each in counted] == ([number] if number else [])
    assert said.count("และ") == (sum(map(bool, told.values())) > 1)
    assert not re.search(r"[0-9]|  ", said.replace("OIT", "x"))


def test_a_whole_list_at_one_status_is_said_without_a_list_of_counts() -> None:
    said = sentence_of(rows(Status.DONE, Status.DONE_CURRENT), YEARS)
    assert "ปรากฏว่าดำเนินการแล้วทั้ง ๒ ข้อ รายละเอียดตามตาราง" in said


def test_the_few_items_without_a_status_are_named(live: MeetingDesk) -> None:
    said = sentence_of(live.oit.rows(), YEARS)
    assert "พ.ศ. ๒๕๖๗ ตามบัญชีรายการ OIT ปี ๒๕๖๖ จำนวน ๔๓ ข้อ" in said
    assert "ดำเนินการแล้ว ๒๔ ข้อ ดำเนินการแล้วบางส่วน ๑ ข้อ ระหว่างดำเนินการ ๔ ข้อ รอดำเนินการ ๒ ข้อ" in said
    assert "และยังไม่มีรายงานสถานะ ๑ ข้อ ได้แก่ ข้อ o๓๓ รายละเอียด" in said
    many = sentence_of(rows(Status.DONE, *[Status.UNSET] * 6), YEARS)
    assert "และยังไม่มีรายงานสถานะ ๖ ข้อ รายละเอียด" in many


def test_sentence_and_table_are_added_once_wherever_she_goes_to_the_items_again(live: MeetingDesk) -> None:
    assert present(live) is Presented.NOTHING, "nothing was settled yet"
    live.oit.mark("o1", Status.DONE)
    assert present(live) is Presented.ADDED
    assert [type(block) for each in statements(live) for block in each.blocks] == [Paragraph, OitTable]
    assert {each.item_id for each in statements(live)} == {item_at(live, "4.1")}
    for number in ("4.1", "5", "1"):
        assert present(live, number) is Presented.NOTHING
    assert len(live.meeting.entries) == 2


@pytest.mark.parametrize("number", ["1", "4.1", "5"])
def test_the_standing_is_put_at_the_item_named_for_it_wherever_she_goes_to_the_items(
    live: MeetingDesk, number: str
) -> None:
    live.oit.mark("o1", Status.DONE)
    done, where = live.present_oit(item_at(live, number), live.chair(), live.oit.standing())
    assert (done, where) == (Presented.ADDED, item_at(live, "4.1"))
    assert {each.item_id for each in statements(live)} == {item_at(live, "4.1")}
    assert {each.speaker for each in statements(live)} == {live.chair() if number == "4.1" else SECRETARIAT}


def test_whoever_spoke_last_at_the_item_presents_the_standing_there(live: MeetingDesk) -> None:
    place = Place(live.meeting.head.id, item_at(live, "4.1"), "a" * 32, live.chair())
    live.say(place, "ขอให้ดูตารางทีละข้อ")
    live.oit.mark("o1", Status.DONE)
    live.present_oit(item_at(live, "5"), SECRETARIAT, live.oit.standing())
    assert {each.speaker for each in statements(live)} == {live.chair()}


def test_without_an_item_named_for_it_the_standing_is_put_where_she_is(live: MeetingDesk) -> None:
    live.meeting = replace(
        live.meeting, agenda=tuple(replace(each, title="ความก้าวหน้าของงาน") for each in live.meeting.agenda)
    )
    live.oit.mark("o1", Status.DONE)
    assert live.present_oit(item_at(live, "5"), live.chair(), live.oit.standing())[1] == item_at(live, "5")


def test_the_sentence_follows_the_items_while_its_words_are_not_hers(live: MeetingDesk) -> None:
    live.oit.mark("o1", Status.DONE)
    present(live)
    assert "ดำเนินการแล้ว ๒๕ ข้อ" in sentence(live)
    live.oit.mark("o32", Status.DONE)
    assert present(live, "5") is Presented.RENEWED
    assert "ดำเนินการแล้ว ๒๖ ข้อ" in sentence(live)
    assert len(live.meeting.entries) == 2


def test_words_of_her_own_stay_and_she_is_told_when_figures_changed(live: MeetingDesk) -> None:
    live.oit.mark("o1", Status.DONE)
    present(live)
    told = statements(live)[0]
    place = Place(live.meeting.head.id, told.item_id, told.id, told.speaker)
    live.say(place, "สรุปแล้วดีขึ้นหนึ่งข้อ")
    live.oit.mark("o32", Status.DONE)
    assert present(live) is Presented.HERS
    assert present(live, changed=False) is Presented.NOTHING
    assert sentence(live) == "สรุปแล้วดีขึ้นหนึ่งข้อ"
    live.gavel.adjourn(time(11, 30))
    assert sentence(live) == "สรุปแล้วดีขึ้นหนึ่งข้อ"


def test_a_sentence_she_took_out_does_not_come_back(live: MeetingDesk) -> None:
    live.oit.mark("o1", Status.DONE)
    present(live)
    live.take_out(statements(live)[0].id)
    live.oit.mark("o32", Status.DONE)
    assert present(live) is Presented.NOTHING
    assert [type(block) for each in statements(live) for block in each.blocks] == [OitTable]


def test_a_table_she_took_out_comes_back_without_a_second_sentence(live: MeetingDesk) -> None:
    live.oit.mark("o1", Status.DONE)
    present(live)
    live.take_out(statements(live)[1].id)
    assert present(live, "5") is Presented.ADDED
    assert [type(block) for each in statements(live) for block in each.blocks] == [Paragraph, OitTable]


def test_both_are_one_act_and_are_taken_back_together(live: MeetingDesk, office: Office) -> None:
    live.oit.mark("o1", Status.DONE)
    present(live)
    assert office.undo(live.meeting.head.id).what == "ตาราง OIT"
    assert live.meeting.entries == ()


def test_an_adjourned_meeting_says_what_its_frozen_table_says(live: MeetingDesk, office: Office) -> None:
    live.oit.mark("o1", Status.DONE)
    present(live)
    live.oit.mark("o32", Status.DONE)
    present(live)
    office.undo(live.meeting.head.id)
    assert "ดำเนินการแล้ว ๒๕ ข้อ" in sentence(live), "the mark still stands, its sentence was taken back"
    live.gavel.adjourn(time(11, 30))
    assert "ดำเนินการแล้ว ๒๖ ข้อ" in sentence(live)
    assert statements(live)[0].revision == 0


@pytest.mark.parametrize("number", ["4.1", "1"])
def test_a_meeting_without_a_list_gets_neither(live: MeetingDesk, number: str) -> None:
    live.meeting = replace(live.meeting, oit=None)
    assert present(live, number) is Presented.NOTHING
    assert live.meeting.entries == ()
