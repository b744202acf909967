"""Verified copies of the data files, one set a start, and how a damaged file is replaced from them.

A copy has an inode of its own, so that damage done inside the main file does not reach it; sets share the
copies of files that did not change between them.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Final

from ita_tui.errors import Damaged, StoreError
from ita_tui.store.framing import damaged, unframed
from ita_tui.store.storage import make_folder, read_whole, sync_folder, write_new

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KEPT_LAST: Final = 10
"""How many of the newest sets stay, besides the newest one of every day."""

_SET = re.compile(r"\d{6}_\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d")
_STAMP: Final = "%Y-%m-%dT%H-%M-%S"
_UNFINISHED = ".new-"


class Backups:
    """The sets of copies under `folder` of the files under `root`; only the writer makes or removes any."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self._root = root
        self._newest = next(iter(self.sets()), None)

    def sets(self) -> tuple[Path, ...]:
        """Return the complete sets, newest first: by running number, since clocks are set back."""
        if not self.folder.is_dir():
            return ()
        names = sorted((path.name for path in self.folder.iterdir() if _SET.fullmatch(path.name)), reverse=True)
        return tuple(self.folder / name for name in names)

    def unchanged(self, path: Path) -> bool:
        """Tell whether `path` is as it was when the newest set was made, by size and time of change."""
        return self._newest is not None and _alike(path, self._newest / path.relative_to(self._root))

    def known(self) -> frozenset[Path]:
        """Return the files that the newest set holds a copy of, as paths of the data folder."""
        if self._newest is None:
            return frozenset()
        return frozenset(self._root / copy.relative_to(self._newest) for copy in self._newest.rglob("*.json"))

    def take(self, files: Iterable[Path], now: datetime) -> Path:
        """Make a set of `files` and return it; raises `OSError`, or `Damaged` for a copy that does not verify."""
        number = int(self._newest.name[:6]) + 1 if self._newest else 1
        self.folder.mkdir(mode=0o700, exist_ok=True)
        unfinished = self.folder / f"{_UNFINISHED}{secrets.token_hex(8)}"
        unfinished.mkdir(mode=0o700)
        try:
            for path in files:
                place = path.relative_to(self._root)
                self._copy(path, unfinished / place, self._newest / place if self._newest else None)
            complete = self.folder / f"{number:06d}_{now:{_STAMP}}"
            unfinished.rename(complete)
        except (OSError, StoreError):
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        sync_folder(self.folder)
        self._newest = complete
        self._prune()
        return complete

    def restore(self, path: Path) -> Path:
        """Write the newest copy of `path` that verifies in its place, and return the set it came from.

        Raises `Damaged` where no copy verifies, and `OSError`.
        """
        sound = next(self._sound_copies(path), None)
        if sound is None:
            raise damaged(path)
        copy, raw = sound
        make_folder(path.parent)
        _place(copy, path, raw)
        return self.folder / copy.relative_to(self.folder).parts[0]

    def holds_sound(self, path: Path) -> bool:
        """Tell whether there is a copy of `path` that verifies."""
        return next(self._sound_copies(path), None) is not None

    def _sound_copies(self, path: Path) -> Iterator[tuple[Path, bytes]]:
        for each in self.sets():
            copy = each / path.relative_to(self._root)
            with suppress(StoreError):
                raw = read_whole(copy)
                if raw is not None:
                    unframed(copy, raw)
                    yield copy, raw

    def remove_unfinished(self) -> None:
        """Remove sets whose making was cut short."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name.startswith(_UNFINISHED):
                    shutil.rmtree(path, ignore_errors=True)

    def _copy(self, path: Path, copy: Path, earlier: Path | None) -> None:
        copy.parent.mkdir(mode=0o700, exist_ok=True)
        if earlier is not None and _alike(path, earlier):
            try:
                os.link(earlier, copy)
            except OSError:  # a file system without hard links
                shutil.copy2(earlier, copy)
            return
        seen = path.stat()
        write_new(copy, read_whole(path) or b"")
        os.utime(copy, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        unframed(path, read_whole(copy) or b"")
        sync_folder(copy.parent)

    def _prune(self) -> None:
        days: set[str] = set()
        for place, each in enumerate(self.sets()):
            day = each.name[7:17]
            if place >= KEPT_LAST and day in days:
                shutil.rmtree(each, ignore_errors=True)
            days.add(day)


def taken_at(copies: Path) -> datetime:
    """Return the naive local time at which a set was made, from its name."""
    return datetime.strptime(copies.name[7:], _STAMP)


def put_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged file to `NAME.damaged-TIME`, which nothing reads, and return the new path."""
    aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}")
    number = 1
    while aside.exists():
        number += 1
        aside = aside.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}-{number}")
    return path.rename(aside)


def verify(path: Path) -> None:
    """Read the whole file at `path`; raises `Damaged`, `TooNew`, `StoreError`."""
    raw = read_whole(path)
    if raw is None:
        raise Damaged(f"ไม่พบแฟ้ม “{path.name}” ทั้งที่เคยมี", "เปิดโปรแกรมเพื่อกู้จากสำเนาสำรองล่าสุด")
    unframed(path, raw)


def _alike(one: Path, other: Path) -> bool:
    try:
        seen, known = one.lstat(), other.lstat()
    except FileNotFoundError:
        return False
    return (seen.st_size, seen.st_mtime_ns) == (known.st_size, known.st_mtime_ns)


def _place(copy: Path, path: Path, raw: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        write_new(temporary, raw)
        seen = copy.stat()
        os.utime(temporary, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)
