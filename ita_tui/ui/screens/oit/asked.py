"""What the OIT screen asks in a box: who is responsible, what shows an item, and which earlier version comes back."""

from __future__ import annotations

from textual import work

from ita_tui.thai.digits import thai_digits
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.screens.oit import told
from ita_tui.ui.screens.oit.evidence import EvidenceScreen
from ita_tui.ui.screens.oit.line import LineScreen
from ita_tui.ui.telling import attempt

_NOBODY = "ไม่ระบุผู้รับผิดชอบ"
_NOW = "✓ ปัจจุบัน "


class AskingScreen(LineScreen):
    """The OIT items with the boxes that tell and change more of the item under the cursor."""

    @work(group=ACTS)
    async def action_responsible(self) -> None:
        """Ask which division is responsible; all of them and none are answers too."""
        review, code = self.desk.oit, self.table.code
        if not attempt(self.app, review.check_open):
            return
        now = review.item(code).entry.division_id
        choices = [
            Choice(division_id, name or _NOBODY, "ปัจจุบัน" if division_id == now else "")
            for division_id, name in review.divisions()
        ]
        title = thai_digits(f"ผู้รับผิดชอบข้อ {code}")
        chosen = await self.ask(ChooseScreen(title, choices, placeholder="พิมพ์ชื่อส่วนราชการเพื่อค้นหา"))
        if chosen is not None and attempt(self.app, lambda: review.give_to(code, chosen)):
            self.show()

    @work(group=ACTS)
    async def action_evidence(self) -> None:
        """Show where the item is published; each change is kept as it is made."""
        review, code = self.desk.oit, self.table.code
        if not attempt(self.app, review.check_open):
            return
        title = thai_digits(f"หลักฐานของข้อ {code}")
        await self.ask(EvidenceScreen(title, review.item(code).entry.evidence, lambda kept: review.prove(code, kept)))
        self.show()

    @work(group=ACTS)
    async def action_versions(self) -> None:
        """Show what was settled, reported and noted before, and put the chosen one back."""
        review, code = self.desk.oit, self.table.code
        found = review.versions(code)
        if not found:
            self.notify("ข้อนี้ยังไม่มีประวัติ", markup=False)
            return
        lines = [told.told_change(review, change) for change in found]
        choices = [
            Choice(str(at), f"{_NOW if review.is_present(code, change) else ''}{line.when}  {line.where}  {line.what}")
            for at, (line, change) in enumerate(zip(lines, found, strict=True))
        ]
        title = thai_digits(f"ประวัติของข้อ {code} เลือกรายการที่จะนำกลับมา")
        answer = await self.ask(ChooseScreen(title, choices))
        if answer is not None and attempt(self.app, lambda: review.put_version_back(code, found[int(answer)])):
            self.notify(lines[int(answer)].what, title="นำกลับมาแล้ว", markup=False)
            self.show()
