"""What was handed to the folder is what comes out of it; each fact has one home, and history lies beside it."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ita_tui.domain import life
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.domain.oit import Status
from ita_tui.domain.results import YearRecord
from ita_tui.domain.roster import QuorumRule
from ita_tui.domain.settings import USUAL
from ita_tui.domain.years import BEYear
from ita_tui.errors import CannotWrite, Damaged, LockedByAnother, NotFound, StoreError
from ita_tui.store.acts import Action
from ita_tui.store.history import AuditRow
from ita_tui.store.repository import DataFolder

from . import children
from .samples import AT, BODY, STAMP, Y2566, Y2567, YEAR, action, everything, new_id, opened, planned, said
from .test_kill import needs_kill, started


def apply(folder: DataFolder, act: Action) -> tuple[AuditRow, ...]:
    assert folder.writer is not None
    return folder.writer.apply(act)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a body, a live meeting and a year."""
    with DataFolder.open(tmp_path / "data") as folder:
        apply(folder, action("create", body=BODY, meetings=(opened(),), years=(YEAR,)))
    return tmp_path / "data"


def files(root: Path) -> dict[str, bytes]:
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in root.rglob("*.json")
            if "backups" not in each.parts}


def written(root: Path, before: dict[str, bytes]) -> set[str]:
    return {name for name, raw in files(root).items() if before.get(name) != raw}


def generation(path: Path) -> int:
    return int(json.loads(path.read_bytes())["_ita"]["generation"])


# --- what comes back ----------------------------------------------------------------------------------------


def test_body_meeting_and_year_come_back_also_after_closing(root: Path) -> None:
    with DataFolder.open(root, write=False) as folder:
        assert folder.body() == BODY
        assert folder.meeting("m1") == opened()
        assert folder.year(Y2567) == YEAR
        assert folder.heads() == (opened().head,)
        assert folder.years() == (Y2567,)


def test_a_new_folder_has_no_body_no_meetings_and_empty_years(tmp_path: Path) -> None:
    with DataFolder.open(tmp_path / "new") as folder:
        with pytest.raises(NotFound):
            folder.body()
        with pytest.raises(NotFound):
            folder.meeting("m1")
        assert folder.heads() == ()
        assert folder.year(Y2567) == YearRecord(Y2567)


def test_heads_stand_by_year_and_number(root: Path) -> None:
    with DataFolder.open(root) as folder:
        old = planned("m0", 9)
        for each in (planned("m3", 3), planned("m2", 2), replace(old, head=replace(old.head, year=Y2566))):
            apply(folder, action("plan", meetings=(each,)))
        assert [head.id for head in folder.heads()] == ["m0", "m1", "m2", "m3"]


def test_the_office_s_own_catalogue_comes_before_the_shipped_one(root: Path) -> None:
    with DataFolder.open(root) as folder:
        shipped = folder.catalogue(Y2566)
        own = replace(shipped, note="ปรับตามประกาศของหน่วยงาน")
        apply(folder, action("import", catalogues=(own,)))
        assert folder.catalogue(Y2566) == own
        with pytest.raises(NotFound):
            folder.catalogue(BEYear(2499))


def test_unsaved_text_and_its_place_can_be_read_beside_the_writer(root: Path) -> None:
    with DataFolder.open(root, write=False) as folder:
        assert folder.unsaved().all() == ()
        with pytest.raises(NotFound):
            folder.unsaved().place("m1")


# --- one home, one write ------------------------------------------------------------------------------------


def test_a_statement_writes_the_meeting_s_file_once_and_no_other(root: Path) -> None:
    with DataFolder.open(root) as folder:
        apply(folder, action("say", meeting_id="m1", meetings=(opened().with_entry(said("e0", "เริ่ม")),)))
        before = files(root)
        apply(folder, action("say", meeting_id="m1",
                             meetings=(opened().with_entry(said("e0", "เริ่ม")).with_entry(said("e1", "ต่อ")),)))
    assert written(root, before) == {"meetings/m1.json"}
    assert generation(root / "meetings" / "m1.json") == json.loads(before["meetings/m1.json"])["_ita"]["generation"] + 1


