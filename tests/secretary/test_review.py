"""Before a meeting the list is filled with what divisions report; in it, with what the room decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from ita_tui.domain.body import EVERY_DIVISION
from ita_tui.domain.evidence import Evidence
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import NoteChange, Status, StatusChange, StatusReport
from ita_tui.domain.oit_changes import Shift
from ita_tui.errors import NotFound, RuleBroken
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.meeting.desk import MeetingDesk


def test_before_the_meeting_a_status_given_is_a_report_and_the_item_stands_as_it_stood(desk: MeetingDesk) -> None:
    desk.oit.give("o1", Status.DONE)
    entry = desk.oit.follow_up.entry("o1")
    assert entry.status is Status.NOT_STARTED
    assert isinstance(entry.history[-1], StatusReport)
    assert (entry.history[-1].status, entry.history[-1].by) == (Status.DONE, "สำนักปลัด")
    item = desk.oit.item("o1")
    assert item.touched(reporting=True)
    assert not item.touched(reporting=False)
    assert (item.before, item.shift(reporting=True)) == (Status.NOT_STARTED, Shift.BETTER)


def test_the_room_confirms_what_was_reported_by_one_act(desk: MeetingDesk) -> None:
    desk.oit.report("o1", Status.PARTIAL, by="งานนโยบายและแผน")
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    desk.oit.as_reported("o1")
    item = desk.oit.item("o1")
    assert (item.before, item.row.status, item.shift(reporting=False)) == (
        Status.NOT_STARTED, Status.PARTIAL, Shift.BETTER
    )
    assert item.last is not None
    assert desk.oit.meeting_number(item.last.meeting_id) == "1/2566"
    assert item.report is not None
    assert item.report.by == "งานนโยบายและแผน"


def test_a_report_is_taken_back_by_the_key_of_no_status(desk: MeetingDesk) -> None:
    desk.oit.give("o1", Status.DONE)
    desk.oit.give("o1", Status.UNSET)
    assert desk.oit.item("o1").report is None
    assert desk.oit.follow_up.entry("o1").status is Status.NOT_STARTED


def test_the_rest_of_a_group_is_reported_as_it_stood_and_o33_is_not_made_up(desk: MeetingDesk) -> None:
    desk.oit.report("o31", Status.WAITING)
    assert desk.oit.rest_of_group("o31") == 6
    told = {each.row.code: each.report.status for each in desk.oit.items() if each.report}
    assert told["o31"] is Status.WAITING
    assert told["o32"] is Status.NOT_STARTED
    assert "o33" not in told


def test_reports_are_taken_back_in_turn_like_any_act(desk: MeetingDesk, office: Office) -> None:
    desk.oit.report("o1", Status.DONE)
    assert office.undo(desk.meeting.head.id).what == "สถานะ OIT ที่รายงาน"
    assert desk.oit.item("o1").report is None


def test_what_one_meeting_settled_is_what_the_next_one_starts_from(live: MeetingDesk, office: Office) -> None:
    following = replace(live.meeting.head, id="b" * 32, number=2, state=MeetingState.PLANNED)
    planned = MeetingDesk(
        replace(live.meeting, head=following, roster=(), events=()), office.body, live.oit.catalogue, office._years,
        keeper=office, tools=office.tools, heads=office.heads,
    )
    live.oit.mark("o1", Status.DONE)
    live.gavel.adjourn(time(11, 30))
    planned.oit.report("o2", Status.PARTIAL)
    office.flush()
    kept = office._folder.year(live.oit.follow_up.follow_up_year).follow_ups[0]
    assert kept.entry("o1").status is Status.DONE
    item = planned.oit.item("o1")
    assert (item.before, item.settled) == (Status.DONE, False)
    assert item.last is not None
    assert planned.oit.meeting_number(item.last.meeting_id) == "1/2567"


def test_a_meeting_that_is_over_shows_none_of_what_came_after_it(live: MeetingDesk) -> None:
    live.oit.mark("o1", Status.DONE)
    live.gavel.adjourn(time(11, 30))
    year = live.oit._years[live.oit.follow_up.follow_up_year]
    reported = live.oit.follow_up.reported("o1", Status.WAITING, at="")
    later = reported.settled("o1", Status.WAITING, at="", meeting_id="x")
    live.oit._years[year.year] = replace(year, follow_ups=(later,))
    item = live.oit.item("o1")
    assert (item.row.status, item.shift(reporting=False), item.report) == (Status.DONE, Shift.BETTER, None)


def test_responsible_due_and_evidence_are_kept_and_unknown_divisions_refused(desk: MeetingDesk) -> None:
    shown = Evidence("https://example.go.th/o12", "รายงานรอบหกเดือน")
    desk.oit.give_to("o12", EVERY_DIVISION)
    desk.oit.give_due("o12", "ครบ ๖ เดือน\x1b[2J")
    desk.oit.prove("o12", (shown,))
    row = desk.oit.item("o12").row
    assert (row.division, row.due) == ("ทุกส่วนราชการ", "ครบ ๖ เดือน")
    assert desk.oit.follow_up.entry("o12").evidence == (shown,)
    desk.oit.give_to("o12", "")
    assert desk.oit.item("o12").row.division == ""
    with pytest.raises(NotFound):
        desk.oit.give_to("o12", "nowhere")


def test_any_earlier_status_report_or_note_comes_back_as_a_new_change(live: MeetingDesk) -> None:
    review = live.oit
    review.note("o17", "รอเอกสาร")
    review.note("o17", "")
    review.report("o17", Status.PARTIAL)
    review.mark("o17", Status.DONE)
    versions = review.versions("o17")
    first = next(each for each in versions if isinstance(each, StatusChange) and each.wording == "กำลังดำเนินการ")
    noted = next(each for each in versions if isinstance(each, NoteChange) and each.note)
    review.put_version_back("o17", first)
    review.put_version_back("o17", noted)
    entry = review.follow_up.entry("o17")
    assert (entry.text, entry.note) == ("กำลังดำเนินการ", "รอเอกสาร")
    assert review.versions("o17")[2:] == versions


def test_before_the_opening_no_settled_status_is_put_back(desk: MeetingDesk) -> None:
    (settled,) = desk.oit.versions("o1")
    with pytest.raises(RuleBroken, match="เป็นปัจจุบันอยู่แล้ว"):
        desk.oit.put_version_back("o1", settled)
    with pytest.raises(RuleBroken, match="ยังไม่ได้เปิดประชุม"):
        desk.oit.put_version_back("o1", StatusChange("", Status.DONE, Status.DONE.label))


def test_an_adjourned_meeting_changes_nothing_of_the_list(live: MeetingDesk) -> None:
    live.oit.mark("o1", Status.DONE)
    version = live.oit.versions("o1")[0]
    live.gavel.adjourn(time(11, 30))
    before = live.oit.follow_up
    acts: tuple[Callable[[], object], ...] = (
        lambda: live.oit.give("o1", Status.PARTIAL), lambda: live.oit.report("o1", Status.PARTIAL),
        lambda: live.oit.note("o1", "ใหม่"), lambda: live.oit.give_due("o1", "ใหม่"),
        lambda: live.oit.give_to("o1", ""), lambda: live.oit.prove("o1", ()), lambda: live.oit.as_reported("o1"),
        lambda: live.oit.put_version_back("o1", version),
    )  # fmt: skip
    for act in acts:
        with pytest.raises(RuleBroken, match="เลิกประชุมแล้ว"):
            act()
    assert live.oit.follow_up == before


def test_what_changes_nothing_is_no_act(desk: MeetingDesk, office: Office) -> None:
    desk.oit.give_due("o2", desk.oit.item("o2").row.due)
    office.flush()
    assert office._folder.audit_of_year(desk.oit.follow_up.follow_up_year)[-1].verb == "sample"
