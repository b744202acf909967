"""CSV as offices save it: any of three delimiters, any of four encodings, line ends inside of quotes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Final

from ita_tui.exchange.encodings import text_of
from ita_tui.exchange.grid import Cell, GridRow, grid
from ita_tui.exchange.heads import SEARCHED, Columns
from ita_tui.exchange.refusals import Unreadable

_DELIMITERS: Final = ",;\t"
_TOLD = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
"""A first line that tells a spreadsheet the delimiter; it is no row."""
_GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: one apostrophe before what could begin one."""
    return f"'{text}" if _GUARDED.match(f"'{text}") else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text


def read_csv(content: bytes, columns: Columns) -> tuple[GridRow, ...]:
    """Return the rows that are not empty, numbered as a spreadsheet shows them (a quoted line end is within a row).

    The delimiter is the one that finds most of the heads. Raises Unreadable with the row.
    """
    text = text_of(content)
    told = _TOLD.match(text)
    if told:
        return grid(_rows(text[told.end() :], told[1]))
    return grid(_rows(text, max(_DELIMITERS, key=lambda delimiter: _heads_found(text, delimiter, columns))))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, Iterable[Cell]]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(rows, start=1):
            yield number, map(unguarded, cells)
    except csv.Error as error:
        raise Unreadable("เครื่องหมายคำพูดไม่ครบคู่ หรือข้อความในช่องยาวเกินไป", row=number + 1) from error


def _heads_found(text: str, delimiter: str, columns: Columns) -> int:
    """Return how many heads a row near the top has, as far as the text can be read."""
    most = 0
    with suppress(Unreadable):
        for _, cells in islice(_rows(text, delimiter), SEARCHED):
            most = max(most, sum(bool(columns.name(str(cell))) for cell in cells))
    return most
