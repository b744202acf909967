"""Ctrl+P: every key of the screen below and every meeting, found by words in either keyboard layout.

Textual's own palette is not used: it speaks English where nothing is found, and does not fold Thai or read a Thai
word typed with the keyboard in Latin mode.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ita_tui.thai.fold import fold
from ita_tui.ui import keys
from ita_tui.ui.layout_keys import in_thai_layout
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.screens.menu import key_line
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.widgets.thai import ThaiInput


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: its words, what more is to be known of it, and the action that does it."""

    words: str
    more: str
    action: str
    key: str = ""


class PaletteScreen(Dialog[str]):
    """Answers with the action of what was chosen."""

    TITLE_TEXT = "ค้นหาคำสั่ง"
    HELP_TOPIC = "palette"

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = self._shown = tuple(commands)

    def compose_body(self) -> ComposeResult:
        yield ThaiInput(placeholder="พิมพ์สิ่งที่ต้องการทำ หรือครั้งที่ประชุม", id="filter", compact=True)
        yield OptionList(markup=False, id="commands")

    def on_mount(self) -> None:
        self._fill()

    @on(Input.Changed, "#filter")
    def narrow(self, event: Input.Changed) -> None:
        """Show only what holds all the words."""
        self._shown = tuple(each for each in self._commands if matches(each, event.value))
        self._fill()

    @on(Input.Submitted, "#filter")
    def take_highlighted(self) -> None:
        """Answer with the highlighted command."""
        commands = self.query_one("#commands", OptionList)
        if commands.highlighted is None:
            self.refuse("ไม่พบคำสั่งที่ตรงกับคำค้น", "ลบคำค้นหรือพิมพ์ใหม่")
        else:
            self.dismiss(self._shown[commands.highlighted].action)

    @on(OptionList.OptionSelected, "#commands")
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        """Answer with the command clicked."""
        self.dismiss(self._shown[event.option_index].action)

    def on_key(self, event: events.Key) -> None:
        """Walk the list by arrows while the letters go to the filter."""
        commands = self.query_one("#commands", OptionList)
        if event.key in ("up", "down") and commands.option_count:
            event.stop()
            event.prevent_default()
            commands.action_cursor_up() if event.key == "up" else commands.action_cursor_down()

    def _fill(self) -> None:
        commands = self.query_one("#commands", OptionList)
        commands.set_options(Option(key_line(each.key, each.words, each.more)) for each in self._shown)
        commands.highlighted = 0 if self._shown else None


def commands_of(screen: RoomScreen) -> list[Command]:
    """Return what can be done on a screen: its keys that work now, those of every screen, and its meetings."""
    rows = keys.rows(type(screen).BINDINGS, keys.APP)
    active = {each.binding.action for each in screen.active_bindings.values() if each.enabled}
    found = [
        Command(each.description, each.tooltip, each.action, each.key_display or "")
        for each in rows if each.action in active and each.action != "screen.palette"
    ]
    return [*found, *(Command(*each) for each in screen.places())]


def matches(command: Command, typed: str) -> bool:
    """Tell whether a command holds all words typed, in either keyboard layout and either digits."""
    sought = fold(f"{command.words} {command.more} {command.key}")
    return any(
        all(fold(word) in sought for word in words.split()) for words in (typed, in_thai_layout(typed))
    )
