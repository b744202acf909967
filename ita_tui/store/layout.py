"""Where each kind of fact lies inside a data folder; one folder holds one body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.errors import BadText
from ita_tui.store.storage import is_leftover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.years import BEYear

_ID = re.compile(r"[0-9a-z][0-9a-z-]{0,63}")
_ROOMS = ("meetings", "years", "catalogues")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one data folder; nothing is touched on disk by asking for one."""

    root: Path

    @property
    def body(self) -> Path:
        """Return the file of body, divisions and committees."""
        return self.root / "body.json"

    @property
    def register(self) -> Path:
        """Return the file of meeting heads, counters and unfinished actions."""
        return self.root / "register.json"

    @property
    def unsaved(self) -> Path:
        """Return the file of text not yet confirmed."""
        return self.root / "unsaved.json"

    @property
    def lock(self) -> Path:
        """Return the file that the writer holds."""
        return self.root / "lock"

    @property
    def backups(self) -> Path:
        """Return the folder of verified copies."""
        return self.root / "backups"

    def meeting(self, meeting_id: str) -> Path:
        """Return the file of one meeting; raise BadText for an id that could be more than a file name."""
        if not _ID.fullmatch(meeting_id):
            raise BadText("รหัสการประชุมไม่ถูกต้อง", "เลือกการประชุมจากรายการ")
        return self.root / "meetings" / f"{meeting_id}.json"

    def year(self, year: BEYear) -> Path:
        """Return the file of one B.E. year."""
        return self.root / "years" / f"{year:d}.json"

    def catalogue(self, year: BEYear) -> Path:
        """Return the file of the office's own catalogue of a B.E. fiscal year."""
        return self.root / "catalogues" / f"{year:d}.json"

    def meetings(self) -> tuple[Path, ...]:
        """Return the files of all meetings, in no order that means anything."""
        return tuple(sorted((self.root / "meetings").glob("*.json")))

    def years(self) -> tuple[Path, ...]:
        """Return the files of all years, earliest first."""
        return tuple(sorted((self.root / "years").glob("*.json")))

    def data_files(self) -> tuple[Path, ...]:
        """Return every file of facts that is there."""
        top = (path for path in (self.body, self.register, self.unsaved) if path.exists() or path.is_symlink())
        rooms = (path for room in _ROOMS for path in sorted((self.root / room).glob("*.json")))
        return (*top, *rooms)

    def leftovers(self) -> Iterator[Path]:
        """Yield what killed writers left unfinished in the rooms; only the holder of the lock may remove it."""
        for folder in (self.root, *(self.root / room for room in _ROOMS)):
            if folder.is_dir():
                yield from (path for path in folder.iterdir() if is_leftover(path.name))


def is_data(folder: Path) -> bool:
    """Tell whether a data folder lies there; one whose body was lost is known by its copies."""
    try:
        return any((folder / name).exists() for name in ("body.json", "backups"))
    except OSError:
        return False


def is_free(folder: Path) -> bool:
    """Tell whether a new data folder may be made there: nothing lies there, or an empty folder does."""
    try:
        return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError:
        return False
