"""One writer, any number of readers, and what is found again after the program ended in mid-sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest

from ita_tui.domain.meeting import MeetingClosed
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Status
from ita_tui.domain.record import person
from ita_tui.errors import CannotWrite, LockedByAnother, NotFound, RuleBroken
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.secretary.papers import publish
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
    assert office.undo(live.meeting.head.id).what == "สถานะ OIT"
    assert live.oit.follow_up.entry("o33").status is Status.UNSET
    office.close()
    with Office.open(data, tools_of(clock)) as later:
        desk = later.desk(first.head.id)
        assert later.undo(first.head.id).what == "คำกล่าว"
        assert desk.meeting == first
        assert later.undo(first.head.id).what == "คำกล่าว"
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
    live.gavel.adjourn(time(11, 30))
    live.gavel.seal(publish.seal_of(live))
    publish.sign(live)
    with pytest.raises(MeetingClosed):
        office.undo(live.meeting.head.id)


def test_a_second_meeting_does_not_open_while_one_is_going_on(office: Office, live: MeetingDesk) -> None:
    other = replace(live.meeting, head=replace(live.meeting.head, id="b" * 32, number=2, state=MeetingState.PLANNED))
    planned = replace(other, roster=(), events=())
    desk = MeetingDesk(planned, office.body, None, {}, keeper=office, tools=office.tools, heads=office.heads)
    with pytest.raises(RuleBroken, match="1/2567"):
        desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    assert desk.meeting.state is MeetingState.PLANNED


def test_a_day_put_right_by_mistake_is_taken_back_with_its_times(office: Office, live: MeetingDesk) -> None:
    before = live.meeting
    wrong = datetime(2024, 1, 18, 9, 30)
    live.gavel.correct(before.roster, presiding_id=before.presiding_id, opened=wrong, adjourned=None)
    office.undo(before.head.id)
    assert live.meeting == before


def test_a_place_that_the_meeting_no_longer_has_does_not_keep_her_out(
    office: Office, live: MeetingDesk, data: Path, clock: Clock
) -> None:
    here = Pen(live).place()
    for gone in (replace(here, item_id="c" * 32), replace(here, speaker=person("d" * 32))):
        office.note(gone, "ข้อความ", 0)
        office.flush()
        with Office.open(data, tools_of(clock), write=False) as later:
            place, text = later.left_at(live.meeting.head.id)
        assert text == "ข้อความ", "and nothing typed is lost"
        assert place is not None
        assert live.has_place(place)


def test_words_a_full_disk_refuses_to_the_end_are_kept_in_another_place(
    office: Office, live: MeetingDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = Pen(live)
    pen.confirm("คำกล่าวที่ยืนยันแล้ว")
    pen.go_on()
    pen.note("คำที่ยังพิมพ์ค้าง", 0, 0)

    def refuse(timeout: float = 10) -> None:
        raise CannotWrite("เนื้อที่เก็บข้อมูลเต็ม")

    monkeypatch.setattr(office, "flush", refuse)
    file = office.flush_or_rescue(tmp_path)
    assert file is not None
    words = file.read_text(encoding="utf-8")
    assert "คำกล่าวที่ยืนยันแล้ว" in words
    assert "คำที่ยังพิมพ์ค้าง" in words
    assert file.stat().st_mode & 0o077 == 0