def test_marking_an_item_writes_only_the_year_s_file_and_names_the_meeting(root: Path) -> None:
    marked = replace(YEAR, follow_ups=(YEAR.follow_ups[0].settled("o2", Status.DONE, at=STAMP, meeting_id="m1"),))
    with DataFolder.open(root) as folder:
        apply(folder, action("warm up", body=replace(BODY, district="อำเภอตัวอย่าง")))
        before = files(root)
        [row] = apply(folder, action("mark", meeting_id="m1", years=(marked,)))
        assert (row.kind, row.target_id, row.meeting_id) == ("follow_ups", "2566/o2", "m1")
        assert folder.year(Y2567) == marked
        assert folder.audit_of_year(Y2567)[-1] == row
    assert written(root, before) == {"years/2567.json"}


def test_state_number_date_and_seal_live_in_the_register_alone(root: Path) -> None:
    with DataFolder.open(root) as folder:
        adjourned = life.sealed(life.adjourned(opened(), AT + timedelta(hours=2), ()), "5ea1" * 16)
        apply(folder, action("adjourn", meeting_id="m1", meetings=(adjourned,)))
        assert folder.meeting("m1") == adjourned
    raw = json.loads((root / "meetings" / "m1.json").read_bytes())
    [row] = raw["meeting"].values()
    assert "head" not in row["value"]
    assert "5ea1" in (root / "register.json").read_text()


def test_an_act_that_changes_nothing_writes_nothing(root: Path) -> None:
    with DataFolder.open(root) as folder:
        before = files(root)
        assert apply(folder, action("say", meetings=(opened(),), years=(YEAR,), body=BODY)) == ()
    assert written(root, before) == set()


def test_a_reader_sees_each_act_and_learns_of_it_by_looking(root: Path) -> None:
    with DataFolder.open(root) as writer, DataFolder.open(root, write=False) as reader:
        reader.look()
        assert reader.look() == frozenset()
        apply(writer, action("say", meetings=(opened().with_entry(said("e1", "สวัสดี")),)))
        assert "meetings/m1.json" in reader.look()
        assert reader.meeting("m1").entries == (said("e1", "สวัสดี"),)
        assert reader.look() == frozenset()


def test_a_reader_has_no_writer_and_a_second_writer_is_refused(root: Path) -> None:
    with DataFolder.open(root), DataFolder.open(root, write=False) as reader:
        assert reader.writer is None
        with pytest.raises(LockedByAnother):
            DataFolder.open(root)


# --- history ------------------------------------------------------------------------------------------------


def test_each_changed_row_has_one_audit_row_with_before_and_after(root: Path) -> None:
    with DataFolder.open(root) as folder:
        apply(folder, action("say", meeting_id="m1", meetings=(opened().with_entry(said("e1", "คำแรก")),)))
        act = action("say", meeting_id="m1", meetings=(opened().with_entry(said("e1", "คำหลัง", 1)),))
        [row] = apply(folder, act)
        assert (row.action_id, row.verb, row.at, row.kind, row.target_id) == (act.id, "say", STAMP, "entries", "e1")
        assert row.before["blocks"][0]["text"] == "คำแรก"
        assert row.after["blocks"][0]["text"] == "คำหลัง"
        assert folder.audit("m1")[-1] == row


def test_order_is_by_a_number_that_never_comes_twice_in_the_folder_also_after_restarts(root: Path) -> None:
    for text in "กขค":
        with DataFolder.open(root) as folder:
            apply(folder, action("say", meetings=(opened().with_entry(said("e1", text)),)))
            marked = YEAR.follow_ups[0].settled("o1", Status.DONE, at=text)
            apply(folder, action("mark", years=(replace(YEAR, follow_ups=(marked,)),)))
    with DataFolder.open(root, write=False) as folder:
        numbers = [row.seq for row in (*folder.audit("m1"), *folder.audit_of_year(Y2567))]
        texts = [row.after["blocks"][0]["text"] for row in folder.audit("m1") if row.kind == "entries"]
    assert len(set(numbers)) == len(numbers)
    assert texts == list("กขค")


