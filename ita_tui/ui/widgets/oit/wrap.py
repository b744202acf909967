"""Thai text over lines of a width in cells, broken between words where there are any."""

from __future__ import annotations

from rich.cells import cell_len

from ita_tui.thai.clusters import clusters
from ita_tui.thai.text import clean
from ita_tui.thai.words import breaks
from ita_tui.ui.widgets.oit.lines import fit


def wrapped(text: str, width: int, *, most: int = 0) -> list[str]:
    """Return a text in lines of at most `width` cells; where they would be more than `most`, the last ends in ….

    With `most` 0 there are as many as it takes. An empty text has no lines.
    """
    lines: list[str] = []
    rest = clean(text, multiline=False).strip()
    while rest and len(lines) != most - 1 and cell_len(rest) > max(1, width):
        end = _line_end(rest, max(1, width))
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest:
        lines.append(fit(rest, max(1, width)).rstrip())
    return lines


def _line_end(text: str, width: int) -> int:
    """Return how many code points fill a line: up to a break, else as many clusters as fit, at least one."""
    fitting = 0
    for cluster in clusters(text):
        if fitting and cell_len(text[: fitting + len(cluster)]) > width:
            break
        fitting += len(cluster)
    return max((end for end in breaks(text) if end <= fitting), default=fitting) or fitting
