"""Tables as offices hand them over, whatever the kind of file: rows with named columns, or a refusal that names
row, column and reason. Nothing is taken of a file that is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from ita_tui.errors import BadText
from ita_tui.exchange.delimited import read_csv
from ita_tui.exchange.grid import Fault, GridRow, too_many
from ita_tui.exchange.heads import Columns, Head, find_head
from ita_tui.exchange.intake import read_bytes
from ita_tui.exchange.objects import read_json
from ita_tui.exchange.refusals import Refusal, Refused, Unreadable
from ita_tui.exchange.workbook import sheets
from ita_tui.thai.text import clean

__all__ = ["Columns", "Reading", "Row", "Table", "read_rows", "read_table"]

T = TypeVar("T")

_TEXT_FILES: Final = frozenset({".csv", ".tsv", ".txt"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number in the file (see Refusal), and its cells by column name, cleaned, on one line."""

    number: int
    cells: dict[str, str | Fault]


class Reading:
    """Reads the cells of one row; what cannot be read is gathered, so that all of it can be told at once."""

    def __init__(self, row: Row) -> None:
        self.number = row.number
        self._cells = row.cells
        self._faults: dict[str, str] = {}

    def text(self, column: str) -> str:
        """Return a cell; an empty text where the table has no such column or the cell no value to take."""
        cell = self._cells.get(column, "")
        if isinstance(cell, Fault):
            self._faults[column] = cell.reason
            return ""
        return cell

    def read(self, column: str, reader: Callable[[str], T], instead: T) -> T:
        """Return what `reader` makes of a cell, or `instead` where it raises BadText: the row is refused then."""
        text = self.text(column)
        if column not in self._faults:
            try:
                return reader(text)
            except BadText as error:
                self._faults[column] = error.message
        return instead

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Return what could not be read until now."""
        return tuple(Refusal(self.number, column, reason) for column, reason in self._faults.items())


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds."""

    file: str
    """Its name, without the folder."""
    rows: tuple[Row, ...]
    """The rows below the head that are not empty."""
    notices: tuple[str, ...] = ()
    """What was not read though it is there, in Thai."""


def read_table(path: Path, columns: Columns) -> Table:
    """Return the table in a CSV, XLSX or JSON file (told by the ending of its name); limits are those of `grid`.

    In a workbook it is the first visible sheet with all needed heads. Raises Refused for what cannot be taken,
    NotFound where no file is, OSError where the system refuses.
    """
    try:
        kind, content = path.suffix.lower(), read_bytes(path)
        if kind == ".xlsx":
            return _of_workbook(path.name, content, columns)
        if kind == ".json":
            return _table(path.name, read_json(content), columns)
        if kind in _TEXT_FILES:
            return _table(path.name, read_csv(content, columns), columns)
        raise Unreadable("นามสกุลของแฟ้มไม่ใช่ .csv .xlsx หรือ .json", "บันทึกเป็นแฟ้มชนิดใดชนิดหนึ่งนี้")
    except Unreadable as error:
        raise Refused(path.name, [error.refusal], error.hint) from error


def _table(file: str, rows: Sequence[GridRow], columns: Columns) -> Table:
    head = find_head(((row.number, row.texts) for row in rows), columns)
    if not isinstance(head, Head):
        raise Refused(file, head)
    return Table(file, _below(head, rows), _unread(head))


def _of_workbook(file: str, content: bytes, columns: Columns) -> Table:
    found: Table | None = None
    others: list[str] = []
    missing: dict[str, tuple[Refusal, ...]] = {}
    for name, sheet in sheets(content):
        head = find_head(((row.number, row.texts) for row in sheet.own()), columns)
        if not isinstance(head, Head):
            missing[name] = head
        elif found is not None:
            others.append(name)
        else:
            if sheet.beyond:
                raise too_many(sheet.beyond)
            found = Table(file, _below(head, sheet.filled()), _unread(head))
    if found is None:
        raise Refused(file, _no_sheet(missing))
    told = (f"อ่านเฉพาะแผ่นงานแรกที่มีหัวตาราง ไม่ได้อ่านแผ่นงาน {_quoted(others)}",) if others else ()
    return Table(file, found.rows, (*found.notices, *told))


def _no_sheet(missing: dict[str, tuple[Refusal, ...]]) -> tuple[Refusal, ...]:
    """Return what the sheet lacks that comes nearest, naming all that were looked at."""
    if not missing:
        return (Refusal(0, "", "ไม่มีแผ่นงานที่มองเห็นได้"),)
    nearest = min(missing, key=lambda name: len(missing[name]))
    looked = f"แผ่นงาน {_quoted(missing)}"
    return tuple(Refusal(each.row, each.column, f"{each.reason} ({looked})") for each in missing[nearest])


def _below(head: Head, rows: Iterable[GridRow]) -> tuple[Row, ...]:
    below = []
    for row in rows:
        if row.number > head.row:
            cells = {
                name: _cleaned(row.cells[place]) for name, place in head.places.items() if place < len(row.cells)
            }
            if any(cells.values()):
                below.append(Row(row.number, cells))
    return tuple(below)


def _cleaned(cell: str | Fault) -> str | Fault:
    return cell if isinstance(cell, Fault) else clean(cell, multiline=False).strip()


def _unread(head: Head) -> tuple[str, ...]:
    return (f"ไม่ได้อ่านช่อง {_quoted(head.unread)} เพราะไม่รู้จักหัวตาราง",) if head.unread else ()


def _quoted(names: Collection[str]) -> str:
    """Return names in quotes, the first ten of them."""
    first = " ".join(f"“{clean(name, multiline=False).strip()}”" for name in list(names)[:10])
    return first if len(names) <= 10 else f"{first} และอีก {len(names) - 10}"


def read_rows(
    table: Table, reader: Callable[[Reading], T], key: Callable[[T], object], *,
    column: str = "code", doubled: Callable[[Sequence[tuple[T, T]], Sequence[T]], Sequence[str]] | None = None,
) -> tuple[T, ...]:
    """Read every row, or raise Refused with all that is wrong; a row whose key stands above already is wrong.

    `doubled` says more of such rows, one text each: it gets pairs of the row above and the row, and all others.
    """
    values: list[T] = []
    refusals: list[Refusal] = []
    seen: dict[object, tuple[int, T]] = {}
    pairs: list[tuple[T, T]] = []
    twice: list[Refusal] = []
    for row in table.rows:
        reading = Reading(row)
        value = reader(reading)
        if reading.refusals:
            refusals.extend(reading.refusals)
            continue
        earlier, above = seen.setdefault(key(value), (row.number, value))
        if above is value:
            values.append(value)
        else:
            pairs.append((above, value))
            twice.append(Refusal(row.number, column, f"รหัสนี้มีแล้วในแถว {earlier}"))
    if not table.rows:
        refusals.append(Refusal(0, "", "ไม่มีข้อมูลใต้หัวตาราง"))
    told = doubled(pairs, values) if doubled and pairs else [""] * len(pairs)
    refusals += [replace(each, reason=f"{each.reason}{more}") for each, more in zip(twice, told, strict=True)]
    if refusals:
        raise Refused(table.file, sorted(refusals, key=lambda each: each.row))
    return tuple(values)
