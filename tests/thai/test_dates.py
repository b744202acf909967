"""Dates and times: every office form is read, one form is printed."""

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
        "วันอังคาร ที่ 31 ตุลาคม พ.ศ.๒๕๖๖",
    ],
)  # fmt: skip
def test_every_form_an_office_types_is_the_same_day(typed: str) -> None:
    assert dates.parse_date(typed) == HALLOWEEN


@pytest.mark.parametrize(
    "typed",
    [
        "", "พรุ่งนี้", "31", "31/10", "31/10-66", "31/13/66", "32/10/66", "29/2/66", "0/1/66",
        "31 ตุลาคมม 66", "๓๑ ต.ค. ๖๖ น.", "31/10/566", "31/10/25666", "31 ต.ค. พ.ศ. 2023", "31 ต.ค. ค.ศ. 2566",
        "1/1/0", "x" * 500, "\ud800", "31/10/66\n1/11/66",
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadText) as refused:
        dates.parse_date(typed)
    assert refused.value.message
    assert "๓๑/๑๐/๒๕๖๖" in refused.value.hint
    assert len(refused.value.message) < 120


def test_a_weekday_that_is_not_that_days_is_refused_and_the_right_one_named() -> None:
    with pytest.raises(BadText, match="เป็นวันอังคาร ไม่ใช่วันจันทร์"):
        dates.parse_date("วันจันทร์ที่ ๓๑ ตุลาคม ๒๕๖๖")


@given(OFFICE_DAYS)
def test_every_printed_date_is_read_back(day: date) -> None:
    short_year = f"{day.day}/{day.month}/{dates.be_year(day) % 100:02}"
    for printed in (dates.full_date(day), dates.long_date(day), dates.short_date(day), day.isoformat(), short_year):
        assert dates.parse_date(printed) == day


@given(st.times())
def test_every_printed_time_is_read_back_to_the_minute(moment: time) -> None:
    assert dates.parse_time(dates.clock(moment)) == time(moment.hour, moment.minute)


@pytest.mark.parametrize("typed", ["9:30", "๐๙.๓๐ น.", "0930", "09.30น.", "9.30 นาฬิกา", " ๙:๓๐ น"])
def test_every_form_of_a_time_is_the_same_time(typed: str) -> None:
    assert dates.parse_time(typed) == time(9, 30)


@pytest.mark.parametrize("typed", ["", "24:00", "9:60", "9", "930", "9.3", "เก้าโมง", "09:30:00:00"])
def test_what_is_not_a_time_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(BadText) as refused:
        dates.parse_time(typed)
    assert refused.value.hint


def test_printed_forms_are_those_of_official_papers() -> None:
    assert dates.full_date(HALLOWEEN) == "วันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖"
    assert dates.long_date(HALLOWEEN) == "๓๑ ตุลาคม ๒๕๖๖"
    assert dates.short_date(HALLOWEEN) == "๓๑ ต.ค. ๒๕๖๖"
    assert dates.clock(time(9, 30, 59)) == "๐๙.๓๐ น."
    assert dates.clock_seconds(time(10, 42, 7)) == "๑๐.๔๒.๐๗ น."
    assert [dates.duration(n) for n in (0, 42, 65, 120)] == ["๐ นาที", "๔๒ นาที", "๑ ชั่วโมง ๕ นาที", "๒ ชั่วโมง"]


def test_the_fiscal_year_begins_on_the_first_of_october() -> None:
    assert dates.fiscal_year(date(2023, 9, 30)) == 2566
    assert dates.fiscal_year(date(2023, 10, 1)) == 2567
    assert dates.be_year(date(2023, 10, 1)) == 2566
