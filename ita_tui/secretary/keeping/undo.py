"""Taking back the last confirmed act of a meeting, as a compensating act of its own; the history keeps both.

The order comes from the history on disk, so it works after a restart too. What opens, closes, seals or signs a
meeting is no act of writing and is not taken back here.
"""

from __future__ import annotations

from collections.abc import Iterable

from ita_tui.errors import RuleBroken
from ita_tui.store.history import AuditRow

_LABELS = {
    "say": "คำกล่าว", "resolve": "มติ", "take out": "การนำออก", "present": "ตาราง OIT", "add item": "วาระย่อย",
    "mark": "สถานะ OIT", "report": "สถานะ OIT ที่รายงาน", "annotate": "รายละเอียด OIT",
    "put version back": "การนำรายการเดิมกลับมา", "correct": "การแก้ไขเวลาและผู้มาประชุม",
    "attend": "การเข้าออกที่ประชุม", "move": "การย้ายข้อความ", "split": "การแยกคำกล่าว", "join": "การรวมคำกล่าว",
    "put back": "การนำข้อความเดิมกลับมา",
    "agenda": "ระเบียบวาระ", "schedule": "กำหนดการประชุม", "prepare": "คำกล่าวที่เตรียมไว้", "follow": "รายการ OIT ที่ติดตาม",
    "recorders": "ผู้จดและผู้ตรวจรายงาน",
    "body": "ข้อมูลหน่วยงาน", "divisions": "ส่วนราชการ", "order": "คำสั่งแต่งตั้ง", "seats": "ตำแหน่งในคณะกรรมการ",
    "rules": "ค่าที่ตั้งไว้",
    "enter score": "คะแนน", "enter level": "ระดับผลการประเมิน", "import results": "การนำเข้าผลประเมิน",
}
_BEGINS = "open"
"""What was prepared before this act is no act of the meeting that goes on."""
_UNDO = "undo "


def verb_for(action_id: str) -> str:
    """Return the verb of the act that takes another one back."""
    return f"{_UNDO}{action_id}"


def label_of(verb: str) -> str:
    """Return what an act changed, in Thai."""
    return _LABELS[verb]


def last_act(history: Iterable[AuditRow]) -> tuple[str, str]:
    """Return (id, verb) of the last act that was not taken back yet; raise RuleBroken where there is none."""
    acts: dict[str, str] = {}
    for row in sorted(history, key=lambda row: row.seq):
        if row.verb == _BEGINS:
            acts.clear()
        elif row.verb.startswith(_UNDO):
            acts.pop(row.verb.removeprefix(_UNDO), None)
        elif row.verb in _LABELS:
            acts.setdefault(row.action_id, row.verb)
    if not acts:
        raise RuleBroken("ไม่มีการบันทึกให้ย้อนกลับแล้ว", "แก้ไขข้อความได้โดยตรง")
    return list(acts.items())[-1]
