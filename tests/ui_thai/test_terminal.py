"""In a real pseudo-terminal: stray bytes end nothing, typed Thai arrives, SARA AM is drawn in two parts."""

from __future__ import annotations

import pytest

pytest.importorskip("termios", reason="needs a POSIX pseudo-terminal")

from tests.thai.sentences import PARAGRAPH
from tests.ui_thai.terminal import Terminal

APP = """
import sys
from textual.app import App
from ita_tui.ui.widgets.thai import hooks as thai_hooks
from ita_tui.ui.widgets.thai.fields import ThaiTextArea
from textual.widgets import Static
from textual import on
thai_hooks.install()
class Small(App):
    BINDINGS = [("f5", "repaint", "")]
    def action_repaint(self):
        self.screen.refresh(layout=True)
    def compose(self):
        editor = ThaiTextArea("")
        editor.cursor_blink = False
        yield editor
        yield Static("ready", markup=False)
    @on(ThaiTextArea.Changed)
    def tell(self, event):
        self.query_one(Static).update(" ".join(f"{ord(c):x}" for c in event.text_area.text[-12:]))
Small().run()
"""


def code_points(text: str) -> str:
    return " ".join(f"{ord(character):x}" for character in text)


def test_thai_typed_among_stray_bytes_arrives_and_the_app_lives() -> None:
    with Terminal(APP, columns=100, rows=12) as terminal:
        terminal.wait_for("ready")
        for byte in (b"\xff", b"\xc3(", b"\xe0\xb8", b"\x80\xfe"):
            terminal.write(byte)
            terminal.read(0.1)
        terminal.wait_for("28")
        terminal.write(b"\x7f")
        for character in "น้ำที่":
            terminal.write(character.encode())
        shown = terminal.wait_for(code_points("น้ำที่"))
        assert code_points("น้ำที่") in shown
        assert "fffd" not in shown
        assert terminal.alive


def test_the_screen_gets_sara_am_in_two_parts_and_the_text_keeps_it_whole() -> None:
    with Terminal(APP, columns=100, rows=12) as terminal:
        terminal.wait_for("ready")
        terminal.write("กำ".encode())
        terminal.read(0.5)
        written = terminal.sent.decode()
        assert "ก\u0e4d\u0e32" in written
        assert "\u0e33" not in written
        terminal.wait_for(code_points("กำ"))


def settled(terminal: Terminal) -> str:
    """Return what is shown once it no longer changes, however busy the machine is."""
    before, shown = "", terminal.show()
    while shown != before:
        terminal.read(0.7)
        before, shown = shown, terminal.show()
    return shown


def test_rows_painted_one_by_one_show_what_a_full_repaint_shows() -> None:
    with Terminal(APP, columns=60, rows=14) as terminal:
        terminal.wait_for("ready")
        keys = {
            "<": b"\x1b[D",
            ">": b"\x1b[C",
            "^": b"\x1b[A",
            "v": b"\x1b[B",
            "\b": b"\x7f",
            "H": b"\x1b[H",
            "W": b"\x17",
        }
        script = PARAGRAPH[:260] + "<<<น้ำ^^^H\nทดสอบ\b\b>>>v\b\b\b^^WWเพิ่มv\nขึ้นบรรทัดใหม่^^^^<<\b\b"
        for key in script:
            terminal.write(keys.get(key, key.encode()))
            terminal.read(0.002)
        painted = settled(terminal)
        terminal.write(b"\x1b[15~")
        assert settled(terminal) == painted
        assert "บรรทดใหม" in painted
