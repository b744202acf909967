"""Codes, sums and levels of a year's figures, and how a figure goes wrong."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import deviation, recomputed, rounded
from ita_tui.domain.scores.codes import is_code, label, labels, order
from ita_tui.domain.scores.levels import SCALES, possible_levels, scale_of
from ita_tui.domain.scores.slips import Weight, digit_slips
from ita_tui.domain.scores.structure import structure_of
from ita_tui.domain.years import BEYear
from tests.domain.figures import INDICATORS, UPPER, consistent_years

cents = st.integers(0, 10000).map(lambda cent: Decimal(cent) / 100)


# --- codes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["overall", "EIT1", "1", "10", "9.1", "10.2", "i15", "e9", "e1.2", "o43", "sd"])
def test_a_code_of_some_year_is_known_as_one(code: str) -> None:
    assert is_code(code)


@pytest.mark.parametrize("code", ["", "0", "11", "i0", "o", "e1.3", "i1.1", "8.1", "Overall", "o๑", "level"])
def test_anything_else_is_no_code(code: str) -> None:
    assert not is_code(code)


def test_codes_stand_in_the_order_of_a_table() -> None:
    codes = ["o2", "e1.2", "i10", "10", "9.1", "mean", "overall", "i9", "9", "o10", "e1.1", "EIT"]
    assert sorted(codes, key=order) == [
        "overall", "EIT", "mean", "9", "10", "9.1", "i9", "i10", "e1.1", "e1.2", "o2", "o10"
    ]


def test_codes_are_called_as_papers_call_them() -> None:
    assert label("e1.2") == "ข้อ e1 ส่วนที่ 2"
    assert labels(["8", "6", "7", "EIT1"]) == "คะแนน EIT ส่วนที่ 1, ตัวชี้วัดที่ 6–8"
    assert labels(["e3.1", "e1.1", "e2.1", "e1.2"]) == "ข้อ e1–e3 ส่วนที่ 1, ข้อ e1 ส่วนที่ 2"


def test_indicators_9_and_10_are_never_made_of_items() -> None:
    figures = {f"o{n}": Decimal(100) for n in range(1, 29)}
    assert not {"9", "10"} & recomputed(Results(BEYear(2568), scores=figures)).keys()
    assert not {"9", "10"} & structure_of(BEYear(2568)).questions.keys()


# --- sums ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "text"), [("98.445", "98.45"), ("0.005", "0.01"), ("94.2949", "94.29")])
def test_halves_are_rounded_up(value: str, text: str) -> None:
    assert rounded(Decimal(value)) == rounded(Fraction(value)) == Decimal(text)


@settings(deadline=None)
@given(consistent_years(full=True))
def test_what_can_be_computed_is_within_a_cent_of_what_is_printed(year: Results) -> None:
    computed = recomputed(year)
    told = {*UPPER, "EIT1", "EIT2", "mean", "sd", "max", "min"} - {"9", "10"}
    if year.year != 2568:
        told -= {*INDICATORS, "EIT1", "EIT2"}
    assert computed.keys() == told
    assert all(abs(computed[code] - year.scores[code]) <= Decimal("0.02" if code == "sd" else "0.01") for code in told)


def test_figures_of_2566_are_computed_from_the_two_parts_of_eit() -> None:
    figures = {"IIT": "99.33", "EIT1": "97.26", "EIT2": "99.63", "OIT": "100.00"}
    computed = recomputed(Results(BEYear(2566), scores={code: Decimal(text) for code, text in figures.items()}))
    assert computed == {"EIT": Decimal("98.45"), "overall": Decimal("99.33")}


def test_a_year_that_is_not_known_has_no_sums_of_questions() -> None:
    figures = {f"i{n}": Decimal(90) for n in range(1, 16)}
    assert recomputed(Results(BEYear(2567), scores=figures)) == {}


@given(st.lists(cents, min_size=10, max_size=10), cents)
def test_the_deviation_does_not_change_when_every_score_moves_alike(scores: list[Decimal], by: Decimal) -> None:
    assert abs(deviation(scores) - deviation([score + by for score in scores])) < Decimal("1e-12")


# --- levels -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "overall", "instruments", "level"),
    [
        (2565, "95.00", (), "AA"), (2565, "94.99", (), "A"), (2565, "50.00", (), "E"), (2565, "49.99", (), "F"),
        (2566, "95.00", ("95", "95", "95"), "ผ่านดีเยี่ยม"), (2566, "97.00", ("100", "100", "94.99"), "ผ่านดี"),
        (2568, "94.30", ("100", "99.33", "86.25"), "ผ่านดี"), (2568, "91.33", ("100", "98", "84.99"), "ผ่าน"),
        (2568, "84.99", ("100", "100", "70"), "ต้องปรับปรุง"), (2568, "70.00", ("50", "50", "100"), "ต้องปรับปรุง"),
        (2568, "69.99", ("50", "50", "100"), "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_levels_turn_exactly_at_their_bounds(year: int, overall: str, instruments: tuple[str, ...], level: str) -> None:
    scores = {"overall": Decimal(overall), **dict(zip(("IIT", "EIT", "OIT"), map(Decimal, instruments), strict=False))}
    assert possible_levels(BEYear(year), scores) == (level,)


@given(cents, st.fixed_dictionaries({}, optional=dict.fromkeys(("IIT", "EIT", "OIT"), cents)), cents, cents)
def test_knowing_more_never_allows_another_level(
    overall: Decimal, known: dict[str, Decimal], more: Decimal, last: Decimal
) -> None:
    scores = {"overall": overall, **known}
    full = {"IIT": more, "EIT": last, "OIT": more} | scores
    for year in (2565, 2566):
        assert set(possible_levels(BEYear(year), full)) <= set(possible_levels(BEYear(year), scores))


def test_every_year_has_one_scale_and_the_scales_share_no_level() -> None:
    assert [scale_of(BEYear(year)) for year in (2560, 2565, 2566, 2569)] == [SCALES[1], SCALES[1], SCALES[0], SCALES[0]]
    assert not set(SCALES[0].levels) & set(SCALES[1].levels)


# --- slips --------------------------------------------------------------------------------------------------


@given(cents, st.data())
def test_a_changed_digit_is_among_the_slips(right: Decimal, data: st.DataObject) -> None:
    text = f"{right:.2f}"
    place = data.draw(st.sampled_from([place for place, sign in enumerate(text) if sign.isdigit()]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[place]]))
    wrong = Decimal(text[:place] + digit + text[place + 1 :])
    # A figure that begins with 0 is printed shorter: that digit is then lost, not misread.
    assume(f"{wrong:.2f}"[0] != "0" or text[0] == "0" or len(text) == 4)
    assert right in {slip.value for slip in digit_slips(wrong)}


@given(cents)
def test_no_slip_leads_out_of_the_range_or_to_the_printed_value_itself(printed: Decimal) -> None:
    assert all(0 <= slip.value <= 100 and slip.value != printed for slip in digit_slips(printed))


@pytest.mark.parametrize(
    ("printed", "right", "weight"),
    [
        ("89.19", "98.19", Weight.SWAPPED), ("98.50", "98.40", Weight.ALIKE), ("10.00", "100.00", Weight.ALIKE),
        ("98.12", "98.15", Weight.MISREAD), ("9.33", "99.33", Weight.LOST), ("987.20", "98.72", Weight.LOST),
    ],
)
def test_likelier_slips_weigh_less(printed: str, right: str, weight: Weight) -> None:
    assert {slip.value: slip.weight for slip in digit_slips(Decimal(printed))}[Decimal(right)] is weight
