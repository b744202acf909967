"""One file: whole after every write, refused when it is not ours to read, and never touched by a reader."""

from __future__ import annotations

import errno
import json
import math
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.operations import increment

from ita_tui.errors import BadText, CannotWrite, Damaged, StoreError, TooNew
from ita_tui.store import migrations
from ita_tui.store.batch import batch
from ita_tui.store.framing import HEADER_KEY
from ita_tui.store.storage import DurableStorage

if TYPE_CHECKING:
    from collections.abc import Callable

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def opened(path: Path, **options: Any) -> TinyDB:
    return TinyDB(path, storage=DurableStorage, **options)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@given(text=st.text(st.characters(codec="utf-8")), value=json_values)
def test_any_text_and_any_value_come_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, text: str, value: object
) -> None:
    path = tmp_path_factory.mktemp("any") / "rows.json"
    with opened(path) as db:
        db.insert({"text": text, "value": value})
    with opened(path, read_only=True) as db:
        assert db.all() == [{"text": text, "value": value}]


def test_the_header_is_in_the_file_and_no_table_to_tinydb(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    with opened(path) as db:
        db.insert({"id": "a"})
        db.insert({"id": "b"})
        assert db.tables() == {"_default"}
    header = json.loads(path.read_bytes())[HEADER_KEY]
    assert header["schema"] == migrations.SCHEMA
    assert header["generation"] == 2
    assert len(header["sha256"]) == 64


def test_a_table_cannot_take_the_header_s_name(tmp_path: Path) -> None:
    with opened(tmp_path / "rows.json") as db, pytest.raises(ValueError, match=HEADER_KEY):
        db.table(HEADER_KEY).insert({"id": "a"})
    assert contents(tmp_path) == {}


def test_thai_is_written_as_thai_and_not_escaped(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    opened(path).insert({"text": "ที่ประชุม"})
    assert "ที่ประชุม".encode() in path.read_bytes()


def test_opening_and_reading_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "none" / "rows.json"
    assert DurableStorage(path).read() is None
    assert opened(path, read_only=True).all() == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_made_is_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "made" / "deep" / "rows.json"
    opened(path).insert({"id": "a"})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path.parent, path.parent.parent)] == [0o700, 0o700]


def test_a_write_leaves_nothing_but_the_file(tmp_path: Path) -> None:
    opened(tmp_path / "rows.json").insert({"id": "a"})
    assert list(contents(tmp_path)) == ["rows.json"]


# --- readers ------------------------------------------------------------------------------------------------


