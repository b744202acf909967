"""Whom the people box proposes: who comes in next, and who may take the chair."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from ita_tui.errors import RuleBroken
from ita_tui.secretary.meeting.desk import MeetingDesk


def test_who_has_not_come_comes_next_then_who_left_and_last_who_is_excused(desk: MeetingDesk) -> None:
    assert desk.people.likeliest() == ""
    chair, late, excused, gone, *_ = (entry.id for entry in desk.roster())
    roster = tuple(replace(entry, present=entry.id not in (late, excused)) for entry in desk.roster())
    desk.gavel.open(desk.now(), roster, presiding_id=chair)
    desk.people.excuse(excused, "ลาป่วย")
    desk.people.go(gone, time(9, 40))
    order = []
    while (likeliest := desk.people.likeliest()) != chair:
        order.append(likeliest)
        desk.people.come(likeliest, time(9, 50))
    assert order == [late, gone, excused]


def test_the_highest_of_those_present_is_proposed_first_for_the_chair(live: MeetingDesk) -> None:
    presides = live.meeting.presides_now
    others = live.people.next_chairs()
    assert presides not in [each.id for each in others]
    assert [each.rank for each in others] == sorted(each.rank for each in others)
    assert all(each.counts and each.here for each in others)
    for each in others:
        live.people.go(each.id)
    with pytest.raises(RuleBroken):
        live.people.next_chairs()
