"""Data folders to measure with, made of the sample's records through the store's own way of writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

from ita_tui.domain import life
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.oit import Status
from ita_tui.domain.record import SECRETARIAT, Paragraph, Statement, person
from ita_tui.domain.results import YearRecord
from ita_tui.domain.roster import roster_of
from ita_tui.domain.years import BEYear
from ita_tui.secretary.body.sample import Sample, sample, write_sample
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.store.acts import Action
from ita_tui.store.repository import DataFolder
from ita_tui.store.unsaved import TextKey, TypingPlace, UnsavedText
from tests.benchmarks.words import middle, prose

_STAMP = "2024-01-17T09:30:00+07:00"
YEARS = tuple(BEYear(year) for year in range(2563, 2568))
LONG_PROSE = 26_000
"""Bytes of prose that bring the sample's held meeting from 7 printed pages to about 11."""


def archive(folder: Path, meetings: int) -> Path:
    """Write a folder of `meetings` meetings over five years: signed ones like the sample's, one planned."""
    values = sample()
    held = _copies(values.held, meetings - 1)
    _write(folder, values, (*held, values.planned), _years(values))
    return folder


def live(folder: Path, text: str = "") -> Path:
    """Write the sample with 1/2567 going on, `text` unconfirmed in the editor and the cursor in its middle."""
    values = sample()
    meeting = _opened(values)
    _write(folder, values, (values.held, meeting), values.years)
    if text:
        row, column = middle(text)
        item = meeting.agenda[0].id
        place = TypingPlace(item, _id(1), person(meeting.presiding_id), row, column)
        with DataFolder.open(folder) as data:
            assert data.writer is not None
            data.writer.write_unsaved([UnsavedText(TextKey(meeting.head.id, _id(1)), 0, text, place)], [])
    return folder


def two_hours(folder: Path, said: int = 90) -> Path:
    """Write the sample with 1/2567 going on for two hours: `said` statements, each changed once, all items marked."""
    write_sample(folder)
    clock = datetime(2024, 1, 17, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    with Office.open(folder, tools_of(lambda: clock)) as office:
        desk = office.desk(office.head("1/2567").id)
        desk.gavel.open(desk.now(), desk.roster(), presiding_id=desk.roster()[0].id)
        pen = Pen(desk)
        for number, text in enumerate(prose(said * 200, 200).split("\n")[:said]):
            pen.go_to(desk.stops[number % len(desk.stops)][1].id)
            pen.speak(pen.speakers()[number % 5])
            pen.confirm(text)
            pen.confirm(f"{text} แก้แล้ว")
        for entry in desk.oit.follow_up.entries:
            desk.oit.mark(entry.code, Status.DONE)
        pen.go_to(desk.stops[-1][1].id)
        pen.note("", 0, 0)
        office.flush(60)
    return folder


def long_minutes(folder: Path) -> Path:
    """Write the sample, its held meeting long enough for about 11 pages and adjourned, without the planned one."""
    values = sample()
    meeting = values.held
    place, said = meeting.entries[0].item_id, meeting.entries[0].at
    for number, text in enumerate(prose(LONG_PROSE, 500).split("\n")):
        meeting = meeting.with_entry(Statement(_id(number), place, SECRETARIAT, (Paragraph(text),), said))
    _write(folder, values, (meeting,), values.years)
    return folder


def _write(folder: Path, values: Sample, meetings: Sequence[Meeting], years: Sequence[YearRecord]) -> None:
    with DataFolder.open(folder) as data:
        assert data.writer is not None
        data.writer.apply(Action(_id(900_000), "sample", _STAMP, years=tuple(years), body=values.body))
        for at in range(0, len(meetings), 10):
            data.writer.apply(Action(_id(900_001 + at), "sample", _STAMP, meetings=tuple(meetings[at:at + 10])))


def _opened(values: Sample) -> Meeting:
    head = values.planned.head
    roster = roster_of(values.body.committee(head.committee_id))
    chair = min(roster, key=lambda entry: entry.rank)
    at = datetime.combine(head.on, values.planned.planned_time)
    return life.opened(values.planned, at, roster, presiding_id=chair.id)


def _copies(meeting: Meeting, count: int) -> Iterator[Meeting]:
    """Give copies with ids, numbers and days of their own, spread over the years before the last and signed."""
    past = YEARS[:-1]
    for number in range(count):
        year = past[number % len(past)]
        nth = number // len(past) + 1
        on = date(int(year) - 543, 1, 20) + timedelta(days=nth * 3 % 300)
        head = MeetingHead(
            _id(number + 1000), meeting.head.committee_id, nth, year, MeetingState.FINAL, on, seal=_id(number)
        )
        yield replace(
            meeting, head=head,
            entries=tuple(replace(each, id=_id(number * 100 + at + 10_000)) for at, each in enumerate(meeting.entries)),
        )


def _years(values: Sample) -> tuple[YearRecord, ...]:
    """Return results and a follow-up list for each year, the sample's own where it has one."""
    known = {record.year: record for record in values.years}
    results = next(record.results for record in values.years if record.results)
    lists = next(record.follow_ups for record in values.years if record.follow_ups)
    records = []
    for year in YEARS:
        own = known.get(year, YearRecord(year, None))
        records.append(YearRecord(
            year, own.results or replace(results, year=year),
            own.follow_ups or tuple(replace(each, follow_up_year=year) for each in lists),
        ))
    return tuple(records)


def _id(number: int) -> str:
    return UUID(int=number).hex
