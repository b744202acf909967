"""The app whose pictures are taken: a fresh sample, a clock that stands still, nothing that moves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.ui.app import ItaApp


@pytest.fixture
def app(sample_folder: Path, tmp_path: Path) -> Iterator[ItaApp]:
    data = Path(shutil.copytree(sample_folder, tmp_path / "data"))
    at = datetime(2024, 1, 17, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    with Office.open(data, tools_of(lambda: at)) as office:
        app = ItaApp(office, Path("เอกสาร"))
        app.animation_level = "none"
        yield app
