"""Reads a document back as text, and makes texts comparable, so that what was printed can be checked.

PDF is not read here: what a PDF says depends on its reader, and readers are tools of the tests.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from ita_tui.documents.blocks import Paper, strings_of
from ita_tui.errors import NotFound
from ita_tui.thai.text import clean

_TAG = re.compile(r"<[^>]*>")
_HIDDEN = re.compile(r"<!--.*?-->|<style>.*?</style>|<title>.*?</title>", re.DOTALL)
_MD_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACE = re.compile(r"\s+")


def comparable(text: str) -> str:
    """Return a text without spaces and in one Thai spelling: line ends and gaps are the reader's guess."""
    return _SPACE.sub("", clean(_SPACE.sub(" ", text)))


def text_of(path: Path) -> str:
    """Return the text of a DOCX, HTML or Markdown file; raise NotFound for any other."""
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return _docx_text(path)
    content = path.read_text(encoding="utf-8") if suffix in (".html", ".md") else ""
    if suffix == ".html":
        return html.unescape(_TAG.sub(" ", _HIDDEN.sub("", content)))
    if suffix == ".md":
        return _MD_ESCAPE.sub(r"\1", _HIDDEN.sub("", content))
    raise NotFound(f"อ่านไฟล์ {path.name} กลับไม่ได้", "ใช้ไฟล์ .docx .html หรือ .md")


def _docx_text(path: Path) -> str:
    document = Document(str(path))
    section = document.sections[0]
    parts = (section.first_page_header._element, section.header._element, document.element.body)
    return "\n".join(_paragraphs(part) for part in parts)


def _paragraphs(element: object) -> str:
    found = element.iter(qn("w:p"))  # type: ignore[attr-defined]
    return "\n".join("".join(map(_said, each.iter(qn("w:t"), qn("wp:docPr")))) for each in found)


def _said(element: Any) -> str:
    """Return the text of a run, or what a picture says in words."""
    return element.get("descr", "") if element.tag == qn("wp:docPr") else element.text or ""


def missing(paper: Paper, text: str) -> tuple[str, ...]:
    """Return the strings of a finished paper that do not stand in a text."""
    held = comparable(text)
    return tuple(string for string in strings_of(paper) if comparable(string) not in held)
