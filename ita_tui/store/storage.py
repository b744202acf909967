"""One file of tables that is always whole: the old version or the new one, never a mixture, never half.

It knows bytes and files, and nothing of meetings. It takes no lock: who may write is `store.folder`'s matter.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tinydb.storages import Storage

from ita_tui.errors import CannotWrite, StoreError
from ita_tui.store import migrations
from ita_tui.store.framing import Tables, body_of, framed, unframed

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_REPLACE_TRIES: Final = 20
_REPLACE_PAUSE: Final = 0.05  # seconds; a reader on Windows holds the file for about the time of one read

Version = tuple[int, int, int, int, int]
"""What tells one version of a file from another without reading it."""

MISSING: Final[Version] = (0, 0, 0, 0, 0)
"""The version of a file that is not there."""


def version_of(path: Path) -> Version:
    """Return the version of the file at `path`, or `MISSING`."""
    try:
        seen = path.lstat()
    except FileNotFoundError:
        return MISSING
    return (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


class DurableStorage(Storage):
    """Tables in one JSON file that a crash, a full disk or a power cut leaves as it was before or after a write.

    The file is one JSON object whose first key is a header (schema, generation, SHA-256 of all that follows
    the sum); the header is taken off before TinyDB sees the tables, since to TinyDB every top-level key is one.
    Read-only it opens, reads whole and closes, and never changes anything on disk.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._seen: Version | None = None
        self._generation = 0
        self._held: Tables | None = None
        self._held_changed = False
        self._known: Tables | None = None
        """What was last written here, in a copy that nobody else can have changed."""
        if self.path.is_symlink():
            raise StoreError(*_link(self.path))

    @property
    def generation(self) -> int:
        """How many times the file had been written when it was last read or written here; 0 is never."""
        return self._generation

    def is_as_seen(self) -> bool:
        """Tell whether the file is the version that was last read or written here, by one stat."""
        return version_of(self.path) == self._seen

    def read(self) -> Tables | None:
        """Return the tables, or None for a file that is not there yet.

        Raises `Damaged`, `TooNew`, or `StoreError` where the system does not let the file be read.
        """
        if self._held is not None:
            return self._held
        return self._load()

    def write(self, data: Tables) -> None:
        """Replace the file by `data`; on return it is on disk.

        Raises `CannotWrite` (the file is then the old or the new one, whole), `BadText` for a lone surrogate or
        a number that is none, `TypeError` for what JSON does not know, and what `read` raises: a file that
        cannot be read is never overwritten.
        """
        if self.read_only:
            raise CannotWrite("เปิดข้อมูลไว้เพื่ออ่านเท่านั้น จึงบันทึกไม่ได้", "ปิดหน้าต่างอื่นที่ใช้ข้อมูลชุดนี้แล้วเปิดใหม่")
        if self._held is not None:
            self._held, self._held_changed = data, True
            return
        self._known = None
        body, again = body_of(data)
        if not self.is_as_seen():
            self._load()
        generation = self._generation + 1
        try:
            make_folder(self.path.parent)
            _replace_whole(self.path, framed(body, generation))
        except OSError as error:
            raise cannot_write(self.path, error) from error
        self._seen, self._generation, self._known = version_of(self.path), generation, again

    @contextmanager
    def one_write(self) -> Iterator[None]:
        """Gather every change made inside into one write at the end, or none; an exception drops them all."""
        if self._held is not None:
            raise RuntimeError("a batch is already open on this file")
        self._held, self._held_changed = self._begin(), False
        try:
            yield
            tables = self._held
        finally:
            self._held = None
        if self._held_changed:
            self.write(tables)

    def _begin(self) -> Tables:
        """Return the tables for a batch to change: those last written here, if nobody wrote since, else the file's."""
        known, self._known = self._known, None
        return known if known is not None and self.is_as_seen() else self._load() or {}

    def _load(self) -> Tables | None:
        seen = version_of(self.path)
        raw = read_whole(self.path)
        if raw is None:
            self._seen, self._generation = seen, 0
            return None
        tables, schema, self._generation = unframed(self.path, raw)
        self._seen = seen
        return migrations.upgrade(self.path, tables, schema)


