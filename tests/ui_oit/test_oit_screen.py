"""The secretary settles items with one key each while the room talks."""

from __future__ import annotations

import asyncio

import pytest
from textual.binding import Binding
from textual.widgets._footer import FooterKey

from ita_tui.domain.oit import Catalogue, FollowUp, FollowUpEntry, Status, rows_of
from ita_tui.domain.oit_changes import Shift
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.screens.oit.told import lines_of, rows_of_desk
from ita_tui.ui.widgets.oit.lines import Heading
from tests.typing_thai import type_thai
from tests.ui_oit.oit_facts import Drawer, OitApp, adjourned, catalogue, desk, entries, with_entry

MARKS = {
    "1": Status.DONE, "2": Status.DONE_CURRENT, "3": Status.PARTIAL, "4": Status.IN_PROGRESS,
    "5": Status.WAITING, "6": Status.NOT_STARTED, "0": Status.UNSET,
}

BOUND = [binding for binding in keys.OIT if isinstance(binding, Binding)]


def messages(app: OitApp) -> list[str]:
    """Return the titles and texts of what the program told."""
    return [f"{each.title} {each.message}" for each in app._notifications]


def status_of(app: OitApp, code: str) -> Status:
    return app.oit.desk.oit.follow_up.entry(code).status


@pytest.mark.parametrize(("key", "status"), MARKS.items())
async def test_a_digit_settles_the_item_at_its_status_and_goes_on_to_the_next(key: str, status: Status) -> None:
    app = OitApp(desk(), start="o7")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        assert status_of(app, "o7") is status
        assert app.oit.desk.oit.item("o7").touched(reporting=False)
        assert app.oit.table.code == "o8"


@pytest.mark.parametrize(
    ("character", "status"),
    [("ๅ", Status.DONE), ("/", Status.DONE_CURRENT), ("-", Status.PARTIAL), ("ภ", Status.IN_PROGRESS),
     ("ถ", Status.WAITING), ("ุ", Status.NOT_STARTED), ("จ", Status.UNSET), ("๓", Status.PARTIAL),
     ("๑", Status.DONE), ("๐", Status.UNSET)],
)
async def test_a_thai_keyboard_marks_with_the_same_keys_and_with_thai_digits(character: str, status: Status) -> None:
    app = OitApp(desk(), start="o7")
    async with app.run_test(size=(120, 40)) as pilot:
        await type_thai(pilot, character)
        assert status_of(app, "o7") is status
        assert app.oit.table.code == "o8"


@pytest.mark.parametrize("character", ["7", "๗", "ค", "q"])
async def test_a_key_that_is_no_status_changes_nothing(character: str) -> None:
    keeper = Drawer()
    app = OitApp(desk(keeper=keeper), start="o7")
    async with app.run_test(size=(120, 40)) as pilot:
        await type_thai(pilot, character)
        assert keeper.changes == []
        assert app.oit.table.code == "o7"


async def test_a_whole_list_as_reported_takes_one_key_an_item() -> None:
    keeper = Drawer()
    app = OitApp(desk(keeper=keeper))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*["enter"] * 33)
        assert app.oit.table.code == "o33", "an item without a status is not passed over"
        await pilot.press("0", *["enter"] * 10)
        assert app.oit.desk.oit.untouched() == ()
        assert len(keeper.changes) == 43
        assert status_of(app, "o33") is Status.UNSET
        assert "ทบทวนครบทุกข้อ" in app.oit.header.right


async def test_an_item_changed_by_the_room_takes_one_key_more_than_walking_by() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "1")
        row = next(row for row in app.oit.table.rows if row.code == "o2")
        assert (row.before, row.status, row.shift) == (Status.NOT_STARTED, Status.DONE, Shift.BETTER)
        assert app.oit.table.code == "o3"


async def test_confirming_what_stood_is_no_change_but_is_no_longer_untouched() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        row = app.oit.table.rows[0]
        assert row.settled
        assert row.shift is Shift.SAME
        assert "ยังไม่ทบทวน ๔๒ ข้อ" in app.oit.header.right


async def test_the_rest_of_a_group_is_confirmed_but_an_item_nobody_reported_stays() -> None:
    app = OitApp(desk(), start="o31")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("6", "g")
        assert status_of(app, "o31") is Status.NOT_STARTED
        untouched = {row.code for row in app.oit.table.rows if row.group == "10.1" and not row.settled}
        assert untouched == {"o33"}
        assert app.oit.table.code == "o33"
        await pilot.press("g")
        assert any("ไม่มีข้อที่ยืนยันตามรายงานได้" in told for told in messages(app))
        assert app.oit.table.code == "o33"


