"""`ita-tui print`: a paper goes to a printer, and its PDF stays where it is said to be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.printers import POSIX, FakePrinters, no_printing

pytestmark = POSIX


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePrinters:
    fake = FakePrinters(tmp_path / "bin")
    fake.use(monkeypatch)
    fake.says("HP_1", "HP_2", default="HP_2")
    return fake


def test_a_paper_goes_to_the_default_printer_and_its_pdf_stays(ita: Run, data: Path, cups: FakePrinters) -> None:
    code, out, err = ita("print", "minutes", "--meeting", "1/2566", "--data", data, "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    path = Path(told["path"])
    assert (told["printer"], told["copies"], path.name) == ("HP_2", 1, "รายงานการประชุม_1-2566.pdf")
    assert path.read_bytes().startswith(b"%PDF-")
    assert cups.printed == [["-d", "HP_2", "-n", "1", "-o", "media=A4", "--", str(path)]]


def test_printer_copies_and_folder_are_as_she_says(ita: Run, data: Path, cups: FakePrinters, tmp_path: Path) -> None:
    asked = ["--printer", "HP_1", "--copies", "๓", "--out", tmp_path / "out"]
    code, out, _ = ita("print", "oit", *asked, "--data", data)
    assert code == 0
    assert "๓ ชุด ที่เครื่องพิมพ์ HP_1" in out
    (path,) = (tmp_path / "out").iterdir()
    assert cups.printed == [["-d", "HP_1", "-n", "3", "-o", "media=A4", "--", str(path)]]


@pytest.mark.parametrize("copies", ["0", "100", "สอง", "-1", "1" * 5000])
def test_a_number_of_copies_that_cannot_be_meant_is_wrong_use(
    ita: Run, data: Path, cups: FakePrinters, tmp_path: Path, copies: str
) -> None:
    code, _, err = ita("print", "minutes", f"--copies={copies}", "--out", tmp_path / "out", "--data", data)
    assert code == 2
    assert "จำนวนชุด" in err
    assert not (tmp_path / "out").exists()


def test_without_a_printer_the_pdf_is_made_and_its_place_is_told(
    ita: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_printing(monkeypatch, tmp_path / "empty")
    code, out, err = ita("print", "minutes", "--meeting", "1/2566", "--out", tmp_path / "out", "--data", data)
    assert (code, out) == (3, "")
    (path,) = (tmp_path / "out").iterdir()
    assert "ไม่มีคำสั่ง lp" in err
    assert str(path) in err


def test_a_printer_that_refuses_or_is_unknown_is_a_failure(ita: Run, data: Path, cups: FakePrinters) -> None:
    code, _, err = ita("print", "minutes", "--printer", "HP_9", "--data", data)
    assert code == 3
    assert "HP_1" in err
    cups.says("HP_1", refuses="lp: Printer is rejecting jobs")
    code, _, err = ita("print", "minutes", "--data", data)
    assert code == 3
    assert "rejecting" in err
