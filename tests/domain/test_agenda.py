"""Agenda numbers are generated, and only items without sub-items are stops."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.agenda import (
    FIVE_ITEMS,
    AgendaForm,
    AgendaItem,
    AgendaKind,
    agenda_in,
    form_of,
    in_form,
    moved,
    numbered,
    renamed,
    stops,
    with_item,
    with_sub_item,
    without_item,
)
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


# --- preparing it -------------------------------------------------------------------------------------------

steps = st.sampled_from([-1, 1])


@given(agendas, st.data(), steps)
def test_moving_keeps_every_item_below_its_own_parent(subs: list[int], data: st.DataObject, step: int) -> None:
    agenda = _agenda(subs)
    item = data.draw(st.sampled_from(agenda))
    after = moved(agenda, item.id, step)
    assert sorted(after, key=lambda each: each.id) == sorted(agenda, key=lambda each: each.id)
    others = [each for each in agenda if each.parent_id != item.parent_id]
    assert [each for each in after if each.parent_id != item.parent_id] == others


@given(agendas, st.data(), steps)
def test_moving_there_and_back_changes_nothing_but_at_the_edge(
    subs: list[int], data: st.DataObject, step: int
) -> None:
    agenda = _agenda(subs)
    item = data.draw(st.sampled_from(agenda))
    once = moved(agenda, item.id, step)
    if once != agenda:
        assert [each for _, each in numbered(moved(once, item.id, -step))] == [each for _, each in numbered(agenda)]


@given(agendas, st.data())
def test_an_item_put_in_and_taken_out_leaves_the_agenda_as_it_was(subs: list[int], data: st.DataObject) -> None:
    agenda = _agenda(subs)
    after_id = data.draw(st.sampled_from([item.id for item in agenda if not item.parent_id]))
    new = AgendaItem("new", AgendaKind.OTHER, "เรื่องเพิ่ม")
    longer = with_item(agenda, new, after_id)
    tops = [item.id for _, item in numbered(longer) if not item.parent_id]
    assert tops.index("new") == tops.index(after_id) + 1
    assert without_item(longer, "new") == agenda


@given(agendas, st.data())
def test_an_item_goes_with_all_its_sub_items_and_no_other(subs: list[int], data: st.DataObject) -> None:
    agenda = _agenda([*subs, 0])
    gone = data.draw(st.sampled_from([item.id for item in agenda if not item.parent_id]))
    left = {item.id for item in without_item(agenda, gone)}
    assert left == {item.id for item in agenda if gone not in (item.id, item.parent_id)}


def test_the_last_item_stays() -> None:
    with pytest.raises(RuleBroken):
        without_item(_agenda([2]), "t0")


@given(agendas, st.data())
def test_renaming_changes_one_title_and_nothing_else(subs: list[int], data: st.DataObject) -> None:
    agenda = _agenda(subs)
    item = data.draw(st.sampled_from(agenda))
    after = renamed(agenda, item.id, "ชื่อใหม่")
    assert [each.title for each in after if each.id == item.id] == ["ชื่อใหม่"]
    assert [each for each in after if each.id != item.id] == [each for each in agenda if each.id != item.id]


def _ids() -> Callable[[], str]:
    numbers = itertools.count()
    return lambda: f"n{next(numbers)}"


def test_the_six_item_form_has_matters_for_information_before_those_for_consideration() -> None:
    assert [item.title for item in agenda_in(AgendaForm.SIX, _ids())][2:5] == [
        "เรื่องสืบเนื่อง", "เรื่องเสนอให้ที่ประชุมทราบ", "เรื่องเสนอให้ที่ประชุมพิจารณา",
    ]


def test_changing_the_form_and_back_leaves_the_agenda_as_it_was() -> None:
    ids = _ids()
    five = agenda_in(AgendaForm.FIVE, ids)
    six = in_form(five, AgendaForm.SIX, ids)
    assert form_of(six) is AgendaForm.SIX
    assert [item.kind for _, item in numbered(six)] == list(AgendaForm.SIX.kinds)
    assert in_form(six, AgendaForm.FIVE, ids) == five


def test_the_five_item_form_is_refused_while_its_extra_item_holds_sub_items() -> None:
    ids = _ids()
    six = agenda_in(AgendaForm.SIX, ids)
    extra = next(item for item in six if item.kind is AgendaKind.FOR_INFORMATION)
    full = with_sub_item(six, AgendaItem("sub", extra.kind, "แจ้งผลประเมิน", extra.id))
    with pytest.raises(RuleBroken):
        in_form(full, AgendaForm.FIVE, ids)
