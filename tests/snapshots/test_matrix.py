"""Every whole screen and box with nothing in it, as usual, and full: what stands there, not how one gets there.

An empty place says what to do; a full one loses no key, breaks no cluster and takes hostile names as words. Each
picture was looked at; `pytest -m slow tests/snapshots --snapshot-update` takes them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_tui.domain.settings import Look
from ita_tui.secretary.keeping.office import tools_of
from ita_tui.ui.app import ItaApp
from ita_tui.ui.first_start import FirstStartApp, Places
from tests.snapshots.conftest import AT, SIZES, Shoot
from tests.snapshots.data import FOLDERS
from tests.snapshots.pictures import Camera

pytestmark = pytest.mark.slow

OpenCopy = Callable[[Path], ItaApp]
Size = tuple[int, int]

_BOTH = pytest.mark.parametrize(("size", "look"), SIZES)


@_BOTH
async def test_the_first_start_with_nothing(shoot: Shoot, size: Size, look: Look) -> None:
    """Three ways to begin; a form whose every field says what it wants."""
    app = FirstStartApp(Places(Path("/เอกสาร")), tools_of(lambda: AT), lambda: Path("sample"))
    async with shoot(app, size, look) as camera:
        await camera.take("welcome")
        await camera.show("help", "f1")
        await camera.press("enter")
        await camera.take("form")
        await camera.run("ctrl+s")
        await camera.take("form refusing")
        await camera.run("escape", "down", "down", "enter")
        await camera.take("other folder")


@_BOTH
async def test_the_first_start_after_many_folders(shoot: Shoot, size: Size, look: Look) -> None:
    """Eight folders opened before, a long reason why the last is not open; a form of long answers and its question."""
    trouble = "เปิดข้อมูลเดิมไม่ได้ แฟ้มข้อมูลเสียหายและไม่พบสำเนาสำรองที่ใช้ได้ เลือกโฟลเดอร์อื่น หรือกู้คืนจากสำเนาที่เก็บไว้ต่างหาก"
    places = Places(Path("/เอกสาร"), FOLDERS, back=FOLDERS[0], trouble=trouble)
    app = FirstStartApp(places, tools_of(lambda: AT), lambda: Path("sample"))
    async with shoot(app, size, look) as camera:
        await camera.take("welcome")
        await camera.run("end", "up", "up", "enter")
        for words in ("เทศบาลตำบลศรีสัชนาลัยบุรีรัมย์เพชรเมืองทองพัฒนานครแห่งที่สอง [/] {{7*7}}", "", "เมือง" * 10, "อ่างทง"):
            await camera.put(words)
            await camera.run("enter")
        await camera.take("form")
        await camera.run("escape")
        await camera.take("question")


@_BOTH
async def test_an_office_with_nothing(
    shoot: Shoot, office_in: OpenCopy, empty_folder: Path, size: Size, look: Look
) -> None:
    """Home, settings and each list tell which key begins; then a first meeting, before and after its opening."""
    async with shoot(office_in(empty_folder), size, look) as camera:
        await camera.take("home")
        await camera.show("palette", "ctrl+p")
        await camera.press("s")
        await camera.take("settings")
        for name, downs in (("divisions", 1), ("seats", 2), ("powers", 1)):
            await camera.show(name, *["down"] * downs, "enter")
        await camera.press("escape", "n")
        await camera.take("new meeting")
        await camera.press("ctrl+s")
        await camera.take("prepare")
        await camera.show("statement", "enter", leave="ctrl+s")
        await camera.press("escape")
        await camera.take("home with a first meeting")
        await camera.press("enter")
        await camera.take("room before the opening")
        await camera.press("f9")
        await camera.take("opening")
        await camera.run("enter")
        await camera.take("opening refused")


@_BOTH
async def test_a_meeting_in_which_nothing_was_said(
    shoot: Shoot, office_in: OpenCopy, sample_folder: Path, size: Size, look: Look
) -> None:
    """What the room and its boxes say before the first word, and OIT where no list is followed."""
    async with shoot(office_in(sample_folder), size, look) as camera:
        await camera.press("e", "t")
        await camera.take("details")
        await _follow_nothing(camera)
        await camera.press("enter")
        await camera.show("people before the opening", "f4")
        await camera.press("f5")
        await camera.take_told("oit without a list")
        await camera.press("f9", "enter")
        await camera.take("room")
        await camera.show("speaker", "f2")
        await camera.show("people", "f4")
        await camera.show("resolution", "f3")
        await camera.press("ctrl+l")
        await camera.take_told("marks")
        await camera.press("ctrl+r")
        await camera.take_told("versions")
        await camera.show("adjourning", "f9", "enter")
        await camera.show("documents", "f8")


async def _follow_nothing(camera: Camera) -> None:
    await camera.press("down", "left", "ctrl+s", "escape")


@_BOTH
async def test_an_office_as_usual(
    shoot: Shoot, office_in: OpenCopy, sample_folder: Path, size: Size, look: Look
) -> None:
    """The sample: lists of a screen's length, forms with answers, the boxes of a meeting under way."""
    async with shoot(office_in(sample_folder), size, look) as camera:
        await camera.show("palette", "ctrl+p")
        await camera.show("documents before the opening", "f8")
        await camera.press("s")
        await camera.take("settings")
        for name, downs in (
            ("divisions", 1), ("order", 1), ("seats", 1), ("powers", 1), ("new order", 1), ("rules", 1)
        ):
            await camera.show(name, *["down"] * downs, "enter")
        await camera.press("escape", "e")
        await camera.take("prepare")
        await camera.show("statement", "enter", leave="ctrl+s")
        await camera.show("rename", "r")
        await camera.show("schedule", "d")
        await camera.press("escape", "down", "f8")
        await camera.take("documents of a signed meeting")
        await camera.press("escape", "enter")
        await camera.take("room of a signed meeting")


