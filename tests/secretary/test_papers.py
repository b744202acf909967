"""What may be done with the papers of a meeting in each of its states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_tui.documents.facts import MinutesFacts
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.errors import RuleBroken
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.papers import publish
from ita_tui.secretary.papers.acts import PaperAct, acts_of, next_act, next_step

ALWAYS = {PaperAct.MAKE_MINUTES, PaperAct.PRINT_MINUTES, PaperAct.MAKE_OIT, PaperAct.PRINT_OIT}


def more(desk: MeetingDesk, *, may_write: bool = True) -> set[PaperAct]:
    """Return what is offered beyond what always is."""
    offered = set(acts_of(desk, may_write=may_write))
    assert offered >= ALWAYS
    return offered - ALWAYS


def test_each_state_offers_what_the_rules_allow(live: MeetingDesk) -> None:
    assert more(live) == set()
    live.gavel.adjourn(live.now().time())
    assert (more(live), next_act(live, may_write=True)) == ({PaperAct.FOR_SIGNING}, PaperAct.FOR_SIGNING)
    live.gavel.seal(publish.seal_of(live))
    assert more(live) == {PaperAct.FOR_SIGNING, PaperAct.SIGNED}
    assert next_act(live, may_write=True) is PaperAct.SIGNED
    live.people.act_as(live.meeting.roster[1].id, "รักษาราชการแทนนายอำเภอ")
    assert more(live) == {PaperAct.FOR_SIGNING}
    assert "ต้องออกฉบับเพื่อลงนามใหม่" in next_step(live, may_write=True)
    live.gavel.seal(publish.seal_of(live))
    publish.sign(live)
    assert (more(live), next_act(live, may_write=True)) == ({PaperAct.REOPEN}, PaperAct.MAKE_MINUTES)


def test_what_is_not_offered_is_what_would_be_refused(live: MeetingDesk) -> None:
    for refused in (publish.check_may_sign, publish.check_signed, lambda desk: desk.gavel.check_may_reopen()):
        with pytest.raises(RuleBroken):
            refused(live)
    live.gavel.adjourn(live.now().time())
    publish.check_may_sign(live)
    with pytest.raises(RuleBroken):
        publish.check_signed(live)


def test_a_window_that_only_reads_makes_and_prints(live: MeetingDesk) -> None:
    live.gavel.adjourn(live.now().time())
    assert more(live, may_write=False) == set()
    assert "อ่านอย่างเดียว" in next_step(live, may_write=False)


def test_what_comes_next_is_said_in_every_state(desk: MeetingDesk) -> None:
    said = [next_step(desk, may_write=True)]
    desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
    said.append(next_step(desk, may_write=True))
    desk.gavel.adjourn(desk.now().time())
    said.append(next_step(desk, may_write=True))
    desk.gavel.seal(publish.seal_of(desk))
    said.append(next_step(desk, may_write=True))
    publish.sign(desk)
    said.append(next_step(desk, may_write=True))
    assert len(set(said)) == 5


def test_minutes_are_in_the_style_the_office_settled_on(live: MeetingDesk) -> None:
    for style in MinutesStyle:
        live.body = replace(live.body, settings=replace(live.body.settings, minutes=style))
        facts = publish.facts_of(publish.Kind.MINUTES, live)
        assert isinstance(facts, MinutesFacts)
        assert facts.style is style
