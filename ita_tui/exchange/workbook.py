"""XLSX: the sheets of a workbook that a person sees, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ita_tui.exchange.formats import Formats
from ita_tui.exchange.parts import Attributes, Handler, Parts, broken
from ita_tui.exchange.refusals import Unreadable
from ita_tui.exchange.sheet import Book, Sheet, SheetHandler, unescaped

MOST_SHEETS: Final = 100
MOST_STRINGS: Final = 1_000_000

_FIRST_DAYS: Final = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


def sheets(content: bytes) -> Iterator[tuple[str, Sheet]]:
    """Yield name and content of each visible sheet in their order, read when it is asked for; raises Unreadable."""
    parts = Parts(content)
    main = next((name for kind, name in parts.related("").values() if kind == "officeDocument"), "")
    if main not in parts:
        raise broken()
    contents = _Contents()
    parts.tell(main, contents)
    related = parts.related(main)
    kinds = dict(related.values())
    strings, formats = _Strings(), Formats()
    for kind, handler in (("sharedStrings", strings), ("styles", formats)):
        if kind in kinds:
            parts.tell(kinds[kind], handler)
    book = Book(strings.all, formats.shown, contents.first_day)
    for name, reference in contents.visible[:MOST_SHEETS]:
        kind, part = related.get(reference, ("", ""))
        if kind == "worksheet":
            reading = SheetHandler(book)
            parts.tell(part, reading)
            yield name, reading.sheet


class _Contents(Handler):
    """The main part: which sheets there are."""

    def __init__(self) -> None:
        self.visible: list[tuple[str, str]] = []
        """Name and id of the part."""
        self.first_day = _FIRST_DAYS[False]

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "sheet" and attributes.get("state", "visible") == "visible":
            self.visible.append((attributes.get("name", ""), attributes.get("id", "")))
        elif tag == "workbookPr":
            self.first_day = _FIRST_DAYS[attributes.get("date1904", "0") in {"1", "true"}]


class _Strings(Handler):
    """The texts that cells share."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._pieces: list[str] = []
        self._inside = False
        self._spoken = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._spoken = True
        elif tag == "t":
            self._inside = not self._spoken

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces.append(data)

    def end(self, tag: str) -> None:
        if tag == "t":
            self._inside = False
        elif tag == "rPh":
            self._spoken = False
        elif tag == "si":
            if len(self.all) >= MOST_STRINGS:
                raise Unreadable("แฟ้มมีข้อความมากเกินไป", "เหลือเฉพาะแผ่นงานที่ใช้ หรือบันทึกเป็น CSV UTF-8")
            self.all.append(unescaped("".join(self._pieces)))
