"""Agenda numbers are generated, and only items without sub-items are stops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.agenda import FIVE_ITEMS, AgendaItem, AgendaKind, numbered, stops, with_sub_item
from ita_tui.errors import NotFound, RuleBroken


def _agenda(subs: list[int]) -> tuple[AgendaItem, ...]:
    """An agenda with one item for each number, and that many sub-items below it, all sub-items listed last."""
    tops = [AgendaItem(f"t{top}", AgendaKind.OTHER, f"เรื่องที่ {top}") for top in range(len(subs))]
    below = [
        AgendaItem(f"t{top}s{sub}", AgendaKind.OTHER, f"เรื่องย่อย {sub}", f"t{top}")
        for sub in range(max(subs, default=0)) for top, count in enumerate(subs) if sub < count
    ]
    return (*tops, *below)


agendas = st.lists(st.integers(0, 4), min_size=1, max_size=6)


@given(agendas)
def test_numbers_run_without_gap_or_repeat(subs: list[int]) -> None:
    expected = []
    for top, count in enumerate(subs, start=1):
        expected.append(str(top))
        expected.extend(f"{top}.{sub}" for sub in range(1, count + 1))
    assert [number for number, _ in numbered(_agenda(subs))] == expected


@given(agendas)
def test_every_item_is_numbered_once(subs: list[int]) -> None:
    agenda = _agenda(subs)
    assert sorted(item.id for _, item in numbered(agenda)) == sorted(item.id for item in agenda)


@given(agendas)
def test_a_meeting_walks_through_sub_items_and_through_items_without_any(subs: list[int]) -> None:
    walked = [number for number, _ in stops(_agenda(subs))]
    assert len(walked) == sum(max(count, 1) for count in subs)
    assert all("." in number or subs[int(number) - 1] == 0 for number in walked)


def test_a_sub_item_added_in_the_meeting_takes_the_next_number_below_its_item() -> None:
    agenda = with_sub_item(_agenda([0, 2, 0]), AgendaItem("new", AgendaKind.OTHER, "เรื่องเพิ่ม", "t1"))
    assert ("2.3", "new") in [(number, item.id) for number, item in numbered(agenda)]


def test_sub_items_have_no_sub_items() -> None:
    with pytest.raises(RuleBroken):
        with_sub_item(_agenda([1]), AgendaItem("new", AgendaKind.OTHER, "เรื่องเพิ่ม", "t0s0"))


def test_a_sub_item_needs_an_item() -> None:
    with pytest.raises(NotFound):
        with_sub_item(_agenda([1]), AgendaItem("new", AgendaKind.OTHER, "เรื่องเพิ่ม", "nowhere"))


def test_the_five_item_form_has_the_regulations_titles() -> None:
    assert [kind.label for kind in FIVE_ITEMS] == [
        "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "เรื่องรับรองรายงานการประชุม", "เรื่องสืบเนื่อง",
        "เรื่องเสนอให้ที่ประชุมพิจารณา", "เรื่องอื่น ๆ",
    ]
