"""How files written by earlier versions of the program are read by this one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Tables = dict[str, dict[str, Any]]
Step = Callable[[Path, Tables], Tables]
"""Turns the tables of one schema into those of the next; the path tells which kind of file it is."""

SCHEMA = 2
"""The schema this version writes."""


def _unchanged(_: Path, tables: Tables) -> Tables:
    """Schema 2 only has more fields, each with a default, and no longer writes what equals its default."""
    return tables


STEPS: dict[int, Step] = {1: _unchanged}
"""From which schema → the step to the next one; every schema below `SCHEMA` has its step here."""


def upgrade(path: Path, tables: Tables, schema: int) -> Tables:
    """Return `tables`, read from `path` under `schema`, as this version lays them out; nothing is written."""
    for number in range(schema, SCHEMA):
        tables = STEPS[number](path, tables)
    return tables
