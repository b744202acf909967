"""Files of earlier versions of the program are read as this one keeps things, their history and intents too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ita_tui.domain.evidence import Evidence
from ita_tui.domain.oit import FollowUp, FollowUpEntry, Status, StatusChange, StatusReport
from ita_tui.store import migrations
from ita_tui.store.layout import Layout
from ita_tui.store.repository import DataFolder
from ita_tui.store.storage import DurableStorage
from tests.store.samples import STAMP, Y2566, Y2567

FIRST = {
    "code": "o1", "status": "done", "wording": "", "reported": "in_progress", "division_id": "d1", "due": "",
    "note": "", "urls": ["https://example.go.th/o1"],
    "history": [{"at": STAMP, "status": "done", "wording": "ดำเนินการเรียบร้อยแล้ว", "meeting_id": "m1"}],
}  # fmt: skip
BEFORE = {**FIRST, "status": "unset", "reported": None, "history": []}
ENTRY = FollowUpEntry(
    "o1", Status.DONE, division_id="d1", evidence=(Evidence("https://example.go.th/o1"),),
    history=(StatusReport("", Status.IN_PROGRESS), StatusChange(STAMP, Status.DONE, "ดำเนินการเรียบร้อยแล้ว", "m1")),
)  # fmt: skip


def row(row_id: str, value: Any, order: int = 1024) -> dict[str, Any]:
    return {"id": row_id, "order": order, "value": value}


def told(seq: int, before: Any, after: Any) -> dict[str, Any]:
    return {
        "id": f"act{seq}-{seq}", "seq": seq, "action_id": f"act{seq}", "at": STAMP, "verb": "mark",
        "kind": "follow_ups", "target_id": "2566/o1", "meeting_id": "m1",
        "before": before, "after": after, "order": 1024 if before else 0,
    }  # fmt: skip


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that the first version wrote and that a crash left in the middle of an act."""
    layout = Layout(tmp_path / "data")
    listed = {"follow_up_year": Y2567, "catalogue_year": Y2566, "entries": []}
    change = {"table": "follow_ups", "before": row("2566/o1", BEFORE), "after": row("2566/o1", FIRST)}
    plan = {
        "action_id": "act2", "register": [],
        "files": [{"file": "years/2567.json", "changes": [change], "audit": [told(2, BEFORE, FIRST)]}],
    }  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "SCHEMA", 1)
        DurableStorage(layout.year(Y2567)).write({
            "lists": {"1": row("2566", listed)}, "follow_ups": {"1": row("2566/o1", BEFORE)},
            "audit": {"1": told(1, None, BEFORE)},
        })  # fmt: skip
        DurableStorage(layout.register).write({"intents": {"1": row("act2", plan, 1)}})
    return layout.root


def test_addresses_become_evidence_and_each_change_tells_its_kind(old: Path) -> None:
    with DataFolder.open(old) as folder:
        (follow_up,) = folder.year(Y2567).follow_ups
        assert follow_up == FollowUp(Y2567, Y2566, (ENTRY,)), "and the act that was cut short is done"


def test_what_was_done_before_can_still_be_taken_back(old: Path) -> None:
    with DataFolder.open(old) as folder:
        (follow_up,) = folder.year_without(Y2567, "act2").follow_ups
    assert follow_up.entry("o1") == FollowUpEntry(
        "o1", division_id="d1", evidence=(Evidence("https://example.go.th/o1"),)
    )


def test_a_reader_brings_nothing_on_disk_up(old: Path) -> None:
    path = Layout(old).year(Y2567)
    before = path.read_bytes()
    with DataFolder.open(old, write=False) as folder:
        assert folder.year(Y2567).follow_ups[0].entry("o1").evidence == ENTRY.evidence
    assert path.read_bytes() == before
