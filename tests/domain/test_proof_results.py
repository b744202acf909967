"""The check of a year's figures: silent on consistent ones, and it points at the number that is wrong."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ita_tui.domain.oit import Catalogue, CatalogueItem
from ita_tui.domain.proof.findings import Candidate, Finding, ResultsKind
from ita_tui.domain.proof.results import check
from ita_tui.domain.results import Results
from ita_tui.domain.scores.structure import structure_of
from ita_tui.domain.years import BEYear
from tests.domain.figures import SUMS, UPPER, Figures, broken, can_mend, consistent_years

STATISTICS = ["mean", "sd", "max", "min"]


def candidates(findings: Sequence[Finding], code: str) -> list[Candidate]:
    return [each for finding in findings for each in finding.candidates if each.where == code]


def names(findings: Sequence[Finding], code: str, value: Decimal) -> bool:
    """Tell whether a value is among the candidates for a code."""
    return any(
        each.low is not None and each.high is not None and each.low <= value <= each.high
        for each in candidates(findings, code)
    )


@st.composite
def one_digit_wrong(
    draw: st.DrawFn, codes: Sequence[str], years: st.SearchStrategy[Results]
) -> tuple[Results, str, Decimal]:
    """A consistent year in which one digit of one figure was changed, that code, and its right value."""
    right = draw(years)
    code = draw(st.sampled_from([code for code in codes if code in right.scores]))
    text = right.printed(code)
    place = draw(st.sampled_from([place for place, sign in enumerate(text) if sign.isdigit()]))
    digit = draw(st.sampled_from([digit for digit in "0123456789" if digit != text[place]]))
    figures = {**right.scores, code: Decimal(text[:place] + digit + text[place + 1 :])}
    return replace(right, scores=figures), code, right.scores[code]


@settings(deadline=None)
@given(consistent_years())
def test_a_consistent_year_gives_no_finding_however_it_was_rounded(year: Results) -> None:
    assert check(year) == ()


@settings(deadline=None)
@given(one_digit_wrong([*UPPER, *STATISTICS], consistent_years()))
def test_one_changed_digit_that_breaks_a_sum_is_found_and_the_right_value_is_among_the_candidates(
    case: tuple[Results, str, Decimal]
) -> None:
    year, code, value = case
    assume(broken(year.scores))
    assert names(check(year), code, value)


QUESTIONS = [f"i{n}" for n in range(1, 16)] + [f"e{n}.{part}" for n in range(1, 10) for part in (1, 2)]


@settings(deadline=None)
@given(one_digit_wrong(QUESTIONS, consistent_years(years=[2568], eit=["both"])))
def test_one_changed_digit_of_a_question_is_found_where_the_question_map_is_known(
    case: tuple[Results, str, Decimal]
) -> None:
    year, code, value = case
    # One point of a question moves its indicator by a sixth of a point at least: more than rounding can.
    assume(abs(year.scores[code] - value) >= 1)
    assert names(check(year), code, value)


@settings(deadline=None)
@given(one_digit_wrong([f"e{n}" for n in range(1, 10)], consistent_years(years=[2568], eit=["mean", "second"])))
def test_a_bare_question_is_checked_as_the_mean_or_as_part_two_whichever_the_paper_prints(
    case: tuple[Results, str, Decimal]
) -> None:
    year, code, value = case
    # The printed score of part 2 is the mean of nine questions: a point of one of them moves it by 0.11.
    assume(abs(year.scores[code] - value) >= 1 and "EIT2" in year.scores)
    assert names(check(year), code, value)


def test_one_wrong_question_does_not_make_the_bare_scores_those_of_part_two() -> None:
    texts = {"6": "60.00", "7": "60.03", "8": "100.00", "EIT1": "73.33", "EIT2": "73.36", "EIT": "73.34",
             "e1": "0.00", "e2": "60.00", "e3": "60.00", "e4": "60.00", "e5": "60.00", "e6": "60.10",
             "e7": "99.99", "e8": "100.00", "e9": "100.00"}
    (finding,) = check(Results(BEYear(2568), scores={code: Decimal(text) for code, text in texts.items()}))
    assert (finding.kind, finding.where) == (ResultsKind.SUM, "e1")
    assert names([finding], "e1", Decimal("60.00"))


@settings(deadline=None, max_examples=50)
@given(one_digit_wrong([str(n) for n in range(1, 11)], consistent_years(full=True)))
def test_the_wrong_number_stands_first_where_the_other_printed_figures_leave_no_other(
    case: tuple[Results, str, Decimal]
) -> None:
    year, code, value = case
    others = [other for other in [*UPPER, *STATISTICS] if other != code]
    assume(broken(year.scores) & SUMS.keys() and not any(can_mend(year.scores, other) for other in others))
    first = next(finding for finding in check(year) if names([finding], code, value))
    assert (first.where, first.candidates[0].where) == (code, code)


# --- the figures of two published papers, as printed --------------------------------------------------------


def score(text: str) -> Decimal:
    return Decimal(text)


def figures_2568() -> Figures:
    """The figures of a published analysis of 2568, with the values that its own sums bear out."""
    tens = dict.fromkeys("12345", "100.00") | dict.fromkeys("678", "99.33") | {"9": "82.50", "10": "90.00"}
    e = dict(enumerate(("98.40", "97.60", "100.00", "97.60", "100.00", "98.40", "99.20", "100.00", "96.80"), 1))
    items = {n: "50.00" if n in (5, 6, 7, 12, 19, 23) else "100.00" for n in range(1, 29)}
    texts = {
        "overall": "94.30", "IIT": "100.00", "EIT": "99.33", "EIT1": "100.00", "EIT2": "98.67", "OIT": "86.25",
        **tens, **{f"e{n}": text for n, text in e.items()}, **{f"o{n}": text for n, text in items.items()},
    }
    return {code: Decimal(text) for code, text in texts.items()}


def figures_2566() -> Figures:
    """The figures of published minutes of 2566; EIT is printed in its two parts only."""
    texts = {
        "overall": "99.33", "IIT": "99.33", "EIT1": "97.26", "EIT2": "99.63", "OIT": "100.00",
        "1": "100.00", "2": "100.00", "3": "100.00", "4": "97.78", "5": "98.89", "6": "98.19", "7": "98.44",
        "8": "98.72", "9": "100.00", "10": "100.00", **{f"o{n}": "100.00" for n in range(1, 44)},
    }
    return {code: Decimal(text) for code, text in texts.items()}


Y2566, Y2568 = BEYear(2566), BEYear(2568)
PRINTED_TWICE = {"e1": "98.50", "e3": "97.60", "e6": "98.50"}


INSTRUMENTS, PARTS = ("IIT", "EIT", "OIT"), ("EIT1", "EIT2")


@pytest.mark.parametrize("without", [(), INSTRUMENTS, PARTS, (*INSTRUMENTS, *PARTS)])
def test_the_corrected_figures_of_the_analysis_give_no_finding(without: tuple[str, ...]) -> None:
    figures = {code: value for code, value in figures_2568().items() if code not in without}
    assert check(Results(Y2568, "ผ่านดี", figures)) == ()


def test_the_corrected_figures_of_the_minutes_give_no_finding() -> None:
    assert check(Results(Y2566, "ผ่านดีเยี่ยม", figures_2566())) == ()


@pytest.mark.parametrize(("code", "text"), PRINTED_TWICE.items())
def test_a_question_that_does_not_make_its_indicator_is_found_with_the_value_that_would(code: str, text: str) -> None:
    right = figures_2568()
    findings = check(Results(Y2568, "ผ่านดี", right | {code: score(text)}))
    assert [finding.kind for finding in findings] == [ResultsKind.SUM]
    assert names(findings, code, right[code])


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize(("code", "text"), PRINTED_TWICE.items())
def test_where_the_parts_of_eit_are_stored_the_wrong_question_stands_first_with_its_value(
    code: str, text: str, in_parts: bool
) -> None:
    right = figures_2568()
    if in_parts:  # as the assessor gives them: every question in both parts
        questions = {each: right.pop(each) for each in list(right) if each[0] == "e"}
        right |= {f"{each}.2": value for each, value in questions.items()}
        right |= {f"{each}.1": score("100.00") for each in questions}
    wrong = f"{code}.2" if in_parts else code
    assert check(Results(Y2568, "ผ่านดี", right)) == ()
    (finding,) = check(Results(Y2568, "ผ่านดี", right | {wrong: score(text)}))
    assert (finding.candidates[0].where, finding.candidates[0].value) == (wrong, right[wrong])


def test_the_two_tables_of_the_analysis_are_told_apart_by_the_sums() -> None:
    right = figures_2568()
    wrong = {code: score(text) for code, text in PRINTED_TWICE.items()}
    other = {code: (right[code],) for code in wrong}
    findings = check(Results(Y2568, "ผ่านดี", right | wrong), elsewhere=other)
    assert {finding.where: finding.kind for finding in findings} == dict.fromkeys(wrong, ResultsKind.TWO_VALUES)
    assert {finding.where: finding.candidates[0].value for finding in findings} == {code: right[code] for code in wrong}


def test_three_wrong_questions_at_once_are_each_named_with_the_right_value() -> None:
    right = figures_2568()
    wrong = {code: score(text) for code, text in PRINTED_TWICE.items()}
    findings = check(Results(Y2568, "ผ่านดี", right | wrong))
    assert all(names(findings, code, right[code]) for code in wrong)


def test_an_item_that_lost_a_zero_is_found_and_a_hundred_stands_first() -> None:
    (finding,) = check(Results(Y2568, "ผ่านดี", figures_2568() | {"o25": score("10.00")}))
    assert (finding.kind, finding.where, finding.candidates[0].value) == (ResultsKind.ITEM_SCORE, "o25", score("100"))


def test_an_indicator_that_does_not_make_the_parts_of_its_instrument_is_found() -> None:
    right = figures_2566()
    findings = check(Results(Y2566, "ผ่านดีเยี่ยม", right | {"6": score("98.12")}))
    assert [finding.kind for finding in findings] == [ResultsKind.SUM]
    assert names(findings, "6", right["6"])


def test_the_value_of_the_slide_and_of_the_table_are_told_apart_by_the_sums() -> None:
    right = figures_2566()
    (finding,) = check(Results(Y2566, "ผ่านดีเยี่ยม", right), elsewhere={"6": (score("98.12"),)})
    assert (finding.kind, finding.where) == (ResultsKind.TWO_VALUES, "6")
    assert [each.value for each in finding.candidates] == [right["6"], score("98.12")]


def test_a_row_lost_from_the_table_of_items_is_found() -> None:
    figures = figures_2566()
    del figures["o33"]
    (finding,) = check(Results(Y2566, "ผ่านดีเยี่ยม", figures))
    assert (finding.kind, finding.where) == (ResultsKind.MISSING, "o33")


# --- codes, levels, names -----------------------------------------------------------------------------------


def test_a_missing_indicator_is_told_with_what_it_must_be() -> None:
    figures = figures_2566()
    right = figures.pop("7")
    (finding,) = check(Results(Y2566, "ผ่านดีเยี่ยม", figures))
    assert (finding.kind, finding.where) == (ResultsKind.MISSING, "7")
    assert names([finding], "7", right)


@pytest.mark.parametrize("codes", [["e3", "e9"], ["i13", "i14"], [f"o{n}" for n in range(1, 29)], ["o5", "o6", "o12"]])
def test_a_few_codes_of_a_group_are_no_gap(codes: list[str]) -> None:
    assert check(Results(Y2566, scores=dict.fromkeys(codes, score("50.00")))) == ()


@pytest.mark.parametrize("code", ["i16", "e10", "o29", "9.6", "11", "x1"])
def test_a_code_that_the_year_does_not_have_is_told(code: str) -> None:
    findings = check(Results(Y2568, scores={code: score("100")}))
    assert [(finding.kind, finding.where) for finding in findings] == [(ResultsKind.UNKNOWN_CODE, code)]


@pytest.mark.parametrize("printed", ["958.10", "-5.00", "100.01"])
def test_a_score_outside_its_range_is_told(printed: str) -> None:
    findings = check(Results(Y2566, scores={"1": score(printed)}))
    assert [(finding.kind, finding.where) for finding in findings] == [(ResultsKind.RANGE, "1")]


def test_the_mean_of_a_printed_overall_score_is_not_taken_for_a_mean_of_indicators() -> None:
    figures = figures_2566() | {"mean": score("99.33")}
    (finding,) = check(Results(Y2566, "ผ่านดีเยี่ยม", figures))
    assert (finding.kind, finding.where, finding.candidates[0].value) == (ResultsKind.MEAN, "mean", score("99.20"))


def test_a_deviation_of_the_whole_population_is_told_as_such() -> None:
    figures = {str(n): Decimal(89 + n) for n in range(1, 11)} | {"sd": score("2.87")}
    (finding,) = check(Results(Y2566, scores=figures))
    assert (finding.kind, finding.where) == (ResultsKind.SD, "sd")
    assert "แบบประชากร" in finding.message
    assert names([finding], "sd", score("3.03"))


@pytest.mark.parametrize(
    ("year", "level", "kind", "right"),
    [
        (2566, "ผ่านดี", ResultsKind.LEVEL, "ผ่านดีเยี่ยม"),
        (2566, "AA", ResultsKind.LEVEL_SCALE, "ผ่านดีเยี่ยม"),
        (2565, "ผ่านดีเยี่ยม", ResultsKind.LEVEL_SCALE, "AA"),
        (2565, "A", ResultsKind.LEVEL, "AA"),
        (2566, "ดีมาก", ResultsKind.LEVEL, "ผ่านดีเยี่ยม"),
    ],
)
def test_a_level_that_does_not_follow_is_told_with_the_one_that_does(
    year: int, level: str, kind: ResultsKind, right: str
) -> None:
    (finding,) = check(Results(BEYear(year), level, figures_2566()))
    assert (finding.kind, finding.where, finding.candidates[0].value) == (kind, "level", right)


@pytest.mark.parametrize(("level", "quiet"), [("ผ่าน", True), ("ระดับ ผ่านดี", True), ("ผ่านดีเยี่ยม", False)])
def test_where_instruments_are_not_known_every_level_they_allow_is_taken(level: str, quiet: bool) -> None:
    assert (check(Results(Y2568, level, {"overall": score("91.33")})) == ()) is quiet


def test_a_level_is_not_doubted_because_of_a_score_that_is() -> None:
    findings = check(Results(Y2568, "ผ่านดี", figures_2568() | {"overall": score("64.30")}))
    assert [finding.kind for finding in findings] == [ResultsKind.SUM]
    assert (findings[0].where, findings[0].candidates[0].value) == ("overall", score("94.30"))


def test_names_of_indicators_are_compared_with_all_their_accepted_forms() -> None:
    printed = {"4": "การใช้ทรัพย์สินของทางราชการ", "5": "การแก้ปัญหาการทุจริต", "8": "การปรับปรุงระบบการทำงาน",
               "3": "ตัวชี้วัดที่ ๓ การใช้ อำนาจ", "6": "คุณภาพการดำเนินการ", "7": "การเปิดเผยข้อมูล"}
    findings = check(Results(Y2566, "ผ่านดีเยี่ยม", figures_2566(), printed))
    assert [(finding.kind, finding.where) for finding in findings] == [(ResultsKind.NAME, "6"), (ResultsKind.NAME, "7")]
    assert findings[0].candidates[0].value == "คุณภาพการดำเนินงาน"
    assert "ตัวชี้วัดที่ 9" in findings[1].message


def test_a_name_the_office_chose_for_the_year_is_its_own() -> None:
    own = structure_of(Y2566).with_name("6", "คุณภาพของงาน")
    year = Results(Y2566, "ผ่านดีเยี่ยม", figures_2566(), {"6": "คุณภาพของงาน"})
    assert check(year, structure=own) == ()
    assert [finding.kind for finding in check(year)] == [ResultsKind.NAME]


def test_item_names_are_compared_with_the_catalogue_that_is_given() -> None:
    items = (CatalogueItem("o1", "โครงสร้าง", "9.1"), CatalogueItem("o2", "ข้อมูลผู้บริหาร", "9.1"))
    catalogue = Catalogue(Y2566, (), items)
    year = Results(Y2566, "ผ่านดีเยี่ยม", figures_2566(), {"o1": "โครง สร้าง", "o2": "ข้อมูลของผู้บริหาร"})
    assert [finding.where for finding in check(year, catalogue=catalogue)] == ["o2"]
    assert check(year, catalogue=replace(catalogue, note="ยังไม่ได้ตรวจสอบ")) == ()


# --- ranking and bounds -------------------------------------------------------------------------------------


def test_swapped_digits_stand_before_other_changes_that_would_also_mend_the_sum() -> None:
    right = figures_2566()
    findings = check(Results(Y2566, "ผ่านดีเยี่ยม", right | {"8": score("97.82")}))
    first = findings[0].candidates[0]
    assert (first.where, first.value) == ("8", right["8"])
    assert "สลับ" in first.why


def test_last_years_value_in_this_years_column_is_recognised() -> None:
    right = figures_2566()
    last = Results(BEYear(2565), scores={"4": score("88.31"), "5": score("91.02")})
    findings = check(Results(Y2566, "ผ่านดีเยี่ยม", right | {"4": score("88.31")}), last)
    assert (findings[0].candidates[0].where, names(findings, "4", right["4"])) == ("4", True)
    assert "2565" in findings[0].candidates[0].why


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(
    st.one_of(st.sampled_from([*UPPER, *STATISTICS, *QUESTIONS]), st.text(max_size=4)),
    st.decimals(-200, 1200, allow_nan=False, places=2), max_size=60,
), st.text(max_size=6))
def test_any_figures_at_all_are_checked_without_failing(figures: Figures, level: str) -> None:
    for year in (2560, 2568):
        for finding in check(Results(BEYear(year), level, figures)):
            assert finding.message
            for each in finding.candidates:
                assert each.low is None or each.high is None or each.low <= Decimal(each.value) <= each.high


def test_ten_years_of_nothing_but_wrong_figures_take_a_second_at_most() -> None:
    codes = [*UPPER, *STATISTICS, "EIT1", "EIT2", *QUESTIONS, *(f"o{n}" for n in range(1, 29))]
    made = random.Random(1)
    years = [
        Results(BEYear(2560 + n), "A", {code: Decimal(made.randrange(5000, 10001)) / 100 for code in codes})
        for n in range(10)
    ]
    start = process_time()
    assert all(check(year, before) for before, year in pairwise(years))
    assert process_time() - start <= 1.0
