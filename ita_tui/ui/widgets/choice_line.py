"""One of a few choices on one line: arrows or a click go through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class ChoiceLine(Widget, can_focus=True):
    """Shows the chosen words between arrows; `value` is the code of the choice."""

    BINDINGS = [
        Binding("left", "step(-1)", "ก่อนหน้า", show=False),
        Binding("right,space", "step(1)", "ถัดไป", show=False),
    ]
    DEFAULT_CSS = """
    ChoiceLine { height: 1; background: $panel; padding: 0 1; margin: 0 1 1 0; }
    ChoiceLine:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """Another choice was made."""

        choice: ChoiceLine

        @property
        def control(self) -> ChoiceLine:
            """Return the line."""
            return self.choice

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = dict(choices)
        self.set_reactive(ChoiceLine.value, value if value in self._words else choices[0][0])

    def render(self) -> Content:
        """Return the chosen words."""
        arrow = "$accent"
        return Content.assemble(
            Content.styled("◂ ", arrow), Content(self._words[self.value]), Content.styled(" ▸", arrow)
        )

    def watch_value(self) -> None:
        """Tell that another choice was made."""
        self.post_message(self.Changed(self))

    def action_step(self, step: int) -> None:
        """Go to the next or previous choice, round at the ends."""
        codes = list(self._words)
        self.value = codes[(codes.index(self.value) + step) % len(codes)]

    def on_click(self) -> None:
        """Go to the next choice."""
        self.action_step(1)
