"""What F9 does: opens, pauses, resumes, adjourns, or puts right who came and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ita_tui.domain import attendance
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.errors import BadText
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.open_ends import open_ends
from ita_tui.secretary.preparing.preparation import Preparation
from ita_tui.thai.dates import full_date, parse_date, parse_time
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.screens.asking.form import FormScreen, Values
from ita_tui.ui.screens.meeting.closing import AdjourningScreen, GavelScreen
from ita_tui.ui.screens.meeting.opening import Around, OpeningScreen, Session
from ita_tui.ui.screens.office.planning import schedule_form
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt

_WHY_POSTPONED = "เนื่องจากไม่ครบองค์ประชุม"


async def strike(room: RoomScreen, desk: MeetingDesk) -> bool:
    """Ask what fits the state of the meeting and do it; return whether the meeting was opened."""
    state = desk.meeting.state
    if state is MeetingState.PLANNED:
        return await _open(room, desk)
    choice = await room.ask(GavelScreen(state))
    if choice == "adjourn":
        await _adjourn(room, desk)
    elif choice == "correct":
        await _correct(room, desk)
    elif choice is not None:
        attempt(room.app, desk.gavel.pause if choice == "pause" else desk.gavel.resume)
    return False


async def _open(room: RoomScreen, desk: MeetingDesk) -> bool:
    def opened(wanted: Session, by: Callable[..., object]) -> object:
        return by(wanted.at, wanted.roster, presiding_id=wanted.presiding_id, go_on_because=wanted.reason)

    around = Around(
        lambda wanted: opened(wanted, desk.gavel.check_may_open), desk.tools.new_id, _posts(desk),
        desk.body.settings.quorum,
        postpone=lambda dialog: _postpone(dialog, Preparation(room.program.office, desk)),
    )
    answer = await room.ask(OpeningScreen("เปิดประชุม", Session(desk.roster(), desk.now()), around))
    return answer is not None and attempt(room.app, lambda: opened(answer, desk.gavel.open))


async def _correct(room: RoomScreen, desk: MeetingDesk) -> None:
    def corrected(wanted: Session, by: Callable[..., object]) -> object:
        return by(
            wanted.roster, presiding_id=wanted.presiding_id, opened=wanted.at, adjourned=wanted.adjourned,
            go_on_because=wanted.reason,
        )

    meeting = desk.meeting
    opened = meeting.opened_at or desk.now()
    before = Session(meeting.roster, opened, meeting.presiding_id, meeting.quorum_reason, meeting.adjourned_at)
    check = partial(attendance.corrected, meeting)
    around = Around(
        lambda wanted: corrected(wanted, check), desk.tools.new_id, _posts(desk), meeting.quorum_rule, opened=True
    )
    answer = await room.ask(OpeningScreen("แก้ไขเวลาและผู้มาประชุม", before, around))
    if answer is not None:
        attempt(room.app, lambda: corrected(answer, desk.gavel.correct))


async def _postpone(dialog: Dialog[Session], preparation: Preparation) -> bool:
    """Ask for another day and keep it; return whether the meeting was postponed."""
    meeting = preparation.meeting

    def take(values: Values) -> None:
        on, at = parse_date(values["on"]), parse_time(values["at"])
        if (on, at) == (meeting.head.on, meeting.planned_time):
            raise BadText("ยังเป็นวันและเวลาเดิม", "พิมพ์วันที่จะประชุมใหม่")
        if not values["reason"].strip():
            raise BadText("ยังไม่ได้ระบุเหตุผลที่เลื่อน", "พิมพ์เหตุผลสั้น ๆ")
        preparation.schedule(on, at, values["place"], values["reason"])

    form = schedule_form(meeting)
    fields = tuple(replace(each, value=_WHY_POSTPONED) if each.id == "reason" else each for each in form.fields)
    answer = await dialog.ask(FormScreen(replace(form, title="เลื่อนการประชุม", fields=fields, act=take)))
    if answer is not None:
        dialog.app.notify(full_date(preparation.meeting.head.on), title="เลื่อนการประชุมแล้ว", markup=False)
    return answer is not None


def _posts(desk: MeetingDesk) -> tuple[str, ...]:
    return tuple(seat.post for seat in desk.committee.order.seats)


async def _adjourn(room: RoomScreen, desk: MeetingDesk) -> None:
    at = await room.ask(AdjourningScreen(desk.now().time(), open_ends(desk), desk.gavel.check_may_adjourn))
    if at is not None and attempt(room.app, lambda: desk.gavel.adjourn(at)):
        room.notify("กด F8 เพื่อตรวจและพิมพ์รายงานการประชุม", title="เลิกประชุมแล้ว", markup=False)
