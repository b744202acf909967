"""What the secretary can do in a meeting, and what the rules refuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest

from ita_tui.domain import life
from ita_tui.domain.life import QuorumNotMet
from ita_tui.domain.meeting import MeetingClosed
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Status
from ita_tui.domain.oit_changes import settled_in
from ita_tui.domain.record import ROOM, Paragraph, Points, Statement
from ita_tui.domain.resolutions import ResolutionKind
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.keeping.changes import Decision, Place
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.papers import publish
from tests.secretary.conftest import Clock

SAID = "ขอให้ทุกกองส่งรายงานภายในวันศุกร์\n๑. แผนจัดซื้อจัดจ้าง\n๒. สรุปผลรายเดือน"


def place_at(desk: MeetingDesk, number: str = "1", statement_id: str = "") -> Place:
    item = next(item for each, item in desk.numbered if each == number)
    return Place(desk.meeting.head.id, item.id, statement_id or desk.new_statement_id(), desk.chair())


def without_quorum(desk: MeetingDesk) -> tuple:  # type: ignore[type-arg]
    return tuple(replace(entry, present=at == 0) for at, entry in enumerate(desk.roster()))


def test_a_meeting_without_quorum_opens_only_with_a_reason_and_the_reason_is_kept(desk: MeetingDesk) -> None:
    roster = without_quorum(desk)
    with pytest.raises(QuorumNotMet):
        desk.gavel.open(desk.now(), roster, presiding_id=roster[0].id)
    assert desk.meeting.state is MeetingState.PLANNED
    desk.gavel.open(desk.now(), roster, presiding_id=roster[0].id, go_on_because="เรื่องเร่งด่วนตามหนังสือจังหวัด")
    assert desk.meeting.quorum_reason == "เรื่องเร่งด่วนตามหนังสือจังหวัด"


def test_nothing_is_written_down_before_the_meeting_is_opened(desk: MeetingDesk) -> None:
    with pytest.raises(RuleBroken):
        desk.say(place_at(desk), SAID)
    with pytest.raises(RuleBroken):
        desk.oit.mark("o33", Status.DONE)


def test_typed_words_become_paragraphs_and_numbered_points(live: MeetingDesk, office: Office) -> None:
    place = place_at(live)
    assert live.say(place, SAID)
    office.flush()
    kept = office._folder.meeting(place.meeting_id).entry(place.statement_id)
    assert isinstance(kept, Statement)
    assert kept.blocks == (
        Paragraph("ขอให้ทุกกองส่งรายงานภายในวันศุกร์"),
        Points(("แผนจัดซื้อจัดจ้าง", "สรุปผลรายเดือน")),
    )


def test_one_confirmed_change_makes_one_audit_row_and_saying_it_again_makes_none(
    live: MeetingDesk, office: Office
) -> None:
    place = place_at(live)
    live.say(place, SAID)
    assert not live.say(place, SAID)
    office.flush()
    rows = [row for row in office._folder.audit(place.meeting_id) if row.target_id == place.statement_id]
    assert [row.verb for row in rows] == ["say"]


def test_an_emptied_statement_vanishes_from_the_record_but_not_from_the_history(
    live: MeetingDesk, office: Office
) -> None:
    place = place_at(live)
    live.say(place, SAID)
    live.say(place, "  \n ")
    assert live.meeting.entries == ()
    office.flush()
    rows = [row for row in office._folder.audit(place.meeting_id) if row.target_id == place.statement_id]
    assert rows[-1].after is None
    assert "แผนจัดซื้อจัดจ้าง" in str(rows[-1].before)


def test_marking_an_item_writes_the_year_with_the_meetings_id_and_not_the_meeting(
    live: MeetingDesk, office: Office
) -> None:
    office.flush()
    before = (office.path / "meetings" / f"{live.meeting.head.id}.json").read_bytes()
    live.oit.mark("o33", Status.IN_PROGRESS)
    office.flush()
    assert (office.path / "meetings" / f"{live.meeting.head.id}.json").read_bytes() == before
    kept = office._folder.year(live.meeting.oit.follow_up_year).follow_ups[0].entry("o33")  # type: ignore[union-attr]
    assert kept.status is Status.IN_PROGRESS
    assert settled_in(kept, live.meeting.head.id)


def test_the_rest_of_a_group_is_confirmed_but_a_status_is_never_made_up_for_o33(live: MeetingDesk) -> None:
    live.oit.rest_of_group("o31")
    group = {item.code for item in live.oit.catalogue.of_group("10.1")}
    assert group & set(live.oit.untouched()) == {"o33"}
    assert live.oit.follow_up.entry("o33").status is Status.UNSET


def test_confirming_keeps_the_wording_as_once_printed_and_changing_replaces_it(live: MeetingDesk) -> None:
    assert live.oit.follow_up.entry("o17").text == "กำลังดำเนินการ"
    live.oit.as_reported("o17")
    assert live.oit.follow_up.entry("o17").text == "กำลังดำเนินการ"
    live.oit.mark("o17", Status.DONE)
    live.oit.mark("o17", Status.IN_PROGRESS)
    assert live.oit.follow_up.entry("o17").text == "ระหว่างดำเนินการ"


def test_the_oit_rows_freeze_when_the_meeting_adjourns(live: MeetingDesk) -> None:
    live.oit.mark("o33", Status.WAITING)
    live.gavel.adjourn(time(11, 30))
    assert len(live.oit.rows()) == 43
    with pytest.raises(RuleBroken):
        live.oit.mark("o33", Status.DONE)
    assert next(row for row in live.oit.rows() if row.code == "o33").status is Status.WAITING


def test_a_resolution_without_words_of_its_own_or_for_an_item_unknown_is_refused(live: MeetingDesk) -> None:
    item = place_at(live, "4.1").item_id
    resolution = live.resolve(
        item, Decision(ResolutionKind.AGREED, "เห็นชอบ", (("กองคลัง", "เผยแพร่แผน", "๓๑ มกราคม"),))
    )
    assert resolution.text == "เห็นชอบ"
    assert resolution.wording == ""
    assert resolution.assignments[0].who == "กองคลัง"
    assert len(resolution.present) == 7
    with pytest.raises(RuleBroken):
        life.sealed(live.meeting, "x")
    with pytest.raises(Exception, match="วาระ"):
        live.resolve("nowhere", Decision(ResolutionKind.AGREED))


def test_an_adjourned_meeting_cannot_end_before_it_began(live: MeetingDesk) -> None:
    with pytest.raises(RuleBroken):
        live.gavel.adjourn(time(9, 0))
    assert live.meeting.state is MeetingState.LIVE


def test_signing_needs_what_was_printed_to_be_what_stands(live: MeetingDesk, clock: Clock) -> None:
    place = place_at(live)
    live.say(place, SAID)
    clock.forward(120)
    live.gavel.adjourn(time(11, 30))
    with pytest.raises(RuleBroken):
        publish.sign(live)
    live.gavel.seal(publish.seal_of(live))
    assert not publish.is_draft(live)
    live.say(place, SAID + "\n๓. รายงานผลประจำปี")
    assert publish.is_draft(live)
    with pytest.raises(RuleBroken):
        publish.sign(live)
    live.gavel.seal(publish.seal_of(live))
    publish.sign(live)
    assert live.meeting.state is MeetingState.FINAL
    with pytest.raises(MeetingClosed):
        live.say(place, "แก้ไขภายหลัง")


def test_a_reopened_meeting_keeps_its_number_and_wants_a_reason(live: MeetingDesk) -> None:
    live.gavel.adjourn(time(11, 30))
    live.gavel.seal(publish.seal_of(live))
    publish.sign(live)
    at = live.meeting.events[-1].at
    with pytest.raises(BadText):
        life.reopened(live.meeting, at, " ")
    again = life.reopened(live.meeting, at, "ประธานแก้ถ้อยคำ")
    assert (again.state, again.head.number_text) == (MeetingState.ADJOURNED, "1/2567")


def test_the_rooms_answer_is_no_resolution_and_does_not_leave_an_item_undecided(live: MeetingDesk) -> None:
    place = replace(place_at(live, "5"), speaker=ROOM)
    live.say(place, "ไม่มี")
    assert live.meeting.undecided() == ()
    live.say(place_at(live, "4.2"), "เสนอร่างมาตรการต่อที่ประชุม")
    assert [item.title for item in live.meeting.undecided()] == ["มาตรการส่งเสริมคุณธรรมและความโปร่งใส"]


def test_an_item_that_has_no_status_cannot_be_confirmed_as_reported(live: MeetingDesk) -> None:
    with pytest.raises(RuleBroken):
        live.oit.as_reported("o33")
    assert "o33" in live.oit.untouched()


def test_a_resolution_is_put_right_in_its_place(live: MeetingDesk) -> None:
    item = place_at(live, "4.1").item_id
    hasty = live.resolve(item, Decision(ResolutionKind.AGREED))
    live.say(place_at(live, "4.1"), "ขอแก้ไขมติ")
    live.resolve(item, Decision(ResolutionKind.POSTPONED, "เลื่อนไปครั้งหน้า"), instead_of=hasty)
    (resolution,) = live.resolutions_of(item)
    assert (resolution.id, resolution.text, resolution.revision) == (hasty.id, "เลื่อนไปครั้งหน้า", 1)
    assert live.meeting.entries_of(item)[0] == resolution


def test_times_and_attendance_can_be_put_right_until_the_minutes_are_signed(live: MeetingDesk) -> None:
    live.gavel.adjourn(time(11, 30))
    roster = tuple(replace(entry, present=entry.position != "ท้องถิ่นอำเภอ") for entry in live.meeting.roster)
    day = live.meeting.head.on
    right: dict[str, Any] = {"presiding_id": live.meeting.presiding_id, "opened": datetime.combine(day, time(9, 45))}
    live.gavel.correct(roster, adjourned=datetime.combine(day, time(12, 0)), **right)
    assert live.meeting.quorum.present == 5
    assert [event.at.time() for event in live.meeting.events] == [time(9, 45), time(12, 0)]
    with pytest.raises(RuleBroken):
        live.gavel.correct(roster, adjourned=datetime.combine(day, time(9, 0)), **right)
    live.gavel.seal(publish.seal_of(live))
    publish.sign(live)
    with pytest.raises(MeetingClosed):
        live.gavel.correct(roster, adjourned=None, **right)


def test_items_under_which_nothing_was_said_are_named(live: MeetingDesk) -> None:
    live.say(place_at(live, "1"), SAID)
    assert live.meeting.silent()[0].title == "เรื่องรับรองรายงานการประชุม"
    assert len(live.meeting.silent()) == 5


def test_a_meeting_goes_on_past_midnight_by_the_clock_and_by_typed_times(desk: MeetingDesk, clock: Clock) -> None:
    chair, clerk = desk.roster()[0], desk.roster()[-1]
    clock.forward(13 * 60)
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=chair.id)
    clock.forward(100)
    desk.gavel.pause()
    clock.forward(5)
    desk.gavel.resume()
    desk.people.go(clerk.id)
    desk.people.retime(clerk.id, time(23, 50))
    desk.people.retime(clerk.id, time(0, 12))
    desk.gavel.adjourn(time(0, 30))
    assert [each.at for each in desk.meeting.events[1:]] == [
        datetime(2024, 1, 18, 0, 10), datetime(2024, 1, 18, 0, 15), datetime(2024, 1, 18, 0, 30),
    ]
    assert desk.people.entry(clerk.id).movements[0].at == datetime(2024, 1, 18, 0, 12)


def test_a_time_before_the_opening_is_refused_while_its_midnight_still_lies_ahead(live: MeetingDesk) -> None:
    for slip in (time(9, 0), time(1, 30)):
        with pytest.raises(RuleBroken, match="อยู่ก่อนเปิดประชุม"):
            live.gavel.adjourn(slip)


def test_a_meeting_written_down_on_another_day_keeps_the_times_of_its_own(live: MeetingDesk, clock: Clock) -> None:
    clock.forward(7 * 24 * 60 + 30)
    live.gavel.pause()
    live.gavel.adjourn(time(0, 30))
    assert [each.at for each in live.meeting.events[1:]] == [
        datetime(2024, 1, 17, 10, 0), datetime(2024, 1, 18, 0, 30),
    ]
