"""What every whole task begins with."""

from __future__ import annotations

from tests.e2e.terminal import Terminal


def open_meeting(terminal: Terminal) -> None:
    """From the first screen into the open meeting."""
    terminal.see("ครั้งที่ ๑/๒๕๖๗", "เตรียมการ")
    terminal.press("enter")
    terminal.see("ยังไม่ได้เปิดประชุม")
    terminal.press("f9")
    terminal.see("กรรมการ ๖/๖ ครบองค์ประชุม", "เริ่มประชุมเวลา")
    terminal.press("enter")
    terminal.see("ผ่านไป", "ยังไม่มีข้อความในวาระนี้")
