"""Pictures of the boxes asked in the meeting room, in their full state: people, resolution, opening."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from textual.pilot import Pilot

from ita_tui.domain.resolutions import ResolutionKind, Votes
from ita_tui.secretary.keeping.changes import Decision
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.meeting.live import LiveScreen
from tests.snapshots.test_screens import SIZES, Compare, shown
from tests.ui_live.test_room import quiet


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys once everything is on disk: the header behind a box keeps what it said as the box opened."""
    assert isinstance(pilot.app, ItaApp)
    pilot.app.office.flush()
    await quiet(pilot)
    await pilot.press(*keys)
    await quiet(pilot)


async def begun(pilot: Pilot[Any], *opening: str) -> MeetingDesk:
    room = await entered(pilot)
    await press(pilot, "f9", *opening, "enter")
    return room.desk


async def entered(pilot: Pilot[Any]) -> LiveScreen:
    """Enter the room; a blinking cursor behind a box is no part of a picture."""
    await press(pilot, "enter")
    room = pilot.app.screen
    assert isinstance(room, LiveScreen)
    room.editor.cursor_blink = False
    return room


async def people(pilot: Pilot[Any]) -> None:
    """Two away, one of them excused, one late, one stood in for, a guest; a second departure breaks the quorum."""
    desk = await begun(pilot, "down", "space", "down", "space", "down", "space")
    _, district, officer, works, education, *_ = desk.meeting.roster
    desk.people.excuse(officer.id, "ลาป่วย")
    desk.people.come_for(district.id, "", "ผู้ช่วยท้องถิ่นอำเภอ", time(9, 45))
    desk.people.come(works.id, time(9, 50))
    desk.people.welcome("", "ผู้แทนสถานีตำรวจภูธร", time(9, 55))
    desk.people.go(works.id, time(10, 5))
    desk.people.go(education.id, time(10, 10))
    await press(pilot, "f4", "up", "up", *"10.15", "enter")


async def resolution(pilot: Pilot[Any]) -> None:
    """Two resolutions stand already; the first, with its vote and its work, is chosen to be put right."""
    desk = await begun(pilot)
    work = (("กองคลัง", "เผยแพร่แผนการใช้จ่ายงบประมาณ", "๓๑ มกราคม ๒๕๖๗"), ("ทุกส่วนราชการ", "ส่งข้อมูลรายเดือน", ""))
    item = desk.stops[0][1].id
    desk.resolve(item, Decision(ResolutionKind.AGREED, "เห็นชอบตามที่ฝ่ายเลขานุการเสนอ", work, Votes(5, 1)))
    desk.resolve(item, Decision(ResolutionKind.POSTPONED))
    await press(pilot, "f3", "up", "up")


async def opening(pilot: Pilot[Any]) -> None:
    """Most did not come, nor did the chair: three ways are named."""
    await entered(pilot)
    await press(pilot, "f9", "space", *["down", "space"] * 3, "enter")


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_people_tells_who_is_here_and_that_the_quorum_broke(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """A red line with what can be done, marks and times in columns, the person just moved highlighted."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, people))


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_a_resolution_shows_its_words_vote_and_work(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """Fitting wordings first, earlier ones in green, words to go on in, vote and work below."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, resolution))


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_the_opening_names_three_ways_without_a_quorum(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """Ticks, a red line with the three ways, who presides, the reason, day and time; nothing is cut off."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, opening))
