"""The OIT items under a meeting's hands: how they stand, and settling them as the room decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ita_tui.domain.body import Body
from ita_tui.domain.meeting import Meeting, MeetingState, OitList
from ita_tui.domain.oit import Catalogue, FollowUp, OitRow, Status, rows_of
from ita_tui.domain.results import YearRecord
from ita_tui.errors import NotFound, RuleBroken
from ita_tui.secretary.keeping import Change, Keeper, Tools
from ita_tui.thai.text import clean


class OitReview:
    """The follow-up list that a meeting settles; marking writes the year, with the meeting's id."""

    def __init__(
        self, meeting: Callable[[], Meeting], body: Body, catalogue: Catalogue | None, years: dict[int, YearRecord],
        *, keeper: Keeper, tools: Tools,
    ) -> None:
        self._meeting = meeting
        self._body = body
        self._catalogue = catalogue
        self._years = years
        self._keeper = keeper
        self._tools = tools

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue whose items this meeting settles; raise RuleBroken where it settles none."""
        self._list()
        if self._catalogue is None:
            raise NotFound("ไม่พบบัญชีรายการ OIT ของการประชุมนี้", "นำเข้าบัญชีรายการของปีนั้นก่อน")
        return self._catalogue

    @property
    def follow_up(self) -> FollowUp:
        """Return the follow-up list this meeting settles; raise NotFound where there is none."""
        oit = self._list()
        for follow_up in self._years[oit.follow_up_year].follow_ups:
            if follow_up.catalogue_year == oit.catalogue_year:
                return follow_up
        raise NotFound(f"ยังไม่มีรายการติดตาม OIT ปี {oit.follow_up_year}", "สร้างรายการติดตามก่อน")

    def rows(self) -> tuple[OitRow, ...]:
        """Return the OIT table: as it stands now, or as it froze when the meeting adjourned."""
        meeting = self._meeting()
        if meeting.oit is None or meeting.oit_rows:
            return meeting.oit_rows
        results = self._years[meeting.oit.score_year].results
        scores = {item.code: results.printed(item.code) for item in self.catalogue.items} if results else {}
        divisions = {division.id: division.name for division in self._body.divisions}
        return rows_of(self.catalogue, self.follow_up, scores=scores, divisions=divisions)

    def settled_here(self, code: str) -> bool:
        """Tell whether this meeting settled the item."""
        return any(change.meeting_id == self._meeting().head.id for change in self.follow_up.entry(code).history)

    def untouched(self) -> tuple[str, ...]:
        """Return the codes this meeting has not settled."""
        if self._meeting().oit is None:
            return ()
        return tuple(entry.code for entry in self.follow_up.entries if not self.settled_here(entry.code))

    def _list(self) -> OitList:
        oit = self._meeting().oit
        if oit is None:
            raise RuleBroken("การประชุมนี้ไม่มีรายการติดตาม OIT", "กำหนดปีที่ติดตามในหน้าเตรียมประชุม")
        return oit

    def mark(self, code: str, status: Status) -> None:
        """Settle one item; raise RuleBroken once the meeting has adjourned (its rows are frozen)."""
        self._mark({code: status})

    def as_reported(self, code: str) -> None:
        """Settle an item as the division reported it, or as it stands where it did not report.

        Raises RuleBroken for an item that has no status to confirm.
        """
        entry = self.follow_up.entry(code)
        status = entry.reported or entry.status
        if status is Status.UNSET:
            raise RuleBroken(f"ข้อ {code} ยังไม่มีรายงานสถานะ จึงยืนยันตามที่รายงานไม่ได้", "กดเลข 1 ถึง 6 เพื่อระบุสถานะ")
        self._mark({code: status})

    def rest_of_group(self, code: str) -> int:
        """Settle the untouched items of this item's group as reported; return how many.

        An item that nobody ever reported stays untouched: a status is never made up.
        """
        group = self.catalogue.item(code).group
        codes = {item.code for item in self.catalogue.of_group(group)} & set(self.untouched())
        entries = [entry for entry in self.follow_up.entries if entry.code in codes]
        known = {entry.code: entry.reported or entry.status for entry in entries}
        self._mark({each: status for each, status in known.items() if status is not Status.UNSET})
        return sum(status is not Status.UNSET for status in known.values())

    def annotate(self, code: str, **fields: str) -> None:
        """Change note, due or division_id of an item; nothing else is a note."""
        cleaned = {name: clean(text, multiline=False).strip() for name, text in fields.items()}
        entry = replace(self.follow_up.entry(code), **cleaned)  # type: ignore[arg-type]
        self._keep_list(self.follow_up.with_entry(entry), "annotate")

    def put_back(self, year: YearRecord, verb: str) -> None:
        """Put the follow-up list back; raise RuleBroken once the rows are frozen."""
        self._check_markable()
        self._keeper.keep(Change(verb, self._meeting().head.id, year=year))
        self._years[year.year] = year

    def _check_markable(self) -> None:
        if self._meeting().oit_rows or self._meeting().state is MeetingState.FINAL:
            raise RuleBroken("เลิกประชุมแล้ว ตาราง OIT ของการประชุมนี้เปลี่ยนไม่ได้", "แก้ไขได้ในการประชุมครั้งต่อไป")
        if self._meeting().state is MeetingState.PLANNED:
            raise RuleBroken("ยังไม่ได้เปิดประชุม", "กด F9 เพื่อเปิดประชุม")

    def _mark(self, statuses: dict[str, Status]) -> None:
        self._check_markable()
        follow_up = self.follow_up
        for code, status in statuses.items():
            follow_up = follow_up.settled(
                code, status, at=self._tools.stamp(), meeting_id=self._meeting().head.id
            )
        if statuses:
            self._keep_list(follow_up, "mark")

    def _keep_list(self, follow_up: FollowUp, verb: str) -> None:
        year = follow_up.follow_up_year
        before = self._years[year]
        lists = tuple(
            follow_up if each.catalogue_year == follow_up.catalogue_year else each for each in before.follow_ups
        )
        after = replace(before, follow_ups=lists)
        self._keeper.keep(Change(verb, self._meeting().head.id, year=after))
        self._years[year] = after
