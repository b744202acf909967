"""Making a committee's next meeting: its day, its agenda, whose minutes it approves, which OIT items it follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from ita_tui.domain import agenda as items
from ita_tui.domain.agenda import AgendaForm, AgendaItem, AgendaKind, EarlierMeeting
from ita_tui.domain.meeting import Meeting, OitList, Prepared
from ita_tui.domain.meeting_head import MeetingHead, MeetingState, next_number
from ita_tui.domain.oit import follow_up_of
from ita_tui.domain.record import SECRETARIAT
from ita_tui.domain.resolutions import Assignment, Resolution
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText
from ita_tui.secretary.keeping.changes import Change
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.thai.dates import be_year, fiscal_year, parse_date
from ita_tui.thai.digits import arabic_digits, thai_digits
from ita_tui.thai.text import clean

_NOTICE = timedelta(days=7)
"""How long before a meeting its notice usually goes out."""


# --- the next meeting ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Plan:
    """What is settled when a meeting is made."""

    on: date
    at: time
    place: str
    form: AgendaForm
    approves: EarlierMeeting | None
    """Whose minutes it approves; None where there was no meeting before."""


def proposed_plan(office: Office, committee_id: str) -> Plan:
    """Return a plan for a committee's next meeting: a working day a week ahead, all else as usual."""
    settings = office.body.settings
    day = office.tools.now().date() + _NOTICE
    day += timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])
    before = last_meeting(office.heads(), committee_id)
    place = settings.place or (office.desk(before.id).meeting.place if before else "")
    return Plan(day, settings.at, place, settings.form, _earlier(before) if before else None)


def last_meeting(heads: Iterable[MeetingHead], committee_id: str) -> MeetingHead | None:
    """Return a committee's newest meeting; None where it never met."""
    own = [head for head in heads if head.committee_id == committee_id]
    return max(own, key=lambda head: (head.year, head.number), default=None)


def _earlier(head: MeetingHead) -> EarlierMeeting:
    return EarlierMeeting(head.number, head.year, head.on)


def plan_meeting(office: Office, committee_id: str, plan: Plan) -> MeetingDesk:
    """Make a committee's next meeting of the year of its day, and return its desk.

    It follows the year's OIT items, which get a list where there is none yet. Raises RuleBroken in a window that
    only reads.
    """
    new_id = office.tools.new_id
    year = BEYear(be_year(plan.on))
    number = next_number(office.heads(), committee_id, year)
    head = MeetingHead(new_id(), committee_id, number, year, MeetingState.PLANNED, plan.on)
    oit = proposed_list(office, plan.on)
    agenda = tuple(
        replace(item, approves=plan.approves) if item.kind is AgendaKind.APPROVE_MINUTES else item
        for item in items.agenda_in(plan.form, new_id)
    )
    prepared: list[Prepared] = []
    for kind, title, words in _sub_items(office, committee_id, oit):
        (parent,) = [item for item in agenda if item.kind is kind and not item.parent_id]
        item = AgendaItem(new_id(), kind, title, parent.id)
        agenda = items.with_item(agenda, item)
        prepared += [Prepared(new_id(), item.id, SECRETARIAT, words)] if words else []
    place = clean(plan.place, multiline=False).strip()
    meeting = Meeting(head, plan.at, place, agenda, oit, prepared=tuple(prepared))
    office.keep(Change("plan", head.id, meeting, list_added(office, oit)))
    return office.desk(head.id)


def _sub_items(office: Office, committee_id: str, oit: OitList) -> Iterable[tuple[AgendaKind, str, str]]:
    """Yield the kind and title of each sub-item of its own, and what the secretariat will tell there."""
    before = last_meeting(office.heads(), committee_id)
    if before is not None and before.state is not MeetingState.PLANNED:
        resolutions = (each for each in office.desk(before.id).meeting.entries if isinstance(each, Resolution))
        given = [task for each in resolutions for task in each.assignments]
        title = thai_digits(f"งานที่มอบหมายจากการประชุมครั้งที่ {before.number_text}")
        if given:
            yield AgendaKind.MATTERS_ARISING, title, "\n".join([f"{title} มีดังนี้", *_points(given)])
    yield AgendaKind.FOR_CONSIDERATION, oit_title(oit), ""


def _points(given: Iterable[Assignment]) -> Iterator[str]:
    for number, task in enumerate(given, start=1):
        due = f"กำหนด {task.due}" if task.due else ""
        yield " ".join(part for part in (thai_digits(f"{number}."), task.who, task.what, due) if part)


def oit_title(oit: OitList) -> str:
    """Return the title of the sub-item under which the OIT items are settled."""
    return thai_digits(f"ติดตามผลการดำเนินงาน OIT ปี {oit.follow_up_year}")


# --- which OIT items it follows -----------------------------------------------------------------------------


def proposed_list(office: Office, day: date) -> OitList:
    """Return the list a meeting of that day follows: its fiscal year's own, else the newest catalogue known."""
    year = BEYear(fiscal_year(day))
    lists = office.year(year).follow_ups
    known = office.catalogue_years()
    catalogue = lists[-1].catalogue_year if lists else max((each for each in known if each <= year), default=known[-1])
    return OitList(year, catalogue, BEYear(year - 1))


def list_note(oit: OitList) -> str:
    """Return what must be said of a list whose catalogue is of another year; empty for one of the same year."""
    if oit.catalogue_year == oit.follow_up_year:
        return ""
    return thai_digits(f"ยังไม่มีบัญชีรายการ OIT ปี {oit.follow_up_year} ในโปรแกรม จึงใช้บัญชีรายการปี {oit.catalogue_year}")


def list_added(office: Office, oit: OitList) -> YearRecord | None:
    """Return the year with a new follow-up list for these items; None where it has one."""
    record = office.year(oit.follow_up_year)
    if any(each.catalogue_year == oit.catalogue_year for each in record.follow_ups):
        return None
    added = follow_up_of(office.catalogue(oit.catalogue_year), oit.follow_up_year)
    return replace(record, follow_ups=(*record.follow_ups, added))


# --- a predecessor held outside the program -----------------------------------------------------------------


def read_earlier(number: str, day: str) -> EarlierMeeting | None:
    """Read a meeting held before by its number (๓/๒๕๖๘) and day; None where both are empty. Raises BadText."""
    head, slash, year = arabic_digits(clean(number, multiline=False)).replace(" ", "").partition("/")
    if not head and not day.strip():
        return None
    if not slash or not head.isdecimal() or not year.isdecimal() or not (int(head) and 2400 <= int(year) <= 2700):
        raise BadText(f"อ่านครั้งที่ “{number.strip()[:40]}” ไม่ได้", "พิมพ์ได้ เช่น ๓/๒๕๖๘ หรือเว้นว่างหากไม่เคยประชุม")
    return EarlierMeeting(int(head), BEYear(int(year)), parse_date(day))
