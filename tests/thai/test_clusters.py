"""Clusters: nothing is lost, marks never stand alone, SARA AM stays with its consonant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ita_tui.thai import clusters as c
from ita_tui.thai.text import clean
from tests.thai.syllables import syllables

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("กนผเาำีุ้่์ๆ \n\r\u200b\u200d😀"), st.characters()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("น้ำที่ก็กำ", ["น้ำ", "ที่", "ก็", "กำ"]),
        ("เกี่ยวผู้", ["เ", "กี่", "ย", "ว", "ผู้"]),
        ("ำ กำ", ["ำ", " ", "กำ"]),
        ("a\u0301b", ["a\u0301", "b"]),
        ("ก\r\n้ข", ["ก", "\r\n", "้", "ข"]),
        ("่ก", ["่", "ก"]),
        ("👩\u200d🏫ก", ["👩\u200d🏫", "ก"]),
        ("", []),
    ],
)
def test_a_cluster_is_what_a_reader_sees_as_one_letter(text: str, expected: list[str]) -> None:
    assert c.clusters(text) == [*expected]


def test_every_syllable_that_spelling_allows_falls_into_the_letters_a_reader_sees() -> None:
    seen = 0
    for letters in syllables():
        assert c.clusters("".join(letters)) == letters
        seen += 1
    assert seen == 44 * (48 * 5 + 11)


def test_every_letter_of_every_syllable_has_the_width_a_reader_sees() -> None:
    for letters in syllables():
        for letter in letters:
            assert cell_len(letter) == (2 if letter.endswith("ำ") else 1), letter


def test_every_syllable_is_spelt_in_the_order_the_gate_keeps_whatever_order_its_marks_were_typed_in() -> None:
    for letters in syllables():
        text = "".join(letters)
        assert clean(text) == text
        assert clean("".join(mistyped(letter) for letter in letters)) == text


def mistyped(letter: str) -> str:
    """The marks of one letter in the wrong order, ำ as its two halves."""
    base, marks = letter[0], letter[1:].replace("ำ", "ํา")
    return base + marks[::-1] if marks and "า" not in marks else base + marks


@given(TEXTS)
def test_clusters_joined_are_the_text_and_their_ends_are_the_boundaries(text: str) -> None:
    parts = c.clusters(text)
    assert "".join(parts) == text
    assert c.boundaries(text) == [0, *(sum(map(len, parts[: n + 1])) for n in range(len(parts)))]


@given(TEXTS, st.integers(0, 40))
def test_looking_near_one_place_agrees_with_reading_the_whole_text(text: str, offset: int) -> None:
    edges = c.boundaries(text)
    at = min(offset, len(text))
    assert c.cluster_start(text, at) == max(edge for edge in edges if edge <= at)
    assert c.cluster_end(text, at) == min(edge for edge in edges if edge >= at)
    assert c.previous_boundary(text, at) == max((edge for edge in edges if edge < at), default=0)
    assert c.next_boundary(text, at) == min((edge for edge in edges if edge > at), default=len(text))


@given(TEXTS)
def test_walking_right_and_then_left_comes_back(text: str) -> None:
    for edge in c.boundaries(text)[:-1]:
        assert c.previous_boundary(text, c.next_boundary(text, edge)) == edge
