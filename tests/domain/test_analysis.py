"""The rule sets of the analysis with their edges, and the secretary's edits that outlive new figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.domain.analysis.rules import Bounds, Direction, change_of, propose
from ita_tui.domain.analysis.texts import Analysis, Judgement, Proposal, RuleSet, reviewed
from ita_tui.domain.results import Results
from ita_tui.domain.years import BEYear
from tests.domain.figures import INDICATORS, consistent_years

Y2567, Y2568 = BEYear(2567), BEYear(2568)


def year(scores: Mapping[str, str], of: BEYear = Y2568) -> Results:
    return Results(of, scores={code: Decimal(text) for code, text in scores.items()})


def judged(proposals: tuple[Proposal, ...]) -> dict[str, Judgement]:
    return {each.about: each.judgement for each in proposals if not each.slot}


# --- lowest three -------------------------------------------------------------------------------------------


def test_the_lowest_is_urgent_and_the_next_two_are_to_be_developed() -> None:
    scores = {"1": "100", "4": "97.78", "5": "98.89", "6": "98.19", "7": "98.44", "8": "98.72"}
    found = propose(RuleSet.LOWEST_THREE, year(scores))
    assert [(each.about, each.judgement, each.params["rank"]) for each in found] == [
        ("4", Judgement.URGENT, "1"), ("6", Judgement.DEVELOP, "2"), ("7", Judgement.DEVELOP, "3")
    ]
    assert found[0].params["name"] == "การใช้ทรัพย์สินของราชการ"


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        (("90", "90", "95", "96"), {"1": "1", "2": "1", "3": "3"}),
        (("90", "91", "95", "95", "96"), {"1": "1", "2": "2", "3": "3", "4": "3"}),
        (("90", "90", "90", "90"), {"1": "1", "2": "1", "3": "1", "4": "1"}),
        (("100", "99", "100", "98"), {"4": "1", "2": "2"}),
        (("100", "100", "100"), {}),
    ],
)
def test_equal_scores_share_a_rank_and_a_full_score_is_never_low(
    scores: tuple[str, ...], ranks: dict[str, str]
) -> None:
    found = propose(RuleSet.LOWEST_THREE, year({str(n): text for n, text in enumerate(scores, 1)}))
    assert {each.about: each.params["rank"] for each in found} == ranks


# --- full score ---------------------------------------------------------------------------------------------


def test_a_full_score_is_kept_and_anything_less_is_raised() -> None:
    found = propose(RuleSet.FULL_SCORE, year({"1": "100.00", "2": "99.99", "9": "0"}))
    assert judged(found) == {"1": Judgement.KEEP, "2": Judgement.RAISE, "9": Judgement.RAISE}


def test_items_are_told_apart_by_their_own_score() -> None:
    items = {f"o{n}": "50" if n in (5, 12) else "100" for n in range(1, 21)}
    found = {each.slot: each for each in propose(RuleSet.FULL_SCORE, year({"9": "82.50", **items}))}
    assert (found["below"].judgement, found["below"].listed) == (Judgement.RAISE, ("o5", "o12"))
    assert (found["full"].judgement, len(found["full"].listed)) == (Judgement.KEEP, 18)


# --- change -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "now", "judgement"),
    [
        ("79.99", "80.00", Judgement.STRENGTH), ("90", "95", Judgement.STRENGTH), ("70", "79.99", Judgement.WEAKNESS),
        ("99", "98.99", Judgement.WEAKNESS), ("81", "80.00", Judgement.WEAKNESS), ("90", "90", Judgement.STEADY),
        ("80", "80.00", Judgement.STEADY), ("70", "70", Judgement.WEAKNESS),
    ],
)
def test_the_direction_of_change_and_eighty_points_decide(before: str, now: str, judgement: Judgement) -> None:
    found = propose(RuleSet.CHANGE, year({"9": now}), year({"9": before}, Y2567))
    assert judged(found) == {"9": judgement}
    assert found[0].params["previous"] == f"{Decimal(before):.2f}"


def test_without_the_year_before_only_scores_below_eighty_are_judged() -> None:
    found = propose(RuleSet.CHANGE, year({"1": "80.00", "2": "79.99", "3": "100"}))
    assert judged(found) == {"2": Judgement.WEAKNESS}
    assert "change" not in found[0].params
    assert change_of("1", year({"1": "80.00"}), None).direction is Direction.UNKNOWN


def test_nothing_is_called_weak_and_strongest_at_once() -> None:
    now, before = {"1": "99", "2": "95", "6": "95", "9": "100"}, {"1": "100", "2": "90", "6": "90", "9": "90"}
    found = propose(RuleSet.CHANGE, year(now), year(before, Y2567))
    assert [each.about for each in found if each.judgement is Judgement.STRONGEST] == ["2", "6"]


# --- three bullets ------------------------------------------------------------------------------------------


def test_questions_are_listed_from_the_highest_and_each_stands_under_one_bullet() -> None:
    found = propose(RuleSet.THREE_BULLETS, year({"1": "86.66", "i1": "79.99", "i2": "95.00", "i3": "80.00"}))
    assert {each.judgement: each.listed for each in found} == {
        Judgement.DEFECT: ("i1",), Judgement.MEND: ("i3",), Judgement.MAINTAIN: ("i2",)
    }
    bounds = Bounds(Decimal(70), Decimal(90))
    lower = propose(RuleSet.THREE_BULLETS, year({"2": "90", "i4": "90", "i5": "90"}), bounds=bounds)
    assert [each.listed for each in lower] == [(), (), ("i4", "i5")]


@settings(deadline=None)
@given(consistent_years(years=[2567, 2568]))
def test_every_indicator_has_three_bullets_that_share_its_questions_without_rest(results: Results) -> None:
    found = propose(RuleSet.THREE_BULLETS, results)
    assert [each.about for each in found] == [code for code in INDICATORS for _ in range(3)]
    for code in INDICATORS:
        listed = [each for proposal in found if proposal.about == code for each in proposal.listed]
        assert len(set(listed)) == len(listed) >= 1
        scores = [results.scores[each] for proposal in found if proposal.about == code for each in proposal.listed[:1]]
        assert scores == sorted(scores)


# --- edits --------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(consistent_years(full=True, years=[2568, 2569]), st.sampled_from(RuleSet), st.data())
def test_no_edit_is_lost_and_one_that_fits_tells_the_figures_of_now(
    results: Results, rules: RuleSet, data: st.DataObject
) -> None:
    last = year({"1": "80"}, Y2567)
    code = data.draw(st.sampled_from(sorted(results.scores)))
    changed = replace(results, scores={**results.scores, code: Decimal("61.37")})
    kept = [each.worded(f"ข้อความ {each.key}") for each in propose(rules, results, last)]
    seen = [each for each in reviewed(propose(rules, changed, last), kept) if each.proposal.text]
    assert sorted(each.proposal.text for each in seen) == sorted(each.text for each in kept)
    for each in seen:
        now = {code for proposal in (each.proposal, each.now) if proposal for code in _codes(proposal)}
        stands = all(
            changed.scores[figure.code] == figure.score for figure in each.proposal.figures if figure.year != Y2567
        )
        assert stands or not each.fits
        # Ranks look at all indicators; every other text stays fit while its own figures stay.
        assert each.fits or code in now or rules is RuleSet.LOWEST_THREE or each.proposal.slot == "strongest"


def _codes(proposal: Proposal) -> set[str]:
    return {figure.code for figure in proposal.figures}


def test_a_confirmed_edit_fits_the_figures_of_now() -> None:
    (old,) = propose(RuleSet.LOWEST_THREE, year({"6": "90"}))
    (fresh,) = propose(RuleSet.LOWEST_THREE, year({"6": "91"}))
    (seen,) = reviewed([fresh], [old.worded("ปรับปรุงขั้นตอน")])
    assert (seen.fits, seen.proposal.figures) == (False, old.figures)
    (again,) = reviewed([fresh], [seen.confirmed()])
    assert (again.fits, again.proposal.text, again.proposal.figures) == (True, "ปรับปรุงขั้นตอน", fresh.figures)


def test_a_struck_proposal_stays_struck_and_an_emptied_text_brings_the_wording_back() -> None:
    (proposal,) = propose(RuleSet.LOWEST_THREE, year({"6": "90"}))
    struck = Analysis((RuleSet.LOWEST_THREE,)).with_edit(replace(proposal, left_out=True))
    assert reviewed([proposal], struck.edited)[0].proposal.left_out
    worded = struck.with_edit(proposal.worded("คำของเลขานุการ"))
    assert [each.text for each in worded.edited] == ["คำของเลขานุการ"]
    assert worded.with_edit(worded.edited[0].worded("")).edited == ()
