"""Finding: what a secretary types is found however it was written, and shown on whole clusters."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.clusters import boundaries
from ita_tui.thai.find import find
from ita_tui.thai.fold import fold
from ita_tui.thai.text import clean
from tests.thai.prose import PROSE

LETTERS = st.text(alphabet="กนทผเแาำะัีุ่้็์ๆ ๑1๒aA-\n", max_size=30)
MARK_AFTER_SPACE = re.compile(r"\s+(?=[ะ-ฺ็-๎])")
TEXTS = LETTERS.map(lambda text: clean(MARK_AFTER_SPACE.sub("", clean(text))))


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find(text, query)]


@pytest.mark.parametrize(
    ("text", "query", "places"),
    [
        ("ข้อ o๑๒ และข้อ o12", "o12", ["o๑๒", "o12"]),
        ("ข้อ o๑๒", "ข้อo ๑2", ["ข้อ o๑๒"]),
        ("ที่ ประชุมรับทราบ ที่ประชุม", "ท่ีประชุม", ["ที่ ประชุม", "ที่ประชุม"]),
        ("น้ำประปา น้ำ", "นํ้า", ["น้ำ", "น้ำ"]),
        ("นํ้า นำ้ น้ํา", "น้ำ", ["นํ้า", "นำ้", "น้ํา"]),
        ("เเผนงาน แผน", "แผน", ["เเผน", "แผน"]),
        ("E-Service และ e-service", "E-SERVICE", ["E-Service", "e-service"]),
        ("แผน\u200bงาน", "แผนงาน", ["แผน\u200bงาน"]),
        ("ที่ ที ทิ", "ที", ["ที่", "ที"]),
        ("ปลัด ปลด", "ปลด", ["ปลด"]),
        ("กกกก", "กก", ["กก", "กก"]),
        ("ขึ้น\nบรรทัดใหม่", "ขึ้นบรรทัด", ["ขึ้น\nบรรทัด"]),
        ("ราคา (๑.๕*๒) บาท", "(1.5*2)", ["(๑.๕*๒)"]),
        ("มีแต่ข้อความ", "  ", []),
        ("", "ก", []),
        ("ก", "", []),
    ],
)
def test_habits_of_typing_hide_nothing(text: str, query: str, places: list[str]) -> None:
    assert found(text, query) == places


@given(TEXTS, LETTERS)
def test_what_folding_finds_is_found_and_nothing_else(text: str, query: str) -> None:
    folded = fold(query)
    spans = find(text, query)
    if folded and folded in fold(text):
        assert spans
    for start, end in spans:
        assert folded in fold(text[start:end])


@given(TEXTS, st.data())
def test_every_piece_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    edges = boundaries(text)
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    piece = text[start:end]
    if fold(piece):
        assert any(a <= end and b >= start for a, b in find(text, piece))


@given(TEXTS, LETTERS)
def test_places_are_in_order_apart_and_made_of_whole_clusters(text: str, query: str) -> None:
    edges = set(boundaries(text))
    last = 0
    for start, end in find(text, query):
        assert {start, end} <= edges
        assert last <= start < end
        last = end


def test_half_a_megabyte_is_searched_while_a_key_is_down() -> None:
    text = "\n".join(PROSE * 20)
    assert len(text.encode()) > 500_000
    began = time.perf_counter()
    spans = find(text, "ที่ประชุมมีมติรับรอง") + find(text, "ไม่มีคำนี้เลย")
    took = time.perf_counter() - began
    assert len(spans) == 20
    assert took < 0.5, f"{took:.3f} s"
