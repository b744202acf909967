"""The minutes of a meeting as blocks: headings, order and words of form 11 of the regulation on saraban work.

Every heading stands in every state of a meeting; what is not known yet prints as dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from ita_tui.documents import blocks as b
from ita_tui.documents.facts import MinutesFacts
from ita_tui.documents.oit_table import table_in_minutes
from ita_tui.documents.wording import Wording, wording
from ita_tui.domain.agenda import AgendaItem, numbered
from ita_tui.domain.committee import Role
from ita_tui.domain.meeting import EventKind, Meeting, MeetingState
from ita_tui.domain.record import (
    Block,
    CommitteeList,
    Entry,
    OitTable,
    Paragraph,
    Points,
    Resolution,
    ResultsAccount,
    Speaker,
    SpeakerKind,
    Statement,
    turns,
)
from ita_tui.domain.roster import RosterEntry, entry_of
from ita_tui.thai.dates import clock, full_date
from ita_tui.thai.digits import thai_digits, thai_digits_in_text


def minutes_paper(facts: MinutesFacts, *, draft: bool) -> b.Paper:
    """Return the minutes; a draft carries its mark on every page."""
    return _Minutes(facts).paper(draft=draft)


_FOLLOW_MARK = re.compile(r"\s*\[ตามต่อ\]")


class _Minutes:
    """One making of minutes: the facts and the wording they are put into."""

    def __init__(self, facts: MinutesFacts) -> None:
        self._facts = facts
        self._meeting = facts.meeting
        self._words: Wording = wording("minutes")
        self._unknown = self._words.say("unknown")
        self._pauses = _pauses(facts.meeting)

    def paper(self, *, draft: bool) -> b.Paper:
        """Return the whole paper."""
        head = self._meeting.head
        named = {"committee": self._facts.committee_name, "number": thai_digits(head.number_text)}
        title = self._words.say_lines(
            "title", date=full_date(head.on), time=clock(self._meeting.planned_time),
            place=self._text(self._meeting.place) or self._unknown, **named,
        )  # fmt: skip
        parts = (*self._attendance(), *self._opening(), *self._agenda(), *self._closing())
        return b.Paper(
            self._words.say("file_title", **named), (b.Title(title), *parts),
            self._words.say("draft") if draft else "",
        )  # fmt: skip

    # --- who came ---------------------------------------------------------------------------------------

    def _attendance(self) -> Iterator[b.Block]:
        roster = self._meeting.roster
        yield b.Heading(self._words.say("present"))
        yield self._people(entry for entry in roster if entry.present)
        yield b.Heading(self._words.say("absent"))
        yield self._people(entry for entry in roster if not entry.present)
        yield b.Heading(self._words.say("guests"))
        yield self._people(())

    def _people(self, entries: Iterable[RosterEntry]) -> b.Block:
        rows = [(self._person(entry), self._role_in_list(entry)) for entry in entries]
        if not rows:
            return self._none()
        return b.Listing(tuple(_list_row(number, *row) for number, row in enumerate(rows, start=1)))

    def _none(self) -> b.Paragraph:
        """Return what stands where there is nothing, or dots as long as that is not known."""
        unopened = self._meeting.state is MeetingState.PLANNED
        return b.Paragraph(self._unknown if unopened else self._words.say("none"))

    def _person(self, entry: RosterEntry) -> str:
        return self._words.say(
            "person", name=self._text(entry.name), position=self._text(entry.full_position)
        )

    def _role_in_list(self, entry: RosterEntry) -> str:
        if entry.present or not entry.reason:
            return entry.role_label
        return self._words.say("absent_because", role=entry.role_label, reason=self._text(entry.reason))

    # --- opening ----------------------------------------------------------------------------------------

    def _opening(self) -> Iterator[b.Block]:
        yield b.Heading(self._words.say("start", time=self._time(self._meeting.opened_at)))
        short = self._words.say("unknown_short")
        if self._meeting.opened_at is None:
            yield b.Paragraph(self._words.say("opening", present=short, total=short, chair=self._unknown))
            return
        quorum = self._meeting.quorum
        counted = {"present": thai_digits(str(quorum.present)), "total": thai_digits(str(quorum.total))}
        chair = self._person(entry_of(self._meeting.roster, self._meeting.presiding_id))
        if self._meeting.quorum_reason:
            reason = self._text(self._meeting.quorum_reason)
            yield b.Paragraph(self._words.say("opening_without_quorum", chair=chair, reason=reason, **counted))
        else:
            yield b.Paragraph(self._words.say("opening", chair=chair, **counted))

    def _time(self, at: datetime | None) -> str:
        return clock(at.time()) if at else self._unknown

    # --- agenda -----------------------------------------------------------------------------------------

    def _agenda(self) -> Iterator[b.Block]:
        rows = numbered(self._meeting.agenda)
        parents = {item.parent_id for _, item in rows}
        for number, item in rows:
            label = self._words.say("item", number=thai_digits(number))
            yield b.AgendaHeading(label, self._item_title(item), is_sub_item=bool(item.parent_id))
            entries = self._meeting.entries_of(item.id)
            for turn in turns(entries):
                yield from self._turn(turn)
            if not entries and item.id not in parents:
                yield b.Say("", "", (self._none(),))

    def _item_title(self, item: AgendaItem) -> str:
        title = self._text(item.title)
        earlier = item.approves
        if earlier is None:
            return title
        number = thai_digits(f"{earlier.number}/{earlier.year}")
        if number in title:
            return title
        return self._words.say("approves", title=title, number=number, date=full_date(earlier.held_on))

    def _turn(self, turn: list[Entry]) -> Iterator[b.Block]:
        yield from self._pauses_before(turn[0].at)
        first = turn[0]
        if isinstance(first, Resolution):
            yield b.Resolution(self._words.say("resolution"), self._resolved(first))
            return
        inner = tuple(
            self._inner(block) for entry in turn if isinstance(entry, Statement) for block in entry.blocks
        )
        if first.speaker.kind is SpeakerKind.ROOM:
            yield b.Resolution(self._words.say("room"), inner)
        else:
            yield b.Say(*self._speaker(first.speaker), inner)

    def _pauses_before(self, at: datetime | None) -> Iterator[b.Block]:
        while self._pauses and (at is None or self._pauses[0][1] <= at):
            key, when = self._pauses.pop(0)
            yield b.Paragraph(self._words.say(key, time=clock(when.time())))

    def _speaker(self, speaker: Speaker) -> tuple[str, str]:
        if speaker.kind is SpeakerKind.SECRETARIAT:
            return self._words.say("secretariat"), ""
        entry = entry_of(self._meeting.roster, speaker.person_id)
        presides = entry.id == self._meeting.presiding_id and Role.CHAIR not in entry.roles
        return self._text(entry.title), self._words.say("presiding") if presides else entry.role_label

    def _inner(self, block: Block) -> b.Inner:
        match block:
            case Paragraph(text):
                return b.Paragraph(self._text(text))
            case Points(items, first):
                return _points(map(self._text, items), first)
            case CommitteeList(lines):
                return b.Listing(tuple(_list_row(at, *map(self._text, line)) for at, line in enumerate(lines, start=1)))
            case ResultsAccount(year, rows):
                return self._results(thai_digits(str(year)), rows)
            case OitTable():
                return self._oit_table()

    def _oit_table(self) -> b.Inner:
        if self._meeting.oit is None:
            return self._none()
        return table_in_minutes(self._meeting.oit, self._facts.groups, self._facts.oit_rows)

    def _results(self, year: str, rows: tuple[tuple[str, str], ...]) -> b.Table:
        head = self._words.say_lines("results_head", year=year)
        made = tuple(b.Row((self._text(what), thai_digits(score))) for what, score in rows)
        return b.Table((b.Column(75), b.Column(25, b.Align.CENTRE)), head, made)

    def _resolved(self, resolution: Resolution) -> tuple[b.Inner, ...]:
        text = b.Paragraph(self._text(resolution.text), b.Indent.NONE)
        given = [
            self._words.say(
                "assignment", who=self._text(each.who), what=self._text(each.what), due=self._text(each.due)
            )
            for each in resolution.assignments
        ]
        if len(given) > 1:
            return text, _points(given, 1)
        return (text, *(b.Paragraph(each, b.Indent.NONE) for each in given))

    # --- closing ----------------------------------------------------------------------------------------

    def _closing(self) -> Iterator[b.Block]:
        yield from self._pauses_before(None)
        yield b.Heading(self._words.say("end", time=self._time(self._meeting.adjourned_at)))
        yield b.Signatures(
            (
                self._signature("recorder", self._meeting.recorder_id),
                self._signature("reviewer", self._meeting.reviewer_id),
            )
        )

    def _signature(self, signed_as: str, person_id: str) -> b.Signature:
        name = self._words.say("unsigned_name")
        position = self._unknown
        if person_id and self._meeting.roster:
            entry = entry_of(self._meeting.roster, person_id)
            position = self._text(entry.full_position)
            if entry.name:
                name = self._words.say("signed_name", name=self._text(entry.name))
        return b.Signature(self._words.say("sign"), self._words.say(signed_as), name, position)

    def _text(self, text: str) -> str:
        """Return a text as papers print it: Thai digits, and no marks that are for the screen only."""
        return thai_digits_in_text(_FOLLOW_MARK.sub("", text))


def _list_row(number: int, left: str, right: str) -> b.ListRow:
    return b.ListRow(thai_digits(f"{number}."), left, right)


def _points(texts: Iterable[str], first: int) -> b.Points:
    return b.Points(
        tuple(b.Point(thai_digits(f"{number}."), text) for number, text in enumerate(texts, start=first))
    )


def _pauses(meeting: Meeting) -> list[tuple[str, datetime]]:
    keys = {EventKind.PAUSED: "pause", EventKind.RESUMED: "resume"}
    return [(keys[event.kind], event.at) for event in meeting.events if event.kind in keys]
