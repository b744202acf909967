"""The check of a year's figures: silent on consistent ones, and it points at the number that is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ita_tui.domain.findings import Candidate, Finding, ResultsKind
from ita_tui.domain.proof_results import check
from ita_tui.domain.results import Results
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


def test_the_two_tables_of_the_analysis_are_told_apart_by_the_sums() -> None:
    right = figures_2568()
    wrong = {code: score(text) for code, text in PRINTED_TWICE.items()}
    other = {code: (right[code],) for code in wrong}
    findings = check(Results(Y2568, "ผ่านดี", right | wrong), elsewhere=other)
    assert {finding.where: finding.kind for finding in findings} == dict.fromkeys(wrong, ResultsKind.TWO_VALUES)
    assert {finding.where: finding.candidates[0].value for finding in findings} == {code: right[code] for code in wrong}


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
