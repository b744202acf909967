"""Putting the record in order loses no words and no times."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain import life
from ita_tui.domain.agenda import AgendaItem, AgendaKind
from ita_tui.domain.entries import joined, moved_among_resolutions, moved_by_one, moved_to, split
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.record import OitTable, Paragraph, Statement, person
from ita_tui.domain.resolutions import Resolution, ResolutionKind
from ita_tui.domain.years import BEYear
from ita_tui.errors import RuleBroken
from tests.domain.test_meeting import PLANNED, ROSTER

_START = datetime(2024, 1, 17, 9, 30)


def said(name: str, item: str = "i1", who: str = "chair", minutes: int = 1) -> Statement:
    return Statement(name, item, person(who), (Paragraph(f"คำกล่าว {name}"),), _START + timedelta(minutes=minutes))


def meeting_of(*items: str) -> Meeting:
    meeting = life.opened(PLANNED, _START, ROSTER, presiding_id="chair")
    for number, item in enumerate(items):
        meeting = meeting.with_entry(said(f"s{number}", item, minutes=number))
    return meeting


def order(meeting: Meeting, item: str) -> list[str]:
    return [entry.id for entry in meeting.entries_of(item)]


def test_words_are_not_joined_to_a_table_nor_a_table_split() -> None:
    table = Statement("t", "i1", person("chair"), (OitTable(BEYear(2567), BEYear(2566)),), _START)
    meeting = meeting_of("i1").with_entry(table).with_entry(said("after"))
    for each in ("after", "t"):
        with pytest.raises(RuleBroken, match="รวม"):
            joined(meeting, each)
    with pytest.raises(RuleBroken, match="แยก"):
        split(meeting, "t", (Paragraph("หนึ่ง"),), said("new"))


@given(st.lists(st.sampled_from(["i1", "i2"]), min_size=1, max_size=8), st.data())
def test_moving_keeps_every_entry_and_moving_back_restores_the_order(items: list[str], data: st.DataObject) -> None:
    before = meeting_of(*items)
    entry = data.draw(st.sampled_from(before.entries))
    upwards = data.draw(st.booleans())
    try:
        after = moved_by_one(before, entry.id, upwards=upwards)
    except RuleBroken:
        return
    assert sorted((each.id, each.at) for each in after.entries) == sorted((each.id, each.at) for each in before.entries)
    back = moved_by_one(after, entry.id, upwards=not upwards)
    assert {item: order(back, item) for item in ("i1", "i2")} == {item: order(before, item) for item in ("i1", "i2")}


def test_past_the_edge_an_entry_goes_on_in_the_next_item() -> None:
    meeting = moved_by_one(meeting_of("i1", "i1", "i2"), "s1", upwards=False)
    assert (order(meeting, "i1"), order(meeting, "i2")) == (["s0"], ["s1", "s2"])
    with pytest.raises(RuleBroken):
        moved_by_one(meeting, "s0", upwards=True)


def test_an_entry_goes_to_the_end_of_another_item_with_its_time() -> None:
    before = meeting_of("i1", "i2")
    after = moved_to(before, "s0", "i2")
    assert order(after, "i2") == ["s1", "s0"]
    assert after.entry("s0").at == before.entry("s0").at


def test_a_split_statement_is_followed_by_its_rest() -> None:
    rest = said("new", who="a")
    after = split(meeting_of("i1", "i1"), "s0", (Paragraph("ครึ่งแรก"),), rest)
    assert order(after, "i1") == ["s0", "new", "s1"]
    with pytest.raises(RuleBroken):
        split(meeting_of("i1"), "s0", (), rest)


def test_joining_puts_the_words_behind_those_before_and_needs_a_statement_there() -> None:
    after, first = joined(meeting_of("i1", "i1"), "s1")
    assert first == "s0"
    statement = after.entry("s0")
    assert isinstance(statement, Statement)
    assert statement.blocks == (Paragraph("คำกล่าว s0"), Paragraph("คำกล่าว s1"))
    assert order(after, "i1") == ["s0"]
    for meeting in (
        meeting_of("i1"),
        meeting_of().with_entry(Resolution("r", "i1", ResolutionKind.AGREED, _START)).with_entry(said("s0")),
    ):
        with pytest.raises(RuleBroken):
            joined(meeting, "s0")


def test_an_item_that_got_sub_items_keeps_its_place_while_it_holds_words() -> None:
    meeting = meeting_of("i1").with_sub_item(AgendaItem("i1a", AgendaKind.CHAIR_INFORMS, "เรื่องย่อย", "i1"))
    assert [item.id for _, item in meeting.stops] == ["i1", "i1a", "i2"]
    assert [item.id for _, item in meeting.without_entry("s0").stops] == ["i1a", "i2"]


def test_a_resolution_passes_its_neighbour_among_the_resolutions_and_no_statement_moves() -> None:
    meeting = meeting_of("i1")
    for number in range(3):
        meeting = meeting.with_entry(Resolution(f"r{number}", "i1", ResolutionKind.AGREED, _START))
        meeting = meeting.with_entry(said(f"t{number}"))
    after = moved_among_resolutions(meeting, "r2", upwards=True)
    assert [each for each in order(after, "i1") if each[0] == "r"] == ["r0", "r2", "r1"]
    assert [each for each in order(after, "i1") if each[0] != "r"] == ["s0", "t0", "t1", "t2"]
    for entry_id, upwards in (("r0", True), ("r2", False)):
        with pytest.raises(RuleBroken):
            moved_among_resolutions(meeting, entry_id, upwards=upwards)
