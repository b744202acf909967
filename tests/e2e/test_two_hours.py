"""A whole two-hour meeting by keys in a real terminal, with all that happens in one, and a kill -9 in the middle.

More than eighty statements by six speakers; two come late, one leaves and breaks the quorum, one is stood in for; a
sub-item is added, a resolution changed, dissent recorded, a pause made, all 43 items reviewed. Every fact stands in
every format.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

import pytest

from ita_tui.thai.digits import thai_digits
from tests.e2e.long_meeting import (
    CHAIR,
    CLERK,
    DISTRICT,
    LETTERS,
    OFFICER,
    SECRETARY,
    STAND_IN,
    Said,
    statements,
)
from tests.e2e.terminal import Terminal, command, environment
from tests.e2e.test_whole_meeting import alike, read_back

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")

CHAIR_INFORMS = statements(1, 14, CHAIR, SECRETARY, CLERK)
APPROVAL = statements(15, 6, STAND_IN, SECRETARY)
ARISING = statements(21, 14, DISTRICT, CHAIR, SECRETARY)
REVIEW = statements(35, 14, DISTRICT, OFFICER, CHAIR, SECRETARY, CLERK)
AFTER_THE_CRASH = statements(49, 14, OFFICER, DISTRICT, SECRETARY)
ADDED = statements(63, 10, OFFICER, CHAIR)
OTHER = statements(73, 10, DISTRICT, OFFICER, CHAIR, SECRETARY, CLERK)
ALL = (CHAIR_INFORMS, APPROVAL, ARISING, REVIEW, AFTER_THE_CRASH, ADDED, OTHER)
CUT_SHORT = "ขอให้สรุปข้อที่ยังค้างส่งภายในวันศุกร์นี้"
REST_OF_IT = " และแจ้งผู้รับผิดชอบเป็นรายข้อ"
ADDED_ITEM = "การเตรียมรับการตรวจเยี่ยมของอำเภอ"
HASTY, SETTLED = "เห็นชอบตามที่เสนอ", "เห็นชอบให้ปรับกำหนดส่งเป็นทุกวันที่ห้าของเดือน"
GIVEN = (
    ("กองคลัง", "ส่งสรุปการจัดซื้อจัดจ้างให้สำนักปลัด", "ทุกวันที่ห้าของเดือน"),
    ("กองช่าง", "ปรับคู่มือการขออนุญาต", "สิ้นไตรมาส"),
)
DISSENT = "งบประมาณปีนี้ไม่เพียงพอสำหรับการจ้างเหมา"
REASON = "ลากิจ"


def test_two_hours_of_meeting_end_in_papers_that_hold_every_fact(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first, second = (environment(tmp_path / "home", clock=f"2024-01-17T{at}:00") for at in ("09:30", "10:40"))
    subprocess.run(command("sample", str(data)), env=first, check=True, capture_output=True)
    assert len({said.text for part in ALL for said in part}) == sum(map(len, ALL)) >= 80
    assert len({said.who for part in ALL for said in part}) == 6
    with Terminal(command("--data", str(data)), first) as terminal:
        open_with_few(terminal)
        first_hour(terminal)
        terminal.kill()
    assert b"Traceback" not in terminal.raw
    with Terminal(command("--data", str(data)), second) as terminal:
        terminal.see("กู้คืนแล้ว", CUT_SHORT)
        second_hour(terminal)
        close(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert b"Traceback" not in terminal.raw
    out = tmp_path / "papers"
    subprocess.run(command("--data", str(data), "export", "minutes", "--out", str(out)), env=second, check=True,
                   capture_output=True)
    check(read_back(out))


# --- the meeting --------------------------------------------------------------------------------------------


def open_with_few(terminal: Terminal) -> None:
    """Open with three of six members: two are late, one is absent with a reason, one is stood in for."""
    terminal.see("ครั้งที่ ๑/๒๕๖๗", "เตรียมการ")
    terminal.press("enter")
    terminal.see("ยังไม่ได้เปิดประชุม")
    terminal.press("f9")
    terminal.see("กรรมการ ๖/๖ ครบองค์ประชุม")
    terminal.press("down", "space", "down", "space", "down", "space")
    terminal.see("กรรมการ ๓/๖ ครบองค์ประชุม")
    terminal.press("enter")
    terminal.see("ผ่านไป", "ยังไม่มีข้อความในวาระนี้")


def say(terminal: Terminal, part: list[Said]) -> None:
    """Say a part, each statement after F2 and the letters of who speaks; what came last must show."""
    for said in part:
        terminal.press("f2")
        terminal.write(LETTERS[said.who], pause=0.001)
        terminal.press("enter")
        terminal.write(said.text, pause=0.001)
    terminal.see(f"{part[-1].who} ·", part[-1].mark, timeout=60)


def first_hour(terminal: Terminal) -> None:
    """Items 1 to 3 and the beginning of 4.1, up to the middle of a sentence."""
    stand_in(terminal)
    say(terminal, CHAIR_INFORMS)
    terminal.press("f3", "enter")
    terminal.see("มติที่ประชุม", "รับทราบ")
    terminal.press("f6")
    say(terminal, APPROVAL)
    in_or_out(terminal, "การศึกษา ๙.๔๐")
    terminal.see("ไม่ครบองค์ประชุม")
    terminal.press("esc")
    in_or_out(terminal, "ท้องถิ่น ๙.๕๐")
    terminal.see("กรรมการ ๓/๖ ครบองค์ประชุม")
    in_or_out(terminal, "ปลัดอำเภอ ๑๐.๐๕")
    terminal.see("กรรมการ ๔/๖ ครบองค์ประชุม")
    terminal.press("f6")
    say(terminal, ARISING)
    terminal.press("f6")
    say(terminal, REVIEW)
    terminal.press("f2")
    terminal.write(LETTERS[CHAIR])
    terminal.press("enter")
    terminal.write(CUT_SHORT)
    terminal.see(CUT_SHORT)
    time.sleep(1)


def stand_in(terminal: Terminal) -> None:
    """Say who came instead of one of the members, and why another is absent."""
    terminal.press("f4")
    terminal.write("การศึกษา")
    terminal.press("f3")
    terminal.see("ชื่อ", "ตำแหน่ง")
    terminal.press("tab")
    terminal.write(STAND_IN)
    terminal.press("enter")
    terminal.see(STAND_IN)
    terminal.press("esc", "f4")
    terminal.write("กองช่าง")
    terminal.press("f7")
    terminal.see("เหตุผล")
    terminal.write(REASON)
    terminal.press("enter")
    terminal.see(REASON)
    terminal.press("esc")


def in_or_out(terminal: Terminal, letters: str) -> None:
    """Let somebody in or out at a time."""
    terminal.press("f4")
    terminal.write(letters)
    terminal.press("enter")


def second_hour(terminal: Terminal) -> None:
    """From the sentence that was cut short to the last item."""
    terminal.write(REST_OF_IT)
    review(terminal)
    say(terminal, AFTER_THE_CRASH)
    resolve_and_change(terminal)
    pause_and_go_on(terminal)
    terminal.press("ctrl+n")
    terminal.see("ชื่อวาระย่อย")
    terminal.write(ADDED_ITEM)
    terminal.press("enter")
    terminal.see(f"๔.๓ {ADDED_ITEM[:12]}")
    say(terminal, ADDED)
    vote(terminal)
    terminal.press("f6")
    say(terminal, OTHER)


def resolve_and_change(terminal: Terminal) -> None:
    """Resolve in haste, think better of it, and give the work to two."""
    terminal.press("f3")
    terminal.see("ถ้อยคำมติ")
    terminal.press(*["backspace"] * 30)
    terminal.write(HASTY)
    terminal.press("enter")
    terminal.see("มติที่ประชุม", HASTY)
    terminal.press("f3", "up")
    terminal.see("มติเดิม", HASTY)
    terminal.press(*["backspace"] * 30)
    terminal.write(SETTLED)
    terminal.press("f4")
    terminal.see("มอบหมายงาน", "ผู้รับมอบหมาย")
    for who, what, due in GIVEN:
        terminal.write(who)
        terminal.press("enter")
        terminal.write(what)
        terminal.press("enter")
        terminal.write(due)
        terminal.press("enter")
        terminal.see(f"{who} · {what}")
    terminal.press("enter", "enter")
    terminal.see(SETTLED.removesuffix("ของเดือน"), GIVEN[1][1])  # the last words stand on a row of their own


def vote(terminal: Terminal) -> None:
    """Count a vote of three to one, with the one's reasons."""
    terminal.press("f3", "f3")
    terminal.see("งดออกเสียง")
    terminal.press("tab", "1", "enter")
    terminal.see("ความเห็นแย้ง")
    terminal.write(LETTERS[OFFICER])
    terminal.press("enter")
    terminal.write(DISSENT)
    terminal.press("enter", "enter", "enter")
    terminal.see("มติที่ประชุม", "เห็นชอบ ๓", "ไม่เห็นชอบ ๑")


