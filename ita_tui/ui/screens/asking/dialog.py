"""What all dialogs share: a titled box in the middle, Esc leaves without a change, an error keeps it open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from ita_tui.errors import ItaError
from ita_tui.ui import keys
from ita_tui.ui.widgets.keys_footer import KeysFooter

Answer = TypeVar("Answer")
Other = TypeVar("Other")


class Dialog(ModalScreen[Answer | None]):
    """A box with a title; its answer is None when she leaves it."""

    BINDINGS = keys.DIALOG
    TITLE_TEXT = ""
    WRITES: ClassVar[bool] = False
    """Whether its answer changes data, so that a window that only reads does not ask."""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(self.TITLE_TEXT)
            yield from self.compose_body()
            yield Static("", id="problem")
        yield KeysFooter()

    def compose_body(self) -> ComposeResult:
        """Yield what the box holds."""
        yield from ()

    @property
    def holds_answers(self) -> bool:
        """Tell whether something was typed that leaving would lose."""
        return False

    def runs(self, action: str) -> bool:
        """Run an action of the whole program as this box understands it; return whether it does."""
        del action
        return False

    def action_cancel(self) -> None:
        """Leave without a change."""
        self.dismiss(None)

    def refuse(self, message: str, hint: str = "") -> None:
        """Say inside the box why it cannot be taken; nothing typed is cleared and the focus stays."""
        self.query_one("#problem", Static).update(Content(f"{message} {hint}".strip()))
        self.app.bell()

    async def ask(self, question: Screen[Other | None]) -> Other | None:
        """Show another dialog in front of this one and return its answer; None also where this one is not in front."""
        return await self.app.push_screen_wait(question) if self.app.screen is self else None

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Say inside the box what an act refused; what was said before goes as it begins."""
        self.query_one("#problem", Static).update("")
        try:
            yield
        except ItaError as error:
            self.refuse(error.message, error.hint)
