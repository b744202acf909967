"""A data folder: who may write in it, that its files are whole when it is opened, and one copy a start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Self

from filelock import FileLock, Timeout
from tinydb import TinyDB

from ita_tui.errors import CannotWrite, Damaged, ItaError, LockedByAnother, NotFound
from ita_tui.store import migrations
from ita_tui.store.backups import Backups, put_aside, taken_at, verify
from ita_tui.store.framing import unframed
from ita_tui.store.layout import Layout
from ita_tui.store.storage import DurableStorage, cannot_write, make_folder, read_whole
from ita_tui.thai.dates import clock, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType


@dataclass(frozen=True, slots=True)
class Restored:
    """Something that was mended while opening, and that the user must be told."""

    file: str
    """Name inside the data folder, e.g. years/2567.json."""
    message: str
    """A Thai sentence: which file, what was done, where the evidence lies."""


def local_now() -> datetime:
    """Return the time of this machine with its offset."""
    return datetime.now().astimezone()


class Folder:
    """One opened data folder. With `write` it holds the lock until closed; without, it changes nothing."""

    def __init__(self, root: Path, *, write: bool, now: Callable[[], datetime] = local_now) -> None:
        self.layout = Layout(root)
        self.write = write
        self.notices: tuple[Restored, ...] = ()
        """What was mended, oldest first."""
        self._now = now
        self._backups = Backups(self.layout.backups, root)
        self._lock: FileLock | None = None
        self._databases: dict[Path, TinyDB] = {}
        if write:
            self._lock = _locked(self.layout)
            try:
                self._make_sound()
            except (ItaError, OSError) as error:
                self.close()
                if isinstance(error, OSError):
                    raise cannot_write(root, error) from error
                raise
        elif not root.is_dir():
            raise NotFound(f"ไม่พบโฟลเดอร์ข้อมูล “{root}”", "ตรวจตำแหน่งโฟลเดอร์ หรือสร้างข้อมูลชุดใหม่")

    def database(self, path: Path) -> TinyDB:
        """Return the tables of one file of this folder; in the writer, one database a file, for its one thread.

        A damaged file is restored by the writer (see `notices`); raises `Damaged` where it cannot be.
        """
        if path not in self._databases:
            self._databases[path] = TinyDB(path, storage=DurableStorage, read_only=not self.write)
        database = self._databases[path]
        storage = database.storage
        if self.write and isinstance(storage, DurableStorage) and not storage.is_as_seen():
            try:
                storage.read()
            except Damaged:
                self._mend(path)
        return database

    def reader(self, path: Path) -> TinyDB:
        """Return a database of its own that only reads `path`, for a thread other than the writer's."""
        return TinyDB(path, storage=DurableStorage, read_only=True)

    def was_restored(self, path: Path) -> bool:
        """Tell whether `path` was put back from a copy since this folder was opened."""
        return any(notice.file == self._name(path) for notice in self.notices)

    def close(self) -> None:
        """Release the lock; closing twice does nothing."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- making the folder sound, under the lock --------------------------------------------------------

    def _make_sound(self) -> None:
        for path in self.layout.leftovers():
            path.unlink()
        self._backups.remove_unfinished()
        known = self._backups.known()
        beyond = [path for path in self._unsound(known) if not self._mended(path)]
        sound = [path for path in self.layout.data_files() if path not in beyond]
        self._migrate(sound)
        if frozenset(sound) != known or not all(map(self._backups.unchanged, sound)):
            self._backups.take(sound, self._now())

    def _unsound(self, known: frozenset[Path]) -> list[Path]:
        """Return the files to restore; a file too new, or one that may not be read, stops the opening first."""
        found = []
        for path in sorted(known.union(self.layout.data_files())):
            if self._backups.unchanged(path):
                continue
            try:
                verify(path)
            except Damaged:
                found.append(path)
        return found

    def _mended(self, path: Path) -> bool:
        """Restore `path`, and tell whether that was possible.

        One meeting or year beyond repair must not keep the others shut: it stays as it is, and asking for it
        raises. Without the body or the register nothing can be done, so their damage stops the opening.
        """
        try:
            self._mend(path)
        except Damaged as error:
            if path.parent == self.layout.root:
                raise
            self._note(path, str(error))
            return False
        return True

    def _mend(self, path: Path) -> None:
        aside = f" และเก็บแฟ้มที่เสียไว้เป็น “{self._set_aside(path).name}”" if path.exists() else ""
        try:
            source = self._backups.restore(path)
        except Damaged:
            if path != self.layout.unsaved:
                raise
            self._note(path, f"แฟ้มข้อความที่ยังไม่ยืนยันเสียหาย โปรแกรมจึงเริ่มแฟ้มใหม่{aside}")
            return
        taken = taken_at(source)
        when = f"{short_date(taken.date())} เวลา {clock(taken.time())}"
        self._note(path, f"กู้ “{self._name(path)}” จากสำเนาสำรองวันที่ {when}{aside}")

    def _set_aside(self, path: Path) -> Path:
        """Put a damaged file aside, unless there is nothing to put in its place."""
        if path != self.layout.unsaved and not self._backups.holds_sound(path):
            raise Damaged(
                f"แฟ้ม “{self._name(path)}” เสียหาย และไม่มีสำเนาสำรองที่ใช้ได้", "อย่าลบแฟ้มนี้ และแจ้งผู้ดูแลระบบ"
            )
        return put_aside(path, self._now())

    def _note(self, path: Path, message: str) -> None:
        self.notices = (*self.notices, Restored(self._name(path), message))

    def _name(self, path: Path) -> str:
        return path.relative_to(self.layout.root).as_posix()

    def _migrate(self, files: Sequence[Path]) -> None:
        """Bring a folder of an earlier schema to this one: copies first, the register last, each file in one write."""
        if _schema(self.layout.register) in {None, migrations.SCHEMA}:
            return
        self._backups.take(files, self._now())
        for path in sorted(files, key=lambda each: each == self.layout.register):
            if _schema(path) != migrations.SCHEMA:
                storage = DurableStorage(path)
                storage.write(storage.read() or {})


def _locked(layout: Layout) -> FileLock:
    """Create the folder if need be and take its lock, which the system releases if this process dies."""
    try:
        make_folder(layout.root)
        # The saver thread may be the one that closes, hence not bound to a thread.
        lock = FileLock(layout.lock, timeout=0, mode=0o600, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise LockedByAnother("ข้อมูลชุดนี้เปิดอยู่ในอีกหน้าต่างหนึ่ง", "ใช้หน้าต่างนั้น หรือเปิดเพื่ออ่านอย่างเดียว") from error
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotWrite(f"“{layout.root}” ไม่ใช่โฟลเดอร์", "เลือกโฟลเดอร์อื่น") from error
    except OSError as error:
        raise cannot_write(layout.root, error) from error
    return lock


def _schema(path: Path) -> int | None:
    """Return the schema that the file at `path` was written under; None where there is no file."""
    raw = read_whole(path)
    return None if raw is None else unframed(path, raw)[1]

