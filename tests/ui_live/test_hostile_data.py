"""Hostile names in the data stand as plain text on every screen and in every paper, and nothing acts on them."""

from __future__ import annotations

import html
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ita_tui.documents.readback import text_of
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.papers import publish
from ita_tui.store.acts import Action
from ita_tui.store.repository import DataFolder
from ita_tui.thai.digits import arabic_digits
from ita_tui.ui.app import ItaApp
from tests.secretary.conftest import Clock
from tests.ui_live.test_room import enter_room, put, quiet

EVIL = [
    "[@click=app.quit]ชื่อ[/]", "มติ [/] [0] [a=b", "=1+1", "../../x", "{{7*7}} {% for %}", '#eval("1") $x$ *b*',
    "<script>alert(1)</script> & <b>", "ก" * 300, "\\u202e ปกติ",
]


@pytest.fixture
def hostile(sample_folder: Path, tmp_path: Path) -> Path:
    """Return a data folder in which every name and title is hostile."""
    folder = Path(shutil.copytree(sample_folder, tmp_path / "hostile"))
    with DataFolder.open(folder) as data:
        head = next(each for each in data.heads() if each.number_text == "1/2567")
        meeting, body = data.meeting(head.id), data.body()
        agenda = tuple(replace(item, title=EVIL[at % len(EVIL)]) for at, item in enumerate(meeting.agenda))
        (committee,) = body.committees
        people = tuple(replace(each, name=EVIL[at % len(EVIL)]) for at, each in enumerate(committee.people))
        named = replace(committee, name=f"คณะกรรมการ {EVIL[0]}", people=people)
        evil_body = replace(body, name=f"เทศบาล {EVIL[1]}", committees=(named,))
        assert data.writer is not None
        data.writer.apply(
            Action("a" * 32, "test", "2024-01-17T09:00:00+07:00", meetings=(
                replace(meeting, agenda=agenda, place=EVIL[7]),
            ), body=evil_body)
        )
    return folder


async def test_every_screen_shows_hostile_names_as_they_are(hostile: Path, clock: Clock, tmp_path: Path) -> None:
    with Office.open(hostile, tools_of(clock)) as office:
        app = ItaApp(office, tmp_path)
        async with app.run_test(size=(80, 24)) as pilot:
            desk = await enter_room(pilot)
            await put(pilot, "\n".join(EVIL))
            for keys in (["f2", "escape"], ["f3", "escape"], ["escape", "escape"], ["f1", "escape"], ["f9", "escape"]):
                await pilot.press(*keys)
                await quiet(pilot)
            for _ in desk.stops:
                await pilot.press("f6")
                await quiet(pilot)
            await pilot.press("f5")
            await quiet(pilot)
            await pilot.press("n", *"[/]", "enter", "1", "escape")
            await quiet(pilot)
            await pilot.press("f8")
            await quiet(pilot)
            assert "[@click=app.quit]" in publish.preview(publish.Kind.MINUTES, desk)
            await pilot.press("escape", "f10")
            await quiet(pilot)
            assert app.is_running


def test_every_paper_says_hostile_names_as_they_are(hostile: Path, clock: Clock, tmp_path: Path) -> None:
    with Office.open(hostile, tools_of(clock)) as office:
        desk = office.desk(office.head("1/2567").id)
        desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
        made = publish.make(publish.Kind.MINUTES, desk, publish.FORMATS, tmp_path / "papers")
    assert {path.parent for path in made.paths} == {tmp_path / "papers"}
    for path in made.paths:
        if path.suffix == ".pdf":
            continue
        words = arabic_digits(re.sub(r"\s+", "", html.unescape(text_of(path))))
        for evil in ("[@click=app.quit]", "[/][0][a=b", "=1+1", "../../x", "<script>", "ก" * 300):
            assert evil in words, (path.suffix, evil)
