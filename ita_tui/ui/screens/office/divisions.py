"""The divisions of the body: OIT items are theirs, and their heads sit in the committee."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import work
from textual.content import Content

from ita_tui.domain.proposals import head_of
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.form import line_form
from ita_tui.ui.screens.office.rows import BodyRowsScreen, RowLine


class DivisionsScreen(BodyRowsScreen):
    """Divisions by the order in which papers list them."""

    BINDINGS = keys.ROWS
    TITLE_TEXT = "ส่วนราชการ"
    HELP_TOPIC = "rows"
    EMPTY = "ยังไม่มีส่วนราชการ กด A เพื่อเพิ่ม"

    def lines(self) -> Sequence[RowLine]:
        """Return the divisions and the posts of their heads."""
        return [
            RowLine(
                each.id,
                Content.assemble(
                    Content.styled(each.name, "bold"), Content.styled(f"   {head_of(each.name)}", "$text-muted")
                ),
                thai_digits(f"{number:>2}  "),
            )
            for number, each in enumerate(self.settings.body.divisions, start=1)
        ]

    def about(self) -> Content:
        """Return whose divisions these are."""
        return Content(f"ส่วนราชการของ{self.settings.body.name} ที่รับผิดชอบข้อ OIT และมีหัวหน้าเป็นกรรมการ")

    @work(group=ACTS)
    async def action_add(self) -> None:
        """Add a division below the highlighted one."""
        after, added = self.chosen_id, list[str]()

        def add(name: str) -> None:
            added.append(self.settings.add_division(name, after))

        if await self.fill(line_form("เพิ่มส่วนราชการ", "ชื่อ", add, placeholder="เช่น กองคลัง")):
            self.show(added[0])

    @work(group=ACTS)
    async def action_change(self) -> None:
        """Change the name of the highlighted division."""
        chosen = self.chosen_id
        name = next((each.name for each in self.settings.body.divisions if each.id == chosen), "")
        if name:
            rename = partial(self.settings.rename_division, chosen)
            await self.fill(line_form("แก้ไขส่วนราชการ", "ชื่อ", rename, name))

    def action_remove(self) -> None:
        """Take the highlighted division out; Ctrl+Z brings it back."""
        if self.chosen_id:
            self.attempt(lambda: self.settings.remove_division(self.chosen_id))

    def action_move(self, step: int) -> None:
        """Move the highlighted division."""
        chosen = self.chosen_id
        if chosen:
            self.attempt(lambda: self.settings.move_division(chosen, step), chosen)