@_BOTH
async def test_a_meeting_as_usual(
    shoot: Shoot, office_in: OpenCopy, sample_folder: Path, size: Size, look: Look
) -> None:
    """Two spoke and something was resolved: every box of the room, with what stands in it by then."""
    async with shoot(office_in(sample_folder), size, look) as camera:
        await camera.press("enter", "f9")
        await camera.take("opening")
        await camera.press("enter")
        await camera.put("ขอให้ฝ่ายเลขานุการรายงานข้อที่ยังค้าง [ตามต่อ]")
        await camera.press("f2", "down", "down", "enter")
        await camera.put("อำเภอขอรับรายงานภายในห้าวัน")
        await camera.press("ctrl+s")
        await camera.put(" และขอสำเนาเป็นหนังสือ")
        await camera.show("versions", "ctrl+r")
        await camera.show("speaker", "f2")
        await camera.press("f3", "f3")
        await camera.take("votes")
        await camera.run("tab", "1", "enter")
        await camera.take("dissent")
        await camera.press("escape", "f4")
        await camera.take("assignments")
        await camera.press("escape", "enter")
        await camera.show("menu", "escape")
        await camera.show("palette", "ctrl+p")
        await camera.show("help", "f1")
        await camera.show("marks", "ctrl+l")
        await camera.press("f6", "f6")
        await camera.show("going to an item", "ctrl+g")
        await camera.show("sub-item", "ctrl+n")
        await camera.show("gavel", "f9")
        await camera.show("adjourning", "f9", "enter")
        await camera.show("documents", "f8")


@_BOTH
async def test_a_full_office(
    shoot: Shoot, office_in: OpenCopy, full_folder: Path, size: Size, look: Look
) -> None:
    """Names of several lines, some hostile, and lists longer than any screen: home, settings and their lists."""
    async with shoot(office_in(full_folder), size, look) as camera:
        await camera.press("f10")
        await camera.take("home")
        await camera.press("s")
        await camera.take("settings")
        for name, downs in (("divisions", 1), ("seats", 2), ("powers", 1)):
            await camera.press(*["down"] * downs, "enter", "end")
            await camera.take(name)
            if name == "seats":
                await camera.show("seat", "enter")
            await camera.press("escape")
        await camera.press("home")
        await camera.show("form", "enter")


@_BOTH
async def test_a_full_meeting(
    shoot: Shoot, office_in: OpenCopy, full_folder: Path, size: Size, look: Look
) -> None:
    """Thirty people, twenty-seven items, ninety statements, all 43 items settled: the room and its boxes."""
    async with shoot(office_in(full_folder), size, look) as camera:
        await camera.take("room")
        await camera.show("speaker", "f2")
        await camera.press("f4", "up")
        await camera.take("people")
        await camera.press("escape", "f3", "up")
        await camera.take("resolution at the last")
        await camera.run(*["up"] * 9)
        await camera.take("resolution at the first")
        await camera.press("escape")
        await camera.show("going to an item", "ctrl+g")
        await camera.show("marks", "ctrl+l")
        await camera.press("f6")
        await camera.take("room at a long item")
        await camera.press("f5", "home")
        await camera.take("oit")
        await camera.show("evidence", "u")
        await camera.show("note", "n")
        await camera.press("c")
        await camera.take("oit card")
        await camera.press("escape")
        await camera.show("adjourning", "f9", "enter")
        await camera.show("documents", "f8")


@_BOTH
async def test_a_full_preparation(
    shoot: Shoot, office_in: OpenCopy, full_planned_folder: Path, size: Size, look: Look
) -> None:
    """Long and hostile titles with what is written for them; an opening with more people than lines."""
    async with shoot(office_in(full_planned_folder), size, look) as camera:
        await camera.press("e", "end", "up")
        await camera.take("prepare")
        await camera.show("statement", "enter", leave="ctrl+s")
        await camera.press("escape", "f9", "end")
        await camera.take("opening")


@_BOTH
async def test_results_of_no_year(
    shoot: Shoot, office_in: OpenCopy, empty_folder: Path, size: Size, look: Look
) -> None:
    """An empty place says how results come in; the boxes that ask for a year and a file."""
    async with shoot(office_in(empty_folder), size, look) as camera:
        await camera.press("r")
        await camera.take("results")
        await camera.show("another year", "n")
        await camera.show("file to import", "i")


@_BOTH
async def test_results_of_a_year(
    shoot: Shoot, office_in: OpenCopy, sample_folder: Path, size: Size, look: Look
) -> None:
    """All figures, those below one, entry, codes of the year, what a file would change, and where a file goes."""
    async with shoot(office_in(sample_folder), size, look) as camera:
        await camera.press("r")
        await camera.take("results")
        await camera.press("end", "enter")
        await camera.take("below a figure")
        await camera.press("escape")
        await camera.show("entry", "e")
        await camera.show("codes of the year", "s")
        await camera.show("file to export", "x")
        await camera.show("analysis", "a")
        await camera.press("i")
        await camera.put("sample_data/more/results-2565.csv")
        await camera.press("enter")
        await camera.take("what a file changes")
