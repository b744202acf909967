"""What a year is made of, where an office knows it better: the codes of each indicator, and its name."""

from __future__ import annotations

from functools import partial

from ita_tui.domain.scores.codes import INDICATORS, label
from ita_tui.domain.scores.structure import structure_of
from ita_tui.domain.years import BEYear
from ita_tui.secretary.results.book import ResultsBook, told_codes, typed_codes
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.screens.asking.form import Field, Form, FormScreen, Values
from ita_tui.ui.screens.room import RoomScreen

_CODES, _NAMES = "codes", "names"


async def change_structure(room: RoomScreen, book: ResultsBook, year: BEYear) -> None:
    """Ask which of the two she knows better, and keep it."""
    chosen = await room.ask(ChooseScreen(thai_digits(f"รหัสและชื่อของปี {year}"), [
        Choice(_CODES, "คำถามหรือข้อของแต่ละตัวชี้วัด", "เช่น i1-i3"), Choice(_NAMES, "ชื่อตัวชี้วัด"),
    ]))  # fmt: skip
    if chosen is not None:
        await room.ask(FormScreen(_of_codes(book, year) if chosen == _CODES else _of_names(book, year)))


def _of_codes(book: ResultsBook, year: BEYear) -> Form:
    structure = book.structure(year)
    asked = {**structure.questions, **structure.items}

    def keep(values: Values) -> None:
        book.enter_codes(year, {code: typed_codes(code, values[f"of-{code}"]) for code in INDICATORS})

    fields = tuple(
        Field(f"of-{code}", thai_digits(label(code)), told_codes(asked.get(code, ())), check=partial(typed_codes, code))
        for code in INDICATORS
    )
    title = thai_digits(f"คำถามหรือข้อของแต่ละตัวชี้วัด ปี {year}")
    return Form(title, fields, "ใช้ตรวจผลรวม ลงไปดูรายข้อ และเขียนรายงาน เว้นว่างเมื่อไม่ทราบ", act=keep)


def _of_names(book: ResultsBook, year: BEYear) -> Form:
    structure, known = book.structure(year), structure_of(year)

    def keep(values: Values) -> None:
        book.enter_names(year, {code: values[f"of-{code}"] for code in INDICATORS})

    fields = tuple(
        Field(f"of-{code}", thai_digits(label(code)), structure.name(code), placeholder=known.name(code))
        for code in INDICATORS
    )
    return Form(thai_digits(f"ชื่อตัวชี้วัด ปี {year}"), fields, "ชื่อที่พิมพ์ในเอกสารของปีนี้ เว้นว่างเพื่อใช้ชื่อเดิม", act=keep)
