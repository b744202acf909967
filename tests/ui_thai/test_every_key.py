"""Every key of the program's tables, pressed while the keyboard is in Thai, in both ways in which terminals send keys.

New tables and new rows are covered without a word here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from ita_tui.ui import keys
from ita_tui.ui.key_order import KeysInOrder
from ita_tui.ui.layout_keys import PositionKeys
from ita_tui.ui.widgets.thai.fields import ThaiTextArea
from tests.ui_thai.kept import settled
from tests.ui_thai.terminal_keys import by_kitty, without_protocol


class Plain(Widget, can_focus=True):
    """A widget with no keys of its own."""


class Noting(Screen[None]):
    """A screen with a table of keys of which every action only notes its name."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield Plain()
        yield ThaiTextArea("ก")

    def action_note(self, name: str) -> None:
        self.noted.append(name)


def noting(table: list[BindingType]) -> Noting:
    """A screen of a class of its own: instances of one class share the lists of its keys."""
    rows = [each for each in table if isinstance(each, Binding)]
    bindings = [replace(each, action=f"screen.note('{each.id}')") for each in rows]
    screen: Noting = type("OneTable", (Noting,), {"BINDINGS": bindings})()
    return screen


class Pressed(KeysInOrder, PositionKeys, App[None], inherit_bindings=False):
    """An app that hears a terminal."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self._parser = XTermParser()
        self.hear("\x7f")  # Backspace, once, so that the terminal is known

    def hear(self, sent: str) -> list[events.Key]:
        """The keys that are read from what a terminal sends."""
        read = self._parser.feed(sent)
        return [event for event in read if isinstance(event, events.Key)]


def names(table: list[BindingType]) -> Iterator[tuple[str, Binding]]:
    for each in table:
        assert isinstance(each, Binding)
        for key in each.key.split(","):
            yield key, replace(each, key=key)


def pressed_in(widget: type[Widget], table: list[BindingType]) -> Iterator[tuple[str, Binding, str]]:
    """Each key that the screen has while a widget has the focus, its row of the table, and what a terminal sends."""
    for key, binding in names(table):
        typed_or_moves = not (binding.priority or keys.fields_give_up(key))
        if widget is Plain or not (typed_or_moves or table in (keys.EDITING, keys.EDITOR)):
            yield from ((key, binding, sent) for sent in (without_protocol(key), by_kitty(key)) if sent is not None)


async def test_every_key_of_every_table_fires_from_a_keyboard_in_thai() -> None:
    app = Pressed()
    async with app.run_test() as pilot:
        for name, table in keys.tables().items():
            screen = noting(table)
            await app.push_screen(screen)
            for widget in (Plain, ThaiTextArea):
                screen.query_one(widget).focus()
                await pilot.pause()
                for key, binding, sent in pressed_in(widget, table):
                    screen.noted.clear()
                    for event in app.hear(sent):
                        app.post_message(event)
                    await settled(app)
                    assert screen.noted == [binding.id], f"{key} of {name} sent as {sent!r} in {widget.__name__}"
            await app.pop_screen()
