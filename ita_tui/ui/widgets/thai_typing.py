"""What every Thai text widget does with a key: acts in order, and spells what is typed in the one right order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.thai.clusters import previous_boundary
from ita_tui.thai.text import clean
from ita_tui.ui.layout_keys import latin_keys

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget as _Mixed
else:
    _Mixed = object  # a second Widget among the bases would hide the styles of the first

_UNREADABLE = "\ufffd"
"""What an invalid byte on the input arrives as."""


def joined(before: str, typed: str) -> tuple[int, str]:
    """What typing makes of the cluster it follows: how many code points of `before` go, and what comes.

    Vowel and tone typed in the wrong order, `เ` twice and `ํ` with `า` become the one right spelling.
    """
    last = before[previous_boundary(before, len(before)) :]
    mended = clean(last + typed)
    return (0, typed) if mended == last + typed else (len(last), mended)


class OwnKeysFirst(_Mixed):
    """A text widget that acts on its own editing keys at once.

    A stock widget lets them go up to the app and come back as an action. When the terminal sends several keys
    at a time, letters typed after Backspace would be in the text before it acts.
    """

    async def _on_key(self, event: events.Key) -> None:
        """Textual calls the stock handler after this one, unless its default is prevented."""
        if event.character == _UNREADABLE or (not event.is_printable and await self._act(event.key)):
            event.stop()
            event.prevent_default()

    async def _act(self, key: str) -> bool:
        for name in (key, *latin_keys(key)):
            for binding in self._bindings.key_to_bindings.get(name, ()):
                if await self.app.run_action(binding.action, self):
                    return True
        return False
