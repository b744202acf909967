"""Hooks in place, no names left over from another test."""

import pytest

from ita_tui.thai.words import forget_names
from ita_tui.ui.widgets.thai import hooks as thai_hooks


@pytest.fixture(autouse=True)
def thai_installed() -> None:
    thai_hooks.install()
    forget_names()
