"""Few pictures, each looked at: what the first screen, the meeting room and the OIT items look like.

They are compared as text and colours; `pytest tests/snapshots --snapshot-update -n 0` takes them anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from ita_tui.ui.app import ItaApp
from tests.snapshots.pictures import settled

SIZES = [pytest.param((80, 24), True, id="80x24-dark"), pytest.param((120, 40), False, id="120x40-light")]
Compare = Callable[..., bool]
Before = Callable[[Pilot[Any]], Awaitable[None]]


def shown(dark: bool, act: Before) -> Before:
    """Return what to do before the picture: the theme, the acts, and everything saved and drawn."""

    async def before(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, ItaApp)
        if dark:
            app.action_toggle_theme()
        await settled(pilot)
        await act(pilot)
        await settled(pilot)
        app.screen.set_focus(None)  # a blinking cursor is no part of a picture
        app.clear_notifications()
        await settled(pilot)

    return before


async def put(pilot: Pilot[Any], text: str) -> None:
    """Put words into the editor at once."""
    pilot.app.post_message(events.Paste(text))
    await settled(pilot)


async def nothing(pilot: Pilot[Any]) -> None:
    """Leave the screen as it opens."""


async def hold(pilot: Pilot[Any]) -> None:
    """Open the meeting, let two people speak, resolve, and begin a third statement."""
    await pilot.press("enter")
    await settled(pilot)
    await pilot.press("f9", "enter")
    await settled(pilot)
    await put(pilot, "ขอให้ฝ่ายเลขานุการรายงานข้อที่ยังค้าง และกำหนดวันที่จะเผยแพร่ให้ครบทุกข้อ")
    await pilot.press("f2", "down", "down", "enter")
    await settled(pilot)
    await put(pilot, "อำเภอขอรับรายงานภายในห้าวัน\n1. สรุปสถานะรายข้อ\n2. ปัญหาที่ต้องการให้ช่วย")
    await pilot.press("f3", "enter")
    await settled(pilot)
    await put(pilot, "ขอบคุณทุกส่วนราชการ")


async def settle(pilot: Pilot[Any]) -> None:
    """Open the meeting, go to the OIT items and settle the first group and one more."""
    await hold(pilot)
    await pilot.press("f6", "f6", "f6", "f5")
    await settled(pilot)
    await pilot.press("1", "g", "4")
    await settled(pilot)


async def report(pilot: Pilot[Any]) -> None:
    """Fill in what the first divisions report before the meeting, a note and evidence."""
    await pilot.press("enter")
    await settled(pilot)
    await pilot.press("f5")
    await settled(pilot)
    await pilot.press("1", "3", "enter", "home", "n")
    await put(pilot, "รอคำสั่งแต่งตั้งหัวหน้าส่วนราชการใหม่ แล้วปรับแผนผังอีกครั้ง")
    await pilot.press("enter", "u")
    await settled(pilot)
    await put(pilot, "https://www.example.go.th/oit/2567/o1")
    await pilot.press("enter")
    await put(pilot, "แผนผังโครงสร้างหน่วยงาน")
    await pilot.press("enter", "escape")
    await settled(pilot)


async def settle_all(pilot: Pilot[Any]) -> None:
    """Open the meeting after the reports and go through all items, the last first seen one at a time."""
    await report(pilot)
    await pilot.press("escape", "f9", "enter")
    await settled(pilot)
    await pilot.press("f5", "home", *["enter"] * 32, "6", *["enter"] * 10, "home")
    await settled(pilot)


async def card(pilot: Pilot[Any]) -> None:
    """Show all of one item that was reported, settled, noted and published."""
    await settle_all(pilot)
    await pilot.press("c")
    await settled(pilot)


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_home_shows_meetings_what_is_next_and_oit_by_group(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """Two meetings, the newest highlighted, its day and the key that goes on; seven bars."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, nothing))


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_the_room_shows_the_record_as_paper_will_have_it(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """Speaker and words in two columns, the resolution in green, the editor below, quorum and saving in the header."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, hold))


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_oit_items_stand_in_groups_with_then_and_now(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """Groups with bars, a mark and a wording on each row, what changed, and the current row in words below."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, settle))


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_reports_are_filled_in_before_the_meeting(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """A header of another colour that says whose words these are; what is still to be reported is quiet."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, report))


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_a_list_gone_through_tells_each_change_by_a_sign(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """No dots left, a sign on every row, how many changed above the words of the current row."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, settle_all))


@pytest.mark.parametrize(("size", "dark"), SIZES)
def test_a_card_tells_all_of_one_item(
    snap_compare: Compare, app: ItaApp, size: tuple[int, int], dark: bool
) -> None:
    """Name and group on top, then what stands, stood and was reported, evidence and history."""
    assert snap_compare(app, terminal_size=size, run_before=shown(dark, card))
