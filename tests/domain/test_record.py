"""Typed text becomes blocks and comes back, and nothing typed is lost on the way."""

from __future__ import annotations

import re
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.agenda import AgendaKind
from ita_tui.domain.record import (
    ROOM,
    SECRETARIAT,
    Paragraph,
    Points,
    blocks_of,
    person,
    text_of,
)
from ita_tui.domain.resolutions import CastingVote, Resolution, ResolutionKind, Votes, kinds_for, outvoted

_WORDS = st.sampled_from(["ขอให้", "ที่ประชุม", "รายงาน", "ข้อ o๑๒", "99.33", "๒๕๖๗", "No Gift Policy", "-", "(", "."])
_STARTS = st.sampled_from(["", "  ", "1. ", "๒. ", "3) ", "๑๐. ", "0. ", "99. ", "1.", "1.5 ", "๑/๒๕๖๖ "])
lines = st.builds(lambda start, words: start + " ".join(words), _STARTS, st.lists(_WORDS, max_size=4))
texts = st.lists(lines, max_size=8).map("\n".join) | st.text(max_size=60)


def test_a_resolution_is_outvoted_by_a_counted_majority_against_what_it_says() -> None:
    agreed, rejected = ResolutionKind.AGREED, ResolutionKind.REJECTED
    assert [outvoted(agreed, each) for each in (None, Votes(3, 3), Votes(2, 3), Votes(3, 2), Votes(1, 0, 5))] == [
        False, False, True, False, False
    ]
    assert [outvoted(rejected, each) for each in (Votes(2, 3), Votes(3, 2), Votes(6))] == [False, True, False]
    assert not outvoted(ResolutionKind.OWN_WORDS, Votes(0, 6))
    cast = [Votes(3, 3, casting=CastingVote("chair", agrees=each)) for each in (True, False)]
    assert [(outvoted(agreed, each), outvoted(rejected, each)) for each in cast] == [(False, True), (True, False)]


@given(texts)
def test_what_the_editor_shows_reads_back_as_the_same_blocks(text: str) -> None:
    blocks = blocks_of(text)
    assert blocks_of(text_of(blocks)) == blocks


@given(texts)
def test_no_typed_word_is_lost(text: str) -> None:
    def bare(words: str) -> list[str]:
        typed = [line for line in words.split("\n") if line.strip()]
        return ["".join(re.sub(r"^\s*[0-9๐-๙]{1,2}[.)]\s+(?=\S)", "", line).split()) for line in typed]

    assert bare(text_of(blocks_of(text))) == bare(text)


def test_lines_that_count_on_are_one_list_and_others_begin_their_own() -> None:
    assert blocks_of("เหตุผลมีดังนี้\n๑. ข้อแรก\n2) ข้อสอง\n5. ข้อห้า\nสรุป") == (
        Paragraph("เหตุผลมีดังนี้"), Points(("ข้อแรก", "ข้อสอง")), Points(("ข้อห้า",), 5), Paragraph("สรุป"),
    )


def test_a_score_at_the_head_of_a_line_is_no_point() -> None:
    assert blocks_of("99.33 คะแนน") == (Paragraph("99.33 คะแนน"),)


def test_blank_text_is_no_block() -> None:
    assert blocks_of(" \n\n\t") == ()


_AT = datetime(2024, 1, 17, 10)
_SPEAKERS = st.sampled_from([ROOM, SECRETARIAT, person("a"), person("b")])


def test_a_resolution_prints_own_words_before_those_of_its_kind() -> None:
    assert Resolution("r", "i", ResolutionKind.AGREED, _AT).text == "เห็นชอบ"
    assert Resolution("r", "i", ResolutionKind.AGREED, _AT, "เห็นชอบตามเสนอ").text == "เห็นชอบตามเสนอ"


@given(st.sampled_from(AgendaKind))
def test_every_kind_of_resolution_can_be_chosen_once(kind: AgendaKind) -> None:
    assert sorted(kinds_for(kind)) == sorted(ResolutionKind)


def test_under_an_item_for_consideration_the_decisions_stand_first() -> None:
    assert kinds_for(AgendaKind.FOR_CONSIDERATION)[0] is ResolutionKind.AGREED
    assert kinds_for(AgendaKind.APPROVE_MINUTES)[0] is ResolutionKind.MINUTES_APPROVED
