"""Results of score years in a table: year, code, score, and where there are, name and level."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final

from ita_tui.domain.proof.choices import decided
from ita_tui.domain.results import Results
from ita_tui.domain.scores.codes import OVERALL, order
from ita_tui.domain.years import BEYear
from ita_tui.exchange.codes import has_zero_for_o, read_code, read_score, read_year_cell
from ita_tui.exchange.refusals import rows_told
from ita_tui.exchange.tables import Columns, Reading, Table, read_rows, read_table
from ita_tui.exchange.writing import Value

COLUMNS: Final = Columns(("year", "code", "score"), ("name", "level"))

_WEIGHED_AT_MOST: Final = 20
"""So many codes that stand twice are weighed; a file with more has been put together wrongly."""
_MANY_DECIMALS = re.compile(r"[.][0-9๐-๙]{2}[0-9๐-๙]*[1-9๑-๙]")


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One score as the table tells it."""

    row: int
    year: BEYear
    code: str
    score: Decimal | None
    """Two decimals; None on a row of the overall score that tells the level only."""
    name: str
    level: str
    """As announced; empty but on the row of the overall score."""


@dataclass(frozen=True, slots=True)
class ResultFile:
    """All results that a file tells."""

    file: str
    lines: tuple[ResultLine, ...]
    notices: tuple[str, ...]

    def years(self) -> tuple[Results, ...]:
        """Return one value a year, earliest first."""
        return tuple(self._of(year) for year in sorted({line.year for line in self.lines}))

    def _of(self, year: BEYear) -> Results:
        own = [line for line in self.lines if line.year == year]
        level = next((line.level for line in own if line.level), "")
        names = {line.code: line.name for line in own if line.name}
        return Results(year, level, {line.code: line.score for line in own if line.score is not None}, names)


def read_results(path: Path, stored: Callable[[BEYear], Results | None] = lambda year: None) -> ResultFile:
    """Return the results in a CSV, XLSX or JSON file; raises what `read_table` does, Refused with all that is wrong.

    What is `stored` of a year helps to tell which of two scores for one code is right.
    """
    table = read_table(path, COLUMNS)
    zero_is_o = any(has_zero_for_o(code) for code in _texts(table, "code").values())
    reader = partial(_line, zero_is_o=zero_is_o)
    lines = read_rows(table, reader, key=lambda line: (line.year, line.code), doubled=partial(_doubled, stored))
    return ResultFile(table.file, lines, (*table.notices, *_notices(table, lines)))


def result_rows(results: Iterable[Results]) -> list[dict[str, Value]]:
    """Return the rows of a table that `read_results` reads as these results, names of codes without a score aside."""
    rows: list[dict[str, Value]] = []
    for each in results:
        codes = {*each.scores, *([OVERALL] if each.level else [])}
        for code in sorted(codes, key=order):
            row: dict[str, Value] = {"year": int(each.year), "code": code, "score": each.scores.get(code, "")}
            row["name"] = each.name(code)
            row["level"] = each.level if code == OVERALL else ""
            rows.append(row)
    return rows


def _line(row: Reading, *, zero_is_o: bool) -> ResultLine:
    year = row.read("year", read_year_cell, BEYear(0))
    code = row.read("code", partial(read_code, zero_is_o=zero_is_o), "")
    level = row.text("level") if code == OVERALL else ""
    score = None if level and not row.text("score") else row.read("score", read_score, Decimal(0))
    return ResultLine(row.number, year, code, score, row.text("name"), level)


def _doubled(
    stored: Callable[[BEYear], Results | None], pairs: Sequence[tuple[ResultLine, ResultLine]],
    others: Sequence[ResultLine],
) -> list[str]:
    """Tell the two scores of each code that stands twice, and which of them the sums of its year bear out."""
    several = [(above.year, above.code) for above, below in pairs if above.score != below.score]
    fitting: dict[tuple[int, str], Decimal] = {}
    for year in sorted({year for year, _ in several}) if len(several) <= _WEIGHED_AT_MOST else ():
        scores = {line.code: line.score for line in others if line.year == year and line.score is not None}
        elsewhere: dict[str, list[Decimal]] = {}
        for above, below in pairs:
            if above.year == year and above.score is not None and below.score is not None:
                elsewhere.setdefault(above.code, []).append(below.score)
        known = stored(year) or Results(year)
        borne = decided(replace(known, scores={**known.scores, **scores}), elsewhere)
        fitting |= {(year, code): score for code, score in borne.items()}
    return [_told_twice(above, below, fitting.get((above.year, above.code))) for above, below in pairs]


def _told_twice(above: ResultLine, below: ResultLine, fitting: Decimal | None) -> str:
    if above.score is None or below.score is None or above.score == below.score:
        return ""
    told = f" คะแนน {above.score:.2f} แถวนี้ {below.score:.2f}"
    return told if fitting is None else f"{told} ค่าที่ตรงกับผลรวมคือ {fitting:.2f}"


def _notices(table: Table, lines: tuple[ResultLine, ...]) -> tuple[str, ...]:
    long = [number for number, text in _texts(table, "score").items() if _MANY_DECIMALS.search(text)]
    rounded = (f"ปัดคะแนนเป็นทศนิยมสองตำแหน่งที่ {rows_told(long)}",) if long else ()
    levels = bool(_texts(table, "level")) and not any(line.level for line in lines)
    return (*rounded, *(("ระดับอ่านจากแถว overall เท่านั้น จึงไม่ได้อ่านช่อง level",) if levels else ()))


def _texts(table: Table, column: str) -> dict[int, str]:
    """Return the texts of a column that are not empty, by row."""
    cells = ((row.number, row.cells.get(column, "")) for row in table.rows)
    return {number: cell for number, cell in cells if isinstance(cell, str) and cell}