async def test_letters_are_found_by_place_on_a_thai_keyboard_and_typed_as_letters_in_a_note() -> None:
    app = OitApp(desk(), start="o33")
    async with app.run_test(size=(120, 40)) as pilot:
        await type_thai(pilot, "เ")  # the key of g
        assert {row.code for row in app.oit.table.rows if row.settled} == {
            "o31", "o32", "o34", "o35", "o36", "o37", "o38"
        }
        await type_thai(pilot, "ื")  # the key of n
        await type_thai(pilot, "เงื่อนไข ๓-/")
        await pilot.press("enter")
        assert app.oit.desk.oit.follow_up.entry("o33").note == "เงื่อนไข ๓-/"
        assert status_of(app, "o33") is Status.UNSET


async def test_o33_without_a_report_is_shown_and_says_so() -> None:
    app = OitApp(desk(), start="o33")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.oit.table.row is not None
        assert app.oit.table.row.text == "ยังไม่มีรายงานสถานะ"
        words = app.oit.detail.render().plain
        assert "? ยังไม่มีรายงานสถานะ" in words
        assert "รายงาน ยังไม่รายงาน" in words


@pytest.mark.parametrize("listed", [0, 1, 42, 43])
def test_all_43_rows_are_there_whatever_the_list_knows(listed: int) -> None:
    rows = rows_of_desk(desk(listed=entries(catalogue())[:listed]))
    lines = lines_of(catalogue(), rows, None)
    assert [row.code for row in rows] == [f"o{number}" for number in range(1, 44)]
    assert sum(isinstance(line, Heading) for line in lines) == 7
    assert len(lines) == 50


