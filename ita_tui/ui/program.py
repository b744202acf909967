"""The program as its screens know it: the office they show, and the few things that only the whole can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from textual.binding import Binding

from ita_tui.domain.settings import Look
from ita_tui.domain.years import BEYear
from ita_tui.errors import ItaError
from ita_tui.secretary.keeping.office import Office


@dataclass(frozen=True, slots=True)
class SaveWords:
    """What the header says about saving."""

    text: str = ""
    trouble: bool = False


class Program(Protocol):
    """What a screen may ask of the program it is part of."""

    office: Office
    documents_folder: Path
    save_state: SaveWords

    @property
    def read_only(self) -> bool:
        """Tell whether another window holds the folder."""

    def now(self) -> datetime:
        """Return naive local time."""

    def tell(self, error: ItaError) -> None:
        """Show an error as words."""

    def look_like(self, look: Look) -> None:
        """Colour the screen."""

    def working_keys(self) -> Sequence[Binding]:
        """Return the keys that work on the screen in front."""

    def enter_room(self, meeting_id: str, *, begin: bool = False) -> None:
        """Go into a meeting, to the place where writing stopped; `begin` opens it at once."""

    async def open_another(self) -> None:
        """Let go of this data and have another set chosen."""

    async def bring_back(self) -> bool:
        """Bring back the meeting that was deleted last."""

    async def undo(self, meeting_id: str) -> bool:
        """Take back the last confirmed act of a meeting."""

    async def undo_in_body(self) -> bool:
        """Take back the last change of body, committee or settings."""

    async def undo_in_year(self, year: BEYear) -> bool:
        """Take back the last change of a year's results."""
