"""The main job, by keys alone in a real terminal: open, write, settle, resolve, adjourn, print, sign.

Every fact that was entered must stand in all four files.
"""

from __future__ import annotations

import html
import io
import os
import re
import subprocess
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from docx import Document

from ita_tui.thai.digits import arabic_digits
from ita_tui.thai.text import clean
from tests.e2e.steps import open_meeting
from tests.e2e.terminal import Terminal, command, environment

CHAIR_SAYS = "ขอให้ทุกส่วนราชการรายงานข้อที่ยังค้าง และกำหนดวันเผยแพร่ให้ชัดเจน"
MEMBER_SAYS = "อำเภอขอรับรายงานภายในห้าวัน\n1. สรุปสถานะรายข้อ\n2. ปัญหาที่ต้องการให้ช่วย"
EVIL = "[@click=app.quit]x[/] =1+1 ../../x {{7*7}} #eval(1)"
RESOLVED = "ให้กองคลังเผยแพร่สรุปผลรายเดือน"
MARKS = {"o1": "1", "o2": "2", "o12": "5", "o21": "3", "o33": "4"}
WORDINGS = {
    "o1": "ดำเนินการเรียบร้อยแล้ว", "o2": "ดำเนินการเป็นปัจจุบัน", "o12": "รอดำเนินการ",
    "o21": "ดำเนินการแล้วบางส่วน", "o33": "ระหว่างดำเนินการ",
}


def alike(text: str) -> str:
    """Return text as two formats of one paper agree on it: no spaces, one order of marks, Arabic digits."""
    return re.sub(r"\s+", "", arabic_digits(clean(text)))


def read_back(folder: Path) -> dict[str, str]:
    """Return the words of each minutes file, the PDF by two extractors."""
    files = {path.suffix: path for path in folder.glob("รายงานการประชุม_1-2567*")}
    assert set(files) == {".pdf", ".docx", ".html", ".md"}
    pdf = files[".pdf"].read_bytes()
    words = {
        "pypdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages),
        "pdfium": "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)),
        "docx": "".join(
            element.text or "" for element in Document(str(files[".docx"])).element.body.iter()
            if str(element.tag).endswith("}t")
        ),
        "html": html.unescape(re.sub(r"<[^>]+>", "", files[".html"].read_text(encoding="utf-8"))),
        "md": re.sub(r"\\(.)", r"\1", html.unescape(files[".md"].read_text(encoding="utf-8"))),
    }
    return {name: alike(text) for name, text in words.items()}


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")
def test_a_meeting_is_held_and_signed_by_keys_and_its_facts_stand_in_all_four_files(tmp_path: Path) -> None:
    env = environment(tmp_path / "home", clock="2024-01-17T09:30:00+07:00")
    data = tmp_path / "data"
    subprocess.run(command("sample", str(data)), env=env, check=True, capture_output=True)
    with Terminal(command("--data", str(data)), env, columns=120, rows=40) as terminal:
        open_meeting(terminal)
        say_and_resolve(terminal)
        settle_items(terminal)
        terminal.press("f9")
        terminal.see("เลิกประชุม")
        terminal.press("enter")
        terminal.see("ยังไม่ได้ทบทวน ๓๘ ข้อ")
        terminal.press("enter")
        terminal.see("กด F8 เพื่อตรวจ")
        papers = print_and_sign(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert b"Traceback" not in terminal.raw
    check_facts(papers)


def say_and_resolve(terminal: Terminal) -> None:
    """Two speakers and a hostile third, one resolution by the common keys, one with work given."""
    terminal.write(CHAIR_SAYS)
    terminal.press("f2")
    terminal.see("พิมพ์ชื่อ ตำแหน่ง")
    terminal.write("ท้องถิ่น")
    terminal.see("ท้องถิ่นอำเภอ")
    terminal.press("enter")
    terminal.see("ท้องถิ่นอำเภอ · กรรมการ")
    terminal.write(MEMBER_SAYS)
    terminal.press("f3")
    terminal.see("ถ้อยคำมติ")
    terminal.press("enter")
    terminal.see("มติที่ประชุม รับทราบ")
    terminal.write(EVIL)
    terminal.press("ctrl+s")
    terminal.see(EVIL, "บันทึกแล้ว")


def settle_items(terminal: Terminal) -> None:
    """Go to 4.1, mark five items of which one is o33, and resolve with work given."""
    for number in ("๒", "๓", "๔.๑"):
        terminal.press("f6")
        terminal.see(f"▸ {number}")
    terminal.press("f5")
    terminal.see("ติดตาม OIT ปี ๒๕๖๗", "ยังไม่ทบทวน ๔๓ ข้อ")
    here = 1
    for at, (code, key) in enumerate(MARKS.items(), start=1):
        terminal.press(*["down"] * (int(code[1:]) - here), key)
        here = int(code[1:]) + 1
        terminal.see(f"ยังไม่ทบทวน {43 - at} ข้อ".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")))
    terminal.press("esc")
    terminal.see("[ตาราง OIT ปี ๒๕๖๗", "F3")
    terminal.press("f3")
    terminal.see("ถ้อยคำมติ")
    terminal.press(*["backspace"] * 12)
    terminal.write(RESOLVED)
    terminal.press("f4")
    terminal.see("ผู้รับมอบหมาย")
    for words in ("กองคลัง", "สรุปผลการจัดซื้อจัดจ้าง", "๓๑ มกราคม ๒๕๖๗"):
        terminal.write(words)
        terminal.press("enter")
    terminal.see("๑. กองคลัง")
    terminal.press("enter")
    terminal.see("มอบหมาย กองคลัง")
    terminal.press("enter")
    terminal.see("มติที่ประชุม", RESOLVED, "มอบหมาย กองคลัง")


def print_and_sign(terminal: Terminal) -> Path:
    """Print for signing, record the signature; return the folder of the papers."""
    terminal.press("f8")
    terminal.see("ออกฉบับเพื่อลงนาม", "เลิกประชุมแล้ว · ร่าง")
    terminal.press("enter")
    terminal.see("ออกเอกสารแล้ว ๔ แฟ้ม", timeout=60)
    terminal.see("ออกฉบับลงนามแล้ว", "พิมพ์รายงานการประชุม")
    terminal.press("esc")  # not on paper here
    terminal.see("ขั้นต่อไป: ประธานลงนาม")
    terminal.press("down", "enter")
    terminal.see("ใช่หรือไม่")
    terminal.press("down", "enter")
    terminal.see("ลงนามแล้ว")
    terminal.press("esc")
    terminal.see("ระเบียบวาระ")
    return terminal.home


def check_facts(papers: Path) -> None:
    """Every fact entered stands in every file, and all 43 rows with the wordings that were settled."""
    folder = next(papers.rglob("*.pdf")).parent
    said = [line for text in (CHAIR_SAYS, MEMBER_SAYS, EVIL) for line in text.split("\n")]
    for name, words in read_back(folder).items():
        for fact in (*said, RESOLVED, "รับทราบ", "กองคลัง", "สรุปผลการจัดซื้อจัดจ้าง", "31 มกราคม 2567"):
            assert alike(fact) in words, (name, fact)
        for number in range(1, 44):
            assert re.search(rf"o{number}(?!\d)", words), (name, number)
        for code, wording in WORDINGS.items():
            row = re.search(rf"{code}(?!\d)(.*?)o{int(code[1:]) + 1}(?!\d)", words)
            assert row is not None, (name, code)
            assert alike(wording) in row[1], (name, code, row[1])
        assert "(ร่าง)" not in words
