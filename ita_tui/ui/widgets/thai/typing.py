"""What every Thai text widget does with a key: acts in order, and spells what is typed in the one right order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from ita_tui.thai.clusters import cluster_end, next_boundary, previous_boundary
from ita_tui.thai.text import clean
from ita_tui.ui import keys
from ita_tui.ui.layout_keys import latin_keys

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget as _Mixed
else:
    _Mixed = object  # a second Widget among the bases would hide the styles of the first

def field_bindings(stock: Sequence[BindingType], own: Sequence[BindingType]) -> list[BindingType]:
    """What a field binds: its own table, and of the stock ones those keys that no table of the program holds."""
    kept: list[BindingType] = [*own]
    for binding in stock:
        assert isinstance(binding, Binding)
        free = ",".join(key for key in binding.key.split(",") if not keys.fields_give_up(key))
        if free:
            kept.append(replace(binding, key=free))
    return kept


_UNREADABLE = "\ufffd"
"""What an invalid byte on the input arrives as."""


def mended(before: str, typed: str, after: str = "") -> tuple[int, str, int]:
    """What a change makes of the clusters around it: how much of `before` goes, what comes, how much of `after` goes.

    Vowel and tone typed in the wrong order, `เ` twice and `ํ` with `า` become the one right spelling.
    """
    start, end, right = len(before), 0, typed
    while True:  # what is mended may in turn touch the next cluster
        left, on = previous_boundary(before, start), next_boundary(after, next_boundary(after, end))
        whole = before[left:start] + right + after[end:on]
        cleaned = clean(whole)
        if cleaned == whole:
            break
        start, end, right = left, on, cleaned
    while end and right.endswith(last := after[previous_boundary(after, end) : end]):
        right, end = right[: len(right) - len(last)], end - len(last)
    while start < len(before) and right.startswith(first := before[start : next_boundary(before, start)]):
        right, start = right[len(first) :], start + len(first)
    kept = before[:start] + right
    joined = cluster_end(kept + after[end:], len(kept)) - len(kept)
    right, end = right + after[end : end + joined], end + joined  # marks that stood alone: the cursor goes behind them
    return len(before) - start, right, end


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
