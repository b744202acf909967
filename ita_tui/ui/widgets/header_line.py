"""One line at the top: what this is at the left, how it stands at the right."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class HeaderLine(Widget):
    """A title and a state on one line; where both do not fit, a shorter title stands there, then one that is cut."""

    DEFAULT_CSS = """
    HeaderLine { height: 1; background: $primary; color: $background; text-style: bold; padding: 0 1; }
    HeaderLine.-trouble { background: $error; }
    """

    left: reactive[str] = reactive("")
    short: reactive[str] = reactive("")
    """Stands in the place of the title where that does not fit; empty for none."""
    right: reactive[str] = reactive("")

    def __init__(self, left: str = "", right: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(HeaderLine.left, left)
        self.set_reactive(HeaderLine.right, right)

    def render(self) -> Content:
        """Return the line, exactly as wide as the widget."""
        width = self.size.width
        right = Content(self.right)
        room = max(0, width - cell_len(self.right) - 1)
        title = self.short if self.short and cell_len(self.left) > room else self.left
        left = Content(title).truncate(room, ellipsis=True)
        gap = max(0, width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)
