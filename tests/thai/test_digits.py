"""Digits turn both ways; papers keep addresses and Latin terms as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.digits import arabic_digits, thai_digits, thai_digits_in_text


@given(st.text(alphabet=st.characters(exclude_characters="๐๑๒๓๔๕๖๗๘๙")))
def test_text_without_thai_digits_comes_back_from_thai_digits(text: str) -> None:
    assert arabic_digits(thai_digits(text)) == text


@given(st.text(alphabet="๐๑๒๓๔๕๖๗๘๙กข o"))
def test_text_without_arabic_digits_comes_back_from_arabic_digits(text: str) -> None:
    assert thai_digits(arabic_digits(text)) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ครั้งที่ 1/2567 เวลา 09.30 น.", "ครั้งที่ ๑/๒๕๖๗ เวลา ๐๙.๓๐ น."),
        ("ข้อ o12 และ O7, i3 (e15)", "ข้อ o๑๒ และ O๗, i๓ (e๑๕)"),
        ("ช่วง o1-o43.", "ช่วง o๑-o๔๓."),
        ("คะแนน 97.78% เพิ่มขึ้น +0.5", "คะแนน ๙๗.๗๘% เพิ่มขึ้น +๐.๕"),
        ("มาตรฐาน ISO9001 และ COVID-19", "มาตรฐาน ISO9001 และ COVID-19"),
        ("ระบบ E-Service 2 ระบบ", "ระบบ E-Service ๒ ระบบ"),
        ("ดู https://a.go.th/2566/ประกาศ12 หน้า 3", "ดู https://a.go.th/2566/ประกาศ12 หน้า ๓"),
        ("ส่ง saraban01@a.go.th ภายใน 5 วัน", "ส่ง saraban01@a.go.th ภายใน ๕ วัน"),
        ("(1)ข้อความ2แถว", "(๑)ข้อความ๒แถว"),
    ],
)
def test_papers_carry_thai_digits_but_addresses_and_latin_terms_keep_theirs(typed: str, printed: str) -> None:
    assert thai_digits_in_text(typed) == printed


@given(st.text())
def test_turning_a_paper_twice_changes_nothing_more(text: str) -> None:
    once = thai_digits_in_text(text)
    assert thai_digits_in_text(once) == once
