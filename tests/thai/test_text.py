"""The gate: what comes through is in one spelling order and can act on nothing."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.errors import BadText
from ita_tui.thai.text import clean, require

THAI = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
NASTY = st.sampled_from(
    "\x1b[]m;\x07\x9b\x00\t\r\n\u2028\u202e\ufeff\ud800\udfff\u200b\u0e4d\u0e32\u0e33\u0e40\u0e48"
    "\u00a0\u00ad\u200c\u200d\u2060\ufe0f\uf70a\uf712😀☑\x0b\x1f"
)
BIDI_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
ANY = st.text(alphabet=st.one_of(THAI, NASTY, st.characters(codec=None), st.sampled_from("aé1 ")))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ท่ี", "ที่"),
        ("น้ํา", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("คํา", "คำ"),
        ("เเผนงาน", "แผนงาน"),
        ("ผู่้", "ผู่้"),
        ("ก์ุ", "กุ์"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("\x1b[31mแดง\x1b[0m", "แดง"),
        ("\x1b]0;หัว\x07ต่อ", "ต่อ"),
        ("\x1b]8;;x\x1b\\ต่อ", "ต่อ"),
        ("\x9b1mต่อ", "ต่อ"),
        ("\ufeffต้น\u202eกลาง\u2066ปลาย\x00\x7f", "ต้นกลางปลาย"),
        ("ก\ud800ข", "กข"),
        ("e\u0301", "é"),
        ("แบ่ง\u200bคำ\u2060ติด\u200cกัน", "แบ่งคำติดกัน"),
        ("เ\u200bเ", "แ"),
        ("๕\u00a0บาท\u202fถ้วน\u3000", "๕ บาท ถ้วน "),
        ("e\u2011bidding, แยก\u00adคำ", "e-bidding, แยกคำ"),
        ("ก\ufe0fข\u200dค", "กขค"),
        ("👩\u200d🏫 ☑\ufe0f 😀\u200d", "👩\u200d🏫 ☑\ufe0f 😀"),
        ("ป\uf70bา, ป\uf702\uf714, ญ\uf718", "ป้า, ปี้, ญุ"),
        ("พันธ์ุ", "พันธุ์"),
    ],
)
def test_each_fault_is_mended_in_one_way(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_text_pasted_from_a_word_processor_arrives_clean() -> None:
    """A vertical tab is its line break, U+0007 its cell mark, U+001E and U+001F its own hyphens."""
    pasted = (
        "\ufeff๑.\tการประเมิน\u00a0ITA\x0bครั้งท่ี\u00a0\u200e1/2567\x07\r\n"
        "\u2028“เเนวทาง” การใช้นํ้า\u00ad\x1f ค\uf70aา\u200bคํา\u200bสั่ง\x1e\ufffe\r"
    )
    assert clean(pasted) == "๑. การประเมิน ITA\nครั้งที่ 1/2567\n\n“แนวทาง” การใช้น้ำ ค่าคำสั่ง\n"


def test_one_line_turns_line_ends_into_spaces() -> None:
    assert clean("แถวหนึ่ง\r\nแถวสอง", multiline=False) == "แถวหนึ่ง แถวสอง"


@given(ANY, st.booleans())
def test_cleaning_twice_changes_nothing(text: str, multiline: bool) -> None:
    once = clean(text, multiline=multiline)
    assert clean(once, multiline=multiline) == once


@given(ANY)
def test_nothing_that_comes_out_can_act_on_a_terminal_or_break_a_file(text: str) -> None:
    for character in clean(text):
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(character) not in BIDI_CONTROLS
        assert character not in "\t\u00a0\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff\uf70a"


@given(ANY)
def test_what_came_through_is_nfc_and_spelt_in_one_way(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not re.search("เเ|ํ[่-๋]*า|[่-๋์][ัิ-ฺ]|ำ[่-๋]", cleaned)


@given(st.text(alphabet=st.sampled_from("กขนเแ ่ีาำุ้ํ์")))
def test_letters_and_marks_are_reordered_but_none_is_lost(text: str) -> None:
    def parts(value: str) -> list[str]:
        return sorted(value.replace("ำ", "ํา").replace("แ", "เเ"))

    assert parts(clean(text)) == parts(text)


def test_a_name_is_one_stripped_line() -> None:
    assert require("  สำนัก\tปลัด \n เทศบาล\u200b ", "ชื่อ") == "สำนัก ปลัด เทศบาล"


def test_a_name_of_three_hundred_letters_is_accepted_and_one_past_the_limit_is_not() -> None:
    assert len(require("ก" * 300, "ชื่อ")) == 300
    with pytest.raises(BadText, match="ยาวเกินไป"):
        require("ก" * 1001, "ชื่อ")


@pytest.mark.parametrize("empty", ["", "  ", "\x1b[0m", "\u200b", "\ufeff\n"])
def test_a_name_with_nothing_in_it_is_refused(empty: str) -> None:
    with pytest.raises(BadText, match="ยังไม่ได้กรอกชื่อคณะกรรมการ"):
        require(empty, "ชื่อคณะกรรมการ")