def test_an_act_can_be_taken_back_after_a_restart_and_later_ones_stay(root: Path) -> None:
    one = opened().with_entry(said("e1", "หนึ่ง")).with_entry(said("e2", "สอง")).with_entry(said("e3", "สาม"))
    taking_out = action("take out", meetings=(one.without_entry("e2"),))
    later = one.without_entry("e2").with_entry(said("e3", "สามแก้แล้ว", 1))
    with DataFolder.open(root) as folder:
        apply(folder, action("say", meetings=(one,)))
        apply(folder, taking_out)
        apply(folder, action("say", meetings=(later,)))
    with DataFolder.open(root) as folder:
        back = folder.meeting_without("m1", taking_out.id)
        assert [entry.id for entry in back.entries] == ["e1", "e2", "e3"]
        assert back.entries[2] == later.entries[1]
        apply(folder, action("undo", meetings=(back,)))
        assert folder.meeting("m1") == back
        with pytest.raises(NotFound):
            folder.meeting_without("m1", new_id())


def test_taking_back_the_adjourning_brings_the_state_back_too(root: Path) -> None:
    adjourning = action("adjourn", meetings=(life.adjourned(opened(), AT + timedelta(hours=2), ()),))
    with DataFolder.open(root) as folder:
        apply(folder, adjourning)
        assert folder.meeting("m1").state is MeetingState.ADJOURNED
        assert folder.meeting_without("m1", adjourning.id) == opened()


def test_a_mark_can_be_taken_back(root: Path) -> None:
    marked = YEAR.follow_ups[0].settled("o1", Status.DONE, at=STAMP)
    marking = action("mark", years=(replace(YEAR, follow_ups=(marked,)),))
    with DataFolder.open(root) as folder:
        apply(folder, marking)
        assert folder.year_without(Y2567, marking.id) == YEAR


# --- acts over several files --------------------------------------------------------------------------------


def wide_action() -> Action:
    """Return an act over a meeting, a year, the body and the register."""
    adjourned = life.adjourned(everything(), AT + timedelta(hours=2), ())
    marked = replace(YEAR, follow_ups=(YEAR.follow_ups[0].settled("o1", Status.DONE, at=STAMP, meeting_id="m1"),))
    return action("adjourn", meeting_id="m1", meetings=(adjourned,), years=(marked,),
                  body=replace(BODY, district="อำเภอตัวอย่าง"))


def facts(folder: DataFolder) -> tuple[object, ...]:
    return folder.meeting("m1"), folder.year(Y2567), folder.body(), folder.heads()


@needs_kill
def test_an_act_over_several_files_killed_at_any_step_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    seen: list[str] = []
    for call in range(1, 200):
        root = tmp_path / str(call)
        with DataFolder.open(root) as folder:
            apply(folder, action("create", body=BODY, meetings=(opened(),), years=(YEAR,)))
            old = facts(folder)
        act = wide_action()
        new = (act.meetings[0], act.years[0], act.body, (act.meetings[0].head,))
        process = started(children.apply_and_die, root, act, call)
        process.join()
        with DataFolder.open(root) as folder:
            found = facts(folder)
            assert found in (old, new)
            seen.append("new" if found == new else "old")
            apply(folder, act)
            assert facts(folder) == new
            ids = [row.id for row in (*folder.audit("m1"), *folder.audit_of_year(Y2567))]
            assert len(set(ids)) == len(ids)
            told = [(row.kind, row.target_id) for row in folder.audit("m1") if row.action_id == act.id]
            assert len(set(told)) == len(told)
        if process.exitcode == 0:
            break
    assert process.exitcode == 0
    assert seen == sorted(seen, reverse=True)  # once durable, always finished
    assert len(seen) > 20


