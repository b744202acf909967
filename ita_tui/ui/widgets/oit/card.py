"""One OIT item with all that is known of it, line by line: what stood, what was reported, what shows it, history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip

from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.ui.widgets.oit.drawing import PartsView
from ita_tui.ui.widgets.oit.lines import MARKS, Look, Part, Row, fit, look_of, look_of_shift
from ita_tui.ui.widgets.oit.wrap import wrapped

_LABEL = 16
"""Cells of the labels at the left, the blank behind them included."""
_MARGIN = 2
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Told:
    """One change of the history in words."""

    when: str
    where: str
    what: str
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Card:
    """All that is known of an item, in words; the row tells the rest."""

    row: Row
    group: str
    place: str
    """Which of how many."""
    score_label: str
    score: str
    before: str
    """When and where it was settled before; empty where it was not."""
    reported: str
    """When and by whom it was reported; empty where it was not."""
    evidence: tuple[tuple[str, str], ...]
    """Addresses with what they show."""
    history: tuple[Told, ...]
    """The latest first."""


class OitCard(PartsView, inherit_bindings=False):
    """One item; it scrolls where it is longer than the window, and starts at its top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.previous", "ข้อก่อนหน้า", show=False),
        Binding("down", "screen.next", "ข้อถัดไป", show=False),
        Binding("pageup", "page_up", "เลื่อนขึ้น", show=False),
        Binding("pagedown", "page_down", "เลื่อนลง", show=False),
        Binding("home", "scroll_home", "ต้นข้อ", show=False),
        Binding("end", "scroll_end", "ท้ายข้อ", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._card: Card | None = None
        self._lines: list[list[Part]] = []

    def show(self, card: Card | None) -> None:
        """Show a card, or nothing; another item is shown from its top."""
        if card == self._card:
            return
        same = bool(card and self._card and card.row.code == self._card.row.code)
        self._card = card
        self._lay_out()
        if not same:
            self.scroll_to(y=0, animate=False)

    def _lay_out(self) -> None:
        width = self.line_width
        self._lines = card_lines(self._card, width) if self._card and width else []
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Lay the lines out for the new width."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """Return a line of the window."""
        index = int(self.scroll_offset.y) + y
        if index >= len(self._lines):
            return Strip.blank(self.line_width, self.base())
        return self.strip_of(self._lines[index], self.base())


def card_lines(card: Card, width: int) -> list[list[Part]]:
    """Return the lines of a card, each exactly `width` cells wide."""
    row = card.row
    inner = max(1, width - 2 * _MARGIN)
    name = wrapped(f"{row.shown_code} {thai_digits_in_text(row.name)}", inner)
    lines: list[list[Part]] = [[], *([(line, Look.NAME)] for line in name)]
    lines += [[(f"{card.group}  ", Look.GROUP), (card.place, Look.MUTED)], []]
    now = [(f"{MARKS[row.status]} {row.text}", row.look)]
    told = [(row.told, look_of_shift(row.shift) if row.shift else Look.MUTED)]
    before = [(f"{MARKS[row.before]} {row.before.label}", look_of(row.before)), (card.before, Look.MUTED)]
    reported = [("ยังไม่รายงาน", Look.MUTED)]
    if row.reported:
        reported = [(f"{MARKS[row.reported]} {row.reported.label}", look_of(row.reported)), (card.reported, Look.MUTED)]
    lines += [*_field("สถานะ", [*now, *told], inner), *_field(row.last or "ก่อนประชุม", before, inner)]
    lines += _field("รายงาน", reported, inner)
    lines += _field(card.score_label, [(card.score or _NONE, Look.PLAIN)], inner)
    lines += _field("ผู้รับผิดชอบ", [(row.division or _NONE, Look.PLAIN)], inner)
    lines += _field("กำหนด", [(thai_digits_in_text(row.due) or _NONE, Look.PLAIN)], inner)
    lines += _field("หมายเหตุ", [(row.note or _NONE, Look.PLAIN)], inner)
    lines += [*_evidence(card.evidence, inner), [], *_history(card.history, inner)]
    return [_whole(line, width) for line in lines]


def _field(label: str, values: list[Part], width: int) -> list[list[Part]]:
    """Return a label and its values, each value on lines of its own where they do not stand on one together."""
    together = sum(cell_len(text) + 2 for text, _ in values) - 2
    room = max(1, width - _LABEL)
    if together <= room:
        joined = [(f"{text}  ", look) for text, look in values if text]
        return [[_label(label), *joined]]
    lines = [[(line, look)] for text, look in values for line in wrapped(text, room)]
    return [[_label(label if not place else ""), *line] for place, line in enumerate(lines)]


def _label(text: str) -> Part:
    return (fit(text, _LABEL - 1) + " ", Look.MUTED)


def _evidence(evidence: tuple[tuple[str, str], ...], width: int) -> list[list[Part]]:
    if not evidence:
        return _field("หลักฐาน", [(_NONE, Look.PLAIN)], width)
    lines: list[list[Part]] = []
    room = max(1, width - _LABEL)
    for number, (url, explanation) in enumerate(evidence, start=1):
        said = thai_digits(f"{number}. ") + (explanation or "ไม่มีคำอธิบาย")
        lines += [[(line, Look.PLAIN)] for line in wrapped(said, room)]
        lines += [[(line, Look.HERE)] for line in _cut_anywhere(url, room)]
    return [[_label("หลักฐาน" if not place else ""), *line] for place, line in enumerate(lines)]


def _cut_anywhere(url: str, width: int) -> list[str]:
    """Return an address over lines; it has no words, and each piece is shown whole."""
    return [line for start in range(0, len(url), width) for line in wrapped(url[start : start + width], width)]


def _history(history: Iterable[Told], width: int) -> list[list[Part]]:
    lines: list[list[Part]] = []
    for told in history:
        parts = [(f"{told.when}  {told.where}", Look.MUTED), (told.what, told.look)]
        lines += _field("ประวัติ" if not lines else "", parts, width)
    return lines or _field("ประวัติ", [("ยังไม่มี", Look.MUTED)], width)


def _whole(line: list[Part], width: int) -> list[Part]:
    """Return a line with its margin, filled or cut to a width."""
    kept: list[Part] = []
    left = width
    for text, look in [(" " * _MARGIN, Look.PLAIN), *line]:
        fitted = text if cell_len(text) <= left else fit(text, left)
        kept.append((fitted, look))
        left -= cell_len(fitted)
    return [*kept, (" " * left, Look.PLAIN)]
