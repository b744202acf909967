"""A data folder: one writer, readers beside it, damage mended from verified copies and told."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ita_tui.errors import BadText, CannotWrite, Damaged, LockedByAnother, NotFound, StoreError, TooNew
from ita_tui.store import migrations
from ita_tui.store.backups import KEPT_LAST
from ita_tui.store.folder import Folder
from ita_tui.store.layout import Layout
from ita_tui.store.storage import DurableStorage

from . import children
from .conftest import NOON
from .test_kill import context, started


def put(folder: Folder, path: Path, text: str) -> None:
    table = folder.database(path).table("t")
    table.upsert({"id": "a", "text": text}, lambda row: row["id"] == "a")


def text_in(path: Path) -> str:
    [row] = (DurableStorage(path, read_only=True).read() or {})["t"].values()
    return str(row["text"])


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a register and one meeting, opened and closed twice, so that copies exist."""
    root = tmp_path / "data"
    with Folder(root, write=True) as folder:
        put(folder, folder.layout.register, "ทะเบียน")
        put(folder, folder.layout.meeting("m1"), "วาระแรก")
    with Folder(root, write=True):
        pass
    return root


def test_a_new_folder_and_all_in_it_belong_to_the_owner_alone(root: Path) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (root, *root.rglob("*"))}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


def test_a_second_writer_is_refused_and_the_first_goes_on(root: Path) -> None:
    with Folder(root, write=True) as first:
        with pytest.raises(LockedByAnother):
            Folder(root, write=True)
        put(first, first.layout.meeting("m1"), "ยังเขียนได้")
    with Folder(root, write=True) as second:
        assert text_in(second.layout.meeting("m1")) == "ยังเขียนได้"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_a_killed_writer_in_another_process_frees_the_folder_at_once(root: Path) -> None:
    assert context is not None
    ours, theirs = context.Pipe()
    process = started(children.hold_the_lock, root, theirs)
    assert ours.recv() == "held"
    with pytest.raises(LockedByAnother):
        Folder(root, write=True)
    process.kill()
    process.join()
    Folder(root, write=True).close()


def test_a_reader_needs_no_lock_sees_each_new_version_and_leaves_no_trace(root: Path) -> None:
    with Folder(root, write=True) as writer, Folder(root, write=False) as reader:
        before = tree(root)
        meeting = reader.layout.meeting("m1")
        assert [row["text"] for row in reader.reader(meeting).table("t")] == ["วาระแรก"]
        assert tree(root) == before
        put(writer, meeting, "วาระที่สอง")
        assert [row["text"] for row in reader.reader(meeting).table("t")] == ["วาระที่สอง"]


