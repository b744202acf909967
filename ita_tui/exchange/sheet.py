"""One sheet of a workbook: its cells as texts, with the value of merged cells in each of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ita_tui.exchange.formats import Shown, shown_day, shown_number
from ita_tui.exchange.grid import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Cell, Fault, GridRow, grid
from ita_tui.exchange.parts import Attributes, Handler, broken, whole
from ita_tui.exchange.refusals import Unreadable

MOST_MERGED: Final = 20_000
"""Merged ranges of one sheet."""
MOST_FILLED: Final = MOST_ROWS * MOST_COLUMNS
"""Cells that merged ranges fill; more than there are means that they overlap, which no spreadsheet allows."""

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column; rows from 1, columns from 0."""


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to."""

    strings: Sequence[str]
    shown: Sequence[Shown]
    """How numbers of each style are shown."""
    first_day: date
    """The day that is number 0."""


@dataclass(slots=True)
class Sheet:
    """What a sheet holds; hidden rows and columns count like others, since only the view hides them."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    """Rows with something in them."""
    merged: list[Range] = field(default_factory=list)
    beyond: int = 0
    """The row after which reading ended since there were too many; 0 where it did not."""

    def own(self) -> tuple[GridRow, ...]:
        """Return the rows with a merged range's value in its first cell only."""
        return _in_order(self.rows)

    def filled(self) -> tuple[GridRow, ...]:
        """Return the rows with a merged range's value in each of its cells; a row with nothing else stays empty."""
        rows = {number: dict(cells) for number, cells in self.rows.items()}
        numbers = sorted(rows)
        left = MOST_FILLED
        for first_row, first, last_row, last in self.merged:
            value = self.rows.get(first_row, {}).get(first, "")
            within = numbers[bisect_left(numbers, first_row) : bisect_right(numbers, last_row)] if value else []
            left -= len(within) * (last - first + 1)
            if left < 0:
                raise broken()
            for number in within:
                rows[number].update(dict.fromkeys(range(first, last + 1), value))
        return _in_order(rows)


def _in_order(rows: dict[int, dict[int, Cell]]) -> tuple[GridRow, ...]:
    cells = ((number, rows[number]) for number in sorted(rows))
    return grid((number, [row.get(column, "") for column in range(max(row) + 1)]) for number, row in cells)


class SheetHandler(Handler):
    """Reads a sheet's part, up to one row too many, which the sheet then tells of."""

    def __init__(self, book: Book) -> None:
        self.sheet = Sheet()
        self._book = book
        self._row = 0
        self._cells: dict[int, Cell] = {}
        self._column = -1
        self._cell: Attributes = {}
        self._texts = {"v": "", "f": "", "t": ""}
        self._seen: set[str] = set()
        self._into = ""
        self._spoken = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "c":
            self._begin_cell(attributes)
        elif tag in self._texts:
            self._into = "" if self._spoken else tag
            self._seen.add(tag)
        elif tag == "row":
            self._row = whole(attributes["r"]) if "r" in attributes else self._row + 1
            self._cells, self._column = {}, -1
        elif tag == "rPh":
            self._spoken = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def text(self, data: str) -> None:
        if self._into and len(self._texts[self._into]) <= LONGEST_CELL:
            self._texts[self._into] += data

    def end(self, tag: str) -> None:
        if tag in self._texts:
            self._into = ""
        elif tag == "rPh":
            self._spoken = False
        elif tag == "c" and self._column < MOST_COLUMNS:
            self._end_cell()
        elif tag == "row" and self._cells and not self.enough:
            self._end_row()

    def _end_row(self) -> None:
        self.enough = len(self.sheet.rows) > MOST_ROWS  # the head is one more
        if self.enough:
            self.sheet.beyond = self._row
        else:
            self.sheet.rows.setdefault(self._row, {}).update(self._cells)

    def _begin_cell(self, attributes: Attributes) -> None:
        self._column = _place(attributes["r"])[1] if "r" in attributes else self._column + 1
        self._cell = attributes
        self._texts = dict.fromkeys(self._texts, "")
        self._seen = set()

    def _end_cell(self) -> None:
        value = self._value(self._cell.get("t", "n"), self._texts["v"])
        if isinstance(value, Fault) or value.strip():
            self._cells[self._column] = value

    def _value(self, kind: str, text: str) -> Cell:
        if not text and "f" in self._seen and kind != "str":
            return Fault("เป็นสูตรที่ยังไม่มีผลลัพธ์ เปิดใน Excel แล้วบันทึก หรือวางเป็นค่า")
        if kind == "inlineStr":
            return unescaped(self._texts["t"])
        if kind == "str" or not text:
            return unescaped(text)
        if kind == "n":
            return shown_number(text, self._shown(), self._book.first_day)
        return self._special(kind, text)

    def _special(self, kind: str, text: str) -> Cell:
        """Return the value of a cell that refers to a text, holds a day, or tells that it has no value."""
        if kind == "s":
            place = whole(text)
            if place >= len(self._book.strings):
                raise broken()
            return self._book.strings[place]
        if kind == "d":
            try:
                return shown_day(date.fromisoformat(text[:10]))
            except ValueError:
                return Fault("อ่านวันที่ไม่ได้")
        return Fault(f"เป็นค่าผิดพลาดของตารางคำนวณ ({text})" if kind == "e" else "เป็นค่าจริงเท็จ ไม่ใช่ข้อความหรือจำนวน")

    def _shown(self) -> Shown:
        style = whole(self._cell.get("s", "0"))
        return self._book.shown[style] if style < len(self._book.shown) else Shown.NUMBER

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        (first_row, first_column), (last_row, last_column) = _place(first), _place(last or first)
        if len(self.sheet.merged) >= MOST_MERGED or last_row < first_row or last_column < first_column:
            raise Unreadable("แผ่นงานมีเซลล์ที่ผสานมากเกินไปหรือผิดปกติ", "ยกเลิกการผสานเซลล์แล้วบันทึกใหม่")
        if first_column < MOST_COLUMNS:
            self.sheet.merged.append((first_row, first_column, last_row, min(last_column, MOST_COLUMNS - 1)))


def unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold, which a spreadsheet writes as _x000D_."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _place(reference: str) -> tuple[int, int]:
    """Return row (from 1) and column (from 0) of a reference such as AB12; raises Unreadable."""
    found = _PLACE.fullmatch(reference)
    if not found:
        raise broken()
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1
