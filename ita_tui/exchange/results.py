"""Results of a score year from a table: year, code, score, optional level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ita_tui.domain.results import Results
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText
from ita_tui.exchange.tables import Row, read_csv, read_rows, read_year
from ita_tui.thai.digits import arabic_digits

_NAMED = {name.lower(): name for name in ("overall", "mean", "sd", "max", "min", "IIT", "EIT", "EIT1", "EIT2", "OIT")}
_NUMBERED = re.compile(r"(?:[1-9]|10)(?:\.[1-9]\d?)?|[ieo][1-9]\d?")
_SCORE = re.compile(r"\d{1,3}(?:\.\d{1,2})?")


@dataclass(frozen=True, slots=True)
class _Line:
    year: BEYear
    code: str
    score: Decimal
    level: str


def read_results(path: Path) -> tuple[Results, ...]:
    """Return the results in a CSV file, one value a year, earliest first; raise Refused with all that is wrong."""
    lines = read_rows(
        path.name, read_csv(path, ("year", "code", "score")), _line, key=lambda line: (line.year, line.code)
    )
    return tuple(_of_year(year, lines) for year in sorted({line.year for line in lines}))


def _of_year(year: BEYear, lines: tuple[_Line, ...]) -> Results:
    own = [line for line in lines if line.year == year]
    level = next((line.level for line in own if line.code == "overall"), "")
    return Results(year, level, {line.code: line.score for line in own})


def _line(row: Row) -> _Line:
    return _Line(
        row.read("year", read_year), row.read("code", _code), row.read("score", _score), row.cells.get("level", "")
    )


def _code(text: str) -> str:
    plain = arabic_digits(text).lower().replace(" ", "")
    if plain in _NAMED:
        return _NAMED[plain]
    if _NUMBERED.fullmatch(plain):
        return plain
    raise BadText(f"“{text}” ไม่ใช่รหัสของผลประเมิน")


def _score(text: str) -> Decimal:
    plain = arabic_digits(text).removesuffix("%").strip()
    if not _SCORE.fullmatch(plain) or Decimal(plain) > 100:
        raise BadText(f"“{text}” ไม่ใช่คะแนนตั้งแต่ 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง")
    return Decimal(plain)
