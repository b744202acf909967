"""A few answers make a data folder that a meeting can be held in; nothing that lies somewhere is written over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.body import BodyKind
from ita_tui.domain.committee import Role
from ita_tui.domain.roster import quorum_of, roster_of
from ita_tui.domain.seating import missing_in
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, RuleBroken
from ita_tui.secretary.body.setup import Answers, found, new_body, proposed_folder, read_answers
from ita_tui.secretary.keeping.office import Office, tools_of
from tests.secretary.conftest import Clock

EVIL = ["[@click=app.quit]x[/]", "=1+1", "../../x", "{{7*7}}", '#eval("1")', "<script>", "ก" * 300, "a\x1b[31mb", "CON"]


def _ids() -> Iterator[str]:
    return (f"n{number}" for number in count())


@pytest.mark.parametrize("kind", BodyKind)
def test_every_kind_of_body_is_offered_a_committee_that_can_meet(kind: BodyKind) -> None:
    ids = _ids()
    body = new_body(read_answers(kind, "ทุ่งตะวัน", "", ""), BEYear(2569), lambda: next(ids))
    (committee,) = body.committees
    roster = roster_of(committee)
    assert quorum_of(roster).met
    assert roster[0].roles == (Role.CHAIR,)
    assert missing_in(committee.order) == ("เลขที่คำสั่งแต่งตั้ง",)
    assert len({person.position for person in committee.people}) == len(committee.people)
    lines = [text for text, _ in committee.order.lines()]
    assert "หัวหน้าส่วนราชการทุกส่วน" in lines
    assert committee.name.endswith(body.name)


def test_the_head_of_the_office_sits_once_as_secretary() -> None:
    ids = _ids()
    body = new_body(read_answers(BodyKind.TOWN_MUNICIPALITY, "ทุ่งตะวัน", "", ""), BEYear(2569), lambda: next(ids))
    posts = [seat.post for seat in body.committees[0].order.seats]
    assert posts.count("หัวหน้าสำนักปลัดเทศบาล") == 1
    assert posts.count("ผู้อำนวยการกองคลัง") == 1


def test_a_folder_that_was_begun_opens_as_an_office(tmp_path: Path, clock: Clock) -> None:
    answers = read_answers(BodyKind.SUBDISTRICT_ORGANISATION, "อบต.ทุ่งตะวัน", "อ.เมืองใหม่", "จ.อ่างทอง")
    found(answers, tmp_path / "x", tools_of(clock))
    with Office.open(tmp_path / "x", tools_of(clock)) as office:
        assert office.body.name == "องค์การบริหารส่วนตำบลทุ่งตะวัน"
        assert (office.body.district, office.body.province) == ("เมืองใหม่", "อ่างทอง")
        assert office.body.committees[0].order.year == 2567
        assert office.heads() == ()


@pytest.mark.parametrize("there", ["body.json", "รายงาน.docx"])
def test_a_folder_that_holds_anything_is_left_as_it_is(tmp_path: Path, clock: Clock, there: str) -> None:
    (tmp_path / there).write_text("x", encoding="utf-8")
    with pytest.raises(RuleBroken):
        found(Answers(BodyKind.SUBDISTRICT_ORGANISATION, "องค์การบริหารส่วนตำบลทุ่งตะวัน"), tmp_path, tools_of(clock))
    assert [path.name for path in tmp_path.iterdir()] == [there]


def test_a_name_is_needed_and_no_more(tmp_path: Path) -> None:
    with pytest.raises(BadText):
        read_answers(BodyKind.SUBDISTRICT_ORGANISATION, "อบต.", "", "")
    with pytest.raises(BadText):
        read_answers(BodyKind.SUBDISTRICT_ORGANISATION, "ทุ่งตะวัน", "ก" * 2000, "")
    assert read_answers(BodyKind.SUBDISTRICT_ORGANISATION, "ทุ่งตะวัน", "", "").province == ""


@pytest.mark.parametrize("name", EVIL)
def test_a_hostile_name_makes_one_folder_where_folders_are_proposed(tmp_path: Path, clock: Clock, name: str) -> None:
    answers = read_answers(BodyKind.SUBDISTRICT_ORGANISATION, name, name, name)
    folder = proposed_folder(tmp_path, answers.name)
    assert folder.parent == tmp_path
    found(answers, folder, tools_of(clock))
    with Office.open(folder, tools_of(clock)) as office:
        assert office.body.name == answers.name


@given(st.text(max_size=300))
def test_a_proposed_folder_is_always_one_plain_name(name: str) -> None:
    folder = proposed_folder(Path("/เอกสาร"), name)
    assert folder.parent == Path("/เอกสาร")
    assert folder.name not in ("", ".", "..")
    assert len(folder.name.encode()) <= 255
    assert not set('\\/:*?"<>|\n\x00') & set(folder.name)
