"""What happened to a meeting as a whole while it went on, as lines that stand between what was said.

Pauses and a change of the chair print where they happened. Single comings and goings do not: the lists of those who
attended carry them. But minutes must not let a reader believe that a quorum was there when it was not, so the moment
it breaks, or is there again, prints too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ita_tui.documents.attending import Attending
from ita_tui.documents.times import told_time
from ita_tui.documents.wording import Wording, printed
from ita_tui.domain.events import Event, EventKind
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.roster import Quorum, entry_of
from ita_tui.thai.digits import thai_digits


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of minutes and the time it belongs to."""

    at: datetime
    text: str


def happenings(meeting: Meeting, words: Wording, people: Attending) -> list[Happening]:
    """Return what happened between opening and adjourning, in the order of time."""
    found = [*_pauses(meeting, words), *_chairs(meeting, words, people), *_quorums(meeting, words)]
    return sorted(found, key=lambda each: each.at)


def counted(quorum: Quorum) -> dict[str, str]:
    """Return a quorum as the sentences want it."""
    return {"present": thai_digits(str(quorum.present)), "total": thai_digits(str(quorum.total))}


def _pauses(meeting: Meeting, words: Wording) -> Iterator[Happening]:
    keys = {EventKind.PAUSED: "pause", EventKind.RESUMED: "resume"}
    for event in meeting.events:
        if event.kind in keys:
            yield Happening(event.at, words.say(keys[event.kind], time=told_time(meeting, event.at, words)))


def _chairs(meeting: Meeting, words: Wording, people: Attending) -> Iterator[Happening]:
    presided = [meeting.presiding_id]
    for event in _chair_changes(meeting):
        now, before = (people.person(entry_of(meeting.roster, each)) for each in (event.person_id, presided[-1]))
        time = told_time(meeting, event.at, words)
        if event.person_id in presided:
            text = words.say("chair_back", time=time, chair=now)
        else:
            text = words.say("chair_changed", time=time, chair=now, before=before)
        presided.append(event.person_id)
        yield Happening(event.at, text)


def _chair_changes(meeting: Meeting) -> list[Event]:
    changes = (event for event in meeting.events if event.kind is EventKind.CHAIR_CHANGED)
    return sorted(changes, key=lambda event: event.at)


def _quorums(meeting: Meeting, words: Wording) -> Iterator[Happening]:
    reason = printed(meeting.quorum_reason)
    if meeting.opened_at is not None and not meeting.quorum_at(meeting.opened_at).met:
        reason = ""  # the opening sentence gives it
    for at, quorum in _turning_points(meeting):
        numbers = {"time": told_time(meeting, at, words), **counted(quorum)}
        if quorum.met:
            yield Happening(at, words.say("quorum_again", **numbers))
        else:
            yield Happening(at, words.say("quorum_broken", reason=reason, **numbers))
            reason = ""


def _turning_points(meeting: Meeting) -> Iterator[tuple[datetime, Quorum]]:
    """Yield the times at which a meeting that went on lost its quorum or had it again."""
    if meeting.opened_at is None:
        return
    met = meeting.quorum_at(meeting.opened_at).met
    for at in _looks(meeting, meeting.opened_at):
        quorum = meeting.quorum_at(at)
        if quorum.met != met and not _paused(meeting, at):
            met = quorum.met
            yield at, quorum


def _looks(meeting: Meeting, opened: datetime) -> list[datetime]:
    """Return the last time in each minute at which somebody who counts moved, or the meeting went on."""
    moved = [movement.at for entry in meeting.roster if entry.counts for movement in entry.movements]
    resumed = [event.at for event in meeting.events if event.kind is EventKind.RESUMED]
    end = meeting.adjourned_at or datetime.max
    times = sorted(at for at in (*moved, *resumed) if opened < at < end)
    return list({at.replace(second=0, microsecond=0): at for at in times}.values())


def _paused(meeting: Meeting, at: datetime) -> bool:
    pauses = (event for event in meeting.events if event.kind in (EventKind.PAUSED, EventKind.RESUMED))
    before = [event for event in pauses if event.at <= at]
    return bool(before) and before[-1].kind is EventKind.PAUSED
