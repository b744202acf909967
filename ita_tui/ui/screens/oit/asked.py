"""What the OIT screen asks in a box: who is responsible, what shows an item, and which earlier version comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.thai.digits import thai_digits
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.screens.oit import told
from ita_tui.ui.screens.oit.evidence import EvidenceScreen
from ita_tui.ui.telling import attempt

if TYPE_CHECKING:
    from ita_tui.ui.screens.oit.review import OitScreen

_NOBODY = "ไม่ระบุผู้รับผิดชอบ"
_NOW = "✓ ปัจจุบัน "


async def responsible(room: OitScreen, code: str) -> None:
    """Ask which division is responsible for an item; all of them and none are answers too."""
    review = room.desk.oit
    if not attempt(room.app, review.check_open):
        return
    now = review.item(code).entry.division_id
    choices = [
        Choice(division_id, name or _NOBODY, "ปัจจุบัน" if division_id == now else "")
        for division_id, name in review.divisions()
    ]
    title = thai_digits(f"ผู้รับผิดชอบข้อ {code}")
    chosen = await room.ask(ChooseScreen(title, choices, placeholder="พิมพ์ชื่อส่วนราชการเพื่อค้นหา"))
    if chosen is not None and attempt(room.app, lambda: review.give_to(code, chosen)):
        room.show()


async def evidence(room: OitScreen, code: str) -> None:
    """Show where an item is published; each change is kept as it is made."""
    review = room.desk.oit
    if not attempt(room.app, review.check_open):
        return
    title = thai_digits(f"หลักฐานของข้อ {code}")
    await room.ask(EvidenceScreen(title, review.item(code).entry.evidence, lambda kept: review.prove(code, kept)))
    room.show()


async def versions(room: OitScreen, code: str) -> None:
    """Show the history of an item and put the chosen status, report or note back."""
    review = room.desk.oit
    found = review.versions(code)
    if not found:
        room.notify("ข้อนี้ยังไม่มีประวัติ", markup=False)
        return
    lines = [told.told_change(review, change) for change in found]
    choices = [
        Choice(str(at), f"{_NOW if review.is_present(code, change) else ''}{told.when}  {told.where}  {told.what}")
        for at, (told, change) in enumerate(zip(lines, found, strict=True))
    ]
    title = thai_digits(f"ประวัติของข้อ {code} เลือกรายการที่จะนำกลับมา")
    answer = await room.ask(ChooseScreen(title, choices))
    if answer is not None and attempt(room.app, lambda: review.put_version_back(code, found[int(answer)])):
        room.notify(lines[int(answer)].what, title="นำกลับมาแล้ว", markup=False)
        room.show()
