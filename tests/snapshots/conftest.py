"""Cameras, and data in its empty, usual and full state; each is written once and copied for every run."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input, TextArea

from ita_tui.domain.settings import Look
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.ui.app import ItaApp
from ita_tui.ui.shell import ShellApp
from tests.snapshots.data import write_empty, write_full, write_full_plan
from tests.snapshots.pictures import Camera, settled

SIZES = [pytest.param((80, 24), Look.DARK, id="80x24-dark"), pytest.param((120, 40), Look.LIGHT, id="120x40-light")]
Shoot = Callable[[ShellApp[Any], tuple[int, int], Look], AbstractAsyncContextManager[Camera]]
AT = datetime(2024, 1, 17, 9, 30, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def app(sample_folder: Path, tmp_path: Path) -> Iterator[ItaApp]:
    """Return the program on a fresh copy of the sample, with nothing that moves."""
    data = Path(shutil.copytree(sample_folder, tmp_path / "data"))
    with Office.open(data, tools_of(lambda: AT)) as office:
        app = ItaApp(office, Path("เอกสาร"))
        app.animation_level = "none"
        yield app


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of an office begun just now, where nothing else was filled in; to be copied."""
    folder = tmp_path_factory.mktemp("empty") / "data"
    write_empty(folder, tools_of(lambda: AT))
    return folder


@pytest.fixture(scope="session")
def full_folder(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder whose names are long or hostile and whose lists are long, in a live meeting; to be copied."""
    folder = Path(shutil.copytree(sample_folder, tmp_path_factory.mktemp("full") / "data"))
    write_full(folder, tools_of(lambda: AT))
    return folder


@pytest.fixture(scope="session")
def full_planned_folder(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the full state before its meeting is opened; to be copied."""
    folder = Path(shutil.copytree(sample_folder, tmp_path_factory.mktemp("planned") / "data"))
    write_full_plan(folder, tools_of(lambda: AT))
    return folder


@pytest.fixture(autouse=True)
def _cursors_stand_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the cursor of a field visible: when it blinks is no part of a picture."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _: None)
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda _: None)


@pytest.fixture
def shoot(snapshot: SnapshotAssertion, tmp_path: Path) -> Shoot:
    """Return what runs a program in front of a camera."""
    pictures = snapshot.use_extension(SVGImageExtension)

    def same(name: str, svg: str) -> bool:
        return bool(pictures(name=name) == svg)

    @asynccontextmanager
    async def run(app: ShellApp[Any], size: tuple[int, int], look: Look) -> AsyncIterator[Camera]:
        app.animation_level = "none"
        app.look_like(look)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            camera = Camera(pilot, same, tmp_path)
            yield camera
        camera.done()

    return run


@pytest.fixture
def office_in(tmp_path: Path) -> Any:
    """Return what opens a copy of a folder as the program does; it is closed after the test."""
    opened: list[Office] = []

    def open_copy(folder: Path) -> ItaApp:
        office = Office.open(Path(shutil.copytree(folder, tmp_path / "data")), tools_of(lambda: AT))
        opened.append(office)
        return ItaApp(office, Path("เอกสาร"))

    yield open_copy
    for each in opened:
        each.close()