def test_a_reader_cannot_write_and_changes_no_byte(tmp_path: Path) -> None:
    opened(tmp_path / "rows.json").insert({"id": "a"})
    before = contents(tmp_path)
    with opened(tmp_path / "rows.json", read_only=True) as db, pytest.raises(CannotWrite):
        db.insert({"id": "b"})
    assert contents(tmp_path) == before


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not tell which files are open")
def test_a_reader_does_not_keep_the_file_open(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    opened(path).insert({"id": "a"})
    with opened(path, read_only=True) as db:
        db.all()
        held = [each.resolve() for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
    assert path.resolve() not in held


def test_a_reader_sees_what_another_wrote_since(tmp_path: Path) -> None:
    writer, reader = opened(tmp_path / "rows.json"), opened(tmp_path / "rows.json", read_only=True)
    writer.insert({"id": "a"})
    assert len(reader) == 1
    writer.insert({"id": "b"})
    assert len(reader) == 2


# --- refusals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["\ud800", {"\udfff": 1}, math.nan, math.inf, ["ก", [-math.inf]]])
def test_what_json_cannot_say_is_refused_before_anything_is_touched(tmp_path: Path, value: object) -> None:
    path = tmp_path / "rows.json"
    with opened(path) as db:
        db.insert({"id": "a"})
        before = contents(tmp_path)
        with pytest.raises(BadText):
            db.insert({"value": value})
        assert contents(tmp_path) == before
        assert len(db) == 1


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", object(), 2**80, {1: "int key"}])
def test_what_json_does_not_know_is_a_type_error_and_touches_nothing(tmp_path: Path, value: object) -> None:
    with opened(tmp_path / "rows.json") as db, pytest.raises(TypeError):
        db.insert({"value": value})
    assert contents(tmp_path) == {}


def test_a_file_of_a_newer_version_is_refused_and_left_byte_for_byte(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "rows.json"
    monkeypatch.setattr(migrations, "SCHEMA", migrations.SCHEMA + 1)
    opened(path).insert({"id": "a"})
    monkeypatch.undo()
    before = contents(tmp_path)
    for attempt in attempts(path):
        with pytest.raises(TooNew):
            attempt()
    assert contents(tmp_path) == before


def test_a_newer_header_laid_out_in_another_way_is_still_known_as_newer(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    path.write_text(json.dumps({HEADER_KEY: {"schema": 99, "sum": "x"}, "t": {}}, indent=2))
    with pytest.raises(TooNew):
        opened(path).all()


def attempts(path: Path) -> list[Callable[[], object]]:
    return [
        opened(path).all,
        opened(path, read_only=True).all,
        lambda: opened(path).insert({"id": "b"}),
        opened(path).drop_tables,
    ]


def sample(path: Path) -> bytes:
    with opened(path) as db:
        db.insert_multiple({"id": str(each), "text": "เห็นชอบตามเสนอ"} for each in range(5))
    return path.read_bytes()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: b"",
    "one byte": lambda raw: raw[:1],
    "half": lambda raw: raw[: len(raw) // 2],
    "last byte gone": lambda raw: raw[:-1],
    "trailing bytes": lambda raw: raw + b"]",
    "twice": lambda raw: raw + raw,
    "zeros": lambda raw: b"\0" * len(raw),
    "zeros at the end": lambda raw: raw[:-40] + b"\0" * 40,
    "zeros in the middle": lambda raw: raw[:200] + b"\0" * 20 + raw[220:],
    "no header": lambda raw: b'{"_default":{"1":{"id":"0"}}}',
    "a list": lambda raw: b"[]",
    "an endless schema": lambda raw: b'{"_ita":{"schema":1e999}}',
    "null": lambda raw: b"null",
    "not json": lambda raw: "รายงานการประชุม".encode(),
    "utf-16": lambda raw: raw.decode().encode("utf-16"),
    "byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "crlf": lambda raw: raw.replace(b"\n", b"\r\n"),
    "a word changed": lambda raw: raw.replace("เห็นชอบ".encode(), "ไม่ชอบบ".encode(), 1),
    "a sum of another": lambda raw: raw[:19] + b"0" * 64 + raw[83:],
    "an older number": lambda raw: raw.replace(b'"generation":1', b'"generation":0'),
    "schema zero": lambda raw: raw.replace(b'"schema":%d' % migrations.SCHEMA, b'"schema":0'),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_refused_and_left_byte_for_byte(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "rows.json"
    raw = sample(path)
    spoiled = damage(raw)
    assert spoiled != raw
    path.write_bytes(spoiled)
    for attempt in attempts(path):
        with pytest.raises(Damaged):
            attempt()
    assert contents(tmp_path) == {"rows.json": spoiled}


def test_no_single_changed_byte_goes_unseen(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    raw = sample(path)
    for place in range(len(raw)):
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 0x08]) + raw[place + 1 :])
        with pytest.raises((Damaged, TooNew)):
            DurableStorage(path, read_only=True).read()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no links")
def test_a_link_is_neither_read_nor_written_through(tmp_path: Path) -> None:
    victim, link = tmp_path / "victim.json", tmp_path / "rows.json"
    before = sample(victim)
    storage = DurableStorage(link)
    link.symlink_to(victim)
    for attempt in (lambda: opened(link), lambda: opened(link, read_only=True), storage.read,
                    lambda: storage.write({"t": {}})):
        with pytest.raises(StoreError):
            attempt()
    assert victim.read_bytes() == before
    assert link.is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_in_the_place_of_the_file_does_not_hang_the_reader(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rows.json")
    with pytest.raises(StoreError):
        opened(tmp_path / "rows.json", read_only=True).all()


def test_a_folder_that_may_not_be_written_is_told_in_thai(tmp_path: Path, monkeypatch: Any) -> None:
    real = os.open

    def refuse(path: Any, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "refused", str(path))
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotWrite, match="สิทธิ์"):
        opened(tmp_path / "rows.json").insert({"id": "a"})


# --- the system refuses -------------------------------------------------------------------------------------

CALLS = ("open", "write", "fsync", "replace")


class Refusing:
    """Lets the first `after` calls of the write path through, then refuses one with `number`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, after: int, number: int) -> None:
        self.left = after
        self.number = number
        self.refused = ""
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.left -= 1
            if self.left == -1:
                self.refused = name
                raise OSError(self.number, os.strerror(self.number))
            return real(*arguments, **options)

        return call


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_refusal_at_any_step_raises_leaves_old_or_new_and_a_retry_makes_one_record(
    tmp_path: Path, number: int
) -> None:
    seen: set[str] = set()
    for after in range(40):
        folder = tmp_path / str(after)
        path = folder / "rows.json"
        db = opened(path)
        db.insert({"id": "old"})
        with pytest.MonkeyPatch.context() as patch:
            refusing = Refusing(patch, after, number)
            with suppress(StoreError):
                db.upsert({"id": "new"}, where("id") == "new")
        if not refusing.refused:
            break
        seen.add(refusing.refused)
        ids = [row["id"] for row in opened(path, read_only=True)]
        assert ids in (["old"], ["old", "new"])
        assert list(contents(folder)) == ["rows.json"]
        db.upsert({"id": "new"}, where("id") == "new")
        assert [row["id"] for row in opened(path, read_only=True)] == ["old", "new"]
    else:
        pytest.fail("the write path never ended")
    assert seen == set(CALLS)


def test_a_refused_write_is_never_answered_by_the_same_handle(tmp_path: Path, monkeypatch: Any) -> None:
    synced: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        if len(synced) == 1:
            raise OSError(errno.EIO, "refused")
        real(handle)

    db = opened(tmp_path / "rows.json")
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(CannotWrite):
        db.insert({"id": "a"})
    assert len(synced) == 1
    db.insert({"id": "a"})
    assert len(synced) == 3  # the new file and its folder


# --- batches ------------------------------------------------------------------------------------------------


def test_a_batch_over_two_tables_is_one_write(tmp_path: Path) -> None:
    storage_of = opened(tmp_path / "rows.json")
    storage_of.insert({"id": "a"})
    with batch(storage_of):
        storage_of.table("entries").insert({"id": "e"})
        storage_of.table("audit").insert({"id": "h"})
    assert json.loads((tmp_path / "rows.json").read_bytes())[HEADER_KEY]["generation"] == 2


def test_an_exception_in_a_batch_leaves_the_file_and_every_answer_as_before(tmp_path: Path) -> None:
    with opened(tmp_path / "rows.json") as db:
        db.table("entries").insert({"id": "kept"})
        before = contents(tmp_path)

        def change_and_fail() -> None:
            with batch(db):
                db.table("entries").insert({"id": "dropped"})
                db.table("audit").insert({"id": "dropped"})
                assert len(db.table("audit").search(where("id") == "dropped")) == 1
                raise RuntimeError

        with pytest.raises(RuntimeError):
            change_and_fail()
        assert contents(tmp_path) == before
        assert db.table("entries").search(where("id") == "dropped") == []
        assert db.table("audit").search(where("id") == "dropped") == []
        db.table("entries").insert({"id": "later"})
        assert [row["id"] for row in db.table("entries")] == ["kept", "later"]


def test_a_batch_that_the_disk_refuses_is_undone_in_memory_too(tmp_path: Path, monkeypatch: Any) -> None:
    with opened(tmp_path / "rows.json") as db:
        db.insert({"id": "kept"})

        def refuse(*arguments: Any) -> None:
            raise OSError(errno.ENOSPC, "full")

        monkeypatch.setattr(os, "fsync", refuse)

        def change() -> None:
            with batch(db):
                db.insert({"id": "dropped"})
                assert len(db.search(where("id") == "dropped")) == 1

        with pytest.raises(CannotWrite, match="เต็ม"):
            change()
        monkeypatch.undo()
        assert db.search(where("id") == "dropped") == []
        assert len(db) == 1


def test_rows_kept_from_an_earlier_batch_cannot_change_what_a_later_one_writes(tmp_path: Path) -> None:
    with opened(tmp_path / "rows.json") as db:
        with batch(db):
            db.insert({"id": "a", "list": ["เดิม"]})
            [kept] = db.all()
        kept["list"].append("แอบเติม")
        with batch(db):
            db.insert({"id": "b", "list": []})
            [kept, _] = db.all()
        kept["list"].append("แอบเติมอีก")
        with batch(db):
            db.insert({"id": "c", "list": []})
    assert [row["list"] for row in opened(tmp_path / "rows.json", read_only=True)] == [["เดิม"], [], []]


def test_a_batch_begins_with_what_another_wrote_since(tmp_path: Path) -> None:
    one, other = opened(tmp_path / "rows.json"), opened(tmp_path / "rows.json")
    one.insert({"number": 0})
    for db in (one, other, one, other):
        with batch(db):
            db.update(increment("number"))
    assert opened(tmp_path / "rows.json", read_only=True).all() == [{"number": 4}]


def test_a_batch_in_a_batch_is_a_mistake(tmp_path: Path) -> None:
    with opened(tmp_path / "rows.json") as db, pytest.raises(RuntimeError), batch(db), batch(db):
        pass


def test_an_older_file_is_read_as_this_version_lays_it_out(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "rows.json"
    opened(path).table("old").insert({"id": "a"})
    before = contents(tmp_path)
    monkeypatch.setattr(migrations, "SCHEMA", migrations.SCHEMA + 1)
    monkeypatch.setitem(migrations.STEPS, migrations.SCHEMA - 1, lambda path, tables: {"new": tables["old"]})
    assert opened(path, read_only=True).tables() == {"new"}
    assert contents(tmp_path) == before
