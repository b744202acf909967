"""What a file of results would change in the years it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from ita_tui.domain.proof.choices import decided
from ita_tui.domain.results import Results, YearRecord
from ita_tui.domain.scores.codes import label
from ita_tui.exchange.results import ResultLine, read_results
from ita_tui.secretary.importing.preview import Ledger, Preview, preview_of
from ita_tui.secretary.keeping.office import Office

_WEIGHED_AT_MOST: Final = 20
"""So many replaced values are weighed against the stored ones; more were not put right one by one."""


def preview_results(office: Office, path: Path) -> Preview:
    """Return what a CSV, XLSX or JSON file of results would change; any number of years at once.

    Codes that a year has and the file has not stay. Raises Refused with all that cannot be taken, NotFound.
    """
    file = read_results(path, lambda year: office.year(year).results)
    ledger = Ledger()
    ledger.notices.extend(file.notices)
    before = [office.year(year) for year in sorted({line.year for line in file.lines})]
    after = [_merged(record, [line for line in file.lines if line.year == record.year], ledger) for record in before]
    if len(ledger.changes) <= _WEIGHED_AT_MOST:
        for old, new in zip(before, after, strict=True):
            ledger.notices.extend(_worse(old.results, new.results))
    return preview_of(file.file, "import results", len(file.lines), ledger, before, after)


def _merged(record: YearRecord, lines: Iterable[ResultLine], ledger: Ledger) -> YearRecord:
    old = record.results or Results(record.year)
    level, scores, names = old.level, dict(old.scores), dict(old.names)
    for line in lines:
        where = f"ผลประเมินปี {line.year} {label(line.code)}"
        if line.score is not None:
            new = f"{line.score:.2f}"
            if ledger.takes(line.row, "score", where, old=old.printed(line.code), new=new):
                scores[line.code] = line.score
        if ledger.takes(line.row, "name", where, old=old.names.get(line.code, ""), new=line.name):
            names[line.code] = line.name
        if ledger.takes(line.row, "level", where, old=old.level, new=line.level):
            level = line.level
    return replace(record, results=replace(old, level=level, scores=scores, names=names))


def _worse(old: Results | None, new: Results | None) -> Iterator[str]:
    """Yield what is said against scores of a file where the sums bear out the stored ones in their place."""
    if old is None or new is None:
        return
    changed = {code: (score,) for code, score in old.scores.items() if new.scores[code] != score}
    borne = decided(new, changed) if changed else {}
    for code, (score,) in changed.items():
        if borne.get(code) == score:
            told = f"ค่าเดิม {score:.2f} ตรงกับผลรวม ค่าใหม่ {new.printed(code)} ไม่ตรง"
            yield f"ผลประเมินปี {new.year} {label(code)} {told}"
