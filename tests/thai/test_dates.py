"""Dates and times: every office form is read, one form is printed."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.errors import BadText
from ita_tui.thai import dates

HALLOWEEN = date(2023, 10, 31)
OFFICE_DAYS = st.dates(min_value=date(1958, 1, 1), max_value=date(2056, 12, 31))
"""Days whose B.E. year lies in 2501–2599, where two-digit years are unambiguous."""


@pytest.mark.parametrize(
    "typed",
    [
        "31/10/66", "31/10/2566", "31/10/2023", "31-10-2566", "31.10.66", "๓๑/๑๐/๖๖",
        "2023-10-31", "2566-10-31", "๓๑ ต.ค. ๖๖", "31 ต.ค 66", "31ตค66", "๓๑ ต.ค.๒๕๖๖",
        "31 ตุลาคม 2566", "  31  ตุลาคม  2566 ", "31 เดือน ตุลาคม พ.ศ. 2566", "31 ต.ค. ค.ศ. 2023",
        "วันที่ 31 ตุลาคม 2566", "วันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖", "อังคาร 31/10/66", "อ. 31 ต.ค. 66",
        "วันอังคาร ที่ 31 ตุลาคม พ.ศ.๒๕๖๖", "31 / 10 / 2566", "31 10 2566", "2566/10/31", "2023-10-31 00:00:00",
        "31-ต.ค.-66", "31/ต.ค./66", "๓๑ ตุลา ๖๖", "31 ต. ค. 66", "31 ต.ค. 66 (อังคาร)", "(อังคาร) 31/10/66",
        "ลงวันที่ 31 ต.ค. 66", "ณ วันที่ ๓๑ ตุลาคม พุทธศักราช ๒๕๖๖", "31 ต.ค. ปี 66", "31 ตุลาคม คริสต์ศักราช 2023",
        "31 ต.ค. 2566.", "31\u00a0ตุลาคม\u00a02566", "วันอังคารที่ 31\tตุลาคม\r\n2566", "31/10/66\n",
    ],
)  # fmt: skip
def test_every_form_an_office_types_is_the_same_day(typed: str) -> None:
    assert dates.parse_date(typed) == HALLOWEEN


@pytest.mark.parametrize(
    "typed",
    [
        "", "พรุ่งนี้", "31", "31/10", "31/10-66", "31/13/66", "32/10/66", "29/2/66", "0/1/66",
        "31 ตุลาคมม 66", "31 10/66", "31/ 10 66", "311066", "31102566",
        "31-ต.ค.", "ตุลาคม 2566", "31 ต.ค.", "๓๑ ต.ค. ๖๖ น.", "31/10/566", "31/10/25666",
        "31 ต.ค. พ.ศ. 2023", "31 ต.ค. ค.ศ. 2566",
        "1/1/0", "x" * 500, "\ud800", "31/10/66\n1/11/66",
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadText) as refused:
        dates.parse_date(typed)
    assert refused.value.message
    assert "๓๑/๑๐/๒๕๖๖" in refused.value.hint
    assert len(refused.value.message) < 120


@pytest.mark.parametrize(
    "typed",
    [
        "1-3 ต.ค. 66", "๑ - ๓ ต.ค. ๖๖", "๑–๓ ตุลาคม ๒๕๖๖", "31/10/66-1/11/66", "31/10/66 - 1/11/66",
        "๑ ต.ค. ๒๕๖๗ – ๓๐ ก.ย. ๒๕๖๘", "ธ.ค.๒๕๖๕ - ม.ค.๒๕๖๖", "วันที่ ๑ ถึง ๓ ต.ค. ๖๖", "1 ต.ค. 66-3 พ.ย. 66",
    ],
)  # fmt: skip
def test_a_range_is_refused_as_one(typed: str) -> None:
    with pytest.raises(BadText, match="เป็นช่วง ไม่ใช่วันเดียว"):
        dates.parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "month"),
    [("1 กรกฏาคม 66", 7), ("1 กุมภา 66", 2), ("1 มิ.ย.66", 6), ("1 มีค 66", 3), ("1 เมษา 66", 4), ("1 พ.ย 66", 11)],
)
def test_months_are_read_as_they_are_written(typed: str, month: int) -> None:
    assert dates.parse_date(typed) == date(2023, month, 1)


def test_years_are_told_apart_by_their_digits() -> None:
    assert [dates.parse_date(f"1/1/{year}").year for year in ("66", "2566", "2023", "2400", "2399")] == [
        2023, 2023, 2023, 1857, 2399,
    ]  # fmt: skip


def test_a_weekday_that_is_not_that_days_is_refused_and_the_right_one_named() -> None:
    with pytest.raises(BadText, match="เป็นวันอังคาร ไม่ใช่วันจันทร์"):
        dates.parse_date("วันจันทร์ที่ ๓๑ ตุลาคม ๒๕๖๖")
    with pytest.raises(BadText, match="เป็นวันอังคาร ไม่ใช่วันพฤหัสบดี"):
        dates.parse_date("31/10/66 (พฤหัส)")


@given(OFFICE_DAYS, st.sampled_from(dates.WEEKDAYS))
def test_a_weekday_is_accepted_only_with_its_day(day: date, weekday: str) -> None:
    typed = f"วัน{weekday}ที่ {dates.long_date(day)}"
    if typed == dates.full_date(day):
        assert dates.parse_date(typed) == day
    else:
        with pytest.raises(BadText, match="ไม่ใช่วัน"):
            dates.parse_date(typed)


@given(OFFICE_DAYS)
def test_every_printed_date_is_read_back(day: date) -> None:
    short_year = f"{day.day}/{day.month}/{dates.be_year(day) % 100:02}"
    for printed in (dates.full_date(day), dates.long_date(day), dates.short_date(day), day.isoformat(), short_year):
        assert dates.parse_date(printed) == day


@given(st.times())
def test_every_printed_time_is_read_back_to_the_minute(moment: time) -> None:
    assert dates.parse_time(dates.clock(moment)) == time(moment.hour, moment.minute)
    assert dates.parse_time(dates.clock_seconds(moment)) == moment.replace(microsecond=0)
    assert dates.parse_time(f"{moment:%H:%M}") == dates.parse_time(f"{moment:%H%M}")


@given(
    st.text(st.one_of(st.sampled_from("0123๑๒/-.: ตคมน"), st.characters())),
    st.sampled_from([dates.parse_date, dates.parse_time]),
)
def test_whatever_is_typed_is_read_or_refused_in_words(text: str, read: Callable[[str], object]) -> None:
    refused = None
    try:
        read(text)
    except BadText as error:
        refused = error
    assert refused is None or (refused.message and refused.hint)


@pytest.mark.parametrize(
    "typed",
    ["9:30", "๐๙.๓๐ น.", "0930", "09.30น.", "9.30 นาฬิกา", " ๙:๓๐ น", "เวลา 09.30 น.", "๙ นาฬิกา ๓๐ นาที", "9.30.00"],
)
def test_every_form_of_a_time_is_the_same_time(typed: str) -> None:
    assert dates.parse_time(typed) == time(9, 30)


def test_a_full_hour_needs_its_word() -> None:
    assert dates.parse_time("๙ น.") == dates.parse_time("เวลา 9 นาฬิกา") == time(9)


def test_a_range_of_times_is_refused_as_one() -> None:
    with pytest.raises(BadText, match="เป็นช่วง ไม่ใช่เวลาเดียว"):
        dates.parse_time("๐๙.๓๐ - ๑๑.๓๐ น.")


@pytest.mark.parametrize("typed", ["", "24:00", "9:60", "9", "930", "9.3", "เก้าโมง", "09:30:00:00"])
def test_what_is_not_a_time_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(BadText) as refused:
        dates.parse_time(typed)
    assert refused.value.hint


def test_printed_forms_are_those_of_official_papers() -> None:
    assert dates.full_date(HALLOWEEN) == "วันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖"
    assert dates.long_date(HALLOWEEN) == "๓๑ ตุลาคม ๒๕๖๖"
    assert dates.short_date(HALLOWEEN) == "๓๑ ต.ค. ๒๕๖๖"
    assert dates.period(date(2024, 10, 1), date(2025, 9, 30)) == "๑ ต.ค. ๒๕๖๗ – ๓๐ ก.ย. ๒๕๖๘"
    assert dates.month_period(date(2022, 12, 31), date(2023, 1, 1)) == "ธ.ค. ๒๕๖๕ – ม.ค. ๒๕๖๖"
    assert dates.clock(time(9, 30, 59)) == "๐๙.๓๐ น."
    assert dates.clock_seconds(time(10, 42, 7)) == "๑๐.๔๒.๐๗ น."
    assert [dates.duration(n) for n in (0, 42, 65, 120)] == ["๐ นาที", "๔๒ นาที", "๑ ชั่วโมง ๕ นาที", "๒ ชั่วโมง"]


def test_the_fiscal_year_begins_on_the_first_of_october() -> None:
    assert dates.fiscal_year(date(2023, 9, 30)) == 2566
    assert dates.fiscal_year(date(2023, 10, 1)) == 2567
    assert dates.be_year(date(2023, 10, 1)) == 2566


@given(OFFICE_DAYS)
def test_a_day_however_typed_is_written_out_and_stays_so(day: date) -> None:
    long = dates.long_date(day)
    assert [dates.written_out(typed) for typed in (day.isoformat(), dates.short_date(day), long)] == [long] * 3


@pytest.mark.parametrize("words", ["", "ก่อนประชุมครั้งหน้า", "ภายในไตรมาส 2", "31/2/68"])
def test_words_that_are_no_day_stay_as_they_are(words: str) -> None:
    assert dates.written_out(words) == words


def test_an_empty_field_is_told_to_be_empty() -> None:
    with pytest.raises(BadText, match="ยังไม่ได้กรอกวันที่"):
        dates.parse_date("  ")
    with pytest.raises(BadText, match="ยังไม่ได้กรอกเวลา"):
        dates.parse_time("")
