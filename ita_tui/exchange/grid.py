"""Rows of cells, whatever kind of file they stood in, and how much of them is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ita_tui.exchange.refusals import Unreadable

MOST_ROWS: Final = 10_000
"""Rows with something in them; ten years of results are about 1,500."""
MOST_COLUMNS: Final = 64
"""Cells beyond are not looked at."""
LONGEST_CELL: Final = 32_767
"""Code points, as in a spreadsheet."""
FURTHEST_ROW: Final = 1_048_576
"""Rows of a spreadsheet, empty ones included."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands in place of a cell that holds no value to take."""

    reason: str
    """A Thai sentence."""


Cell = str | Fault


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row with something in it."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the cells as texts; one without a value as an empty one."""
        return tuple("" if isinstance(cell, Fault) else cell for cell in self.cells)


def grid(rows: Iterable[tuple[int, Iterable[Cell]]]) -> tuple[GridRow, ...]:
    """Return the rows (number, cells) that are not empty, cut to MOST_COLUMNS; raises Unreadable beyond MOST_ROWS."""
    kept: list[GridRow] = []
    for number, cells in rows:
        own = tuple(_bounded(cell) for _, cell in zip(range(MOST_COLUMNS), cells, strict=False))
        if not any(isinstance(cell, Fault) or cell.strip() for cell in own):
            check_row(number)
            continue
        if len(kept) > MOST_ROWS:  # the head is one more
            raise too_many(number)
        kept.append(GridRow(number, own))
    return tuple(kept)


def check_row(number: int) -> None:
    """Raise Unreadable for a row that no spreadsheet has."""
    if number > FURTHEST_ROW:
        raise Unreadable(f"มีเกิน {FURTHEST_ROW:,} แถว", "แบ่งเป็นหลายแฟ้ม", row=number)


def too_many(number: int) -> Unreadable:
    """Return the refusal of a table at the first row that is too many."""
    return Unreadable(f"ตารางมีเกิน {MOST_ROWS:,} แถว", "แบ่งเป็นหลายแฟ้ม หรือลบแถวที่ไม่เกี่ยวข้อง", row=number)


def _bounded(cell: Cell) -> Cell:
    if isinstance(cell, str) and len(cell) > LONGEST_CELL:
        return Fault(f"ข้อความยาวเกิน {LONGEST_CELL:,} ตัวอักษร")
    return cell
