"""Blocks → one self-contained HTML page, for publishing on the body's website."""

from __future__ import annotations

from ita_tui.documents import marks, templating
from ita_tui.documents.blocks import Paper, as_data


def render(paper: Paper) -> bytes:
    """Return a finished paper as an HTML page in UTF-8."""
    data = {**as_data(paper), "mark": marks.blank_mark()}
    return marks.seal(templating.render_file("html/paper.html.j2", data, escape_markup=True).encode())
