"""The account of the results: every number in it is a stored one, ties stand together, unknown ones are not told."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.documents.wording import wording
from ita_tui.domain.record import ROOM, SECRETARIAT, Points, blocks_of
from ita_tui.domain.results import Results
from ita_tui.domain.scores.codes import INDICATORS
from ita_tui.domain.years import BEYear
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.meeting.account import account_of
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.offers import Offers, formulas
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.secretary.results.book import ResultsBook
from ita_tui.thai.digits import arabic_digits, thai_digits

BODY = "เทศบาลตำบลตัวอย่าง"
CODES = ("overall", "IIT", "EIT", "EIT1", "EIT2", "OIT", *INDICATORS)
_SCORE = re.compile(r"\d+\.\d\d")

scores = st.integers(0, 10000).map(lambda cents: Decimal(cents) / 100)
years = st.dictionaries(st.sampled_from(CODES), scores, min_size=1)


def year(number: int, **figures: str) -> Results:
    return Results(BEYear(number), scores={code.lstrip("_"): Decimal(value) for code, value in figures.items()})


def ten(*values: str) -> Results:
    return Results(BEYear(2568), scores=dict(zip(INDICATORS, map(Decimal, values), strict=True)))


def numbers_in(text: str) -> list[Decimal]:
    return [Decimal(found) for found in _SCORE.findall(arabic_digits(text))]


@given(now=years, before=years)
def test_every_number_told_is_stored_or_the_difference_of_two_stored(
    now: dict[str, Decimal], before: dict[str, Decimal]
) -> None:
    results, previous = Results(BEYear(2568), scores=now), Results(BEYear(2567), scores=before)
    text = account_of(results, previous, BODY)
    differences = {abs(now[code] - before[code]) for code in now.keys() & before.keys()}
    assert set(numbers_in(text)) <= {*now.values(), *before.values(), *differences, Decimal(100)}
    assert not re.search("[0-9]", text)


@given(now=years)
def test_every_stored_number_is_told(now: dict[str, Decimal]) -> None:
    told = numbers_in(account_of(Results(BEYear(2568), scores=now), None, BODY))
    for value in now.values():
        assert told.count(value) >= list(now.values()).count(value)


@given(now=st.fixed_dictionaries(dict.fromkeys(INDICATORS, scores)))
def test_the_lowest_three_are_those_below_which_fewer_than_three_stand(now: dict[str, Decimal]) -> None:
    last = account_of(Results(BEYear(2568), scores=now), None, BODY).split("\n")[-1]
    told = {arabic_digits(code) for code in re.findall(r"ตัวชี้วัดที่ ([๐-๙]+) ", last)}
    right = {code for code, value in now.items() if value < 100 and sum(each < value for each in now.values()) < 3}
    assert told == right


def test_indicators_are_points_of_their_own_numbers_with_name_and_score() -> None:
    text = account_of(ten(*[f"{80 + number}.5" for number in range(10)]), None, BODY)
    points = next(block for block in blocks_of(text) if isinstance(block, Points))
    assert (points.first, len(points.items)) == (1, 10)
    assert points.items[5] == "คุณภาพการดำเนินงาน ได้ ๘๕.๕๐ คะแนน"


def test_overall_tells_level_and_change_from_the_year_before() -> None:
    now = Results(BEYear(2566), "ผ่านดีเยี่ยม", {"overall": Decimal("99.33")})
    first = account_of(now, year(2565, overall="93.20"), BODY)
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๖" in first
    assert "ภาพรวม ๙๙.๓๓ คะแนน อยู่ในระดับผ่านดีเยี่ยม เพิ่มขึ้นจาก" in first
    assert "พ.ศ. ๒๕๖๕ ซึ่งได้ ๙๓.๒๐ คะแนน จำนวน ๖.๑๓ คะแนน" in first
    assert "ลดลงจาก" in account_of(now, year(2565, overall="99.40"), BODY)
    assert "เท่ากับปีงบประมาณ พ.ศ. ๒๕๖๕" in account_of(now, year(2565, overall="99.33"), BODY)
    assert "๒๕๖๕" not in account_of(now, year(2565, IIT="90"), BODY)


def test_a_level_of_letters_stands_apart_and_the_word_level_once() -> None:
    assert "อยู่ในระดับ AA" in account_of(Results(BEYear(2565), "ระดับ aa", {"overall": Decimal(96)}), None, BODY)


def test_equal_scores_share_their_rank() -> None:
    last = account_of(ten("100", "90", "95", "90", "95", "99", "99", "99", "100", "100"), None, BODY).split("\n")[-1]
    assert "อันดับที่ ๑ ได้แก่ ตัวชี้วัดที่ ๒" in last
    assert "และตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ เท่ากันที่ ๙๐.๐๐ คะแนน" in last
    assert "อันดับที่ ๓ ได้แก่ ตัวชี้วัดที่ ๓" in last
    assert "อันดับที่ ๒" not in last


def test_full_scores_everywhere_leave_no_lowest() -> None:
    assert account_of(ten(*["100"] * 10), None, BODY).endswith("ทุกตัวชี้วัดได้คะแนนเต็ม ๑๐๐.๐๐ คะแนน")


def test_two_below_full_are_not_called_three() -> None:
    text = account_of(ten(*["100"] * 8, "90", "80"), None, BODY)
    assert "สามอันดับ" not in text
    assert "ยังไม่ได้คะแนนเต็ม" in text


def test_the_lowest_are_not_told_of_nine_indicators() -> None:
    known = ten(*["90"] * 10)
    nine = Results(known.year, scores={code: value for code, value in known.scores.items() if code != "7"})
    assert "น้อยที่สุด" not in account_of(nine, None, BODY)


# --- in the meeting -----------------------------------------------------------------------------------------


def accounts_at(desk: MeetingDesk) -> dict[str, list[str]]:
    """Return what is offered as an account at each item, by the item's number."""
    return {
        number: [each.text for each in formulas(desk, item.id) if "คะแนน" in each.text and each.speaker == SECRETARIAT]
        for number, item in desk.stops
    }


