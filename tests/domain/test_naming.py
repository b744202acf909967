"""A body's name is composed right however much of it is typed, and places are known by their bare names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.body import BodyKind
from ita_tui.domain.naming import (
    PROVINCES,
    district_name,
    full_name,
    kind_in,
    province_name,
    provinces_like,
    short_name,
)
from ita_tui.errors import BadText

own_names = st.text("กขคงจชซดตถทนบปพมยรลวสหอ", min_size=2, max_size=12).filter(lambda name: kind_in(name) is None)


@pytest.mark.parametrize(
    ("typed", "kind", "full"),
    [
        ("อบต.ทุ่งตะวัน", BodyKind.SUBDISTRICT_ORGANISATION, "องค์การบริหารส่วนตำบลทุ่งตะวัน"),
        ("อบต. ทุ่งตะวัน", BodyKind.SUBDISTRICT_ORGANISATION, "องค์การบริหารส่วนตำบลทุ่งตะวัน"),
        ("องค์กรบริหารส่วนตำบลทุ่งตะวัน", BodyKind.SUBDISTRICT_ORGANISATION, "องค์การบริหารส่วนตำบลทุ่งตะวัน"),
        ("เทศบาลตำบลทุ่งตะวัน", BodyKind.SUBDISTRICT_MUNICIPALITY, "เทศบาลตำบลทุ่งตะวัน"),
        ("ทม.ทุ่งตะวัน", BodyKind.TOWN_MUNICIPALITY, "เทศบาลเมืองทุ่งตะวัน"),
        ("เทศบาลนครทุ่งตะวัน", BodyKind.CITY_MUNICIPALITY, "เทศบาลนครทุ่งตะวัน"),
    ],
)
def test_a_name_tells_its_kind_and_is_composed_in_full(typed: str, kind: BodyKind, full: str) -> None:
    assert kind_in(typed) is kind
    assert full_name(kind, typed) == full


@given(st.sampled_from(BodyKind), own_names)
def test_composing_a_composed_name_changes_nothing(kind: BodyKind, name: str) -> None:
    full = full_name(kind, name)
    assert full == f"{kind.label}{short_name(name)}"
    assert full_name(kind, full) == full


@given(st.sampled_from(BodyKind), st.sampled_from(BodyKind), own_names)
def test_choosing_another_kind_leaves_the_bodys_own_name(one: BodyKind, other: BodyKind, name: str) -> None:
    assert short_name(full_name(other, full_name(one, name))) == short_name(name)


@pytest.mark.parametrize("typed", ["", "   ", "อบต.", "เทศบาลตำบล "])
def test_a_kind_without_a_name_is_refused(typed: str) -> None:
    with pytest.raises(BadText):
        full_name(BodyKind.SUBDISTRICT_ORGANISATION, typed)


def test_there_are_77_provinces_and_none_twice() -> None:
    assert len(PROVINCES) == len(set(PROVINCES)) == 77


@pytest.mark.parametrize("province", PROVINCES)
def test_a_province_is_known_with_and_without_its_word(province: str) -> None:
    assert province_name(f"จังหวัด{province}") == province_name(f" จ. {province} ") == province
    assert provinces_like(province) == ()


@pytest.mark.parametrize(("typed", "meant"), [("อางทอง", "อ่างทอง"), ("สุรินท", "สุรินทร์"), ("นครศรี", "นครศรีธรรมราช")])
def test_a_misspelt_province_is_offered_the_right_one(typed: str, meant: str) -> None:
    assert meant in provinces_like(typed)


def test_an_unknown_province_is_kept_as_typed() -> None:
    assert province_name("จังหวัดดาวอังคาร") == "ดาวอังคาร"
    assert provinces_like("") == ()


def test_a_district_keeps_its_own_name() -> None:
    assert district_name("อำเภอเมืองใหม่") == district_name("อ.เมืองใหม่") == district_name("เมืองใหม่") == "เมืองใหม่"
