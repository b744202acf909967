"""Ways from the first screen: through what a new office has to settle, to the next meeting, into its preparation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from ita_tui.domain.meeting_head import MeetingHead
from ita_tui.secretary.body.settings import OfficeSettings
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.preparing.planning import plan_meeting, proposed_plan
from ita_tui.secretary.results.book import ResultsBook
from ita_tui.ui.screens.asking.form import FormScreen, Values
from ita_tui.ui.screens.office.divisions import DivisionsScreen
from ita_tui.ui.screens.office.planning import plan_form, read_plan
from ita_tui.ui.screens.office.prepare import PrepareScreen
from ita_tui.ui.screens.office.rows import BodyRowsScreen
from ita_tui.ui.screens.office.seats import SeatsScreen
from ita_tui.ui.screens.office.settings import SettingsScreen, order_form
from ita_tui.ui.screens.results.year import ResultsScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt

_STEPS = 4


async def go_through(room: RoomScreen) -> None:
    """Go through what a new office has to settle, up to its first meeting; Esc goes one step back, at last home."""
    settings = OfficeSettings(room.program.office)

    async def order() -> bool:
        return await room.ask(FormScreen(order_form(settings), _step(1))) is not None

    async def rows(screen: BodyRowsScreen) -> bool:
        await room.ask(screen)
        return screen.finished

    steps: tuple[Callable[[], Awaitable[bool]], ...] = (
        order, lambda: rows(DivisionsScreen(settings, _step(2))), lambda: rows(SeatsScreen(settings, _step(3))),
        lambda: plan(room, _step(4)),
    )
    at = 0
    while 0 <= at < len(steps):
        at += 1 if await steps[at]() else -1


async def plan(room: RoomScreen, step: str = "") -> bool:
    """Make the next meeting and prepare it; return whether it was made."""
    office = room.program.office
    committee_id = office.body.committees[0].id
    proposed = proposed_plan(office, committee_id)
    made: list[MeetingDesk] = []

    def make(values: Values) -> None:
        made.append(plan_meeting(office, committee_id, read_plan(values, proposed)))

    form = replace(plan_form(office, committee_id, proposed), act=make)
    if await room.ask(FormScreen(form, step)) is not None:
        await room.ask(PrepareScreen(made[0]))
    return bool(made)


async def prepare(room: RoomScreen, head: MeetingHead) -> None:
    """Prepare a planned meeting."""
    if attempt(room.app, lambda: room.program.office.desk(head.id)):
        await room.ask(PrepareScreen(room.program.office.desk(head.id)))


async def settle(room: RoomScreen) -> None:
    """Settle what holds for the office."""
    await room.ask(SettingsScreen(OfficeSettings(room.program.office)))


async def see_results(room: RoomScreen) -> None:
    """Look at the results of all years, and type or import them."""
    await room.ask(ResultsScreen(ResultsBook(room.program.office)))


def _step(number: int) -> str:
    return f"ขั้นที่ {number}/{_STEPS}"
