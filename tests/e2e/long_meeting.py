"""What is said in the scripted two-hour meeting: who speaks at which item, in words that are all different."""

from __future__ import annotations

import re
from dataclasses import dataclass

CHAIR, DISTRICT, OFFICER, STAND_IN, SECRETARY, CLERK = (
    "ผู้อำนวยการกองคลัง", "ท้องถิ่นอำเภอ", "ปลัดอำเภอประจำตำบล", "นักวิชาการศึกษา", "หัวหน้าสำนักปลัด", "เจ้าพนักงานธุรการ",
)
LETTERS = {
    CHAIR: "กองคลัง", DISTRICT: "ท้องถิ่น", OFFICER: "ปลัดอำเภอ", STAND_IN: "นักวิชาการ", SECRETARY: "สำนักปลัด", CLERK: "ธุรการ",
}
"""What is typed in F2 to find each of them."""

_TOPICS = (
    "ประกาศเชิญชวน", "สรุปผลรายเดือน", "แผนการใช้จ่ายงบประมาณ", "คู่มือการให้บริการ", "ช่องทางร้องเรียน", "ข้อมูลผู้บริหาร",
    "สถิติการให้บริการ", "แผนบริหารบุคคล", "นโยบายไม่รับของขวัญ", "การประเมินความเสี่ยง",
)
_SAID = (
    "เรื่อง{topic} ตรวจแล้วพบว่าเผยแพร่ครบ {n} รายการตามที่กำหนด",
    "ขอสอบถามว่า{topic}จะแล้วเสร็จเมื่อใด เพราะยังค้างอยู่ {n} รายการ",
    "ส่วนที่เกี่ยวกับ{topic} กองที่รับผิดชอบได้แก้ไขลำดับที่ {n} เรียบร้อยแล้ว และจะรายงานความคืบหน้าในสิ้นเดือน",
    "เห็นควรให้ทบทวน{topic} หน้า {n} อีกครั้ง เพื่อให้ประชาชนเข้าใจง่าย\n1. แก้ถ้อยคำในเรื่องที่ {n}\n2. เพิ่มวันที่เผยแพร่ของเรื่องที่ {n}",
    "{topic}มีผู้เข้าชม {n} คนในเดือนที่ผ่านมา มากกว่าเดือนก่อนเล็กน้อย",
)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the script."""

    who: str
    text: str

    @property
    def mark(self) -> str:
        """Return a word of the last line that no other statement holds and no line break cuts."""
        return str(re.findall(r"\d+", self.text)[-1])

    @property
    def lines(self) -> list[str]:
        """Return the paragraphs and points as papers print them, without their numbers."""
        return [line.removeprefix("1. ").removeprefix("2. ") for line in self.text.split("\n")]


def statements(first: int, count: int, *speakers: str) -> list[Said]:
    """Return `count` statements of those speakers in turn, numbered from `first`; no two are alike."""
    return [
        Said(speakers[at % len(speakers)], _SAID[number % len(_SAID)].format(topic=_TOPICS[number % 7], n=number * 11))
        for at, number in enumerate(range(first, first + count))
    ]
