"""N and D: the note and the due of an item, typed on a line at the bottom; what is typed survives a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ita_tui.secretary.keeping.drafts import Drafts
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.oit.lines import Row

if TYPE_CHECKING:
    from ita_tui.ui.screens.oit.review import OitScreen

Field = Literal["note", "due"]
_LABELS: dict[Field, str] = {"note": "หมายเหตุ", "due": "กำหนด"}


class OitLine:
    """The one line of the OIT screen that may be being typed."""

    def __init__(self, room: OitScreen) -> None:
        self._room = room
        self._row: Row | None = None
        self._field: Field = "note"

    @property
    def asked(self) -> bool:
        """Tell whether a line is being typed."""
        return self._row is not None

    @property
    def _drafts(self) -> Drafts:
        return Drafts(self._room.program.office, f"oit-{self._room.desk.meeting.head.id}")

    @property
    def _stands(self) -> str:
        """Return what is kept of the field that is being typed."""
        return "" if self._row is None else self._row.note if self._field == "note" else self._row.due

    def ask(self, row: Row | None, field: Field, typed: str = "") -> None:
        """Ask for a field of an item, or go on with what was typed; raise RuleBroken once the meeting has adjourned."""
        self._room.desk.oit.check_open()
        if row is not None:
            self._row, self._field = row, field
            self._room.add_class("-asking")
            self._room.prompt.ask(f"{_LABELS[field]} {row.shown_code}", typed or self._stands, typed=bool(typed))
            self._room.refresh_bindings()

    def take_up(self) -> None:
        """Go on with the line that was being typed when the program ended, if there was one."""
        left = self._drafts.left()
        if left is None or self._room.desk.oit.frozen:
            return
        code, field, text = left
        self._room.table.move_to(code)
        if self._room.table.code == code:
            self.ask(self._room.table.row, "due" if field == "due" else "note", text)
            self._room.notify("ข้อความที่ยังไม่ได้เก็บกลับมาครบ พิมพ์ต่อได้ทันที", title="กู้คืนแล้ว", markup=False)

    def typed(self, text: str) -> None:
        """Keep what is typed, long before it is confirmed."""
        if self._row is not None and text != self._stands:
            self._drafts.note(self._row.code, self._field, text)

    def keep(self) -> bool:
        """Make the line what stands; return False when the rules refused it, and let her type on."""
        if self._row is None:
            return True
        review, code, text = self._room.desk.oit, self._row.code, self._room.prompt.field.value
        keep = review.note if self._field == "note" else review.give_due
        if not attempt(self._room.app, lambda: keep(code, text)):
            self._room.prompt.field.focus()
            return False
        self.stop()
        self._room.show()
        return True

    def stop(self) -> None:
        """Leave the line; what was typed is forgotten unless it was kept."""
        if self._row is not None:
            self._drafts.forget(self._field)
        self._row = None
        self._room.remove_class("-asking")
        self._room.focus_view()
        self._room.prompt.stop()
        self._room.refresh_bindings()
