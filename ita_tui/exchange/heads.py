"""The heads of columns, as programs and offices write them, and the row of a table in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ita_tui.exchange.refusals import Refusal
from ita_tui.thai.fold import fold

SEARCHED: Final = 20
"""In how many rows from the top a head is looked for; a title or two may stand above it."""

_HEADS: Final[dict[str, str]] = {
    "year": "ปี ปีที่ประเมิน ปีประเมิน ปีของผลประเมิน ปีที่ติดตาม ปีติดตาม ปีงบประมาณ พ.ศ. ปีพ.ศ. ปีงบประมาณพ.ศ.",
    "catalogue_year": "catalog_year ปีบัญชี ปีของบัญชี ปีบัญชีรายการ ปีของบัญชีรายการ บัญชีปี บัญชีรายการปี",
    "code": "รหัส รหัสข้อ รหัสตัวชี้วัด ข้อ ข้อที่ ตัวชี้วัดที่",
    "score": "คะแนน คะแนนที่ได้ ผลคะแนน ค่าคะแนน ร้อยละ คะแนนร้อยละ ระดับคะแนน ระดับคะแนนที่ได้",
    "name": "ชื่อ ชื่อข้อ ชื่อรายการ ชื่อตัวชี้วัด รายการ รายละเอียด รายละเอียดตัวชี้วัด หัวข้อ หัวข้อการประเมิน ประเด็น",
    "level": "ระดับ ระดับผลการประเมิน ผลระดับ",
    "group": "กลุ่ม หมวด ตัวชี้วัดย่อย",
    "status": "สถานะ สถานะการดำเนินการ สถานะการดำเนินงาน ผลการดำเนินการ ผลการดำเนินงาน",
    "responsible": "ผู้รับผิดชอบ หน่วยงานรับผิดชอบ หน่วยงานที่รับผิดชอบ หน่วยงานผู้รับผิดชอบ ส่วนราชการ "
    "ส่วนราชการที่รับผิดชอบ ส่วนราชการผู้รับผิดชอบ",
    "due": "กำหนด กำหนดเวลา กำหนดแล้วเสร็จ กำหนดส่ง ครบกำหนด วันครบกำหนด ภายใน เงื่อนไข ระยะเวลา ระยะเวลาดำเนินการ",
    "url": "link ลิงก์ ลิงค์ เว็บไซต์ ที่อยู่เว็บ หลักฐาน",
    "note": "หมายเหตุ บันทึก",
}
_PUNCTUATION = re.compile(r"[_\s.:*()]+")
_YEAR_AT_END = re.compile(r"(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?(?:พศ)?2[45]\d\d\Z")


def _plain(text: str) -> str:
    return _PUNCTUATION.sub("", fold(text))


_NAMES: Final = {
    _plain(form): name for name, forms in _HEADS.items() for form in (name, *forms.split())
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one kind of table, by their English names."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Return every column, in the order in which they are written."""
        return tuple(dict.fromkeys((*self.needed, *self.optional)))

    def name(self, head: str) -> str:
        """Return the column that a head means, such as คะแนนปี ๒๕๖๖ for score; an empty text for none of these."""
        plain = _plain(head)
        name = _NAMES.get(plain) or _NAMES.get(_YEAR_AT_END.sub("", plain), "")
        return name if name in self.all else ""


@dataclass(frozen=True, slots=True)
class Head:
    """The row in which the heads stand."""

    row: int
    places: Mapping[str, int]
    """Column → its place in the row, from 0."""
    unread: tuple[str, ...]
    """Heads of columns that this kind of table has not."""


def find_head(rows: Iterable[tuple[int, Sequence[str]]], columns: Columns) -> Head | tuple[Refusal, ...]:
    """Return the first row that holds all needed heads, or why none of the rows (number, cells) is the head."""
    best: tuple[int, list[str]] = (1, [])
    for number, cells in islice(rows, SEARCHED):
        names = [columns.name(cell) for cell in cells]
        if set(columns.needed) <= set(names):
            twice = sorted({name for name in names if name and names.count(name) > 1})
            if twice:
                return tuple(Refusal(number, name, "มีช่องนี้มากกว่าหนึ่งช่องในหัวตาราง") for name in twice)
            unread = tuple(cell.strip() for cell, name in zip(cells, names, strict=True) if not name and cell.strip())
            return Head(number, {name: place for place, name in enumerate(names) if name}, unread)
        if len(set(names)) > len(set(best[1])):
            best = (number, names)
    return tuple(Refusal(best[0], name, "ไม่มีช่องนี้ในหัวตาราง") for name in columns.needed if name not in best[1])
