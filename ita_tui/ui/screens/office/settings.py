"""ตั้งค่า: the body, its divisions, its committee's order and seats, and what holds for every meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from textual import work
from textual.content import Content

from ita_tui.domain.agenda import AgendaForm
from ita_tui.domain.committee import AppointingOrder
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.domain.roster import QuorumRule, roster_of
from ita_tui.domain.seating import missing_in
from ita_tui.domain.settings import Look, Settings
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText
from ita_tui.secretary.body.settings import OfficeSettings, check_order_day, read_be_year, read_order_number
from ita_tui.thai.dates import be_year, long_date, parse_date, parse_time
from ita_tui.thai.digits import arabic_digits, thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.form import Field, Form, Values
from ita_tui.ui.screens.office.body_form import answers_of, body_form
from ita_tui.ui.screens.office.divisions import DivisionsScreen
from ita_tui.ui.screens.office.planning import FORMS
from ita_tui.ui.screens.office.powers import PowersScreen
from ita_tui.ui.screens.office.rows import BodyRowsScreen, RowLine
from ita_tui.ui.screens.office.seats import SeatsScreen

_LOOKS = ((Look.LIGHT.value, "พื้นสว่าง"), (Look.DARK.value, "พื้นมืด"))
_STYLES = tuple((style.value, style.label) for style in MinutesStyle)
_YES_NO = (("yes", "นับ"), ("no", "ไม่นับ"))


class SettingsScreen(BodyRowsScreen):
    """What there is to settle; each line opens a form or a list."""

    BINDINGS = keys.SETTINGS
    TITLE_TEXT = "ตั้งค่า"
    HELP_TOPIC = "settings"

    def lines(self) -> Sequence[RowLine]:
        """Return the sections and how each stands."""
        return [
            RowLine(name, Content.styled(title, "bold"), more=what) for name, title, what in self._sections()
        ]

    def about(self) -> Content:
        """Return what holds for all of it."""
        return Content("แก้ไขได้ทุกเรื่อง ทุกอย่างบันทึกทันที การประชุมที่เปิดแล้วคงรายชื่อเดิม")

    def _sections(self) -> Sequence[tuple[str, str, str]]:
        body, committee, order = self.settings.body, self.settings.committee, self.settings.order
        places = " ".join(part for part in (
            f"อำเภอ{body.district}" if body.district else "", f"จังหวัด{body.province}" if body.province else "",
        ) if part)
        vacant = sum(seat.vacant for seat in order.seats)
        seats = [f"{len(order.seats)} ตำแหน่ง {len(roster_of(committee))} คน" + (f" ว่าง {vacant}" if vacant else "")]
        seats += [f"ยังไม่มี{each}" for each in missing_in(order)]
        return [
            ("body", "หน่วยงาน", f"{body.name} {places}".strip()),
            ("divisions", "ส่วนราชการ", " ".join(each.name for each in body.divisions) or "ยังไม่มี"),
            ("order", "คำสั่งแต่งตั้งคณะกรรมการ", order_words(order)),
            ("seats", "ตำแหน่งในคณะกรรมการ", thai_digits(" · ".join(seats))),
            ("powers", "อำนาจหน้าที่ของคณะกรรมการ", thai_digits(f"{len(order.powers)} ข้อ")),
            ("new_order", "คำสั่งแต่งตั้งฉบับใหม่", "เริ่มจากตำแหน่งเดิม แล้วแก้ไขได้"),
            ("rules", "องค์ประชุม ระเบียบวาระ และค่าที่ใช้ทุกครั้ง", rules_words(body.settings)),
        ]

    # --- keys -------------------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_open_section(self) -> None:
        """Open the highlighted section."""
        screens: dict[str, Callable[[], BodyRowsScreen]] = {
            "divisions": lambda: DivisionsScreen(self.settings), "seats": lambda: SeatsScreen(self.settings),
            "powers": lambda: PowersScreen(self.settings),
        }
        chosen = self.chosen_id
        if chosen in screens:
            await self.ask(screens[chosen]())
            self.show()
        elif chosen:
            await self.fill(self._form(chosen))

    def _form(self, name: str) -> Form:
        if name == "body":
            return replace(body_form("หน่วยงาน", self.settings.body, None), act=self._rename)
        if name == "order":
            return order_form(self.settings)
        if name == "new_order":
            return new_order_form(self.settings, BEYear(be_year(self.program.now().date())))
        return replace(rules_form(self.settings.body.settings), act=self._rule)

    def _rename(self, values: Values) -> None:
        self.settings.rename_body(answers_of(values))

    def _rule(self, values: Values) -> None:
        self.settings.set_rules(read_rules(values, self.settings.body.settings))
        self.program.look_like(self.settings.body.settings.look)


# --- the order ----------------------------------------------------------------------------------------------


def order_words(order: AppointingOrder) -> str:
    """Return number and day of an order, as far as they are known."""
    number = f"ที่ {order.number}/{order.year}" if order.number else "ยังไม่ได้กรอกเลขที่"
    return thai_digits(f"{number}{f' ลงวันที่ {long_date(order.date)}' if order.date else ''}")


def order_form(settings: OfficeSettings) -> Form:
    """Return the form of the order in force."""
    form = _order_form("คำสั่งแต่งตั้งคณะกรรมการ", settings, settings.order)
    return replace(form, act=lambda values: settings.correct_order(*read_order(values)))


def new_order_form(settings: OfficeSettings, year: BEYear) -> Form:
    """Return the form of an order that follows the one in force, as of a B.E. year."""
    form = _order_form("คำสั่งแต่งตั้งฉบับใหม่", settings, replace(settings.order, number=0, year=year, date=None))
    return replace(form, act=lambda values: settings.new_order(*read_order(values)))


def _order_form(title: str, settings: OfficeSettings, order: AppointingOrder) -> Form:
    fields = (
        Field("number", "คำสั่งที่", thai_digits(str(order.number or "")), "เว้นว่างไว้ก่อนได้", check=read_order_number),
        Field("year", "ปี พ.ศ.", thai_digits(str(order.year)), check=read_be_year),
        Field("on", "ลงวันที่", long_date(order.date) if order.date else "", "เว้นว่างไว้ก่อนได้", check=_read_day),
        Field("subject", "เรื่อง", order.subject),
        Field("committee", "ชื่อคณะกรรมการ", settings.committee.name),
    )
    return Form(title, fields)


def read_order(values: Values) -> tuple[int, BEYear, str, date | None, str]:
    """Return number, year, subject, day and the committee's name; raise BadText."""
    year, day = read_be_year(values["year"]), _read_day(values["on"])
    check_order_day(year, day)
    if not values["committee"].strip():
        raise BadText("ยังไม่ได้กรอกชื่อคณะกรรมการ", "พิมพ์ชื่อตามคำสั่งแต่งตั้ง")
    return read_order_number(values["number"]), year, values["subject"], day, values["committee"]


