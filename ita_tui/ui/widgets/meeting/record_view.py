"""What stands in the record of the present item, as paper will have it: speaker at the left, words at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry as it is shown."""

    id: str
    label: str
    role: str
    text: str
    is_resolution: bool = False
    being_edited: bool = False


class EntryView(HorizontalGroup):
    """One entry; a click asks to edit it."""

    DEFAULT_CSS = """
    EntryView { padding: 0 1 1 1; }
    EntryView > .who { width: 22; height: auto; color: $primary; padding-right: 1; }
    EntryView > .words { width: 1fr; height: auto; }
    EntryView.-resolution > Static { color: $success; text-style: bold; }
    EntryView.-edited { background: $block-cursor-blurred-background; }
    .-narrow EntryView > .who { width: 20; }
    """

    @dataclass
    class Chosen(Message):
        """An entry was clicked."""

        entry_id: str

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.shown = shown

    def compose(self):  # type: ignore[no-untyped-def]
        yield Static(classes="who")
        yield Static(classes="words")

    def on_mount(self) -> None:
        self.show(self.shown)

    def show(self, shown: Shown) -> None:
        """Show another state of the same entry."""
        self.shown = shown
        role = Content.styled(f"\n{shown.role}", "$text-muted") if shown.role else Content("")
        self.query_one(".who", Static).update(Content.assemble(Content(shown.label), role))
        self.query_one(".words", Static).update(Content(shown.text))
        self.set_class(shown.is_resolution, "-resolution")
        self.set_class(shown.being_edited, "-edited")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Chosen(self.shown.id))


class RecordView(VerticalScroll, can_focus=False):
    """The entries of one item; the newest stands at the bottom, next to the editor."""

    DEFAULT_CSS = """
    RecordView { height: 1fr; background: $background; padding: 1 0 0 0; }
    RecordView > #nothing { padding: 0 2; color: $text-muted; height: auto; }
    RecordView > #space { height: 1fr; }
    """

    def compose(self):  # type: ignore[no-untyped-def]
        yield Static("", id="space")
        yield Static("", id="nothing")

    async def show(self, entries: Sequence[Shown], when_empty: str) -> None:
        """Show entries, touching only those that changed."""
        self.query_one("#nothing", Static).update(Content(when_empty))
        self.query_one("#nothing").display = not entries
        old = {view.shown.id: view for view in self.query(EntryView)}
        wanted = {entry.id for entry in entries}
        for entry_id, view in old.items():
            if entry_id not in wanted:
                await view.remove()
        for entry in entries:
            if entry.id not in old:
                await self.mount(EntryView(entry))
            elif old[entry.id].shown != entry:
                old[entry.id].show(entry)
        self._in_order(entries)
        self.scroll_end(animate=False)

    def _in_order(self, entries: Sequence[Shown]) -> None:
        views = {view.shown.id: view for view in self.query(EntryView)}
        if [view.shown.id for view in self.query(EntryView)] == [entry.id for entry in entries]:
            return
        for entry in entries:
            self.move_child(views[entry.id], after=len(self.children) - 1)