def review(terminal: Terminal) -> None:
    """Settle all 43 items: the first group at one key, some changed, the rest group by group, o33 by a digit."""
    terminal.press("f5")
    terminal.see("ยังไม่ทบทวน ๔๓ ข้อ")
    terminal.press("g")
    terminal.see("ยังไม่ทบทวน ๓๓ ข้อ")
    terminal.press("1", "enter", "5", "g")
    terminal.see("ยังไม่ทบทวน ๒๕ ข้อ")
    for left in (21, 17, 13):
        terminal.press("g")
        terminal.see(thai_digits(f"ยังไม่ทบทวน {left} ข้อ"))
    terminal.press("g")
    terminal.see("ยังไม่ทบทวน ๖ ข้อ")
    terminal.press("6", "end", "g")
    terminal.see("ทบทวนครบทุกข้อ")
    terminal.press("esc")
    terminal.see("ตาราง OIT ปี ๒๕๖๗")


def pause_and_go_on(terminal: Terminal) -> None:
    """Pause, and go on."""
    terminal.press("f9")
    terminal.see("พักการประชุม")
    terminal.press("down", "enter")
    terminal.see("พักการประชุม")
    terminal.press("f9")
    terminal.see("ประชุมต่อ")
    terminal.press("enter")
    terminal.see("ผ่านไป")


