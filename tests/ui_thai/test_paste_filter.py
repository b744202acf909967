"""Escape sequences inside a paste are taken out, wherever the reads cut it; keys outside are untouched."""

from __future__ import annotations

import codecs
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ita_tui.ui.widgets.thai.paste_filter import PasteFilter


def read(data: bytes, cuts: list[int]) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    filtered = PasteFilter()
    first = data.index(b"\x1b") + 2  # a terminal writes ESC and [ at once; ESC alone is a key
    places = [0, *sorted(first + cut % (len(data) - first + 1) for cut in cuts), len(data)]
    return "".join(filtered.read(decoder.decode(data[a:b])) for a, b in pairwise(places))


@given(st.lists(st.integers(0, 200), max_size=6))
def test_a_paste_with_colours_and_titles_comes_as_its_words_in_their_order(cuts: list[int]) -> None:
    pasted = "\x1b[200~หนึ่ง\x1b[31mสอง\x1b[0m\nสาม\x1b]0;ชื่อ\x07สี่\x1b[201~"
    assert read(f"ก{pasted}\x1b[A".encode(), cuts) == "ก\x1b[200~หนึ่งสอง\nสามสี่\x1b[201~\x1b[A"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.integers(0, 200), max_size=4))
def test_words_without_escapes_arrive_as_they_are(words: str, cuts: list[int]) -> None:
    plain = words.replace("\x1b", "")
    pasted = f"\x1b[200~{plain}\x1b[201~x"
    assert read(pasted.encode(), cuts) == pasted


def test_keys_outside_a_paste_are_untouched() -> None:
    keys = "\x1bOP\x1b[15~ก\x1b"
    assert read(keys.encode(), [2, 5]) == keys
