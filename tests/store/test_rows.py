"""A change touches the rows it means, and no others."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from ita_tui.store.rows import changes_to, put, read_laid

ids = st.lists(st.sampled_from("กขคงจฉชซ"), unique=True)


def filled(rows: dict[str, Any]) -> TinyDB:
    db = TinyDB(storage=MemoryStorage)
    put(db, changes_to(db, {"t": rows}))
    return db


@given(before=ids, after=ids)
def test_whatever_the_order_was_the_new_order_comes_back(before: list[str], after: list[str]) -> None:
    db = filled(dict.fromkeys(before, 1))
    put(db, changes_to(db, {"t": dict.fromkeys(after, 1)}))
    assert list(read_laid(db, ["t"])["t"]) == after
    assert changes_to(db, {"t": dict.fromkeys(after, 1)}) == ()


@given(rows=ids.filter(bool), data=st.data())
def test_taking_out_or_moving_one_row_changes_one_row(rows: list[str], data: st.DataObject) -> None:
    db = filled(dict.fromkeys(rows, 1))
    one = data.draw(st.sampled_from(rows))
    rest = [each for each in rows if each != one]
    assert len(changes_to(db, {"t": dict.fromkeys(rest, 1)})) == 1
    place = data.draw(st.integers(0, len(rest)))
    moved = [*rest[:place], one, *rest[place:]]
    assert len(changes_to(db, {"t": dict.fromkeys(moved, 1)})) == (moved != rows)


def test_a_row_put_between_two_others_changes_only_itself() -> None:
    db = filled({"ก": 1, "ข": 2})
    [change] = changes_to(db, {"t": {"ก": 1, "ใหม่": 3, "ข": 2}})
    assert (change.id, change.before) == ("ใหม่", None)


def test_only_a_changed_value_is_a_change() -> None:
    db = filled({"ก": {"text": "เดิม"}, "ข": {"text": "เดิม"}})
    [change] = changes_to(db, {"t": {"ก": {"text": "เดิม"}, "ข": {"text": "ใหม่"}}})
    assert change.before is not None
    assert change.after is not None
    assert (change.before.value, change.after.value) == ({"text": "เดิม"}, {"text": "ใหม่"})
