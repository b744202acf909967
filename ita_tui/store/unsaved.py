"""Text that was typed and not yet confirmed, and the place where the typing went on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tinydb import where

from ita_tui.store.batch import batch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tinydb import TinyDB
    from tinydb.queries import QueryInstance

TEXTS: Final = "texts"
PLACES: Final = "places"


class TextKey(NamedTuple):
    """Which text it is: one statement (or what is to become one) of one meeting."""

    meeting_id: str
    statement_id: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a meeting the typing goes on."""

    item_id: str
    speaker_kind: str
    """Code of the kind of speaker, e.g. person."""
    speaker_id: str
    """Roster id; empty for a speaker that is no person."""
    statement_id: str
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
    place: Place


class UnsavedTexts:
    """The file of unsaved texts; writing is for the saver's thread alone."""

    def __init__(self, db: TinyDB) -> None:
        self._db = db

    def all(self) -> tuple[UnsavedText, ...]:
        """Return every unsaved text, oldest key first; raises what reading the file raises."""
        self._db.table(TEXTS).clear_cache()
        return tuple(_text(row) for row in self._db.table(TEXTS))

    def place(self, meeting_id: str) -> Place | None:
        """Return where the typing of a meeting last was, or None where nothing was ever typed in it."""
        row = self._db.table(PLACES).get(where("meeting_id") == meeting_id)
        return Place(**row["place"]) if isinstance(row, dict) else None

    def change(self, texts: Iterable[UnsavedText], confirmed: Iterable[TextKey] = ()) -> None:
        """Keep `texts` (the earlier text of a key is replaced) and forget those of `confirmed`, in one write.

        The places stay: after a crash the meeting goes on where it was, with or without unconfirmed text.
        """
        with batch(self._db):
            for key in confirmed:
                self._db.table(TEXTS).remove(_is(key))
            for each in texts:
                row = {**each.key._asdict(), "base_revision": each.base_revision, "text": each.text}
                row["place"] = asdict(each.place)
                self._db.table(TEXTS).upsert(row, _is(each.key))
                place = {"meeting_id": each.key.meeting_id, "place": row["place"]}
                self._db.table(PLACES).upsert(place, where("meeting_id") == each.key.meeting_id)


def _is(key: TextKey) -> QueryInstance:
    query: QueryInstance = (where("meeting_id") == key.meeting_id) & (where("statement_id") == key.statement_id)
    return query


def _text(row: Mapping[str, Any]) -> UnsavedText:
    key = TextKey(row["meeting_id"], row["statement_id"])
    return UnsavedText(key, row["base_revision"], row["text"], Place(**row["place"]))
