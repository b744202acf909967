"""The mark of origin inside each document: tells what we wrote, and whether somebody changed it since.

The mark is a SHA-256 of the document's own content, kept in the document: in the XMP properties of a PDF, in
the core properties of a DOCX, in a comment at the end of HTML and Markdown.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

_NAME = "ita-tui-sha256"
_BLANK = "0" * 64
_MARK = re.compile(rb"ita-tui-sha256:([0-9a-f]{64})")
_CORE = "docProps/core.xml"


def blank_mark() -> str:
    """Return the text that a document carries where its mark will stand; `seal` fills it in."""
    return f"{_NAME}:{_BLANK}"


def add_to_pdf(pdf: Pdf) -> None:
    """Put a blank mark into the XMP properties of a PDF."""
    with pdf.open_metadata(set_pikepdf_as_editor=False) as properties:
        properties["{http://purl.org/dc/elements/1.1/}identifier"] = blank_mark()


def seal(content: bytes) -> bytes:
    """Fill the blank mark of a PDF, HTML or Markdown document with the hash of its content."""
    before, _, after = content.rpartition(blank_mark().encode())
    return before + f"{_NAME}:{_hash(content)}".encode() + after


def seal_docx(members: dict[str, bytes]) -> dict[str, bytes]:
    """Fill the blank mark in the properties of a DOCX, given as its members, with the hash of all others."""
    filled = members[_CORE].replace(blank_mark().encode(), f"{_NAME}:{_docx_hash(members)}".encode(), 1)
    return {**members, _CORE: filled}


def changed_since(path: Path) -> bool:
    """Tell whether a file is not as we wrote it: changed since, or never ours."""
    mark, now = _marks_of(path)
    return not mark or mark != now


def _marks_of(path: Path) -> tuple[str, str]:
    """Return the mark a file carries (empty where it has none) and the one its content has now."""
    try:
        if path.suffix.lower() == ".docx":
            members = members_of(path)
            return _mark_in(members.get(_CORE, b"")), _docx_hash(members)
        content = path.read_bytes()
    except (OSError, zipfile.BadZipFile):
        return "", ""
    return _mark_in(content), _hash(content)


def members_of(path: Path) -> dict[str, bytes]:
    """Return the members of a zip file by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _mark_in(content: bytes) -> str:
    found = _last_mark(content)
    return found[1].decode() if found else ""


def _last_mark(content: bytes) -> re.Match[bytes] | None:
    """Return the mark that counts: the last, since a text of a user could look like one."""
    found = None
    for found in _MARK.finditer(content):  # noqa: B007
        pass
    return found


def _hash(content: bytes) -> str:
    """Hash a document as it was before its mark was filled in."""
    found = _last_mark(content)
    blank = content[: found.start(1)] + _BLANK.encode() + content[found.end(1) :] if found else content
    return hashlib.sha256(blank).hexdigest()


def _docx_hash(members: dict[str, bytes]) -> str:
    total = hashlib.sha256()
    for name in sorted(members):
        if name != _CORE:
            total.update(name.encode() + b"\0" + hashlib.sha256(members[name]).digest())
    return total.hexdigest()
