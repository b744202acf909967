"""The meeting room: agenda, record and editor, people. The pen and the desk do the work; this shows it."""

from __future__ import annotations

from textual import work

from ita_tui.domain.record import Entry
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.meeting.going import GoingScreen
from ita_tui.ui.screens.meeting.possible import why_not, works
from ita_tui.ui.screens.meeting.rewriting import RewritingScreen
from ita_tui.ui.screens.meeting.speaking import SpeakingScreen
from ita_tui.ui.screens.meeting.visiting import VisitingScreen


class LiveScreen(SpeakingScreen, RewritingScreen, GoingScreen, VisitingScreen):
    """One meeting, live or after; its words go to the record whenever she leaves them."""

    BINDINGS = keys.LIVE
    HELP_TOPIC = "live"
    AUTO_FOCUS = "StatementEditor"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only keys that work."""
        return works(action, self.desk.meeting, may_write=not self.program.read_only)

    def why_not(self, action: str) -> str:
        """Return why a key does nothing as the meeting stands."""
        return why_not(action, self.desk.meeting, may_write=not self.program.read_only)

    async def action_reassure(self) -> None:
        """Confirm the words and go on in them."""
        if self.confirm():
            await self.show()

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Take back typing while it is unconfirmed, else the last confirmed act of the meeting."""
        before, record = self.editor.text, self.desk.meeting.entries
        if not self.editor.disabled and before != self.pen.text:
            self.editor.action_undo()
        elif await self.program.undo(self.desk.meeting.head.id):
            if self.editor.text != before:  # typed while a slow disk was waited for
                await self.show()
                return
            self.pen.go_on()
            await self.take_up()
            await self._go_to_undone({each.id: each for each in record})

    async def _go_to_undone(self, before: dict[str, Entry]) -> None:
        """Go to the item whose record changed, where that is another one: nothing is taken back unseen."""
        now = {each.id: each for each in self.desk.meeting.entries}
        changed = [each.item_id for each in (now | before).values() if before.get(each.id) != now.get(each.id)]
        stops = {item.id for _, item in self.desk.stops}
        if changed and self.pen.item_id not in changed and changed[0] in stops:
            await self.go_to(changed[0])
