"""A follow-up list from a table: year, catalogue_year, code, name, group, status, responsible, due, url, note."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ita_tui.domain.oit import Status, status_of
from ita_tui.domain.years import BEYear
from ita_tui.exchange.tables import Row, read_csv, read_oit_code, read_rows, read_year


@dataclass(frozen=True, slots=True)
class OitLine:
    """How one item stands, as the table tells it."""

    follow_up_year: BEYear
    catalogue_year: BEYear
    code: str
    status: Status
    wording: str
    """The status as written in the table; empty where it tells none."""
    responsible: str
    """Name of a division; empty where none is named."""
    due: str
    urls: tuple[str, ...]
    note: str


def read_oit(path: Path) -> tuple[OitLine, ...]:
    """Return the lines of a CSV file in their order; raise Refused with all that is wrong."""
    return read_rows(
        path.name, read_csv(path, ("year", "catalogue_year", "code", "status")), _line,
        key=lambda line: (line.follow_up_year, line.catalogue_year, line.code),
    )


def _line(row: Row) -> OitLine:
    wording = row.cells.get("status", "")
    return OitLine(
        row.read("year", read_year), row.read("catalogue_year", read_year), row.read("code", read_oit_code),
        row.read("status", _status), wording, row.cells.get("responsible", ""), row.cells.get("due", ""),
        tuple(row.cells.get("url", "").split()), row.cells.get("note", ""),
    )


def _status(text: str) -> Status:
    return status_of(text) if text else Status.UNSET
