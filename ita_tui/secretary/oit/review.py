"""The OIT items under a meeting's hands: reported before it, settled in it, and whatever else is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ita_tui.domain.body import Body
from ita_tui.domain.evidence import Evidence
from ita_tui.domain.meeting import Meeting, OitList
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.oit import (
    Catalogue,
    FollowUp,
    ItemChange,
    NoteChange,
    OitRow,
    Standing,
    Status,
    StatusChange,
    follow_up_of,
    kept_history,
    rows_of,
    standing_of,
)
from ita_tui.domain.oit_changes import report_for, settled_in
from ita_tui.domain.results import YearRecord
from ita_tui.errors import NotFound, RuleBroken
from ita_tui.secretary.keeping.changes import Change, Keeper, Tools
from ita_tui.secretary.oit.items import ReviewItem, ReviewPlace, item_of
from ita_tui.thai.digits import thai_digits
from ita_tui.thai.text import clean


class OitReview:
    """The follow-up list that a meeting settles; every act on it writes the year, with the meeting's id."""

    def __init__(
        self, meeting: Callable[[], Meeting], body: Body, catalogue: Catalogue | None, years: dict[int, YearRecord],
        *, keeper: Keeper, tools: Tools, heads: Callable[[], Iterable[MeetingHead]] = tuple,
    ) -> None:
        self._meeting = meeting
        self._body = body
        self._catalogue = catalogue
        self._years = years
        self._keeper = keeper
        self._tools = tools
        self._heads = heads
        self.place = ReviewPlace()
        """Where she stands among the items; kept while the program runs."""

    # --- how it stands ----------------------------------------------------------------------------------

    def take_body(self, body: Body) -> None:
        """Know the divisions as they are now."""
        self._body = body

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue whose items this meeting settles; raise RuleBroken where it settles none."""
        self._list()
        if self._catalogue is None:
            raise NotFound("ไม่พบบัญชีรายการ OIT ของการประชุมนี้", "นำเข้าบัญชีรายการของปีนั้นก่อน")
        return self._catalogue

    @property
    def follow_up(self) -> FollowUp:
        """Return the follow-up list this meeting settles, every item of the catalogue in it; raises as `catalogue`.

        A year that has none yet has one in which no item has a status.
        """
        oit = self._list()
        for follow_up in self._years[oit.follow_up_year].follow_ups:
            if follow_up.catalogue_year == oit.catalogue_year:
                return follow_up.completed(self.catalogue)
        return follow_up_of(self.catalogue, oit.follow_up_year)

    @property
    def reporting(self) -> bool:
        """Tell whether a status given now is a report of its division: the meeting has not been opened."""
        return self._meeting().state is MeetingState.PLANNED

    @property
    def frozen(self) -> bool:
        """Tell whether the rows stand for ever as they stood when the meeting adjourned."""
        return bool(self._meeting().oit_rows) or self._meeting().state is MeetingState.FINAL

    def rows(self) -> tuple[OitRow, ...]:
        """Return the OIT table: as it stands now, or as it froze when the meeting adjourned."""
        meeting = self._meeting()
        if meeting.oit is None or meeting.oit_rows:
            return meeting.oit_rows
        results = self._years[meeting.oit.score_year].results
        scores = {item.code: results.printed(item.code) for item in self.catalogue.items} if results else {}
        return rows_of(self.catalogue, self.follow_up, scores=scores, divisions=self._body.division_names())

    def standing(self) -> Standing:
        """Return how many rows stand at each status."""
        return standing_of(self.rows())

    def items(self) -> tuple[ReviewItem, ...]:
        """Return every row with all that is known of its item; raises as `follow_up`."""
        entries = {entry.code: entry for entry in self.follow_up.entries}
        meeting_id = self._meeting().head.id
        return tuple(item_of(row, entries.get(row.code), meeting_id, frozen=self.frozen) for row in self.rows())

    def item(self, code: str) -> ReviewItem:
        """Return one of the items; raise NotFound."""
        for each in self.items():
            if each.row.code == code:
                return each
        raise NotFound(f"ตาราง OIT ของการประชุมนี้ไม่มีข้อ {code}", "ตรวจสอบรหัสข้อ")

    def untouched(self) -> tuple[str, ...]:
        """Return the codes this meeting has not settled."""
        if self._meeting().oit is None:
            return ()
        meeting_id = self._meeting().head.id
        return tuple(entry.code for entry in self.follow_up.entries if not settled_in(entry, meeting_id))

    def meeting_number(self, meeting_id: str) -> str:
        """Return the number of a meeting in Arabic digits, e.g. 1/2567; empty for one that is not known."""
        return next((head.number_text for head in self._heads() if head.id == meeting_id), "")

    def divisions(self) -> tuple[tuple[str, str], ...]:
        """Return who may be responsible, as (id, name); none comes last, with an empty name."""
        return tuple(self._body.division_names().items())

    def _list(self) -> OitList:
        oit = self._meeting().oit
        if oit is None:
            raise RuleBroken("การประชุมนี้ไม่มีรายการติดตาม OIT", "กำหนดปีที่ติดตามในหน้าเตรียมประชุม")
        return oit

    # --- statuses ---------------------------------------------------------------------------------------

    def give(self, code: str, status: Status) -> None:
        """Keep a status of an item: as its division's report before the meeting, as the room's word in it.

        Raises RuleBroken once the meeting has adjourned (its rows are frozen).
        """
        if self.reporting:
            self.report(code, status)
        else:
            self.mark(code, status)

    def as_reported(self, code: str) -> None:
        """Settle an item as its division reported it, or as it stands where that did not report.

        Before the meeting: report that it stands as it stood. Raises RuleBroken for an item that has no status.
        """
        status = self._known((code,))[code]
        if status is Status.UNSET:
            code = thai_digits(code)
            raise RuleBroken(f"ข้อ {code} ยังไม่มีรายงานสถานะ จึงยืนยันตามที่รายงานไม่ได้", "กดเลข 1 ถึง 6 เพื่อระบุสถานะ")
        self.give(code, status)

    def rest_of_group(self, code: str) -> int:
        """Settle the untouched items of this item's group as reported; return how many.

        Before the meeting: report those not reported yet as they stood. An item that nobody ever reported stays
        untouched: a status is never made up.
        """
        group = {item.code for item in self.catalogue.of_group(self.catalogue.item(code).group)}
        own = [each for each in self.items() if each.row.code in group]
        waiting = [each.row.code for each in own if not each.touched(reporting=self.reporting)]
        known = {each: status for each, status in self._known(waiting).items() if status is not Status.UNSET}
        if self.reporting:
            self._report(known)
        else:
            self._mark(known)
        return len(known)

    def mark(self, code: str, status: Status) -> None:
        """Settle one item; raise RuleBroken before the opening and once the meeting has adjourned."""
        self._mark({code: status})

    def report(self, code: str, status: Status, *, by: str = "") -> None:
        """Keep what a division reported of an item; `by` is who reported it, else the division responsible.

        UNSET takes a report back. Raises RuleBroken once the meeting has adjourned.
        """
        self._report({code: status}, by)

    def _known(self, codes: Iterable[str]) -> dict[str, Status]:
        """Return the status that each item has by report, or as it stands."""
        follow_up, meeting_id = self.follow_up, self._meeting().head.id
        entries = {code: follow_up.entry(code) for code in codes}
        reports = {code: report_for(entry, meeting_id) for code, entry in entries.items()}
        return {code: report.status if report else entries[code].status for code, report in reports.items()}

    def _mark(self, statuses: Mapping[str, Status]) -> None:
        self.check_open()
        self._check_opened()
        follow_up = self.follow_up
        for code, status in statuses.items():
            follow_up = follow_up.settled(code, status, at=self._tools.stamp(), meeting_id=self._meeting().head.id)
        self._keep_list(follow_up, "mark")

    def _report(self, statuses: Mapping[str, Status], by: str = "") -> None:
        self.check_open()
        follow_up = self.follow_up
        names = self._body.division_names()
        for code, status in statuses.items():
            who = clean(by, multiline=False).strip() or names.get(follow_up.entry(code).division_id, "")
            follow_up = follow_up.reported(code, status, at=self._tools.stamp(), by=who)
        self._keep_list(follow_up, "report")

    # --- what else is known of an item ------------------------------------------------------------------

    def note(self, code: str, text: str) -> None:
        """Write a note on an item; an empty one takes it away. Raises RuleBroken once the meeting has adjourned."""
        self.check_open()
        text = clean(text, multiline=False).strip()
        here = "" if self.reporting else self._meeting().head.id
        self._keep_list(self.follow_up.noted(code, text, at=self._tools.stamp(), meeting_id=here), "annotate")

    def give_due(self, code: str, text: str) -> None:
        """Tell by when an item is due: a date or an event, as said; raises as `note`."""
        self._change(code, due=clean(text, multiline=False).strip())

    def give_to(self, code: str, division_id: str) -> None:
        """Make a division responsible, all of them (EVERY_DIVISION) or none (empty); raises as `note`, or NotFound."""
        self._body.division_name(division_id)
        self._change(code, division_id=division_id)

    def prove(self, code: str, evidence: tuple[Evidence, ...]) -> None:
        """Keep the whole evidence of an item; raises as `note`."""
        self._change(code, evidence=evidence)

    def _change(self, code: str, **fields: object) -> None:
        self.check_open()
        follow_up = self.follow_up
        entry = replace(follow_up.entry(code), **fields)  # type: ignore[arg-type]
        self._keep_list(follow_up.with_entry(entry), "annotate")

    # --- earlier versions -------------------------------------------------------------------------------

    def versions(self, code: str) -> tuple[ItemChange, ...]:
        """Return what was settled, reported and noted of an item, the latest first; nothing ever goes."""
        return tuple(reversed(kept_history(self.follow_up.entry(code))))

    def is_present(self, code: str, version: ItemChange) -> bool:
        """Tell whether a version is the last of its kind: the status, the report or the note as it stands."""
        return version == next((each for each in self.versions(code) if type(each) is type(version)), None)

    def put_version_back(self, code: str, version: ItemChange) -> None:
        """Make an earlier status, report or note the present one, as a new change; the history keeps both.

        Raises RuleBroken for what is present already, once the meeting has adjourned, and for a settled status
        before the meeting is opened.
        """
        self.check_open()
        if self.is_present(code, version):
            raise RuleBroken("รายการนี้เป็นปัจจุบันอยู่แล้ว", "เลือกรายการก่อนหน้า")
        follow_up, at = self.follow_up, self._tools.stamp()
        here = "" if self.reporting else self._meeting().head.id
        if isinstance(version, StatusChange):
            self._check_opened()
            after = follow_up.settled(code, version.status, at=at, meeting_id=here, wording=version.wording)
        elif isinstance(version, NoteChange):
            after = follow_up.noted(code, version.note, at=at, meeting_id=here)
        else:
            after = follow_up.reported(code, version.status, at=at, by=version.by)
        self._keep_list(after, "put version back")

    def put_back(self, year: YearRecord, verb: str) -> None:
        """Put the follow-up list back to what it was; raise RuleBroken once the rows are frozen."""
        self.check_open()
        self._keeper.keep(Change(verb, self._meeting().head.id, year=year))
        self._years[year.year] = year

    # --- keeping ----------------------------------------------------------------------------------------

    def check_open(self) -> None:
        """Raise RuleBroken once the meeting has adjourned: its rows are frozen, and what belongs to them stays."""
        if self.frozen:
            raise RuleBroken("เลิกประชุมแล้ว ตาราง OIT ของการประชุมนี้เปลี่ยนไม่ได้", "แก้ไขได้ในการประชุมครั้งต่อไป")

    def _check_opened(self) -> None:
        if self.reporting:
            raise RuleBroken("ยังไม่ได้เปิดประชุม", "กด F9 เพื่อเปิดประชุม")

    def _keep_list(self, follow_up: FollowUp, verb: str) -> None:
        """Keep the list, unless it is as it was."""
        year = follow_up.follow_up_year
        before = self._years[year]
        lists = {**{each.catalogue_year: each for each in before.follow_ups}, follow_up.catalogue_year: follow_up}
        after = replace(before, follow_ups=tuple(lists.values()))
        if after != before:
            self._keeper.keep(Change(verb, self._meeting().head.id, year=after))
            self._years[year] = after
