"""How files written by earlier versions of the program are read by this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Tables = dict[str, dict[str, Any]]
Step = Callable[[Path, Tables], Tables]
"""Turns the tables of one schema into those of the next; the path tells which kind of file it is."""

SCHEMA = 2
"""The schema this version writes."""


def _with_evidence(_: Path, tables: Tables) -> Tables:
    """Return tables of schema 2: addresses of an item are evidence, and each change of its history tells its kind.

    Entries also stand in the history of a file and in the intents of the register. All else only has more
    fields, each with a default, and no longer writes what equals its default.
    """
    entries = [row["value"] for row in tables.get("follow_ups", {}).values()]
    entries += _told(tables.get("audit", {}).values(), "kind", ("before", "after"))
    for intent in tables.get("intents", {}).values():
        for file in intent["value"]["files"]:
            entries += _told(file["audit"], "kind", ("before", "after"))
            rows = _told(file["changes"], "table", ("before", "after"))
            entries += [row["value"] for row in rows]
    for entry in entries:
        _give_evidence(entry)
    return tables


def _told(rows: Iterable[dict[str, Any]], table: str, sides: tuple[str, str]) -> list[dict[str, Any]]:
    """Return what rows tell of follow-up entries before and after an act."""
    return [row[side] for row in rows if row[table] == "follow_ups" for side in sides if row[side]]


def _give_evidence(entry: dict[str, Any]) -> None:
    entry["evidence"] = [{"url": url} for url in entry.pop("urls", ())]
    reported = entry.pop("reported", None)
    report = [{"type": "status_report", "at": "", "status": reported}] if reported else []
    entry["history"] = report + [{"type": "status_change", **change} for change in entry.get("history", ())]


STEPS: dict[int, Step] = {1: _with_evidence}
"""From which schema → the step to the next one; every schema below `SCHEMA` has its step here."""


def upgrade(path: Path, tables: Tables, schema: int) -> Tables:
    """Return `tables`, read from `path` under `schema`, as this version lays them out; nothing is written."""
    for number in range(schema, SCHEMA):
        tables = STEPS[number](path, tables)
    return tables
