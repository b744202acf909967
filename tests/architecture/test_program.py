"""Screens know the program by what they may ask of it, not by its class: nothing imports in a circle for it."""

from __future__ import annotations

from ita_tui.ui.app import ItaApp
from ita_tui.ui.program import Program


def _as_screens_know_it(app: ItaApp) -> Program:
    return app  # whether it is one, in names and types, mypy says


def test_the_app_is_all_that_its_screens_ask_for() -> None:
    asked = {name for name in {*vars(Program), *Program.__annotations__} if not name.startswith("_")}
    assert asked > {"office", "undo", "enter_room"}
    known = {*dir(ItaApp), "office", "documents_folder"}  # these two it gets as it is made
    assert asked - known == set()
