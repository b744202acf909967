"""The papers of a meeting by keys and by mouse: made, printed, signed; only what is possible is offered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.papers.acts import PaperAct
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.documents import DocumentsScreen
from ita_tui.ui.screens.meeting.live import LiveScreen
from ita_tui.ui.screens.printing import NoPrinterScreen, PrintScreen
from tests.printers import POSIX, FakePrinters, no_printing
from tests.typing_thai import type_thai
from tests.ui_live.test_room import enter_room, quiet

pytestmark = POSIX
BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


async def at_documents(pilot: Pilot[Any], *, adjourned: bool = True) -> tuple[DocumentsScreen, MeetingDesk]:
    """Go from the first screen to the papers of a meeting that is going on, or was held."""
    app = pilot.app
    assert isinstance(app, ItaApp)
    desk = app.office.desk(app.office.head("1/2567").id)
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    if adjourned:
        desk.gavel.adjourn(desk.now().time())
    await pilot.pause()
    await pilot.press("f8")
    await quiet(pilot)
    screen = documents(app)
    return screen, screen.desk


def documents(app: Any) -> DocumentsScreen:
    assert isinstance(app, ItaApp)
    (screen,) = [each for each in app.screen_stack if isinstance(each, DocumentsScreen)]
    return screen


def offered(screen: DocumentsScreen) -> list[str]:
    return [option.id or "" for option in screen.acts.options]


async def do(pilot: Pilot[Any], screen: DocumentsScreen, act: PaperAct) -> None:
    """Walk to an act and do it."""
    screen.acts.highlighted = offered(screen).index(act.value)
    await pilot.press("enter")
    await quiet(pilot)


async def made(pilot: Pilot[Any]) -> None:
    """Wait until what is being made is there: a slow machine outlasts the keys' patience."""
    screen = documents(pilot.app)
    for _ in range(1000):
        if not screen._busy or pilot.app.screen is not screen:
            break
        await pilot.pause(0.02)
    await quiet(pilot)


def words(screen: Any, name: str) -> str:
    return str(screen.query_one(name, Static).content)


async def test_from_adjourning_to_printed_minutes_takes_at_most_ten_keys(app: ItaApp, cups: FakePrinters) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await enter_room(pilot)
        keys = ["f9", "enter", "enter", "f8", "enter", "enter"]
        for key in keys:
            await pilot.press(key)
            await quiet(pilot)
            if isinstance(app.screen, DocumentsScreen):
                await made(pilot)
        await made(pilot)
        assert len(keys) <= 10
        (printed,) = cups.printed
        assert printed[:4] == ["-d", "HP_1", "-n", "1"]
        assert Path(printed[-1]).name == "รายงานการประชุม_1-2567.pdf"
        assert desk.meeting.head.seal
        assert "ส่งพิมพ์แล้ว ๑ ชุด HP_1" in words(documents(app), "#outcome")


async def test_keys_typed_ahead_make_and_print_in_their_order(app: ItaApp, cups: FakePrinters) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_documents(pilot)
        await pilot.press("enter", "tab", "delete", "3", "enter")
        await made(pilot)
        await made(pilot)
        assert [arguments[:4] for arguments in cups.printed] == [["-d", "HP_1", "-n", "3"]]


async def test_another_printer_and_more_copies_by_arrows(app: ItaApp, cups: FakePrinters) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen, _ = await at_documents(pilot)
        await do(pilot, screen, PaperAct.PRINT_MINUTES)
        await made(pilot)
        assert isinstance(app.screen, PrintScreen)
        await pilot.press("down", "tab", "delete")
        await type_thai(pilot, "๒")
        await pilot.press("enter")
        await made(pilot)
        (arguments,) = cups.printed
        assert arguments[:4] == ["-d", "HP_ชั้น_2", "-n", "2"]
        assert "(ร่าง)" in words(screen, "#preview")


