"""One confirmed act and what it does to each file: worked out first, then done, and harmless when done again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from ita_tui.domain.body import Body
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.oit import Catalogue
from ita_tui.domain.results import YearRecord
from ita_tui.store.batch import batch
from ita_tui.store.history import Act, AuditRow, audit_of, knows, write_audit
from ita_tui.store.layout import Layout
from ita_tui.store.records import decode, encode
from ita_tui.store.rows import Laid, RowChange, put
from ita_tui.store.shapes import lay_body, lay_catalogue, lay_meeting, lay_year


@dataclass(frozen=True, slots=True)
class Action:
    """One confirmed act of the secretary: the new values of the records it changes, and nothing else."""

    id: str
    """uuid4 hex; applying it twice does what applying it once does."""
    verb: str
    """A short English word for the history."""
    at: str
    """ISO time with offset; only shown."""
    meeting_id: str = ""
    """The meeting in which it happens; empty outside of one."""
    meetings: tuple[Meeting, ...] = ()
    years: tuple[YearRecord, ...] = ()
    body: Body | None = None
    catalogues: tuple[Catalogue, ...] = ()
    removed: tuple[str, ...] = ()
    """Ids of meetings that leave the register; their files stay, with their history."""

    @property
    def act(self) -> Act:
        """Return what its audit rows have in common."""
        return Act(self.id, self.verb, self.at, self.meeting_id)

    def laid(self, layout: Layout) -> dict[Path, Laid]:
        """Return which tables of which file it wants to hold what; the register's part is not among them."""
        laid = {layout.meeting(meeting.head.id): lay_meeting(meeting) for meeting in self.meetings}
        laid |= {layout.meeting(meeting_id): {} for meeting_id in self.removed}
        laid |= {layout.year(record.year): lay_year(record) for record in self.years}
        laid |= {layout.catalogue(each.year): lay_catalogue(each) for each in self.catalogues}
        return laid | ({layout.body: lay_body(self.body)} if self.body is not None else {})


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What an act does to one file, small enough to be kept as an intent."""

    file: str
    """Name inside the data folder."""
    changes: tuple[RowChange, ...]
    audit: tuple[AuditRow, ...]

    def done_in(self, db: TinyDB) -> bool:
        """Tell whether the file already holds what the act did to it."""
        return knows(db, self.audit[0].action_id)

    def perform(self, db: TinyDB) -> None:
        """Do it in one write, rows and history together. Raises as a write does."""
        with batch(db):
            self.put(db)

    def put(self, db: TinyDB) -> None:
        """Do it inside a batch."""
        put(db, self.changes)
        write_audit(db, self.audit)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an act does to the folder: to the files of facts, then to the register."""

    action_id: str
    files: tuple[FilePlan, ...]
    register: tuple[RowChange, ...]

    @property
    def spans_files(self) -> bool:
        """Tell whether it takes more than one write, so that a crash could fall between them."""
        return len(self.files) + bool(self.register) > 1


def file_plan(
    file: str, act: Act, changes: Sequence[RowChange], told_here: Sequence[RowChange], numbers: Sequence[int]
) -> FilePlan:
    """Return the plan of one file; `told_here` are changes elsewhere (of a head) whose history it keeps too."""
    return FilePlan(file, tuple(changes), audit_of(act, [*changes, *told_here], numbers))


def plain_plan(plan: Plan) -> Any:
    """Return the plan as an intent keeps it."""
    return encode(plan)


def plan_from(plain: object, path: Path) -> Plan:
    """Return the plan that an intent read from `path` keeps; raises `Damaged`."""
    return decode(plain, Plan, path, "intents")
