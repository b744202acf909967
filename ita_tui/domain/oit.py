"""OIT: the catalogue of a fiscal year, and the follow-up list that tells how each of its items stands.

The same code means different things in different years, so an item is known by (catalogue year, code).
Catalogues are data: the shipped ones lie in ita_tui/store/catalogues, an office's own in its data folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from ita_tui.domain.evidence import Evidence
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, NotFound
from ita_tui.thai.dates import written_out


class Status(StrEnum):
    """How an OIT item stands; the order is the order of keys 1 to 6, unset being key 0."""

    DONE = "done"
    DONE_CURRENT = "done_current"
    PARTIAL = "partial"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    NOT_STARTED = "not_started"
    UNSET = "unset"

    @property
    def label(self) -> str:
        """Return the wording that new papers print."""
        return _STATUS_LABELS[self]

    @property
    def complete(self) -> bool:
        """Tell whether the item counts as done."""
        return self in (Status.DONE, Status.DONE_CURRENT)


_STATUS_LABELS = {
    Status.DONE: "ดำเนินการเรียบร้อยแล้ว",
    Status.DONE_CURRENT: "ดำเนินการเป็นปัจจุบัน",
    Status.PARTIAL: "ดำเนินการแล้วบางส่วน",
    Status.IN_PROGRESS: "ระหว่างดำเนินการ",
    Status.WAITING: "รอดำเนินการ",
    Status.NOT_STARTED: "ยังไม่ได้ดำเนินการ",
    Status.UNSET: "ยังไม่มีรายงานสถานะ",
}

_READ_AS = {
    **{label: status for status, label in _STATUS_LABELS.items()},
    "กำลังดำเนินการ": Status.IN_PROGRESS,
    "ดำเนินการแล้ว": Status.DONE,
    "ดำเนินการ": Status.DONE,
}


def status_of(wording: str) -> Status:
    """Read a printed wording as a status; raise BadText for one that is not known."""
    try:
        return _READ_AS[wording.strip()]
    except KeyError:
        known = " ".join(_STATUS_LABELS.values())
        raise BadText(f"ไม่รู้จักสถานะ “{wording}”", f"ใช้คำใดคำหนึ่ง: {known}") from None


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-indicator that groups items, e.g. 9.1 ข้อมูลพื้นฐาน."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """One item of one year's catalogue."""

    code: str
    """Lower-case o and Arabic digits, e.g. o12."""
    name: str
    group: str
    """Code of its group."""
    continues: tuple[BEYear, str] | None = None
    """The item of another year it goes on from."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The items of one fiscal year."""

    year: BEYear
    groups: tuple[Group, ...]
    items: tuple[CatalogueItem, ...]
    note: str = ""
    """What is not certain about it, in Thai; empty for a complete one."""

    def item(self, code: str) -> CatalogueItem:
        """Return the item of that code; raise NotFound."""
        for item in self.items:
            if item.code == code:
                return item
        raise NotFound(f"บัญชีรายการ OIT ปี {self.year} ไม่มีข้อ {code}", "ตรวจสอบรหัสข้อ")

    def of_group(self, group: str) -> tuple[CatalogueItem, ...]:
        """Return the items of a group in their order."""
        return tuple(item for item in self.items if item.group == group)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A status that was settled; kept for ever."""

    at: str
    """ISO time with offset; shown, never compared; empty for a status that came from a file."""
    status: Status
    wording: str
    meeting_id: str = ""
    """The meeting that settled it; empty when set outside a meeting."""


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What a division said of an item before a meeting; the room confirms or changes it."""

    at: str
    status: Status
    """UNSET takes an earlier report back."""
    by: str = ""
    """Who reported it: a division, a position, or the file it came in; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note as it was written; an empty one took the note before it away."""

    at: str
    note: str
    meeting_id: str = ""
    """The meeting in which it was written; empty outside of one."""


ItemChange = StatusChange | StatusReport | NoteChange
"""One confirmed change of an item; where it stands in the history is its order, whatever the clock said."""


