"""What happens to a meeting as a whole: opened, paused, presided by another, adjourned, signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """What happened to a meeting as a whole."""

    POSTPONED = "postponed"
    OPENED = "opened"
    PAUSED = "paused"
    RESUMED = "resumed"
    CHAIR_CHANGED = "chair_changed"
    ADJOURNED = "adjourned"
    SIGNED = "signed"
    REOPENED = "reopened"

    @property
    def label(self) -> str:
        """Return the Thai wording."""
        return _EVENT_LABELS[self]


_EVENT_LABELS = {
    EventKind.POSTPONED: "เลื่อนการประชุม",
    EventKind.OPENED: "เปิดประชุม",
    EventKind.PAUSED: "พักการประชุม",
    EventKind.RESUMED: "ประชุมต่อ",
    EventKind.CHAIR_CHANGED: "เปลี่ยนประธานในที่ประชุม",
    EventKind.ADJOURNED: "เลิกประชุม",
    EventKind.SIGNED: "ลงนาม",
    EventKind.REOPENED: "เปิดแก้ไขย้อนหลัง",
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a meeting, with its time and, where one is asked for, a reason."""

    kind: EventKind
    at: datetime
    reason: str = ""
    person_id: str = ""
    """Roster id of who presides from then on; only for a change of the chair."""
