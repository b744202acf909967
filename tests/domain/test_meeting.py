"""The life of a meeting against a model of it, and what may be written down when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain import life
from ita_tui.domain.agenda import AgendaItem, AgendaKind
from ita_tui.domain.attendance import corrected
from ita_tui.domain.committee import Role
from ita_tui.domain.events import EventKind
from ita_tui.domain.life import QuorumNotMet
from ita_tui.domain.meeting import Meeting, MeetingClosed
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.record import ROOM, OitTable, Paragraph, Statement, person
from ita_tui.domain.resolutions import Resolution, ResolutionKind
from ita_tui.domain.roster import RosterEntry, marked
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, ItaError, NotFound, RuleBroken

S = MeetingState
_START = datetime(2024, 1, 17, 9, 30)
ROSTER = (
    RosterEntry("chair", "ปลัดเทศบาล", (Role.CHAIR,)),
    RosterEntry("a", "ผู้อำนวยการกองช่าง", (Role.MEMBER,)),
    RosterEntry("b", "หัวหน้าสำนักปลัด", (Role.MEMBER_SECRETARY,)),
    RosterEntry("clerk", "เจ้าพนักงานธุรการ", (Role.ASSISTANT,)),
)
PLANNED = Meeting(
    MeetingHead("m", "c", 1, BEYear(2567), S.PLANNED, date(2024, 1, 17)), time(9, 30), "ห้องประชุม",
    (
        AgendaItem("i1", AgendaKind.CHAIR_INFORMS, "เรื่องแจ้ง"),
        AgendaItem("i2", AgendaKind.FOR_CONSIDERATION, "เรื่องพิจารณา"),
    ),
)

ACTS: dict[str, Callable[[Meeting, datetime], Meeting]] = {
    "open": lambda meeting, at: life.opened(meeting, at, ROSTER, presiding_id="chair"),
    "pause": life.paused,
    "resume": life.resumed,
    "adjourn": lambda meeting, at: life.adjourned(meeting, at, ()),
    "seal": lambda meeting, at: life.sealed(meeting, "ตรา"),
    "sign": lambda meeting, at: life.signed(meeting, at, "ตรา"),
    "reopen": lambda meeting, at: life.reopened(meeting, at, "แก้คำผิด"),
}
MODEL = {
    (S.PLANNED, "open"): S.LIVE, (S.LIVE, "pause"): S.PAUSED, (S.PAUSED, "resume"): S.LIVE,
    (S.LIVE, "adjourn"): S.ADJOURNED, (S.PAUSED, "adjourn"): S.ADJOURNED, (S.ADJOURNED, "seal"): S.ADJOURNED,
    (S.ADJOURNED, "sign"): S.FINAL, (S.FINAL, "reopen"): S.ADJOURNED,
}


@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=14))
def test_a_meeting_goes_only_where_its_life_leads(acts: list[str]) -> None:
    meeting, sealed, at = PLANNED, False, _START
    for act in acts:
        at += timedelta(minutes=1)
        allowed = (meeting.state, act) in MODEL and (act != "sign" or sealed)
        if not allowed:
            with pytest.raises(RuleBroken):
                ACTS[act](meeting, at)
            continue
        expected = MODEL[meeting.state, act]
        meeting = ACTS[act](meeting, at)
        sealed = act == "seal" or (sealed and act != "reopen")
        assert meeting.state is expected
        assert bool(meeting.head.seal) == sealed
    assert meeting.head.number_text == "1/2567"


@given(st.integers(-90, 90))
def test_time_never_runs_back_within_a_meeting(minutes: int) -> None:
    live = ACTS["open"](PLANNED, _START)
    at = _START + timedelta(minutes=minutes)
    if minutes < 0:
        with pytest.raises(RuleBroken):
            life.adjourned(live, at, ())
    else:
        assert life.adjourned(live, at, ()).adjourned_at == at


def _live() -> Meeting:
    return ACTS["open"](PLANNED, _START)


def _final() -> Meeting:
    return life.signed(life.sealed(life.adjourned(_live(), _START, ()), "ตรา"), _START, "ตรา")


def _said(text: str = "ข้อความ", **fields: str) -> Statement:
    return Statement("s", fields.get("item_id", "i1"), person(fields.get("who", "a")), (Paragraph(text),), _START)


def test_without_a_quorum_a_meeting_opens_only_with_a_reason_that_prints() -> None:
    roster = marked(marked(ROSTER, "a", False), "b", False)
    with pytest.raises(QuorumNotMet):
        life.opened(PLANNED, _START, roster, presiding_id="chair")
    with pytest.raises(QuorumNotMet):
        life.opened(PLANNED, _START, roster, presiding_id="chair", go_on_because="  ")
    opened = life.opened(PLANNED, _START, roster, presiding_id="chair", go_on_because="เป็นเรื่องเร่งด่วน")
    assert opened.quorum_reason == opened.events[0].reason == "เป็นเรื่องเร่งด่วน"


def test_a_reason_is_not_kept_where_the_quorum_is_met() -> None:
    assert life.opened(PLANNED, _START, ROSTER, presiding_id="chair", go_on_because="เผื่อไว้").quorum_reason == ""


def test_who_presides_must_be_in_the_room() -> None:
    with pytest.raises(RuleBroken):
        life.opened(PLANNED, _START, marked(ROSTER, "chair", False), presiding_id="chair")


def test_the_assistant_secretary_records_and_the_chair_reviews_unless_chosen_otherwise() -> None:
    live = _live()
    assert (live.recorder_id, live.reviewer_id) == ("clerk", "chair")
    chosen = life.opened(replace(PLANNED, recorder_id="b", reviewer_id="a"), _START, ROSTER, presiding_id="chair")
    assert (chosen.recorder_id, chosen.reviewer_id) == ("b", "a")


def test_signing_needs_the_seal_of_what_stands_now() -> None:
    adjourned = life.adjourned(_live(), _START, ())
    with pytest.raises(RuleBroken):
        life.signed(adjourned, _START, "ตรา")
    with pytest.raises(RuleBroken):
        life.signed(life.sealed(adjourned, "ตรา"), _START, "อีกตรา")


def test_reopening_asks_for_a_reason() -> None:
    with pytest.raises(BadText):
        life.reopened(_final(), _START, " ")
    assert life.reopened(_final(), _START, "แก้คำผิด").events[-1].reason == "แก้คำผิด"


@pytest.mark.parametrize(
    "act",
    [
        lambda meeting: meeting.with_entry(_said()),
        lambda meeting: meeting.without_entry("s"),
        lambda meeting: corrected(
            meeting, meeting.roster, presiding_id=meeting.presiding_id, opened=meeting.opened_at, adjourned=None
        ),
        lambda meeting: meeting.with_sub_item(AgendaItem("n", AgendaKind.OTHER, "เรื่องเพิ่ม", "i2")),
    ],
)
def test_nothing_changes_in_a_signed_meeting(act: Callable[[Meeting], Meeting]) -> None:
    with pytest.raises(MeetingClosed):
        act(_final())


def test_nothing_is_written_down_before_the_opening() -> None:
    with pytest.raises(RuleBroken):
        PLANNED.with_entry(_said())


def test_wording_can_be_mended_after_adjourning() -> None:
    mended = life.adjourned(_live().with_entry(_said("ข้อควมา")), _START, ()).with_entry(_said("ข้อความ"))
    assert [entry for entry in mended.entries if isinstance(entry, Statement)] == [_said("ข้อความ")]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)), max_size=12))
def test_an_entry_written_again_keeps_its_place(writings: list[tuple[str, int]]) -> None:
    meeting = _live()
    for name, number in writings:
        meeting = meeting.with_entry(replace(_said(f"ข้อความ {number}"), id=name))
    assert [entry.id for entry in meeting.entries] == list(dict.fromkeys(name for name, _ in writings))
    for name, last in dict(writings).items():
        assert meeting.entry(name) == replace(_said(f"ข้อความ {last}"), id=name)


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        (_said(item_id="nowhere"), NotFound),
        (_said(who="stranger"), NotFound),
        (Statement("s", "i1", ROOM, (), _START), BadText),
        (Resolution("r", "i1", ResolutionKind.OWN_WORDS, _START, "  "), BadText),
    ],
)
def test_what_cannot_be_is_not_written_down(entry: Statement | Resolution, error: type[ItaError]) -> None:
    with pytest.raises(error):
        _live().with_entry(entry)


def test_an_item_for_consideration_waits_for_its_resolution() -> None:
    meeting = _live().with_entry(_said(item_id="i2"))
    assert [item.id for item in meeting.undecided()] == ["i2"]
    assert meeting.with_entry(Resolution("r", "i2", ResolutionKind.AGREED, _START)).undecided() == ()


def test_an_item_under_which_the_room_has_nothing_waits_for_no_resolution() -> None:
    meeting = _live().with_entry(Statement("s", "i2", ROOM, (Paragraph("ไม่มี"),), _START))
    assert meeting.undecided() == ()


def test_the_oit_table_stands_in_the_record_once_it_was_presented() -> None:
    table = Statement("t", "i2", person("clerk"), (OitTable(BEYear(2567), BEYear(2566)),), _START)
    assert not _live().presented()
    assert _live().with_entry(table).presented()


def test_the_last_opening_and_adjourning_are_told() -> None:
    meeting = life.resumed(life.paused(_live(), _START), _START)
    assert meeting.opened_at == _START
    assert meeting.adjourned_at is None
    assert [event.kind for event in meeting.events] == [EventKind.OPENED, EventKind.PAUSED, EventKind.RESUMED]


def test_what_ends_in_the_minute_in_which_it_went_on_follows_it() -> None:
    resumed = life.resumed(life.paused(_live(), _START), _START + timedelta(seconds=40))
    ended = life.adjourned(resumed, _START, ())
    assert ended.adjourned_at == _START + timedelta(seconds=40)
    again = corrected(ended, ended.roster, presiding_id="chair", opened=_START, adjourned=_START)
    assert again.adjourned_at == ended.adjourned_at
    with pytest.raises(RuleBroken):
        life.adjourned(resumed, _START - timedelta(minutes=1), ())
