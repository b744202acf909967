"""The sample: one body, its committee, a signed meeting and a planned one, read from plain files that came along.

What a program works out is worked out here too and not stored in those files: the statuses' history, the rows that
froze when the first meeting adjourned, the seal of its minutes, and that they were signed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import orjson

from ita_tui.domain.body import Body
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.oit import Catalogue, FollowUp, FollowUpEntry, OitRow, Status, follow_up_of, rows_of
from ita_tui.domain.results import Results, YearRecord
from ita_tui.errors import CannotWrite, NotFound, RuleBroken
from ita_tui.exchange.oit import OitLine, read_oit
from ita_tui.exchange.results import read_results
from ita_tui.paths import sample_data
from ita_tui.secretary.keeping.changes import Tools
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.papers import publish
from ita_tui.store.acts import Action
from ita_tui.store.records import decode
from ita_tui.store.repository import DataFolder, shipped_catalogue

T = TypeVar("T")

_THAILAND = timezone(timedelta(hours=7))
_SIGNED_AFTER = timedelta(hours=3, minutes=40)
"""How long after adjourning the chair signs."""


@dataclass(frozen=True, slots=True)
class Sample:
    """All that a sample data folder holds."""

    body: Body
    catalogue: Catalogue
    held: Meeting
    """Meeting 1/2566, adjourned; `write_sample` has its minutes sealed and signed."""
    planned: Meeting
    """Meeting 1/2567."""
    years: tuple[YearRecord, ...]


def sample() -> Sample:
    """Return the sample as it came with the program; raise Damaged where a file of it was changed by hand."""
    body = _record("body.json", Body)
    held, planned = _record("meetings/1-2566.json", Meeting), _record("meetings/1-2567.json", Meeting)
    if held.oit is None:
        raise NotFound("ข้อมูลตัวอย่างไม่ครบ", "ติดตั้งโปรแกรมใหม่")
    results = read_results(sample_data() / "results" / f"{held.oit.score_year}.csv").years()
    lines = read_oit(sample_data() / "oit" / f"{held.oit.follow_up_year}.csv").lines
    catalogue = shipped_catalogue(held.oit.catalogue_year)
    follow_up = _settled(follow_up_of(catalogue, held.oit.follow_up_year), lines, body, held)
    held = replace(held, oit_rows=_rows(catalogue, follow_up, results[0], body))
    years = (YearRecord(results[0].year, results[0]), YearRecord(follow_up.follow_up_year, None, (follow_up,)))
    return Sample(body, catalogue, held, planned, years)


def write_sample(folder: Path) -> None:
    """Write the sample as a data folder; raise RuleBroken where something lies there already, or CannotWrite."""
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise CannotWrite(f"เปิดโฟลเดอร์ “{folder}” ไม่ได้", "ตรวจสิทธิ์ของโฟลเดอร์ หรือเลือกที่อื่น") from error
    if taken:
        raise RuleBroken(f"“{folder}” มีข้อมูลอยู่แล้ว", "ระบุโฟลเดอร์ใหม่ที่ยังไม่มี หรือโฟลเดอร์ว่าง")
    values = sample()
    tools = _tools(_adjourned(values.held) + _SIGNED_AFTER)
    with DataFolder.open(folder) as data:
        if data.writer is None:
            raise CannotWrite(f"เขียนโฟลเดอร์ “{folder}” ไม่ได้", "เลือกที่อื่น")
        data.writer.apply(
            Action(
                tools.new_id(), "sample", tools.stamp(),
                meetings=(values.held, values.planned), years=values.years, body=values.body,
            )
        )
    with Office.open(folder, tools) as office:
        desk = office.desk(values.held.head.id)
        desk.gavel.seal(publish.seal_of(desk))
        publish.sign(desk)
        office.flush()


def _tools(moment: datetime) -> Tools:
    """Return tools whose clock stands still at the day of the sample."""
    return tools_of(lambda: moment)


def _record(name: str, kind: type[T]) -> T:
    path = sample_data() / name
    return decode(orjson.loads(path.read_bytes()), kind, path)


def _settled(follow_up: FollowUp, lines: Iterable[OitLine], body: Body, meeting: Meeting) -> FollowUp:
    """Return the list as that meeting settled it, the wordings as the table has them."""
    divisions = {name: division_id for division_id, name in body.division_names().items()}
    at = _adjourned(meeting).isoformat(timespec="seconds")
    for line in lines:
        entry = FollowUpEntry(
            line.code, division_id=divisions[line.responsible], due=line.due,
            note=line.note, evidence=line.evidence,
        )
        follow_up = follow_up.with_entry(entry)
        if line.status is not Status.UNSET:
            follow_up = follow_up.settled(
                line.code, line.status, at=at, meeting_id=meeting.head.id, wording=line.wording
            )
    return follow_up


def _adjourned(meeting: Meeting) -> datetime:
    if meeting.adjourned_at is None:
        raise NotFound("ข้อมูลตัวอย่างไม่ครบ", "ติดตั้งโปรแกรมใหม่")
    return meeting.adjourned_at.replace(tzinfo=_THAILAND)


def _rows(catalogue: Catalogue, follow_up: FollowUp, results: Results, body: Body) -> tuple[OitRow, ...]:
    scores = {item.code: results.printed(item.code) for item in catalogue.items}
    return rows_of(catalogue, follow_up, scores=scores, divisions=body.division_names())
