"""Papers of a score year, for `export` and `print`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.commands.base import year_of
from ita_tui.errors import NotFound
from ita_tui.thai.digits import thai_digits

if TYPE_CHECKING:
    from ita_tui.domain.years import BEYear
    from ita_tui.secretary.keeping.office import Office

YEAR_KINDS = ("analysis",)
"""Papers that are made of a score year."""
_TOLD = 5
"""Findings that are told with the report; proof tells all."""


def make_analysis(office: Office, year_text: str, style: str, formats: Sequence[str], out: Path) -> list[str]:
    """Make the report of a year, or of the latest, and warn of what does not agree; raise NotFound, BadText."""
    from ita_tui.secretary.papers.publish import Format  # noqa: PLC0415
    from ita_tui.secretary.results import analysing  # noqa: PLC0415
    from ita_tui.secretary.results.checking import findings_of_results, findings_of_texts  # noqa: PLC0415

    year = _year(office, year_text)
    made = analysing.make(office, year, [Format(each) for each in formats], out, style=style)
    if made.unshown:
        print(f"แบบอักษรของ PDF ไม่มีตัวอักษรเหล่านี้: {' '.join(made.unshown)}", file=sys.stderr)
    found = (*findings_of_results(office, year), *findings_of_texts(office, year))
    if found:
        told = thai_digits(f"ควรตรวจ {len(found)} แห่งก่อนใช้รายงานปี {year}")
        lines = (told, *(f"- {thai_digits(each.message)}" for each in found[:_TOLD]))
        print(*lines, f"→ ดูทั้งหมดและค่าที่น่าจะถูกด้วย ita-tui proof --year {year}", sep="\n", file=sys.stderr)
    return [str(path) for path in made.paths]


def _year(office: Office, text: str) -> BEYear:
    from ita_tui.secretary.results import analysing  # noqa: PLC0415

    if text:
        return year_of(text)
    known = analysing.score_years(office)
    if not known:
        raise NotFound("ยังไม่มีผลประเมินของปีใด", "นำเข้าด้วย ita-tui import results FILE")
    return known[0]
