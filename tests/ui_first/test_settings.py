"""Settings by keys: every change is kept at once, taken back by one key, and nothing typed can act on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from ita_tui.domain.agenda import AgendaForm
from ita_tui.domain.committee import Role
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.domain.settings import Look
from ita_tui.secretary.keeping.changes import Tools
from ita_tui.secretary.keeping.office import Office
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.asking.form import FormScreen
from ita_tui.ui.screens.office.divisions import DivisionsScreen
from ita_tui.ui.screens.office.powers import PowersScreen
from ita_tui.ui.screens.office.seats import SeatsScreen
from ita_tui.ui.screens.office.settings import SettingsScreen
from tests.ui_first.steps import press, put, quiet, told, write

SECTIONS = ["body", "divisions", "order", "seats", "powers", "new_order", "rules"]
EVIL = "[@click=app.quit]ชื่อ[/] =1+1 ../../x {{7*7}} #eval(1) <b>"


async def open_section(pilot: Pilot[bool], name: str) -> None:
    """From the first screen to one section of the settings."""
    await quiet(pilot)
    await press(pilot, "s", "home", *["down"] * SECTIONS.index(name), "enter")


def on_disk(office: Office, tools: Tools) -> Office:
    """Return the office as another window finds it."""
    office.flush()
    return Office.open(office.path, tools, write=False)


async def test_a_division_is_added_renamed_moved_taken_out_and_brought_back(
    app: ItaApp, office: Office, tools: Tools
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "divisions")
        assert isinstance(app.screen, DivisionsScreen)
        before = [each.name for each in office.body.divisions]
        await press(pilot, "a")
        await write(pilot, "กองสวัสดิการสังคม\n")
        assert [each.name for each in office.body.divisions] == [before[0], "กองสวัสดิการสังคม", *before[1:]]
        await press(pilot, "alt+down", "enter")  # the one that was added is the highlighted one
        await write(pilot, "สำนักงานปลัด\n")
        assert [each.name for each in office.body.divisions][:3] == [*before[:2], "สำนักงานปลัด"]
        await press(pilot, "delete")
        assert "สำนักงานปลัด" not in [each.name for each in office.body.divisions]
        for _ in range(4):
            await press(pilot, "ctrl+z")
        assert [each.name for each in office.body.divisions] == before
        with on_disk(office, tools) as later:
            assert later.body == office.body


async def test_a_seat_is_added_given_a_role_a_name_and_left_vacant(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "seats")
        assert isinstance(app.screen, SeatsScreen)
        assert "กรรมการ ๕ คน" in told(pilot, "#about")
        await press(pilot, "a")
        await write(pilot, "ท้องถิ่นอำเภอ\n\n")
        order = office.body.committees[0].order
        assert [(seat.line, seat.post) for seat in order.seats][:2] == [(1, order.seats[0].post), (2, "ท้องถิ่นอำเภอ")]
        await press(pilot, "r")  # the seat that was added is the highlighted one
        assert office.body.committees[0].order.seats[1].role is Role.MEMBER_SECRETARY
        await press(pilot, "ctrl+z", "v")
        assert office.body.committees[0].order.seats[1].vacant
        assert "กรรมการ ๕ คน" in told(pilot, "#about")
        await press(pilot, "v")
        assert "กรรมการ ๖ คน" in told(pilot, "#about")
        await press(pilot, "enter", "down", "down", "down")
        await write(pilot, "นาย ก. ข.")
        await press(pilot, "ctrl+s")
        people = office.body.committees[0].people
        assert [person.name for person in people if person.position == "ท้องถิ่นอำเภอ"] == ["นาย ก. ข."]


async def test_keys_of_the_list_work_with_the_keyboard_in_thai_mode(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "seats")
        await press(pilot, "อ")  # the key V
        assert office.body.committees[0].order.seats[0].vacant
        assert "ประธานกรรมการ" in told(pilot, "#below")


async def test_somebody_acting_for_another_is_counted_once_and_told_so(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "seats")
        await press(pilot, "enter", "down", "down", "down", "down")
        await write(pilot, "ผู้อำนวยการกองคลัง\tรักษาราชการแทนปลัดองค์การบริหารส่วนตำบล")
        await press(pilot, "ctrl+s")
        assert "กรรมการ ๔ คน" in told(pilot, "#about")
        assert "คนเดียว" in told(pilot, "#below")


async def test_the_order_is_put_right_and_a_new_one_follows_it(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "order")
        await write(pilot, "๑๒\t๒๕๖๘\t๕ มกราคม ๒๕๖๘")
        await press(pilot, "ctrl+s")
        await press(pilot, "escape")
        await open_section(pilot, "new_order")
        await write(pilot, "๓\t๒๕๖๙\t๙ มกราคม ๒๕๖๙")
        await press(pilot, "ctrl+s")
        numbers = [(order.number, order.year) for order in office.body.committees[0].orders]
        assert numbers == [(12, 2568), (3, 2569)]


async def test_a_date_that_does_not_fit_keeps_the_form_and_all_that_was_typed(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "order")
        await write(pilot, "๑๒\t๒๕๖๘\t๕ มกราคม ๒๕๖๙")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen)
        assert "ไม่อยู่ในปี" in told(pilot, "#problem")
        assert app.screen.values["number"] == "๑๒"
        await press(pilot, "escape", "down", "enter")
        assert isinstance(app.screen, SettingsScreen)
        assert office.body.committees[0].order.number == 0


async def test_rules_and_colours_are_kept(app: ItaApp, office: Office, tools: Tools) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "rules")
        await write(pilot, "๔")
        await press(pilot, "down", "right", "down", "right")
        await write(pilot, "\t๑๓.๐๐\tศาลาประชาคม\t")
        await press(pilot, "right", "down", "right", "ctrl+s")
        settings = office.body.settings
        assert settings.minutes is MinutesStyle.ONE_COLUMN
        assert (settings.quorum.needed, settings.quorum.stand_ins_count) == (4, False)
        assert (settings.form, settings.place, settings.look) == (AgendaForm.SIX, "ศาลาประชาคม", Look.DARK)
        assert app.theme == "ita-dark"
        with on_disk(office, tools) as later:
            assert ItaApp(later, Path("papers")).theme == "ita-dark"
        await press(pilot, "ctrl+t")
        assert office.body.settings.look is Look.LIGHT


async def test_powers_are_lines_that_can_be_added_changed_and_moved(app: ItaApp, office: Office) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "powers")
        assert isinstance(app.screen, PowersScreen)
        before = office.body.committees[0].order.powers
        await press(pilot, "a")
        await write(pilot, "เสนอแนะต่อนายก\n")
        await press(pilot, "alt+up")
        assert office.body.committees[0].order.powers == ("เสนอแนะต่อนายก", *before)
        await press(pilot, "delete")
        assert office.body.committees[0].order.powers == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hostile_words_stand_as_they_are_in_every_section(
    app: ItaApp, office: Office, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await open_section(pilot, "body")
        for keys in (("tab", "tab"), ("tab",), ()):
            await put(pilot, EVIL)
            await press(pilot, *keys)
        await press(pilot, "ctrl+s")
        assert EVIL in office.body.name
        await press(pilot, "escape")
        for name in ("divisions", "seats", "powers"):
            await open_section(pilot, name)
            await press(pilot, "a")
            await put(pilot, EVIL)
            await press(pilot, "ctrl+s")
            await press(pilot, "f1", "escape", "ctrl+s", "escape")
        await press(pilot, "n", "tab", "tab")
        await put(pilot, EVIL)
        await press(pilot, "ctrl+s", "a")
        await put(pilot, EVIL)
        await press(pilot, "ctrl+s", "enter")
        await put(pilot, EVIL)
        await press(pilot, "escape", "ctrl+p", "escape", "escape", "ctrl+p", "escape")
        assert app.is_running
        assert EVIL in [item.title for item in office.desk(office.heads()[0].id).meeting.agenda]


async def test_a_row_does_on_a_click_what_enter_does(app: ItaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_section(pilot, "divisions")
        await pilot.click("#rows", offset=(6, 2))
        await quiet(pilot)
        assert isinstance(app.screen, FormScreen)
        assert app.screen.values["line"] == "กองคลัง"
        await press(pilot, "escape")
        assert isinstance(app.screen, DivisionsScreen)
        assert app.screen.query_one(OptionList).highlighted == 1
