"""What the terminal said before the program had it: keys pressed while it started, and how it draws Thai."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser

if TYPE_CHECKING:
    from textual.app import App

    _Base = App[Any]
else:
    _Base = object


class StartedInTerminal(_Base):
    """Mixin for the App, before App in its bases."""

    typed_before = b""
    """Keys as the terminal sent them; they act first."""
    advice_on_terminal = ""
    """What to tell once about the terminal."""

    def on_ready(self) -> None:
        """Take the keys, and give the advice."""
        text = codecs.decode(self.typed_before, "utf-8", errors="replace")
        for event in XTermParser().feed(text) if text else ():
            if isinstance(event, events.Key):
                self.post_message(event)
        if self.advice_on_terminal:
            self.notify(self.advice_on_terminal, title="โปรดทราบ", severity="warning", timeout=20, markup=False)