def read_whole(path: Path) -> bytes | None:
    """Return the bytes of a plain file, or None where there is no file; raises `StoreError` for a link."""
    try:
        handle = os.open(path, os.O_RDONLY | _NO_FOLLOW | _BINARY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise StoreError(*_link(path)) from error
        raise _cannot_read(path, error) from error
    try:
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise StoreError(f"“{path.name}” ไม่ใช่แฟ้มข้อมูล", "ย้ายสิ่งที่ชื่อซ้ำกันนี้ออกจากโฟลเดอร์ข้อมูล")
            return file.read()
    except OSError as error:
        raise _cannot_read(path, error) from error


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """Return the error that tells the user why the system refused to write at `path`."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return CannotWrite(f"เนื้อที่เก็บข้อมูลเต็ม จึงบันทึก “{path.name}” ไม่ได้", "ลบแฟ้มที่ไม่ใช้ออก โปรแกรมจะลองบันทึกใหม่เอง")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return CannotWrite(f"ไม่มีสิทธิ์เขียน “{path}”", "ขอสิทธิ์เขียนโฟลเดอร์นี้ หรือเปิดเพื่ออ่านอย่างเดียว")
    if error.errno == errno.ELOOP:
        return CannotWrite(*_link(path))
    reason = errno.errorcode.get(error.errno or 0, "?")
    return CannotWrite(f"ระบบบันทึก “{path.name}” ไม่สำเร็จ ({reason})", "ตรวจดิสก์หรือสายเชื่อมต่อ โปรแกรมจะลองบันทึกใหม่เอง")


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable; without it a power cut may undo a replace that had returned."""
    if sys.platform == "win32":  # Windows opens no folder for this and keeps names in its own journal
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_new(path: Path, content: bytes) -> None:
    """Write `content` to a file that did not exist, mode 0600, and make its bytes durable (not its name)."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        # A handle whose fsync failed may report success the next time while the bytes are gone:
        # it is closed in any case, and a retry begins with a new file.
        os.fsync(handle)
    finally:
        os.close(handle)


def is_leftover(name: str) -> bool:
    """Tell whether a file called `name` is one that a killed writer left unfinished."""
    return re.fullmatch(r"\..+\.[0-9a-f]{16}\.tmp", name) is not None


def make_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, mode 0700, so that a power cut does not take them back."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def _replace_whole(path: Path, content: bytes) -> None:
    if path.is_symlink():
        raise OSError(errno.ELOOP, "link", str(path))
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        write_new(temporary, content)
        _swap(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def _swap(temporary: Path, path: Path) -> None:
    """Put `temporary` in the place of `path`; on Windows an open reader refuses it for a moment (unrun there)."""
    tries = _REPLACE_TRIES if sys.platform == "win32" else 1
    for left in reversed(range(tries)):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(_REPLACE_PAUSE)


def _link(path: Path) -> tuple[str, str]:
    return (f"“{path.name}” เป็นทางลัด ไม่ใช่แฟ้มข้อมูล โปรแกรมจึงไม่เปิด", "วางแฟ้มจริงแทนทางลัด แล้วเปิดอีกครั้ง")


def _cannot_read(path: Path, error: OSError) -> StoreError:
    if error.errno in {errno.EACCES, errno.EPERM}:
        return StoreError(f"ไม่มีสิทธิ์อ่าน “{path}”", "ขอสิทธิ์อ่านโฟลเดอร์นี้จากผู้ดูแลระบบ")
    reason = errno.errorcode.get(error.errno or 0, "?")
    return StoreError(f"ระบบอ่าน “{path.name}” ไม่สำเร็จ ({reason})", "ตรวจดิสก์หรือสายเชื่อมต่อแล้วเปิดอีกครั้ง")
