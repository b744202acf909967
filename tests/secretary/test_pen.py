"""Walking through what was said, and who speaks next."""

from __future__ import annotations

from ita_tui.domain.record import SECRETARIAT, Statement, person
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.pen import Pen


def test_the_speaker_before_stands_on_top_of_the_list(live: MeetingDesk) -> None:
    pen = Pen(live)
    chair, other = pen.speaker, person(live.roster()[3].id)
    pen.speak(other)
    assert pen.speakers()[0] == chair
    pen.speak(chair)
    assert pen.speakers()[0] == other
    assert SECRETARIAT in pen.speakers()


def test_up_walks_back_through_what_was_said_and_down_comes_to_a_new_statement(live: MeetingDesk) -> None:
    pen = Pen(live)
    for words in ("หนึ่ง", "สอง"):
        pen.confirm(words)
        pen.go_on()
    assert pen.is_new
    assert pen.neighbour(upwards=True)
    assert pen.text == "สอง"
    assert pen.neighbour(upwards=True)
    assert pen.text == "หนึ่ง"
    assert not pen.neighbour(upwards=True)
    assert pen.neighbour(upwards=False)
    assert pen.neighbour(upwards=False)
    assert pen.is_new
    assert not pen.neighbour(upwards=False)


def test_editing_an_earlier_statement_keeps_its_place_and_raises_its_revision(live: MeetingDesk) -> None:
    pen = Pen(live)
    pen.confirm("หนึ่ง")
    first = pen.statement_id
    pen.go_on()
    pen.confirm("สอง")
    assert pen.edit(first)
    pen.confirm("หนึ่ง แก้แล้ว")
    said = [entry for entry in live.meeting.entries if isinstance(entry, Statement)]
    assert [entry.id == first for entry in said] == [True, False]
    assert said[0].revision == 1


def test_a_prepared_statement_waits_at_its_item_until_it_was_said(live: MeetingDesk) -> None:
    pen = Pen(live)
    (prepared,) = pen.waiting()
    pen.read_out(prepared)
    pen.confirm(prepared.text + "\nและขอเพิ่มอีกเรื่องหนึ่ง")
    pen.go_on()
    assert pen.waiting() == ()


def test_an_item_visited_again_goes_on_with_whoever_spoke_there_last(live: MeetingDesk) -> None:
    pen = Pen(live)
    items = [item.id for _, item in live.stops]
    other = person(live.roster()[3].id)
    pen.go_to(items[1])
    pen.speak(other)
    pen.confirm("ขอแก้ไขหน้า ๒")
    pen.go_to(items[2])
    assert pen.speaker == live.chair()
    pen.go_to(items[1])
    assert pen.speaker == other


def test_an_item_visited_again_does_not_go_on_with_somebody_who_has_left(live: MeetingDesk) -> None:
    pen = Pen(live)
    items = [item.id for _, item in live.stops]
    gone = live.roster()[3]
    pen.go_to(items[1])
    pen.speak(person(gone.id))
    pen.confirm("ขอแก้ไขหน้า ๒")
    pen.go_to(items[2])
    live.people.go(gone.id)
    pen.go_to(items[1])
    assert pen.speaker == live.chair()


def test_a_speaker_has_left_only_while_the_meeting_goes_on(live: MeetingDesk) -> None:
    pen = Pen(live)
    gone = live.roster()[3]
    pen.speak(person(gone.id))
    assert not pen.speaker_left
    live.people.go(gone.id)
    assert pen.speaker_left
    pen.speak(SECRETARIAT)
    assert not pen.speaker_left
    pen.speak(person(gone.id))
    live.gavel.adjourn(live.now().time())
    assert not pen.speaker_left, "the chair's pen puts their words right afterwards"
