"""The list of what is marked to be finished shows whole letters around each mark."""

from __future__ import annotations

from datetime import datetime

from ita_tui.domain.record import FOLLOW_MARK, ROOM, Paragraph, Statement
from ita_tui.thai.clusters import boundaries
from ita_tui.ui.screens.meeting.going import _around


def test_the_words_around_a_mark_begin_and_end_between_letters() -> None:
    for pad in range(8):
        text = "ก" * pad + "ที่น้ำผู้" * 20 + FOLLOW_MARK + "ก" * pad + "ที่น้ำผู้" * 20
        entry = Statement("a", "b", ROOM, (Paragraph(text),), datetime(2024, 1, 17, 9, 30))
        shown = _around(entry).removeprefix("…")
        start = text.index(shown)
        assert FOLLOW_MARK in shown
        assert {start, start + len(shown)} <= set(boundaries(text))
