"""The program on the screen: themes, the first screen, the way into a meeting, and the way out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual import work
from textual.reactive import reactive

from ita_tui.domain.years import BEYear
from ita_tui.errors import ItaError
from ita_tui.secretary.keeping.office import Office, Phase, SaveState
from ita_tui.secretary.keeping.taking_back import TakenBack
from ita_tui.thai.dates import clock_seconds
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.crash import keep_log, last_words
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.program import SaveWords
from ita_tui.ui.screens.asking.ask import ConfirmScreen
from ita_tui.ui.screens.office.home import HomeScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.shell import ShellApp
from ita_tui.ui.telling import attempt, tell


class ItaApp(ShellApp[bool]):
    """One data folder on the screen; it opens where the secretary left off. Its result: whether she wants another."""

    save_state: reactive[SaveWords] = reactive(SaveWords(), repaint=False)

    def __init__(self, office: Office, documents_folder: Path, *, fresh: bool = False) -> None:
        """Show an office; `fresh` data was begun just now and is gone through once."""
        super().__init__()
        self._fresh = fresh
        self.office = office
        self.documents_folder = documents_folder
        self._told = 0
        self.look_like(office.body.settings.look)

    @property
    def read_only(self) -> bool:
        """Tell whether another window holds the folder."""
        return self.office.read_only

    def now(self) -> datetime:
        """Return naive local time."""
        return self.office.tools.now()

    def on_mount(self) -> None:
        self.show_saving(self.office.save_state)
        self.office.listen(self._hear_of_saving)
        self.push_screen(HomeScreen(fresh=self._fresh))
        if self.read_only:
            self.set_interval(0.25, self._look_for_news)
        self._tell_notices()
        live = self.office.live_head()
        if live is not None and not self.read_only:
            attempt(self, lambda: self.enter_room(live.id))

    def enter_room(self, meeting_id: str, *, begin: bool = False) -> None:
        """Go into a meeting, to the place where writing stopped; `begin` opens it at once."""
        place, text = self.office.left_at(meeting_id)
        from ita_tui.ui.screens.meeting.live import LiveScreen  # noqa: PLC0415 - the first screen need not wait for it

        room = LiveScreen(self.office.desk(meeting_id), place, text)
        self.push_screen(room)
        if begin:
            room.call_after_refresh(room.action_gavel)

    def _tell_notices(self) -> None:
        for notice in self.office.notices[self._told:]:
            self.notify(notice, title="โปรดทราบ", severity="warning", timeout=12, markup=False)
        self._told = len(self.office.notices)

    async def _look_for_news(self) -> None:
        """In a window that only reads: show what the other one wrote, once that is whole."""
        try:
            room = self.screen if self.screen_stack else None  # none is left as the program ends
            # One that was just pushed has nothing yet to show news in.
            if isinstance(room, RoomScreen) and room.is_mounted and self.office.refresh():
                await room.renew()
        except ItaError as error:
            tell(self, error)

    async def undo(self, meeting_id: str) -> bool:
        """Take back the last confirmed act of a meeting and say what it was; return whether anything was."""
        return await self._undo(lambda: self.office.undo(meeting_id))

    async def undo_in_body(self) -> bool:
        """Take back the last change of body, committee or settings and say what it was."""
        return await self._undo(self.office.undo_in_body)

    async def undo_in_year(self, year: BEYear) -> bool:
        """Take back the last change of a year's results and say what it was."""
        return await self._undo(lambda: self.office.undo_in_year(year))

    async def bring_back(self) -> bool:
        """Bring back the meeting that was deleted last and say which it is."""
        def act() -> TakenBack:
            return TakenBack(thai_digits(f"การประชุมครั้งที่ {self.office.bring_back().number_text}"))

        return await self._undo(act, "")

    async def _undo(self, act: Callable[[], TakenBack], more: str = "ที่บันทึกครั้งล่าสุด") -> bool:
        try:
            taken_back = await asyncio.to_thread(act)
        except ItaError as error:
            tell(self, error)
            return False
        told = [f"{taken_back.what}{more}", taken_back.stays]
        self.notify("\n".join(line for line in told if line), title="ย้อนกลับแล้ว", markup=False)
        return True

    def _hear_of_saving(self, state: SaveState) -> None:
        self.call_later(self.show_saving, state)  # comes from the saver's thread

    def show_saving(self, state: SaveState) -> None:
        """Put the state of saving into words."""
        if self.read_only:
            self.save_state = SaveWords("อ่านอย่างเดียว", trouble=True)
        elif state.phase is Phase.FAILED:
            if state.error is not None and not self.save_state.trouble:  # told once, not at each new attempt
                tell(self, state.error)
            self.save_state = SaveWords("บันทึกไม่ได้ กำลังลองใหม่", trouble=True)
        elif state.phase is Phase.SAVING:
            self.save_state = self.save_state if self.save_state.trouble else SaveWords("กำลังบันทึก")
        elif state.saved_at is not None:
            self.save_state = SaveWords(f"บันทึกแล้ว {clock_seconds(state.saved_at.time())}")
            self._tell_notices()

    def crash_words(self, error: Exception) -> str:
        """Keep a log with the data and return what is said in the terminal."""
        log = keep_log(self.office.path, error, self.now())
        return last_words(log, saved=not self.save_state.trouble)

    # --- keys -------------------------------------------------------------------------------------------

    def action_toggle_theme(self) -> None:
        """Change between light and dark, and remember it with the data."""
        super().action_toggle_theme()
        if not self.read_only:
            from ita_tui.secretary.body.settings import OfficeSettings  # noqa: PLC0415 - the first screen need not wait

            attempt(self, lambda: OfficeSettings(self.office).look_like(self.look))

    @work(group=ACTS)
    async def action_leave(self) -> None:
        """Make the words at hand a record, see everything on disk, and go; a refusal keeps the program open."""
        if await self._all_kept():
            self.exit()

    async def open_another(self) -> None:
        """Let go of this data as when leaving, and have another set chosen."""
        if await self._all_kept():
            self.exit(True)

    async def _all_kept(self) -> bool:
        if self.asks_first() or not all(each.confirm() for each in self.screen_stack if isinstance(each, RoomScreen)):
            return False
        try:
            await asyncio.to_thread(self.office.flush, 3)
        except ItaError as error:
            tell(self, error)
            question = "บันทึกลงโฟลเดอร์ข้อมูลยังไม่ได้ จะออกและเก็บข้อความไว้ในไฟล์กู้คืนหรือไม่"
            answer = await self.push_screen_wait(ConfirmScreen("ออกจากโปรแกรม", question, "ออก และเก็บไว้ในไฟล์กู้คืน"))
            return bool(answer)
        return True
