"""What is being typed in a field: kept before it is confirmed, so that no crash takes it."""

from __future__ import annotations

from typing import Protocol

from ita_tui.domain.record import SECRETARIAT
from ita_tui.secretary.keeping.changes import Change, Keeper, Place


class DraftKeeper(Keeper, Protocol):
    """Keeps what is typed and gives it back."""

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""

    def typed_in(self, meeting_id: str) -> tuple[Place | None, str]:
        """Return what is typed and not confirmed under an id, and where."""


class Drafts:
    """What is typed on one screen about one of its items; there is at most one such text."""

    def __init__(self, keeper: DraftKeeper, where: str) -> None:
        """`where` names the screen and what it shows, e.g. `oit-` with the id of its meeting."""
        self._keeper = keeper
        self._id = where

    def note(self, item: str, field: str, text: str) -> None:
        """Keep what is being typed of a field of an item."""
        if not self._keeper.read_only:
            self._keeper.note(Place(self._id, item, field, SECRETARIAT), text, 0)

    def forget(self, field: str) -> None:
        """Forget what was being typed, once it was kept or left; nothing happens where nothing was."""
        _, text = self._keeper.typed_in(self._id)
        if text and not self._keeper.read_only:
            self._keeper.keep(Change("forget", self._id, clears=field))

    def left(self) -> tuple[str, str, str] | None:
        """Return item, field and text of what was being typed when the program ended; None where nothing was."""
        place, text = self._keeper.typed_in(self._id)
        return (place.item_id, place.statement_id, text) if place and text else None
