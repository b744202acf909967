"""Laws of the editor and of the line: typing gives the text, undo gives it back, right then left comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events
from textual.keys import _character_to_key

from ita_tui.thai.clusters import boundaries, clusters
from ita_tui.thai.text import clean
from ita_tui.ui.widgets.thai.document import ThaiWrappedDocument
from ita_tui.ui.widgets.thai.fields import ThaiInput, ThaiTextArea
from tests.thai.sentences import SENTENCES
from tests.ui_thai.kept import Kept, settled

THAI = "".join(map(chr, [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)]))
MARKS_AND_SOME = "กนำาเแ่้ีุ์ํ็ ๑1aA.()\u200b"
TEXTS = st.one_of(
    st.text(THAI, max_size=12), st.text(MARKS_AND_SOME, max_size=12), st.sampled_from([each[:40] for each in SENTENCES])
)
KEYS = st.sampled_from([
    "backspace", "delete", "left", "right", "ctrl+left", "ctrl+right", "ctrl+w", "ctrl+delete", "home", "end", "enter",
    "shift+left", "shift+right", "up", "down", "ctrl+k", "ctrl+u", "ctrl+a", "ctrl+y", "ctrl+z",
])
EXAMPLES = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def kept() -> Iterator[Kept]:
    with Kept() as app:
        yield app


async def keys(kept: Kept, *names: str) -> None:
    """Presses keys at once; a single character is itself."""
    for name in names:
        key, sent = (_character_to_key(name), name) if len(name) == 1 else (name, None)
        kept.app.post_message(events.Key(key, sent))
    await settled(kept.app)


async def start(kept: Kept, text: str) -> None:
    kept.app.editor.load_text(text)
    kept.app.editor.focus()
    await settled(kept.app)


def clean_everywhere(text: str) -> bool:
    return clean(text) == text


@given(text=TEXTS)
@EXAMPLES
def test_typing_any_text_key_by_key_gives_that_text(kept: Kept, text: str) -> None:
    typeable = "".join(character for character in text if character.isprintable())

    async def example() -> None:
        await start(kept, "")
        await keys(kept, *typeable)
        assert kept.app.editor.text == clean(typeable)
        assert kept.app.editor.cursor_location == kept.app.editor.document.end
        kept.app.line.value = ""
        kept.app.line.focus()
        await keys(kept, *typeable)
        assert kept.app.line.value == clean(typeable)

    kept.run(example())


ACTS = st.lists(st.one_of(KEYS, TEXTS.map(lambda text: f"paste {text}"), TEXTS), max_size=10)


async def act(kept: Kept, acts: list[str]) -> None:
    for each in acts:
        if each.startswith("paste "):
            kept.app.post_message(events.Paste(each.removeprefix("paste ")))
            await settled(kept.app)
        elif each.isascii() and len(each) > 1:
            await keys(kept, each)
        else:
            await keys(kept, *(character for character in each if character.isprintable()))


@given(text=st.sampled_from(["", "\n".join(SENTENCES[:2]), SENTENCES[2]]), column=st.integers(0, 60), acts=ACTS)
@EXAMPLES
def test_undo_after_any_edits_gives_the_text_back_and_redo_gives_the_edits_again(
    kept: Kept, text: str, column: int, acts: list[str]
) -> None:
    async def example() -> None:
        editor = kept.app.editor
        await start(kept, text)
        editor.move_cursor((0, column))
        await act(kept, acts)
        changed = editor.text
        assert clean_everywhere(changed)
        while editor.history.redo_stack:
            editor.action_redo()
        done = editor.text
        while editor.history.undo_stack:
            editor.action_undo()
            anew = ThaiWrappedDocument(editor.document, editor.wrap_width)
            assert editor.wrapped_document._wrap_offsets == anew._wrap_offsets
        assert editor.text == text
        while editor.history.redo_stack:
            editor.action_redo()
        assert editor.text == done

    kept.run(example())


@given(acts=ACTS)
@EXAMPLES
def test_undo_in_a_line_gives_back_what_stood_in_it(kept: Kept, acts: list[str]) -> None:
    async def example() -> None:
        line = kept.app.line
        line.value = SENTENCES[2]
        line.focus()
        await act(kept, [each for each in acts if each != "enter"])
        assert clean_everywhere(line.value)
        while line.check_action("redo", ()):
            line.action_redo()
        done = line.value
        while line.check_action("undo", ()):
            line.action_undo()
        assert line.value == SENTENCES[2]
        while line.check_action("redo", ()):
            line.action_redo()
        assert line.value == done

    kept.run(example())


@given(text=TEXTS.filter(bool), steps=st.integers(1, 6), data=st.data())
@EXAMPLES
def test_right_then_left_comes_back_and_each_step_is_one_cluster(
    kept: Kept, text: str, steps: int, data: st.DataObject
) -> None:
    cleaned = clean(text)
    edges = boundaries(cleaned)
    at = data.draw(st.integers(0, len(edges) - 1))

    async def example() -> None:
        steps_there = min(steps, len(edges) - 1 - at)
        for widget in (kept.app.editor, kept.app.line):
            await stand(kept, widget, cleaned, edges[at])
            await keys(kept, *["right"] * steps_there)
            assert place(widget) == len("".join(clusters(cleaned)[: at + steps_there]))
            await keys(kept, *["left"] * steps_there)
            assert place(widget) == edges[at]

    kept.run(example())


async def stand(kept: Kept, widget: ThaiTextArea | ThaiInput, text: str, column: int) -> None:
    """Puts a text into a widget that has the focus, and the cursor at a column."""
    widget.focus()
    await settled(kept.app)
    if isinstance(widget, ThaiInput):
        widget.value = text
        widget.cursor_position = column
    else:
        widget.load_text(text)
        widget.move_cursor((0, column))


def place(widget: ThaiTextArea | ThaiInput) -> int:
    """Returns the column of the cursor."""
    return widget.cursor_position if isinstance(widget, ThaiInput) else widget.cursor_location[1]