@needs_kill
def test_an_opening_killed_at_any_step_loses_nothing(root: Path) -> None:
    with DataFolder.open(root) as folder:
        apply(folder, wide_action())
        expected = facts(folder)
    for call in range(1, 200):
        (root / "meetings" / "m1.json").write_bytes(b"")
        process = started(children.open_and_die, root, call)
        process.join()
        with DataFolder.open(root) as folder:
            assert facts(folder)[1:3] == expected[1:3]
            # The copy is of before the meeting adjourned: it goes on from there, and its head says so.
            assert folder.meeting("m1").adjourned_at is None
            assert folder.meeting("m1").state is MeetingState.LIVE
            assert folder.heads() == (folder.meeting("m1").head,)
        if process.exitcode == 0:
            return
    pytest.fail("the opening never ended")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_an_act_refused_at_any_step_is_completed_by_a_later_attempt_in_the_same_process(
    tmp_path: Path, number: int
) -> None:
    for call in range(1, 200):
        root = tmp_path / str(call)
        act = wide_action()
        with DataFolder.open(root) as folder:
            apply(folder, action("create", body=BODY, meetings=(opened(),), years=(YEAR,)))
            left = [call]
            with pytest.MonkeyPatch.context() as patch:
                for name in children.CALLS:
                    patch.setattr(os, name, refusing(getattr(os, name), left, number))
                try:
                    apply(folder, act)
                except StoreError:
                    pass
                else:
                    assert left[0] > 0
            apply(folder, act)
            assert folder.meeting("m1") == act.meetings[0]
            assert folder.year(Y2567) == act.years[0]
            told = [(row.kind, row.target_id) for row in folder.audit("m1") if row.action_id == act.id]
            assert len(set(told)) == len(told) > 3
        if left[0] > 0:
            return
    pytest.fail("the act never ended")


def refusing(real: Any, left: list[int], number: int) -> Any:
    def call(*arguments: Any, **options: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **options)

    return call


def test_an_older_copy_of_the_register_catches_up_with_the_meetings_own_histories(root: Path) -> None:
    DataFolder.open(root).close()  # a copy in which the meeting is live
    with DataFolder.open(root) as folder:
        apply(folder, action("adjourn", meetings=(life.adjourned(opened(), AT + timedelta(hours=2), ()),)))
        apply(folder, action("plan", meetings=(planned("m2", 2),)))
        numbers = {row.seq for each in ("m1", "m2") for row in folder.audit(each)}
    (root / "register.json").write_bytes(b"{}")
    with DataFolder.open(root) as folder:
        assert [notice.file for notice in folder.notices] == ["register.json"]
        assert folder.meeting("m1").state is MeetingState.ADJOURNED
        assert folder.meeting("m2") == planned("m2", 2)
        rows = apply(folder, action("plan", meetings=(planned("m3", 3),)))
        assert min(row.seq for row in rows) > max(numbers)


# --- meetings that were deleted -----------------------------------------------------------------------------


def test_a_deleted_meeting_leaves_the_register_and_its_file_keeps_all_it_held(root: Path) -> None:
    with DataFolder.open(root) as folder:
        apply(folder, action("plan", meetings=(planned("m2", 2),)))
        act = action("delete", meeting_id="m2", removed=("m2",))
        apply(folder, act)
        assert [head.id for head in folder.heads()] == ["m1"]
        with pytest.raises(NotFound):
            folder.meeting("m2")
        assert folder.removed() == ("m2",)
    with DataFolder.open(root, write=False) as folder:
        assert folder.removed() == ("m2",)
        assert folder.meeting_without("m2", act.id) == planned("m2", 2)


def test_the_meeting_deleted_last_is_told_first(root: Path) -> None:
    with DataFolder.open(root) as folder:
        apply(folder, action("plan", meetings=(planned("m2", 2), planned("m3", 3))))
        for meeting_id in ("m3", "m2"):
            apply(folder, action("delete", meeting_id=meeting_id, removed=(meeting_id,)))
        assert folder.removed() == ("m2", "m3")


