"""Who is responsible, what shows an item, and which earlier version comes back: asked in a box, kept at once."""

from __future__ import annotations

from datetime import time

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from ita_tui.domain.body import EVERY_DIVISION
from ita_tui.domain.evidence import Evidence
from ita_tui.domain.oit import Status
from ita_tui.errors import RuleBroken
from ita_tui.secretary.keeping.changes import Change
from ita_tui.ui.screens.asking.ask import ConfirmScreen
from ita_tui.ui.screens.asking.choose import ChooseScreen
from ita_tui.ui.screens.oit.evidence import EvidenceScreen
from tests.typing_thai import type_thai
from tests.ui_oit.oit_facts import Drawer, OitApp, desk, with_entry

URL = "https://www.example.go.th/oit/o12"


async def settle(pilot: Pilot[None]) -> None:
    """Let what a key set going come to its end."""
    for _ in range(4):
        await pilot.pause()


def asked(app: OitApp) -> bool:
    """Tell whether a question stands in front."""
    return isinstance(app.screen, ConfirmScreen)


def problem(app: OitApp) -> str:
    return str(app.screen.query_one("#problem", Static).content)


async def test_a_division_is_found_by_its_letters_in_either_layout() -> None:
    app = OitApp(desk(), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
        await type_thai(pilot, "สำนัก")
        await pilot.press("enter")
        await settle(pilot)
        assert app.oit.desk.oit.follow_up.entry("o12").division_id == "office"
        assert "สำนักปลัด" in app.oit.detail.render().plain
        assert app.focused is app.oit.table


async def test_all_divisions_and_none_are_answers_too() -> None:
    app = OitApp(desk(), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        for letters, kept in (("ทุกส่วน", EVERY_DIVISION), ("ไม่ระบุ", "")):
            await type_thai(pilot, "พ")  # the key of r
            await settle(pilot)
            await type_thai(pilot, letters)
            await pilot.press("enter")
            await settle(pilot)
            assert app.oit.desk.oit.follow_up.entry("o12").division_id == kept


async def test_leaving_the_list_of_divisions_changes_nothing() -> None:
    keeper = Drawer()
    app = OitApp(desk(keeper=keeper), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "down", "escape")
        await settle(pilot)
        assert keeper.changes == []
        assert app.screen is app.oit


async def test_an_address_with_what_it_shows_is_added_and_kept_at_once() -> None:
    keeper = Drawer()
    app = OitApp(desk(keeper=keeper), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        await type_thai(pilot, "www.example.go.th/oit/o12\nรายงานรอบ ๖ เดือน\n")
        await settle(pilot)
        entry = app.oit.desk.oit.follow_up.entry("o12")
        assert entry.evidence == (Evidence("http://www.example.go.th/oit/o12", "รายงานรอบ ๖ เดือน"),)
        assert len(keeper.changes) == 1
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.oit, "an empty address ends it"
        assert "หลักฐาน ๑ รายการ" in app.oit.detail.render().plain


async def test_leaving_keeps_an_address_that_was_typed() -> None:
    app = OitApp(desk(), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        await type_thai(pilot, f"{URL}\n")
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is app.oit
        assert app.oit.desk.oit.follow_up.entry("o12").evidence == (Evidence(URL),)


async def test_leaving_asks_before_what_is_no_address_is_lost() -> None:
    app = OitApp(desk(), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        await type_thai(pilot, "แฟ้มในตู้")
        await pilot.press("escape")
        await settle(pilot)
        assert asked(app)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.screen is app.oit


async def test_the_key_of_evidence_is_found_on_a_thai_keyboard() -> None:
    app = OitApp(desk(), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_thai(pilot, "ี")  # the key of u
        await settle(pilot)
        assert isinstance(app.screen, EvidenceScreen)


async def test_an_address_is_changed_in_its_place_and_taken_out() -> None:
    both = (Evidence(URL, "แผน"), Evidence("https://example.go.th/b", "ผล"))
    app = OitApp(desk(listed=with_entry("o12", evidence=both)), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("up", "home", "enter")
        await settle(pilot)
        assert app.screen.query_one("#url", Input).value == URL
        await pilot.press("end", "x", "enter", "enter")
        await settle(pilot)
        assert app.oit.desk.oit.follow_up.entry("o12").evidence == (Evidence(URL + "x", "แผน"), both[1])
        await pilot.press("up", "home", "ctrl+o")
        await settle(pilot)
        assert app.oit.desk.oit.follow_up.entry("o12").evidence == (both[1],)


async def test_evidence_is_chosen_and_taken_out_by_the_mouse_alone() -> None:
    both = (Evidence(URL, "แผน"), Evidence("https://example.go.th/b", "ผล"))
    app = OitApp(desk(listed=with_entry("o12", evidence=both)), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        await pilot.click(OptionList, offset=(5, 2))
        await settle(pilot)
        assert app.screen.query_one("#url", Input).value == both[1].url
        keys = {each.description: each for each in app.screen.query("FooterKey").results()}  # type: ignore[attr-defined]
        await pilot.click(keys["นำออก"])
        await settle(pilot)
        assert app.oit.desk.oit.follow_up.entry("o12").evidence == (both[0],)


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "แผนงาน", "file:///etc/passwd", "https://a@b.example/"])
async def test_what_is_no_address_stays_in_the_field_with_the_reason(typed: str) -> None:
    keeper = Drawer()
    app = OitApp(desk(keeper=keeper), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        await type_thai(pilot, typed + "\n")
        await settle(pilot)
        assert isinstance(app.screen, EvidenceScreen)
        assert app.screen.query_one("#url", Input).value == typed
        assert "ที่อยู่เว็บไซต์" in problem(app)
        assert keeper.changes == []


async def test_a_refusal_to_keep_is_told_in_the_box_and_nothing_typed_is_lost() -> None:
    class Refusing(Drawer):
        def keep(self, change: Change) -> None:
            raise RuleBroken("หน้าต่างนี้เปิดแบบอ่านอย่างเดียว", "แก้ไขในหน้าต่างที่เปิดไว้ก่อน")

    app = OitApp(desk(keeper=Refusing()), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        await type_thai(pilot, URL + "\nแผน\n")
        await settle(pilot)
        assert "อ่านอย่างเดียว" in problem(app)
        assert app.screen.query_one("#url", Input).value == URL
        assert app.oit.desk.oit.follow_up.entry("o12").evidence == ()


async def test_an_earlier_status_is_put_back_and_the_history_keeps_both() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("6", "up", "v")
        await settle(pilot)
        lines = [str(app.screen.query_one(OptionList).get_option_at_index(at).prompt) for at in range(3)]
        assert "✓ ปัจจุบัน ๑๗ ม.ค. ๒๕๖๗ ๑๐.๐๐ น.  ครั้งที่ ๑/๒๕๖๗  ✗ ยังไม่ได้ดำเนินการ" in lines[0]
        assert "รายงานโดยสำนักปลัด  ✓ ดำเนินการเรียบร้อยแล้ว" in lines[1]
        assert "ครั้งที่ ๑/๒๕๖๖  ✓ ดำเนินการเรียบร้อยแล้ว" in lines[2]
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        entry = app.oit.desk.oit.follow_up.entry("o1")
        assert entry.status is Status.DONE
        assert len(entry.history) == 4
        assert app.oit.table.code == "o1"


async def test_a_note_is_put_back_by_the_keys_of_a_thai_keyboard() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "a", "enter", "n", "backspace", "b", "enter")
        await type_thai(pilot, "อ")  # the key of v
        await settle(pilot)
        await type_thai(pilot, "หมายเหตุ")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.oit.desk.oit.follow_up.entry("o1").note == "a"
        assert any("นำกลับมาแล้ว" in each.title for each in app._notifications)


async def test_what_is_present_already_and_a_settled_status_of_an_adjourned_meeting_are_not_put_back() -> None:
    meeting = desk()
    app = OitApp(meeting, start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "enter")
        await settle(pilot)
        assert any("ปัจจุบันอยู่แล้ว" in each.title for each in app._notifications)
        meeting.gavel.adjourn(time(11, 30))
        before = meeting.oit.follow_up
        await pilot.press("v", "down", "enter")
        await settle(pilot)
        assert any("เลิกประชุมแล้ว" in each.title for each in app._notifications)
        assert meeting.oit.follow_up == before


async def test_an_item_of_which_nothing_is_known_says_so() -> None:
    app = OitApp(desk(), start="o33")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        await settle(pilot)
        assert app.screen is app.oit
        assert any("ยังไม่มีประวัติ" in each.message for each in app._notifications)


async def test_hostile_words_in_the_boxes_are_shown_as_typed() -> None:
    name = "[@click=app.quit]x[/]"
    app = OitApp(desk(listed=with_entry("o1", note=name, evidence=(Evidence(URL, name),))), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("u", "v"):
            await pilot.press(key)
            await settle(pilot)
            options = app.screen.query_one(OptionList)
            prompts = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
            assert any(name in each for each in prompts)
            await pilot.press("escape")
            await settle(pilot)
        assert app.is_running
