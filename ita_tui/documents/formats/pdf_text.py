"""Mends the text layer of a PDF made by Typst, so that every reader gives the words back.

Typst maps the first glyph of a cluster to the whole cluster and corrects that with /ActualText, which Firefox,
Preview and pypdf do not read (typst issue 4225). Here each glyph is mapped to what it says itself, told from
its outline. An /ActualText that says the same as its glyphs then stays: poppler keeps a cluster together by it.
One that says more goes: the rest of the cluster is drawn, and said, outside of it, and would come twice.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Pdf

from ita_tui.documents import fonts

GlyphText = Mapping[int, str]
"""Glyph number in a PDF's font → what it says."""

_PAIR = re.compile(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_STRING = rb"\((?:[^\\()]|\\.)*\)"
_SPAN = re.compile(
    rb"/Span<</ActualText<([0-9A-Fa-f]*)>>>BDC((?:[^()]|" + _STRING + rb")*?)EMC\b", re.DOTALL
)
_FONT_OR_STRING = re.compile(rb"/(\w+)\s+[0-9.]+\s+Tf|(" + _STRING + rb")", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def mend(pdf: Pdf) -> None:
    """Rewrite ToUnicode of every embedded font of ours and drop each /ActualText that would say words twice."""
    by_font = {each.objgen: _mend_font(pdf, each) for each in pdf.objects if _is_embedded_font(each)}
    for page in pdf.pages:
        named: Any = page.Resources.get("/Font", {})
        on_page = {name[1:].encode(): by_font.get(font.objgen, {}) for name, font in named.items()}
        content = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(_SPAN.sub(partial(_pruned, fonts_on_page=on_page), content))


def _is_embedded_font(candidate: Any) -> bool:
    return (
        isinstance(candidate, Dictionary)
        and candidate.get("/Subtype") == "/Type0"
        and "/ToUnicode" in candidate
        and "/FontFile2" in candidate.DescendantFonts[0].FontDescriptor
    )


def _mend_font(pdf: Pdf, font: Any) -> GlyphText:
    as_made = font.ToUnicode.read_bytes().decode("latin-1")
    texts = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in _PAIR.findall(as_made)}
    texts.update(_texts_by_outline(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
    font.ToUnicode = pdf.make_stream(_to_unicode(texts))
    return texts


@lru_cache(maxsize=8)
def _texts_by_outline(embedded: bytes) -> dict[int, str]:
    font = TTFont(io.BytesIO(embedded))
    known = fonts.glyph_texts()
    keys = ((number, fonts.outline_key(font, glyph)) for number, glyph in enumerate(font.getGlyphOrder()))
    return {number: known[key] for number, key in keys if key in known}


def _to_unicode(texts: GlyphText) -> bytes:
    lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(texts.items())]
    chunks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar\n" for chunk in chunks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _pruned(span: re.Match[bytes], fonts_on_page: Mapping[bytes, GlyphText]) -> bytes:
    """Return the span as it is, or without its /ActualText where that says more than its glyphs do."""
    wanted = bytes.fromhex(span[1].decode("ascii")).decode("utf-16")
    said = _said(span[2], fonts_on_page)
    return span[2] if wanted != said and wanted.startswith(said) else span[0]


def _said(content: bytes, fonts_on_page: Mapping[bytes, GlyphText]) -> str:
    texts: GlyphText = {}
    said: list[str] = []
    for token in _FONT_OR_STRING.finditer(content):
        if token[1]:
            texts = fonts_on_page.get(token[1], {})
        else:
            codes = _ESCAPED.sub(_unescaped, token[2][1:-1])
            said.extend(texts.get(int.from_bytes(codes[at : at + 2]), "�") for at in range(0, len(codes), 2))
    return "".join(said)


def _unescaped(match: re.Match[bytes]) -> bytes:
    escaped = match[1]
    return bytes([int(escaped, 8) & 255]) if escaped.isdigit() else _ESCAPES.get(escaped, escaped)
