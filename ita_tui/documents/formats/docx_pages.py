"""Pages of a DOCX that are turned sideways: sections of their own between the marks that the template left."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm

from ita_tui.documents.formats import docx_template

_MIDDLE_AND_END: Final = (Cm(12.35), Cm(24.7))
"""Where the page number and the mark of a draft stand in the head of a turned page."""


def turn(document: Any) -> None:
    """Turn the pages between each two marks; what follows a last mark without a second one is turned too."""
    marks = [each for each in document.paragraphs if each.style.name == docx_template.TURN]
    usual = _head(document)
    for mark in marks:
        mark._p.get_or_add_pPr().append(deepcopy(document.element.body.sectPr))
    for at, section in enumerate(document.sections):
        if at:
            section.different_first_page_header_footer = False
        if at % 2:
            _turned(section, usual)


def _head(document: Any) -> list[Any]:
    """Return what stands in the head of a page, filled in; python-docx itself still shows it unfilled."""
    references = document.element.body.sectPr.iter(qn("w:headerReference"))
    reference = next(each for each in references if each.type_ == WD_HEADER_FOOTER.PRIMARY)
    return list(document.part.rels[reference.rId].target_part.element)


def _turned(section: Any, usual: list[Any]) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.is_linked_to_previous = True
    section.header.is_linked_to_previous = False
    head = section.header._element
    for old in list(head):
        head.remove(old)
    head.extend(deepcopy(usual))
    for stop, place in zip(head.iter(qn("w:tab")), _MIDDLE_AND_END, strict=False):
        stop.set(qn("w:pos"), str(place.twips))
