"""Tables out: CSV, XLSX and JSON that spreadsheets show right, take nothing in for a formula, and read_table reads."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ita_tui.exchange.delimited import guarded

Value = str | int | Decimal
"""A text, a year, or a score."""
Rows = Sequence[Mapping[str, Value]]
"""Column → value; a column that a row has not is empty."""


class DataFormat(StrEnum):
    """Kinds of files that tables are written to; the value is the ending of the name."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_TIMES = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NO_TIME: Final = b"2000-01-01T00:00:00Z"
_WIDTHS: Final = {"name": 60, "status": 24, "responsible": 24, "due": 20, "url": 40, "note": 40, "level": 18}


def table_bytes(kind: DataFormat, columns: Sequence[str], rows: Rows) -> bytes:
    """Return the file with these rows under these heads; the same rows always give the same bytes."""
    return _WRITERS[kind](columns, rows)


def _csv(columns: Sequence[str], rows: Rows) -> bytes:
    """Return CSV with a mark, without which spreadsheets take it for Windows-874."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(_text(row.get(column, ""))) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _json(columns: Sequence[str], rows: Rows) -> bytes:
    plain = [{column: _plain(row[column]) for column in columns if column in row} for row in rows]
    return json.dumps(plain, ensure_ascii=False, indent=2).encode() + b"\n"


def _xlsx(columns: Sequence[str], rows: Rows) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - a quarter of a second that reading and papers need not wait for
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    for place, column in enumerate(columns, start=1):
        sheet.cell(1, place, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(column, 12)
        for number, row in enumerate(rows, start=2):
            cell, value = sheet.cell(number, place), row.get(column, "")
            cell.value = _ESCAPE_LIKE.sub("_x005F_", value) if isinstance(value, str) else value
            if isinstance(value, Decimal):
                cell.number_format = "0.00"
            elif isinstance(value, str):
                cell.data_type = "s"  # also where it begins like a formula
                cell.quotePrefix = guarded(value) != value
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return _without_times(out.getvalue())


def _without_times(content: bytes) -> bytes:
    """Return a workbook that does not tell when it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            undated = zipfile.ZipInfo(info.filename)
            undated.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(undated, _TIMES.sub(_NO_TIME, part) if info.filename == "docProps/core.xml" else part)
    return out.getvalue()


def _text(value: Value) -> str:
    return f"{value:.2f}" if isinstance(value, Decimal) else str(value)


def _plain(value: Value) -> str | int | float:
    return float(value) if isinstance(value, Decimal) else value


_WRITERS: Final[dict[DataFormat, Callable[[Sequence[str], Rows], bytes]]] = {
    DataFormat.CSV: _csv, DataFormat.XLSX: _xlsx, DataFormat.JSON: _json,
}  # fmt: skip
