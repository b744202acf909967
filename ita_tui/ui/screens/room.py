"""What the screens of the program share: the program that shows them, breakpoints, and a help topic."""

from __future__ import annotations

from typing import ClassVar, TypeVar, cast

from textual import events, work
from textual.screen import ModalScreen, Screen

from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.layout_keys import latin_keys
from ita_tui.ui.program import Program

Answer = TypeVar("Answer")


class RoomScreen(Screen[None]):
    """A whole screen of the program."""

    HELP_TOPIC: ClassVar[str]
    """Stem of its text in ui/help."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]

    @property
    def program(self) -> Program:
        """Return the program, by what a screen may ask of it."""
        return cast("Program", self.app)

    @property
    def in_sight(self) -> bool:
        """Tell whether it is seen: it is in front, or only boxes are before it.

        Textual takes the screen right behind for visible too (`is_current`), and whatever changes there has the
        whole of the one in front painted anew.
        """
        stack = self.app.screen_stack
        return self in stack and all(isinstance(each, ModalScreen) for each in stack[stack.index(self) + 1 :])

    def why_not(self, action: str) -> str:
        """Return why an action of this screen does nothing now, and what to do; empty where nothing is to be said."""
        del action
        return ""

    def on_key(self, event: events.Key) -> None:
        """Say why a key of this screen does nothing now: it is not shown, but it may be known by heart."""
        pressed = [event.key, *latin_keys(event.key)]
        rows = [each for each in keys.rows(type(self).BINDINGS) if set(pressed) & set(each.key.split(","))]
        refused = [each.action for each in rows if not self.check_action(each.action, ())]
        why = self.why_not(refused[0]) if refused else ""
        if why:
            event.stop()
            event.prevent_default()
            self.notify(why, markup=False)

    async def renew(self) -> None:
        """Show what another window wrote."""

    def confirm(self) -> bool:
        """Make words at hand a record; return False when the rules refused them."""
        return True

    def places(self) -> list[tuple[str, str, str]]:
        """Return where one can go from here beside its keys, as (words, more, action)."""
        return []

    @work(group=ACTS)
    async def action_palette(self) -> None:
        """Find a command of this screen, or a meeting, by words."""
        from ita_tui.ui.screens.palette import palette  # noqa: PLC0415 - seldom asked for

        chosen = await self.ask(palette(self.program.working_keys(), self.places()))
        if chosen is not None:
            await self.run_action(chosen)

    async def ask(self, question: Screen[Answer | None]) -> Answer | None:
        """Show another screen and return its answer.

        None also where something else already stands in front, and for one that writes in a window that only reads.
        """
        if getattr(question, "WRITES", False) and self.program.read_only:
            self.notify("หน้าต่างนี้เปิดแบบอ่านอย่างเดียว แก้ไขในหน้าต่างที่เปิดไว้ก่อน", markup=False)
            return None
        return await self.app.push_screen_wait(question) if self.app.screen is self else None
