"""The forms of a meeting's day: the next meeting, and another day for one that is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from ita_tui.domain.agenda import AgendaForm
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import next_number
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, ItaError
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.preparing.planning import Plan, list_note, proposed_list, read_earlier
from ita_tui.thai.dates import be_year, full_date, long_date, parse_date, parse_time
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.screens.asking.form import Field, Form, Values

FORMS = tuple((form.value, form.label) for form in AgendaForm)


def plan_form(office: Office, committee_id: str, plan: Plan) -> Form:
    """Return the form of a committee's next meeting; a first one is asked for what it approves."""
    fields = [*_day_fields(long_date(plan.on), plan.at, plan.place), Field("form", "แบบวาระ", plan.form, choices=FORMS)]
    if plan.approves is None:
        fields += [
            Field("earlier", "รับรองรายงานครั้งที่", placeholder="เช่น ๓/๒๕๖๘ ไม่เคยประชุมให้เว้นว่าง"),
            Field("earlier_day", "ประชุมเมื่อ", placeholder="วันที่ของการประชุมครั้งนั้น"),
        ]

    def note(values: Values) -> str:
        try:
            day = parse_date(values["on"])
            number = next_number(office.heads(), committee_id, BEYear(be_year(day)))
            about = list_note(proposed_list(office, day))
        except ItaError as error:
            return error.message
        return thai_digits(f"ประชุมครั้งที่ {number}/{be_year(day)} {full_date(day)}\n{about}").strip()

    return Form("การประชุมครั้งต่อไป", tuple(fields), note=note)


def read_plan(values: Values, plan: Plan) -> Plan:
    """Return the plan as answered; raise BadText."""
    approves = plan.approves or read_earlier(values.get("earlier", ""), values.get("earlier_day", ""))
    return replace(
        plan, on=parse_date(values["on"]), at=parse_time(values["at"]), place=values["place"],
        form=AgendaForm(values["form"]), approves=approves,
    )


def schedule_form(meeting: Meeting) -> Form:
    """Return the form of another day, time or place for a planned meeting."""
    fields = (
        *_day_fields(long_date(meeting.head.on), meeting.planned_time, meeting.place),
        Field("reason", "เหตุผลที่เลื่อน", placeholder="กรอกเมื่อเลื่อนการประชุมที่แจ้งไปแล้ว"),
    )

    def note(values: Values) -> str:
        try:
            day = parse_date(values["on"])
        except BadText as error:
            return error.message
        return full_date(day) if day == meeting.head.on else f"{full_date(day)} (เดิม {full_date(meeting.head.on)})"

    return Form("วัน เวลา สถานที่", fields, note=note)


def _day_fields(day: str, at: time, place: str) -> tuple[Field, ...]:
    return (
        Field("on", "วันที่ประชุม", day, check=parse_date),
        Field("at", "เวลา", thai_digits(f"{at:%H.%M}"), check=parse_time),
        Field("place", "สถานที่", place),
    )
