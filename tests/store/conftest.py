"""What the tests of the store share: databases on a temporary path, and a clock that stands still."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from ita_tui.store.storage import DurableStorage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2024, 1, 17, 5, 0, tzinfo=UTC)


@pytest.fixture(params=["memory", "durable"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TinyDB]:
    """The same database twice: as TinyDB's memory keeps it, and as our file does."""
    if request.param == "memory":
        database = TinyDB(storage=MemoryStorage)
    else:
        database = TinyDB(tmp_path / "rows.json", storage=DurableStorage)
    with database:
        yield database
