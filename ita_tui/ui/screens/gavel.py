"""What F9 does: opens, pauses, resumes, adjourns, or puts right who came and when."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ita_tui.domain import attendance
from ita_tui.domain.meeting import MeetingState
from ita_tui.secretary.desk import MeetingDesk
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.ui.screens.closing import AdjourningScreen, GavelScreen, OpenEnd
from ita_tui.ui.screens.opening import OpeningScreen, Session
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt


async def strike(room: RoomScreen, desk: MeetingDesk) -> bool:
    """Ask what fits the state of the meeting and do it; return whether the meeting was opened."""
    state = desk.meeting.state
    if state is MeetingState.PLANNED:
        return await _open(room, desk)
    if state is MeetingState.FINAL:
        room.notify("ลงนามแล้ว กด F8 เพื่อดูเอกสารหรือเปิดแก้ไขย้อนหลัง", markup=False)
        return False
    choice = await room.ask(GavelScreen(state))
    if choice == "adjourn":
        await _adjourn(room, desk)
    elif choice == "correct":
        await _correct(room, desk)
    elif choice is not None:
        attempt(room.app, desk.pause if choice == "pause" else desk.resume)
    return False


async def _open(room: RoomScreen, desk: MeetingDesk) -> bool:
    def opened(wanted: Session, by: Callable[..., object]) -> object:
        return by(wanted.at, wanted.roster, presiding_id=wanted.presiding_id, go_on_because=wanted.reason)

    before = Session(desk.roster(), desk.now(), rule=desk.body.settings.quorum)
    answer = await room.ask(OpeningScreen("เปิดประชุม", before, lambda wanted: opened(wanted, desk.check_may_open)))
    return answer is not None and attempt(room.app, lambda: opened(answer, desk.open))


async def _correct(room: RoomScreen, desk: MeetingDesk) -> None:
    def corrected(wanted: Session, by: Callable[..., object]) -> object:
        return by(
            wanted.roster, presiding_id=wanted.presiding_id, opened=wanted.at, adjourned=wanted.adjourned,
            go_on_because=wanted.reason,
        )

    meeting = desk.meeting
    opened = meeting.opened_at or desk.now()
    before = Session(
        meeting.roster, opened, meeting.presiding_id, meeting.quorum_reason, meeting.adjourned_at, meeting.quorum_rule
    )
    check = partial(attendance.corrected, meeting)
    answer = await room.ask(OpeningScreen("แก้ไขเวลาและผู้มาประชุม", before, lambda wanted: corrected(wanted, check)))
    if answer is not None:
        attempt(room.app, lambda: corrected(answer, desk.correct))


async def _adjourn(room: RoomScreen, desk: MeetingDesk) -> None:
    at = await room.ask(AdjourningScreen(desk.now().time(), open_ends(desk), desk.check_may_adjourn))
    if at is not None and attempt(room.app, lambda: desk.adjourn(at)):
        room.notify("กด F8 เพื่อตรวจและพิมพ์รายงานการประชุม", title="เลิกประชุมแล้ว", markup=False)


def open_ends(desk: MeetingDesk) -> tuple[OpenEnd, ...]:
    """Return what is still open: agenda items without words, undecided ones, OIT items untouched by code and name."""
    silent = desk.meeting.silent()
    numbers = ", ".join(number for number, item in desk.stops if item in silent)
    ends = [OpenEnd(thai_digits(f"วาระที่ยังไม่มีข้อความ: {numbers}"))] if numbers else []
    ends += [OpenEnd(thai_digits_in_text(f"วาระ “{item.title}” ยังไม่มีมติ")) for item in desk.meeting.undecided()]
    untouched = set(desk.oit.untouched())
    named = [thai_digits_in_text(f"{row.code} {row.name}") for row in desk.oit.rows() if row.code in untouched]
    ends += [OpenEnd(thai_digits(f"OIT ยังไม่ได้ทบทวน {len(named)} ข้อ"), tuple(named))] if named else []
    return tuple(ends)
