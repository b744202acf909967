"""Key to first byte painted, in a pseudo-terminal, beside stock TextArea in the same run."""

from __future__ import annotations

import statistics
import time

import pytest

pytest.importorskip("termios", reason="needs a POSIX pseudo-terminal")

from tests.thai.sentences import SENTENCES
from tests.ui_thai.terminal import Terminal

APP = """
import sys
from textual.app import App
from textual.widgets import TextArea
from ita_tui.ui.widgets.thai import hooks as thai_hooks
from ita_tui.ui.widgets.thai.fields import ThaiTextArea
kind, between, size, *sentences = sys.argv[1:]
if kind == "ours":
    thai_hooks.install()
between = {"one": " ", "paragraphs": "\\n"}[between]
text = ""
while len(text.encode()) < int(size):
    text += " ".join(sentences[len(text) % 5:]) + between
class Long(App):
    def compose(self):
        yield ThaiTextArea(text) if kind == "ours" else TextArea(text)
    def on_mount(self):
        editor = self.query_one(TextArea)
        editor.cursor_blink = False
        editor.focus()
        middle = editor.document.line_count // 2
        self.call_after_refresh(editor.move_cursor, (middle, len(editor.document[middle]) // 2))
Long().run()
"""


def key_times(kind: str, shape: str, size: int, keys: int) -> list[float]:
    """Milliseconds from each key to the first byte painted, sorted."""
    times = []
    with Terminal(APP, kind, shape, str(size), *SENTENCES) as terminal:
        terminal.wait()
        terminal.read(2)
        for character in ("กานมสดที่น้ำเข้าไปแล้ว" * 10)[:keys]:
            start = time.perf_counter()
            terminal.write(character.encode())
            terminal.wait()
            times.append((time.perf_counter() - start) * 1000)
            terminal.read(0.06)
    return sorted(times)


@pytest.mark.benchmark
@pytest.mark.parametrize(("size", "shape"), [(1000, "one"), (50_000, "paragraphs"), (50_000, "one"), (500_000, "one")])
def test_a_key_is_painted_in_a_frame_however_long_the_paragraph(size: int, shape: str) -> None:
    for kind in ("stock", "ours"):
        times = key_times(kind, shape, size, 12 if kind == "stock" else 60)
        median, p95 = statistics.median(times), times[int(len(times) * 0.95)]
        print(f"{kind:5} {size:7} {shape:10} median {median:7.1f} ms  p95 {p95:7.1f} ms")
    assert p95 <= 16.7 if size <= 50_000 else median <= 100
