"""เตรียมประชุม: the agenda of a planned meeting, what will be said, when and where; everything is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from textual import work
from textual.content import Content

from ita_tui.domain.agenda import AgendaItem, AgendaKind, nothing_to_approve
from ita_tui.domain.meeting import OitList, Prepared
from ita_tui.domain.record import Speaker
from ita_tui.errors import NotFound
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.preparing.planning import list_note, read_earlier
from ita_tui.secretary.preparing.preparation import Preparation
from ita_tui.thai.dates import clock, fiscal_year, full_date, long_date, parse_date, parse_time
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.ask import ConfirmScreen
from ita_tui.ui.screens.asking.form import Field, Form, Values, line_form
from ita_tui.ui.screens.asking.pick import PickScreen
from ita_tui.ui.screens.meeting.statement import StatementScreen, Written
from ita_tui.ui.screens.office.details import details_form, take_details
from ita_tui.ui.screens.office.planning import schedule_form
from ita_tui.ui.screens.office.rows import RowLine, RowsScreen
from ita_tui.ui.screens.oit.review import OitScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.filter_list import Row

_WIDTH = 68
"""Cells of a line of a list of statements."""


class PrepareScreen(RowsScreen):
    """One planned meeting; a row is an item of its agenda."""

    BINDINGS = keys.PREPARE
    HELP_TOPIC = "prepare"

    prep: Preparation

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self._first = desk

    async def renew(self) -> None:
        """Show what another window wrote."""
        self.prep = Preparation(self.program.office, self.program.office.desk(self.prep.meeting.head.id))
        self.show()

    def on_mount(self) -> None:
        self.prep = Preparation(self.program.office, self._first)
        self.TITLE_TEXT = thai_digits(f"เตรียมประชุมครั้งที่ {self._first.meeting.head.number_text}")
        super().on_mount()
        self._go_on_writing()

    # --- showing ----------------------------------------------------------------------------------------

    def lines(self) -> Sequence[RowLine]:
        """Return the numbered agenda; a mark tells what is prepared."""
        return [
            RowLine(item.id, self._words(item), thai_digits(f"{'    ' if item.parent_id else ''}{number} "))
            for number, item in self.prep.desk.numbered
        ]

    def _words(self, item: AgendaItem) -> Content:
        waiting = len(self.prep.prepared_for(item.id))
        mark = thai_digits(f"  ✎ {waiting}") if waiting else ""
        earlier = ""
        if item.approves is not None:
            earlier = thai_digits(f"  ครั้งที่ {item.approves.number}/{item.approves.year}")
        elif nothing_to_approve(self.prep.meeting.agenda, item) and not item.parent_id:
            earlier = "  ไม่มีรายงานให้รับรอง"
        return Content.assemble(
            Content.styled(item.title, "" if item.parent_id else "bold"),
            Content.styled(earlier, "$text-muted"), Content.styled(mark, "$accent"),
        )

    def about(self) -> Content:
        """Return when and where it is, and what it follows."""
        meeting = self.prep.meeting
        where = f" ณ {meeting.place}" if meeting.place else ""
        told = [f"{full_date(meeting.head.on)} เวลา {clock(meeting.planned_time)}{where}"]
        oit = meeting.oit
        if oit is not None:
            told.append(thai_digits(f"ติดตาม OIT ปี {oit.follow_up_year} บัญชีรายการปี {oit.catalogue_year}"))
            told.extend(filter(None, [list_note(oit), self._other_year(oit)]))
        told.extend(event.reason for event in meeting.events)
        return Content("\n".join(told))

    def _other_year(self, oit: OitList) -> str:
        year = fiscal_year(self.prep.meeting.head.on)
        return thai_digits(f"วันประชุมอยู่ในปีงบประมาณ {year} กด T เพื่อเปลี่ยนปีที่ติดตาม") if year != oit.follow_up_year else ""

    def beside(self) -> Content:
        """Return what is prepared for the highlighted item."""
        if not self.chosen_id:
            return Content("")
        prepared = self.prep.prepared_for(self.chosen_id)
        if not prepared:
            return Content.styled("ยังไม่มีคำกล่าวที่เตรียมไว้\nกด Enter เพื่อเขียน", "$text-muted")
        return Content("\n\n").join(self._said(each) for each in prepared)

    def _said(self, prepared: Prepared) -> Content:
        return Content.assemble(Content.styled(self._called(prepared.speaker), "bold $primary"), "\n", prepared.text)

    def _called(self, speaker: Speaker) -> str:
        try:
            return self.prep.desk.speaker_lines(speaker)[0]
        except NotFound:
            return "ผู้ที่ไม่อยู่ในคณะกรรมการแล้ว"

    # --- the agenda -------------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_add_sub(self) -> None:
        """Add a sub-item below the highlighted item."""
        at = self.chosen_id
        await self._add("เพิ่มวาระย่อย", lambda title: self.prep.add_sub_item(title, at))

    @work(group=ACTS)
    async def action_add(self) -> None:
        """Add an item of its own after the highlighted one."""
        item = self.prep.desk.item(self.chosen_id)
        await self._add("เพิ่มระเบียบวาระ", lambda title: self.prep.add_item(title, item.parent_id or item.id))

    async def _add(self, what: str, add: Callable[[str], str]) -> None:
        added: list[str] = []
        if await self.fill(line_form(what, "ชื่อวาระ", lambda title: added.append(add(title)))):
            self.show(added[0])

    @work(group=ACTS)
    async def action_rename(self) -> None:
        """Change the title of the highlighted item, or which minutes it approves."""
        item = self.prep.desk.item(self.chosen_id)
        if item.kind is AgendaKind.APPROVE_MINUTES and not item.parent_id:
            await self.fill(replace(_approval_form(item), act=partial(self._approve, item)))
        else:
            await self.fill(line_form("แก้ชื่อวาระ", "ชื่อวาระ", partial(self.prep.rename, item.id), item.title))

    def _approve(self, item: AgendaItem, values: Values) -> None:
        earlier = read_earlier(values["number"], values["day"])
        self.prep.rename(item.id, values["title"])
        self.prep.approve(earlier)

    @work(group=ACTS)
    async def action_remove(self) -> None:
        """Take the highlighted item out; ask first where something was written for it."""
        chosen = self.chosen_id
        below = [item.id for _, item in self.prep.desk.numbered if chosen in (item.id, item.parent_id)]
        written = sum(len(self.prep.prepared_for(each)) for each in below)
        question = thai_digits(f"วาระนี้มีวาระย่อย {len(below) - 1} เรื่อง และคำกล่าวที่เตรียมไว้ {written} เรื่อง ลบทั้งหมดหรือไม่")
        if len(below) + written == 1 or await self.ask(ConfirmScreen("ลบวาระ", question, "ลบ")):
            self.attempt(lambda: self.prep.remove(chosen))

    def action_move(self, step: int) -> None:
        """Move the highlighted item among those of its level."""
        chosen = self.chosen_id
        self.attempt(lambda: self.prep.move(chosen, step), chosen)

    # --- what will be said ------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_statement(self) -> None:
        """Write what will be said at the highlighted item; of several statements one is chosen first."""
        item_id, prepared = self.chosen_id, self.prep.prepared_for(self.chosen_id)
        if len(prepared) > 1:
            chosen = await self.ask(PickScreen("คำกล่าวที่เตรียมไว้", [self._row(each) for each in prepared]))
            prepared = tuple(each for each in prepared if each.id == chosen)
            if not prepared:
                return
        await self._write(item_id, prepared[0] if prepared else None)

    @work(group=ACTS)
    async def action_another(self) -> None:
        """Write one more statement for the highlighted item."""
        await self._write(self.chosen_id, None)

    def _row(self, prepared: Prepared) -> Row:
        who, first = self._called(prepared.speaker), prepared.text.split("\n")[0]
        line = Content.assemble(Content.styled(who, "bold"), Content.styled(f"  {first}", "$text-muted"))
        return Row(prepared.id, line.truncate(_WIDTH, ellipsis=True), (who, prepared.text))

    async def _write(self, item_id: str, prepared: Prepared | None, draft: Prepared | None = None) -> None:
        speakers = self._speakers(item_id, draft or prepared)
        title = self.prep.desk.item(item_id).title
        new = draft or prepared or Prepared(self.prep.new_id(), item_id, speakers[0][0], "")
        written = await self.ask(StatementScreen(title, new, speakers, self.prep.note))
        if written is not None:
            self.attempt(lambda: self._keep(new, written))

    def _keep(self, new: Prepared, written: Written) -> None:
        self.prep.write(new.item_id, written.speaker, written.text, new.id)
        self.prep.forget(new.id)

    def _speakers(self, item_id: str, prepared: Prepared | None) -> list[tuple[Speaker, str]]:
        found = [(each, self._called(each)) for each in self.prep.speakers(item_id)]
        known = [each for each, _ in found]
        if prepared is not None and prepared.speaker not in known:
            found.insert(0, (prepared.speaker, self._called(prepared.speaker)))
        return found

    @work(group=ACTS)
    async def _go_on_writing(self) -> None:
        """Take up words that were being typed when the program ended."""
        draft = self.prep.draft()
        if draft is not None and not self.program.read_only:
            self.show(draft.item_id)
            self.notify("ข้อความที่ยังไม่ได้ยืนยันกลับมาครบ พิมพ์ต่อได้ทันที", title="กู้คืนแล้ว", markup=False)
            known = next((each for each in self.prep.meeting.prepared if each.id == draft.id), None)
            await self._write(draft.item_id, known, draft)

    # --- when, where, who -------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_schedule(self) -> None:
        """Change day, time and place."""
        await self.fill(replace(schedule_form(self.prep.meeting), act=self._schedule))

    def _schedule(self, values: Values) -> None:
        self.prep.schedule(parse_date(values["on"]), parse_time(values["at"]), values["place"], values["reason"])

    @work(group=ACTS)
    async def action_oit(self) -> None:
        """Fill in what the divisions report of their OIT items before the meeting."""
        await self.ask(OitScreen(self.prep.desk))

    @work(group=ACTS)
    async def action_details(self) -> None:
        """Change the form of the agenda, the OIT items that are followed, who records and who reviews."""
        form = details_form(self.program.office, self.prep)
        await self.fill(replace(form, act=partial(take_details, self.prep)))

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Take the last change back."""
        await self.program.undo(self.prep.meeting.head.id)
        self.prep = Preparation(self.program.office, self.program.office.desk(self.prep.meeting.head.id))
        self.show()

    @work(group=ACTS)
    async def action_delete_meeting(self) -> None:
        """Delete the planned meeting, once she says so twice."""
        question = "ลบการประชุมนี้พร้อมวาระและคำกล่าวที่เตรียมไว้หรือไม่ (กด Ctrl+Z ที่หน้าแรกเพื่อเอากลับ)"
        if await self.ask(ConfirmScreen("ลบการประชุม", question, "ลบการประชุม")) and self.attempt_delete():
            self.dismiss(None)

    def attempt_delete(self) -> bool:
        """Delete; return whether the rules allowed it."""
        return attempt(self.app, self.prep.delete)


def _approval_form(item: AgendaItem) -> Form:
    earlier = item.approves
    number = thai_digits(f"{earlier.number}/{earlier.year}") if earlier else ""
    fields = (
        Field("title", "ชื่อวาระ", item.title),
        Field("number", "รับรองรายงานครั้งที่", number, "เช่น ๓/๒๕๖๘ ไม่เคยประชุมให้เว้นว่าง"),
        Field("day", "ประชุมเมื่อ", long_date(earlier.held_on) if earlier else ""),
    )
    return Form("รายงานการประชุมที่จะรับรอง", fields)
