"""Blocks → DOCX, by a docxtpl template that the office may restyle in Word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from ita_tui.documents import marks, templating
from ita_tui.documents.blocks import Landscape, Paper, Row, Table, as_data
from ita_tui.documents.formats import docx_charts, docx_pages, docx_template
from ita_tui.errors import ExportError

_TEXT_WIDTH_TWIPS = 9072
"""16 cm between the margins."""
_WIDE_TWIPS = 14004
"""24.7 cm between the margins of a page turned sideways."""
_LONGEST_TITLE = 255
"""Characters that Word's title property holds."""


def render(paper: Paper, template: Path | None = None) -> bytes:
    """Fill a DOCX template (ours, unless the office has its own) with a finished paper.

    Raises ExportError where the template cannot be read or names something unknown.
    """
    path = template or docx_template.template_path()
    items = _items(as_data(paper)["blocks"], one_column=paper.one_column)
    try:
        filled = DocxTemplate(str(path))
        docx_charts.draw(filled, items)
        filled.render({"items": items, "draft_mark": paper.draft_mark}, templating.sandbox(escape_markup=True))
    except (TemplateError, PackageNotFoundError, KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise ExportError(f"แม่แบบ {path.name} ใช้ไม่ได้: {error}", "แก้แม่แบบ หรือใช้แม่แบบเดิมของโปรแกรม") from error
    _set_columns(filled.docx, tuple(_tables(paper.blocks, _TEXT_WIDTH_TWIPS)))
    _keep_with_signatures(filled.docx)
    _keep_with_tables(filled.docx)
    docx_charts.describe(filled.docx, items)
    docx_pages.turn(filled.docx)
    properties = filled.docx.core_properties
    properties.title = paper.title[:_LONGEST_TITLE]
    properties.identifier = marks.blank_mark()
    out = io.BytesIO()
    filled.save(out)
    return _sealed(out)


def _tables(blocks: Iterable[object], twips: int) -> Iterator[tuple[Table, int]]:
    """Yield the tables in their order with the width each has."""
    for block in blocks:
        if isinstance(block, Table):
            yield block, twips
        else:
            yield from _tables(getattr(block, "inner", ()), _WIDE_TWIPS if isinstance(block, Landscape) else twips)


# --- blocks as the template wants them --------------------------------------------------------------------

_SPACER = {"t": "spacer"}
_TURN = {"t": "turn"}
_ROWS = ("spoken", "resolved")
"""Items that are tables of rows: what speakers said, and in one column what was resolved."""


def _items(blocks: list[dict[str, Any]], *, one_column: bool) -> list[dict[str, Any]]:
    """Flatten blocks: consecutive turns become rows of one table; a spacer keeps any two tables apart."""
    items: list[dict[str, Any]] = []
    for at, block in enumerate(blocks):
        closing = at + 1 < len(blocks) and blocks[at + 1]["t"] == "heading"
        for piece in _parts(block, one_column=one_column, apart=closing):
            _append(items, piece)
    return items[:-1] if items and items[-1] is _TURN else items  # no empty page at the end


def _parts(block: dict[str, Any], *, one_column: bool, apart: bool) -> list[dict[str, Any]]:
    """Return what a block becomes; in one column a speaker is a line above the words."""
    if block["t"] == "say" and one_column:
        line = {"t": "speaker", "speaker": block["speaker"], "role": block["role"]}
        return [*([line] if block["speaker"] else []), *block["inner"]]
    if block["t"] == "landscape":
        return [_TURN, *block["inner"], _TURN]
    if block["t"] in ("say", "resolution"):
        return _pieces(block, "resolved" if one_column else "spoken", apart=apart)
    return [block]


def _append(items: list[dict[str, Any]], item: dict[str, Any]) -> None:
    if item is _TURN and items and items[-1] is _TURN:
        items.pop()  # it goes on sideways
        return
    is_table = item["t"] in (*_ROWS, "table", "listing")
    if item["t"] in _ROWS and items and items[-1]["t"] == item["t"]:
        items[-1]["rows"].extend(item["rows"])
        return
    if is_table and items and items[-1]["t"] in (*_ROWS, "table", "listing"):
        items.append(_SPACER)
    items.append(item)


def _pieces(block: dict[str, Any], kind: str, *, apart: bool) -> list[dict[str, Any]]:
    """Return a turn as rows and the tables between them; `apart` gives its last part a row of its own."""
    label = [line for line in (block.get("label"), block.get("speaker"), block.get("role")) if line] or [""]
    runs: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    for inner in block["inner"]:
        if inner["t"] == "table":
            runs.extend((_spoken(block, kind, label, words), inner))
            words, label = [], [""]
        else:
            words.append(inner)
    if apart and len(words) > 1:
        runs.append(_spoken(block, kind, label, words[:-1]))
        words, label = words[-1:], [""]
    runs.append(_spoken(block, kind, label, words))
    return [run for run in runs if run["t"] == "table" or run["rows"]]


def _spoken(block: dict[str, Any], kind: str, label: list[str], words: list[dict[str, Any]]) -> dict[str, Any]:
    if not words and label == [""]:
        return {"t": kind, "rows": []}
    inner = words or [{"t": "paragraph", "text": "", "indent": "none"}]
    return {"t": kind, "rows": [{"label": label, "is_resolution": block["t"] == "resolution", "inner": inner}]}


# --- what a template cannot say ---------------------------------------------------------------------------


def _set_columns(document: Any, tables: Iterable[tuple[Table, int]]) -> None:
    """Give each bordered table the widths and alignments of its columns, and its cells their reach."""
    bordered = [table for table in document.tables if table.style is not None and table.style.name == "Table Grid"]
    for made, (wanted, twips) in zip(bordered, tables, strict=False):
        widths = [round(twips * column.width / 100) for column in wanted.columns]
        _set_grid(made, widths)
        for row in made._tbl.tr_lst:
            cells = row.tc_lst
            if len(cells) == len(widths):
                _set_row(cells, widths, wanted, is_head=row is made._tbl.tr_lst[0])
        for row, block in zip(made._tbl.tr_lst[1:], wanted.rows, strict=False):
            _set_reach(row, block)


def _keep_with_signatures(document: Any) -> None:
    """Keep the last words of the meeting on the page of the signatures: no signature stands alone."""
    signing = next((each for each in document.paragraphs if each.style.name == docx_template.SIGNATURE), None)
    if signing is None:
        return
    heading = signing._p.getprevious()
    last_words = None if heading is None else heading.getprevious()
    if last_words is None:
        return
    closing = [last_words] if last_words.tag == qn("w:p") else last_words.tr_lst[-1].iter(qn("w:p"))
    for paragraph in closing:
        paragraph.get_or_add_pPr().keepNext_val = True


def _keep_with_tables(document: Any) -> None:
    """Keep what is said right before a table on the page of its head."""
    for paragraph in document.paragraphs:
        behind = paragraph._p.getnext()
        is_said = paragraph.style.name in (docx_template.BODY, docx_template.PLAIN)
        if is_said and behind is not None and behind.tag == qn("w:tbl"):
            paragraph.paragraph_format.keep_with_next = True


def _set_grid(table: Any, widths: list[int]) -> None:
    grid = table._tbl.tblGrid
    for old in list(grid):
        grid.remove(old)
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)


def _set_row(cells: Any, widths: list[int], wanted: Table, *, is_head: bool) -> None:
    alignments = {
        "left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT,
    }  # fmt: skip
    for cell, width, column in zip(cells, widths, wanted.columns, strict=True):
        cell.width = Twips(width)
        if not is_head:
            for paragraph in cell.p_lst:
                paragraph.alignment = alignments[column.align]


def _set_reach(row: Any, block: Row) -> None:
    """Join cells with those below them that they cover, and let a long row go on over a page end."""
    for cell, span, centred in zip(row.tc_lst, block.spans, block.centred, strict=False):
        if span != 1:
            cell.vMerge = "restart" if span else "continue"
        if centred:
            cell.get_or_add_tcPr().vAlign_val = WD_ALIGN_VERTICAL.CENTER
    unsplit = row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}")
    if block.may_split and unsplit is not None:
        unsplit.getparent().remove(unsplit)


def _sealed(saved: io.BytesIO) -> bytes:
    with zipfile.ZipFile(saved) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in marks.seal_docx(members).items():
            archive.writestr(name, content)
    return out.getvalue()
