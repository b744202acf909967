"""The README's table of keys, from the program's one table: `python -m tests.architecture.readme_keys` writes it."""

from __future__ import annotations

from pathlib import Path

from textual.binding import Binding

from ita_tui.ui import keys

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN = "<!-- keys: begin -->"
END = "<!-- keys: end -->"

_SCREENS = (
    ("ทุกหน้า", keys.APP), ("หน้าแรก", keys.HOME), ("ห้องประชุม", keys.LIVE), ("ติดตาม OIT", keys.OIT),
    ("เอกสาร", keys.DOCUMENTS), ("เริ่มใช้", keys.WELCOME), ("ผลประเมิน", keys.RESULTS),
    ("วิเคราะห์ผลประเมิน", keys.ANALYSIS), ("ถ้อยคำวิเคราะห์", keys.WORDING),
    ("กรอกผลประเมิน", keys.ENTRY), ("ตรวจก่อนนำเข้า", keys.PREVIEW), ("ตั้งค่า", keys.SETTINGS), ("รายการ", keys.ROWS),
    ("ตำแหน่งในคณะกรรมการ", keys.SEATS[3:6]), ("เตรียมประชุม", keys.PREPARE), ("คำกล่าวที่เตรียมไว้", keys.STATEMENT),
    ("แบบฟอร์ม", keys.FORM), ("กล่องถาม", keys.DIALOG), ("ช่องพิมพ์ข้อความ", keys.EDITOR),
    ("ค้นหาในข้อความ", keys.FIND), ("ผู้มาประชุม (F4)", keys.PEOPLE), ("มติ (F3)", keys.RESOLUTION),
    ("เปิดประชุม (F9)", keys.OPENING), ("รายการงานและความเห็นแย้ง", keys.LIST_FORM),
)  # fmt: skip


def table() -> str:
    """Return the table as Markdown."""
    lines = ["| หน้า | ปุ่ม | ทำอะไร |", "|---|---|---|"]
    for screen, bindings in _SCREENS:
        for number, binding in enumerate(bindings):
            assert isinstance(binding, Binding)
            shown = binding.key_display or keys.shown(binding.key)
            lines.append(f"| {screen if number == 0 else ''} | {shown} | {binding.tooltip or binding.description} |")
    return "\n".join(lines)


def in_readme() -> str:
    """Return the table that the README has now."""
    text = README.read_text(encoding="utf-8")
    return text[text.index(BEGIN) + len(BEGIN) : text.index(END)].strip()


def write() -> None:
    """Put the present table into the README."""
    text = README.read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    README.write_text(f"{before}\n{table()}\n{after}", encoding="utf-8")


if __name__ == "__main__":
    write()
