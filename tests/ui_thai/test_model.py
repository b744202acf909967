"""Any keys in any order leave in the editor and in the line what a simple model says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events
from textual.keys import _character_to_key

from ita_tui.thai.text import clean
from ita_tui.ui.widgets.thai.fields import ThaiInput, ThaiTextArea
from tests.thai.sentences import SENTENCES
from tests.ui_thai.kept import Kept, settled
from tests.ui_thai.model import DELETIONS, STEPS, Field, after

KEYS = [*STEPS, *("ctrl+shift+" + each.removeprefix("ctrl+") if "+" in each else f"shift+{each}" for each in STEPS)]
ACTS = st.lists(
    st.one_of(st.sampled_from([*KEYS, *DELETIONS, "ctrl+a", "ctrl+x"]), st.sampled_from("กนเแไาำะัีุ็่์ๆฯ๑2aZ .()é漢😀")),
    min_size=1, max_size=30,
)  # fmt: skip
TEXTS = st.one_of(
    st.just(""), st.sampled_from(SENTENCES), st.lists(st.sampled_from(["ที่", "น้ำ", "เ", "\n", "o12 "])).map("".join)
)


@pytest.fixture(scope="module")
def kept() -> Iterator[Kept]:
    with Kept() as app:
        yield app


def place(text: str, location: tuple[int, int]) -> int:
    row, column = location
    return sum(len(line) + 1 for line in text.split("\n")[:row]) + column


def state(widget: ThaiTextArea | ThaiInput) -> Field:
    if isinstance(widget, ThaiInput):
        return Field(widget.value, *widget.selection)
    start, end = widget.selection
    return Field(widget.text, place(widget.text, start), place(widget.text, end))


def hold(widget: ThaiTextArea | ThaiInput, text: str) -> None:
    if isinstance(widget, ThaiInput):
        widget.value = text
        widget.cursor_position = 0
    else:
        widget.load_text(text)


@given(text=TEXTS, acts=ACTS)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", ["editor", "line"])
def test_every_key_leaves_what_the_model_says(kept: Kept, name: str, text: str, acts: list[str]) -> None:
    widget: ThaiTextArea | ThaiInput = getattr(kept.app, name)

    async def example() -> None:
        widget.focus()
        await settled(kept.app)
        hold(widget, clean(text, multiline=name == "editor"))
        for act in acts:
            expected = after(state(widget), act)
            typed = len(act) == 1
            kept.app.post_message(events.Key(_character_to_key(act) if typed else act, act if typed else None))
            await settled(kept.app)
            assert state(widget) == expected, act

    kept.run(example())