def _read_day(text: str) -> date | None:
    return parse_date(text) if text.strip() else None


# --- the rules ----------------------------------------------------------------------------------------------


def rules_words(settings: Settings) -> str:
    """Return what holds for every meeting."""
    quorum = f"องค์ประชุม {settings.quorum.needed} คน" if settings.quorum.needed else "องค์ประชุมกึ่งหนึ่ง"
    form = "ห้าวาระ" if settings.form is AgendaForm.FIVE else "หกวาระ"
    return thai_digits(f"{quorum} · {form} · เวลา {settings.at:%H.%M} น. · {settings.place}".rstrip(" ·"))


def rules_form(settings: Settings) -> Form:
    """Return the form of what holds for every meeting."""
    fields = (
        Field(
            "quorum", "องค์ประชุม (คน)", thai_digits(str(settings.quorum.needed or "")), "เว้นว่าง = กึ่งหนึ่งของกรรมการ",
            check=_read_quorum,
        ),
        Field("substitutes", "ผู้มาประชุมแทน", "yes" if settings.quorum.stand_ins_count else "no", choices=_YES_NO),
        Field("form", "แบบวาระ", settings.form.value, choices=FORMS),
        Field("at", "เวลาประชุม", thai_digits(f"{settings.at:%H.%M}"), check=parse_time),
        Field("place", "สถานที่", settings.place),
        Field("look", "สีหน้าจอ", settings.look.value, choices=_LOOKS),
        Field("minutes", "รายงานการประชุม", settings.minutes.value, choices=_STYLES),
    )
    return Form("องค์ประชุม ระเบียบวาระ และค่าที่ใช้ทุกครั้ง", fields)


def read_rules(values: Values, before: Settings) -> Settings:
    """Return the settings as answered; raise BadText."""
    quorum = QuorumRule(_read_quorum(values["quorum"]), values["substitutes"] == "yes")
    return replace(
        before, form=AgendaForm(values["form"]), at=parse_time(values["at"]), place=values["place"].strip(),
        quorum=quorum, look=Look(values["look"]), minutes=MinutesStyle(values["minutes"]),
    )


def _read_quorum(text: str) -> int:
    digits = arabic_digits(text).strip()
    if digits and not (digits.isascii() and digits.isdigit() and 0 < int(digits) < 1000):
        raise BadText(f"อ่านจำนวน “{digits[:20]}” ไม่ได้", "พิมพ์จำนวนคน หรือเว้นว่างเพื่อใช้กึ่งหนึ่งของกรรมการ")
    return int(digits or 0)
