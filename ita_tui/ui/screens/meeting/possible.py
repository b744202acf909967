"""Which acts of the meeting room do something as the meeting stands, and what is said of one that does not."""

from __future__ import annotations

from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingState

_WRITING = frozenset({
    "speaker", "resolution", "offer", "sub_item", "split", "join", "move_up", "move_down", "versions", "mark",
    "reassure",
})
_WHY_NOT = {
    MeetingState.PLANNED: "ยังไม่ได้เปิดประชุม กด F9 เพื่อลงชื่อผู้มาประชุมและเปิดประชุม",
    MeetingState.FINAL: "ลงนามแล้ว แก้ไขได้เมื่อเปิดแก้ไขย้อนหลังพร้อมเหตุผลที่หน้าเอกสาร (F8)",
}


def writable(meeting: Meeting, *, may_write: bool) -> bool:
    """Tell whether words can be written down: from the opening until the signature, in the window that writes."""
    return may_write and meeting.state not in (MeetingState.PLANNED, MeetingState.FINAL)


def works(action: str, meeting: Meeting, *, may_write: bool) -> bool:
    """Tell whether an act of the room does anything now."""
    if action in _WRITING:
        return writable(meeting, may_write=may_write)
    if action in ("gavel", "undo"):
        return may_write and meeting.state is not MeetingState.FINAL
    if action == "marks":
        return meeting.state is not MeetingState.PLANNED
    return action != "oit" or meeting.oit is not None


def why_not(action: str, meeting: Meeting, *, may_write: bool) -> str:
    """Return why an act does nothing now, and what to do."""
    if action == "oit":
        return "การประชุมนี้ไม่ได้ติดตาม OIT"
    if not may_write:
        return "หน้าต่างนี้เปิดแบบอ่านอย่างเดียว แก้ไขในหน้าต่างที่เปิดไว้ก่อน"
    return _WHY_NOT.get(meeting.state, "")