def test_it_waits_where_results_are_told(live: MeetingDesk) -> None:
    offered = accounts_at(live)
    assert {number for number, texts in offered.items() if texts} == {"1", "4.1"}
    results, _ = live.results()
    assert results is not None
    shown = [results.scores[code] for code in CODES if code in results.scores]
    assert set(shown) <= set(numbers_in(offered["1"][0]))


def test_it_comes_at_the_first_key_once_the_chair_handed_over(live: MeetingDesk) -> None:
    pen = Pen(live)
    pen.go_to(next(item.id for number, item in live.stops if number == "4.1"))
    for each in pen.waiting():
        pen.read_out(each)
        pen.confirm(each.text)
    pen.speak(live.chair())
    offers, hand_over = Offers(live, pen), wording("formulas").say("hand_over")
    assert offers.next("") == hand_over
    pen.confirm(hand_over)
    pen.go_on()
    text = offers.next("")
    assert text is not None
    assert text.startswith("ผลการประเมิน")
    assert pen.speaker == SECRETARIAT


def test_it_tells_how_the_oit_items_stand_now(live: MeetingDesk) -> None:
    (text,) = accounts_at(live)["1"]
    complete = sum(row.status.complete for row in live.oit.rows())
    assert f"ดำเนินการแล้ว {thai_digits(str(complete))} ข้อ" in text
    assert f"จำนวน {thai_digits(str(len(live.oit.rows())))} ข้อ" in text


def test_a_score_typed_now_is_told_at_once(office: Office, live: MeetingDesk) -> None:
    ResultsBook(office).enter(BEYear(2566), "6", Decimal("12.34"))
    assert "๑๒.๓๔" in accounts_at(live)["1"][0]
    ResultsBook(office).enter(BEYear(2565), "overall", Decimal("90.00"))
    assert "๙.๓๓" in accounts_at(live)["1"][0]


def test_without_results_of_the_score_year_nothing_is_offered(office: Office, live: MeetingDesk) -> None:
    book = ResultsBook(office)
    for code in [*book.results(BEYear(2566)).scores]:
        book.enter(BEYear(2566), code, None)
    assert not any(accounts_at(live).values())
    assert [each.speaker for each in formulas(live, live.stops[0][1].id)].count(ROOM) == 1


@pytest.mark.parametrize("name", ["{{ 7*7 }}", "[bold]x[/]", "{% raw %}"])
def test_a_name_is_only_words(name: str) -> None:
    results = Results(BEYear(2568), scores={"1": Decimal(90)}, names={"1": name})
    assert thai_digits(name) in account_of(results, None, BODY)
