"""An opened data folder with its saver: desks for its meetings, and what is not confirmed yet.

In the second window of a folder everything can be seen and nothing written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from ita_tui.domain.body import Body
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import GOING_ON, MeetingHead
from ita_tui.domain.oit import Catalogue
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.errors import CannotWrite, LockedByAnother, NotFound, RuleBroken
from ita_tui.secretary.keeping.changes import Change, Place, Tools
from ita_tui.secretary.keeping.rescue import write_rescue
from ita_tui.secretary.keeping.taking_back import TakenBack, TakingBack
from ita_tui.secretary.keeping.typed import TypedText
from ita_tui.secretary.keeping.versions import Version, taken_out, versions_of
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.store.acts import Action
from ita_tui.store.repository import DataFolder
from ita_tui.store.saver import Phase, Saver, SaveState
from ita_tui.store.unsaved import TextKey, TypingPlace, UnsavedText
from ita_tui.thai import words

__all__ = ["Office", "Phase", "SaveState", "tools_of"]


def tools_of(now: Callable[[], datetime]) -> Tools:
    """Return the tools of a desk from one clock that knows its offset; new ids are uuid4 hex."""
    return Tools(
        now=lambda: now().replace(tzinfo=None),
        stamp=lambda: now().isoformat(timespec="seconds"),
        new_id=lambda: uuid4().hex,
    )


class Office:
    """One body's data, opened; it is the keeper of every desk it gives out."""

    def __init__(self, folder: DataFolder, tools: Tools) -> None:
        self.tools = tools
        self._folder = folder
        self._listener: Callable[[SaveState], None] = lambda state: None
        self._desks: dict[str, MeetingDesk] = {}
        self._typed = TypedText(folder, self.desk)
        self.body: Body = folder.body()
        self._said: tuple[str, ...] = ()
        self._heads: tuple[MeetingHead, ...] | None = None
        self._years: dict[int, YearRecord] = {}
        """Years as they stand now, shared by all desks: what one meeting settles the next one starts from."""
        self._taking_back = TakingBack(self, folder)
        words.forget_names()
        words.keep_whole(self.body.names())
        self._saver = Saver(folder.writer, self._tell, tools.now).start() if folder.writer else None

    @classmethod
    def open(cls, path: Path, tools: Tools, *, write: bool = True) -> Self:
        """Open the folder at `path` to write, or only to read.

        Raises NotFound for a folder without a body, LockedByAnother, CannotWrite, Damaged, TooNew.
        """
        folder = DataFolder.open(path, write=write)
        try:
            return cls(folder, tools)
        except BaseException:
            folder.close()
            raise

    @classmethod
    def open_or_read(cls, path: Path, tools: Tools) -> Self:
        """Open the folder to write; where another window holds it, or the system forbids writing, to read."""
        try:
            return cls.open(path, tools)
        except (LockedByAnother, CannotWrite) as error:
            office = cls.open(path, tools, write=False)
            office._said = (f"{error.message} จึงเปิดแบบอ่านอย่างเดียว",)
            return office

    @property
    def notices(self) -> tuple[str, ...]:
        """What was mended until now or is not possible, in Thai, oldest first."""
        return (*self._said, *(each.message for each in self._folder.notices))

    # --- what there is ----------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """Where the folder lies."""
        return self._folder.path

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self._saver is None

    def heads(self) -> tuple[MeetingHead, ...]:
        """Return the heads of all meetings, the newest first."""
        if self._heads is None:
            self._heads = self._folder.heads()
        heads = {head.id: head for head in self._heads}
        heads |= {meeting_id: desk.meeting.head for meeting_id, desk in self._desks.items()}
        return tuple(sorted(heads.values(), key=lambda head: (head.year, head.number, head.committee_id), reverse=True))

    def head(self, number: str) -> MeetingHead:
        """Return the meeting of a number such as 1/2567, or `latest`; raise NotFound."""
        heads = self.heads()
        found = heads[:1] if number == "latest" else tuple(each for each in heads if each.number_text == number)
        if not found:
            raise NotFound(f"ไม่พบการประชุมครั้งที่ {number}", "ดูรายการด้วยคำสั่ง ita-tui list meetings")
        return found[0]

    def live_head(self) -> MeetingHead | None:
        """Return the meeting that is going on; None where there is none."""
        return next((head for head in self.heads() if head.state in GOING_ON), None)

    def years(self) -> tuple[BEYear, ...]:
        """Return the years that something is known of, earliest first, also what is still on its way to the disk."""
        known = (BEYear(year) for year, record in self._years.items() if record.results or record.follow_ups)
        return tuple(sorted({*self._folder.years(), *known}))

    def year(self, year: BEYear) -> YearRecord:
        """Return what is known of a year."""
        if year not in self._years:
            self._years[year] = self._folder.year(year)
        return self._years[year]

    def catalogue_years(self) -> tuple[BEYear, ...]:
        """Return the fiscal years that an OIT catalogue is known of, earliest first."""
        return self._folder.catalogue_years()

    def catalogue(self, year: BEYear) -> Catalogue:
        """Return the OIT catalogue of a fiscal year; raise NotFound."""
        return self._folder.catalogue(year)

    def desk(self, meeting_id: str) -> MeetingDesk:
        """Return the one desk of a meeting; raise NotFound."""
        if meeting_id not in self._desks:
            self._desks[meeting_id] = self._desk_of(self._folder.meeting(meeting_id))
        return self._desks[meeting_id]

    def renew_desk(self, meeting_id: str) -> None:
        """Have the next desk of a meeting settle the OIT items that the meeting follows now."""
        self._desks[meeting_id] = self._desk_of(self.desk(meeting_id).meeting)

    def _desk_of(self, meeting: Meeting) -> MeetingDesk:
        """Return a new desk; all desks share one record of each year, which one meeting changes after the other."""
        catalogue = None
        if meeting.oit is not None:
            catalogue = self._folder.catalogue(meeting.oit.catalogue_year)
            for year in (meeting.oit.follow_up_year, meeting.oit.score_year, BEYear(meeting.oit.score_year - 1)):
                self.year(year)
        return MeetingDesk(
            meeting, self.body, catalogue, self._years, keeper=self, tools=self.tools, heads=self.heads
        )

    def left_at(self, meeting_id: str) -> tuple[Place | None, str]:
        """Return where writing in a meeting stopped and its unconfirmed words; None where nothing was typed.

        What was typed in this run is known without asking the disk, which may be behind. Words that were confirmed
        since are not unconfirmed; those of a place that the meeting no longer has wait at its first item.
        """
        return self._typed.left_at(meeting_id)

    def typed_in(self, meeting_id: str) -> tuple[Place | None, str]:
        """Return what is typed and not confirmed under an id, and where; None where nothing is."""
        return self._typed.under(meeting_id)

    def refresh(self) -> bool:
        """In a window that only reads: take up what another wrote; return whether anything did."""
        if not self.read_only or not self._folder.look():
            return False
        self._desks.clear()
        self._years = {}
        self._typed.clear()
        self._heads = None
        self.body = self._folder.body()
        return True

    # --- keeping ----------------------------------------------------------------------------------------

    @property
    def save_state(self) -> SaveState:
        """Return how saving stands."""
        return self._saver.state if self._saver else SaveState(Phase.SAVED)

    def listen(self, listener: Callable[[SaveState], None]) -> None:
        """Have `listener` called from the saver's thread whenever saving changes its state."""
        self._listener = listener

    def keep(self, change: Change) -> None:
        """Store a change; raise RuleBroken in a window that only reads."""
        keys = (TextKey(change.meeting_id, change.clears),) if change.clears else ()
        action = Action(
            self.tools.new_id(), change.verb, self.tools.stamp(), change.meeting_id,
            meetings=(change.meeting,) if change.meeting else (),
            years=(change.year,) if change.year else (),
            body=change.body,
            removed=(change.meeting_id,) if change.gone else (),
        )
        self._writing().submit(action, keys)
        self._take_up(change)
        self._typed.confirm(change.meeting_id, change.clears)

    def take_in(self, verb: str, years: Sequence[YearRecord], catalogues: Sequence[Catalogue] = ()) -> None:
        """Store years and catalogues that came from outside, as one act of no meeting; return when all is on disk.

        A desk given out before keeps the catalogue it has. Raises RuleBroken in a window that only reads, CannotWrite
        where the disk refuses (the saver goes on trying until it is closed), Damaged.
        """
        action = Action(
            self.tools.new_id(), verb, self.tools.stamp(), years=tuple(years), catalogues=tuple(catalogues)
        )
        stored = self._writing().submit(action)
        self.flush()
        stored.result()
        self._years.update({record.year: record for record in years if record.year in self._years})

    def _take_up(self, change: Change) -> None:
        """Know at once what is still on its way to the disk."""
        if change.year is not None:
            self._years[change.year.year] = change.year
        if change.body is not None:
            self._take_body(change.body)
        if change.gone:
            self._heads = tuple(head for head in self.heads() if head.id != change.meeting_id)
            self._desks.pop(change.meeting_id, None)
        elif change.meeting is not None and change.meeting_id not in self._desks:
            self._desks[change.meeting_id] = self._desk_of(change.meeting)

    def _take_body(self, body: Body) -> None:
        self.body = body
        words.forget_names()
        words.keep_whole(body.names())
        for desk in self._desks.values():
            desk.take_body(body)

    def note(self, place: Place, text: str, base_revision: int) -> None:
        """Keep unconfirmed text; raise RuleBroken in a window that only reads."""
        kept = TypingPlace(place.item_id, place.statement_id, place.speaker, place.row, place.column)
        key = TextKey(place.meeting_id, place.statement_id)
        self._typed.put(place, text)
        self._writing().note_unsaved(UnsavedText(key, base_revision, text, kept))

    def undo(self, meeting_id: str) -> TakenBack:
        """Take back the last confirmed act of a meeting; return what it was.

        Raises RuleBroken where nothing is left to take back or the rules of the meeting forbid it now, CannotWrite
        where the acts before are not on disk yet.
        """
        return self._taking_back.in_meeting(meeting_id)

    def undo_in_body(self) -> TakenBack:
        """Take back the last change of body, committee or settings; raises as `undo`."""
        return self._taking_back.in_body()

    def undo_in_year(self, year: BEYear) -> TakenBack:
        """Take back the last change of a year's results, for all years that it changed.

        Raises RuleBroken where one of them was changed again since, and as `undo`.
        """
        return self._taking_back.in_year(year)

    def bring_back(self) -> MeetingHead:
        """Bring back the meeting that was deleted last, under the next number where its own was given again.

        Raises RuleBroken where none was deleted, CannotWrite.
        """
        return self._taking_back.deleting()

    def versions(self, meeting_id: str, entry_id: str) -> tuple[Version, ...]:
        """Return the earlier versions of an entry, the last one first; raise CannotWrite as `undo` does."""
        self.flush()
        return versions_of(self._folder.audit(meeting_id), entry_id)

    def taken_out(self, meeting_id: str, item_id: str) -> tuple[Version, ...]:
        """Return the statements taken out of an item, the last one first; raise CannotWrite as `undo` does."""
        self.flush()
        return taken_out(self._folder.audit(meeting_id), item_id, self.desk(meeting_id).meeting.entries)

    def flush(self, timeout: float = 10) -> None:
        """Wait until all is on disk; raise CannotWrite when that takes longer than `timeout` seconds."""
        if self._saver:
            self._saver.flush(timeout)

    def flush_or_rescue(self, home: Path) -> Path | None:
        """Wait until all is on disk; where the disk refuses, write the words of this run into `home` instead.

        Returns that file, readable by its owner only; None where it was not needed. Raises CannotWrite where
        even that is refused.
        """
        try:
            self.flush(5)
        except CannotWrite:
            return write_rescue(home, self.tools.now(), self._desks.values(), self._typed.all())
        return None

    def close(self, timeout: float = 10) -> None:
        """Write what is waiting and let the folder go; raise CannotWrite when that takes longer than `timeout`."""
        try:
            if self._saver:
                self._saver.close(timeout)
        finally:
            self._folder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _writing(self) -> Saver:
        if self._saver is None:
            raise RuleBroken("หน้าต่างนี้เปิดแบบอ่านอย่างเดียว", "แก้ไขในหน้าต่างที่เปิดไว้ก่อน หรือปิดหน้าต่างนั้นแล้วเปิดใหม่")
        return self._saver

    def _tell(self, state: SaveState) -> None:
        self._listener(state)
