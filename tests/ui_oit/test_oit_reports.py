"""Before the meeting the same keys fill in what divisions report, and the screen says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets._footer import FooterKey

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Status, StatusReport
from ita_tui.ui.program import SaveWords
from ita_tui.ui.widgets.oit.table import OitTable
from tests.typing_thai import type_thai
from tests.ui_oit.oit_facts import Drawer, OitApp, desk, unreported


def planned(keeper: Drawer | None = None) -> OitApp:
    """Return the screen of a meeting that is being prepared and that nobody has reported for."""
    return OitApp(desk(listed=unreported(), state=MeetingState.PLANNED, keeper=keeper), start="o1")


def reported(app: OitApp, code: str) -> Status | None:
    report = app.oit.desk.oit.item(code).report
    return report.status if report else None


@pytest.mark.parametrize(
    ("typed", "status"), [("2", Status.DONE_CURRENT), ("ภ", Status.IN_PROGRESS), ("๖", Status.NOT_STARTED)]
)
async def test_a_digit_reports_and_goes_on_and_the_item_stands_as_it_stood(typed: str, status: Status) -> None:
    app = planned()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_thai(pilot, typed)
        assert reported(app, "o1") is status
        assert app.oit.desk.oit.follow_up.entry("o1").status is Status.DONE
        assert app.oit.table.code == "o2"


async def test_the_screen_says_whose_words_are_filled_in() -> None:
    app = planned()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6")
        assert "กรอกรายงานของส่วนราชการ ยังไม่ใช่มติ" in app.oit.header.left
        assert "มีรายงานแล้ว ๑/๔๓ ข้อ" in app.oit.header.right
        assert app.oit.has_class("-reporting")
        head, group, first, second = (app.oit.table.render_line(y).text for y in range(4))
        assert "สถานะที่รายงาน" in head
        assert "รอรายงาน ๙" in group
        assert "▼" in first
        assert "ยังไม่มีรายงานสถานะ" in second
        assert "เปลี่ยนจากครั้งก่อน ๑ ข้อ ▼ ๑" in str(app.oit.detail.border_title)


async def test_enter_and_g_report_that_items_stand_as_they_stood_and_none_is_made_up() -> None:
    keeper = Drawer()
    app = planned(keeper)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "g")
        assert [reported(app, f"o{number}") for number in (1, 2, 4)] == [
            Status.DONE, Status.NOT_STARTED, Status.IN_PROGRESS
        ]
        assert len(keeper.changes) == 2
        assert app.oit.table.code == "o11"
        app.oit.table.move_to("o33")
        await pilot.press("enter")
        assert reported(app, "o33") is None
        assert app.oit.table.code == "o33"


async def test_0_takes_a_report_back() -> None:
    app = planned()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "up", "0")
        assert reported(app, "o1") is None
        history = app.oit.desk.oit.follow_up.entry("o1").history
        assert sum(isinstance(change, StatusReport) for change in history) == 2


async def test_notes_and_dues_are_written_before_the_meeting_too() -> None:
    app = planned()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "a", "enter", "d", "b", "enter")
        entry = app.oit.desk.oit.follow_up.entry("o1")
        assert (entry.note, entry.due) == ("a", "b")


async def test_in_the_meeting_the_screen_shows_no_colour_and_no_words_of_reports() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(80, 24)):
        assert not app.oit.has_class("-reporting")
        assert "ยังไม่ใช่มติ" not in app.oit.header.left


async def test_a_disk_that_refuses_is_told_in_the_header_here_too() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        app.save_state = SaveWords("บันทึกไม่ได้ กำลังลองใหม่", trouble=True)
        await pilot.pause()
        assert app.oit.header.right.startswith("บันทึกไม่ได้ กำลังลองใหม่")
        assert app.oit.header.has_class("-trouble")
        app.save_state = SaveWords("บันทึกแล้ว ๑๐.๐๐.๐๐ น.")
        await pilot.pause()
        assert not app.oit.header.has_class("-trouble")


async def test_every_key_of_the_footer_works_by_a_click() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(OitTable, offset=(12, 5))
        assert app.oit.table.code == "o4"
        clicks: tuple[tuple[str, Callable[[], bool]], ...] = (
            ("ยังไม่", lambda: app.oit.desk.oit.follow_up.entry("o4").status is Status.NOT_STARTED),
            ("ล้าง", lambda: app.oit.desk.oit.follow_up.entry("o5").status is Status.UNSET),
            ("ตามที่รายงาน", lambda: app.oit.desk.oit.item("o6").touched(reporting=False)),
            ("ตาราง/ทีละข้อ", lambda: app.oit.card.display),
            ("ข้อถัดไป", lambda: app.oit.table.code == "o8"),
            ("ข้อก่อน", lambda: app.oit.table.code == "o7"),
            ("เฉพาะที่ค้าง", lambda: app.oit.header.left.startswith("เฉพาะที่ค้าง")),
            ("หมายเหตุ", lambda: app.oit.has_class("-asking")),
        )
        for label, check in clicks:
            await pilot.pause()
            (key,) = [each for each in app.oit.query(FooterKey) if each.description == label]
            await pilot.click(key)
            await pilot.pause()
            await pilot.pause()
            assert check(), label
