"""What a terminal says and sends besides keys: its widths, keys pressed while the program starts, stray bytes."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.e2e.steps import open_meeting
from tests.e2e.terminal import Terminal, command, environment

PATIENT = """
import sys
from ita_tui import terminal_width
terminal_width.PATIENCE = 10  # this test may answer slowly on a busy machine
from ita_tui.cli import main
main(sys.argv[1:])
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    subprocess.run(command("sample", str(folder)), env=environment(tmp_path / "home"), check=True, capture_output=True)
    return folder


def patient(data: Path) -> list[str]:
    return [command()[0], "-c", PATIENT, "--data", str(data)]


def send(terminal: Terminal, sent: bytes) -> None:
    os.write(terminal._fd, sent)


def answer(terminal: Terminal, *replies: bytes) -> None:
    """Waits until the program asks how wide Thai is drawn, and answers."""
    until = time.monotonic() + 20
    while terminal.raw.count(b"\x1b[6n") < 3:
        assert time.monotonic() < until
        time.sleep(0.002)
    for each in replies:
        send(terminal, each)


def test_a_key_pressed_while_the_terminal_is_asked_acts_in_the_program(data: Path, tmp_path: Path) -> None:
    with Terminal(patient(data), environment(tmp_path / "home")) as terminal:
        answer(terminal, b"\x1b[5;21R\x1bOP", b"\x1b[5;22R\x1b[5;22R")
        terminal.see("ช่วยเหลือ", "ปุ่มที่ใช้ได้")
        terminal.press("esc")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0


def test_a_terminal_that_draws_thai_wrongly_is_told_of_at_the_first_start_only(data: Path, tmp_path: Path) -> None:
    env = environment(tmp_path / "home")
    wrong = b"\x1b[5;22R\x1b[5;23R\x1b[5;22R"
    for first in (True, False):
        with Terminal(patient(data), env) as terminal:
            answer(terminal, wrong)
            terminal.see("ครั้งที่ ๑/๒๕๖๗")
            if first:
                terminal.see("วาด “ที่” กว้าง ๒ ช่อง", "โปรดทราบ")
            time.sleep(0.5)
            assert ("กว้าง" in terminal.text()) is first
            terminal.press("ctrl+q")
            assert terminal.wait() == 0


def test_an_answer_that_comes_late_is_no_key(data: Path, tmp_path: Path) -> None:
    with Terminal(command("--data", str(data)), environment(tmp_path / "home")) as terminal:
        terminal.see("ครั้งที่ ๑/๒๕๖๗")
        send(terminal, b"\x1b[1;21R\x1b[1;22R\x1b[1;22R")
        open_meeting(terminal)
        terminal.write("ประชุม")
        terminal.see("ประชุม")


def test_stray_bytes_end_nothing_and_are_no_letters(data: Path, tmp_path: Path) -> None:
    with Terminal(command("--data", str(data)), environment(tmp_path / "home")) as terminal:
        open_meeting(terminal)
        terminal.write("ก่อน")
        for stray in (b"\xff", b"\xc3(", b"\xe0\xb8", b"\x80\xfe"):
            send(terminal, stray)
            time.sleep(0.1)
        terminal.write("หลัง")
        terminal.see("ก่อน(หลัง")
        terminal.press("ctrl+s", "ctrl+q")
        assert terminal.wait() == 0
