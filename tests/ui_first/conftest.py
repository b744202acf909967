"""The first start and a new office, with a clock that stands still on a Saturday in November 2569."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from ita_tui.domain.body import BodyKind
from ita_tui.secretary.body.setup import found, read_answers
from ita_tui.secretary.keeping.changes import Tools
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.ui.app import ItaApp
from ita_tui.ui.first_start import FirstStartApp, Places

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def tools() -> Tools:
    return tools_of(lambda: NOW)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return tmp_path / "เอกสาร"


@pytest.fixture
def first_start(documents: Path, tmp_path: Path, tools: Tools) -> FirstStartApp:
    return FirstStartApp(Places(documents), tools, lambda: tmp_path / "sample")


@pytest.fixture
def office(tmp_path: Path, tools: Tools) -> Iterator[Office]:
    """Return the office of an อบต. that was begun just now."""
    answers = read_answers(BodyKind.SUBDISTRICT_ORGANISATION, "ทุ่งตะวัน", "เมืองใหม่", "อ่างทอง")
    found(answers, tmp_path / "data", tools)
    with Office.open(tmp_path / "data", tools) as office:
        yield office


@pytest.fixture
def app(office: Office, tmp_path: Path) -> ItaApp:
    return ItaApp(office, tmp_path / "papers")
