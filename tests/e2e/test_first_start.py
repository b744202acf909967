"""Beginning with no data at all, in a real terminal: a body of one's own, its first meeting, its papers."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal, command, environment


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")
def test_from_no_data_to_the_minutes_of_a_first_meeting(tmp_path: Path) -> None:
    env = environment(tmp_path, "2026-11-21T09:00")
    with Terminal(command(), env, columns=80, rows=24) as terminal:
        terminal.see("ยินดีต้อนรับ", "เริ่มข้อมูลของหน่วยงาน")
        terminal.press("enter")
        terminal.see("หน่วยงานของท่าน")
        terminal.write("อบต.ทุ่งตะวัน\n\nเมืองใหม่\nอ่างทอง\n")
        terminal.see("องค์การบริหารส่วนตำบลทุ่งตะวัน")
        terminal.press("enter")
        terminal.see("คำสั่งแต่งตั้งคณะกรรมการ")
        terminal.write("๑๒")
        for screen in ("ส่วนราชการ", "ตำแหน่งในคณะกรรมการ", "การประชุมครั้งต่อไป", "เตรียมประชุมครั้งที่ ๑/๒๕๖๙"):
            terminal.press("ctrl+s")
            terminal.see(screen)
        terminal.press("ctrl+s")
        terminal.see("ประชุมครั้งใหม่")
        terminal.press("f9")
        terminal.see("เริ่มประชุมเวลา")
        terminal.press("enter")
        terminal.see("ยังไม่มีข้อความในวาระนี้")
        terminal.write("ขอเปิดการประชุมครั้งแรก")
        terminal.press("f10")
        terminal.see("กำลังประชุม")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    out = tmp_path / "papers"
    made = subprocess.run(command("export", "minutes", "--to", "md", "--out", str(out)), env=env, check=False)
    assert made.returncode == 0
    (paper,) = out.glob("*.md")
    words = paper.read_text(encoding="utf-8")
    assert "ขอเปิดการประชุมครั้งแรก" in words
    assert "องค์การบริหารส่วนตำบลทุ่งตะวัน" in words


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")
def test_words_prepared_for_a_meeting_outlive_a_killed_program(tmp_path: Path) -> None:
    env = environment(tmp_path, "2024-01-10T09:00")
    data = tmp_path / "data"
    subprocess.run(command("sample", str(data)), env=env, check=True)
    with Terminal(command("--data", str(data)), env, columns=80, rows=24) as terminal:
        terminal.see("ครั้งที่ ๑/๒๕๖๗")
        terminal.press("e", "down", "enter")
        terminal.see("คำกล่าวที่เตรียมไว้")
        terminal.write("ขอให้ตรวจรายงานครั้งก่อน")
        terminal.see("ขอให้ตรวจรายงานครั้งก่อน")
        time.sleep(1)
        terminal.kill()
    with Terminal(command("--data", str(data)), env, columns=80, rows=24) as terminal:
        terminal.see("ครั้งที่ ๑/๒๕๖๗")
        terminal.press("e")
        terminal.see("กู้คืนแล้ว", "ขอให้ตรวจรายงานครั้งก่อน")
        terminal.press("ctrl+s")
        terminal.see("✎ ๑")
        terminal.press("ctrl+s", "ctrl+q")
        assert terminal.wait() == 0
