"""Writing what will be said at an item of a planned meeting; leaving it keeps it, as everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static, TextArea

from ita_tui.domain.meeting import Prepared
from ita_tui.domain.record import Speaker
from ita_tui.ui import keys
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.choice_line import ChoiceLine
from ita_tui.ui.widgets.thai.fields import ThaiTextArea

Note = Callable[[Prepared, tuple[int, int]], None]
"""Keeps what is being typed, with the cursor in lines and code points."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and who will say it."""

    speaker: Speaker
    text: str


class StatementScreen(Dialog[Written]):
    """Answers with the words and their speaker, also on Esc."""

    BINDINGS = keys.STATEMENT
    HELP_TOPIC = "prepare"
    WRITES = True

    def __init__(self, title: str, prepared: Prepared, speakers: Sequence[tuple[Speaker, str]], note: Note) -> None:
        super().__init__()
        self.TITLE_TEXT = f"คำกล่าวที่เตรียมไว้ · {title}"
        self._prepared, self._speakers, self._note = prepared, speakers, note

    def compose_body(self) -> ComposeResult:
        known = [speaker for speaker, _ in self._speakers]
        choices = [(str(at), words) for at, (_, words) in enumerate(self._speakers)]
        with Horizontal(classes="field"):
            yield Static("ผู้พูด", classes="name")
            yield ChoiceLine(choices, str(known.index(self._prepared.speaker)), id="speaker")
        yield ThaiTextArea(self._prepared.text, id="words", placeholder=Content("พิมพ์สิ่งที่จะพูดในวาระนี้ Enter ขึ้นย่อหน้าใหม่"))

        yield Static("Tab ไปช่องผู้พูดแล้ว ← → เปลี่ยนผู้พูด", classes="hint")

    def on_mount(self) -> None:
        words = self.query_one("#words", ThaiTextArea)
        self.set_focus(words)
        words.move_cursor(words.document.end)

    def on_key(self, event: events.Key) -> None:
        """Take letters as words, and Enter and Down as the way to them, also while the speaker is being chosen."""
        words = self.query_one("#words", ThaiTextArea)
        letter = event.character if event.is_printable and event.key != "space" else None
        if words.has_focus or not (letter or event.key in ("enter", "down")):
            return
        event.stop()
        event.prevent_default()
        self.set_focus(words)
        words.insert(letter or "")

    @property
    def written(self) -> Written:
        """Return what stands in the fields."""
        chosen = int(self.query_one("#speaker", ChoiceLine).value)
        return Written(self._speakers[chosen][0], self.query_one("#words", ThaiTextArea).text)

    @on(TextArea.Changed, "#words")
    def keep_typing(self) -> None:
        """Keep what is typed long before she leaves it."""
        now, words = self.written, self.query_one("#words", ThaiTextArea)
        before = self._prepared
        if now.text != before.text:
            self._note(Prepared(before.id, before.item_id, now.speaker, now.text), words.cursor_location)

    def action_cancel(self) -> None:
        """Keep what was written and go back."""
        self.dismiss(self.written)
