"""Each editing action gives the result that the table writes, in the editor and in the line.

The 44 consonants with every vowel and tone are walked through here too; a sample of both goes through a real
pseudo-terminal in test_table_terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from textual.pilot import Pilot

from tests.ui_thai.syllables import CONSONANTS, HIGH, LOW, MIDDLE, cells, clusters_of
from tests.ui_thai.table import CASES, Case, edge_at_cell, edges, word_at
from tests.ui_thai.traced import Left, TracedApp, TracedArea, TracedLine, click, press, stand

WIDE = (200, 6)


def whole(text: str, *cursors: int) -> list[Left]:
    """The text as it was, the cursor at each of these columns in turn."""
    return [Left(text, at, at) for at in cursors]


def parts(texts: Sequence[str], *, at_end: bool) -> list[Left]:
    """What is left of a text after each deletion, the cursor at its end or at its start."""
    return [Left(text, *(len(text) if at_end else 0,) * 2) for text in texts]


def expected(case: Case) -> dict[str, tuple[int, list[Left]]]:
    """For each key: where the cursor stands first, and what it leaves each time it is pressed."""
    text, end = case.text, len(case.text)
    letters, words = edges(case.letters), edges(case.words)
    return {
        "right": (0, whole(text, *letters[1:])),
        "left": (end, whole(text, *letters[-2::-1])),
        "ctrl+right": (0, whole(text, *words[1:])),
        "ctrl+left": (end, whole(text, *words[-2::-1])),
        "shift+right": (0, [Left(text, 0, at) for at in letters[1:]]),
        "shift+left": (end, [Left(text, end, at) for at in letters[-2::-1]]),
        "ctrl+shift+right": (0, [Left(text, 0, at) for at in words[1:]]),
        "ctrl+shift+left": (end, [Left(text, end, at) for at in words[-2::-1]]),
        "delete": (0, parts([text[at:] for at in letters[1:]], at_end=False)),
        "backspace": (end, parts([text[:at] for at in range(end - 1, -1, -1)], at_end=True)),
        "ctrl+delete": (0, parts(case.rests, at_end=False)),
        "ctrl+backspace": (end, parts([text[:at] for at in words[-2::-1]], at_end=True)),
        "home": (end, whole(text, 0)),
        "end": (0, whole(text, end)),
    }


@pytest.fixture(params=["area", "line"])
def named(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def test_each_key_leaves_what_the_table_says(named: str) -> None:
    app = TracedApp()
    async with app.run_test(size=WIDE) as pilot:
        widget: TracedArea | TracedLine = getattr(app, named)
        for case in CASES:
            for key, (at, states) in expected(case).items():
                await stand(pilot, widget, case.text, at)
                assert await press(pilot, widget, *[key] * len(states)) == states, (case.text, key)


async def test_a_click_and_a_double_click_on_each_cell_do_what_the_table_says(named: str) -> None:
    app = TracedApp()
    async with app.run_test(size=WIDE) as pilot:
        widget: TracedArea | TracedLine = getattr(app, named)
        for case in CASES:
            await stand(pilot, widget, case.text, 0)
            for cell in range(sum(map(cells, case.letters))):
                at = edge_at_cell(case.letters, cell)
                once, twice = await click(pilot, widget, cell, 2)
                assert once == Left(case.text, at, at), (case.text, cell)
                assert twice.selected == word_at(case, at), (case.text, cell)


async def test_typed_or_deleted_with_a_selection_only_the_selection_goes(named: str) -> None:
    app = TracedApp()
    async with app.run_test(size=WIDE) as pilot:
        widget: TracedArea | TracedLine = getattr(app, named)
        for case in CASES:
            first, second = edges(case.letters)[1:3]
            rest = case.text[:first] + case.text[second:]
            for key in ("delete", "backspace", "ctrl+delete", "ctrl+backspace"):
                await stand(pilot, widget, case.text, first)
                left = await press(pilot, widget, "shift+right", key)
                assert left == [Left(case.text, first, second), Left(rest, first, first)], (case.text, key)


# --- 44 consonants --------------------------------------------------------------------------------------------

GROUPS = [MIDDLE, HIGH, LOW[:12], LOW[12:]]


def test_there_are_44_consonants() -> None:
    assert len(set(CONSONANTS)) == 44
    assert "".join(GROUPS) == CONSONANTS


ByLetter = Callable[[Sequence[str]], tuple[int, list[Left]]]


def going(letters: Sequence[str]) -> tuple[int, list[Left]]:
    return 0, whole("".join(letters), *edges(letters)[1:])


def coming(letters: Sequence[str]) -> tuple[int, list[Left]]:
    text = "".join(letters)
    return len(text), whole(text, *edges(letters)[-2::-1])


def deleting(letters: Sequence[str]) -> tuple[int, list[Left]]:
    text = "".join(letters)
    return 0, parts([text[at:] for at in edges(letters)[1:]], at_end=False)


def deleting_back(letters: Sequence[str]) -> tuple[int, list[Left]]:
    text = "".join(letters)
    return len(text), parts([text[:at] for at in range(len(text) - 1, -1, -1)], at_end=True)


def selecting(letters: Sequence[str]) -> tuple[int, list[Left]]:
    text = "".join(letters)
    return 0, [Left(text, 0, at) for at in edges(letters)[1:]]


BY_LETTER: dict[str, ByLetter] = {
    "right": going, "left": coming, "delete": deleting, "backspace": deleting_back, "shift+right": selecting,
}  # fmt: skip


@pytest.mark.parametrize("group", GROUPS, ids=["middle", "high", "low 1", "low 2"])
async def test_every_consonant_with_every_vowel_and_tone_goes_by_its_letters(group: str) -> None:
    app = TracedApp()
    async with app.run_test(size=(400, 3)) as pilot:
        for number, consonant in enumerate(group):
            widget = (app.area, app.line)[number % 2]
            letters = clusters_of(consonant)
            for key, result in BY_LETTER.items():
                if key == "shift+right" and number % 4 > 1:
                    continue  # selecting is going, with the other end left where it was
                at, states = result(letters)
                await stand(pilot, widget, "".join(letters), at)
                assert await press(pilot, widget, *[key] * len(states)) == states, (consonant, key)


@pytest.mark.parametrize("group", GROUPS, ids=["middle", "high", "low 1", "low 2"])
async def test_words_of_them_begin_between_letters_and_are_the_same_in_both_directions(group: str) -> None:
    app = TracedApp()
    async with app.run_test(size=(400, 3)) as pilot:
        for consonant in group[::4]:
            letters = clusters_of(consonant)
            text, stops = "".join(letters), edges(letters)
            await stand(pilot, app.area, text, 0)
            there = [left.cursor for left in await press(pilot, app.area, *["ctrl+right"] * len(stops))]
            await stand(pilot, app.area, text, len(text))
            back = [left.cursor for left in await press(pilot, app.area, *["ctrl+left"] * len(stops))]
            there, back = sorted({0, *there}), sorted({*back, len(text)})
            assert set(there) <= set(stops)
            assert there == back


async def test_up_and_down_keep_to_the_cell_over_rows_of_them() -> None:
    app = TracedApp()
    async with app.run_test(size=(31, 12)) as pilot:
        for consonant in CONSONANTS[::4]:
            await over_rows(pilot, app.area, clusters_of(consonant))


async def over_rows(pilot: Pilot[None], area: TracedArea, letters: Sequence[str]) -> None:
    """From every second letter of the second row: down, and up again."""
    text = "".join(letters)
    await stand(pilot, area, text, 0)
    rows = split(letters, list(area.wrapped_document._wrap_offsets[0]))
    before = len("".join(rows[0]))
    for place in range(0, len(rows[1]), 2):
        at = before + len("".join(rows[1][:place]))
        area.move_cursor((0, at))
        cell = sum(map(cells, rows[1][:place]))
        below = before + len("".join(rows[1])) + edge_at_cell(rows[2], cell)
        down, up = await press(pilot, area, "down", "up")
        assert (down.cursor, up.cursor) == (below, at), (text[at : at + 3], cell)


def split(letters: Sequence[str], ends: Sequence[int]) -> list[list[str]]:
    """The letters of each row."""
    rows: list[list[str]] = [[]]
    at = 0
    for letter in letters:
        if at in ends:
            rows.append([])
        rows[-1].append(letter)
        at += len(letter)
    return rows

