"""The sample says what its committee's papers say: figures, seats, statuses, and two meetings that are whole."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from ita_tui.domain import life
from ita_tui.domain.agenda import AgendaKind, EarlierMeeting, numbered
from ita_tui.domain.committee import Role
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Status, standing_of
from ita_tui.domain.oit_changes import settled_in
from ita_tui.domain.record import CommitteeList, OitTable, Paragraph, Points, Statement
from ita_tui.domain.resolutions import Resolution
from ita_tui.domain.roster import quorum_of, roster_of
from ita_tui.domain.years import BEYear
from ita_tui.errors import CannotWrite, RuleBroken
from ita_tui.paths import sample_data
from ita_tui.secretary.body.sample import Sample, sample, write_sample
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.papers import publish

_THEN = datetime.fromisoformat("2024-01-17T09:30:00+07:00")


@pytest.fixture(scope="module")
def values() -> Sample:
    """Return the sample as read from its files."""
    return sample()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Return the sample written as a data folder, opened to read."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    write_sample(folder)
    with Office.open(folder, tools_of(lambda: _THEN), write=False) as opened:
        yield opened


def _held(office: Office) -> Meeting:
    return office.desk(office.head("1/2566").id).meeting


# --- the committee ------------------------------------------------------------------------------------------


def test_seven_people_fill_eight_seats_and_six_of_six_count(values: Sample) -> None:
    (committee,) = values.body.committees
    roster = roster_of(committee)
    assert (len(committee.order.seats), len(roster)) == (8, 7)
    assert [entry.role_label for entry in roster] == [
        "ประธานกรรมการ", "กรรมการ", "กรรมการ", "กรรมการ", "กรรมการ", "กรรมการและเลขานุการ", "ผู้ช่วยเลขานุการ",
    ]
    quorum = quorum_of(roster)
    assert (quorum.present, quorum.total, quorum.needed) == (6, 6, 3)


def test_the_director_of_finance_fills_the_chair_and_a_seat_of_their_own(values: Sample) -> None:
    roster = roster_of(values.body.committees[0])
    assert roster[0].full_position == "ผู้อำนวยการกองคลัง รักษาการแทนปลัดเทศบาล"
    assert roster[0].roles == (Role.CHAIR, Role.MEMBER)


def test_the_order_has_six_lines_four_powers_and_no_day(values: Sample) -> None:
    order = values.body.committees[0].order
    assert (order.number, order.year, order.date) == (155, 2565, None)
    assert [role for _, role in order.lines()] == [
        "ประธานกรรมการ", "กรรมการ", "กรรมการ", "กรรมการ", "กรรมการและเลขานุการ", "ผู้ช่วยเลขานุการ",
    ]
    assert len(order.powers) == 4


# --- figures ------------------------------------------------------------------------------------------------


def test_the_scores_agree_with_the_arithmetic_of_the_assessment(values: Sample) -> None:
    results = values.years[0].results
    assert results is not None
    score = results.scores
    cent = Decimal("0.01")
    assert abs(score["IIT"] - sum((score[str(number)] for number in range(1, 6)), Decimal(0)) / 5) <= cent
    eit = (score["EIT1"] + score["EIT2"]) / 2
    assert abs(eit - sum((score[str(number)] for number in range(6, 9)), Decimal(0)) / 3) <= cent
    overall = score["IIT"] * 30 / 100 + eit * 30 / 100 + score["OIT"] * 40 / 100
    assert abs(score["overall"] - overall) <= cent
    assert (results.level, results.printed("overall")) == ("ผ่านดีเยี่ยม", "99.33")


def test_every_item_of_the_catalogue_has_a_full_score(values: Sample) -> None:
    results = values.years[0].results
    assert results is not None
    assert [results.printed(item.code) for item in values.catalogue.items] == ["100.00"] * 43


def test_the_statuses_are_counted_as_the_papers_count_them(values: Sample) -> None:
    (follow_up,) = values.years[1].follow_ups
    assert standing_of(follow_up.entries).by_status == {
        Status.DONE: 22, Status.DONE_CURRENT: 2, Status.PARTIAL: 1, Status.IN_PROGRESS: 4, Status.WAITING: 2,
        Status.NOT_STARTED: 11, Status.UNSET: 1,
    }


def test_o33_alone_has_no_status_and_prints_as_such(values: Sample) -> None:
    (follow_up,) = values.years[1].follow_ups
    unset = [entry for entry in follow_up.entries if entry.status is Status.UNSET]
    assert [(entry.code, entry.text, entry.history) for entry in unset] == [("o33", "ยังไม่มีรายงานสถานะ", ())]


def test_o17_keeps_the_wording_it_was_printed_with(values: Sample) -> None:
    (follow_up,) = values.years[1].follow_ups
    assert (follow_up.entry("o17").status, follow_up.entry("o17").text) == (Status.IN_PROGRESS, "กำลังดำเนินการ")


def test_every_status_was_settled_in_the_first_meeting(values: Sample) -> None:
    (follow_up,) = values.years[1].follow_ups
    settled = [entry for entry in follow_up.entries if entry.status is not Status.UNSET]
    assert all(settled_in(entry, values.held.head.id) for entry in settled)
    assert all(len(entry.history) == 1 for entry in settled)


def test_what_is_open_has_a_division_and_a_time(values: Sample) -> None:
    (follow_up,) = values.years[1].follow_ups
    for entry in follow_up.entries:
        assert values.body.division_name(entry.division_id)
        assert bool(entry.due) == (not entry.status.complete)


def test_item_names_in_the_table_are_those_of_the_catalogue(values: Sample) -> None:
    with (sample_data() / "oit" / "2567.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["code"], row["name"], row["group"]) for row in csv.DictReader(file)]
    assert rows == [(item.code, item.name, item.group) for item in values.catalogue.items]


# --- the meetings -------------------------------------------------------------------------------------------


def test_the_first_meeting_was_held_and_signed(office: Office) -> None:
    meeting = _held(office)
    assert (meeting.head.number_text, meeting.head.on) == ("1/2566", date(2023, 10, 31))
    assert meeting.opened_at == datetime(2023, 10, 31, 9, 30)
    assert meeting.adjourned_at == datetime(2023, 10, 31, 11, 30)
    assert meeting.state is MeetingState.FINAL
    assert [item.kind for number, item in numbered(meeting.agenda) if "." not in number] == [
        AgendaKind.CHAIR_INFORMS, AgendaKind.APPROVE_MINUTES, AgendaKind.FOR_INFORMATION,
        AgendaKind.FOR_CONSIDERATION, AgendaKind.OTHER,
    ]


def test_its_seal_is_of_what_its_minutes_say(office: Office) -> None:
    desk = office.desk(office.head("1/2566").id)
    assert desk.meeting.head.seal == publish.seal_of(desk)
    first = desk.meeting.entries[0]
    assert isinstance(first, Statement)
    desk.meeting = replace(desk.meeting, entries=(replace(first, blocks=(Paragraph("ข้อความอื่น"),)),))
    assert desk.meeting.head.seal != publish.seal_of(desk)


def test_all_43_rows_froze_with_it(values: Sample) -> None:
    assert [row.code for row in values.held.oit_rows] == [item.code for item in values.catalogue.items]
    assert {row.score for row in values.held.oit_rows} == {"100.00"}


def test_everything_in_it_was_said_between_opening_and_adjourning(values: Sample) -> None:
    times = [entry.at for entry in values.held.entries]
    assert times == sorted(times)
    assert values.held.opened_at is not None
    assert values.held.adjourned_at is not None
    assert values.held.opened_at <= times[0] <= times[-1] <= values.held.adjourned_at
    known = {item.id for item in values.held.agenda}
    assert {entry.item_id for entry in values.held.entries} <= known


def test_the_order_was_read_out_as_it_stands(values: Sample) -> None:
    order = values.body.committees[0].order
    blocks = [block for entry in values.held.entries if isinstance(entry, Statement) for block in entry.blocks]
    assert CommitteeList(order.lines()) in blocks
    assert Points(order.powers) in blocks
    assert OitTable(BEYear(2567), BEYear(2566)) in blocks


def test_the_figures_told_are_the_figures_stored(values: Sample) -> None:
    (follow_up,) = values.years[1].follow_ups
    standing = standing_of(follow_up.entries)
    still_open = standing.total - standing.complete - standing.by_status[Status.UNSET]
    told = (sample_data() / "meetings" / "1-2566.json").read_text(encoding="utf-8")
    told = told.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    assert f"แล้วมี {standing.complete} ข้อ ยังค้างอยู่ {still_open} ข้อ" in told
    results = values.years[0].results
    assert results is not None
    for code in ("overall", "IIT", "EIT1", "EIT2", *map(str, range(1, 11))):
        assert results.printed(code) in told


def test_all_of_the_room_resolved_and_work_was_given(values: Sample) -> None:
    resolutions = [entry for entry in values.held.entries if isinstance(entry, Resolution)]
    assert all(len(resolution.present) == 7 for resolution in resolutions)
    assert [given.who for given in resolutions[-1].assignments] == ["ทุกส่วนราชการ", "กองคลัง", "สำนักปลัด"]
    assert AgendaKind.FOR_CONSIDERATION not in {item.kind for item in values.held.undecided()}


def test_the_next_meeting_is_ready_to_open(values: Sample) -> None:
    meeting = values.planned
    assert (meeting.head.on, meeting.planned_time) == (date(2024, 1, 17), time(9, 30))
    assert meeting.head.on.strftime("%w") == "3"
    assert meeting.place == values.held.place
    assert [(number, item.title) for number, item in numbered(meeting.agenda)] == [
        ("1", "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"), ("2", "เรื่องรับรองรายงานการประชุม"),
        ("3", "งานที่มอบหมายจากการประชุมครั้งก่อน"), ("4", "เรื่องเสนอให้ที่ประชุมพิจารณา"),
        ("4.1", "ติดตามผลการดำเนินงาน OIT ปี ๒๕๖๗"), ("4.2", "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"),
        ("5", "เรื่องอื่น ๆ"),
    ]
    assert meeting.agenda[1].approves == EarlierMeeting(1, BEYear(2566), date(2023, 10, 31))
    numbers = {item.id: number for number, item in numbered(meeting.agenda)}
    assert [numbers[each.item_id] for each in meeting.prepared] == ["1", "4.1"]
    opened = life.opened(meeting,
        datetime(2024, 1, 17, 9, 30), roster_of(values.body.committees[0]),
        presiding_id=values.body.committees[0].order.seats[0].person_id,
    )
    assert opened.state is MeetingState.LIVE


# --- writing it ---------------------------------------------------------------------------------------------


def test_what_is_written_is_what_the_files_say(office: Office, values: Sample) -> None:
    assert office.body == values.body
    assert office.desk(office.head("1/2567").id).meeting == values.planned
    assert tuple(office.year(record.year) for record in values.years) == values.years


def test_two_samples_hold_the_same_facts(office: Office, tmp_path: Path) -> None:
    write_sample(tmp_path / "data")
    with Office.open(tmp_path / "data", tools_of(lambda: _THEN), write=False) as other:
        assert other.heads() == office.heads()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("ของเดิม", encoding="utf-8")
    with pytest.raises(RuleBroken):
        write_sample(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]
    with pytest.raises(RuleBroken):
        write_sample(tmp_path / "note.txt")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite):
        write_sample(tmp_path / "file" / "data")


def test_ids_are_fixed_and_of_the_usual_form() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sample_data().rglob("*.json"))
    ids = re.findall(r'"id": "([^"]+)"', text)
    of_people = {person.id for person in sample().body.committees[0].people}
    assert len(set(ids)) > 30
    # A line of the roster has its person's id; nothing else shares one.
    assert {each for each in ids if ids.count(each) > 1} == of_people
    assert all(re.fullmatch(r"[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}", each) for each in ids)
