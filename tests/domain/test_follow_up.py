"""The follow-up list: no item vanishes, no status is made up, nothing of its history goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.oit import (
    Catalogue,
    CatalogueItem,
    FollowUp,
    FollowUpEntry,
    Group,
    Status,
    StatusChange,
    follow_up_of,
    rows_of,
    standing_of,
    status_of,
)
from ita_tui.domain.oit_changes import settled_in
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, NotFound

_CODES = [f"o{number}" for number in range(1, 8)]
CATALOGUE = Catalogue(
    BEYear(2566), (Group("9.1", "ข้อมูลพื้นฐาน"),), tuple(CatalogueItem(code, f"ชื่อ {code}", "9.1") for code in _CODES)
)
_AT = "2024-01-17T10:00:00+07:00"
acts = st.lists(st.tuples(st.sampled_from(_CODES), st.sampled_from(Status)), max_size=20)


def _settled(each: list[tuple[str, Status]]) -> FollowUp:
    follow_up = follow_up_of(CATALOGUE, BEYear(2567))
    for code, status in each:
        follow_up = follow_up.settled(code, status, at=_AT, meeting_id="m")
    return follow_up


@given(acts)
def test_the_last_word_holds_and_every_earlier_one_is_kept(each: list[tuple[str, Status]]) -> None:
    follow_up = _settled(each)
    for code in _CODES:
        own = [status for name, status in each if name == code]
        entry = follow_up.entry(code)
        assert [change.status for change in entry.history if isinstance(change, StatusChange)] == own
        assert entry.status is (own[-1] if own else Status.UNSET)
        assert settled_in(entry, "m") == bool(own)


@given(acts)
def test_every_item_stands_in_the_table_and_is_counted(each: list[tuple[str, Status]]) -> None:
    rows = rows_of(CATALOGUE, _settled(each), scores={}, divisions={})
    assert [row.code for row in rows] == _CODES
    standing = standing_of(rows)
    assert sum(standing.by_status.values()) == standing.total == len(_CODES)
    assert standing.complete == sum(row.status in (Status.DONE, Status.DONE_CURRENT) for row in rows)


def test_an_item_the_list_does_not_know_prints_as_not_reported() -> None:
    short = FollowUp(BEYear(2567), BEYear(2566), (FollowUpEntry("o1", Status.DONE),))
    rows = rows_of(CATALOGUE, short, scores={"o1": "100.00"}, divisions={})
    assert len(rows) == len(_CODES)
    assert rows[1].text == "ยังไม่มีรายงานสถานะ"
    assert (rows[0].score, rows[1].score) == ("100.00", "")


def test_the_wording_as_printed_stays_until_the_status_is_set_anew() -> None:
    old = FollowUpEntry("o1", Status.IN_PROGRESS, "กำลังดำเนินการ")
    follow_up = follow_up_of(CATALOGUE, BEYear(2567)).with_entry(old)
    confirmed = follow_up.settled("o1", Status.IN_PROGRESS, at=_AT)
    assert confirmed.entry("o1").text == "กำลังดำเนินการ"
    there_and_back = confirmed.settled("o1", Status.DONE, at=_AT).settled("o1", Status.IN_PROGRESS, at=_AT)
    assert there_and_back.entry("o1").text == "ระหว่างดำเนินการ"


@given(st.sampled_from(Status))
def test_every_printed_status_reads_back(status: Status) -> None:
    assert status_of(f" {status.label} ") is status


def test_the_old_synonym_is_read_and_the_usual_wording_written() -> None:
    assert status_of("กำลังดำเนินการ") is Status.IN_PROGRESS
    assert Status.IN_PROGRESS.label == "ระหว่างดำเนินการ"


def test_an_unknown_status_is_refused_with_the_words_that_are_known() -> None:
    with pytest.raises(BadText) as refused:
        status_of("เกือบเสร็จ")
    assert Status.DONE.label in refused.value.hint


def test_a_code_of_another_catalogue_is_not_found() -> None:
    with pytest.raises(NotFound):
        follow_up_of(CATALOGUE, BEYear(2567)).settled("o43", Status.DONE, at=_AT)
    with pytest.raises(NotFound):
        CATALOGUE.item("o43")
