"""The menu behind Esc: every key of the screen below it, walked by arrows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ita_tui.ui.screens.dialog import Dialog

_COLUMN = 26


class MenuScreen(Dialog[str]):
    """Answers with the action that was chosen."""

    TITLE_TEXT = "เมนู"

    def __init__(self, bindings: Sequence[Binding]) -> None:
        super().__init__()
        self._bindings_shown = [each for each in bindings if each.action != "menu"]

    def compose_body(self) -> ComposeResult:
        yield OptionList(
            *(Option(_line(each), id=str(number)) for number, each in enumerate(self._bindings_shown)), markup=False
        )

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Answer with the chosen action."""
        self.dismiss(self._bindings_shown[event.option_index].action)


def _line(binding: Binding) -> Content:
    gap = " " * max(1, _COLUMN - cell_len(binding.description))
    return Content.assemble(
        Content.styled(f"{binding.key_display or '':<10}", "$accent bold"), binding.description, gap,
        Content.styled(binding.tooltip, "$text-muted"),
    )
