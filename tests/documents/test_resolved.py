"""Resolutions on paper: votes, dissent with reasons, and work given to several."""

from __future__ import annotations

import pytest

from ita_tui.documents import blocks as b
from ita_tui.documents.formats.plain import plain
from ita_tui.documents.resolved import resolved
from ita_tui.documents.wording import wording
from ita_tui.domain.resolutions import Assignment, CastingVote, Dissent, Resolution, ResolutionKind, Votes
from tests.documents.papers import at

FINANCE = Assignment("w1", "กองคลัง", "ส่งสรุปรายเดือน", "31 มกราคม 2567")
ALL = Assignment("w2", "ทุกส่วนราชการ", "ตรวจข้อมูลบนเว็บไซต์")


def lines_of(
    kind: ResolutionKind = ResolutionKind.AGREED, wording_: str = "", *, votes: Votes | None = None,
    assignments: tuple[Assignment, ...] = (), dissents: tuple[Dissent, ...] = (),
) -> list[str]:
    made = Resolution(
        "r", "a1", kind, at(10, 0), wording_, votes=votes, assignments=assignments, dissents=dissents
    )
    inner = resolved(made, wording("minutes"), lambda person_id: f"ตำแหน่งของ {person_id}")
    return [line.strip() for line in plain(b.Paper("", inner)).splitlines()]


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (ResolutionKind.AGREED, "เห็นชอบเป็นเอกฉันท์ (๕ เสียง)"),
        (ResolutionKind.REJECTED, "ไม่เห็นชอบเป็นเอกฉันท์ (๕ เสียง)"),
        (ResolutionKind.MINUTES_APPROVED, "รับรองรายงานการประชุมเป็นเอกฉันท์ (๕ เสียง)"),
    ],
)
def test_a_unanimous_vote_goes_with_the_wording_of_its_kind(kind: ResolutionKind, says: str) -> None:
    assert lines_of(kind, votes=Votes(5)) == [says]


@pytest.mark.parametrize("kind", [ResolutionKind.AGREED_WITH_REMARKS, ResolutionKind.ACKNOWLEDGED_ASSIGNED])
def test_a_longer_wording_is_followed_by_its_unanimous_vote(kind: ResolutionKind) -> None:
    assert lines_of(kind, votes=Votes(5)) == [kind.label, "โดยมติเป็นเอกฉันท์ (๕ เสียง)"]


def test_words_of_her_own_are_followed_by_the_vote() -> None:
    assert lines_of(wording_="ให้เผยแพร่ทั้งหมด", votes=Votes(5)) == ["ให้เผยแพร่ทั้งหมด", "โดยมติเป็นเอกฉันท์ (๕ เสียง)"]


def test_a_divided_vote_is_told_in_numbers_and_nobody_is_told_of_as_nought() -> None:
    assert lines_of(votes=Votes(3, 1, 1))[1] == "โดยคะแนนเสียง เห็นด้วย ๓ เสียง ไม่เห็นด้วย ๑ เสียง งดออกเสียง ๑ เสียง"
    assert lines_of(votes=Votes(4, 0, 1))[1] == "โดยคะแนนเสียง เห็นด้วย ๔ เสียง งดออกเสียง ๑ เสียง"


@pytest.mark.parametrize(("agrees", "side"), [(True, "เห็นด้วย"), (False, "ไม่เห็นด้วย")])
def test_a_casting_vote_is_told_with_who_cast_it_and_for_which_side(agrees: bool, side: str) -> None:
    assert lines_of(votes=Votes(3, 3, casting=CastingVote("p1", agrees)))[1:] == [
        "โดยคะแนนเสียง เห็นด้วย ๓ เสียง ไม่เห็นด้วย ๓ เสียง",
        f"คะแนนเสียงเท่ากัน ตำแหน่งของ p1 ประธานในที่ประชุม ออกเสียงเพิ่มขึ้นอีกเสียงหนึ่งเป็นเสียงชี้ขาด {side}",
    ]


@pytest.mark.parametrize("votes", [None, Votes(0)])
def test_without_a_count_no_vote_is_told(votes: Votes | None) -> None:
    assert lines_of(votes=votes) == ["เห็นชอบ"]


def test_a_dissent_stands_with_who_and_why() -> None:
    (_, said) = lines_of(dissents=(Dissent("p4", "เอกสารยังไม่ครบ 3 ฉบับ [ตามต่อ]"),))
    assert said == "ทั้งนี้ ตำแหน่งของ p4 มีความเห็นแย้ง โดยให้เหตุผลว่า เอกสารยังไม่ครบ ๓ ฉบับ"


def test_several_dissents_are_numbered() -> None:
    said = lines_of(dissents=(Dissent("p4", "ยังไม่ครบ"), Dissent("p5", "ยังไม่พร้อม")))
    assert said[1:] == [
        "ทั้งนี้ มีผู้มีความเห็นแย้ง ดังนี้", "๑. ตำแหน่งของ p4 ให้เหตุผลว่า ยังไม่ครบ", "๒. ตำแหน่งของ p5 ให้เหตุผลว่า ยังไม่พร้อม",
    ]  # fmt: skip


def test_work_given_to_one_is_a_sentence_with_whom_what_and_by_when() -> None:
    assert lines_of(assignments=(FINANCE,))[1] == "มอบหมายให้ กองคลัง ส่งสรุปรายเดือน กำหนดเวลา ๓๑ มกราคม ๒๕๖๗"


def test_work_given_to_several_is_numbered() -> None:
    assert lines_of(assignments=(FINANCE, ALL))[1:] == [
        "มอบหมายงาน ดังนี้", "๑. กองคลัง ส่งสรุปรายเดือน กำหนดเวลา ๓๑ มกราคม ๒๕๖๗", "๒. ทุกส่วนราชการ ตรวจข้อมูลบนเว็บไซต์",
    ]  # fmt: skip


def test_words_that_end_in_giving_work_go_on_with_it() -> None:
    kind = ResolutionKind.ACKNOWLEDGED_ASSIGNED
    assert lines_of(kind, assignments=(ALL,)) == ["รับทราบและมอบหมายให้ ทุกส่วนราชการ ตรวจข้อมูลบนเว็บไซต์"]
    assert lines_of(kind, assignments=(FINANCE, ALL))[:2] == [
        "รับทราบและมอบหมาย ดังนี้", "๑. กองคลัง ส่งสรุปรายเดือน กำหนดเวลา ๓๑ มกราคม ๒๕๖๗",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (Assignment("w", "กองคลัง", ""), "มอบหมายให้ กองคลัง ดำเนินการ"),
        (Assignment("w", "", "ส่งสรุป"), "มอบหมายให้ ส่งสรุป"),
        (Assignment("w", "กองคลัง", "", "สิ้นเดือน"), "มอบหมายให้ กองคลัง ดำเนินการ กำหนดเวลา สิ้นเดือน"),
    ],
)
def test_what_was_left_open_leaves_no_hole_in_the_sentence(given: Assignment, says: str) -> None:
    assert lines_of(assignments=(given,))[1] == says
