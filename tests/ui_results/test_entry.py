"""Scores typed cell by cell: kept as they are left, refused with the reason, old and new shown before replacing."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.results.entry import EntryScreen
from ita_tui.ui.screens.results.year import ResultsScreen
from tests.typing_thai import type_thai
from tests.ui_results.steps import Y2566, Y2568, line_of, open_entry, open_results, paste, stored, words


async def open_new_year(pilot: Pilot[Any], year: str = "2568") -> EntryScreen:
    await open_results(pilot)
    await pilot.press("n")
    await pilot.pause()
    await type_thai(pilot, year)
    await pilot.press("enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, EntryScreen)
    return screen


async def at_cell(pilot: Pilot[Any], screen: EntryScreen, code: str, text: str) -> None:
    screen.grid.move_to(code)
    await type_thai(pilot, text)


async def test_tab_goes_from_cell_to_cell_and_each_is_kept(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_new_year(pilot, "๒๕๖๘")
        screen.grid.move_to("1")
        await type_thai(pilot, "๙๐.๕\t91\t๙๒.๒๕")
        await pilot.press("shift+tab")
        await pilot.pause()
        scores = stored(app, Y2568).scores
        assert {code: f"{scores[code]:.2f}" for code in scores} == {"1": "90.50", "2": "91.00", "3": "92.25"}
        assert screen.grid.key == "2"


async def test_number_keys_of_a_thai_keyboard_type_digits(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_new_year(pilot)
        await at_cell(pilot, screen, "1", "ตคใ/ๅ\t")  # where 9 8 . 2 1 lie
        assert stored(app, Y2568).printed("1") == "98.21"


async def test_sums_stand_beside_what_was_typed(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_new_year(pilot)
        for code, text in (("9", "82.50"), ("10", "90"), ("IIT", "100"), ("EIT", "99.33")):
            await at_cell(pilot, screen, code, f"{text}\t")
        assert "คำนวณได้ ๘๖.๒๕" in line_of(app, "OIT แบบวัด")
        assert "คำนวณได้ ๙๔.๓๐" in line_of(app, "คะแนนภาพรวม")
        await at_cell(pilot, screen, "overall", "๙๔.๐๓\t")
        assert "คำนวณได้ ๙๔.๓๐ ไม่ตรงกัน" in line_of(app, "คะแนนภาพรวม")
        assert line_of(app, "คะแนนภาพรวม").startswith("!")


async def test_a_stored_number_is_replaced_only_by_enter_while_old_and_new_are_shown(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_entry(pilot)
        await at_cell(pilot, screen, "6", "98.12")
        for key in ("tab", "tab", "down", "pageup", "shift+tab"):
            await pilot.press(key)
            assert (screen.grid.key, stored(app).printed("6")) == ("6", "98.19")
        assert "แทนค่าเดิม ๙๘.๑๙ ด้วย ๙๘.๑๒" in words(app, "#entry-words")
        await pilot.press("enter")
        assert (screen.grid.key, stored(app).printed("6")) == ("7", "98.12")


async def test_enter_alone_never_replaces_unseen(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_entry(pilot)
        await at_cell(pilot, screen, "6", "1\n")
        assert stored(app).printed("6") == "98.19"
        await type_thai(pilot, "2")  # other words need another look
        await pilot.press("enter")
        assert stored(app).printed("6") == "98.19"
        await pilot.press("enter")
        assert stored(app).printed("6") == "12.00"


async def test_esc_brings_the_old_number_back_and_then_leaves(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_entry(pilot)
        await at_cell(pilot, screen, "6", "98.12\t")
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
        assert "๙๘.๑๙" in line_of(app, "คุณภาพการดำเนินงาน")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        assert stored(app).printed("6") == "98.19"


async def test_the_same_number_again_asks_nothing(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_entry(pilot)
        await at_cell(pilot, screen, "6", "๙๘.๑๙\t")
        assert screen.grid.key == "7"


async def test_a_number_is_taken_out_only_after_a_look(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_entry(pilot)
        screen.grid.move_to("6")
        await pilot.press("delete", "tab")
        assert "ลบค่าเดิม ๙๘.๑๙" in words(app, "#entry-words")
        await pilot.press("enter")
        assert "6" not in stored(app).scores


@pytest.mark.parametrize("text", ["120", "9.9.9", "abc", "๑๐๐.๐๑"])
async def test_what_is_no_score_stays_with_the_reason(app: ItaApp, text: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_new_year(pilot)
        await at_cell(pilot, screen, "1", f"{text}\t")
        assert screen.grid.key == "1"
        assert "ไม่ใช่คะแนน" in words(app, "#entry-words")
        await pilot.press("tab")  # told once; she may go on
        assert screen.grid.key == "2"
        assert text in line_of(app, "การปฏิบัติหน้าที่")
        assert not stored(app, Y2568).scores
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is not screen  # asks before it throws the text away
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen


async def test_a_pasted_number_is_taken_as_typed(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_new_year(pilot)
        screen.grid.move_to("1")
        await paste(pilot, " ๙๙.๐๐ \n")
        await pilot.press("tab")
        assert stored(app, Y2568).printed("1") == "99.00"


async def test_the_level_of_the_rule_is_proposed_and_can_be_another(app: ItaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_new_year(pilot)
        for code, text in (("overall", "94.30"), ("IIT", "100"), ("EIT", "99.33"), ("OIT", "86.25")):
            await at_cell(pilot, screen, code, f"{text}\t")
        screen.grid.move_to("level")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert stored(app, Y2568).level == "ผ่านดี"
        screen.grid.move_to("level")
        await pilot.press("enter")
        await pilot.pause()
        assert "ค่าเดิม ผ่านดี" in words(app, ".note")
        await pilot.press("ctrl+a", "delete")
        await type_thai(pilot, "ต้องปรับปรุง")
        await pilot.press("enter")
        await pilot.pause()
        assert stored(app, Y2568).level == "ต้องปรับปรุง"
        assert line_of(app, "ระดับผลการประเมิน").startswith("!")


async def test_the_level_is_typed_from_its_first_letter_on(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_new_year(pilot)
        for level in ("ผ่าน", "ผ่านดี"):
            screen.grid.move_to("level")
            await type_thai(pilot, f"{level}\n")
            assert stored(app, Y2568).level == level
            assert screen.grid.key == "IIT"


async def test_undo_drops_what_is_typed_and_then_takes_back_what_was_kept(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_new_year(pilot)
        await at_cell(pilot, screen, "1", "90\t91")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert (stored(app, Y2568).printed("1"), stored(app, Y2568).printed("2")) == ("90.00", "")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert not stored(app, Y2568).scores


async def test_a_code_that_is_not_asked_for_can_be_added(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_entry(pilot)
        await pilot.press("ctrl+n")
        await pilot.pause()
        await type_thai(pilot, "ข้อ i๑๒")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.grid.key == "i12"
        await type_thai(pilot, "88\t")
        assert stored(app).printed("i12") == "88.00"


async def test_leaving_the_program_keeps_the_cell_or_stays(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_new_year(pilot)
        await at_cell(pilot, screen, "1", "90")
        assert screen.confirm()
        assert stored(app, Y2568).printed("1") == "90.00"
        await at_cell(pilot, screen, "1", "91")
        assert not screen.confirm()
        assert stored(app, Y2568).printed("1") == "90.00"


async def test_what_was_typed_is_on_disk_and_seen_on_return(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_new_year(pilot)
        await at_cell(pilot, screen, "overall", "94.30")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.year == Y2568
        assert "๙๔.๓๐" in line_of(app, "คะแนนภาพรวม")
        app.office.flush()
        assert (app.office.path / "years" / "2568.json").is_file()


async def test_a_fast_typist_loses_nothing(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_new_year(pilot)
        screen.grid.move_to("1")
        await pilot.press(*"90", "tab", *"91", "tab", *"92", "tab", *"93", "tab")
        await pilot.pause()
        assert [stored(app, Y2568).printed(str(n)) for n in range(1, 5)] == ["90.00", "91.00", "92.00", "93.00"]
        assert Y2566 in app.office.years()
