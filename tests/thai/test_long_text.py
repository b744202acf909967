"""Whatever is pasted, the work grows with its length and not with its square."""

import time
from collections.abc import Callable

import pytest

from ita_tui.thai.clusters import clusters
from ita_tui.thai.collation import sort_key
from ita_tui.thai.find import find
from ita_tui.thai.fold import fold
from ita_tui.thai.text import clean
from ita_tui.thai.words import breaks, next_word

LENGTH = 10_000
LIMIT = 2.0
"""Seconds; measured 0.01 to 0.1, and 10 to 50 for work that grew with the square."""


@pytest.mark.parametrize("piece", ["ก", "้ำ", "ํ่า", "เ", "๑", "๑.๑/", "๑-", "( ", "😀\u200d", "www.", "a@", "\x1b["])
@pytest.mark.parametrize("work", [clean, fold, clusters, breaks, sort_key, lambda text: find(text, text[:2])])
def test_a_piece_pasted_ten_thousand_times_is_dealt_with_at_once(piece: str, work: Callable[[str], object]) -> None:
    text = piece * LENGTH
    began = time.perf_counter()
    work(text)
    assert time.perf_counter() - began < LIMIT


def test_the_next_word_is_found_at_once_where_there_is_none() -> None:
    began = time.perf_counter()
    assert next_word("." * LENGTH, 5) == LENGTH
    assert time.perf_counter() - began < LIMIT
