"""The agenda at the left: where we are, what is done, what is still to come."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from ita_tui.domain.agenda import Numbered
from ita_tui.thai.digits import thai_digits


class AgendaLine(Widget):
    """One numbered item with a hanging indent; a click goes there."""

    DEFAULT_CSS = """
    AgendaLine { layout: horizontal; height: auto; padding: 0 1; color: $text-muted; }
    AgendaLine.-here { background: $block-cursor-background; color: $primary; text-style: bold; }
    AgendaLine.-done { color: $success; }
    AgendaLine .mark { width: 2; }
    AgendaLine .number { width: 4; }
    AgendaLine.-sub .number { width: 5; }
    AgendaLine.-sub { padding: 0 1 0 3; }
    AgendaLine .title { width: 1fr; height: auto; }
    """

    @dataclass
    class Chosen(Message):
        """An item was clicked."""

        item_id: str

    def __init__(self, number: str, item_id: str, title: str, *, sub: bool) -> None:
        super().__init__(classes="-sub" if sub else "")
        self.item_id = item_id
        self._number, self._title = number, title

    def compose(self):  # type: ignore[no-untyped-def]
        yield Static("", classes="mark")
        yield Static(Content(thai_digits(self._number)), classes="number")
        yield Static(Content(self._title), classes="title")

    def show(self, *, here: bool, done: bool) -> None:
        """Mark the line as the present one, or as one with something written down."""
        self.set_class(here, "-here")
        self.set_class(done and not here, "-done")
        self.query_one(".mark", Static).update("▸" if here else "✓" if done else "·")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Chosen(self.item_id))


class AgendaPanel(VerticalScroll, can_focus=False):
    """All items with their generated numbers."""

    DEFAULT_CSS = """
    AgendaPanel {
        width: 30; padding: 1 0; background: $background; border-right: solid $panel; scrollbar-size-vertical: 1;
    }
    AgendaPanel > .panel-title { padding: 0 1 1 1; color: $text-muted; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Numbered, ...] = ()

    async def show(self, rows: tuple[Numbered, ...], done: frozenset[str], here: str) -> None:
        """Show an agenda, which of its items hold something, and where we are."""
        if rows != self._rows:
            self._rows = rows
            await self.remove_children()
            await self.mount(
                Static("ระเบียบวาระ", classes="panel-title"),
                *(AgendaLine(number, item.id, item.title, sub=bool(item.parent_id)) for number, item in rows),
            )
        for line in self.query(AgendaLine):
            line.show(here=line.item_id == here, done=line.item_id in done)
            if line.item_id == here:
                line.scroll_visible(animate=False)
