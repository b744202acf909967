"""Numbers of spreadsheets and programs as the digits a person sees."""

from __future__ import annotations

from decimal import Decimal

from ita_tui.exchange.grid import Cell, Fault

_SIGNIFICANT = ".15g"
"""Digits that binary numbers hold for certain; what follows them is noise (98.190000000000005)."""


def number_text(text: str, *, percent: bool = False) -> Cell:
    """Return a number in plain digits without noise: `98.190000000000005` → `98.19`, as a percentage 0.9819 → `98.19%`.

    A Fault where it is none, or none that a table here could hold.
    """
    try:
        value = float(text)
    except ValueError:
        return Fault("อ่านจำนวนไม่ได้")
    if not abs(value) < 1e15:  # infinite ones and no-numbers too
        return Fault("จำนวนใหญ่เกินไป")
    number = Decimal(format(value, _SIGNIFICANT)) * (100 if percent else 1)
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return f"{plain}%" if percent else plain
