"""A list whose lines are ticked and unticked by Space or a click; the mark says it, not the colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ita_tui.ui.widgets.hanging import Hanging
from ita_tui.ui.widgets.walk_list import WalkList


@dataclass(frozen=True, slots=True)
class Tick:
    """One line: its id, its words, and whether it is ticked."""

    id: str
    words: str
    on: bool = True


class TickList(WalkList):
    """Lines with a tick before them; `yes` and `no` are the marks."""

    BINDINGS = [Binding("space", "select", "สลับ", show=False)]

    class Changed(Message):
        """A line was ticked or unticked."""

    def __init__(self, ticks: Sequence[Tick], *, yes: str = "✓", no: str = "✗", id: str | None = None) -> None:  # noqa: A002
        self._ticks = {tick.id: tick for tick in ticks}
        self._marks = (no, yes)
        super().__init__(*(Option(self._line(tick)) for tick in ticks), id=id, markup=False)

    @property
    def ticked(self) -> frozenset[str]:
        """Return the ids of the ticked lines."""
        return frozenset(tick.id for tick in self._ticks.values() if tick.on)

    @property
    def highlighted_id(self) -> str:
        """Return the id of the highlighted line; empty where the list is."""
        return "" if self.highlighted is None else list(self._ticks)[self.highlighted]

    def put(self, tick: Tick) -> None:
        """Show a line anew, or a new one at the end, which is highlighted then."""
        is_new = tick.id not in self._ticks
        self._ticks[tick.id] = tick
        if is_new:
            self.add_option(Option(self._line(tick)))
            self.highlighted = len(self._ticks) - 1
        else:
            self.replace_option_prompt_at_index(list(self._ticks).index(tick.id), self._line(tick))

    @on(OptionList.OptionSelected)
    def flip(self, event: OptionList.OptionSelected) -> None:
        """Tick or untick a line."""
        event.stop()
        old = list(self._ticks.values())[event.option_index]
        self._ticks[old.id] = Tick(old.id, old.words, not old.on)
        self.replace_option_prompt_at_index(event.option_index, self._line(self._ticks[old.id]))
        self.post_message(self.Changed())

    def _line(self, tick: Tick) -> Hanging:
        mark = Content.styled(self._marks[tick.on], "$success bold" if tick.on else "$error bold")
        words = Content(tick.words) if tick.on else Content.styled(tick.words, "$text-muted")
        return Hanging((Content.assemble(mark, " "), words))
