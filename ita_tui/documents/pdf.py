"""Blocks → PDF, by Typst. The words go in as JSON data, never as source."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
import pikepdf
import typst

from ita_tui import paths
from ita_tui.documents import fonts, marks, pdf_text
from ita_tui.documents.blocks import Paper, as_data
from ita_tui.documents.cue import cue, pieces
from ita_tui.errors import ExportError


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF and the characters that its font could not show (they stand in it as [U+0939])."""

    content: bytes
    unshown: tuple[str, ...] = ()


def render(paper: Paper) -> Pdf:
    """Lay a finished paper out as PDF; raise ExportError where Typst refuses."""
    unshown: dict[str, None] = {}
    data = _with_cues(_mapped(as_data(paper), lambda text: _shown(text, unshown)))
    folder = paths.templates()
    try:
        content = typst.compile(
            str(folder / "typst" / "paper.typ"),
            root=str(folder / "typst"),
            font_paths=[str(fonts.font_folder())],
            ignore_system_fonts=True,
            sys_inputs={"paper": orjson.dumps(data).decode()},
        )
    except typst.TypstError as error:
        raise ExportError("จัดหน้าเอกสาร PDF ไม่สำเร็จ", "ลองส่งออกเป็น DOCX และแจ้งผู้ดูแลโปรแกรม") from error
    return Pdf(_mended(content), tuple(unshown))


def _mended(content: bytes) -> bytes:
    """Return the PDF with its text layer mended and its mark of origin set."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf_text.mend(pdf)
        marks.add_to_pdf(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return marks.seal(out.getvalue())


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


def _with_cues(data: dict[str, Any]) -> dict[str, Any]:
    """Add what the layout needs for the cue at the foot of a page, beside the words themselves."""
    for block in data["blocks"]:
        _add_cues(block)
    return data


def _add_cues(block: dict[str, Any]) -> None:
    for inner in block.get("inner", ()):
        _add_cues(inner)
    for row in block.get("rows", ()):
        row["cue"] = cue(row["cells"][0] if "cells" in row else f"{row['marker']} {row['left']}")
    for point in block.get("items", ()):
        if "marker" in point:
            point["pieces"] = pieces(point["text"])
    if block["t"] == "paragraph":
        block["pieces"] = pieces(block["text"])
    elif block["t"] in ("heading", "agenda"):
        block["cue"] = cue(block.get("label") or block["text"])
