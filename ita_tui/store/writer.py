"""What the saver's thread calls: a confirmed act becomes durable in the files it concerns, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from tinydb import TinyDB

from ita_tui.errors import Damaged
from ita_tui.store.acts import Action, FilePlan, Plan, file_plan, plain_plan, plan_from
from ita_tui.store.batch import batch
from ita_tui.store.folder import Folder
from ita_tui.store.history import AuditRow, read_audit
from ita_tui.store.register import Register, lay_head
from ita_tui.store.rows import Laid, Row, RowChange, changes_to, put, read_rows
from ita_tui.store.shapes import HEADS
from ita_tui.store.unsaved import TextKey, UnsavedText, UnsavedTexts


class FolderWriter:
    """Writes in one folder, from one thread. An act over several files is kept as an intent until it is done."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._layout = folder.layout
        self._register = Register(folder.database(self._layout.register), self._layout.register)
        self._unfinished = True

    def take_up(self) -> None:
        """Make the folder's files agree after a crash or a restored copy; harmless otherwise."""
        self._finish_intents()
        without_heads = {self._layout.register, self._layout.unsaved}
        files = [path for path in self._layout.data_files() if path not in without_heads]
        if not self._folder.was_restored(self._layout.register):
            files = [path for path in files if self._folder.was_restored(path)]
        if files:
            self._catch_up_register(files)

    def apply(self, action: Action) -> tuple[AuditRow, ...]:
        """Make `action` durable and return its audit rows; nothing is written where nothing differs.

        Raises what a write raises; applying it again afterwards completes it and leaves no second trace.
        """
        self._finish_intents()
        laid = action.laid(self._layout)
        with ExitStack() as files:
            for path in laid:
                files.enter_context(batch(self._folder.database(path)))
            plan = self._plan(action, laid)
            if not plan.spans_files:
                for each in plan.files:
                    each.put(self._database(each))
        if plan.spans_files:
            self._unfinished = True
            self._register.begin(plan.action_id, plain_plan(plan))
            self._perform(plan, plan.files)
            self._unfinished = False
        return tuple(row for each in plan.files for row in each.audit)

    def write_unsaved(self, texts: Sequence[UnsavedText], confirmed: Sequence[TextKey]) -> None:
        """Keep unconfirmed texts and forget confirmed ones, in one write."""
        UnsavedTexts(self._folder.database(self._layout.unsaved), self._layout.unsaved).change(texts, confirmed)

    # --- planning ---------------------------------------------------------------------------------------

    def _plan(self, action: Action, all_laid: dict[Path, Laid]) -> Plan:
        heads = {meeting.head.id: self._head_changes(action, place) for place, meeting in enumerate(action.meetings)}
        heads |= {meeting_id: self._removal(meeting_id) for meeting_id in action.removed}
        told = {self._layout.meeting(meeting_id): changes for meeting_id, changes in heads.items()}
        files: list[FilePlan] = []
        for path, laid in all_laid.items():
            changes = changes_to(self._folder.database(path), laid)
            elsewhere = told.get(path, ())
            if changes or elsewhere:
                numbers = self._register.numbers(len(changes) + len(elsewhere))
                files.append(file_plan(self._name(path), action.act, changes, elsewhere, numbers))
        return Plan(action.id, tuple(files), tuple(change for each in heads.values() for change in each))

    def _head_changes(self, action: Action, place: int) -> tuple[RowChange, ...]:
        """Return what an act does to one head; its history is kept in the meeting's file."""
        head = action.meetings[place].head
        [(_, value)] = lay_head(head)[HEADS].items()
        rows = read_rows(self._register.db, HEADS)
        old = self._head_row(head.id)
        order = old.order if old else max((row.order for row in rows), default=0) + 1 + place
        new = Row(head.id, order, value)
        return () if new == old else (RowChange(HEADS, old, new),)

    def _removal(self, meeting_id: str) -> tuple[RowChange, ...]:
        old = self._head_row(meeting_id)
        return (RowChange(HEADS, old, None),) if old else ()

    def _head_row(self, meeting_id: str) -> Row | None:
        return next((row for row in read_rows(self._register.db, HEADS) if row.id == meeting_id), None)

    def _database(self, plan: FilePlan) -> TinyDB:
        return self._folder.database(self._layout.root / plan.file)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._layout.root).as_posix()

    # --- acts over several files ------------------------------------------------------------------------

    def _perform(self, plan: Plan, files: Sequence[FilePlan]) -> None:
        for each in files:
            each.perform(self._database(each))
        self._register.finish(plan.action_id, plan.register)

    def _finish_intents(self) -> None:
        """Do what acts begun and cut short still have to do: each file tells by its history whether it was done."""
        if not self._unfinished:
            return
        for intent in self._register.intents():
            plan = plan_from(intent.value, self._layout.register)
            self._perform(plan, [each for each in plan.files if not each.done_in(self._database(each))])
        self._unfinished = False

    # --- after a file came back from a copy -------------------------------------------------------------

    def _catch_up_register(self, files: Sequence[Path]) -> None:
        """Make the register tell of heads what the histories in these files tell: one of the two is an older copy."""
        told: list[AuditRow] = []
        for path in files:
            with suppress(Damaged):  # beyond repair, and told as such when it was opened
                told.extend(read_audit(self._folder.database(path), path))
        self._register.continue_above(max((row.seq for row in told), default=0))
        newest = {row.target_id: row.after for row in sorted(told, key=lambda row: row.seq) if row.kind == HEADS}
        rows = {row.id: row for row in read_rows(self._register.db, HEADS)}
        beyond = max((row.order for row in rows.values()), default=0) + 1
        changes = [
            RowChange(HEADS, rows.get(head_id), Row(head_id, rows[head_id].order if head_id in rows else place, head))
            for place, (head_id, head) in enumerate(newest.items(), start=beyond) if head is not None
        ]
        changes += [RowChange(HEADS, rows[gone], None) for gone, head in newest.items() if not head and gone in rows]
        with batch(self._register.db):
            put(self._register.db, changes)
