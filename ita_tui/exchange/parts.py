"""The XML parts of a workbook, opened so that no file can make reading them long, large or dangerous.

Read by expat as a stream, not by a workbook library: those give either the merged cells or a bounded memory, not
both, turn numbers into binary ones, and cannot tell an empty cell from a formula that was never worked out.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from typing import Final
from xml.parsers import expat

from ita_tui.exchange.refusals import Unreadable

LARGEST_CONTENT: Final = 64 * 1024 * 1024
"""Bytes of all parts together, unpacked; 60,000 rows of ten columns are about 30 MB."""
MOST_PACKED: Final = 200
"""How many times larger than in the file a part of more than 1 MB may be; tables reach 20 to 60."""
MOST_PARTS: Final = 2_000
MOST_ELEMENTS: Final = 2_000_000
"""Of all parts that are read: some seconds; 60,000 rows of ten columns are about 1,300,000."""

_SECRET: Final = "แฟ้มมีรหัสผ่าน หรือเป็นแฟ้ม Excel รุ่นเก่า (.xls)"
_BROKEN: Final = "ไม่ใช่แฟ้ม Excel (.xlsx) หรือแฟ้มเสียหาย"
_HINT: Final = "เปิดใน Excel แล้วบันทึกเป็น .xlsx หรือ CSV UTF-8 โดยไม่ตั้งรหัสผ่าน"
_OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")

_SPACE: Final = " "
"""Stands between namespace and name in what expat tells."""

Attributes = dict[str, str]


class Handler:
    """What is told of one part, element by element, by local names; each part has its own kind of it."""

    enough = False
    """Once true, the rest of the part is not read."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take up an element."""

    def end(self, tag: str) -> None:
        """Leave an element."""

    def text(self, data: str) -> None:
        """Take text of the element at hand; one text may come in pieces."""


class Parts:
    """An opened workbook; raises Unreadable wherever it is not one, or does harm."""

    def __init__(self, content: bytes) -> None:
        if content.startswith(_OLD_OFFICE):
            raise Unreadable(_SECRET, _HINT)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise broken() from error
        self._infos = {info.filename: info for info in self._archive.infolist()}
        self._elements = 0
        self._check()

    def _check(self) -> None:
        # The sizes told here bind: zipfile unpacks no byte more than that, whatever the part holds.
        sizes = [(info.file_size, info.compress_size) for info in self._archive.infolist()]
        if len(sizes) > MOST_PARTS or sum(size for size, _ in sizes) > LARGEST_CONTENT:
            raise _too_large()
        if any(size > 2**20 and size > MOST_PACKED * packed for size, packed in sizes):
            raise Unreadable("แฟ้มถูกบีบอัดผิดปกติ", "เหลือเฉพาะแผ่นงานที่ใช้ หรือบันทึกเป็น CSV UTF-8")
        if any(info.flag_bits & 1 for info in self._infos.values()):
            raise Unreadable(_SECRET, _HINT)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def tell(self, name: str, handler: Handler) -> None:
        """Tell a handler of each element until it has enough; raises Unreadable, and what the handler raises."""

        def start(tag: str, attributes: Attributes) -> None:
            self._elements += 1
            if self._elements > MOST_ELEMENTS:
                raise _too_large()
            handler.start(_local(tag), _locals(attributes))

        parser = expat.ParserCreate(namespace_separator=_SPACE)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _no_doctype  # no workbook has one, and only there entities are made
        parser.StartElementHandler = start
        parser.EndElementHandler = lambda tag: handler.end(_local(tag))
        parser.CharacterDataHandler = handler.text
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk)
                if handler.enough:
                    return
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise broken() from error

    def _chunks(self, name: str) -> Iterator[bytes]:
        if name not in self._infos:
            raise broken()
        try:
            with self._archive.open(self._infos[name]) as part:
                yield from iter(lambda: part.read(2**16), b"")
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise broken() from error

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part (or with an empty name the workbook itself) refers to: id → (kind, name)."""
        folder = dirname(name)
        found = _Relations()
        self.tell(join(folder, "_rels", f"{basename(name)}.rels"), found)
        return {
            each: (kind, normpath(target.lstrip("/") if target.startswith("/") else join(folder, target)))
            for each, kind, target in found.all
        }


class _Relations(Handler):
    def __init__(self) -> None:
        self.all: list[tuple[str, str, str]] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.all.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))


def whole(text: str) -> int:
    """Return a whole number that an attribute or a value holds; raises Unreadable."""
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise broken()
    return int(text)


def broken() -> Unreadable:
    """Return the refusal of a file that does not hold together."""
    return Unreadable(_BROKEN, _HINT)


def _too_large() -> Unreadable:
    return Unreadable("ข้อมูลในแฟ้มเมื่อขยายแล้วใหญ่เกินไป", "เหลือเฉพาะแผ่นงานที่ใช้ หรือบันทึกเป็น CSV UTF-8")


def _no_doctype(*_: object) -> None:
    raise Unreadable("แฟ้มมีส่วนที่ไม่มีใน Excel (DOCTYPE) อาจเป็นอันตราย", _HINT)


def _local(tag: str) -> str:
    return tag.rpartition(_SPACE)[2]


def _locals(attributes: Attributes) -> Attributes:
    return {_local(name): value for name, value in attributes.items()}


