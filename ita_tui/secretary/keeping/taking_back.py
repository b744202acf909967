"""Takes back the last act of a meeting, of the body or of a year, and brings back a meeting that was deleted.

What is taken back is what an act changed. The items of the OIT lists are changed from several sides (a meeting, files,
the next meeting's reports), so of them each field is taken back by itself, and one that was changed since stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingHead, next_number
from ita_tui.domain.oit_undo import ItemField
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.errors import RuleBroken
from ita_tui.secretary.keeping.changes import Change
from ita_tui.secretary.keeping.undo import IMPORT_OIT, imported, label_of, last_act, of_results, verb_for
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.oit.undo import year_without
from ita_tui.store.repository import DataFolder
from ita_tui.store.shapes import HEADS
from ita_tui.thai.digits import thai_digits

if TYPE_CHECKING:
    from ita_tui.secretary.keeping.office import Office


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was taken back, in Thai."""

    what: str
    """e.g. สถานะ OIT."""
    stays: str = ""
    """What of it another act changed since, so that it stayed; empty where all was taken back."""


class TakingBack:
    """Takes back acts of an office; every method waits for the disk and raises CannotWrite where it refuses."""

    def __init__(self, office: Office, folder: DataFolder) -> None:
        self._office = office
        self._folder = folder
        self._passed: set[str] = set()
        """Ids of acts of which nothing is left to take back, since others changed all of it."""

    def in_meeting(self, meeting_id: str) -> TakenBack:
        """Take back the last confirmed act of a meeting, or on its OIT items.

        Raises RuleBroken where nothing is left to take back or the rules of the meeting forbid it now.
        """
        desk = self._office.desk(meeting_id)
        oit, stood = desk.meeting.oit, self._standing(desk)
        self._office.flush()
        of_meeting = self._folder.audit(meeting_id)
        of_year = self._folder.audit_of_year(oit.follow_up_year) if oit else ()
        own = [*of_meeting, *(row for row in of_year if row.meeting_id == meeting_id), *imported(of_year)]
        action_id, verb = last_act(row for row in own if row.action_id not in self._passed)
        stays = ""
        if any(row.action_id == action_id for row in of_meeting):
            meeting = self._folder.meeting_without(meeting_id, action_id)
            self._check_still(desk, stood)
            desk.put_back_meeting(self._numbered(meeting), verb_for(action_id))
        elif oit:
            years = self._folder.years() if verb == IMPORT_OIT else (oit.follow_up_year,)
            stays = self._in_lists(desk, stood, years, action_id, verb)
        if desk.meeting.oit != oit:
            self._office.renew_desk(meeting_id)
        return TakenBack(label_of(verb), stays)

    def _in_lists(
        self, desk: MeetingDesk, stood: _Stood, years: Iterable[BEYear], action_id: str, verb: str
    ) -> str:
        """Take back an act on OIT items in the years it changed; return what of it stays."""
        acts = {year: [row for row in self._folder.audit_of_year(year) if row.action_id == action_id] for year in years}
        without = [year_without(self._office.year(year), rows) for year, rows in acts.items() if rows]
        changed = [each.year for each in without if each.year != self._office.year(each.year.year)]
        stays = _stays([told for each in without for told in each.stays])
        self._check_still(desk, stood)
        if not changed:
            self._passed.add(action_id)
            raise RuleBroken(f"{label_of(verb)}ครั้งนั้นถูกแก้ไขอีกแล้วทั้งหมด จึงไม่ย้อน", "กด Ctrl+Z อีกครั้งเพื่อย้อนรายการก่อนหน้า")
        if verb == IMPORT_OIT:
            self._office.take_in(verb_for(action_id), changed)
        else:
            desk.oit.put_back(changed[0], verb_for(action_id))
        return stays

    def _numbered(self, meeting: Meeting) -> Meeting:
        """Return a meeting under its number, or under the next one where that was given to another meanwhile."""
        head = meeting.head
        others = [each for each in self._office.heads() if each.id != head.id]
        taken = {(each.committee_id, each.year, each.number) for each in others}
        if (head.committee_id, head.year, head.number) not in taken:
            return meeting
        return replace(meeting, head=replace(head, number=next_number(others, head.committee_id, head.year)))

    def _standing(self, desk: MeetingDesk) -> _Stood:
        oit = desk.meeting.oit
        return desk.meeting, self._office.year(oit.follow_up_year) if oit else None

    def _check_still(self, desk: MeetingDesk, stood: _Stood) -> None:
        """Raise RuleBroken where something was written down while the disk was waited for: it is not on disk yet."""
        if any(now is not then for now, then in zip(self._standing(desk), stood, strict=True)):
            raise RuleBroken("มีการบันทึกใหม่ระหว่างย้อนกลับ", "กด Ctrl+Z อีกครั้ง")

    def in_body(self) -> TakenBack:
        """Take back the last change of body, committee or settings; raise RuleBroken where there is none."""
        self._office.flush()
        action_id, verb = last_act(self._folder.audit_of_body())
        before = self._folder.body_without(action_id)
        look = self._office.body.settings.look  # colours are no act that is taken back
        body = replace(before, settings=replace(before.settings, look=look))
        self._office.keep(Change(verb_for(action_id), "", body=body))
        return TakenBack(label_of(verb))

    def in_year(self, year: BEYear) -> TakenBack:
        """Take back the last change of a year's results, for all years that it changed.

        Raises RuleBroken where there is none, or where one of those years was changed again since.
        """
        self._office.flush()
        histories = {each: of_results(self._folder.audit_of_year(each)) for each in self._folder.years()}
        action_id, verb = last_act(histories.get(year, ()))
        touched = [each for each, rows in histories.items() if any(row.action_id == action_id for row in rows)]
        later = [each for each in touched if last_act(histories[each])[0] != action_id]
        if later:
            raise RuleBroken(f"{label_of(verb)}เปลี่ยนปี {later[0]} ด้วย ซึ่งแก้ไขอีกหลังจากนั้น", "ย้อนกลับที่ปีนั้นก่อน")
        self._office.take_in(verb_for(action_id), [self._folder.year_without(each, action_id) for each in touched])
        return TakenBack(label_of(verb))

    def deleting(self) -> MeetingHead:
        """Bring back the meeting that was deleted last, under the next number where its own was given again.

        Raises RuleBroken where none was deleted.
        """
        self._office.flush()
        gone = self._folder.removed()
        if not gone:
            raise RuleBroken("ไม่มีการประชุมที่ลบไว้", "เลือกการประชุมจากรายการ")
        removal = [row for row in self._folder.audit(gone[0]) if row.kind == HEADS and row.after is None][-1]
        meeting = self._numbered(self._folder.meeting_without(gone[0], removal.action_id))
        self._office.keep(Change("bring back", meeting.head.id, meeting))
        return meeting.head


_Stood = tuple[Meeting, YearRecord | None]


def _stays(told: Sequence[tuple[str, ItemField]]) -> str:
    """Return in Thai what of an act on OIT items stays; empty for nothing."""
    codes = {field: [code for code, each in told if each is field] for field in ItemField}
    parts = [f"{field.label}ข้อ {', '.join(own)}" for field, own in codes.items() if own]
    return thai_digits(f"คงไว้ตามที่แก้ไขภายหลัง: {' · '.join(parts)}") if parts else ""
