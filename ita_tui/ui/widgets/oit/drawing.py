"""Drawing lines of parts: what the table and the card of OIT items share, each line a strip of exact width."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ita_tui.ui.widgets.oit.lines import Look, Part


class PartsView(ScrollView, can_focus=True, inherit_bindings=False):
    """A view that scrolls up and down over lines of parts, with a style for each look."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "oit--cursor", "oit--band", *(f"oit--{look.value}" for look in Look),
    }
    DEFAULT_CSS = """
    PartsView {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-color: $secondary;
        scrollbar-background: $panel;
        & > .oit--band { background: $panel; }
        & > .oit--cursor { background: $block-cursor-blurred-background; text-style: bold; }
        &:focus > .oit--cursor { background: $block-cursor-background; text-style: bold; }
        & > .oit--muted { color: $text-muted; }
        & > .oit--name { text-style: bold; }
        & > .oit--group { color: $primary; text-style: bold; }
        & > .oit--done { color: $success; }
        & > .oit--halfway { color: $warning; }
        & > .oit--open { color: $error; }
        & > .oit--unset { color: $accent; text-style: bold; }
        & > .oit--here { color: $accent; }
    }
    """

    def base(self, ground: str = "") -> Style:
        """Return the style below a line: that of a component, or the widget's own."""
        return self.get_component_rich_style(f"oit--{ground}") if ground else self.rich_style

    def strip_of(self, parts: list[Part], base: Style) -> Strip:
        """Return a line as wide as the widget without its scrollbar; its parts must be that wide together."""
        segments = [
            Segment(text, base + self.get_component_rich_style(f"oit--{look.value}", partial=True))
            for text, look in parts
        ]
        return Strip(segments, self.line_width)

    @property
    def line_width(self) -> int:
        """Return the cells of a line: those that the scrollbar leaves."""
        return self.scrollable_content_region.width
