"""Text that was typed and not yet confirmed, and the place where the typing went on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tinydb import TinyDB, where

from ita_tui.domain.record import Speaker
from ita_tui.errors import NotFound
from ita_tui.store.batch import batch
from ita_tui.store.records import decode, encode

TEXTS: Final = "texts"
PLACES: Final = "places"


@dataclass(frozen=True, slots=True)
class TextKey:
    """Which text it is: one statement (or what is to become one) of one meeting."""

    meeting_id: str
    statement_id: str


@dataclass(frozen=True, slots=True)
class TypingPlace:
    """Where in a meeting the typing goes on."""

    item_id: str
    statement_id: str
    speaker: Speaker
    row: int = 0
    """Line of the cursor, from 0."""
    column: int = 0
    """Code points before the cursor in its line."""


@dataclass(frozen=True, slots=True)
class UnsavedText:
    """What stands in the editor, as of some revision of its statement."""

    key: TextKey
    base_revision: int
    """The statement's confirmed revision when the typing began; 0 for a new one."""
    text: str
    place: TypingPlace


class UnsavedTexts:
    """The file of unsaved texts at `path`; writing is for the saver's thread alone."""

    def __init__(self, db: TinyDB, path: Path) -> None:
        self._db = db
        self._path = path

    def all(self) -> tuple[UnsavedText, ...]:
        """Return every unsaved text, the one first noted first; raises what reading the file raises."""
        return tuple(decode(row["text"], UnsavedText, self._path, TEXTS) for row in self._db.table(TEXTS))

    def place(self, meeting_id: str) -> TypingPlace:
        """Return where the typing of a meeting last was; raise NotFound where nothing was ever typed in it."""
        row = self._db.table(PLACES).get(where("meeting_id") == meeting_id)
        if not isinstance(row, dict):
            raise NotFound("ยังไม่มีตำแหน่งที่พิมพ์ค้างไว้ในการประชุมนี้")
        return decode(row["place"], TypingPlace, self._path, PLACES)

    def change(self, texts: Iterable[UnsavedText], confirmed: Iterable[TextKey] = ()) -> None:
        """Keep `texts` (the earlier text of a key is replaced) and forget those of `confirmed`, in one write.

        The places stay: after a crash the meeting goes on where it was, with or without unconfirmed text.
        """
        with batch(self._db):
            for key in confirmed:
                self._db.table(TEXTS).remove(where("key") == _key(key))
            for each in texts:
                row = {"key": _key(each.key), "text": encode(each)}
                self._db.table(TEXTS).upsert(row, where("key") == row["key"])
                meeting_id = each.key.meeting_id
                place = {"meeting_id": meeting_id, "place": encode(each.place)}
                self._db.table(PLACES).upsert(place, where("meeting_id") == meeting_id)


def _key(key: TextKey) -> str:
    return f"{key.meeting_id}/{key.statement_id}"
