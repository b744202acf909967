"""What is usually typed into a field: the rest of what was begun is offered, a whole cluster at a time."""

from __future__ import annotations

from collections.abc import Sequence

from textual.suggester import Suggester

from ita_tui.thai.clusters import cluster_start


class KnownWords(Suggester):
    """Offers the first known word that goes on where the typed one ends; never one whose next mark it would part."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        """Return a word that begins with what was typed, or None."""
        at = len(value)
        return next((each for each in self._words if each.startswith(value) and cluster_start(each, at) == at), None)
