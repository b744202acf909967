"""Lines of the OIT table as facts and as cells: what a row says, and how much of it a width has room for.

Nothing here knows a screen or a colour: a part of a line is a text of exact width and the look it asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rich.cells import cell_len

from ita_tui.domain.oit import Status
from ita_tui.domain.oit_changes import Shift
from ita_tui.thai.clusters import clusters
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.thai.text import clean

MARKS = {
    Status.DONE: "✓",
    Status.DONE_CURRENT: "✓",
    Status.PARTIAL: "◔",
    Status.IN_PROGRESS: "◔",
    Status.WAITING: "◔",
    Status.NOT_STARTED: "✗",
    Status.UNSET: "?",
}
"""One sign for each status, so that colour never tells alone."""

UNTOUCHED = "•"
SHIFT_MARKS = {Shift.BETTER: "▲", Shift.WORSE: "▼", Shift.SAME: "=", Shift.FIRST: "+", Shift.OTHER: "~"}
"""One sign for each way a status differs from that of the meeting before."""

_BAR = 8
"""Cells of a group's progress bar."""


class Look(StrEnum):
    """What a part of a line is; the table gives each look a component class of this name."""

    PLAIN = "plain"
    MUTED = "muted"
    NAME = "name"
    GROUP = "group"
    DONE = "done"
    HALFWAY = "halfway"
    OPEN = "open"
    UNSET = "unset"
    HERE = "here"


_LOOKS = {
    Status.DONE: Look.DONE,
    Status.DONE_CURRENT: Look.DONE,
    Status.PARTIAL: Look.HALFWAY,
    Status.IN_PROGRESS: Look.HALFWAY,
    Status.WAITING: Look.HALFWAY,
    Status.NOT_STARTED: Look.OPEN,
    Status.UNSET: Look.UNSET,
}

Part = tuple[str, Look]


def look_of(status: Status) -> Look:
    """Return the look of a status."""
    return _LOOKS[status]


_SHIFT_LOOKS = {Shift.BETTER: Look.DONE, Shift.WORSE: Look.OPEN, Shift.SAME: Look.MUTED}


def look_of_shift(shift: Shift) -> Look:
    """Return the look of the sign that tells what changed."""
    return _SHIFT_LOOKS.get(shift, Look.HERE)


@dataclass(frozen=True, slots=True)
class Row:
    """One OIT item as the meeting sees it."""

    code: str
    """Lower-case o and Arabic digits."""
    name: str
    group: str
    before: Status
    """How it stood before this meeting."""
    status: Status
    """How it stands; before the meeting is opened, how its division reports it."""
    text: str
    """The wording of the status as it prints."""
    settled: bool
    """Whether this meeting confirmed or changed it; before it is opened, whether it was reported."""
    shift: Shift | None = None
    """How the status differs from the one before; None for an item nothing was done about."""
    told: str = ""
    """What was done about it, in words."""
    last: str = ""
    """The meeting that settled it before, as it is called; empty where none did."""
    reported: Status | None = None
    """What the division reported for this meeting; None where it did not."""
    division: str = ""
    due: str = ""
    note: str = ""
    evidence: int = 0
    """How many pages show it."""

    @property
    def look(self) -> Look:
        """Return the look of its status; one whose report is still to come, though it stood at one, is not loud."""
        waits = self.status is Status.UNSET and not self.settled and self.before is not Status.UNSET
        return Look.MUTED if waits else look_of(self.status)

    @property
    def shown_code(self) -> str:
        """Return the code in Thai digits, e.g. o๓๓."""
        return thai_digits(self.code)


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group: how many of all its items are complete, and how many wait for the room."""

    code: str
    name: str
    complete: int
    total: int
    untouched: int
    waits_for: str = ""
    """What the untouched ones wait for, in words before their number."""


Line = Heading | Row


def fit(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells: filled with blanks, or cut between clusters and ended by …."""
    if width <= 0:
        return ""
    text = clean(text, multiline=False)
    if cell_len(text) > width:
        text = _cut(text, width)
    return text + " " * (width - cell_len(text))


