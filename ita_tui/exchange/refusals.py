"""Why something of a file is not taken: by row, column and reason, in Thai."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ita_tui.errors import ItaError

COLUMN_NAMES: Final = {
    "year": "ปี", "catalogue_year": "ปีบัญชี", "code": "รหัส", "score": "คะแนน", "name": "ชื่อ", "level": "ระดับ",
    "group": "กลุ่ม", "status": "สถานะ", "responsible": "ผู้รับผิดชอบ", "due": "กำหนด", "url": "ลิงก์", "note": "หมายเหตุ",
}  # fmt: skip
"""What a person is told for a column."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One cell, row or file that is not taken."""

    row: int
    """Row of the file as a spreadsheet counts them: the head is row 1; in JSON the first object is 1. 0 = the file."""
    column: str
    """English name of the column; empty where the whole row or file is meant."""
    reason: str
    """A Thai sentence."""

    @property
    def told(self) -> str:
        """Return place and reason in Thai."""
        place = [f"แถว {self.row}"] if self.row else []
        place += [f"ช่อง{COLUMN_NAMES[self.column]}"] if self.column else []
        return f"{' '.join(place)}: {self.reason}" if place else self.reason


def rows_told(rows: Sequence[int]) -> str:
    """Return row numbers in Thai, the first ten by number: `แถว 3, 5 และอีก 12 แถว`."""
    more = f" และอีก {len(rows) - 10} แถว" if len(rows) > 10 else ""
    return f"แถว {', '.join(map(str, rows[:10]))}{more}"


class Refused(ItaError):
    """A file of which nothing is taken, because at least one row of it cannot be."""

    def __init__(self, file: str, refusals: Iterable[Refusal], hint: str = "แก้ไขแฟ้มแล้วนำเข้าใหม่ทั้งแฟ้ม") -> None:
        self.refusals = tuple(refusals)
        more = f" (และอีก {len(self.refusals) - 1} แห่ง)" if len(self.refusals) > 1 else ""
        super().__init__(f"ไม่รับแฟ้ม “{file}”: {self.refusals[0].told}{more}", hint)


class Unreadable(ItaError):
    """A file that is not what its name says, or could do harm; knows no name, whoever opened it does."""

    def __init__(self, reason: str, hint: str = "แก้ไขแฟ้มแล้วนำเข้าใหม่ทั้งแฟ้ม", *, row: int = 0, column: str = "") -> None:
        super().__init__(reason, hint)
        self.refusal = Refusal(row, column, reason)
