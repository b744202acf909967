"""Papers of a score year, for `export` and `print`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.commands.base import year_of
from ita_tui.errors import NotFound

if TYPE_CHECKING:
    from ita_tui.domain.years import BEYear
    from ita_tui.secretary.office import Office

YEAR_KINDS = ("analysis",)
"""Papers that are made of a score year."""


def make_analysis(office: Office, year_text: str, style: str, formats: Sequence[str], out: Path) -> list[str]:
    """Make the report of a year, or of the latest, and warn of texts that no longer fit; raise NotFound, BadText."""
    from ita_tui.secretary import analysing  # noqa: PLC0415
    from ita_tui.secretary.publish import Format  # noqa: PLC0415

    year = _year(office, year_text)
    made = analysing.make(office, year, [Format(each) for each in formats], out, style=style)
    if made.unshown:
        print(f"แบบอักษรของ PDF ไม่มีตัวอักษรเหล่านี้: {' '.join(made.unshown)}", file=sys.stderr)
    if unfit := analysing.unfit(office, year):
        print(f"ข้อความที่แก้ไว้ {len(unfit)} แห่งไม่ตรงกับคะแนนที่บันทึกอยู่ รายงานจึงเป็นฉบับร่าง", file=sys.stderr)
        for each in unfit:
            print(f"- {each.text}", file=sys.stderr)
    return [str(path) for path in made.paths]


def _year(office: Office, text: str) -> BEYear:
    from ita_tui.secretary import analysing  # noqa: PLC0415

    if text:
        return year_of(text)
    known = analysing.score_years(office)
    if not known:
        raise NotFound("ยังไม่มีผลประเมินของปีใด", "นำเข้าด้วย ita-tui import results FILE")
    return known[0]
