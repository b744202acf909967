"""A follow-up list from a table: year, catalogue_year, code, name, group, status, responsible, due, url, note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ita_tui.domain.evidence import Evidence, evidence_of
from ita_tui.domain.oit import Catalogue, FollowUp, FollowUpEntry, Status, status_of
from ita_tui.domain.years import BEYear
from ita_tui.exchange.codes import read_oit_code, read_year_cell
from ita_tui.exchange.tables import Columns, Reading, read_rows, read_table
from ita_tui.exchange.writing import Value

_KEY: Final = ("year", "catalogue_year", "code")
COLUMNS: Final = (*_KEY, "name", "group", "status", "responsible", "due", "url", "note")
OF_STATUSES: Final = Columns((*_KEY, "status"), COLUMNS)
OF_CATALOGUE: Final = Columns((*_KEY, "name", "group"), COLUMNS)


@dataclass(frozen=True, slots=True)
class OitLine:
    """How one item stands, as the table tells it."""

    row: int
    follow_up_year: BEYear
    catalogue_year: BEYear
    code: str
    name: str
    group: str
    """Code of a sub-indicator, its name, or both; as written."""
    status: Status
    wording: str
    """The status as written in the table; empty where it tells none."""
    responsible: str
    """Name of a division; empty where none is named."""
    due: str
    evidence: tuple[Evidence, ...]
    """Addresses, divided by blanks in the table."""
    note: str


@dataclass(frozen=True, slots=True)
class OitFile:
    """All items that a file tells of."""

    file: str
    lines: tuple[OitLine, ...]
    notices: tuple[str, ...]


def read_oit(path: Path, columns: Columns = OF_STATUSES) -> OitFile:
    """Return the lines of a CSV, XLSX or JSON file; raises what `read_table` does, Refused with all that is wrong."""
    table = read_table(path, columns)
    lines = read_rows(
        table, _line, key=lambda line: (line.follow_up_year, line.catalogue_year, line.code)
    )
    return OitFile(table.file, lines, table.notices)


def oit_rows(catalogue: Catalogue, follow_up: FollowUp, divisions: Mapping[str, str]) -> list[dict[str, Value]]:
    """Return the rows of a table that tells how every item of a list stands; `divisions` maps ids to names.

    An item without a status has an empty one, for its division to fill in.
    """
    entries = {entry.code: entry for entry in follow_up.entries}
    groups = {group.code: f"{group.code} {group.name}".strip() for group in catalogue.groups}
    rows: list[dict[str, Value]] = []
    for item in catalogue.items:
        entry = entries.get(item.code, FollowUpEntry(item.code))
        rows.append({
            "year": int(follow_up.follow_up_year), "catalogue_year": int(catalogue.year), "code": item.code,
            "name": item.name, "group": groups.get(item.group, item.group),
            "status": "" if entry.status is Status.UNSET else entry.text,
            "responsible": divisions.get(entry.division_id, ""), "due": entry.due,
            "url": " ".join(each.url for each in entry.evidence), "note": entry.note,
        })
    return rows


def _line(row: Reading) -> OitLine:
    return OitLine(
        row.number, row.read("year", read_year_cell, BEYear(0)), row.read("catalogue_year", read_year_cell, BEYear(0)),
        row.read("code", read_oit_code, ""), row.text("name"), row.text("group"),
        row.read("status", _status, Status.UNSET), row.text("status"), row.text("responsible"), row.text("due"),
        row.read("url", _evidence, ()), row.text("note"),
    )


def _evidence(text: str) -> tuple[Evidence, ...]:
    return tuple(evidence_of(url) for url in text.split())


def _status(text: str) -> Status:
    """Read the wording of a status, or its code such as done; an empty one is none."""
    known = {status.value: status for status in Status}
    plain = text.lstrip("☑✓✔ ").strip()
    return known.get(plain.lower()) or (status_of(plain) if plain else Status.UNSET)
