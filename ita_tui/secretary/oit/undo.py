"""Taking back an act on the follow-up lists of a year: only what it changed, whatever came in since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ita_tui.domain.oit import FollowUp, FollowUpEntry
from ita_tui.domain.oit_undo import ItemField, taken_back
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.store.history import AuditRow
from ita_tui.store.records import decode
from ita_tui.store.shapes import FOLLOW_UPS, LISTS


@dataclass(frozen=True, slots=True)
class YearWithout:
    """A year as it would stand had one act not happened."""

    year: YearRecord
    stays: tuple[tuple[str, ItemField], ...]
    """(Code, field) of what another act changed since, so that it stays."""


def year_without(year: YearRecord, act: Iterable[AuditRow]) -> YearWithout:
    """Return the year without what one act did to its lists; `act` are its rows of the year's history.

    A list that the act began goes with it, unless something stands in it. Raises Damaged.
    """
    rows = tuple(act)
    lists = {each.catalogue_year: each for each in year.follow_ups}
    stays: list[tuple[str, ItemField]] = []
    for row in rows:
        if row.kind != FOLLOW_UPS or row.after is None:
            continue
        listed, _, code = row.target_id.partition("/")
        catalogue_year = BEYear(int(listed))
        found = _found(lists.get(catalogue_year), code)
        if found is None:
            continue
        entry, kept = taken_back(found, _entry(row, row.before, code), _entry(row, row.after, code))
        lists[catalogue_year] = lists[catalogue_year].with_entry(entry)
        stays.extend((code, field) for field in kept)
    begun = {BEYear(int(row.target_id)) for row in rows if row.kind == LISTS and row.before is None}
    for catalogue_year in begun & lists.keys():
        if all(entry == FollowUpEntry(entry.code) for entry in lists[catalogue_year].entries):
            del lists[catalogue_year]
    return YearWithout(replace(year, follow_ups=tuple(lists.values())), tuple(stays))


def _found(follow_up: FollowUp | None, code: str) -> FollowUpEntry | None:
    entries = follow_up.entries if follow_up is not None else ()
    return next((entry for entry in entries if entry.code == code), None)


def _entry(row: AuditRow, value: object, code: str) -> FollowUpEntry:
    """Return an item as a row of the history tells it; one that was not there yet had no status."""
    return FollowUpEntry(code) if value is None else decode(value, FollowUpEntry, Path("audit"), row.id)
