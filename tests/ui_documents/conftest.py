"""The app on a fresh copy of the sample, and a printer that is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.ui.app import ItaApp
from tests.printers import FakePrinters
from tests.secretary.conftest import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(sample_folder: Path, tmp_path: Path, clock: Clock) -> Iterator[ItaApp]:
    data = Path(shutil.copytree(sample_folder, tmp_path / "data"))
    with Office.open(data, tools_of(clock)) as office:
        yield ItaApp(office, tmp_path / "papers")


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePrinters:
    fake = FakePrinters(tmp_path / "bin")
    fake.use(monkeypatch)
    fake.says("HP_ชั้น_2", "HP_1", default="HP_1")
    return fake
