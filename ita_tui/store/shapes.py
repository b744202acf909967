"""Which tables a meeting, a year, a body and a catalogue are laid out in, and how they come back from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from ita_tui.domain.agenda import AgendaItem
from ita_tui.domain.analysis.texts import Analysis
from ita_tui.domain.body import Body, Division
from ita_tui.domain.committee import Committee
from ita_tui.domain.events import Event
from ita_tui.domain.meeting import Meeting, Prepared
from ita_tui.domain.meeting_head import MeetingHead
from ita_tui.domain.oit import Catalogue, FollowUp, FollowUpEntry, OitRow
from ita_tui.domain.record import Entry
from ita_tui.domain.results import Results, YearRecord
from ita_tui.domain.roster import RosterEntry
from ita_tui.domain.years import BEYear
from ita_tui.store.framing import damaged
from ita_tui.store.records import decode, decode_entry, encode
from ita_tui.store.rows import Laid

HEADS: Final = "heads"
LISTS: Final = "lists"
FOLLOW_UPS: Final = "follow_ups"
MEETING_TABLES: Final = ("meeting", "agenda", "prepared", "roster", "events", "entries", "oit_rows")
YEAR_TABLES: Final = ("results", LISTS, FOLLOW_UPS, "analysis")
BODY_TABLES: Final = ("body", "divisions", "committees")
CATALOGUE_TABLES: Final = ("catalogue",)

_ROWS: Final[dict[str, Any]] = {
    "agenda": AgendaItem, "prepared": Prepared, "roster": RosterEntry, "events": Event, "oit_rows": OitRow,
    "divisions": Division, "committees": Committee,
}
"""Tables whose rows are values of one type."""


# --- meetings -----------------------------------------------------------------------------------------------


def lay_meeting(meeting: Meeting) -> Laid:
    """Return the tables of a meeting, without its head, which is the register's."""
    bare = replace(meeting, agenda=(), prepared=(), roster=(), events=(), entries=(), oit_rows=())
    plain = encode(bare)
    for elsewhere in ("head", *MEETING_TABLES[1:]):
        plain.pop(elsewhere, None)
    return {
        "meeting": {meeting.head.id: plain},
        "agenda": _by_id(meeting.agenda),
        "prepared": _by_id(meeting.prepared),
        "roster": _by_id(meeting.roster),
        "events": _keyed((str(place), encode(event)) for place, event in enumerate(meeting.events)),
        "entries": _keyed((entry.id, encode(entry, Entry)) for entry in meeting.entries),
        "oit_rows": _keyed((row.code, encode(row)) for row in meeting.oit_rows),
    }


def meeting_from(laid: Laid, head: MeetingHead, path: Path) -> Meeting:
    """Return the meeting that the tables of `path` hold; raises `Damaged`."""
    values: dict[str, Sequence[Any]] = {
        table: _read(laid, table, path) for table in MEETING_TABLES if table in _ROWS
    }
    values["entries"] = [decode_entry(row, path, f"entries/{row_id}") for row_id, row in laid["entries"].items()]
    plain = {**_only(laid, "meeting", path), "head": encode(head), **{table: [] for table in values}}
    bare = decode(plain, Meeting, path, "meeting")
    rows: dict[str, Any] = {table: tuple(found) for table, found in values.items()}
    return replace(bare, **rows)


# --- years --------------------------------------------------------------------------------------------------


def lay_year(record: YearRecord) -> Laid:
    """Return the tables of a year: results, what was edited in their analysis, one row a list, one row an entry."""
    results = {} if record.results is None else {str(record.year): encode(record.results)}
    lists = ((str(each.catalogue_year), encode(replace(each, entries=()))) for each in record.follow_ups)
    entries = (
        (f"{each.catalogue_year}/{entry.code}", encode(entry))
        for each in record.follow_ups for entry in each.entries
    )
    analysis = {} if record.analysis == Analysis() else {str(record.year): encode(record.analysis)}
    return {"results": results, "lists": _keyed(lists), "follow_ups": _keyed(entries), "analysis": analysis}


def year_from(laid: Laid, year: BEYear, path: Path) -> YearRecord:
    """Return the year that the tables of `path` hold; raises `Damaged`."""
    results = [decode(row, Results, path, "results") for row in laid["results"].values()]
    entries: dict[str, list[FollowUpEntry]] = {listed: [] for listed in laid["lists"]}
    for row_id, row in laid["follow_ups"].items():
        listed = row_id.partition("/")[0]
        if listed not in entries:
            raise damaged(path, f"follow_ups/{row_id}")
        entries[listed].append(decode(row, FollowUpEntry, path, f"follow_ups/{row_id}"))
    lists = (
        replace(decode(row, FollowUp, path, f"lists/{row_id}"), entries=tuple(entries[row_id]))
        for row_id, row in laid["lists"].items()
    )
    analysis = [decode(row, Analysis, path, "analysis") for row in laid["analysis"].values()]
    return YearRecord(
        year, results[0] if results else None, tuple(lists), analysis[0] if analysis else Analysis()
    )


# --- bodies and catalogues ----------------------------------------------------------------------------------


def lay_body(body: Body) -> Laid:
    """Return the tables of a body."""
    plain = encode(replace(body, divisions=(), committees=()))
    for elsewhere in BODY_TABLES[1:]:
        plain.pop(elsewhere, None)
    return {"body": {body.id: plain}, "divisions": _by_id(body.divisions), "committees": _by_id(body.committees)}


def body_from(laid: Laid, path: Path) -> Body:
    """Return the body that the tables of `path` hold; raises `Damaged`."""
    plain = {**_only(laid, "body", path), "divisions": [], "committees": []}
    bare = decode(plain, Body, path, "body")
    divisions, committees = (tuple(_read(laid, table, path)) for table in BODY_TABLES[1:])
    return replace(bare, divisions=divisions, committees=committees)


def lay_catalogue(catalogue: Catalogue) -> Laid:
    """Return the table of an office's own catalogue."""
    return {"catalogue": {str(catalogue.year): encode(catalogue)}}


def catalogue_from(laid: Laid, path: Path) -> Catalogue:
    """Return the catalogue that the table of `path` holds; raises `Damaged`."""
    return decode(_only(laid, "catalogue", path), Catalogue, path, "catalogue")


# --- rows ---------------------------------------------------------------------------------------------------


def _by_id(values: Iterable[Any]) -> dict[str, Any]:
    return _keyed((value.id, encode(value)) for value in values)


def _keyed(rows: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return rows by id; two of one id would silently become one, so they are refused."""
    keyed: dict[str, Any] = {}
    for row_id, value in rows:
        if row_id in keyed:
            raise ValueError(f"two rows have the id {row_id!r}")
        keyed[row_id] = value
    return keyed


def _read(laid: Laid, table: str, path: Path) -> Sequence[Any]:
    return [decode(row, _ROWS[table], path, f"{table}/{row_id}") for row_id, row in laid[table].items()]


def _only(laid: Laid, table: str, path: Path) -> dict[str, Any]:
    """Return the one row of a table that has one."""
    rows = list(laid[table].values())
    if len(rows) != 1 or not isinstance(rows[0], dict):
        raise damaged(path, table)
    return rows[0]
