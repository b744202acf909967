"""What is typed and not confirmed yet, and where: of this run from memory, of an earlier one from the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ita_tui.errors import NotFound
from ita_tui.secretary.keeping.changes import Place
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.store.repository import DataFolder
from ita_tui.store.unsaved import TextKey


class TypedText:
    """Knows the typed words of each meeting; the disk may be behind, so it is asked once."""

    def __init__(self, folder: DataFolder, desk: Callable[[str], MeetingDesk]) -> None:
        self._folder = folder
        self._desk = desk
        self._known: dict[str, tuple[Place | None, str]] = {}

    def all(self) -> Iterable[tuple[Place | None, str]]:
        """Return all that is known of this run."""
        return self._known.values()

    def put(self, place: Place, text: str) -> None:
        """Know what is being typed."""
        self._known[place.meeting_id] = (place, text)

    def confirm(self, meeting_id: str, statement_id: str) -> None:
        """Know that the words of a statement are a record, or forgotten."""
        place, _ = self._known.get(meeting_id, (None, ""))
        if place is not None and place.statement_id == statement_id:
            self._known[meeting_id] = (place, "")

    def clear(self) -> None:
        """Forget all, so that the disk is asked again."""
        self._known.clear()

    def left_at(self, meeting_id: str) -> tuple[Place | None, str]:
        """Return where writing in a meeting stopped and its unconfirmed words; None where nothing was typed.

        Words that were confirmed since are not unconfirmed; those of a place that the meeting no longer has wait at
        its first item.
        """
        if meeting_id not in self._known:
            self._known[meeting_id] = self._typed_before(meeting_id)
        return self._known[meeting_id]

    def under(self, meeting_id: str) -> tuple[Place | None, str]:
        """Return what is typed under an id that need not be a meeting's, and where; None where nothing is."""
        if meeting_id not in self._known:
            texts = [each for each in self._folder.unsaved().all() if each.key.meeting_id == meeting_id]
            for each in texts:
                at = each.place
                place = Place(meeting_id, at.item_id, at.statement_id, at.speaker, at.row, at.column)
                self._known[meeting_id] = (place, each.text)
        return self._known.get(meeting_id, (None, ""))

    def _typed_before(self, meeting_id: str) -> tuple[Place | None, str]:
        unsaved, desk = self._folder.unsaved(), self._desk(meeting_id)
        try:
            kept = unsaved.place(meeting_id)
        except NotFound:
            return None, ""
        place = Place(meeting_id, kept.item_id, kept.statement_id, kept.speaker, kept.row, kept.column)
        if not desk.has_place(place):  # the words are kept where she can find them
            place = Place(meeting_id, desk.stops[0][1].id, kept.statement_id, desk.chair())
        key = TextKey(meeting_id, kept.statement_id)
        confirmed = desk.revision(key.statement_id)
        texts = [each for each in unsaved.all() if each.key == key and each.base_revision >= confirmed]
        return place, texts[-1].text if texts else ""
