"""Charts in DOCX: pictures drawn by the layout of the PDF, with the figures in words for who cannot see them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt
from docxtpl import DocxTemplate, InlineImage

from ita_tui.documents.charts import pictures as charts_pictures


def draw(template: DocxTemplate, items: Iterable[dict[str, Any]]) -> None:
    """Draw the charts among items and put each picture into its item; raise ExportError where drawing fails."""
    charts = _charts(items)
    for item, picture in zip(charts, charts_pictures.pictures(charts), strict=True):
        item["picture"] = InlineImage(template, io.BytesIO(picture), width=Pt(item["drawing"]["width"]))


def describe(document: Any, items: Iterable[dict[str, Any]]) -> None:
    """Give each picture of a filled template its figures in words."""
    for picture, item in zip(document.element.body.iter(qn("wp:docPr")), _charts(items), strict=False):
        picture.set("title", item["title"])
        picture.set("descr", item["alt"])


def _charts(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item for item in items if item["t"] == "chart"]
