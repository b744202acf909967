"""How tables stand in a file: one JSON object whose first key is a header with a checksum of all that follows it."""

from __future__ import annotations

import hashlib
import math
import re
from pathlib import Path
from typing import Any, Final

import orjson

from ita_tui.errors import BadText, Damaged, TooNew
from ita_tui.store import migrations

Tables = dict[str, dict[str, Any]]
"""What TinyDB hands over: table name → row number as text → row."""

HEADER_KEY: Final = "_ita"
_BEFORE_SUM: Final = b'{"_ita":{"sha256":"'
_SUM_LENGTH: Final = 64
_AFTER_SUM: Final = re.compile(rb'","schema":(\d{1,9}),"generation":(\d{1,18})\}([,}])')


def body_of(tables: Tables) -> tuple[bytes, Tables]:
    """Return `tables` as JSON, and as reading that JSON back gives them.

    Raises `BadText` for a lone surrogate or a number that is none, `TypeError` for what JSON does not know.
    """
    if HEADER_KEY in tables:
        raise ValueError(f"{HEADER_KEY!r} is the header's name, not a table's")
    try:
        body = orjson.dumps(tables)
    except TypeError:
        _refuse_unfaithful(tables)
        raise
    # Reading back is the quick proof that nothing changed on the way (orjson writes NaN as null);
    # only where it fails is the culprit looked for, value by value.
    again: Tables = orjson.loads(body)
    if again != tables:
        _refuse_unfaithful(tables)
    return body, again


def framed(body: bytes, generation: int) -> bytes:
    """Return the whole content of a file that holds `body` and was written `generation` times."""
    rest = b'","schema":%d,"generation":%d}' % (migrations.SCHEMA, generation)
    rest += b"}\n" if body == b"{}" else b"," + body[1:] + b"\n"
    return _BEFORE_SUM + _sum(rest) + rest


def unframed(path: Path, raw: bytes) -> tuple[Tables, int, int]:
    """Return tables, schema and generation held in `raw`; `path` is only named in what is raised."""
    head = _AFTER_SUM.match(raw, len(_BEFORE_SUM) + _SUM_LENGTH) if raw.startswith(_BEFORE_SUM) else None
    # The schema is looked at before the sum: a later version may well sum differently.
    schema = int(head[1]) if head else _schema_written_otherwise(raw)
    if schema > migrations.SCHEMA:
        raise TooNew(f"แฟ้ม “{path.name}” สร้างด้วยโปรแกรมรุ่นใหม่กว่านี้", "ปรับปรุงโปรแกรมเป็นรุ่นล่าสุดแล้วเปิดอีกครั้ง")
    start = len(_BEFORE_SUM)
    if head is None or raw[start : start + _SUM_LENGTH] != _sum(raw[start + _SUM_LENGTH :]):
        raise damaged(path)
    try:
        tables = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise damaged(path) from error
    del tables[HEADER_KEY]
    return tables, schema, int(head[2])


def damaged(path: Path, where: str = "") -> Damaged:
    """Return the error that says that the file at `path` (at the place `where` in it) is damaged."""
    place = f" ที่ {where}" if where else ""
    return Damaged(f"แฟ้ม “{path.name}” เสียหาย{place}", "เปิดโปรแกรมเพื่อกู้จากสำเนาสำรองล่าสุด หรือแจ้งผู้ดูแลระบบ")


def _refuse_unfaithful(tables: Tables) -> None:
    """Refuse what would come back from JSON as something else or not at all; a tuple may come back as a list."""
    waiting: list[Any] = [tables]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value)
            waiting.extend(value.values())
        elif isinstance(value, list | tuple):
            waiting.extend(value)
        elif not _faithful(value):
            raise TypeError(f"{type(value).__name__} is not a JSON value")


def _faithful(value: object) -> bool:
    if type(value) is str:
        if not value.isascii():
            _refuse_surrogates(value)
        return True
    if type(value) is float and not math.isfinite(value):
        raise BadText("มีค่าที่ไม่ใช่ตัวเลข จึงยังไม่บันทึก", "ตรวจคะแนนหรือตัวเลขที่กรอกแล้วบันทึกใหม่")
    return value is None or type(value) in {bool, int, float}


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadText("ข้อความมีอักขระที่บันทึกไม่ได้", f"ลบอักขระตัวที่ {error.start + 1} ของข้อความแล้วบันทึกใหม่") from error


def _sum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def _schema_written_otherwise(raw: bytes) -> int:
    """Return the schema of a header laid out in another way than ours, 0 where none can be found."""
    try:
        header = orjson.loads(raw)[HEADER_KEY]
        return int(header["schema"])
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        return 0
