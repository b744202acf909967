"""What every storage promises TinyDB, kept in memory and in our file alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tinydb import where

if TYPE_CHECKING:
    from tinydb import TinyDB


def test_a_database_that_was_never_written_is_empty(db: TinyDB) -> None:
    assert db.tables() == set()
    assert db.all() == []


def test_rows_come_back_as_they_were_given(db: TinyDB) -> None:
    row = {"text": "รับทราบ", "count": 6, "share": 83.5, "none": None, "list": [1, {"ลึก": True}]}
    db.insert(row)
    assert db.all() == [row]


def test_tables_are_kept_apart(db: TinyDB) -> None:
    db.table("agenda").insert({"id": "a"})
    db.table("audit").insert({"id": "b"})
    assert db.tables() == {"agenda", "audit"}
    assert [row["id"] for row in db.table("agenda")] == ["a"]


def test_updating_changes_only_the_rows_that_match(db: TinyDB) -> None:
    db.insert_multiple({"id": each, "status": "unset"} for each in ("o1", "o2"))
    db.update({"status": "done"}, where("id") == "o2")
    assert {row["id"]: row["status"] for row in db} == {"o1": "unset", "o2": "done"}


def test_upserting_the_same_id_twice_leaves_one_row(db: TinyDB) -> None:
    for text in ("ร่างแรก", "ร่างสอง"):
        db.upsert({"id": "s1", "text": text}, where("id") == "s1")
    assert [row["text"] for row in db] == ["ร่างสอง"]


def test_removed_rows_are_gone_and_the_others_stay(db: TinyDB) -> None:
    db.insert_multiple({"id": each} for each in "abc")
    db.remove(where("id") == "b")
    assert [row["id"] for row in db] == ["a", "c"]


def test_dropping_a_table_leaves_the_others(db: TinyDB) -> None:
    db.table("agenda").insert({"id": "a"})
    db.table("roster").insert({"id": "r"})
    db.drop_table("agenda")
    assert db.tables() == {"roster"}


def test_dropping_everything_leaves_an_empty_database_that_can_be_filled_again(db: TinyDB) -> None:
    db.insert({"id": "a"})
    db.drop_tables()
    assert db.tables() == set()
    db.insert({"id": "b"})
    assert [row["id"] for row in db] == ["b"]


def test_a_search_after_a_change_sees_the_change(db: TinyDB) -> None:
    query = where("status") == "done"
    db.insert({"id": "o1", "status": "unset"})
    assert db.search(query) == []
    db.update({"status": "done"}, where("id") == "o1")
    assert len(db.search(query)) == 1


def test_what_is_no_mapping_is_refused_and_changes_nothing(db: TinyDB) -> None:
    db.insert({"id": "a"})
    with pytest.raises(ValueError, match="Mapping"):
        db.insert(["ไม่ใช่แถว"])
    assert len(db) == 1
