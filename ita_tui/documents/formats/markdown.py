"""Blocks → Markdown, for mail, chat and version control."""

from __future__ import annotations

import re

from ita_tui.documents import marks, templating
from ita_tui.documents.blocks import Paper, as_data

_BLANK_LINES = re.compile(r"\n{3,}")


def render(paper: Paper) -> bytes:
    """Return a finished paper as Markdown (CommonMark with tables) in UTF-8."""
    data = {**as_data(paper), "mark": marks.blank_mark()}
    text = templating.render_file("md/paper.md.j2", data, escape_markup=False)
    return marks.seal(_BLANK_LINES.sub("\n\n", text).encode())
