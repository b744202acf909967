"""What a file of OIT items would change: what divisions report, and the office's own catalogue of a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ita_tui.domain.body import Body
from ita_tui.domain.evidence import Evidence
from ita_tui.domain.oit import Catalogue, FollowUp, Status, follow_up_of
from ita_tui.domain.oit_changes import report_for
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound
from ita_tui.exchange.oit import OF_CATALOGUE, OF_STATUSES, OitFile, OitLine, read_oit
from ita_tui.secretary.importing.catalogue import merged_catalogue
from ita_tui.secretary.importing.preview import Ledger, Preview, preview_of
from ita_tui.secretary.keeping.office import Office
from ita_tui.thai.fold import fold


def preview_oit(office: Office, path: Path, *, as_catalogue: bool = False) -> Preview:
    """Return what a CSV, XLSX or JSON file of OIT items would change.

    A status is what the division reports: the room confirms or changes it. Items that the file has not stay as
    they are, and so does what a row leaves empty. With `as_catalogue` the file's codes, names and groups become
    the office's own catalogue of their year, or go into it. Raises Refused with all that cannot be taken, NotFound.
    """
    file = read_oit(path, OF_CATALOGUE if as_catalogue else OF_STATUSES)
    ledger = Ledger()
    ledger.notices.extend(file.notices)
    catalogues = _catalogues(office, file, ledger, as_catalogue=as_catalogue)
    before = [office.year(year) for year in sorted({line.follow_up_year for line in file.lines})]
    taking = _Taking(office.body, ledger, office.tools.stamp(), file.file)
    after = [
        taking.year(record, [line for line in file.lines if line.follow_up_year == record.year], catalogues)
        for record in before
    ]
    own = catalogues.values() if as_catalogue else ()
    return preview_of(file.file, "import oit", len(file.lines), ledger, before, after, own)


def _catalogues(
    office: Office, file: OitFile, ledger: Ledger, *, as_catalogue: bool
) -> dict[BEYear, Catalogue]:
    """Return the catalogue of each year that the file names and that is known, or becomes so by this file."""
    found: dict[BEYear, Catalogue] = {}
    for year in sorted({line.catalogue_year for line in file.lines}):
        lines = [line for line in file.lines if line.catalogue_year == year]
        try:
            known: Catalogue | None = office.catalogue(year)
        except NotFound:
            known = None
        if as_catalogue:
            found[year] = merged_catalogue(year, known, lines, ledger)
        elif known is not None:
            found[year] = known
        else:
            reason = f"ไม่มีบัญชีรายการ OIT ปี {year} รับจากแฟ้มนี้ได้ด้วยคำสั่ง ita-tui import oit FILE --catalogue"
            ledger.refuse(lines[0].row, "catalogue_year", reason)
    return found


class _Taking:
    """Puts what lines say into follow-up lists, and keeps account."""

    def __init__(self, body: Body, ledger: Ledger, at: str, file: str) -> None:
        self._names = body.division_names()
        self._ids = {fold(name): division_id for division_id, name in self._names.items()}
        self._ledger = ledger
        self._at = at
        self._file = file

    def year(
        self, record: YearRecord, lines: Iterable[OitLine], catalogues: dict[BEYear, Catalogue]
    ) -> YearRecord:
        """Return the record of a follow-up year with what the lines of that year say."""
        lists = {each.catalogue_year: each for each in record.follow_ups}
        for line in lines:
            catalogue = catalogues.get(line.catalogue_year)
            if catalogue is None:
                continue
            known = lists.get(catalogue.year, follow_up_of(catalogue, record.year)).completed(catalogue)
            lists[catalogue.year] = self._taken(known, line, catalogue)
        return replace(record, follow_ups=tuple(lists.values()))

    def _taken(self, follow_up: FollowUp, line: OitLine, catalogue: Catalogue) -> FollowUp:
        item = next((item for item in catalogue.items if item.code == line.code), None)
        if item is None:
            self._ledger.refuse(line.row, "code", f"บัญชีรายการ OIT ปี {catalogue.year} ไม่มีข้อ {line.code}")
            return follow_up
        if line.name and fold(line.name) != fold(item.name):
            told = f"แถว {line.row} ข้อ {line.code} ชื่อในแฟ้ม “{line.name}” ต่างจากบัญชีรายการ “{item.name}”"
            self._ledger.notices.append(told)
        return self._with_report(self._with_fields(follow_up, line), line)

    def _with_fields(self, follow_up: FollowUp, line: OitLine) -> FollowUp:
        """Return the list with division, due, evidence and note of a line."""
        entry = follow_up.entry(line.code)
        division = self._division(line)
        old_division = self._names.get(entry.division_id, "")
        if self._takes(line, "responsible", old_division, self._names.get(division, "")):
            entry = replace(entry, division_id=division)
        if self._takes(line, "due", entry.due, line.due):
            entry = replace(entry, due=line.due)
        if self._takes(line, "url", _urls(entry.evidence), _urls(line.evidence)):
            kept = {each.url: each for each in entry.evidence}
            entry = replace(entry, evidence=tuple(kept.get(each.url, each) for each in line.evidence))
        follow_up = follow_up.with_entry(entry)
        if self._takes(line, "note", entry.note, line.note):
            follow_up = follow_up.noted(line.code, line.note, at=self._at)
        return follow_up

    def _with_report(self, follow_up: FollowUp, line: OitLine) -> FollowUp:
        entry = follow_up.entry(line.code)
        last = report_for(entry, "")
        new = "" if line.status is Status.UNSET else line.status.label
        if not self._takes(line, "status", last.status.label if last else "", new):
            return follow_up
        by = self._names.get(entry.division_id, "") or self._file
        return follow_up.reported(line.code, line.status, at=self._at, by=by)

    def _takes(self, line: OitLine, column: str, old: str, new: str) -> bool:
        return self._ledger.takes(line.row, column, f"ปี {line.follow_up_year} ข้อ {line.code}", old=old, new=new)

    def _division(self, line: OitLine) -> str:
        """Return the id of the division that a line makes responsible; refuse the row where it is none of them."""
        division = self._ids.get(fold(line.responsible))
        if division is None:
            known = ", ".join(name for name in self._names.values() if name)
            self._ledger.refuse(line.row, "responsible", f"ไม่มีส่วนราชการ “{line.responsible}” (มี: {known})")
        return division or ""


def _urls(evidence: Sequence[Evidence]) -> str:
    return " ".join(each.url for each in evidence)
