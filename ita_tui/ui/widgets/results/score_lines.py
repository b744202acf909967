"""Lines of the cells that scores are typed into: what is stored, what is typed, and what follows from the others."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from ita_tui.thai.digits import thai_digits_in_text
from ita_tui.ui.widgets.oit.lines import Look, Part, exactly, fit

_STORED = 10
_CELL = 12
_TOLD = 30


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it stands."""

    label: str
    stored: str
    """As printed, in Arabic digits."""
    typed: str | None = None
    """What was typed and is not kept; None where nothing was."""
    told: str = ""
    """What follows from other figures, or why the typed text is not taken."""
    trouble: bool = False


def head_parts(width: int) -> list[Part]:
    """Return the head of the columns."""
    name = _name(width)
    texts = (("รายการ", name), (_right("ค่าเดิม", _STORED), _STORED), (_right("กรอก", _CELL), _CELL), ("  ตรวจ", _TOLD))
    return exactly([("  ", Look.PLAIN), *((fit(text, cells), Look.MUTED) for text, cells in texts)], width)


def cell_parts(cell: Cell, width: int) -> list[Part]:
    """Return the line of a cell; what was stored moves aside while something else is typed."""
    typing = cell.typed is not None
    shown = f"{cell.typed}▏" if typing else thai_digits_in_text(cell.stored) or "·"
    aside = thai_digits_in_text(cell.stored) if typing else ""
    look = Look.NAME if typing or cell.stored else Look.MUTED
    return exactly([
        ("! " if cell.trouble else "  ", Look.OPEN), (fit(thai_digits_in_text(cell.label), _name(width)), Look.PLAIN),
        (_right(aside, _STORED), Look.MUTED), (_right(shown, _CELL), look),
        (fit(f"  {cell.told}", _TOLD), Look.OPEN if cell.trouble else Look.MUTED),
    ], width)


def _name(width: int) -> int:
    return max(0, width - 2 - _STORED - _CELL - _TOLD)


def _right(text: str, width: int) -> str:
    shown = fit(text, width - 1).rstrip(" ")
    return " " * (width - cell_len(shown)) + shown
