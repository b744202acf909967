"""Taking back one act on an OIT item leaves what all other acts made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.evidence import Evidence
from ita_tui.domain.oit import FollowUp, FollowUpEntry, NoteChange, Status, StatusChange, StatusReport
from ita_tui.domain.oit_undo import ItemField, taken_back
from ita_tui.domain.years import BEYear

_EMPTY = FollowUpEntry("o1")
_STATUSES = [each for each in Status if each is not Status.UNSET]

Act = tuple[str, int]
acts = st.lists(
    st.tuples(st.sampled_from(["settle", "report", "note", "due", "division", "evidence"]), st.integers(0, 5)),
    min_size=1, max_size=8,
)  # fmt: skip


def listed(entry: FollowUpEntry) -> FollowUp:
    return FollowUp(BEYear(2567), BEYear(2566), (entry,))


def done(entry: FollowUpEntry, act: Act, number: int) -> FollowUpEntry:
    """Do the act that has this number: its values are no other's."""
    kind, value = act
    follow_up, at = listed(entry), f"2024-01-17T10:00:{number:02}+07:00"
    does: dict[str, Callable[[], FollowUp]] = {
        "settle": lambda: follow_up.settled("o1", _STATUSES[value], at=at, meeting_id="m"),
        "report": lambda: follow_up.reported("o1", _STATUSES[value], at=at, by=f"กองที่ {number}"),
        "note": lambda: follow_up.noted("o1", f"หมายเหตุ {number}", at=at),
        "due": lambda: follow_up.with_entry(replace(entry, due=f"กำหนด {number}")),
        "division": lambda: follow_up.with_entry(replace(entry, division_id=f"d{number}")),
        "evidence": lambda: follow_up.with_entry(replace(entry, evidence=(Evidence(f"https://a.example/{number}"),))),
    }
    return does[kind]().entry("o1")


def played(plan: list[tuple[int, Act]]) -> list[FollowUpEntry]:
    """Return how the item stood before and after each act."""
    stood = [_EMPTY]
    for number, act in plan:
        stood.append(done(stood[-1], act, number))
    return stood


@given(acts, st.data())
def test_taking_back_any_act_is_as_if_it_had_never_happened(plan: list[Act], data: st.DataObject) -> None:
    numbered = list(enumerate(plan))
    place = data.draw(st.integers(0, len(plan) - 1))
    stood = played(numbered)
    entry, stays = taken_back(stood[-1], stood[place], stood[place + 1])
    assert entry == played([each for each in numbered if each[0] != place])[-1]
    later = [kind for kind, _ in plan[place + 1 :]]
    assert bool(stays) == (plan[place][0] in later and plan[place][0] != "report")


def test_a_report_that_came_after_a_status_was_settled_stays_when_that_is_taken_back() -> None:
    before = listed(replace(_EMPTY, status=Status.WAITING, wording="รอสิ้นไตรมาส", note="จากแฟ้ม"))
    marked = before.settled("o1", Status.DONE, at="10:00", meeting_id="m")
    now = marked.reported("o1", Status.PARTIAL, at="10:01", by="กองคลัง").entry("o1")
    entry, stays = taken_back(now, before.entry("o1"), marked.entry("o1"))
    assert (entry.status, entry.wording, stays) == (Status.WAITING, "รอสิ้นไตรมาส", ())
    assert [type(each) for each in entry.history] == [StatusChange, NoteChange, StatusReport]


def test_a_status_settled_again_since_stays_also_where_it_is_the_same() -> None:
    before = listed(_EMPTY)
    marked = before.settled("o1", Status.DONE, at="10:00", meeting_id="m")
    again = marked.settled("o1", Status.DONE, at="10:01", meeting_id="n")
    entry, stays = taken_back(again.entry("o1"), before.entry("o1"), marked.entry("o1"))
    assert (entry.status, stays) == (Status.DONE, (ItemField.STATUS,))
    assert [each.meeting_id for each in entry.history if isinstance(each, StatusChange)] == ["n"]
