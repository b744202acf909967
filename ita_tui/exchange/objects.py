"""JSON: a list of objects with the columns as keys, or such a list under the key `rows`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from ita_tui.exchange.encodings import text_of
from ita_tui.exchange.grid import MOST_COLUMNS, Cell, Fault, GridRow, grid
from ita_tui.exchange.numbers import number_text
from ita_tui.exchange.refusals import Unreadable

_FORM: Final = "ใช้รายการของออบเจกต์ เช่น [{\"year\": 2566, \"code\": \"overall\", \"score\": 99.33}]"


def read_json(content: bytes) -> tuple[GridRow, ...]:
    """Return the keys as the head, with number 0, then every object as a row, the first with number 1.

    Numbers keep the digits they were written with. Raises Unreadable, with the row where one is known.
    """
    plain = _parsed(text_of(content))
    rows = plain.get("rows") if isinstance(plain, dict) else plain
    if not isinstance(rows, list):
        raise Unreadable("ไม่ใช่รายการของแถว", _FORM)
    head: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise Unreadable("ไม่ใช่ออบเจกต์ที่มีชื่อช่อง", _FORM, row=number)
        for key in row:
            head.setdefault(key, len(head))
        if len(head) > MOST_COLUMNS:
            raise Unreadable(f"มีเกิน {MOST_COLUMNS} ช่อง", _FORM, row=number)
    body = grid((number, [_cell(row.get(key, "")) for key in head]) for number, row in enumerate(rows, start=1))
    return (GridRow(0, tuple(head)), *body)


def _parsed(text: str) -> Any:
    try:
        return json.loads(
            text, parse_int=str, parse_float=number_text, parse_constant=_no_number, object_pairs_hook=_object
        )
    except RecursionError as error:
        raise Unreadable("ข้อมูลซ้อนกันลึกเกินไป", _FORM) from error
    except json.JSONDecodeError as error:
        raise Unreadable(f"ไม่ใช่ JSON ที่ถูกต้อง (บรรทัด {error.lineno} ตัวที่ {error.colno})", _FORM) from error


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in pairs:
        kept[key] = Fault("ช่องนี้มีมากกว่าหนึ่งค่าในแถวเดียวกัน") if key in kept else value
    return kept


def _no_number(text: str) -> Fault:
    return Fault(f"“{text}” ไม่ใช่จำนวน")


def _cell(value: Any) -> Cell:
    if value is None:
        return ""
    return value if isinstance(value, str | Fault) else Fault("ไม่ใช่ข้อความหรือจำนวน")
