"""Tables as offices hand them over: rows with named columns, and refusals that name row, column and reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, ItaError
from ita_tui.thai.digits import arabic_digits
from ita_tui.thai.text import clean

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One cell that could not be read."""

    row: int
    """Row of the file as a spreadsheet counts them: the head is row 1."""
    column: str
    reason: str
    """A Thai sentence."""


class Refused(ItaError):
    """A file of which nothing is taken, because at least one row cannot be read."""

    def __init__(self, file: str, refusals: tuple[Refusal, ...]) -> None:
        first = refusals[0]
        more = f" (และอีก {len(refusals) - 1} แห่ง)" if len(refusals) > 1 else ""
        super().__init__(
            f"ไม่รับแฟ้ม “{file}”: แถว {first.row} ช่อง {first.column} {first.reason}{more}", "แก้ไขแฟ้มแล้วนำเข้าใหม่ทั้งแฟ้ม"
        )
        self.refusals = refusals


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number in the file and its cells by column name, cleaned."""

    number: int
    cells: dict[str, str]

    def read(self, column: str, reader: Callable[[str], T]) -> T:
        """Return what `reader` makes of a cell; raise CellRefused where it raises BadText."""
        try:
            return reader(self.cells.get(column, ""))
        except BadText as error:
            raise CellRefused(Refusal(self.number, column, error.message)) from error


class CellRefused(ItaError):
    """One cell that could not be read; `read_rows` gathers them."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


def read_csv(path: Path, needed: Iterable[str]) -> tuple[Row, ...]:
    """Return the rows of a CSV file (UTF-8, with or without a mark); empty rows are left out.

    Raises BadText for a file that is not such a table, and Refused for a column of `needed` that is missing.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = list(csv.reader(file, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadText(f"“{path.name}” ไม่ใช่แฟ้ม CSV ที่อ่านได้", "บันทึกเป็น CSV UTF-8 แล้วนำเข้าใหม่") from error
    head = [clean(cell, multiline=False).strip().lower() for cell in table[0]] if table else []
    missing = tuple(Refusal(1, column, "ไม่มีช่องนี้ในหัวตาราง") for column in needed if column not in head)
    if missing:
        raise Refused(path.name, missing)
    rows = []
    for number, cells in enumerate(table[1:], start=2):
        cleaned = [clean(cell, multiline=False).strip() for cell in cells]
        if any(cleaned):
            rows.append(Row(number, dict(zip(head, cleaned, strict=False))))
    return tuple(rows)


def read_rows(file: str, rows: Iterable[Row], reader: Callable[[Row], T], key: Callable[[T], object]) -> tuple[T, ...]:
    """Read every row, or raise Refused with all that is wrong; two rows of one key are wrong."""
    values: list[T] = []
    refusals: list[Refusal] = []
    seen: dict[object, int] = {}
    for row in rows:
        try:
            value = reader(row)
        except CellRefused as error:
            refusals.append(error.refusal)
            continue
        earlier = seen.setdefault(key(value), row.number)
        if earlier != row.number:
            refusals.append(Refusal(row.number, "code", f"รหัสนี้มีแล้วในแถว {earlier}"))
        values.append(value)
    if refusals:
        raise Refused(file, tuple(refusals))
    return tuple(values)


def read_year(text: str) -> BEYear:
    """Read a B.E. year of four digits; raise BadText."""
    digits = arabic_digits(text)
    if not re.fullmatch(r"2[45]\d\d", digits):
        raise BadText(f"“{text}” ไม่ใช่ปี พ.ศ. สี่หลัก")
    return BEYear(int(digits))


def read_oit_code(text: str) -> str:
    """Read the code of an OIT item (`o12`, `O๑๒`) as o and Arabic digits; raise BadText."""
    match = re.fullmatch(r"o0*([1-9]\d?)", arabic_digits(text).lower().replace(" ", ""))
    if not match:
        raise BadText(f"“{text}” ไม่ใช่รหัสข้อ OIT")
    return f"o{match[1]}"
