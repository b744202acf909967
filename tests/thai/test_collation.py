"""Dictionary order: as the Royal Institute's dictionary lists its words."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.collation import sort_key
from ita_tui.thai.digits import thai_digits

IN_ORDER = (
    "กก", "กง", "กฎ", "กฎหมาย", "กฐิน", "กด", "กติกา", "กบ", "กรม", "กรรม", "กรรมการ", "กระจาย", "กราบ", "กลม",
    "กลอง", "กล่อง", "กล้อง", "กลาง", "กวี", "กอง", "ก่อน", "ก้อน", "กะ", "กัน", "กั้น", "กา", "กาก", "การ", "การณ์",
    "กำ", "กำนัน", "กิ่ง", "กิน", "กี่", "กึ่ง", "กุ้ง", "กู้", "เก็ง", "เก่ง", "เก้ง", "เก๋ง", "เกณฑ์", "เก็บ", "เก้า", "เกิด",
    "เกี่ยว", "เกือบ", "แก", "แก่", "แก้", "แกง", "โกง", "ใกล้", "ไก่", "ไกล", "ขวด", "ข้อ", "เขต", "คณะ", "งบ", "จังหวัด",
    "ชุมชน", "ฌาน", "ญาติ", "ดิน", "ตำบล", "ถนน", "ท้องถิ่น", "ทะเบียน", "เทศบาล", "ธรรม", "นโยบาย", "น้ำ", "นิติกร",
    "บ้าน", "ปลัด", "แผน", "ฝาย", "พัสดุ", "ฟ้า", "ภาค", "มติ", "ยก", "รับ", "รู้", "เรือ", "โรค", "ไร่", "ฤกษ์", "ฤดู",
    "ฤทธิ์", "ฤๅษี", "ลง", "ลม", "ไล่", "ฦ", "ฦๅ", "วัด", "ศูนย์", "ษมา", "สำนัก", "หก", "หนอง", "หน่อย", "หนัก", "หนา",
    "หน้า", "หนึ่ง", "หนู", "ห้อง", "หู", "เห็น", "เหนือ", "แห่ง", "องค์", "อำเภอ", "เอก", "โอกาส", "ไอ", "ฮวบ",
)  # fmt: skip

OFFICE_LIST = (
    "", "-", "ฯลฯ", "ๆ", "2 เรื่อง", "๒ เรื่อง", "๑๐ เรื่อง", "E-Service", "e-service", "ITA", "o๒", "o12", "กอง คลัง",
    "กองการศึกษา", "กองคลัง", "กองช่าง", "กองช่าง ๒", "กองช่าง ๑๑", "กองช่างฯ", "กองช่างโยธา",
)  # fmt: skip

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("กขรฤลเแโใไะัาำิูๅ็่้๊๋์ๆฯ ๑19aZ-\n"), st.characters()), max_size=12)
CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F) if chr(code) not in "ฤฦ"]


def test_the_list_comes_out_in_the_order_of_the_dictionary() -> None:
    assert sorted(IN_ORDER, key=sort_key) == list(IN_ORDER)


def test_signs_numbers_and_latin_stand_before_thai_and_numbers_go_by_value() -> None:
    assert sorted(OFFICE_LIST, key=sort_key) == list(OFFICE_LIST)


@given(TEXTS, TEXTS)
def test_only_the_same_text_has_the_same_place(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)
    assert (sort_key(one) < sort_key(other)) != (sort_key(one) >= sort_key(other))


@given(st.lists(TEXTS, max_size=8), st.randoms(use_true_random=False))
def test_a_list_has_one_order_however_it_was_mixed(texts: list[str], chance: Random) -> None:
    mixed = list(texts)
    chance.shuffle(mixed)
    assert sorted(mixed, key=sort_key) == sorted(texts, key=sort_key)


@pytest.mark.parametrize("vowel", "เแโใไ")
def test_a_word_with_a_leading_vowel_stands_under_its_consonant(vowel: str) -> None:
    for here, after in pairwise(CONSONANTS):
        assert sort_key(here + "ู") < sort_key(vowel + here) < sort_key(after)


@given(st.sampled_from(CONSONANTS), st.sampled_from("าีู"), st.sampled_from(CONSONANTS))
def test_tones_count_only_between_words_of_the_same_letters(consonant: str, vowel: str, after: str) -> None:
    tones = [(consonant + tone + vowel if vowel == "า" else consonant + vowel + tone) for tone in ("", *"่้๊๋")]
    assert tones == sorted(tones, key=sort_key)
    assert sort_key(tones[-1]) < sort_key(consonant + vowel + after)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_numbers_stand_by_their_value_in_either_style(one: int, other: int) -> None:
    if one < other:
        assert sort_key(f"ข้อ {thai_digits(str(one))}") < sort_key(f"ข้อ {other}")
        assert sort_key(f"ข้อ {one} ก") < sort_key(f"ข้อ {thai_digits(str(other))}")


def test_order_of_marks_typed_makes_no_difference() -> None:
    assert sort_key("ท่ีก")[:2] == sort_key("ที่ก")[:2]


def test_a_number_of_any_length_has_a_place() -> None:
    assert sort_key("9" * 10_000) > sort_key("1")