def _cut(text: str, width: int) -> str:
    kept: list[str] = []
    used = 0
    for cluster in clusters(text):
        used += cell_len(cluster)
        if used > width - 1:
            break
        kept.append(cluster)
    while kept and cell_len("".join(kept)) > width - 1:
        kept.pop()
    return "".join(kept) + "…"


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths of the columns in cells, blanks between them included; 0 is a column that gave way."""

    touch: int
    code: int
    name: int
    before: int
    reported: int
    now: int
    shift: int
    division: int
    due: int


_NOW = 26
"""The longest wording of a status, its mark, and a blank."""


@lru_cache(maxsize=64)
def columns_of(width: int, reports: bool = False) -> Columns:
    """Return the columns for a width: due gives way first, then the division, then what was before and reported."""
    due = 17 if width >= 116 else 0
    division = 17 if width >= 96 else 0
    before = 6 if width >= 60 else 0
    now = _NOW if width >= 64 else min(16, max(0, width - 24))
    reported = 8 if reports and width >= 72 else 0
    touch, code, shift = 3, 6, 3
    used = touch + code + before + reported + now + shift + division + due
    return Columns(touch, code, max(0, width - used), before, reported, now, shift, division, due)


def head_parts(columns: Columns, now_title: str, width: int) -> list[Part]:
    """Return the head of the columns."""
    texts = [
        ("", columns.touch), ("ข้อ", columns.code), ("หัวข้อการประเมิน", columns.name), ("เดิม", columns.before),
        ("รายงาน", columns.reported), (f"  {now_title}", columns.now), ("", columns.shift),
        ("ผู้รับผิดชอบ", columns.division), ("กำหนด", columns.due),
    ]
    return exactly([(_column(text, cells), Look.MUTED) for text, cells in texts], width)


def parts_of(line: Line, columns: Columns, width: int) -> list[Part]:
    """Return a line as parts that together are exactly `width` cells wide."""
    parts = _heading(line, columns, width) if isinstance(line, Heading) else _row(line, columns)
    return exactly(parts, width)


def _column(text: str, cells: int) -> str:
    """Fit a text into its column and leave a blank before the next one."""
    return fit(text, cells - 1) + " " if cells else ""


def _row(row: Row, columns: Columns) -> list[Part]:
    untouched = "" if row.settled else f" {UNTOUCHED}"
    reported = row.reported or Status.UNSET
    shift, shift_look = (SHIFT_MARKS[row.shift], look_of_shift(row.shift)) if row.shift else ("", Look.PLAIN)
    return [
        (_column(untouched, columns.touch), Look.HERE),
        (_column(row.shown_code, columns.code), Look.PLAIN),
        (_column(thai_digits_in_text(row.name), columns.name), Look.PLAIN),
        (_column(f" {MARKS[row.before]}", columns.before), look_of(row.before)),
        (_column(f"  {MARKS[reported]}" if row.reported else "", columns.reported), look_of(reported)),
        (_column(f"{MARKS[row.status]} {row.text}", columns.now), row.look),
        (_column(shift, columns.shift), shift_look),
        (_column(row.division, columns.division), Look.MUTED),
        (_column(thai_digits_in_text(row.due), columns.due), Look.MUTED),
    ]


def _heading(line: Heading, columns: Columns, width: int) -> list[Part]:
    name_cells = min(width, columns.touch + columns.code + columns.name + columns.before)
    filled = _BAR * line.complete // line.total if line.total else 0
    count = thai_digits(f" {line.complete}/{line.total}")
    waiting = thai_digits(f"  {line.waits_for} {line.untouched}") if line.untouched else ""
    return [
        (_column(f" {thai_digits(line.code)} {line.name}", name_cells), Look.GROUP),
        ("━" * filled, Look.DONE),
        ("─" * (_BAR - filled), Look.MUTED),
        (fit(count, 6), Look.MUTED),
        (fit(waiting, max(0, width - name_cells - _BAR - 6)), Look.MUTED),
    ]


def exactly(parts: list[Part], width: int) -> list[Part]:
    """Return parts cut or filled to a width, for widths that have no room for the columns."""
    kept: list[Part] = []
    left = width
    for text, look in parts:
        if not left:
            break
        fitted = text if cell_len(text) <= left else fit(text, left)
        if fitted:
            kept.append((fitted, look))
        left -= cell_len(fitted)
    if left:
        kept.append((" " * left, Look.PLAIN))
    return kept
