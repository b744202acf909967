"""One of a few choices in words: letters narrow them, Enter takes the highlighted one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from ita_tui.ui.screens.asking.pick import PickScreen
from ita_tui.ui.widgets.filter_list import Row

_WIDTH = 70
"""Cells of a line of the list."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list."""

    id: str
    words: str
    aside: str = ""
    """What stands behind the words, less loudly."""


class ChooseScreen(PickScreen):
    """Answers with the id of the chosen line; a question may stand above them."""

    def __init__(
        self, title: str, choices: Sequence[Choice], *, question: str = "", placeholder: str = "พิมพ์เพื่อค้นหา"
    ) -> None:
        rows = [Row(each.id, _line(each), (each.words, each.aside)) for each in choices]
        super().__init__(title, rows, placeholder, question=question)


def _line(choice: Choice) -> Content:
    aside = Content.styled(f"  {choice.aside}", "$text-muted") if choice.aside else Content("")
    return Content.assemble(Content(choice.words), aside).truncate(_WIDTH, ellipsis=True)
