"""`ita-tui proof`: what does not agree, and which figure is the likely culprit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import click

from ita_tui import bootstrap
from ita_tui.commands.base import Settings, command, year_of
from ita_tui.thai.digits import thai_digits

if TYPE_CHECKING:
    from ita_tui.domain.proof.findings import Candidate, Finding

FOUND: Final = 1
"""Exit code of a check that found something."""
_TOLD: Final = 5
"""Candidates of one finding that are told a person; a program gets all."""


@command(help="ตรวจผลประเมิน: ตัวเลขที่ไม่ตรงกัน และค่าที่น่าจะถูก")
@click.option("--year", "year_text", metavar="2567", default="", help="ปีของผลประเมิน (ไม่ระบุ = ทุกปี)")
@click.pass_obj
def proof(settings: Settings, year_text: str) -> int:
    """Tell what does not agree in the results of a year, or of all."""
    from ita_tui.secretary.results.checking import findings_of_results, findings_of_texts  # noqa: PLC0415

    with bootstrap.read_office(settings.data) as office:
        known = [year for year in office.years() if office.year(year).results is not None]
        years = [year_of(year_text)] if year_text else known
        checks = (findings_of_results, findings_of_texts)
        found = [finding for year in years for check in checks for finding in check(office, year)]
    lines = [line for finding in found for line in _told(finding)]
    settings.show([_plain(finding) for finding in found], lines or ["ไม่พบสิ่งที่ต้องแก้ไข"])
    return FOUND if found else 0


def _told(finding: Finding) -> list[str]:
    lines = [f"ปี {finding.year} {finding.message}", *map(_candidate, finding.candidates[:_TOLD])]
    if len(finding.candidates) > _TOLD:
        lines.append(f"  → และอีก {len(finding.candidates) - _TOLD} ค่า ดูทั้งหมดด้วย --json")
    return [thai_digits(line) for line in lines]


def _candidate(candidate: Candidate) -> str:
    from ita_tui.domain.scores.codes import label  # noqa: PLC0415

    between = f" (ระหว่าง {candidate.low} ถึง {candidate.high})" if candidate.low != candidate.high else ""
    return f"  → {label(candidate.where)} อาจเป็น {candidate.value}{between} {candidate.why}".rstrip()


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value, "where": finding.where, "year": int(finding.year), "message": finding.message,
        "candidates": [
            {
                "where": each.where, "value": _number(each.value), "low": _number(each.low),
                "high": _number(each.high), "why": each.why,
            }
            for each in finding.candidates
        ],
    }  # fmt: skip


def _number(value: Decimal | str | None) -> float | str | None:
    return float(value) if isinstance(value, Decimal) else value