@dataclass(frozen=True, slots=True)
class FollowUpEntry:
    """How one item stands in a follow-up year; `oit_changes` answers what its history tells."""

    code: str
    status: Status = Status.UNSET
    wording: str = ""
    """The wording as once printed; it stays until the status is set anew."""
    division_id: str = ""
    """Of the body's divisions; EVERY_DIVISION for all of them."""
    due: str = ""
    """A date or a trigger such as สิ้นไตรมาส, as said."""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    history: tuple[ItemChange, ...] = ()

    @property
    def text(self) -> str:
        """Return the wording to print."""
        return self.wording or self.status.label


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The follow-up list: every item of a catalogue, followed up in a fiscal year."""

    follow_up_year: BEYear
    catalogue_year: BEYear
    entries: tuple[FollowUpEntry, ...]

    def entry(self, code: str) -> FollowUpEntry:
        """Return the entry of that code; raise NotFound."""
        for entry in self.entries:
            if entry.code == code:
                return entry
        raise NotFound(f"รายการติดตามปี {self.follow_up_year} ไม่มีข้อ {code}", "ตรวจสอบรหัสข้อ")

    def with_entry(self, entry: FollowUpEntry) -> FollowUp:
        """Return the list with one entry replaced."""
        self.entry(entry.code)
        return replace(self, entries=tuple(entry if old.code == entry.code else old for old in self.entries))

    def completed(self, catalogue: Catalogue) -> FollowUp:
        """Return the list with an entry for every item of the catalogue, also for one that came into it later."""
        known = {entry.code for entry in self.entries}
        missing = tuple(FollowUpEntry(item.code) for item in catalogue.items if item.code not in known)
        return replace(self, entries=(*self.entries, *missing)) if missing else self

    def settled(self, code: str, status: Status, *, at: str, meeting_id: str = "", wording: str = "") -> FollowUp:
        """Return the list with one item's status set anew, in the wording of new papers, and the change kept.

        Settling the status it already has keeps the wording as printed (the room confirmed it); `wording` is for
        putting an earlier one back. Raises NotFound.
        """
        old = self.entry(code)
        kept = wording or (old.wording if status is old.status else "")
        wording = "" if kept == status.label else kept
        change = StatusChange(at, status, wording or status.label, meeting_id)
        return self.with_entry(replace(old, status=status, wording=wording, history=(*kept_history(old), change)))

    def reported(self, code: str, status: Status, *, at: str, by: str = "") -> FollowUp:
        """Return the list with what a division reported of an item kept; how the item stands does not change.

        UNSET takes an earlier report back. The same report twice in a row is kept once. Raises NotFound.
        """
        old = self.entry(code)
        last = old.history[-1] if old.history else None
        if isinstance(last, StatusReport) and (last.status, last.by) == (status, by):
            return self
        return self.with_entry(replace(old, history=(*kept_history(old), StatusReport(at, status, by))))

    def noted(self, code: str, note: str, *, at: str, meeting_id: str = "") -> FollowUp:
        """Return the list with another note on an item; the one before stays in the history. Raises NotFound."""
        old = self.entry(code)
        if note == old.note:
            return self
        change = NoteChange(at, note, meeting_id)
        return self.with_entry(replace(old, note=note, history=(*kept_history(old), change)))


def kept_history(entry: FollowUpEntry) -> tuple[ItemChange, ...]:
    """Return an item's history, begun with the status and the note that came without one, from a file."""
    kinds = {type(change) for change in entry.history}
    begun: tuple[ItemChange, ...] = ()
    if StatusChange not in kinds and entry.status is not Status.UNSET:
        begun = (StatusChange("", entry.status, entry.text),)
    if NoteChange not in kinds and entry.note:
        begun = (*begun, NoteChange("", entry.note))
    return (*begun, *entry.history)


def follow_up_of(catalogue: Catalogue, year: BEYear) -> FollowUp:
    """Return a new follow-up list for a fiscal year: every item of the catalogue, none with a status."""
    return FollowUp(year, catalogue.year, tuple(FollowUpEntry(item.code) for item in catalogue.items))


@dataclass(frozen=True, slots=True)
class OitRow:
    """One row of the table as it is presented and printed; frozen with the meeting when it adjourns."""

    code: str
    name: str
    group: str
    status: Status
    text: str
    """The wording of the status as printed."""
    score: str = ""
    """Last results' score in Arabic digits, e.g. 100.00; empty where not known."""
    division: str = ""
    due: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many rows are complete, of how many, and how many stand at each status."""

    complete: int
    total: int
    by_status: dict[Status, int]


def standing_of(rows: Iterable[OitRow | FollowUpEntry]) -> Standing:
    """Count rows by status; the sum over all statuses is always the number of rows."""
    counts = dict.fromkeys(Status, 0)
    for row in rows:
        counts[row.status] += 1
    complete = sum(number for status, number in counts.items() if status.complete)
    return Standing(complete, sum(counts.values()), counts)


def rows_of(
    catalogue: Catalogue, follow_up: FollowUp, *, scores: Mapping[str, str], divisions: Mapping[str, str]
) -> tuple[OitRow, ...]:
    """Return one row for every item of the catalogue, also for an item the list does not know yet.

    `scores` maps codes to printed scores of the last results, `divisions` ids to names.
    """
    known = {entry.code: entry for entry in follow_up.entries}
    rows = []
    for item in catalogue.items:
        entry = known.get(item.code, FollowUpEntry(item.code))
        rows.append(
            OitRow(
                item.code, item.name, item.group, entry.status, entry.text,
                scores.get(item.code, ""), divisions.get(entry.division_id, ""), written_out(entry.due),
                entry.note,
            )
        )
    return tuple(rows)
