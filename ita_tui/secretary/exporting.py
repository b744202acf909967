"""Results and OIT lists out into files that other programs read, and that `import` takes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path

from ita_tui.documents import files
from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound
from ita_tui.exchange import oit, results
from ita_tui.exchange.writing import DataFormat, Rows, table_bytes
from ita_tui.secretary.keeping.office import Office

__all__ = ["DataFormat", "export_oit", "export_results"]


def export_results(
    office: Office, years: Sequence[BEYear], formats: Sequence[DataFormat], folder: Path
) -> tuple[Path, ...]:
    """Write the results of score years, one file a format; return where they lie.

    Raises NotFound for a year without results, CannotWrite.
    """
    found = [office.year(year).results for year in sorted(years)]
    missing = [year for year, each in zip(sorted(years), found, strict=True) if each is None]
    if missing or not found:
        named = f"ปี {missing[0]}" if missing else ""
        raise NotFound(f"ไม่มีผลประเมิน{named}", "ดูรายการด้วย ita-tui list years")
    name = f"{min(years)}" if len(years) == 1 else f"{min(years)}-{max(years)}"
    rows = results.result_rows(each for each in found if each is not None)
    return _written(folder / f"ผลประเมิน_{name}", formats, results.COLUMNS.all, rows)


def export_oit(office: Office, year: BEYear, formats: Sequence[DataFormat], folder: Path) -> tuple[Path, ...]:
    """Write how the OIT items of a follow-up year stand, one file a format; return where they lie.

    Raises NotFound for a year that follows none, CannotWrite.
    """
    lists = office.year(year).follow_ups
    if not lists:
        raise NotFound(f"ไม่มีรายการติดตาม OIT ปี {year}", "ดูรายการด้วย ita-tui list years")
    names = office.body.division_names()
    rows = [row for each in lists for row in oit.oit_rows(office.catalogue(each.catalogue_year), each, names)]
    return _written(folder / f"ตารางติดตาม_OIT_{year}", formats, oit.COLUMNS, rows)


def _written(
    base: Path, formats: Sequence[DataFormat], columns: Sequence[str], rows: Rows
) -> tuple[Path, ...]:
    return tuple(_put(base, each, table_bytes(each, columns, rows)) for each in formats)


def _put(base: Path, kind: DataFormat, content: bytes) -> Path:
    """Return the file of that name, or of the next (-2, -3, …), which holds the content; no other is written over."""
    for path in _names(base, kind):
        if not path.exists():
            return files.write(path, content)
        if path.is_file() and path.read_bytes() == content:
            return path
    raise AssertionError  # the names never end


def _names(base: Path, kind: DataFormat) -> Iterator[Path]:
    for tail in chain([""], (f"-{number}" for number in count(2))):
        yield base.with_name(f"{base.name}{tail}.{kind.value}")
