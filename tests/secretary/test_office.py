"""One writer, any number of readers, and what is found again after the program ended in mid-sentence."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from ita_tui.domain.meeting import MeetingClosed
from ita_tui.domain.oit import Status
from ita_tui.errors import LockedByAnother, NotFound, RuleBroken
from ita_tui.secretary import publish
from ita_tui.secretary.desk import MeetingDesk
from ita_tui.secretary.office import Office, tools_of
from ita_tui.secretary.pen import Pen
from tests.secretary.conftest import Clock


def test_a_second_window_only_reads_and_sees_what_the_first_writes(
    office: Office, live: MeetingDesk, data: Path, clock: Clock
) -> None:
    with pytest.raises(LockedByAnother):
        Office.open(data, tools_of(clock))
    with Office.open_or_read(data, tools_of(clock)) as second:
        assert second.read_only
        assert second.notices
        second.refresh()
        pen = Pen(live)
        pen.confirm("ขอเริ่มการประชุม")
        office.flush()
        assert second.refresh()
        assert not second.refresh()
        desk = second.desk(live.meeting.head.id)
        assert desk.meeting.entries == live.meeting.entries
        with pytest.raises(RuleBroken):
            Pen(desk).confirm("เขียนจากหน้าต่างที่สอง")
        assert desk.meeting.entries == live.meeting.entries


def test_unconfirmed_words_are_found_at_their_place_again(
    office: Office, live: MeetingDesk, data: Path, clock: Clock
) -> None:
    pen = Pen(live)
    pen.go_to(live.stops[2][1].id)
    pen.note("ยังพิมพ์ไม่จบประโยค", 0, 6)
    office.flush()
    with Office.open(data, tools_of(clock), write=False) as later:
        place, text = later.left_at(live.meeting.head.id)
    assert place == pen.place(0, 6)
    assert text == "ยังพิมพ์ไม่จบประโยค"


def test_confirmed_words_are_no_longer_unconfirmed(office: Office, live: MeetingDesk) -> None:
    pen = Pen(live)
    pen.note("รับทราบตามเสนอ", 0, 5)
    pen.confirm("รับทราบตามเสนอ")
    office.flush()
    _, text = office.left_at(live.meeting.head.id)
    assert text == ""


def test_a_folder_without_a_body_is_told_and_left_alone(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(NotFound):
        Office.open(tmp_path / "empty", tools_of(clock), write=False)
    assert not (tmp_path / "empty").exists()


def test_meetings_are_found_by_number_and_the_latest_is_the_highest(office: Office) -> None:
    assert [head.number_text for head in office.heads()] == ["1/2567", "1/2566"]
    assert office.head("latest").number_text == "1/2567"
    with pytest.raises(NotFound):
        office.head("9/2567")


def test_the_last_acts_are_taken_back_in_turn_also_after_a_restart(
    office: Office, live: MeetingDesk, data: Path, clock: Clock
) -> None:
    pen = Pen(live)
    pen.confirm("คำกล่าวแรก")
    first = live.meeting
    pen.confirm("คำกล่าวแรก แก้ผิด")
    live.oit.mark("o33", Status.DONE)
    assert office.undo(live.meeting.head.id) == "สถานะ OIT"
    assert live.oit.follow_up.entry("o33").status is Status.UNSET
    office.close()
    with Office.open(data, tools_of(clock)) as later:
        desk = later.desk(first.head.id)
        assert later.undo(first.head.id) == "คำกล่าว"
        assert desk.meeting == first
        assert later.undo(first.head.id) == "คำกล่าว"
        assert desk.meeting.entries == ()
        with pytest.raises(RuleBroken):
            later.undo(first.head.id)


def test_what_was_taken_out_comes_back_in_its_place(office: Office, live: MeetingDesk) -> None:
    pen = Pen(live)
    for words in ("หนึ่ง", "สอง", "สาม"):
        pen.confirm(words)
        pen.go_on()
    before = live.meeting.entries
    live.take_out(before[1].id)
    office.undo(live.meeting.head.id)
    assert live.meeting.entries == before


def test_a_signed_meeting_is_not_taken_back(office: Office, live: MeetingDesk) -> None:
    Pen(live).confirm("คำกล่าว")
    live.adjourn(time(11, 30))
    live.seal(publish.seal_of(live))
    publish.sign(live)
    with pytest.raises(MeetingClosed):
        office.undo(live.meeting.head.id)
