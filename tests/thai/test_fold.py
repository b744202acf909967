"""Folding: what a secretary types finds what another has written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.fold import fold, without_title


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ข้อ 12", "ข้อ๑๒"),
        ("ท่ีประชุม", "ที่ ประชุม"),
        ("นํ้าประปา", "น้ำประปา"),
        ("e-service", "E-Service"),
        ("เเผนงาน", "แผน\u200bงาน"),
    ],
)
def test_typing_habits_make_no_difference(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


def test_different_words_stay_different() -> None:
    assert fold("ปลัด") != fold("ปลด")
    assert fold("ป่า") != fold("ป้า")


@given(st.text(alphabet=st.one_of(st.sampled_from("กเา่ีํ ๑1A\t\u200b\x1b[m"), st.characters())))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("นายทดสอบ ตัวอย่าง", "ทดสอบ ตัวอย่าง"),
        ("นางสาว ทดสอบ", "ทดสอบ"),
        ("น.ส.ทดสอบ", "ทดสอบ"),
        ("นางทดสอบ", "ทดสอบ"),
        ("ว่าที่ ร.ต. ทดสอบ", "ทดสอบ"),
        ("ว่าที่ร้อยตรีหญิง ทดสอบ", "ทดสอบ"),
        ("ปลัดเทศบาล", "ปลัดเทศบาล"),
        ("นายกเทศมนตรี", "นายกเทศมนตรี"),
        ("นายก อบต.", "นายก อบต."),
        ("นายอำเภอ", "นายอำเภอ"),
        ("นายกมล ตัวอย่าง", "กมล ตัวอย่าง"),
        ("นาย", "นาย"),
    ],
)
def test_a_title_is_no_part_of_the_name_looked_for(name: str, bare: str) -> None:
    assert without_title(name) == bare
