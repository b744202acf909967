"""Printing by lp: which printer, how many, what is refused; no real printer is ever asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_tui.documents import printing
from ita_tui.documents.printing import Printer
from ita_tui.errors import BadText, CannotPrint, NoPrinter
from tests.printers import POSIX, FakePrinters, no_printing

pytestmark = POSIX


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePrinters:
    fake = FakePrinters(tmp_path / "bin")
    fake.use(monkeypatch)
    return fake


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "-d รายงาน; rm $(x) ๑.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    return path


def test_the_default_printer_comes_first(cups: FakePrinters) -> None:
    cups.says("HP_1", "ชั้น_2", default="ชั้น_2")
    assert printing.printers() == (Printer("ชั้น_2", is_default=True), Printer("HP_1"))
    assert printing.printer_of("") == Printer("ชั้น_2", is_default=True)
    assert printing.printer_of("HP_1") == Printer("HP_1")


def test_the_only_printer_is_taken_where_none_is_the_default(cups: FakePrinters) -> None:
    cups.says("HP_1")
    assert printing.printer_of("") == Printer("HP_1")


def test_without_a_default_she_must_say_which(cups: FakePrinters) -> None:
    cups.says("HP_1", "HP_2")
    with pytest.raises(CannotPrint, match=r"เครื่องพิมพ์หลัก.*HP_1, HP_2"):
        printing.printer_of("")


def test_a_printer_nobody_knows_is_told_with_those_there_are(cups: FakePrinters) -> None:
    cups.says("HP_1")
    with pytest.raises(CannotPrint, match=r"ไม่พบเครื่องพิมพ์ชื่อ “-o x”.*HP_1"):
        printing.printer_of("-o x")


def test_without_lp_there_is_no_printer_and_it_is_said_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    no_printing(monkeypatch, tmp_path / "empty")
    assert printing.printers() == ()
    with pytest.raises(NoPrinter, match="ไม่มีคำสั่ง lp"):
        printing.printer_of("")


def test_without_a_queue_there_is_no_printer(cups: FakePrinters) -> None:
    assert printing.printers() == ()
    with pytest.raises(NoPrinter, match="ไม่พบเครื่องพิมพ์"):
        printing.printer_of("")


def test_a_list_that_takes_too_long_counts_as_empty(cups: FakePrinters, monkeypatch: pytest.MonkeyPatch) -> None:
    cups.says("HP_1", sleep=5)
    monkeypatch.setattr(printing, "_TIME_TO_LIST", 0.2)
    assert printing.printers() == ()


def test_the_paper_goes_as_one_absolute_path_behind_the_end_of_options(
    cups: FakePrinters, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cups.says("HP_1")
    monkeypatch.chdir(paper.parent)
    printing.print_pdf(Path(paper.name), Printer("HP_1"), 3)
    assert cups.printed == [["-d", "HP_1", "-n", "3", "-o", "media=A4", "--", str(paper)]]


def test_a_printer_that_refuses_is_told_with_its_reason(cups: FakePrinters, paper: Path) -> None:
    cups.says("HP_1", refuses="lp: The printer\x1b[31m is not accepting jobs.\n")
    with pytest.raises(CannotPrint, match=r"เครื่องพิมพ์ HP_1 ไม่รับงานพิมพ์: lp: The printer is not accepting jobs\.") as told:
        printing.print_pdf(paper, Printer("HP_1"))
    assert "\x1b" not in str(told.value)
    assert told.value.hint


def test_a_printer_that_does_not_answer_is_given_up(
    cups: FakePrinters, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cups.says("HP_1", sleep=5)
    monkeypatch.setattr(printing, "_TIME_TO_SEND", 0.2)
    with pytest.raises(CannotPrint, match="ไม่ตอบ"):
        printing.print_pdf(paper, Printer("HP_1"))


@pytest.mark.parametrize("copies", [0, -1, 100])
def test_a_number_of_copies_that_cannot_be_meant_is_refused(cups: FakePrinters, paper: Path, copies: int) -> None:
    with pytest.raises(BadText, match="จำนวนชุด"):
        printing.print_pdf(paper, Printer("HP_1"), copies)
    assert cups.printed == []


def test_only_a_pdf_that_is_there_is_printed(cups: FakePrinters, tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_text("ไม่ใช่ PDF", encoding="utf-8")
    for name, says in (("text.pdf", "ไม่ใช่ PDF"), ("gone.pdf", "อ่านไฟล์"), (".", "อ่านไฟล์")):
        with pytest.raises(CannotPrint, match=says):
            printing.print_pdf(tmp_path / name, Printer("HP_1"))
    assert cups.printed == []


# --- showing ------------------------------------------------------------------------------------------------


def viewer(folder: Path, code: int) -> Path:
    """Put a program that shows files on the PATH; it notes which."""
    script = folder / "xdg-open"
    script.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{folder}/shown"\nexit {code}\n', encoding="utf-8")
    script.chmod(0o700)
    return folder / "shown"


def test_a_file_is_shown_by_the_systems_own_program(
    cups: FakePrinters, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = viewer(tmp_path / "bin", 0)
    assert not printing.can_open()
    monkeypatch.setenv("DISPLAY", ":0")
    assert printing.can_open()
    printing.open_file(paper)
    assert shown.read_text(encoding="utf-8") == str(paper)


def test_a_file_that_cannot_be_shown_is_told_with_its_place(
    cups: FakePrinters, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotPrint, match="เปิดไฟล์"):
        printing.open_file(paper)
    viewer(tmp_path / "bin", 3)
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(CannotPrint) as told:
        printing.open_file(paper)
    assert str(paper.parent) in told.value.hint
