"""Files as offices and as nobody should make them, written into a test's own folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ita_tui.exchange.refusals import Refused
from ita_tui.exchange.results import read_results

HEAD = ("year", "code", "score")
Rows = Sequence[Sequence[object]]


def csv_file(folder: Path, text: str, *, encoding: str = "utf-8") -> Path:
    """Return a CSV file of that text."""
    path = folder / "ผลประเมิน.csv"
    path.write_bytes(text.encode(encoding))
    return path


def book(folder: Path, rows: Rows, change: Callable[[Worksheet], object] = lambda sheet: None) -> Path:
    """Return a workbook of one sheet with these rows, changed as told before it is saved."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    change(sheet)
    path = folder / "ผลประเมิน.xlsx"
    made.save(path)
    return path


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part of a workbook behind the back of every library; a part that is not there is added."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[name] = change(parts.get(name, b""))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    path.write_bytes(made.getvalue())
    return path


def scores(path: Path) -> dict[tuple[int, str], Decimal | None]:
    """Return what is read of a results file: (year, code) → score."""
    return {(line.year, line.code): line.score for line in read_results(path).lines}


def refused(path: Path) -> list[tuple[int, str, str]]:
    """Return row, column and reason of all that is refused of a results file; nothing else may happen."""
    with pytest.raises(Refused) as error:
        read_results(path)
    assert error.value.hint
    assert path.name in error.value.message
    return [(each.row, each.column, each.reason) for each in error.value.refusals]


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _relations(*targets: tuple[str, str]) -> str:
    each = (
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(each)}</Relationships>'


def raw_book(folder: Path, sheet_data: str, strings: str) -> Path:
    """Return a workbook as spreadsheets write it (libraries do not): texts shared, namespaces with a prefix."""
    path = folder / "ผลประเมิน.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relations(("officeDocument", "xl/workbook.xml")))
        archive.writestr(
            "xl/workbook.xml",
            f'<x:workbook xmlns:x="{_MAIN[7:-1]}" xmlns:r="{_RELATIONS}"><x:sheets>'
            '<x:sheet name="ผล" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")),
        )
        archive.writestr("xl/sharedStrings.xml", f"<sst {_MAIN}>{strings}</sst>")
        sheet = f"<worksheet {_MAIN}><sheetData>{sheet_data}</sheetData></worksheet>"
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return path
