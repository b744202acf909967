"""N and D: the note and the due of an item, typed on a line at the bottom; what is typed survives a crash."""

from __future__ import annotations

from typing import Literal

from textual import on
from textual.getters import query_one
from textual.widgets import Input

from ita_tui.secretary.keeping.drafts import Drafts
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.line_prompt import LinePrompt
from ita_tui.ui.widgets.oit.lines import Row
from ita_tui.ui.widgets.oit.table import OitTable

Field = Literal["note", "due"]
_LABELS: dict[Field, str] = {"note": "หมายเหตุ", "due": "กำหนด"}


class LineScreen(RoomScreen):
    """The OIT items of a desk's meeting with one line that may be being typed."""

    table = query_one("#oit-table", OitTable)
    prompt = query_one("#oit-prompt", LinePrompt)

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self.desk = desk
        self._typed_for: Row | None = None
        self._field: Field = "note"

    def show(self) -> None:
        """Show the list as the desk knows it now."""
        raise NotImplementedError

    def focus_view(self) -> None:
        """Give the keys to what is shown of the items."""
        raise NotImplementedError

    @property
    def line_asked(self) -> bool:
        """Tell whether a line is being typed."""
        return self._typed_for is not None

    @property
    def _drafts(self) -> Drafts:
        return Drafts(self.program.office, f"oit-{self.desk.meeting.head.id}")

    @property
    def _stands(self) -> str:
        """Return what is kept of the field that is being typed."""
        row = self._typed_for
        return "" if row is None else row.note if self._field == "note" else row.due

    def action_note(self) -> None:
        """Ask for the note of the item."""
        attempt(self.app, lambda: self._ask(self.table.row, "note"))

    def action_due(self) -> None:
        """Ask by when the item is due."""
        attempt(self.app, lambda: self._ask(self.table.row, "due"))

    def _ask(self, row: Row | None, field: Field, typed: str = "") -> None:
        """Ask for a field of an item, or go on with what was typed; raise RuleBroken once the meeting has adjourned."""
        self.desk.oit.check_open()
        if row is not None:
            self._typed_for, self._field = row, field
            self.add_class("-asking")
            self.prompt.ask(f"{_LABELS[field]} {row.shown_code}", typed or self._stands, typed=bool(typed))
            self.refresh_bindings()

    def take_up_line(self) -> None:
        """Go on with the line that was being typed when the program ended, if there was one."""
        left = self._drafts.left()
        if left is None or self.desk.oit.frozen:
            return
        code, field, text = left
        self.table.move_to(code)
        if self.table.code == code:
            self._ask(self.table.row, "due" if field == "due" else "note", text)
            self.notify("ข้อความที่ยังไม่ได้เก็บกลับมาครบ พิมพ์ต่อได้ทันที", title="กู้คืนแล้ว", markup=False)

    @on(Input.Changed)
    def keep_typing(self, event: Input.Changed) -> None:
        """Keep what is typed, long before it is confirmed."""
        if self._typed_for is not None and event.value != self._stands:
            self._drafts.note(self._typed_for.code, self._field, event.value)

    @on(Input.Submitted)
    def keep_line(self, event: Input.Submitted) -> None:
        """Keep the line; a refusal leaves it as it is."""
        event.stop()
        self.confirm()

    def on_descendant_focus(self) -> None:
        """Keep the line being typed when she clicks elsewhere."""
        if self.focused is not self.prompt.field:
            self.confirm()

    def confirm(self) -> bool:
        """Make the line what stands; return False when the rules refused it, and let her type on."""
        if self._typed_for is None:
            return True
        review, code, text = self.desk.oit, self._typed_for.code, self.prompt.field.value
        keep = review.note if self._field == "note" else review.give_due
        if not attempt(self.app, lambda: keep(code, text)):
            self.prompt.field.focus()
            return False
        self.leave_line()
        self.show()
        return True

    def leave_line(self) -> None:
        """Leave the line; what was typed is forgotten unless it was kept."""
        if self._typed_for is not None:
            self._drafts.forget(self._field)
        self._typed_for = None
        self.remove_class("-asking")
        self.focus_view()
        self.prompt.stop()
        self.refresh_bindings()