async def test_a_printer_that_refuses_is_told_where_another_can_be_chosen(app: ItaApp, cups: FakePrinters) -> None:
    cups.says("HP_1", "HP_2", default="HP_1", refuses="lp: [/] Printer is rejecting jobs")
    async with app.run_test(size=(80, 24)) as pilot:
        screen, _ = await at_documents(pilot)
        await do(pilot, screen, PaperAct.PRINT_OIT)
        await made(pilot)
        await pilot.press("enter")
        await quiet(pilot)
        dialog = app.screen
        assert isinstance(dialog, PrintScreen)
        assert "lp: [/] Printer is rejecting jobs" in words(dialog, "#problem")
        cups.says("HP_1", "HP_2", default="HP_1")
        await pilot.press("down", "enter")
        await made(pilot)
        assert cups.printed[-1][1] == "HP_2"
        assert "ตารางติดตาม_OIT_2567" in cups.printed[-1][-1]


@pytest.mark.parametrize("typed", ["0", "x", ""])
async def test_copies_that_cannot_be_meant_keep_the_question_open(app: ItaApp, cups: FakePrinters, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_documents(pilot)
        await pilot.press("enter")
        await made(pilot)
        await pilot.press("tab", "delete", *typed, "enter")
        await quiet(pilot)
        assert isinstance(app.screen, PrintScreen)
        assert "จำนวนชุด" in words(app.screen, "#problem")
        assert cups.printed == []


async def test_without_a_printer_the_place_of_the_pdf_is_said(
    app: ItaApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_printing(monkeypatch, tmp_path / "empty")
    async with app.run_test(size=(80, 24)) as pilot:
        screen, desk = await at_documents(pilot)
        await pilot.press("enter")
        await made(pilot)
        dialog = app.screen
        assert isinstance(dialog, NoPrinterScreen)
        path = Path(words(dialog, "#path"))
        assert path.read_bytes().startswith(b"%PDF-")
        assert [str(each.prompt) for each in dialog.query_one(OptionList).options] == ["ปิด"]
        await pilot.press("enter")
        await made(pilot)
        assert app.screen is screen
        assert desk.meeting.head.seal


async def test_where_files_can_be_shown_the_pdf_is(
    app: ItaApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_printing(monkeypatch, tmp_path / "bin")
    script = tmp_path / "bin" / "xdg-open"
    script.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/shown"\n', encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("DISPLAY", ":0")
    async with app.run_test(size=(120, 40)) as pilot:
        await at_documents(pilot)
        await pilot.press("enter")
        await made(pilot)
        await pilot.press("enter")
        await made(pilot)
        assert Path((tmp_path / "shown").read_text(encoding="utf-8")).name == "รายงานการประชุม_1-2567.pdf"


async def test_only_what_is_possible_is_offered_and_what_comes_next_is_said(app: ItaApp, cups: FakePrinters) -> None:
    every = [PaperAct.MAKE_MINUTES, PaperAct.PRINT_MINUTES, PaperAct.MAKE_OIT, PaperAct.PRINT_OIT]
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("f8")
        await quiet(pilot)
        assert offered(documents(app)) == every
        assert "ยังไม่ได้เปิดประชุม" in words(documents(app), "#step")
        await pilot.press("escape")
        await quiet(pilot)
        screen, desk = await at_documents(pilot, adjourned=False)
        assert offered(screen) == every
        assert "เมื่อเลิกประชุม" in words(screen, "#step")
        await pilot.press("escape")
        await quiet(pilot)
        desk.gavel.adjourn(desk.now().time())
        await pilot.press("f8")
        await quiet(pilot)
        screen = documents(app)
        assert PaperAct.SIGNED not in offered(screen)
        assert screen.act is PaperAct.FOR_SIGNING
        await pilot.press("enter")
        await made(pilot)
        await pilot.press("escape")
        await quiet(pilot)
        assert PaperAct.SIGNED in offered(screen)
        assert "ประธานลงนาม" in words(screen, "#step")
        await do(pilot, screen, PaperAct.SIGNED)
        await pilot.press("down", "enter")
        await made(pilot)
        assert desk.meeting.state is MeetingState.FINAL
        assert offered(screen) == [*every[:2], PaperAct.REOPEN, *every[2:]]


async def test_a_change_after_printing_for_signing_says_that_it_must_be_printed_anew(
    app: ItaApp, cups: FakePrinters
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen, desk = await at_documents(pilot)
        await pilot.press("enter")
        await made(pilot)
        await pilot.press("escape")
        await quiet(pilot)
        desk.people.act_as(desk.meeting.roster[1].id, "รักษาราชการแทนนายอำเภอ")
        screen.show(screen.act)
        assert "ต้องออกฉบับเพื่อลงนามใหม่" in words(screen, "#step")
        assert PaperAct.SIGNED not in offered(screen)


@BOTH_SIZES
async def test_everything_can_be_done_by_mouse(app: ItaApp, cups: FakePrinters, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen, desk = await at_documents(pilot)
        await pilot.click("#formats", offset=(3, 1))
        await quiet(pilot)
        assert "docx" not in screen.query_one("#formats").ticked  # type: ignore[attr-defined]
        await pilot.click("#acts", offset=(3, offered(screen).index(PaperAct.FOR_SIGNING)))
        await made(pilot)
        assert isinstance(app.screen, PrintScreen)
        await pilot.click("#printers", offset=(3, 1))
        await made(pilot)
        assert cups.printed[0][1] == "HP_ชั้น_2"
        assert {path.suffix for path in app.documents_folder.iterdir()} == {".pdf", ".html", ".md"}
        await pilot.click("#acts", offset=(3, offered(screen).index(PaperAct.SIGNED)))
        await quiet(pilot)
        await pilot.click("OptionList", offset=(3, 1))
        await made(pilot)
        assert desk.meeting.state is MeetingState.FINAL


@BOTH_SIZES
async def test_every_act_and_where_the_papers_lie_stand_on_the_screen(
    app: ItaApp, cups: FakePrinters, size: tuple[int, int], tmp_path: Path
) -> None:
    async with app.run_test(size=size) as pilot:
        screen, _ = await at_documents(pilot)
        await pilot.press("enter")
        await made(pilot)
        await pilot.press("escape")
        await quiet(pilot)
        region = screen.query_one("#choices").region
        for line in range(len(offered(screen))):
            assert screen.acts.region.y + line < region.bottom
        assert screen.outcome.region.bottom <= region.bottom
        assert screen.outcome.region.height >= 3


async def test_paper_is_always_among_the_formats_for_signing(app: ItaApp, cups: FakePrinters) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen, _ = await at_documents(pilot)
        await pilot.press("tab", "space", "tab", "shift+tab")
        assert "pdf" not in screen.query_one("#formats").ticked  # type: ignore[attr-defined]
        await do(pilot, screen, PaperAct.FOR_SIGNING)
        await made(pilot)
        assert isinstance(app.screen, PrintScreen)
        assert {path.suffix for path in app.documents_folder.iterdir()} == {".pdf", ".docx", ".html", ".md"}


async def test_words_marked_to_be_finished_are_asked_about_before_the_copy_for_signing(
    app: ItaApp, cups: FakePrinters
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await enter_room(pilot)
        await type_thai(pilot, "ยังไม่ครบ")
        await pilot.press("ctrl+b", "f9", "enter", "enter", "f8")
        await quiet(pilot)
        await do(pilot, documents(app), PaperAct.FOR_SIGNING)
        assert "[ตามต่อ] ๑ แห่ง" in str(app.screen.query_one(".label", Static).content)
        await pilot.press("enter")
        await made(pilot)
        assert not desk.meeting.head.seal
        await do(pilot, documents(app), PaperAct.FOR_SIGNING)
        await pilot.press("down", "enter")
        await made(pilot)
        assert desk.meeting.head.seal


async def test_esc_does_not_leave_while_a_paper_is_made(app: ItaApp, cups: FakePrinters) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen, _ = await at_documents(pilot)
        screen._busy = True
        await pilot.press("escape", "enter")
        await quiet(pilot)
        assert app.screen is screen
        assert not app.documents_folder.exists()


async def test_esc_goes_back_to_the_room(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await enter_room(pilot)
        await pilot.press("f8")
        await quiet(pilot)
        assert isinstance(app.screen, DocumentsScreen)
        await pilot.press("escape")
        await quiet(pilot)
        assert isinstance(app.screen, LiveScreen)
