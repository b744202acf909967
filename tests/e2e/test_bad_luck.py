"""What a user sees when things go wrong: a sentence, never a traceback, and nothing lost."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.e2e.steps import open_meeting
from tests.e2e.terminal import Terminal, command, environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")

CRASHES = """
import sys
from ita_tui.ui.screens.meeting.live import LiveScreen

def refuse(self):
    raise ZeroDivisionError("nobody foresaw this")

LiveScreen.action_next_item = refuse
from ita_tui.cli import main
main(sys.argv[1:])
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    subprocess.run(
        command("sample", str(tmp_path / "data")), env=environment(tmp_path / "home"), check=True, capture_output=True
    )
    return tmp_path / "data"


def test_an_error_nobody_foresaw_ends_in_a_sentence_and_the_words_are_there_again(data: Path, tmp_path: Path) -> None:
    env = environment(tmp_path / "home", "2024-01-17T09:30:00+07:00")
    crashing = [command()[0], "-c", CRASHES, "--data", str(data)]
    with Terminal(crashing, env) as terminal:
        open_meeting(terminal)
        terminal.write("ข้อความก่อนโปรแกรมขัดข้อง")
        terminal.press("f6")
        assert terminal.wait() == 3
        assert "โปรแกรมขัดข้อง" in terminal.text().replace("\n", "")
        assert b"ZeroDivisionError" not in terminal.raw
    assert "nobody foresaw this" in (data / "errors.log").read_text(encoding="utf-8")
    with Terminal(command("--data", str(data)), env) as terminal:
        terminal.see("กู้คืนแล้ว", "ข้อความก่อนโปรแกรมขัดข้อง")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0


def test_a_second_window_says_it_only_reads_and_shows_what_the_first_writes(data: Path, tmp_path: Path) -> None:
    env = environment(tmp_path / "home", "2024-01-17T09:30:00+07:00")
    with Terminal(command("--data", str(data)), env) as first:
        open_meeting(first)
        with Terminal(command("--data", str(data)), env) as second:
            second.see("อ่านอย่างเดียว", "กำลังประชุม")
            second.press("enter")
            second.see("ระเบียบวาระ")
            first.write("หน้าต่างแรกพิมพ์")
            first.press("ctrl+s")
            second.see("หน้าต่างแรกพิมพ์")
            second.press("f10", "ctrl+q")
            assert second.wait() == 0


def test_a_terminal_too_small_is_told_the_size_it_needs(data: Path, tmp_path: Path) -> None:
    with Terminal(command("--data", str(data)), environment(tmp_path / "home"), columns=70, rows=20) as terminal:
        terminal.see("80×24")
        assert terminal.wait() == 2


def test_a_wrong_time_keeps_the_dialog_open_and_what_was_typed(data: Path, tmp_path: Path) -> None:
    env = environment(tmp_path / "home", "2024-01-17T09:30:00+07:00")
    with Terminal(command("--data", str(data)), env) as terminal:
        terminal.see("ครั้งที่ ๑/๒๕๖๗")
        terminal.press("enter")
        terminal.see("ยังไม่ได้เปิดประชุม")
        terminal.press("f9")
        terminal.see("เริ่มประชุมเวลา")
        terminal.press("tab", "tab")
        terminal.press(*["backspace"] * 5)
        terminal.write("25.99")
        terminal.press("enter")
        terminal.see("ไม่มีเวลา “25.99”")
        terminal.press(*["backspace"] * 5)
        terminal.write("๙.๔๕")
        terminal.press("enter")
        terminal.see("ผ่านไป")


def test_a_folder_that_cannot_be_opened_is_told_in_thai(tmp_path: Path) -> None:
    done = subprocess.run(
        command("export", "minutes", "--data", str(tmp_path / "nowhere"), "--out", str(tmp_path)),
        env=environment(tmp_path / "home"), capture_output=True, check=False,
    )
    assert done.returncode == 2
    assert "ไม่พบข้อมูลที่" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
