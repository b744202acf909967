"""The minutes of a meeting as blocks: headings, order and words of form 11 of the regulation on saraban work.

Every heading stands in every state of a meeting; what is not known yet prints as dots.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from ita_tui.documents import blocks as b
from ita_tui.documents.attending import Attending
from ita_tui.documents.facts import MinutesFacts
from ita_tui.documents.happenings import counted, happenings
from ita_tui.documents.oit_table import table_in_minutes
from ita_tui.documents.resolved import resolved
from ita_tui.documents.times import told_time
from ita_tui.documents.wording import Wording, printed, wording
from ita_tui.domain.agenda import AgendaItem, numbered
from ita_tui.domain.minutes_style import MinutesStyle
from ita_tui.domain.record import (
    Block,
    CommitteeList,
    Entry,
    OitTable,
    Paragraph,
    Points,
    ResultsAccount,
    Speaker,
    SpeakerKind,
)
from ita_tui.domain.resolutions import Resolution
from ita_tui.domain.roster import entry_of
from ita_tui.thai.dates import clock, full_date
from ita_tui.thai.digits import thai_digits


def minutes_paper(facts: MinutesFacts, *, draft: bool) -> b.Paper:
    """Return the minutes; a draft carries its mark on every page."""
    return _Minutes(facts).paper(draft=draft)


class _Minutes:
    """One making of minutes: the facts and the wording they are put into."""

    def __init__(self, facts: MinutesFacts) -> None:
        self._facts = facts
        self._meeting = facts.meeting
        self._words: Wording = wording("minutes")
        self._unknown = self._words.say("unknown")
        self._people = Attending(facts.meeting, self._words)
        self._ahead = happenings(facts.meeting, self._words, self._people)

    def paper(self, *, draft: bool) -> b.Paper:
        """Return the whole paper."""
        head = self._meeting.head
        named = {"committee": printed(self._facts.committee_name), "number": thai_digits(head.number_text)}
        title = self._words.say_lines(
            "title", date=full_date(head.on), time=clock(self._meeting.planned_time),
            place=printed(self._meeting.place) or self._unknown, **named,
        )  # fmt: skip
        parts = (*self._people.lists(), *self._opening(), *self._agenda(), *self._closing())
        return b.Paper(
            self._words.say("file_title", **named), (b.Title(title), *parts),
            self._words.say("draft") if draft else "", one_column=self._facts.style is MinutesStyle.ONE_COLUMN,
        )  # fmt: skip

    # --- opening ----------------------------------------------------------------------------------------

    def _opening(self) -> Iterator[b.Block]:
        opened = self._meeting.opened_at
        yield b.Heading(self._words.say("start", time=self._time(opened)))
        if opened is None:
            short = self._words.say("unknown_short")
            yield b.Paragraph(self._words.say("opening", present=short, total=short, chair=self._unknown))
            return
        quorum = self._meeting.quorum_at(opened)
        chair = self._people.person(entry_of(self._meeting.roster, self._meeting.presiding_id))
        if quorum.met:
            yield b.Paragraph(self._words.say("opening", chair=chair, **counted(quorum)))
        else:
            reason = printed(self._meeting.quorum_reason)
            said = self._words.say("opening_without_quorum", chair=chair, reason=reason, **counted(quorum))
            yield b.Paragraph(said)

    def _time(self, at: datetime | None) -> str:
        return told_time(self._meeting, at, self._words) if at else self._unknown

    # --- agenda -----------------------------------------------------------------------------------------

    def _agenda(self) -> Iterator[b.Block]:
        rows = numbered(self._meeting.agenda)
        parents = {item.parent_id for _, item in rows}
        for number, item in rows:
            label = self._words.say("item", number=thai_digits(number))
            yield b.AgendaHeading(label, self._item_title(item), is_sub_item=bool(item.parent_id))
            said = tuple(self._said(self._meeting.entries_of(item.id)))
            yield from said
            if not any(isinstance(block, b.Say | b.Resolution) for block in said) and item.id not in parents:
                yield b.Say("", "", (self._people.none(),))

    def _item_title(self, item: AgendaItem) -> str:
        title = printed(item.title)
        earlier = item.approves
        if earlier is None:
            return title
        number = thai_digits(f"{earlier.number}/{earlier.year}")
        if number in title:
            return title
        return self._words.say("approves", title=title, number=number, date=full_date(earlier.held_on))

    def _said(self, entries: Iterable[Entry]) -> Iterator[b.Block]:
        """Yield what was said and resolved, with what happened in between; a speaker who goes on is named once."""
        before: tuple[object, b.Say | b.Resolution] | None = None
        for entry in entries:
            happened = tuple(self._happened_by(entry.at))
            turn = self._turn(entry)
            key = entry.id if isinstance(entry, Resolution) else (entry.speaker, *_label(turn))
            if before is not None and (happened or key != before[0]):
                yield before[1]
                before = None
            yield from happened
            if turn.inner:
                before = key, turn if before is None else replace(turn, inner=(*before[1].inner, *turn.inner))
        if before is not None:
            yield before[1]

    def _turn(self, entry: Entry) -> b.Say | b.Resolution:
        if isinstance(entry, Resolution):
            inner = resolved(entry, self._words, lambda id_: self._people.person(entry_of(self._meeting.roster, id_)))
            return b.Resolution(self._words.say("resolution"), inner)
        inner = tuple(self._inner(block) for block in entry.blocks if not _is_empty(block))
        if entry.speaker.kind is SpeakerKind.ROOM:
            return b.Resolution(self._words.say("room"), tuple(map(_unindented, inner)))
        return b.Say(*self._speaker(entry.speaker, entry.at), inner)

    def _happened_by(self, at: datetime | None) -> Iterator[b.Paragraph]:
        """Yield what happened by a time and was not told yet; all of it where no time is given."""
        while self._ahead and (at is None or self._ahead[0].at <= at):
            yield b.Paragraph(self._ahead.pop(0).text)

    def _speaker(self, speaker: Speaker, at: datetime) -> tuple[str, str]:
        if speaker.kind is SpeakerKind.SECRETARIAT:
            return self._words.say("secretariat"), ""
        entry = entry_of(self._meeting.roster, speaker.person_id)
        return self._people.speaker(entry, presides=entry.id == self._meeting.presided_at(at))

    def _inner(self, block: Block) -> b.Inner:
        match block:
            case Paragraph(text):
                return b.Paragraph(printed(text))
            case Points(items, first):
                return _points(map(printed, items), first)
            case CommitteeList(lines):
                return b.Listing(tuple(_list_row(at, *map(printed, line)) for at, line in enumerate(lines, start=1)))
            case ResultsAccount(year, rows):
                return self._results(thai_digits(str(year)), rows)
            case OitTable():
                return self._oit_table()

    def _oit_table(self) -> b.Inner:
        if self._meeting.oit is None:
            return self._people.none()
        return table_in_minutes(self._meeting.oit, self._facts.groups, self._facts.oit_rows)

    def _results(self, year: str, rows: tuple[tuple[str, str], ...]) -> b.Table:
        head = self._words.say_lines("results_head", year=year)
        made = tuple(b.Row((printed(what), thai_digits(score))) for what, score in rows)
        return b.Table((b.Column(75), b.Column(25, b.Align.CENTRE)), head, made)

    # --- closing ----------------------------------------------------------------------------------------

    def _closing(self) -> Iterator[b.Block]:
        yield from self._happened_by(None)
        yield b.Heading(self._words.say("end", time=self._time(self._meeting.adjourned_at)))
        yield b.Signatures(
            (
                self._signature("recorder", self._meeting.recorder_id),
                self._signature("reviewer", self._meeting.reviewer_id),
            )
        )

    def _signature(self, signed_as: str, person_id: str) -> b.Signature:
        name = position = ""
        if person_id and self._meeting.roster:
            name, position = self._people.signed_by(entry_of(self._meeting.roster, person_id))
        shown = self._words.say("signed_name", name=name) if name else self._words.say("unsigned_name")
        return b.Signature(self._words.say("sign"), self._words.say(signed_as), shown, position or self._unknown)


def _label(turn: b.Say | b.Resolution) -> tuple[str, ...]:
    return (turn.speaker, turn.role) if isinstance(turn, b.Say) else (turn.label,)


def _unindented(inner: b.Inner) -> b.Inner:
    return replace(inner, indent=b.Indent.NONE) if isinstance(inner, b.Paragraph) else inner


def _is_empty(block: Block) -> bool:
    """Tell whether nothing of a paragraph prints: it only held the mark of words to be finished."""
    return isinstance(block, Paragraph) and not printed(block.text).strip()


def _list_row(number: int, left: str, right: str) -> b.ListRow:
    return b.ListRow(thai_digits(f"{number}."), left, right)


def _points(texts: Iterable[str], first: int) -> b.Points:
    return b.Points(
        tuple(b.Point(thai_digits(f"{number}."), text) for number, text in enumerate(texts, start=first))
    )
