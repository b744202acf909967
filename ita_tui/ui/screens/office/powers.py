"""The powers that the order in force gives the committee, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.content import Content

from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.form import line_form
from ita_tui.ui.screens.office.rows import BodyRowsScreen, RowLine


class PowersScreen(BodyRowsScreen):
    """The lines of powers in their order; a row is known by its place."""

    BINDINGS = keys.ROWS
    TITLE_TEXT = "อำนาจหน้าที่ของคณะกรรมการ"
    HELP_TOPIC = "rows"
    EMPTY = "ยังไม่มีข้อความ กด A เพื่อเพิ่ม"

    def lines(self) -> Sequence[RowLine]:
        """Return the powers, numbered."""
        return [
            RowLine(str(at), Content(power), thai_digits(f"{at + 1:>2}. "))
            for at, power in enumerate(self.settings.order.powers)
        ]

    def about(self) -> Content:
        """Return what these lines are for."""
        return Content("ตามคำสั่งแต่งตั้ง ใช้เมื่อประธานแจ้งคำสั่งให้ที่ประชุมทราบ")

    @work(group=ACTS)
    async def action_add(self) -> None:
        """Add a line below the highlighted one."""
        at = int(self.chosen_id or -1) + 1
        powers = self.settings.order.powers

        def add(line: str) -> None:
            self.settings.set_powers((*powers[:at], line, *powers[at:]))

        if await self.fill(line_form("เพิ่มอำนาจหน้าที่", "ข้อความ", add)):
            self.show(str(at))

    @work(group=ACTS)
    async def action_change(self) -> None:
        """Change the highlighted line."""
        if self.chosen_id:
            at, powers = int(self.chosen_id), self.settings.order.powers

            def change(line: str) -> None:
                self.settings.set_powers((*powers[:at], line, *powers[at + 1 :]))

            await self.fill(line_form("แก้ไขอำนาจหน้าที่", "ข้อความ", change, powers[at]))

    def action_remove(self) -> None:
        """Take the highlighted line out; Ctrl+Z brings it back."""
        if self.chosen_id:
            powers = list(self.settings.order.powers)
            del powers[int(self.chosen_id)]
            self.attempt(lambda: self.settings.set_powers(powers))

    def action_move(self, step: int) -> None:
        """Move the highlighted line."""
        at, powers = int(self.chosen_id or 0), list(self.settings.order.powers)
        if 0 <= at + step < len(powers):
            powers[at], powers[at + step] = powers[at + step], powers[at]
            self.attempt(lambda: self.settings.set_powers(powers), str(at + step))
