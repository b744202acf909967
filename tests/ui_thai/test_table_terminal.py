"""200 results of the table through a real pseudo-terminal: bytes in, and what the program then shows."""

from __future__ import annotations

import random
import re
import time

import pytest

pytest.importorskip("termios", reason="needs a POSIX pseudo-terminal")

from ita_tui.thai.clusters import boundaries
from tests.ui_thai.syllables import CONSONANTS, clusters_of
from tests.ui_thai.table import CASES
from tests.ui_thai.terminal import Terminal
from tests.ui_thai.terminal_keys import by_kitty, without_protocol
from tests.ui_thai.test_table import BY_LETTER, expected
from tests.ui_thai.traced import Left

APP = """
from textual import events
from textual.app import App
from textual.widgets import Static
from ita_tui.ui.widgets.thai import hooks as thai_hooks
from ita_tui.ui.widgets.thai.fields import ThaiTextArea
thai_hooks.install()

class Traced(ThaiTextArea):
    seen = 0
    async def on_event(self, event):
        await super().on_event(event)
        if isinstance(event, events.Key | events.Paste):
            self.seen += 1
            (_, start), (_, end) = self.selection
            points = " ".join(f"{ord(each):x}" for each in self.text)
            self.app.query_one(Static).update(f"<{self.seen}:{start}:{end}:{points}>")

class Small(App):
    CSS = "Traced { height: 4; }"
    def compose(self):
        yield Traced()
        yield Static("<0:0:0:>", markup=False)

Small().run()
"""
_SHOWN = re.compile(r"<(\d+):(\d+):(\d+):([0-9a-f\s]*)>")

Row = tuple[str, int, str, Left]


def sample() -> list[Row]:
    """Text, column, key and what it leaves at its first press: 200 of both tables, the same each time."""
    rows: list[Row] = []
    for case in CASES:
        for key, (at, states) in expected(case).items():
            befores = [(case.text, at), *((state.text, state.cursor) for state in states)]
            if "shift" not in key:
                rows += [(*before, key, state) for before, state in zip(befores, states, strict=False)]
    for consonant in CONSONANTS:
        letters = clusters_of(consonant)
        for first in range(0, len(letters) - 6, 6):
            piece = letters[first : first + 6]
            for key in ("right", "left", "delete", "backspace"):
                at, states = BY_LETTER[key](piece)
                rows.append(("".join(piece), at, key, states[0]))
    return random.Random(2567).sample(rows, 200)


class Editor:
    """The program in its terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._sent = 0

    def send(self, *keys: str) -> None:
        """Send keys as a terminal sends them; a paste counts as one."""
        self._terminal.write("".join(keys).encode())
        self._sent += len(keys)

    def shown(self) -> Left:
        """What the program shows once it has seen everything sent."""
        until = time.monotonic() + 20
        while time.monotonic() < until:
            self._terminal.read(0.002)
            found = _SHOWN.search(self._terminal.show())
            if found and int(found[1]) == self._sent:
                points = "".join(found[4].split("\n")).split()
                return Left("".join(chr(int(each, 16)) for each in points), int(found[2]), int(found[3]))
        raise AssertionError(f"not all was seen:\n{self._terminal.show()}")


@pytest.mark.parametrize("protocol", ["none", "kitty"])
def test_200_results_of_the_table_in_a_real_terminal(protocol: str) -> None:
    def sent(key: str) -> str:
        return by_kitty(key) if protocol == "kitty" else without_protocol(key) or by_kitty(key)

    with Terminal(APP, columns=200, rows=14) as terminal:
        terminal.wait_for("<0:0:0:>")
        editor = Editor(terminal)
        wrong = []
        for text, at, key, result in sample()[:: 1 if protocol == "none" else 4]:
            editor.send(sent("ctrl+a"), sent("backspace"), f"\x1b[200~{text}\x1b[201~", sent("home"))
            editor.send(*[sent("right")] * boundaries(text).index(at), sent(key))
            if (left := editor.shown()) != result:
                wrong.append((text, at, key, left))
        assert wrong == []
