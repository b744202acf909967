"""Blocks → PDF: the words as JSON data for the layout, which is made in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from ita_tui.documents import fonts
from ita_tui.documents.blocks import Paper, as_data
from ita_tui.documents.children import run_layout
from ita_tui.documents.cue import cue, pieces, words


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF and the characters that its font could not show (they stand in it as [U+0939])."""

    content: bytes
    unshown: tuple[str, ...] = ()


def render(paper: Paper) -> Pdf:
    """Lay a finished paper out as PDF; raise ExportError where that fails or takes too long."""
    data, unshown = prepared(paper)
    return Pdf(run_layout("ita_tui.documents.formats.pdf_layout", data, "เอกสาร PDF"), unshown)


def prepared(paper: Paper) -> tuple[bytes, tuple[str, ...]]:
    """Return a finished paper as the JSON the layout reads, and the characters its font lacks."""
    unshown: dict[str, None] = {}
    data = _mapped(as_data(paper), lambda text: _shown(text, unshown))
    return orjson.dumps({**data, "blocks": [_block(block) for block in data["blocks"]]}), tuple(unshown)


def _shown(text: str, unshown: dict[str, None]) -> str:
    """Return the text with [U+…] in the place of each character the font lacks, and note that character."""
    known = fonts.characters()
    lost = [character for character in text if character not in known]
    if not lost:
        return text
    unshown.update(dict.fromkeys(lost))
    return "".join(each if each in known else f"[U+{ord(each):04X}]" for each in text)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_mapped(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _mapped(each, change) for key, each in value.items()}
    return value


def _block(block: dict[str, Any]) -> dict[str, Any]:
    kind = block["t"]
    if kind == "paragraph":
        return {**block, "pieces": pieces(block["text"])}
    if kind == "points":
        return {**block, "items": [_point(point) for point in block["items"]]}
    if kind == "chart":
        return {**block, "caption": words(block["title"]), "cue": cue(block["title"])}
    if kind == "landscape":
        return {**block, "inner": [_block(each) for each in block["inner"]]}
    if kind in ("listing", "table"):
        return {**_cut(block), "columns": block.get("columns", []), "rows": [_row(row) for row in block["rows"]]}
    if kind in ("say", "resolution"):
        inner = [_block(each) for each in block["inner"]]
        return {**_cut(block), "inner": inner, "cue": cue(block.get("label", ""))}
    return {**_cut(block), "cue": cue(block.get("label") or block.get("text", ""))}


def _point(point: dict[str, Any]) -> dict[str, Any]:
    cut = pieces(point["text"])
    if cut:
        cut[0][2] = cue(f"{point['marker']} {point['text']}")
    return {**point, "pieces": cut}


def _row(row: dict[str, Any]) -> dict[str, Any]:
    first = row["cells"][0][0] if "cells" in row else f"{row['marker']} {row['left']}"
    # Paragraphs of a cell have cues of their own: a page may begin with one of them.
    cues = [[cue(line) if at else "" for at, line in enumerate(cell)] for cell in row.get("cells", ())]
    return {**_cut(row), "cue": cue(first), "cues": cues}


def _cut(value: Any) -> Any:
    """Return the value with every text in it cut into words, except what tells the kind of a block."""
    if isinstance(value, str):
        return words(value)
    if isinstance(value, list):
        return [_cut(each) for each in value]
    if isinstance(value, dict):
        return {key: each if key == "t" else _cut(each) for key, each in value.items()}
    return value
