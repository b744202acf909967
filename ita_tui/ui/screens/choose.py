"""One of a list: letters narrow it, Enter takes the highlighted one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ita_tui.thai.fold import fold
from ita_tui.ui.layout_keys import in_thai_layout
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.thai import ThaiInput

_WIDTH = 70
"""Cells of a line of the list."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list."""

    id: str
    words: str
    aside: str = ""
    """What stands behind the words, less loudly."""


class ChooseScreen(Dialog[str]):
    """Answers with the id of the chosen line."""

    def __init__(self, title: str, choices: Sequence[Choice], *, placeholder: str = "พิมพ์เพื่อค้นหา") -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._placeholder = placeholder
        self._choices = tuple(choices)
        self._shown = self._choices

    def compose_body(self) -> ComposeResult:
        yield ThaiInput(placeholder=self._placeholder, id="filter", compact=True)
        yield OptionList(markup=False, id="choices")

    def on_mount(self) -> None:
        self._fill()

    @on(Input.Changed, "#filter")
    def narrow(self, event: Input.Changed) -> None:
        """Show only lines that hold the letters, typed in either layout."""
        wanted = {fold(event.value), fold(in_thai_layout(event.value))}
        self._shown = tuple(
            each for each in self._choices if any(part in fold(f"{each.words} {each.aside}") for part in wanted)
        )
        self._fill()

    @on(Input.Submitted, "#filter")
    def take_highlighted(self) -> None:
        """Answer with the highlighted line."""
        at = self.query_one("#choices", OptionList).highlighted
        if at is None:
            self.refuse("ไม่พบรายการที่ตรงกับคำค้น", "ลบคำค้นหรือพิมพ์ใหม่")
        else:
            self.dismiss(self._shown[at].id)

    @on(OptionList.OptionSelected, "#choices")
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        """Answer with the clicked line."""
        self.dismiss(self._shown[event.option_index].id)

    def on_key(self, event: events.Key) -> None:
        """Walk the list by arrows while the letters go to the filter."""
        choices = self.query_one("#choices", OptionList)
        if event.key in ("up", "down") and choices.option_count:
            event.stop()
            event.prevent_default()
            choices.action_cursor_up() if event.key == "up" else choices.action_cursor_down()

    def _fill(self) -> None:
        choices = self.query_one("#choices", OptionList)
        choices.set_options(Option(_line(each)) for each in self._shown)
        choices.highlighted = 0 if self._shown else None


def _line(choice: Choice) -> Content:
    aside = Content.styled(f"  {choice.aside}", "$text-muted") if choice.aside else Content("")
    return Content.assemble(Content(choice.words), aside).truncate(_WIDTH, ellipsis=True)
