"""The data folder as the secretary knows it: a body, meetings, years; read by anybody, written by acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import orjson

from ita_tui.domain.body import Body
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingHead
from ita_tui.domain.oit import Catalogue
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.errors import ItaError, NotFound
from ita_tui.store.folder import Folder, Restored, local_now
from ita_tui.store.history import AuditRow, read_audit, taken_back
from ita_tui.store.records import decode
from ita_tui.store.register import Register
from ita_tui.store.rows import Laid, read_laid, read_rows
from ita_tui.store.shapes import (
    BODY_TABLES,
    CATALOGUE_TABLES,
    HEADS,
    MEETING_TABLES,
    YEAR_TABLES,
    body_from,
    catalogue_from,
    meeting_from,
    year_from,
)
from ita_tui.store.storage import MISSING, Version, version_of
from ita_tui.store.unsaved import UnsavedTexts
from ita_tui.store.writer import FolderWriter

_SHIPPED: Final = Path(__file__).parent / "catalogues"


class DataFolder:
    """One opened data folder. Reading is safe from any thread and sees what is on disk at that moment.

    Writing goes through `writer`, which belongs to one thread, the saver's.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._layout = folder.layout
        self._seen: dict[Path, Version] = {}
        self.writer: FolderWriter | None = FolderWriter(folder) if folder.write else None
        """What the saver writes through; None in a folder opened for reading."""

    @classmethod
    def open(cls, path: Path, *, write: bool = True, now: Callable[[], datetime] = local_now) -> Self:
        """Open the data folder at `path`; to write, it is created, locked, mended and copied as needed.

        Raises `LockedByAnother`, `CannotWrite`, `Damaged`, `TooNew`; without `write` only `NotFound`.
        """
        folder = Folder(path, write=write, now=now)
        try:
            opened = cls(folder)
            if opened.writer is not None:
                opened.writer.take_up()
        except ItaError:
            folder.close()
            raise
        return opened

    @property
    def path(self) -> Path:
        """Where the folder lies."""
        return self._layout.root

    @property
    def writable(self) -> bool:
        """Tell whether it was opened for writing."""
        return self.writer is not None

    @property
    def notices(self) -> tuple[Restored, ...]:
        """What was mended since it was opened, and must be told."""
        return self._folder.notices

    def close(self) -> None:
        """Release the lock; closing twice does nothing."""
        self._folder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- what it holds ----------------------------------------------------------------------------------

    def body(self) -> Body:
        """Return the body; raise NotFound in a folder that is new."""
        laid = self._laid(self._layout.body, BODY_TABLES)
        if not laid["body"]:
            raise NotFound("ยังไม่มีข้อมูลหน่วยงาน", "กรอกชื่อหน่วยงานก่อนเริ่มใช้งาน")
        return body_from(laid, self._layout.body)

    def heads(self) -> tuple[MeetingHead, ...]:
        """Return the heads of all meetings by year and number."""
        return self._register().heads()

    def meeting(self, meeting_id: str) -> Meeting:
        """Return a meeting; raise NotFound."""
        return meeting_from(self._laid(self._layout.meeting(meeting_id), MEETING_TABLES), self._head(meeting_id),
                            self._layout.meeting(meeting_id))

    def years(self) -> tuple[BEYear, ...]:
        """Return the B.E. years that have a file, earliest first."""
        return tuple(BEYear(int(path.stem)) for path in self._layout.years() if path.stem.isdecimal())

    def year(self, year: BEYear) -> YearRecord:
        """Return the results and follow-up lists of a B.E. year; empty for one that nothing is known of."""
        path = self._layout.year(year)
        return year_from(self._laid(path, YEAR_TABLES), year, path)

    def catalogue_years(self) -> tuple[BEYear, ...]:
        """Return the B.E. fiscal years that a catalogue is known of, earliest first."""
        return tuple(sorted({*_years_in(self.path / "catalogues"), *_years_in(_SHIPPED)}))

    def catalogue(self, year: BEYear) -> Catalogue:
        """Return the catalogue of a B.E. fiscal year, the office's own before the shipped one; raise NotFound."""
        own = self._layout.catalogue(year)
        laid = self._laid(own, CATALOGUE_TABLES)
        return catalogue_from(laid, own) if laid["catalogue"] else shipped_catalogue(year)

    def audit(self, meeting_id: str) -> tuple[AuditRow, ...]:
        """Return the history kept in a meeting's file, in the order of things."""
        path = self._layout.meeting(meeting_id)
        return read_audit(self._folder.reader(path), path)

    def removed(self) -> tuple[str, ...]:
        """Return the ids of meetings that were deleted, the last deleted first."""
        known = {head.id for head in self.heads()}
        gone = [path.stem for path in self._layout.meetings() if path.stem not in known]
        last = {meeting_id: max((row.seq for row in self.audit(meeting_id)), default=0) for meeting_id in gone}
        return tuple(sorted(gone, key=lambda meeting_id: -last[meeting_id]))

    def audit_of_body(self) -> tuple[AuditRow, ...]:
        """Return the history kept in the body's file, in the order of things."""
        return read_audit(self._folder.reader(self._layout.body), self._layout.body)

    def audit_of_year(self, year: BEYear) -> tuple[AuditRow, ...]:
        """Return the history kept in a year's file, in the order of things."""
        path = self._layout.year(year)
        return read_audit(self._folder.reader(path), path)

    def unsaved(self) -> UnsavedTexts:
        """Return the unconfirmed texts, for reading."""
        return UnsavedTexts(self._folder.reader(self._layout.unsaved), self._layout.unsaved)

    # --- back in time -----------------------------------------------------------------------------------

    def meeting_without(self, meeting_id: str, action_id: str) -> Meeting:
        """Return the meeting as it would stand now had one act not happened; what else changed since stays.

        Its value is for a compensating action. Raises NotFound where the meeting's history has no such act.
        """
        path = self._layout.meeting(meeting_id)
        db = self._folder.reader(path)
        laid = self._laid_without(path, MEETING_TABLES, action_id)
        own = [row for row in read_rows(self._register().db, HEADS) if row.id == meeting_id]
        heads = taken_back(HEADS, own, read_audit(db, path), action_id)
        head = decode(heads[0].value, MeetingHead, self._layout.register, HEADS)
        return meeting_from(laid, head, path)

    def body_without(self, action_id: str) -> Body:
        """Return the body as it would stand now had one act not happened; as `meeting_without`."""
        path = self._layout.body
        return body_from(self._laid_without(path, BODY_TABLES, action_id), path)

    def year_without(self, year: BEYear, action_id: str) -> YearRecord:
        """Return the year as it would stand now had one act not happened; as `meeting_without`."""
        path = self._layout.year(year)
        return year_from(self._laid_without(path, YEAR_TABLES, action_id), year, path)

    def _laid_without(self, path: Path, tables: Sequence[str], action_id: str) -> Laid:
        db = self._folder.reader(path)
        history = read_audit(db, path)
        if all(row.action_id != action_id for row in history):
            raise NotFound("ไม่พบรายการนี้ในประวัติการแก้ไข", "เลือกรายการจากประวัติ")
        return {
            table: {row.id: row.value for row in taken_back(table, read_rows(db, table), history, action_id)}
            for table in tables
        }

    # --- what others write ------------------------------------------------------------------------------

    def look(self) -> frozenset[str]:
        """Return the files (names inside the folder) that are another version than at the last look; stats only."""
        files = {*self._layout.data_files(), *self._seen}
        found = frozenset(path for path in files if version_of(path) != self._seen.get(path, MISSING))
        self._seen |= {path: version_of(path) for path in found}
        return frozenset(path.relative_to(self.path).as_posix() for path in found)

    # --- parts ------------------------------------------------------------------------------------------

    def _register(self) -> Register:
        return Register(self._folder.reader(self._layout.register), self._layout.register)

    def _head(self, meeting_id: str) -> MeetingHead:
        for head in self.heads():
            if head.id == meeting_id:
                return head
        raise NotFound("ไม่พบการประชุมนี้", "เลือกการประชุมจากรายการ")

    def _laid(self, path: Path, tables: Sequence[str]) -> Laid:
        return read_laid(self._folder.reader(path), tables)


def _years_in(folder: Path) -> tuple[BEYear, ...]:
    return tuple(BEYear(int(path.stem)) for path in folder.glob("*.json") if path.stem.isdecimal())


def shipped_catalogue(year: BEYear) -> Catalogue:
    """Return the catalogue of a B.E. fiscal year that came with the program; raise NotFound."""
    path = _SHIPPED / f"{year:d}.json"
    if not path.is_file():
        raise NotFound(f"ไม่มีบัญชีรายการ OIT ปี {year}", "นำเข้าบัญชีรายการของปีนั้นก่อน")
    return decode(orjson.loads(path.read_bytes()), Catalogue, path)
