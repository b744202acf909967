"""Keys act in the order they were pressed, also when the terminal sends them faster than a dialog opens."""

from __future__ import annotations

import asyncio

import pytest
from textual import events, work
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.keys import _character_to_key
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from ita_tui.ui import key_order
from ita_tui.ui.key_order import ACTS, KeysInOrder


class Question(ModalScreen[str]):
    def compose(self) -> ComposeResult:
        yield Input()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class Fields(Screen[None]):
    """Two fields, and a key that takes its time, asks a question, and takes its time again."""

    BINDINGS = [Binding("f2", "ask", "", priority=True)]  # noqa: RUF012
    answer: str | None = ""

    def compose(self) -> ComposeResult:
        yield Input(id="first")
        yield Input(id="second")

    def action_ask(self) -> None:
        self._ask()

    @work(group=ACTS)
    async def _ask(self) -> None:
        await asyncio.sleep(0.05)
        self.answer = await self.app.push_screen_wait(Question())
        await asyncio.sleep(0.05)
        self.query_one("#second", Input).focus()


class Form(KeysInOrder, App[None]):
    def __init__(self, fields: type[Fields] = Fields) -> None:
        super().__init__()
        self.fields = fields()

    def on_mount(self) -> None:
        self.push_screen(self.fields)


def press_at_once(app: App[None], *keys: str) -> None:
    for key in keys:
        single = len(key) == 1
        app.post_message(events.Key(_character_to_key(key) if single else key, key if single else None))


async def test_what_is_typed_after_tab_goes_to_the_next_field() -> None:
    app = Form()
    async with app.run_test() as pilot:
        await pilot.pause()
        press_at_once(app, *"one", "tab", *"two")
        await pilot.pause(0.3)
        assert app.fields.query_one("#first", Input).value == "one"
        assert app.fields.query_one("#second", Input).value == "two"


async def test_what_is_typed_behind_a_question_goes_into_it_and_what_comes_after_it_does_too() -> None:
    app = Form()
    async with app.run_test() as pilot:
        await pilot.pause()
        press_at_once(app, *"one", "f2", *"yes", "enter", *"two")
        await pilot.pause(1)
        assert app.fields.answer == "yes"
        assert app.fields.query_one("#first", Input).value == "one"
        assert app.fields.query_one("#second", Input).value == "two"


async def test_something_that_never_ends_holds_the_keys_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_order, "_PATIENCE", 40)

    class Stuck(Fields):
        @work(group=ACTS)
        async def _ask(self) -> None:
            await asyncio.sleep(60)

    app = Form(Stuck)
    async with app.run_test() as pilot:
        press_at_once(app, "f2", *"one")
        async with asyncio.timeout(20):
            while app.fields.query_one("#first", Input).value != "one":
                await pilot.pause(0.1)
