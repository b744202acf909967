"""The form of a planned meeting's agenda form, its OIT items, and who records and reviews."""

from __future__ import annotations

from ita_tui.domain.agenda import AgendaForm, form_of
from ita_tui.domain.meeting import OitList
from ita_tui.domain.years import BEYear
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.preparing.planning import proposed_list
from ita_tui.secretary.preparing.preparation import Preparation
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.screens.asking.form import Field, Form, Values
from ita_tui.ui.screens.office.planning import FORMS

_NONE = "none"


def details_form(office: Office, prep: Preparation) -> Form:
    """Return the form as the meeting stands."""
    meeting = prep.meeting
    people = [(entry.id, entry.title) for entry in prep.desk.roster()]
    followed = _code(meeting.oit) if meeting.oit else _NONE
    fields = (
        Field("form", "แบบวาระ", form_of(meeting.agenda).value, choices=FORMS),
        Field("oit", "ติดตาม OIT", followed, choices=_lists(office, prep)),
        Field("recorder", "ผู้จดรายงาน", meeting.recorder_id, choices=(("", "ผู้ช่วยเลขานุการที่มาประชุม"), *people)),
        Field("reviewer", "ผู้ตรวจรายงาน", meeting.reviewer_id, choices=(("", "ประธานในที่ประชุม"), *people)),
    )
    return Form("แบบวาระ รายการ OIT และผู้จดรายงาน", fields)


def _lists(office: Office, prep: Preparation) -> tuple[tuple[str, str], ...]:
    year = proposed_list(office, prep.meeting.head.on).follow_up_year
    lists = [OitList(year, each, BEYear(year - 1)) for each in office.catalogue_years()]
    lists += [prep.meeting.oit] if prep.meeting.oit and prep.meeting.oit not in lists else []
    told = ((_code(each), f"ปี {each.follow_up_year} ตามบัญชีรายการปี {each.catalogue_year}") for each in lists)
    return (*((code, thai_digits(words)) for code, words in told), (_NONE, "ไม่ติดตามในการประชุมนี้"))


def _code(oit: OitList) -> str:
    return f"{oit.follow_up_year}/{oit.catalogue_year}/{oit.score_year}"


def take_details(prep: Preparation, values: Values) -> None:
    """Change what was answered; raise RuleBroken where the rules refuse it."""
    prep.change_form(AgendaForm(values["form"]))
    prep.recorders(values["recorder"], values["reviewer"])
    if values["oit"] == _NONE:
        prep.follow(None)
    else:
        prep.follow(OitList(*(BEYear(int(year)) for year in values["oit"].split("/"))))