async def test_a_note_is_kept_by_enter_and_the_cursor_stays_on_its_item() -> None:
    app = OitApp(desk(), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await type_thai(pilot, "รอสิ้นไตรมาส")
        await pilot.press("1", "enter")
        assert app.oit.desk.oit.follow_up.entry("o12").note == "รอสิ้นไตรมาส1"
        assert app.focused is app.oit.table
        assert app.oit.table.code == "o12"
        assert "รอสิ้นไตรมาส1" in app.oit.detail.render().plain
        assert not app.oit.desk.oit.item("o12").touched(reporting=False)


async def test_a_due_time_is_asked_for_with_what_stands_and_esc_leaves_it() -> None:
    keeper = Drawer()
    app = OitApp(desk(listed=with_entry("o12", due="ครบ ๖ เดือน"), keeper=keeper), start="o12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        assert app.oit.prompt.field.value == "ครบ ๖ เดือน"
        await pilot.press("x", "escape")
        assert keeper.changes == []
        assert app.focused is app.oit.table
        assert isinstance(app.screen, type(app.oit))
        await pilot.press("d", *["backspace"] * 20, "z", "enter")
        assert app.oit.desk.oit.follow_up.entry("o12").due == "z"


async def test_only_open_hides_what_is_done_and_keeps_a_row_marked_meanwhile_in_sight() -> None:
    app = OitApp(desk())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("o")
        shown = [row.code for row in app.oit.table.rows]
        assert shown
        assert not any(row.status.complete for row in app.oit.table.rows)
        assert app.oit.header.left.startswith("เฉพาะที่ค้าง")
        await pilot.press("home", "1")
        assert [row.code for row in app.oit.table.rows] == shown
        assert app.oit.table.code == shown[1]
        await pilot.press("o", "o")
        assert [row.code for row in app.oit.table.rows] == shown[1:]


async def test_nothing_open_says_so_and_how_to_see_all_again() -> None:
    done = tuple(FollowUpEntry(item.code, Status.DONE) for item in catalogue().items)
    app = OitApp(desk(listed=done), start="o9")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("o")
        assert "กด O เพื่อแสดงทุกข้อ" in str(app.oit.nothing.content)
        assert app.oit.nothing.display
        await pilot.press("1", "g", "n", "enter")
        assert app.oit.desk.oit.untouched() == tuple(item.code for item in catalogue().items)
        await pilot.press("o", "enter")
        assert len(app.oit.table.rows) == 43
        assert len(app.oit.desk.oit.untouched()) == 42


async def test_esc_ends_with_the_item_she_stood_on() -> None:
    app = OitApp(desk())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "enter", "escape")
        assert app.oit is not app.screen
        assert app.oit.desk.oit.place.code == "o4"


async def test_the_screen_opens_where_it_was_left_or_at_the_first_item_the_room_has_not_settled() -> None:
    meeting = desk()
    meeting.oit.as_reported("o1")
    for start, stands_on in (("o20", "o20"), ("", "o2"), ("o99", "o1")):
        app = OitApp(meeting, start=start)
        async with app.run_test(size=(80, 24)):
            assert app.oit.table.code == stands_on


async def test_an_adjourned_meeting_shows_its_frozen_rows_and_every_key_says_why_not() -> None:
    keeper = Drawer()
    meeting = desk(keeper=keeper)
    meeting.oit.mark("o1", Status.WAITING)
    adjourned(meeting)
    kept = len(keeper.changes)
    app = OitApp(meeting, start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.oit.table.rows[0].status is Status.WAITING
        assert "เลิกประชุมแล้ว" in app.oit.header.right
        for times, key in enumerate(("enter", "1", "0", "g", "n", "d"), start=1):
            await pilot.press(key)
            assert sum("เลิกประชุมแล้ว" in told for told in messages(app)) == times
        assert len(keeper.changes) == kept
        assert app.oit.table.code == "o1"
        await pilot.press("o")
        assert len(app.oit.table.rows) < 43


@pytest.mark.parametrize("missing", ["list", "items"])
async def test_without_a_list_or_items_the_place_says_what_to_do(missing: str) -> None:
    empty = Catalogue(catalogue().year, (), ())
    app = OitApp(desk(with_list=False) if missing == "list" else desk(of=empty, listed=()))
    async with app.run_test(size=(80, 24)) as pilot:
        told = str(app.oit.nothing.content)
        assert "กำหนดปีที่ติดตาม" in told if missing == "list" else "นำเข้าบัญชีรายการ" in told
        await pilot.press("1", "enter", "g", "n", "d", "o", "down", "escape")
        assert app.oit is not app.screen


def seen_keys(app: OitApp) -> set[str]:
    """Return what stands in the footer, whole, on the screen."""
    return {key.description for key in app.oit.query(FooterKey) if app.oit.region.contains_region(key.region)}


async def test_every_shown_key_of_the_table_stands_in_the_footer_at_any_width() -> None:
    shown = {binding.description for binding in BOUND if binding.show}
    for_the_card = {"ข้อก่อน", "ข้อถัดไป"}
    for width in (80, 120):
        app = OitApp(desk())
        async with app.run_test(size=(width, 24)) as pilot, asyncio.timeout(20):
            while seen_keys(app) != shown - for_the_card:
                await pilot.pause()
            await pilot.press("c")
            while not for_the_card <= seen_keys(app):
                await pilot.pause()


async def test_every_action_of_the_table_of_keys_is_held_by_the_screen() -> None:
    app = OitApp(desk())
    async with app.run_test(size=(80, 24)):
        for binding in BOUND:
            assert hasattr(app.oit, f"action_{binding.action.split('(')[0]}")


def test_a_row_shown_is_the_row_that_prints() -> None:
    of = catalogue()
    follow_up = FollowUp(of.year, of.year, entries(of))
    printed = rows_of(of, follow_up, scores={}, divisions={"office": "สำนักปลัด", "finance": "กองคลัง"})
    shown = rows_of_desk(desk())
    assert [(row.code, row.name, row.text, row.division) for row in shown] == [
        (row.code, row.name, row.text, row.division) for row in printed
    ]


async def test_marking_goes_on_to_what_is_untouched_in_any_group_and_says_when_all_is_done() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("g")  # the first group; its neighbour follows
        assert not app.oit.table.row.settled  # type: ignore[union-attr]
        app.oit.table.move_to("o43")
        await pilot.press("1")
        following = app.oit.table.row
        assert following is not None
        assert not following.settled, "from the end it goes on at the top"
        while (row := app.oit.table.row) is not None and not row.settled:
            await pilot.press("1")
        assert app.oit.desk.oit.untouched() == ()
        assert any("ทบทวนครบทุกข้อแล้ว" in told for told in messages(app))


async def test_an_item_that_is_put_right_goes_on_to_its_neighbour() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "1", "1", "home", "2")
        assert app.oit.table.code == "o2"


async def test_what_a_filter_hides_is_counted_when_all_that_shows_is_settled() -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("o")
        shown = len(app.oit.table.rows)
        await pilot.press(*["1"] * shown)
        assert any(f"เหลืออีก {thai_digits(str(43 - shown))} ข้อ" in told for told in messages(app))


@pytest.mark.parametrize(("typed", "shown"), [("30/9/68", "๓๐ กันยายน ๒๕๖๘"), ("ก่อนประชุมครั้งหน้า", "ก่อนประชุมครั้งหน้า")])
async def test_a_due_day_shows_as_offices_write_it(typed: str, shown: str) -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(120, 40)) as pilot:
        app.oit.desk.oit.give_due("o1", typed)
        app.oit.show()
        await pilot.pause()
        assert app.oit.desk.oit.rows()[0].due == shown
        assert app.oit.table.row is not None
        assert app.oit.table.row.due == shown


@pytest.mark.parametrize("keys_pressed", [(), ("o",)])
async def test_the_header_says_all_it_has_to_say_at_80_columns(keys_pressed: tuple[str, ...]) -> None:
    app = OitApp(desk(), start="o1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys_pressed)
        await pilot.pause()
        shown = app.oit.header.render().plain
        assert "…" not in shown
        assert "๒๕๖๗" in shown
