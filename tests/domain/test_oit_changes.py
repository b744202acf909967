"""What a division reported, what the room settled and what was noted: each told apart, none lost, none made up."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.oit import (
    Catalogue,
    CatalogueItem,
    FollowUp,
    FollowUpEntry,
    Group,
    NoteChange,
    Status,
    StatusChange,
    StatusReport,
    kept_history,
)
from ita_tui.domain.oit_changes import (
    Shift,
    report_for,
    settled_before,
    settled_in,
    shift_between,
    until_settled_in,
)
from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound

AT = "2024-01-17T10:00:00+07:00"
statuses = st.sampled_from(Status)
meetings = st.sampled_from(["", "m1", "m2", "m3"])
acts = st.lists(
    st.one_of(
        st.tuples(st.just("settle"), statuses, meetings),
        st.tuples(st.just("report"), statuses, st.sampled_from(["", "กองคลัง"])),
        st.tuples(st.just("note"), st.sampled_from(["", "รอสิ้นไตรมาส", "ส่งแล้ว"]), meetings),
    ),
    max_size=12,
)  # fmt: skip


def one(entry: FollowUpEntry) -> FollowUp:
    return FollowUp(BEYear(2567), BEYear(2566), (entry,))


def after(each: list[tuple[str, str, str]], entry: FollowUpEntry | None = None) -> FollowUpEntry:
    follow_up = one(entry or FollowUpEntry("o1"))
    for kind, what, who in each:
        if kind == "settle":
            follow_up = follow_up.settled("o1", Status(what), at=AT, meeting_id=who)
        elif kind == "report":
            follow_up = follow_up.reported("o1", Status(what), at=AT, by=who)
        else:
            follow_up = follow_up.noted("o1", what, at=AT, meeting_id=who)
    return follow_up.entry("o1")


@given(acts)
def test_the_history_only_grows_and_its_last_words_are_what_stands(each: list[tuple[str, str, str]]) -> None:
    entries = [after(each[:count]) for count in range(len(each) + 1)]
    for earlier, later in pairwise(entries):
        assert later.history[: len(earlier.history)] == earlier.history
    last = entries[-1]
    settled = [change.status for change in last.history if isinstance(change, StatusChange)]
    noted = [change.note for change in last.history if isinstance(change, NoteChange)]
    assert last.status is (settled[-1] if settled else Status.UNSET)
    assert last.note == (noted[-1] if noted else "")


@given(acts, statuses)
def test_a_report_and_a_note_never_change_how_an_item_stands(each: list[tuple[str, str, str]], status: Status) -> None:
    before = after(each)
    reported = one(before).reported("o1", status, at=AT).noted("o1", "อื่น", at=AT).entry("o1")
    assert (reported.status, reported.text, reported.due) == (before.status, before.text, before.due)


@given(acts, statuses)
def test_a_report_is_for_the_next_meeting_that_settles_the_item_and_for_no_later_one(
    each: list[tuple[str, str, str]], status: Status
) -> None:
    reported = one(after(each)).reported("o1", status, at=AT, by="กองช่าง")
    told = report_for(reported.entry("o1"), "next")
    assert (told.status if told else Status.UNSET) is status
    settled = reported.settled("o1", Status.WAITING, at=AT, meeting_id="next").entry("o1")
    assert report_for(settled, "next") == told
    assert report_for(settled, "later") is None


@given(acts)
def test_what_stood_before_a_meeting_is_what_others_left_behind(each: list[tuple[str, str, str]]) -> None:
    entry = after(each)
    before = settled_before(entry, "m2")
    own = [place for place, change in enumerate(entry.history)
           if isinstance(change, StatusChange) and change.meeting_id == "m2"]  # fmt: skip
    earlier = entry.history[: own[0]] if own else entry.history
    settled = [change for change in earlier if isinstance(change, StatusChange)]
    assert before == (settled[-1] if settled else None)
    assert before is None or before.meeting_id != "m2"
    assert settled_in(entry, "m2") == bool(own)


@given(acts)
def test_a_meeting_that_is_over_is_not_told_what_came_after_it(each: list[tuple[str, str, str]]) -> None:
    entry = one(after(each)).settled("o1", Status.PARTIAL, at=AT, meeting_id="m4").entry("o1")
    later = one(entry).reported("o1", Status.DONE, at=AT).settled("o1", Status.DONE, at=AT, meeting_id="m5")
    assert until_settled_in(later.entry("o1"), "m4").history == entry.history


def test_status_and_note_that_came_without_a_history_are_its_beginning() -> None:
    old = FollowUpEntry("o1", Status.IN_PROGRESS, "กำลังดำเนินการ", note="เดิม")
    begun = (StatusChange("", Status.IN_PROGRESS, "กำลังดำเนินการ"), NoteChange("", "เดิม"))
    assert kept_history(old) == begun
    for entry in (
        one(old).reported("o1", Status.DONE, at=AT).entry("o1"), one(old).noted("o1", "ใหม่", at=AT).entry("o1"),
        one(old).settled("o1", Status.DONE, at=AT).entry("o1"),
    ):  # fmt: skip
        assert entry.history[:-1] == begun
        assert kept_history(entry) == entry.history


def test_an_earlier_wording_can_be_put_back_as_it_was_printed() -> None:
    old = one(FollowUpEntry("o1", Status.IN_PROGRESS, "กำลังดำเนินการ")).settled("o1", Status.DONE, at=AT)
    assert old.entry("o1").text == "ดำเนินการเรียบร้อยแล้ว"
    back = old.settled("o1", Status.IN_PROGRESS, at=AT, wording="กำลังดำเนินการ").entry("o1")
    assert back.text == "กำลังดำเนินการ"
    assert len(back.history) == 3


def test_the_same_report_twice_in_a_row_is_kept_once() -> None:
    once = one(FollowUpEntry("o1")).reported("o1", Status.DONE, at=AT, by="กองคลัง")
    assert once.reported("o1", Status.DONE, at="2024-01-18T10:00:00+07:00", by="กองคลัง") == once
    assert len(once.reported("o1", Status.DONE, at=AT, by="แฟ้ม").entry("o1").history) == 2


def test_a_report_of_an_item_that_is_not_in_the_list_is_refused() -> None:
    with pytest.raises(NotFound):
        one(FollowUpEntry("o1")).reported("o43", Status.DONE, at=AT)


def test_an_item_that_came_into_the_catalogue_later_gets_its_entry_and_none_is_lost() -> None:
    catalogue = Catalogue(
        BEYear(2566), (Group("9.1", "ก"),), tuple(CatalogueItem(code, code, "9.1") for code in ("o1", "o2", "o3"))
    )
    short = FollowUp(BEYear(2567), BEYear(2566), (FollowUpEntry("o2", Status.DONE), FollowUpEntry("o9")))
    assert [entry.code for entry in short.completed(catalogue).entries] == ["o2", "o9", "o1", "o3"]
    assert short.completed(catalogue).entry("o2").status is Status.DONE
    whole = short.completed(catalogue)
    assert whole.completed(catalogue) is whole


@given(statuses, statuses)
def test_better_one_way_is_worse_the_other_way(one_way: Status, other: Status) -> None:
    there, back = shift_between(one_way, other), shift_between(other, one_way)
    assert (there is Shift.SAME) == (one_way is other) == (back is Shift.SAME)
    assert (there is Shift.BETTER) == (back is Shift.WORSE)
    assert there.label


def test_the_statuses_stand_in_the_order_of_their_keys_and_both_kinds_of_done_are_equal() -> None:
    order = [Status.DONE, Status.PARTIAL, Status.IN_PROGRESS, Status.WAITING, Status.NOT_STARTED]
    for (place, better), (other, worse) in product(enumerate(order), enumerate(order)):
        expected = Shift.SAME if place == other else Shift.BETTER if place < other else Shift.WORSE
        assert shift_between(worse, better) is expected
    assert shift_between(Status.DONE, Status.DONE_CURRENT) is Shift.OTHER
    assert shift_between(Status.UNSET, Status.NOT_STARTED) is Shift.FIRST
    assert shift_between(Status.NOT_STARTED, Status.UNSET) is Shift.OTHER


def test_a_report_that_was_taken_back_is_none() -> None:
    taken = one(FollowUpEntry("o1")).reported("o1", Status.DONE, at=AT).reported("o1", Status.UNSET, at=AT)
    assert report_for(taken.entry("o1"), "m") is None
    assert [change for change in taken.entry("o1").history if isinstance(change, StatusReport)] == [
        StatusReport(AT, Status.DONE), StatusReport(AT, Status.UNSET)
    ]  # fmt: skip