def close(terminal: Terminal) -> None:
    """Adjourn: what is open is named once."""
    terminal.press("f9")
    terminal.see("เลิกประชุม")
    terminal.press("enter")
    terminal.see("เลิกประชุมเวลา")
    terminal.press("enter")
    terminal.see("กด F8 เพื่อตรวจ")


# --- the papers ---------------------------------------------------------------------------------------------


def check(papers: dict[str, str]) -> None:
    """Every fact entered stands in every file."""
    said = [line for part in ALL for said in part for line in said.lines]
    given = [part for each in GIVEN for part in each]
    facts = [*said, *given, CUT_SHORT + REST_OF_IT, ADDED_ITEM, SETTLED, DISSENT, REASON, STAND_IN, *TIMES, *VOTES]
    for name, words in papers.items():
        for fact in facts:
            assert alike(fact) in words, (name, fact)
        assert alike(HASTY) not in words, name
        for number in range(1, 44):
            assert re.search(rf"o{number}(?!\d)", words), (name, number)
        for code, wording in SETTLED_ITEMS.items():
            row = re.search(rf"{code}(?!\d)(.*?)o{int(code[1:]) + 1}(?!\d)", words[words.rindex("o1โครงสร้าง"):])
            assert row is not None, (name, code)
            assert alike(wording) in row[1], (name, code, row[1])


TIMES = (
    "เริ่มประชุมเวลา 09.30 น.", "เข้าประชุมเวลา 09.50 น.", "เข้าประชุมเวลา 10.05 น.", "ออกเวลา 09.40 น.",
    "พักการประชุมเวลา 10.40 น.", "ประชุมต่อเวลา 10.40 น.", "เลิกประชุมเวลา 10.40 น.",
)
VOTES = ("เห็นด้วย 3 เสียง", "ไม่เห็นด้วย 1 เสียง")
SETTLED_ITEMS = {
    "o11": "ดำเนินการเรียบร้อยแล้ว", "o13": "รอดำเนินการ", "o33": "ยังไม่ได้ดำเนินการ", "o1": "ยังไม่ได้ดำเนินการ",
}
