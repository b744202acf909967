"""Scores typed in are kept at once, one act a change, and each can be taken back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ita_tui.domain.scores.parts import codes_to_enter, owner_of, parts_of
from ita_tui.domain.scores.structure import structure_of
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.importing.preview import apply
from ita_tui.secretary.importing.results import preview_results
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.results.book import ResultsBook, typed_score, typed_year

Y2566, Y2567, Y2568 = BEYear(2566), BEYear(2567), BEYear(2568)


@pytest.fixture
def book(office: Office) -> ResultsBook:
    return ResultsBook(office)


def test_a_new_year_begins_with_its_first_score(book: ResultsBook) -> None:
    assert book.years() == (Y2566,)
    book.enter(Y2568, "1", Decimal("90.00"))
    assert book.years() == (Y2568, Y2566)
    assert book.before(Y2568) is None


def test_each_change_is_taken_back_by_itself_and_the_year_goes_with_its_last(
    office: Office, book: ResultsBook
) -> None:
    book.enter(Y2568, "1", Decimal("90.00"))
    book.enter(Y2568, "1", Decimal("91.00"))
    book.enter_level(Y2568, "ผ่านดี")
    assert [book.undo(Y2568) for _ in range(2)] == ["ระดับผลการประเมิน", "คะแนน"]
    assert (book.results(Y2568).level, book.results(Y2568).printed("1")) == ("", "90.00")
    book.undo(Y2568)
    assert book.years() == (Y2566,)
    with pytest.raises(RuleBroken):
        book.undo(Y2568)


def test_what_is_taken_back_stays_so_on_the_disk(office: Office, book: ResultsBook, data: Path) -> None:
    book.enter(Y2566, "6", Decimal("1.00"))
    book.undo(Y2566)
    with Office.open(data, office.tools, write=False) as second:
        assert ResultsBook(second).results(Y2566).printed("6") == "98.19"


def test_an_import_is_taken_back_for_all_its_years(office: Office, book: ResultsBook, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("year,code,score\n2566,6,98.12\n2568,6,90\n", encoding="utf-8")
    apply(office, preview_results(office, file), replace=True)
    book.enter(Y2568, "7", Decimal("80.00"))
    with pytest.raises(RuleBroken, match="2568"):
        book.undo(Y2566)
    book.undo(Y2568)
    assert book.undo(Y2566) == "การนำเข้าผลประเมิน"
    assert (book.results(Y2566).printed("6"), book.years()) == ("98.19", (Y2566,))


def test_the_meeting_keeps_what_it_settled_when_a_score_is_taken_back(
    office: Office, book: ResultsBook
) -> None:
    lists = office.year(Y2567).follow_ups
    book.enter(Y2567, "1", Decimal("90.00"))
    book.undo(Y2567)
    assert office.year(Y2567).follow_ups == lists
    assert office.year(Y2567).results is None


def test_what_is_stored_already_is_no_act(office: Office, book: ResultsBook) -> None:
    before = office.year(Y2566)
    book.enter(Y2566, "6", Decimal("98.19"))
    assert office.year(Y2566) is before
    with pytest.raises(RuleBroken):
        book.undo(Y2566)


@pytest.mark.parametrize(
    ("typed", "score"), [("๙๘.๑๙", "98.19"), (" 98.19 ", "98.19"), ("100%", "100.00"), ("๑๒", "12.00")]
)
def test_scores_are_read_in_either_digits(typed: str, score: str) -> None:
    assert typed_score(typed) == Decimal(score)
    assert str(typed_score(typed)) == score


@pytest.mark.parametrize("typed", ["101", "9.9.9", "-1", "๑๐๐.๐๑", "x", "NaN"])
def test_what_is_no_score_is_refused(typed: str) -> None:
    with pytest.raises(BadText):
        typed_score(typed)


def test_years_are_read_with_thai_digits() -> None:
    assert typed_year("ปี ๒๕๖๘") == 2568
    with pytest.raises(BadText):
        typed_year("2024")


def test_a_level_that_does_not_follow_is_told(book: ResultsBook) -> None:
    assert book.level_fits(Y2566)
    assert book.proposed_levels(Y2566) == ("ผ่านดีเยี่ยม",)
    book.enter_level(Y2566, "ผ่านดี")
    assert not book.level_fits(Y2566)


# --- from a figure to those below it ------------------------------------------------------------------------

CODES_2568 = ("overall", "IIT", "EIT", "EIT1", "OIT", "1", "6", "9", "9.1", "i1", "i2", "i4", "e1.1", "e1.2", "o1")


def test_figures_open_into_those_they_are_made_of() -> None:
    known = structure_of(Y2568)
    assert parts_of("overall", known, CODES_2568) == ("IIT", "EIT", "OIT")
    assert parts_of("IIT", known, CODES_2568) == ("1", "i4")
    assert parts_of("EIT1", known, CODES_2568) == ("e1.1",)
    assert parts_of("1", known, CODES_2568) == ("i1", "i2")
    assert parts_of("6", known, CODES_2568) == ("e1.1", "e1.2")
    assert parts_of("9", known, CODES_2568) == ("9.1", "o1")
    assert parts_of("o1", known, CODES_2568) == ()


def test_every_figure_that_opens_is_the_way_to_those_below_it() -> None:
    known = structure_of(Y2568)
    for code in ("i1", "e1.2", "9.1", "o1", "i4"):
        owner = owner_of(code, known, CODES_2568)
        assert code in parts_of(owner, known, CODES_2568)


def test_questions_of_a_year_whose_map_is_not_known_stand_below_their_instrument() -> None:
    assert parts_of("IIT", structure_of(BEYear(2570)), ("1", "i1", "i2")) == ("1", "i1", "i2")


def test_a_year_asks_for_all_codes_it_is_known_to_have_once() -> None:
    codes = codes_to_enter(structure_of(Y2568), ("o99",))
    assert len(codes) == len(set(codes))
    assert {"overall", "IIT", "EIT2", "10", "9.5", "i15", "e9.2", "o28", "o99", "sd"} <= set(codes)
    assert codes.index("e9.1") < codes.index("e1.2")
    assert "e1" in codes_to_enter(structure_of(Y2568), ("e3",))
