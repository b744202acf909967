"""An office on a fresh copy of the sample, with a clock that stands still until it is moved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.meeting.desk import MeetingDesk


class Clock:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.at = datetime(2024, 1, 17, 9, 30, tzinfo=timezone(timedelta(hours=7)))

    def __call__(self) -> datetime:
        return self.at

    def forward(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)


@pytest.fixture
def data(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "data"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(data: Path, clock: Clock) -> Iterator[Office]:
    with Office.open(data, tools_of(clock)) as office:
        yield office


@pytest.fixture
def desk(office: Office) -> MeetingDesk:
    return office.desk(office.head("1/2567").id)


@pytest.fixture
def live(desk: MeetingDesk) -> MeetingDesk:
    chair = desk.roster()[0]
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=chair.id)
    return desk
