"""Pauses, changes of the chair and a quorum that breaks stand where they happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.documents import blocks as b
from ita_tui.documents.attending import Attending
from ita_tui.documents.export import paper_of
from ita_tui.documents.facts import MinutesFacts
from ita_tui.documents.happenings import happenings
from ita_tui.documents.wording import wording
from ita_tui.domain.committee import Role
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.record import Paragraph, Statement, person
from ita_tui.domain.roster import Movement, RosterEntry
from ita_tui.thai.dates import long_date
from tests.documents.hard_day import hard_facts
from tests.documents.papers import at, meeting

BROKEN, AGAIN = "ไม่ครบองค์ประชุม", " ครบองค์ประชุม"


def lines_of(held: Meeting) -> list[str]:
    words = wording("minutes")
    return [each.text for each in happenings(held, words, Attending(held, words))]


def held_by(*members: RosterEntry, events: tuple[Event, ...] = (), reason: str = "") -> Meeting:
    """Return a meeting from 9.30 to 11.30 of these members, the first of whom presides."""
    every = (Event(EventKind.OPENED, at(9, 30)), *events, Event(EventKind.ADJOURNED, at(11, 30)))
    return replace(
        meeting(), roster=members, presiding_id=members[0].id, recorder_id="", reviewer_id="", events=every,
        entries=(), quorum_reason=reason,
    )  # fmt: skip


def member(id_: str, *moves: tuple[int, int], present: bool = True) -> RosterEntry:
    """Return a member who goes and comes in turn at these times."""
    came = present
    movements = []
    for move in moves:
        came = not came
        movements.append(Movement(at(*move), came))
    return RosterEntry(id_, f"ตำแหน่ง {id_}", (Role.MEMBER,), present=present, movements=tuple(movements))


def test_a_quorum_that_breaks_and_is_there_again_is_told_with_time_and_numbers() -> None:
    held = held_by(member("a"), member("b", (10, 0), (10, 20)), member("c", (9, 50)))
    assert lines_of(held) == [
        "เวลา ๑๐.๐๐ น. มีกรรมการอยู่ในที่ประชุม ๑ คน จากทั้งหมด ๓ คน ไม่ครบองค์ประชุม",
        "เวลา ๑๐.๒๐ น. มีกรรมการอยู่ในที่ประชุม ๒ คน จากทั้งหมด ๓ คน ครบองค์ประชุม",
    ]


def test_why_it_went_on_is_told_once_where_the_quorum_first_is_missing() -> None:
    reason = "รอกรรมการกลับเข้าประชุม"
    later = held_by(member("a"), member("b", (10, 0), (10, 20), (10, 40)), member("c", (9, 50)), reason=reason)
    assert [reason in line for line in lines_of(later)] == [True, False, False]
    comes = member("b", (10, 0), (10, 20), present=False)
    opened_without = held_by(member("a"), comes, member("c", present=False), reason=reason)
    assert [reason in line for line in lines_of(opened_without)] == [False, False]
    assert reason in str(paper_of(MinutesFacts("คณะกรรมการ", opened_without), draft=True))


def test_single_comings_and_goings_are_for_the_lists() -> None:
    assert lines_of(held_by(member("a"), member("b"), member("c", (10, 0), (10, 20)))) == []


def test_guests_and_assistants_break_no_quorum() -> None:
    guest = RosterEntry("g", "วิศวกร", (), movements=(Movement(at(10, 0), came=False),))
    clerk = RosterEntry("k", "ธุรการ", (Role.ASSISTANT,), movements=(Movement(at(10, 0), came=False),))
    assert lines_of(held_by(member("a"), guest, clerk)) == []


def test_a_quorum_missing_only_during_a_pause_is_no_matter() -> None:
    pause = (Event(EventKind.PAUSED, at(10, 0)), Event(EventKind.RESUMED, at(10, 30)))
    rests = held_by(member("a"), member("b", (10, 5), (10, 25)), events=pause, reason="")
    assert lines_of(rests) == ["พักการประชุมเวลา ๑๐.๐๐ น.", "ประชุมต่อเวลา ๑๐.๓๐ น."]
    late = held_by(member("a"), member("b", (10, 5)), member("c", (10, 6)), events=pause)
    assert lines_of(late)[-1].startswith("เวลา ๑๐.๓๐ น. มีกรรมการอยู่ในที่ประชุม ๑ คน")


def test_leaving_with_the_gavel_breaks_nothing() -> None:
    assert lines_of(held_by(member("a"), member("b", (11, 30)), member("c", (11, 30)))) == []


def test_one_who_goes_as_another_comes_in_the_same_minute_breaks_nothing() -> None:
    goes = replace(member("b"), movements=(Movement(at(10, 0), came=False),))
    comes = replace(member("c", present=False), movements=(Movement(at(10, 0) + timedelta(seconds=40), came=True),))
    assert lines_of(held_by(member("a"), goes, comes)) == []


def test_a_change_of_the_chair_names_both_and_coming_back_says_so() -> None:
    lines = [text for text in lines_of(hard_facts().meeting) if "ประธานในที่ประชุม" in text]
    assert lines == [
        "เวลา ๑๐.๔๐ น. หัวหน้าสำนักปลัด ทำหน้าที่ประธานในที่ประชุมแทนผู้อำนวยการกองคลัง รักษาการแทนปลัดเทศบาล",
        "เวลา ๑๑.๐๖ น. ผู้อำนวยการกองคลัง รักษาการแทนปลัดเทศบาล กลับมาทำหน้าที่ประธานในที่ประชุม",
    ]


def test_a_change_of_the_chair_stands_between_what_was_said_before_and_after() -> None:
    blocks = paper_of(hard_facts(), draft=True).blocks
    place = next(
        number for number, block in enumerate(blocks) if isinstance(block, b.Paragraph) and "๑๐.๔๐" in block.text
    )
    before, after = blocks[place - 1], blocks[place + 1]
    assert isinstance(before, b.Say)
    assert isinstance(after, b.Say)
    assert (before.role, after.speaker, after.role) == ("ประธานกรรมการ", "หัวหน้าสำนักปลัด", "ประธานในที่ประชุม")


def test_one_speaker_is_named_again_after_something_happened_in_between() -> None:
    pause = (Event(EventKind.PAUSED, at(10, 0)), Event(EventKind.RESUMED, at(10, 30)))
    held = held_by(member("a"), events=pause)
    spoken = [Statement(f"s{hour}", "a1", person("a"), (Paragraph(str(hour)),), at(hour, 45)) for hour in (9, 10)]
    blocks = paper_of(MinutesFacts("คณะกรรมการ", replace(held, entries=tuple(spoken))), draft=True).blocks
    kinds = [type(block).__name__ for block in blocks]
    place = kinds.index("Say")
    assert kinds[place : place + 4] == ["Say", "Paragraph", "Paragraph", "Say"]


def test_what_happened_after_the_last_words_stands_before_the_end() -> None:
    held = held_by(member("a"), member("b", (11, 0)), member("c", (11, 0)))
    blocks = paper_of(MinutesFacts("คณะกรรมการ", held), draft=True).blocks
    place = next(number for number, block in enumerate(blocks) if isinstance(block, b.Heading) and "เลิก" in block.text)
    told = blocks[place - 1]
    assert isinstance(told, b.Paragraph)
    assert BROKEN in told.text


def test_what_happens_after_midnight_is_told_with_its_day() -> None:
    held = held_by(member("a"), events=(Event(EventKind.PAUSED, at(23, 50)),))
    day, (opened, paused, _) = timedelta(days=1), held.events
    later = replace(paused, kind=EventKind.RESUMED, at=at(0, 5) + day)
    held = replace(held, events=(opened, paused, later, Event(EventKind.ADJOURNED, at(0, 30) + day)))
    assert lines_of(held)[0] == "พักการประชุมเวลา ๒๓.๕๐ น."
    tomorrow = long_date(held.head.on + day)
    assert lines_of(held)[1] == f"ประชุมต่อเวลา ๐๐.๐๕ น. ของวันที่ {tomorrow}"
    blocks = paper_of(MinutesFacts("คณะกรรมการ", held), draft=True).blocks
    headings = [block.text for block in blocks if isinstance(block, b.Heading)]
    assert headings[-1] == f"เลิกประชุมเวลา ๐๐.๓๐ น. ของวันที่ {tomorrow}"


minutes_in = st.lists(st.integers(1, 119), max_size=4, unique=True).map(sorted)


def _movements(minutes: list[int], present: bool) -> tuple[Movement, ...]:
    start = at(9, 30)
    return tuple(
        Movement(start + timedelta(minutes=minute), came=(number % 2 == 0) != present)
        for number, minute in enumerate(minutes)
    )


@given(st.lists(st.tuples(st.booleans(), minutes_in), min_size=1, max_size=6))
def test_between_two_lines_about_the_quorum_it_is_as_the_line_before_says(people: list[tuple[bool, list[int]]]) -> None:
    members = [
        replace(member(str(number), present=present), movements=_movements(minutes, present))
        for number, (present, minutes) in enumerate(people)
    ]
    held = held_by(*members)
    told = happenings(held, wording("minutes"), Attending(held, wording("minutes")))
    start = at(9, 30)
    turns = [(start, held.quorum_at(start).met), *((each.at, BROKEN not in each.text) for each in told)]
    assert all(one[1] != other[1] for one, other in pairwise(turns))
    for minute in range(120):
        now = start + timedelta(minutes=minute)
        assert held.quorum_at(now).met is _last(turns, now)


def _last(turns: list[tuple[datetime, bool]], now: datetime) -> bool:
    return [met for when, met in turns if when <= now][-1]


@pytest.mark.parametrize("text", [BROKEN, AGAIN])
def test_the_hard_day_tells_both(text: str) -> None:
    assert any(text in line for line in lines_of(hard_facts().meeting))
