"""What typing makes of the letters around it: the one right spelling, and no more of the text than that takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.text import clean
from ita_tui.ui.widgets.thai.typing import mended


@pytest.mark.parametrize(
    ("before", "typed", "after", "result"),
    [
        ("ก", "า", "น", (0, "า", 0)),
        ("ท่", "ี", "ก", (2, "ที่", 0)),
        ("กเ", "เ", "ก", (1, "แ", 0)),
        ("ก", "เ", "เก", (0, "แ", 1)),
        ("เ", "", "เก", (1, "แ", 1)),
        ("น\u0e4d้", "า", "", (3, "น้ำ", 0)),
        ("", "", "", (0, "", 0)),
        ("ท", "ข", "ำ", (0, "ขำ", 1)),
        ("ท", "", "ี่ ", (0, "ี่", 2)),
        ("ที่", "\n", "ที่", (0, "\n", 0)),
    ],
)
def test_what_goes_and_what_comes(before: str, typed: str, after: str, result: tuple[int, str, int]) -> None:
    assert mended(before, typed, after) == result


LETTERS = st.text("กนเแำา่้ี\u0e4d .", max_size=6).map(clean)


@given(LETTERS, LETTERS, LETTERS)
def test_whatever_is_put_between_clean_texts_leaves_clean_text(before: str, typed: str, after: str) -> None:
    back, comes, on = mended(before, typed, after)
    whole = before[: len(before) - back] + comes + after[on:]
    assert whole == clean(before + typed + after)
