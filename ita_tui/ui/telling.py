"""The one place where an error of ours becomes words on the screen; focus and typed text stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ita_tui.errors import ItaError

if TYPE_CHECKING:
    from textual.app import App


def tell(app: App[None], error: ItaError) -> None:
    """Show what happened, why, and what to do, as plain text."""
    app.bell()
    app.notify(error.hint or " ", title=error.message, severity="error", timeout=8, markup=False)


def attempt(app: App[None], act: Callable[[], object]) -> bool:
    """Do something the rules may refuse; tell the refusal and return whether it was done."""
    try:
        act()
    except ItaError as error:
        tell(app, error)
        return False
    return True