@needs_kill
def test_a_deletion_killed_at_any_step_happened_or_did_not(tmp_path: Path) -> None:
    for call in range(1, 200):
        root = tmp_path / str(call)
        with DataFolder.open(root) as folder:
            apply(folder, action("create", body=BODY, meetings=(planned("m2", 2),)))
        act = action("delete", meeting_id="m2", removed=("m2",))
        process = started(children.apply_and_die, root, act, call)
        process.join()
        with DataFolder.open(root) as folder:
            assert (len(folder.heads()), folder.removed()) in [(1, ()), (0, ("m2",))]
            apply(folder, act)
            assert (folder.heads(), folder.removed()) == ((), ("m2",))
            assert folder.meeting_without("m2", act.id) == planned("m2", 2)
        if process.exitcode == 0:
            return
    pytest.fail("the act never ended")


def test_an_older_copy_of_the_register_learns_that_a_meeting_was_deleted(root: Path) -> None:
    with DataFolder.open(root) as folder:
        apply(folder, action("plan", meetings=(planned("m2", 2),)))
    DataFolder.open(root).close()  # a copy in which the meeting is there
    with DataFolder.open(root) as folder:
        apply(folder, action("delete", meeting_id="m2", removed=("m2",)))
    (root / "register.json").write_bytes(b"{}")
    with DataFolder.open(root) as folder:
        assert [notice.file for notice in folder.notices] == ["register.json"]
        assert [head.id for head in folder.heads()] == ["m1"]


def test_an_act_on_the_body_can_be_taken_back_and_later_ones_stay(root: Path) -> None:
    with DataFolder.open(root) as folder:
        moved = action("body", body=replace(BODY, district="อำเภอใหม่"))
        apply(folder, moved)
        apply(folder, action("divisions", body=replace(BODY, district="อำเภอใหม่", divisions=BODY.divisions[:1])))
        assert folder.body_without(moved.id) == replace(BODY, divisions=BODY.divisions[:1])
        with pytest.raises(NotFound):
            folder.body_without("nothing")


def test_settings_that_a_folder_does_not_hold_yet_are_the_usual_ones(root: Path) -> None:
    with DataFolder.open(root) as folder:
        assert folder.body().settings == USUAL
        own = replace(USUAL, place="ห้องประชุมชั้นสอง", quorum=QuorumRule(needed=4))
        apply(folder, action("rules", body=replace(BODY, settings=own)))
        assert folder.body().settings == own


def test_the_years_of_own_and_shipped_catalogues_are_known(root: Path) -> None:
    with DataFolder.open(root) as folder:
        own = replace(folder.catalogue(BEYear(2568)), year=BEYear(2569))
        apply(folder, action("import", catalogues=(own,)))
        assert folder.catalogue_years() == (2566, 2568, 2569)


def test_a_full_disk_refuses_an_act_and_leaves_the_records_as_they_were(root: Path, monkeypatch: Any) -> None:
    with DataFolder.open(root) as folder:
        before = files(root)

        def refuse(*arguments: Any) -> None:
            raise OSError(errno.ENOSPC, "full")

        monkeypatch.setattr(os, "write", refuse)
        with pytest.raises(CannotWrite, match="เต็ม"):
            apply(folder, action("say", meetings=(opened().with_entry(said("e1", "ไม่ลง")),)))
        monkeypatch.undo()
        assert written(root, before) == set()


def test_a_row_spoiled_by_hand_is_damage_with_its_place(root: Path) -> None:
    with DataFolder.open(root) as folder:
        db = folder._folder.database(root / "meetings" / "m1.json")
        db.table("agenda").update({"value": {"id": "i1"}}, lambda row: row["id"] == "i1")
        with pytest.raises(Damaged, match="agenda/i1"):
            folder.meeting("m1")
