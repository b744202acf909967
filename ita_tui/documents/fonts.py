"""The font of our papers: where it lies, what it can show, and what each of its glyphs says."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_tui import paths

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FAMILY = "ITA Sarabun"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
TEXT_LIST = "glyph-text.json"
"""The file of what the glyphs say; made with the fonts."""


def font_folder() -> Path:
    """Return the folder that holds our four TTF files."""
    return paths.templates() / "fonts"


@cache
def glyph_texts() -> dict[str, str]:
    """Return what each glyph of our fonts says, by `outline_key`."""
    texts: dict[str, str] = _text_list()["glyphs"]
    return texts


@cache
def characters() -> frozenset[str]:
    """Return the characters that our font can show."""
    return frozenset(_text_list()["characters"])


@cache
def _text_list() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((font_folder() / TEXT_LIST).read_text(encoding="utf-8"))
    return loaded


def outline_key(font: TTFont, glyph: str) -> str:
    """Return a key of a glyph's outline and width, or an empty text for a glyph without an outline.

    The key survives subsetting, which renames and renumbers glyphs.
    """
    glyf = font["glyf"]
    coordinates, ends, flags = glyf[glyph].getCoordinates(glyf)
    if not ends:
        return ""
    on_curve = bytes(flag & 1 for flag in flags)
    outline = f"{font['hmtx'][glyph][0]};{list(coordinates)};{list(ends)}".encode() + on_curve
    return hashlib.sha256(outline).hexdigest()[:16]