def test_a_folder_that_is_not_there_is_not_made_by_a_reader(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Folder(tmp_path / "none", write=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("ไม่ใช่โฟลเดอร์")
    with pytest.raises(CannotWrite):
        Folder(tmp_path / "data", write=True)


def test_a_folder_that_may_not_be_written_says_so_when_opened_and_can_still_be_read(
    root: Path, monkeypatch: Any
) -> None:
    real = os.open

    def refuse(path: Any, flags: int, *rest: Any, **options: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, "read-only file system", str(path))
        return real(path, flags, *rest, **options)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotWrite, match="สิทธิ์"):
        Folder(root, write=True)
    with Folder(root, write=False) as reader:
        assert len(reader.reader(reader.layout.meeting("m1")).table("t")) == 1


def test_what_a_killed_writer_left_is_swept_by_the_next_one_and_nothing_else_is(root: Path) -> None:
    left = root / "meetings" / ".m1.json.0123456789abcdef.tmp"
    kept = root / "meetings" / "บันทึกของฉัน.txt"
    unfinished = root / "backups" / ".new-0123456789abcdef"
    left.write_bytes(b"{")
    kept.write_text("อย่าลบ")
    unfinished.mkdir()
    Folder(root, write=False).close()
    assert left.exists()
    Folder(root, write=True).close()
    assert (left.exists(), kept.exists(), unfinished.exists()) == (False, True, False)


def test_links_in_the_folder_are_refused_and_their_targets_left_alone(root: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    for name in ("unsaved.json", "meetings/m1.json", "lock"):
        path = root / name
        kept = path.read_bytes() if path.exists() else None
        path.unlink(missing_ok=True)
        path.symlink_to(victim)
        with pytest.raises(StoreError):
            Folder(root, write=True)
        assert victim.read_bytes() == b"precious"
        path.unlink()
        if kept is not None:
            path.write_bytes(kept)
    Folder(root, write=True).close()


# --- damage -------------------------------------------------------------------------------------------------


def spoil(path: Path) -> bytes:
    path.write_bytes(path.read_bytes()[:-30])
    return path.read_bytes()


def test_a_damaged_meeting_is_put_aside_restored_and_told(root: Path) -> None:
    meeting = root / "meetings" / "m1.json"
    evidence = spoil(meeting)
    with Folder(root, write=True, now=lambda: NOON) as folder:
        [notice] = folder.notices
        assert text_in(meeting) == "วาระแรก"
    assert notice.file == "meetings/m1.json"
    assert "m1.json.damaged-20240117T050000" in notice.message
    assert re.search("วันที่ [๐-๙]+ .+ ๒๕[๐-๙]{2} เวลา [๐-๙]{2}.[๐-๙]{2} น.", notice.message)
    assert (root / "meetings" / "m1.json.damaged-20240117T050000").read_bytes() == evidence
    with Folder(root, write=True) as folder:
        assert folder.notices == ()


def test_a_reader_never_mends(root: Path) -> None:
    spoil(root / "meetings" / "m1.json")
    before = tree(root)
    with Folder(root, write=False) as reader, pytest.raises(Damaged):
        reader.reader(reader.layout.meeting("m1")).table("t").all()
    assert tree(root) == before


def test_damage_that_happens_while_open_is_mended_at_the_next_use(root: Path) -> None:
    with Folder(root, write=True) as folder:
        spoil(folder.layout.meeting("m1"))
        assert len(folder.database(folder.layout.meeting("m1")).table("t")) == 1
        assert [notice.file for notice in folder.notices] == ["meetings/m1.json"]


def test_damage_between_two_uses_of_an_open_file_is_mended_too(root: Path) -> None:
    with Folder(root, write=True) as folder:
        meeting = folder.layout.meeting("m1")
        put(folder, meeting, "ยังไม่มีสำเนา")
        spoil(meeting)
        put(folder, meeting, "เขียนต่อได้")
        assert text_in(meeting) == "เขียนต่อได้"
        assert [notice.file for notice in folder.notices] == ["meetings/m1.json"]


def test_a_deleted_file_comes_back_from_its_copy_and_is_told(root: Path) -> None:
    (root / "register.json").unlink()
    with Folder(root, write=True) as folder:
        assert [notice.file for notice in folder.notices] == ["register.json"]
        assert folder.was_restored(folder.layout.register)
        assert text_in(folder.layout.register) == "ทะเบียน"


def test_the_newest_copy_that_verifies_is_taken(root: Path) -> None:
    with Folder(root, write=True) as folder:
        put(folder, folder.layout.meeting("m1"), "ฉบับหลัง")
    Folder(root, write=True).close()
    newest, *_ = sorted((root / "backups").iterdir(), reverse=True)
    spoil(root / "meetings" / "m1.json")
    spoil(newest / "meetings" / "m1.json")
    with Folder(root, write=True):
        assert text_in(root / "meetings" / "m1.json") == "วาระแรก"


def test_without_any_sound_copy_the_register_s_damage_stops_the_opening_and_nothing_is_touched(root: Path) -> None:
    spoil(root / "register.json")
    for copy in (root / "backups").rglob("register.json"):
        spoil(copy)
    before = tree(root)
    with pytest.raises(Damaged):
        Folder(root, write=True)
    assert tree(root) == before
    with pytest.raises(Damaged):  # and the lock was released
        Folder(root, write=True)


def test_one_meeting_beyond_repair_is_told_kept_and_does_not_shut_the_others(root: Path) -> None:
    with Folder(root, write=True) as folder:
        put(folder, folder.layout.meeting("m2"), "ไม่มีสำเนา")
    damaged = spoil(root / "meetings" / "m2.json")
    with Folder(root, write=True) as folder:
        assert [notice.file for notice in folder.notices] == ["meetings/m2.json"]
        assert len(folder.database(folder.layout.meeting("m1")).table("t")) == 1
        with pytest.raises(Damaged):
            folder.database(folder.layout.meeting("m2"))
    assert (root / "meetings" / "m2.json").read_bytes() == damaged


def test_unsaved_text_beyond_repair_is_put_aside_and_told_and_the_folder_opens(root: Path) -> None:
    (root / "unsaved.json").write_bytes(b"\0\0\0")
    with Folder(root, write=True) as folder:
        assert [notice.file for notice in folder.notices] == ["unsaved.json"]
        assert not folder.layout.unsaved.exists()
    assert [path.read_bytes() for path in root.glob("unsaved.json.damaged-*")] == [b"\0\0\0"]


def test_a_newer_file_stops_the_opening_before_anything_is_changed(root: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(migrations, "SCHEMA", migrations.SCHEMA + 1)
    DurableStorage(root / "years" / "2567.json").write({"t": {"1": {"id": "a"}}})
    monkeypatch.undo()
    spoil(root / "meetings" / "m1.json")
    before = tree(root)
    with pytest.raises(TooNew):
        Folder(root, write=True)
    assert tree(root) == before


# --- copies -------------------------------------------------------------------------------------------------


def sets(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "backups").iterdir())


def test_a_start_without_changes_makes_no_new_copies(root: Path) -> None:
    before = sets(root)
    Folder(root, write=True).close()
    assert sets(root) == before


def test_damage_inside_the_main_file_does_not_reach_its_copy(root: Path) -> None:
    meeting = root / "meetings" / "m1.json"
    with meeting.open("r+b") as file:
        file.write(b"\0" * 50)
    assert text_in(root / "backups" / sets(root)[-1] / "meetings" / "m1.json") == "วาระแรก"


def test_the_last_sets_and_one_a_day_are_kept(root: Path) -> None:
    for start in range(3 * KEPT_LAST):
        with Folder(root, write=True, now=partial(NOON.__add__, timedelta(hours=8 * start))) as folder:
            put(folder, folder.layout.meeting("m1"), f"ครั้งที่ {start}")
    names = sets(root)
    assert len(names) >= KEPT_LAST
    days: dict[str, int] = {}
    for name in names[:-KEPT_LAST]:
        days[name[7:17]] = days.get(name[7:17], 0) + 1
    assert set(days.values()) == {1}
    assert {name[7:17] for name in names} >= {f"{NOON + timedelta(days=day):%Y-%m-%d}" for day in range(10)}


def test_copies_are_ordered_by_their_number_even_when_the_clock_goes_back(root: Path) -> None:
    def earlier() -> datetime:
        return NOON - timedelta(days=900)

    with Folder(root, write=True, now=earlier) as folder:
        put(folder, folder.layout.meeting("m1"), "หลังตั้งนาฬิกาผิด")
    Folder(root, write=True, now=earlier).close()
    spoil(root / "meetings" / "m1.json")
    with Folder(root, write=True):
        assert text_in(root / "meetings" / "m1.json") == "หลังตั้งนาฬิกาผิด"


# --- schemas ------------------------------------------------------------------------------------------------


def test_a_folder_of_an_older_schema_is_copied_first_and_then_brought_up(root: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(migrations, "SCHEMA", migrations.SCHEMA + 1)
    monkeypatch.setitem(migrations.STEPS, migrations.SCHEMA - 1, lambda path, tables: {"renamed": tables["t"]})
    with Folder(root, write=True) as folder:
        assert folder.database(folder.layout.meeting("m1")).tables() == {"renamed"}
        assert folder.database(folder.layout.register).tables() == {"renamed"}
    monkeypatch.undo()
    newest_but_one = sets(root)[-2]
    assert text_in(root / "backups" / newest_but_one / "meetings" / "m1.json") == "วาระแรก"
    with pytest.raises(TooNew):
        Folder(root, write=True)


def test_a_migration_cut_short_is_finished_at_the_next_start(root: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(migrations, "SCHEMA", migrations.SCHEMA + 1)
    monkeypatch.setitem(migrations.STEPS, migrations.SCHEMA - 1, lambda path, tables: {"renamed": tables["t"]})
    DurableStorage(root / "meetings" / "m1.json").write({"renamed": {"1": {"id": "a", "text": "แล้ว"}}})
    with Folder(root, write=True) as folder:
        assert folder.database(folder.layout.register).tables() == {"renamed"}
        assert folder.database(folder.layout.meeting("m1")).table("renamed").all() == [{"id": "a", "text": "แล้ว"}]


# --- names --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("meeting_id", ["", "../register", "a/b", "a\\b", "m1.json", "A", "CON ", "\0", "ก", "a" * 65])
def test_an_id_that_could_be_more_than_a_file_name_is_refused(tmp_path: Path, meeting_id: str) -> None:
    with pytest.raises(BadText):
        Layout(tmp_path).meeting(meeting_id)
