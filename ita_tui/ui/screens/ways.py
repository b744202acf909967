"""Ways from the first screen: through what a new office has to settle, to the next meeting, into its preparation."""

from __future__ import annotations

from ita_tui.domain.meeting import MeetingHead, MeetingState
from ita_tui.secretary.planning import plan_meeting, proposed_plan
from ita_tui.secretary.settings import OfficeSettings
from ita_tui.ui.screens.divisions import DivisionsScreen
from ita_tui.ui.screens.form import FormScreen
from ita_tui.ui.screens.planning import plan_form, read_plan
from ita_tui.ui.screens.prepare import PrepareScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.screens.seats import SeatsScreen
from ita_tui.ui.screens.settings import SettingsScreen, order_form, read_order
from ita_tui.ui.telling import attempt

_STEPS = 4


async def go_through(room: RoomScreen) -> None:
    """Go through what a new office has to settle, up to its first meeting; each step can be left for later."""
    settings = OfficeSettings(room.program.office)
    answer = await room.ask(FormScreen(order_form(settings), _step(1)))
    if answer is not None:
        attempt(room.app, lambda: settings.correct_order(*read_order(answer)))
    await room.ask(DivisionsScreen(settings, _step(2)))
    await room.ask(SeatsScreen(settings, _step(3)))
    await plan(room, _step(4))


async def plan(room: RoomScreen, step: str = "") -> None:
    """Make the next meeting and prepare it."""
    office = room.program.office
    committee_id = office.body.committees[0].id
    proposed = proposed_plan(office, committee_id)
    answer = await room.ask(FormScreen(plan_form(office, committee_id, proposed), step))
    if answer is not None and attempt(
        room.app, lambda: plan_meeting(office, committee_id, read_plan(answer, proposed))
    ):
        newest = max(office.heads(), key=lambda head: (head.year, head.number))
        await room.ask(PrepareScreen(office.desk(newest.id)))


async def prepare(room: RoomScreen, head: MeetingHead | None) -> None:
    """Prepare a planned meeting; tell why where that cannot be."""
    if head is None:
        room.notify("ยังไม่มีการประชุม กด N เพื่อเพิ่มการประชุม", markup=False)
    elif head.state is not MeetingState.PLANNED:
        room.notify("เปิดประชุมแล้ว กด Enter เข้าห้องประชุมเพื่อแก้ไข", markup=False)
    elif attempt(room.app, lambda: room.program.office.desk(head.id)):
        await room.ask(PrepareScreen(room.program.office.desk(head.id)))


async def settle(room: RoomScreen) -> None:
    """Settle what holds for the office."""
    await room.ask(SettingsScreen(OfficeSettings(room.program.office)))


def _step(number: int) -> str:
    return f"ขั้นที่ {number}/{_STEPS}"
