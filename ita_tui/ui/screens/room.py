"""What the screens of the program share: the app by its own type, breakpoints, and a help topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from ita_tui.ui.app import ItaApp


class RoomScreen(Screen[None]):
    """A whole screen of the program."""

    HELP_TOPIC: ClassVar[str]
    """Stem of its text in ui/help."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]

    @property
    def program(self) -> ItaApp:
        """Return the app, by its own type."""
        return cast("ItaApp", self.app)
