"""What an office knows better of a year: its questions make its sums, and its names are right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from ita_tui.domain.proof.findings import ResultsKind
from ita_tui.domain.proof.results import check
from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import recomputed
from ita_tui.domain.scores.parts import codes_to_enter, owner_of, parts_of
from ita_tui.domain.scores.structure import structure_for, structure_of
from ita_tui.domain.years import BEYear

Y2568, Y2569 = BEYear(2568), BEYear(2569)
TWO_EACH: dict[str, tuple[str, ...]] = {str(k): (f"i{2 * k - 1}", f"i{2 * k}") for k in range(1, 6)}


def year(codes: Mapping[str, tuple[str, ...]], **scores: str) -> Results:
    figures = {code.removeprefix("_"): Decimal(score) for code, score in scores.items()}
    return Results(Y2569, scores=figures, own_codes=codes)


def test_a_year_nobody_knows_is_summed_up_by_its_own_questions() -> None:
    results = year(TWO_EACH, i1="90.00", i2="80.00", i3="70.00")
    assert recomputed(results) == {"1": Decimal("85.00")}
    assert recomputed(replace(results, own_codes={})) == {}


def test_a_question_that_breaks_its_own_indicator_is_found_with_the_value_that_would_fit() -> None:
    results = year(TWO_EACH, i1="90.00", i2="80.00", _1="85.00")
    assert check(results) == ()
    (finding,) = check(replace(results, scores={**results.scores, "i2": Decimal("08.00")}))
    assert finding.kind is ResultsKind.SUM
    assert [each.value for each in finding.candidates if each.where == "i2"] == [Decimal("80.00")]


def test_codes_are_asked_for_gaps_found_and_figures_opened_by_it() -> None:
    structure = structure_for(year(TWO_EACH))
    assert [code for code in codes_to_enter(structure, ()) if code[0] == "i"] == [f"i{n}" for n in range(1, 11)]
    assert parts_of("2", structure, ["i3", "i4", "i5"]) == ("i3", "i4")
    assert owner_of("i10", structure, ["5", "i10"]) == "5"
    scores = {f"i{n}": "90.00" for n in range(1, 10)}
    assert [(each.kind, each.where) for each in check(year(TWO_EACH, **scores))] == [(ResultsKind.MISSING, "i10")]
    assert [each.where for each in check(year(TWO_EACH, i11="90.00"))] == ["i11"]


def test_how_many_there_are_is_known_only_where_all_indicators_are() -> None:
    some = structure_for(year({"1": ("i1", "i2"), "9": ("o1", "o2")}))
    assert {each.prefix: each.count for each in some.groups if each.prefix in ("i", "o")} == {"i": 0, "o": 0}
    known = structure_of(Y2568).with_codes({"5": ("i13", "i14", "i15", "i16")})
    assert {each.prefix: each.count for each in known.groups}["i"] == 16
    assert known.questions["4"] == ("i10", "i11", "i12")


def test_an_indicator_said_to_have_no_known_questions_is_not_summed_up() -> None:
    scores = {f"i{n}": Decimal(90) for n in range(1, 4)}
    assert recomputed(Results(Y2568, scores=scores))["1"] == Decimal(90)
    assert "1" not in recomputed(Results(Y2568, scores=scores, own_codes={"1": ()}))


def test_items_say_where_an_indicator_belongs_and_never_what_it_scores() -> None:
    results = year({"9": ("o1", "o2"), "10": ("o3",)}, o1="100.00", o2="100.00", o3="50.00")
    assert recomputed(results) == {}
    assert parts_of("9", structure_for(results), results.scores) == ("o1", "o2")


def test_a_name_kept_with_the_year_is_right_and_the_usual_one_stays_so() -> None:
    printed = Results(Y2569, names={"8": "การพัฒนาระบบงาน"})
    assert [each.kind for each in check(printed)] == [ResultsKind.NAME]
    assert check(replace(printed, own_names={"8": "การพัฒนาระบบงาน"})) == ()
    assert check(replace(printed, names={"8": "การปรับปรุงการทำงาน"}, own_names={"8": "การพัฒนาระบบงาน"})) == ()
