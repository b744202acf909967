"""What every program of ours on the screen shares: Thai, keys in order and by position, two looks, help in Thai."""

from __future__ import annotations

import gc
from pathlib import Path, PurePath
from typing import TypeVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding
from textual.notifications import Notify
from textual.widgets._toast import ToastHolder

from ita_tui.domain.settings import Look
from ita_tui.errors import ItaError
from ita_tui.ui import keys, theme
from ita_tui.ui.crash import last_words
from ita_tui.ui.key_order import KeysInOrder
from ita_tui.ui.layout_keys import PositionKeys
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.started_in import StartedInTerminal
from ita_tui.ui.telling import tell
from ita_tui.ui.widgets.thai import hooks as thai_hooks

Result = TypeVar("Result")

_SCREENS = Path(__file__).parent / "screens"
_STYLES: list[str | PurePath] = [
    _SCREENS / f"{name}.tcss"
    for name in (
        "office/home", "meeting/live", "asking/dialog", "oit/review", "making", "find", "office/welcome",
        "office/rows", "results/year", "results/entry", "results/analysis",
    )
]


class ShellApp(StartedInTerminal, KeysInOrder, PositionKeys, App[Result]):
    """A program on the screen, whatever it shows."""

    TITLE = "ita-tui"
    BINDINGS = keys.APP
    CSS = """
    ToastRack { dock: top; align: right top; margin: 2 0 0 0; }
    Dialog.-low ToastRack { margin: 0; }
    Toast { width: auto; max-width: 75%; padding: 0 1; margin: 0 0 1 0; background: $panel; }
    """  # below the header and the line of the item, or above a box: what is typed and the keys stay in sight
    CSS_PATH = _STYLES  # all at once: a screen's own would be parsed as it opens
    ENABLE_COMMAND_PALETTE = False  # the palette is a screen of ours, in Thai

    def __init__(self) -> None:
        thai_hooks.install()
        super().__init__()
        for look in (theme.LIGHT, theme.DARK):
            self.register_theme(look)
        self.theme = theme.LIGHT.name

    @property
    def look(self) -> Look:
        """Return how the screen is coloured."""
        return Look.LIGHT if self.theme == theme.LIGHT.name else Look.DARK

    def look_like(self, look: Look) -> None:
        """Colour the screen."""
        self.theme = (theme.LIGHT if look is Look.LIGHT else theme.DARK).name

    def tell(self, error: ItaError) -> None:
        """Show an error as words."""
        tell(self, error)

    def _on_notify(self, event: Notify) -> None:
        """Let what is said again take the place of what was said before; the stock handler then shows it."""
        new = event.notification
        for old in list(self._notifications):
            if (old.title, old.message, old.severity) == (new.title, new.message, new.severity):
                self._unnotify(old, refresh=False)
                for holder in self.screen.query(ToastHolder):  # an empty one would keep its lines
                    if holder.id and holder.id.endswith(old.identity):
                        holder.remove()

    def asks_first(self) -> bool:
        """Let a dialog that holds answers ask before the program goes; return whether it does."""
        dialog = self.screen
        if not isinstance(dialog, Dialog) or not dialog.holds_answers:
            return False
        dialog.action_cancel()
        return True

    def on_ready(self) -> None:
        """Keep the collector from stopping the keyboard: looking through all modules and widgets takes 50 ms."""
        gc.freeze()
        gc.set_threshold(10_000, 20, 1000)
        gc.enable()

    def crash_words(self, error: Exception) -> str:
        """Return what is said in the terminal after an error nobody foresaw."""
        return last_words(None, saved=False)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a sentence; a test sees the error itself."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self._return_code = 1
        words = self.crash_words(error)
        if not self._exit_renderables:
            self._exit_renderables.append(Text(words))
        self._close_messages_no_wait()

    # --- keys -------------------------------------------------------------------------------------------

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as it is written on the keyboard."""
        return binding.key_display or keys.shown(binding.key)

    def action_help(self) -> None:
        """Explain the present screen and its keys."""
        from ita_tui.ui.screens.help import HelpScreen  # noqa: PLC0415 - the first screen need not wait for it

        if isinstance(self.screen, Dialog) and self.screen.runs("app.help"):
            return
        if not isinstance(self.screen, HelpScreen):
            topic = getattr(self.screen, "HELP_TOPIC", "dialog")
            self.push_screen(HelpScreen(topic, self.working_keys()))

    def working_keys(self) -> list[Binding]:
        """Return the keys that do something on the screen in front as it stands, its own first."""
        return [each for each in keys.rows(type(self.screen).BINDINGS, keys.APP) if self._works(each)]

    def _works(self, binding: Binding) -> bool:
        action = binding.action.partition("(")[0]
        return "." in action or self.screen.check_action(action, ()) is True

    def action_help_quit(self) -> None:
        """Say which key ends the program; stock Textual says it in English."""
        self.notify("กด Ctrl+Q เพื่อบันทึกและออกจากโปรแกรม", markup=False)

    def action_toggle_theme(self) -> None:
        """Change between light and dark."""
        self.look_like(Look.DARK if self.look is Look.LIGHT else Look.LIGHT)
