"""What may be done with the papers of a meeting as it stands, and what comes next."""

from __future__ import annotations

from enum import StrEnum

from ita_tui.domain.meeting_head import MeetingState
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.papers.publish import Kind, is_draft


class PaperAct(StrEnum):
    """Something she may do with papers; the label stands in the list of the screen."""

    MAKE_MINUTES = "make_minutes"
    PRINT_MINUTES = "print_minutes"
    FOR_SIGNING = "for_signing"
    SIGNED = "signed"
    REOPEN = "reopen"
    MAKE_OIT = "make_oit"
    PRINT_OIT = "print_oit"

    @property
    def label(self) -> str:
        """Return the Thai wording."""
        return _LABELS[self]

    @property
    def kind(self) -> Kind:
        """Return the paper it is about."""
        return Kind.OIT if self in (PaperAct.MAKE_OIT, PaperAct.PRINT_OIT) else Kind.MINUTES


_LABELS = {
    PaperAct.MAKE_MINUTES: "ออกรายงานการประชุม",
    PaperAct.PRINT_MINUTES: "พิมพ์รายงานการประชุม",
    PaperAct.FOR_SIGNING: "ออกฉบับเพื่อลงนาม",
    PaperAct.SIGNED: "บันทึกว่าลงนามแล้ว",
    PaperAct.REOPEN: "แก้ไขรายงานที่ลงนามแล้ว",
    PaperAct.MAKE_OIT: "ออกตารางติดตาม OIT",
    PaperAct.PRINT_OIT: "พิมพ์ตารางติดตาม OIT",
}


def acts_of(desk: MeetingDesk, *, may_write: bool) -> tuple[PaperAct, ...]:
    """Return what may be done now, in the order of the list; a window that only reads makes and prints."""
    possible = [PaperAct.MAKE_MINUTES, PaperAct.PRINT_MINUTES]
    state = desk.meeting.state
    if may_write and state is MeetingState.ADJOURNED:
        possible.append(PaperAct.FOR_SIGNING)
        if not is_draft(desk):
            possible.append(PaperAct.SIGNED)
    if may_write and state is MeetingState.FINAL:
        possible.append(PaperAct.REOPEN)
    if desk.meeting.oit is not None:
        possible += [PaperAct.MAKE_OIT, PaperAct.PRINT_OIT]
    return tuple(possible)


def next_act(desk: MeetingDesk, *, may_write: bool) -> PaperAct:
    """Return what she most likely wants to do now."""
    possible = acts_of(desk, may_write=may_write)
    likely = (PaperAct.SIGNED, PaperAct.FOR_SIGNING)
    return next((each for each in likely if each in possible), PaperAct.MAKE_MINUTES)


def next_step(desk: MeetingDesk, *, may_write: bool) -> str:
    """Return what comes next on the way to signed minutes, and so why an act is not in the list."""
    state = desk.meeting.state
    if state is MeetingState.PLANNED:
        return "ยังไม่ได้เปิดประชุม รายงานเป็นร่าง สิ่งที่ยังไม่ทราบพิมพ์เป็นจุด"
    if state is not MeetingState.ADJOURNED:
        signed = state is MeetingState.FINAL
        return "ลงนามแล้ว พิมพ์เพิ่มได้ แก้ไขต้องมีเหตุผล" if signed else "ฉบับเพื่อลงนามออกได้เมื่อเลิกประชุม (F9)"
    if not may_write:
        return "หน้าต่างนี้อ่านอย่างเดียว ออกฉบับเพื่อลงนามที่หน้าต่างหลัก"
    if not is_draft(desk):
        return "ขั้นต่อไป: ประธานลงนาม แล้วเลือก บันทึกว่าลงนามแล้ว"
    if desk.meeting.head.seal:
        return "แก้ไขหลังออกฉบับเพื่อลงนาม ต้องออกฉบับเพื่อลงนามใหม่"
    return "ขั้นต่อไป: ออกฉบับเพื่อลงนาม แล้วเสนอประธานลงนาม"
