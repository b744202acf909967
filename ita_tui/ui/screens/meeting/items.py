"""The box that asks for an item of the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ita_tui.domain.agenda import Numbered
from ita_tui.thai.digits import thai_digits_in_text
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen


def item_chooser(title: str, stops: Iterable[Numbered], asides: Mapping[str, str] | None = None) -> ChooseScreen:
    """Return the box that asks for one of some items; `asides` is what is told beside some of them, by id."""
    choices = [
        Choice(item.id, thai_digits_in_text(f"{number} {item.title}"), (asides or {}).get(item.id, ""))
        for number, item in stops
    ]
    return ChooseScreen(title, choices, placeholder="พิมพ์เลขวาระหรือชื่อเพื่อค้นหา")
