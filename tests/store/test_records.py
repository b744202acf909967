"""Records come back exactly as they were, and what does not fit exactly is damage with a place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain import life
from ita_tui.domain.body import Body
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.oit import CatalogueItem, OitRow, Status
from ita_tui.domain.record import Entry
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.errors import Damaged
from ita_tui.store.records import decode, decode_entry, encode
from ita_tui.store.repository import shipped_catalogue
from ita_tui.store.shapes import lay_meeting, lay_year, meeting_from, year_from

from .samples import AT, BODY, Y2567, YEAR, everything, said

FILE = Path("years/2567.json")


def without(plain: Any, name: str) -> Any:
    return {key: value for key, value in plain.items() if key != name}


def test_a_meeting_with_every_kind_of_block_comes_back_from_its_tables() -> None:
    rows = (OitRow("o1", "โครงสร้าง", "9.1", Status.DONE, "เสร็จ"),)
    meeting = life.adjourned(everything(), AT + timedelta(hours=2), rows)
    assert meeting_from(lay_meeting(meeting), meeting.head, FILE) == meeting


def test_a_year_with_results_and_lists_comes_back_from_its_tables() -> None:
    assert year_from(lay_year(YEAR), Y2567, FILE) == YEAR
    empty = YearRecord(Y2567)
    assert year_from(lay_year(empty), Y2567, FILE) == empty


def test_a_body_comes_back_with_its_orders_and_vacant_seats() -> None:
    assert decode(encode(BODY), Body, FILE) == BODY


@pytest.mark.parametrize("year", [2566, 2568])
def test_a_shipped_catalogue_is_a_strict_record(year: int) -> None:
    catalogue = shipped_catalogue(BEYear(year))
    assert catalogue.year == year
    assert {item.group for item in catalogue.items} <= {group.code for group in catalogue.groups}


def test_blocks_and_entries_carry_their_type() -> None:
    plain = [encode(entry, Entry) for entry in everything().entries]
    assert [row["type"] for row in plain] == ["statement", "statement", "resolution"]
    assert [block["type"] for block in plain[0]["blocks"]] == [
        "paragraph", "points", "committee_list", "oit_table", "results_account",
    ]


def test_what_is_encoded_is_nothing_but_json_values() -> None:
    waiting: list[Any] = [encode(YEAR), encode(BODY), encode(everything())]
    while waiting:
        value = waiting.pop()
        assert type(value) in {dict, list, str, int, float, bool, type(None)}
        waiting.extend(value.values() if isinstance(value, dict) else value if isinstance(value, list) else [])


@given(text=st.text(), reason=st.text(st.characters(codec="utf-8")))
def test_any_wording_survives(text: str, reason: str) -> None:
    statement = said("e1", text)
    assert decode_entry(encode(statement, Entry), FILE) == statement
    event = Event(EventKind.REOPENED, AT, reason)
    assert decode(encode(event), Event, FILE) == event


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda plain: {**plain, "extra": 1}, "$"),
        (lambda plain: without(plain, "year"), ""),
        (lambda plain: {**plain, "year": "2567"}, "$.year"),
        (lambda plain: {**plain, "year": True}, "$.year"),
        (lambda plain: {**plain, "results": {**plain["results"], "scores": {"o1": "ร้อย"}}}, "$.results.scores['o1']"),
        (lambda plain: {**plain, "results": {**plain["results"], "scores": {"o1": "NaN"}}}, "$.results.scores['o1']"),
        (lambda plain: {**plain, "results": {**plain["results"], "level": None}}, "$.results.level"),
        (lambda plain: {**plain, "follow_ups": [without(plain["follow_ups"][0], "entries")]}, "$.follow_ups[0]"),
        (lambda plain: [], ""),
        (lambda plain: None, ""),
    ],
)
def test_a_record_that_does_not_fit_is_damage_and_says_where(spoil: Any, place: str) -> None:
    with pytest.raises(Damaged) as raised:
        decode(spoil(encode(YEAR)), YearRecord, FILE, "results")
    assert "2567.json" in raised.value.message
    assert place in raised.value.message


@pytest.mark.parametrize(
    "spoil",
    [
        lambda plain: without(plain, "type"),
        lambda plain: {**plain, "type": "speech"},
        lambda plain: {**plain, "revision": "0"},
        lambda plain: {**plain, "at": "17/01/2024"},
        lambda plain: {**plain, "at": "2024-01-17"},
        lambda plain: {**plain, "blocks": [{"type": "paragraph"}]},
        lambda plain: {**plain, "blocks": [{"type": "table", "text": ""}]},
        lambda plain: {**plain, "speaker": {"kind": "nobody", "person_id": ""}},
        lambda plain: None,
        lambda plain: "ข้อความ",
    ],
)
def test_a_spoiled_statement_is_damage(spoil: Any) -> None:
    with pytest.raises(Damaged):
        decode_entry(spoil(encode(said("e1", "ขอบคุณ"), Entry)), FILE)


def test_two_rows_of_one_id_are_refused_and_not_merged() -> None:
    meeting = everything()
    with pytest.raises(ValueError, match="e1"):
        lay_meeting(replace(meeting, entries=(*meeting.entries, said("e1", "ซ้ำ"))))


def test_an_entry_of_a_list_that_is_not_there_is_damage() -> None:
    laid = lay_year(YEAR)
    laid["lists"] = {}
    with pytest.raises(Damaged, match="follow_ups"):
        year_from(laid, Y2567, FILE)


def test_a_continued_item_keeps_year_and_code() -> None:
    item = CatalogueItem("o2", "ข้อมูลการติดต่อ", "9.1", (BEYear(2566), "o5"))
    assert decode(encode(item), CatalogueItem, FILE) == item


def test_a_field_that_came_later_changes_no_row_that_stands_already() -> None:
    before = {"kind": "opened", "at": "2024-01-17T09:30:00"}  # written before events knew a reason
    event = decode(before, Event, FILE)
    assert event == Event(EventKind.OPENED, AT)
    assert encode(event) == before
