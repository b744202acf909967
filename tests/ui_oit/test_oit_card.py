"""One item at a time: all that is known of it, the same keys, and the same place in the table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import events

from ita_tui.domain.evidence import Evidence
from ita_tui.domain.oit import Status
from ita_tui.secretary.oit.items import ReviewPlace
from ita_tui.thai.text import clean
from ita_tui.ui.widgets.oit.card import Card, OitCard, Told, card_lines
from ita_tui.ui.widgets.oit.lines import Row
from ita_tui.ui.widgets.oit.wrap import wrapped
from tests.typing_thai import type_thai
from tests.ui_oit.oit_facts import OitApp, catalogue, desk, entries, with_entry

ANY = st.text(max_size=60)


def shown(app: OitApp) -> str:
    """Return what the card shows now, line by line."""
    card = app.oit.card
    return "\n".join(card.render_line(y).text.rstrip() for y in range(card.size.height))


async def test_a_card_tells_all_that_is_known_of_an_item() -> None:
    of = catalogue()
    known = with_entry(
        "o12", due="ครบ 6 เดือน", note="รอสรุปยอด",
        evidence=(Evidence("https://example.go.th/o12", "รายงานรอบหกเดือน"),),
    )
    app = OitApp(desk(of=of, listed=known), start="o12", as_card=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        told = " ".join(shown(app).split())
    for words in (
        "o๑๒ รายงานการกำกับติดตาม", "๙.๒ การบริหารงาน ข้อที่ ๑๒ จาก ๔๓", "สถานะ ◔ ระหว่างดำเนินการ • ยังไม่ทบทวน",
        "ครั้งที่ ๑/๒๕๖๖ ◔ ระหว่างดำเนินการ ๒๐ ธ.ค. ๒๕๖๖ ๐๙.๐๐ น.",
        "รายงาน ◔ ระหว่างดำเนินการ กองคลัง ๑๐ ม.ค. ๒๕๖๗ ๐๙.๐๐ น.", "คะแนนปี ๒๕๖๖ –", "ผู้รับผิดชอบ กองคลัง",
        "กำหนด ครบ ๖ เดือน", "หมายเหตุ รอสรุปยอด", "หลักฐาน ๑. รายงานรอบหกเดือน https://example.go.th/o12",
        "๑๐ ม.ค. ๒๕๖๗ ๐๙.๐๐ น. รายงานโดยกองคลัง ◔ ระหว่างดำเนินการ",
        "๒๐ ธ.ค. ๒๕๖๖ ๐๙.๐๐ น. ครั้งที่ ๑/๒๕๖๖ ◔ ระหว่างดำเนินการ",
    ):  # fmt: skip
        assert words in told, words


async def test_c_changes_between_table_and_card_and_the_item_stays() -> None:
    app = OitApp(desk(), start="o7")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        assert (app.oit.card.display, app.oit.table.display) == (True, False)
        assert "o๗ ข่าวประชาสัมพันธ์" in shown(app)
        await pilot.press("right", "down", "down", "left", "up")
        assert "o๘ Q&A" in shown(app)
        await pilot.press("c")
        assert (app.oit.card.display, app.oit.table.display) == (False, True)
        assert app.oit.table.code == "o8"
        assert app.focused is app.oit.table
        await pilot.press("left", "right")
        assert app.oit.table.code == "o8", "left and right walk over cards only"


async def test_a_thai_keyboard_changes_and_marks_with_the_same_keys() -> None:
    app = OitApp(desk(), start="o7")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_thai(pilot, "แ")  # the key of c
        assert app.oit.card.display
        await type_thai(pilot, "ถ")  # the key of 5
        assert app.oit.desk.oit.follow_up.entry("o7").status is Status.WAITING
        assert "o๘" in shown(app)


async def test_the_same_keys_work_in_a_card_and_each_item_takes_one() -> None:
    app = OitApp(desk(), start="o31", as_card=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "6")
        assert "o๓๓" in shown(app)
        assert {row.code for row in app.oit.table.rows if row.settled} == {"o31", "o32"}
        await pilot.press("g", "n")
        await type_thai(pilot, "รอ")
        await pilot.press("enter")
        assert app.focused is app.oit.card
        assert "หมายเหตุ รอ" in " ".join(shown(app).split())
        await pilot.press("up", "up")
        assert "o๓๑" in shown(app)


async def test_place_and_view_are_kept_on_leaving_and_coming_back() -> None:
    meeting = desk()
    app = OitApp(meeting, start="o7")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "right", "escape")
        assert meeting.oit.place == ReviewPlace("o8", as_card=True)
    again = OitApp(meeting, meeting.oit.place.code, as_card=meeting.oit.place.as_card)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "o๘ Q&A" in shown(again)


async def test_a_long_card_scrolls_and_the_next_one_begins_at_its_top() -> None:
    many = tuple(Evidence(f"https://example.go.th/{number}", f"หน้าที่ {number}") for number in range(30))
    app = OitApp(desk(listed=with_entry("o1", evidence=many)), start="o1", as_card=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "https://example.go.th/29" not in shown(app)
        await pilot.press("end")
        await pilot.pause()
        assert "ประวัติ" in shown(app)
        await pilot.press("home", "pagedown")
        await pilot.pause()
        assert "o๑ โครงสร้าง" not in shown(app)
        await pilot.press("right", "left")
        await pilot.pause()
        assert "o๑ โครงสร้าง" in shown(app)
        app.oit.card.post_message(
            events.MouseScrollDown(app.oit.card, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
        )
        await pilot.pause(0.3)
        assert app.oit.card.scroll_offset.y > 0


async def test_only_open_walks_over_open_cards() -> None:
    app = OitApp(desk(), start="o2", as_card=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("o", "right")
        assert "o๔ แผนยุทธศาสตร์" in shown(app)


@given(
    width=st.integers(1, 200), name=ANY, note=ANY, url=ANY, explanation=ANY,
    history=st.lists(st.tuples(ANY, ANY, ANY), max_size=3),
)  # fmt: skip
def test_every_line_of_a_card_is_exactly_as_wide_as_the_window(
    width: int, name: str, note: str, url: str, explanation: str, history: list[tuple[str, str, str]]
) -> None:
    row = Row("o1", name, "9.1", Status.DONE, Status.UNSET, note, settled=False, note=note, due=note, division=name)
    told = tuple(Told(*each) for each in history)
    lines = card_lines(Card(row, name, "", note, "", note, name, ((url, explanation),), told), width)
    assert {sum(cell_len(text) for text, _ in line) for line in lines} == {width}


@pytest.mark.parametrize("width", [20, 60, 76])
def test_nothing_of_an_address_or_a_note_is_cut_off(width: int) -> None:
    url = "https://example.go.th/" + "ยาวมาก/" * 30
    note = "รอผลการตรวจสอบจากคณะกรรมการ " * 8
    row = Row("o1", "ชื่อ", "9.1", Status.DONE, Status.DONE, "ดำเนินการเรียบร้อยแล้ว", settled=False, note=note)
    lines = card_lines(Card(row, "", "", "", "", "", "", ((url, ""),), ()), width)
    told = "".join("".join(text for text, _ in line).strip() for line in lines).replace(" ", "")
    assert url in told
    assert note.replace(" ", "") in told


@given(text=st.text(st.sampled_from("กขคนำ้เาิ์ abc "), max_size=80), width=st.integers(1, 40))
def test_wrapping_loses_no_letter_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cell_len(line) <= width for line in lines) or width == 1
    assert "".join(lines).replace(" ", "") == clean(text, multiline=False).replace(" ", "")


@pytest.mark.parametrize("name", ["[@click=app.quit]x[/]", "[b]ตัวหนา[/b]", "=1+1", "../../x"])
async def test_what_looks_like_markup_is_shown_as_typed(name: str) -> None:
    hostile = with_entry("o1", note=name, due=name, evidence=(Evidence("https://e.go.th/[b]", name),))
    app = OitApp(desk(listed=hostile), start="o1", as_card=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert shown(app).count(name) >= 2
        await pilot.click(OitCard, offset=(22, 8))
        assert app.is_running


async def test_an_empty_list_has_no_card() -> None:
    app = OitApp(desk(listed=entries(catalogue()), with_list=False), as_card=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "right", "1")
        assert app.oit.nothing.display
        assert not app.oit.card.display
