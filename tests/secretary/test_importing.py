"""What comes in a file is seen first and taken as one act, or not at all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_tui.domain.oit import FollowUp, Status
from ita_tui.domain.oit_changes import report_for
from ita_tui.domain.years import BEYear
from ita_tui.errors import CannotWrite, NotFound, RuleBroken
from ita_tui.exchange.refusals import Refused
from ita_tui.secretary.importing.oit import preview_oit
from ita_tui.secretary.importing.preview import apply
from ita_tui.secretary.importing.results import preview_results
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.store.repository import DataFolder
from tests.secretary.conftest import Clock

_HEAD = "year,code,score,name,level\n"
_OIT_HEAD = "year,catalogue_year,code,name,group,status,responsible,due,url,note\n"


def _file(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _facts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "years").glob("*.json")}


def _list(office: Office) -> FollowUp:
    return office.year(BEYear(2567)).follow_ups[0]


# --- results ------------------------------------------------------------------------------------------------


def test_ten_years_come_in_as_one_act_that_the_history_tells(office: Office, tmp_path: Path) -> None:
    codes = ("overall", "IIT", "o1")
    rows = "".join(f"{year},{code},{year - 2480}.5,,\n" for year in range(2556, 2566) for code in codes)
    preview = preview_results(office, _file(tmp_path, _HEAD + rows))
    assert (preview.rows, preview.added, preview.replaced, preview.same) == (30, 30, 0, 0)
    assert BEYear(2556) not in office.years()
    apply(office, preview)
    with DataFolder.open(office.path, write=False) as folder:
        told = [folder.audit_of_year(BEYear(year)) for year in range(2556, 2566)]
        assert len({row.action_id for rows in told for row in rows}) == 1
        assert {(row.verb, row.before) for rows in told for row in rows} == {("import results", None)}
        results = folder.year(BEYear(2560)).results
    assert results is not None
    assert dict(results.scores) == dict.fromkeys(codes, Decimal("80.50"))


def test_what_is_stored_already_is_no_change(office: Office, tmp_path: Path) -> None:
    path = _file(tmp_path, _HEAD + "2566,overall,99.33,,ผ่านดีเยี่ยม\n2566,IIT,99.330,,\n")
    before = _facts(office.path)
    preview = preview_results(office, path)
    assert (preview.rows, preview.same, preview.changes) == (2, 2, ())
    apply(office, preview)
    assert _facts(office.path) == before


def test_nothing_is_replaced_without_showing_old_and_new(office: Office, tmp_path: Path) -> None:
    path = _file(tmp_path, _HEAD + "2566,6,98.12,คุณภาพการดำเนินงาน,\n2566,overall,99.33,,ผ่านดี\n2566,i1,90,,\n")
    before, earlier = _facts(office.path), office.year(BEYear(2566)).results
    preview = preview_results(office, path)
    assert [(each.row, each.column, each.old, each.new) for each in preview.changes] == [
        (2, "score", "98.19", "98.12"), (3, "level", "ผ่านดีเยี่ยม", "ผ่านดี"),
    ]
    with pytest.raises(Refused) as refused:
        apply(office, preview)
    assert [each.row for each in refused.value.refusals] == [2, 3]
    assert "98.19" in refused.value.message
    assert _facts(office.path) == before
    apply(office, preview, replace=True)
    results = office.year(BEYear(2566)).results
    assert results is not None
    assert earlier is not None
    assert (results.level, results.names) == ("ผ่านดี", {"6": "คุณภาพการดำเนินงาน"})
    assert results.scores == {**earlier.scores, "6": Decimal("98.12"), "i1": Decimal(90)}


def test_a_score_of_a_file_that_the_sums_speak_against_is_told_beside_the_stored_one(
    office: Office, tmp_path: Path
) -> None:
    worse = preview_results(office, _file(tmp_path, _HEAD + "2566,6,98.12,,\n"))
    assert any("98.19 ตรงกับผลรวม ค่าใหม่ 98.12 ไม่ตรง" in each for each in worse.notices)
    apply(office, worse, replace=True)
    assert preview_results(office, _file(tmp_path, _HEAD + "2566,6,98.19,,\n")).notices == ()


def test_of_two_scores_in_one_file_the_stored_figures_tell_the_right_one(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        preview_results(office, _file(tmp_path, _HEAD + "2566,6,98.12,,\n2566,6,98.19,,\n"))
    assert [each.reason for each in refused.value.refusals] == [
        "รหัสนี้มีแล้วในแถว 2 คะแนน 98.12 แถวนี้ 98.19 ค่าที่ตรงกับผลรวมคือ 98.19"
    ]


def test_an_act_of_import_can_be_taken_back_from_the_history(office: Office, tmp_path: Path) -> None:
    earlier = office.year(BEYear(2566))
    apply(office, preview_results(office, _file(tmp_path, _HEAD + "2566,6,98.12,,\n")), replace=True)
    with DataFolder.open(office.path, write=False) as folder:
        act = folder.audit_of_year(BEYear(2566))[-1]
        assert folder.year_without(BEYear(2566), act.action_id) == earlier


def test_a_file_with_a_bad_row_changes_nothing(office: Office, tmp_path: Path) -> None:
    before = _facts(office.path)
    with pytest.raises(Refused):
        preview_results(office, _file(tmp_path, _HEAD + "2560,1,90,,\n2561,1,x,,\n"))
    assert _facts(office.path) == before


def test_an_older_preview_is_not_done_over_newer_facts(office: Office, tmp_path: Path) -> None:
    preview = preview_results(office, _file(tmp_path, _HEAD + "2566,i1,90,,\n"))
    apply(office, preview_results(office, _file(tmp_path, _HEAD + "2566,i2,91,,\n")))
    with pytest.raises(RuleBroken):
        apply(office, preview)


def test_a_window_that_only_reads_takes_nothing_in(office: Office, clock: Clock, tmp_path: Path) -> None:
    with Office.open(office.path, tools_of(clock), write=False) as second:
        preview = preview_results(second, _file(tmp_path, _HEAD + "2566,i1,90,,\n"))
        with pytest.raises(RuleBroken):
            apply(second, preview)


def test_an_open_desk_sees_what_came_in(office: Office, tmp_path: Path) -> None:
    desk = office.desk(office.head("1/2567").id)
    apply(office, preview_results(office, _file(tmp_path, _HEAD + "2566,o1,50,,\n")), replace=True)
    assert desk.oit.rows()[0].score == "50.00"


_CODES = st.sampled_from(["overall", "IIT", "1", "9.1", "o1", "i3"])
_SCORES = st.decimals(0, 100, places=2)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.tuples(st.integers(2550, 2556), _CODES), _SCORES, min_size=1))
def test_after_replacing_the_stored_scores_are_the_files(
    office: Office, tmp_path: Path, scores: dict[tuple[int, str], Decimal]
) -> None:
    rows = "".join(f"{year},{code},{score},,\n" for (year, code), score in scores.items())
    path = _file(tmp_path, _HEAD + rows)
    apply(office, preview_results(office, path), replace=True)
    for (year, code), score in scores.items():
        results = office.year(BEYear(year)).results
        assert results is not None
        assert results.scores[code] == score
    again = preview_results(office, path)
    assert (again.same, again.changes) == (len(scores), ())


# --- OIT ----------------------------------------------------------------------------------------------------


def test_a_status_in_a_file_is_what_the_division_reports_and_how_the_item_stands_stays(
    office: Office, tmp_path: Path
) -> None:
    rows = (
        "2567,2566,O๑,,,ดำเนินการเรียบร้อยแล้ว,,สิ้นไตรมาส,https://a.example/o1,ทำแล้ว\n"
        "2567,2566,ข้อ o๓๓,,,done,ก อง คลัง,,,\n2567,2566,o2,,,,,,,\n"
    )
    before = _list(office)
    preview = preview_oit(office, _file(tmp_path, _OIT_HEAD + rows))
    assert [(each.column, each.old) for each in preview.changes] == [("due", "ทันที"), ("responsible", "สำนักปลัด")]
    apply(office, preview, replace=True)
    after = _list(office)
    first, lost = after.entry("o1"), after.entry("o33")
    assert (first.status, first.due, first.note) == (Status.NOT_STARTED, "สิ้นไตรมาส", "ทำแล้ว")
    assert [each.url for each in first.evidence] == ["https://a.example/o1"]
    reports = [report_for(entry, "") for entry in (first, lost)]
    assert [(report.status, report.by) for report in reports if report] == [
        (Status.DONE, "สำนักปลัด"), (Status.DONE, "กองคลัง"),
    ]
    assert lost.status is Status.UNSET
    assert after.entry("o2") == before.entry("o2")


def test_another_report_is_shown_before_it_takes_the_place_of_the_first(office: Office, tmp_path: Path) -> None:
    for number, (status, replaced) in enumerate([("รอดำเนินการ", 0), ("รอดำเนินการ", 0), ("ดำเนินการแล้ว", 1)]):
        preview = preview_oit(office, _file(tmp_path, f"{_OIT_HEAD}2567,2566,o1,,,{status},,,,\n"))
        assert (preview.replaced, preview.same) == (replaced, int(number == 1))
        apply(office, preview, replace=True)
    assert sum(type(change).__name__ == "StatusReport" for change in _list(office).entry("o1").history) == 2


def test_a_row_that_does_not_fit_is_refused_in_its_place_with_what_would_fit(office: Office, tmp_path: Path) -> None:
    rows = (
        "2567,2566,o44,,,,,,,\n2567,2566,o1,,,เสร็จ,,,,\n2567,2566,o2,,,,กองประปา,,,\n2567,2566,o3,,,,,,ftp://x.example,\n"
        "2567,2566,o4,,,,,,,\n2567,2566,o4,,,,,,,\n"
    )
    path = _file(tmp_path, _OIT_HEAD + rows)
    with pytest.raises(Refused) as refused:
        preview_oit(office, path)
    assert [(each.row, each.column) for each in refused.value.refusals] == [(3, "status"), (5, "url"), (7, "code")]
    path.write_text(_OIT_HEAD + rows.splitlines()[0] + "\n" + rows.splitlines()[2] + "\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        preview_oit(office, path)
    assert [(each.row, each.column) for each in refused.value.refusals] == [(2, "code"), (3, "responsible")]
    assert "กองช่าง" in refused.value.refusals[1].reason


def test_a_name_that_differs_from_the_catalogue_is_told_and_not_taken(office: Office, tmp_path: Path) -> None:
    rows = "2567,2566,o1,โครงสร้าง,,,,,,\n2567,2566,o2,ผู้บริหาร,,,,,,\n"
    preview = preview_oit(office, _file(tmp_path, _OIT_HEAD + rows))
    assert len(preview.notices) == 1
    assert "o2" in preview.notices[0]
    apply(office, preview)
    assert office.catalogue(BEYear(2566)).item("o2").name == "ข้อมูลผู้บริหาร"


_CATALOGUE = (
    _OIT_HEAD
    + "2570,2569,o2,ข้อมูลการติดต่อ,9.1,รอดำเนินการ,,,,\n2570,2569,o1,โครงสร้าง,๙.๑ ข้อมูลพื้นฐาน,,,,,\n"
    + "2570,2569,o10,แผนป้องกัน,ตัวชี้วัดย่อยที่ 10.1 การป้องกัน,,,,,\n2570,2569,o11,รายงาน,การป้องกัน,,,,,\n"
)


def test_a_catalogue_of_a_year_that_is_not_known_is_taken_only_when_asked_for(office: Office, tmp_path: Path) -> None:
    path = _file(tmp_path, _CATALOGUE)
    with pytest.raises(Refused) as refused:
        preview_oit(office, path)
    assert [(each.row, each.column) for each in refused.value.refusals] == [(2, "catalogue_year")]
    assert "--catalogue" in refused.value.message
    with pytest.raises(NotFound):
        office.catalogue(BEYear(2569))
    apply(office, preview_oit(office, path, as_catalogue=True))
    own = office.catalogue(BEYear(2569))
    assert [(group.code, group.name) for group in own.groups] == [("9.1", "ข้อมูลพื้นฐาน"), ("10.1", "การป้องกัน")]
    assert [item.code for item in own.items] == ["o1", "o2", "o10", "o11"]
    assert [item.group for item in own.items] == ["9.1", "9.1", "10.1", "10.1"]
    (made,) = office.year(BEYear(2570)).follow_ups
    report = report_for(made.entry("o2"), "")
    assert report is not None
    assert report.status is Status.WAITING


def test_a_known_catalogue_is_put_right_only_after_old_and_new_were_shown(office: Office, tmp_path: Path) -> None:
    apply(office, preview_oit(office, _file(tmp_path, _CATALOGUE), as_catalogue=True))
    path = _file(tmp_path, _OIT_HEAD + "2570,2569,o2,ช่องทางติดต่อ,9.1,,,,,\n2570,2569,o12,ใหม่,9.2 อื่น,,,,,\n")
    preview = preview_oit(office, path, as_catalogue=True)
    assert [(each.column, each.old, each.new) for each in preview.changes] == [("name", "ข้อมูลการติดต่อ", "ช่องทางติดต่อ")]
    apply(office, preview, replace=True)
    names = {item.code: item.name for item in office.catalogue(BEYear(2569)).items}
    assert names == {"o1": "โครงสร้าง", "o2": "ช่องทางติดต่อ", "o10": "แผนป้องกัน", "o11": "รายงาน", "o12": "ใหม่"}
    assert [entry.code for entry in office.year(BEYear(2570)).follow_ups[0].entries][-1] == "o12"


def test_a_catalogue_needs_a_name_and_a_group_for_every_item(office: Office, tmp_path: Path) -> None:
    rows = "2570,2569,o1,,9.1,,,,,\n2570,2569,o2,ชื่อ,กลุ่มหนึ่ง,,,,,\n2570,2569,o3,ชื่อ,,,,,,\n"
    with pytest.raises(Refused) as refused:
        preview_oit(office, _file(tmp_path, _OIT_HEAD + rows), as_catalogue=True)
    assert [(each.row, each.column) for each in refused.value.refusals] == [(2, "name"), (3, "group"), (4, "group")]
    with pytest.raises(NotFound):
        office.catalogue(BEYear(2569))


def test_what_the_disk_refuses_is_told_and_waits_as_a_whole(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"{year},overall,90,,\n" for year in (2560, 2561, 2562))
    preview = preview_results(office, _file(tmp_path, _HEAD + rows))
    before = _facts(office.path)

    def refuse(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("ita_tui.store.storage.os.replace", refuse)
    monkeypatch.setattr(office, "flush", lambda: Office.flush(office, 0.5))
    with pytest.raises(CannotWrite):
        apply(office, preview)
    assert _facts(office.path) == before
    monkeypatch.undo()
    office.flush()
    assert {BEYear(2560), BEYear(2561), BEYear(2562)} <= set(office.years())
