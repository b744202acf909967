"""`ita-tui list`: what a data folder holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ita_tui import bootstrap
from ita_tui.cli_group import OneOf
from ita_tui.commands.base import Settings, command
from ita_tui.commands.papers import FORMATS, KINDS, TITLES
from ita_tui.commands.year_papers import YEAR_KINDS
from ita_tui.thai.dates import long_date
from ita_tui.thai.digits import thai_digits

if TYPE_CHECKING:
    from ita_tui.secretary.keeping.office import Office


@command("list", help="แสดงรายการ: meetings การประชุม, years ปี, documents เอกสารที่ออกได้")
@click.argument("what", metavar="meetings|years|documents", type=OneOf("meetings", "years", "documents"))
@click.pass_obj
def list_(settings: Settings, what: str) -> None:
    """List what the data folder holds."""
    with bootstrap.read_office(settings.data) as office:
        rows = {"meetings": _meetings, "years": _years, "documents": _documents}[what](office)
    settings.show([plain for plain, _ in rows], [line for _, line in rows] or ["ไม่มีรายการ"])


def _meetings(office: Office) -> list[tuple[dict[str, Any], str]]:
    return [
        (
            {
                "id": head.id, "number": head.number_text, "date": head.on.isoformat(), "state": head.state.value,
                "state_label": head.state.label, "committee": office.body.committee(head.committee_id).name,
            },
            f"{thai_digits(head.number_text)}  {long_date(head.on)}  {head.state.label}",
        )
        for head in office.heads()
    ]


def _years(office: Office) -> list[tuple[dict[str, Any], str]]:
    from ita_tui.domain.oit import standing_of  # noqa: PLC0415

    rows = []
    for year in office.years():
        record = office.year(year)
        plain: dict[str, Any] = {"year": year, "results": None, "follow_ups": []}
        parts = [str(year)]
        if record.results is not None:
            overall = record.results.printed("overall")
            plain["results"] = {"overall": float(overall) if overall else None, "level": record.results.level}
            parts.append(f"ผลประเมิน {overall or '-'} {record.results.level}".rstrip())
        for each in record.follow_ups:
            standing = standing_of(each.entries)
            plain["follow_ups"].append(
                {"catalogue_year": each.catalogue_year, "complete": standing.complete, "total": standing.total}
            )
            parts.append(f"ติดตาม OIT บัญชีปี {each.catalogue_year} แล้วเสร็จ {standing.complete}/{standing.total}")
        rows.append((plain, thai_digits("  ".join(parts))))
    return rows


def _documents(office: Office) -> list[tuple[dict[str, Any], str]]:
    rows = []
    for head in office.heads():
        desk = office.desk(head.id)
        for kind in KINDS:
            if kind == "minutes" or desk.meeting.oit is not None:
                plain = {"kind": kind, "title": TITLES[kind], "meeting": head.number_text, "formats": list(FORMATS)}
                rows.append((plain, f"{kind}  {TITLES[kind]}  ครั้งที่ {thai_digits(head.number_text)}"))
    return rows + _of_years(office)


def _of_years(office: Office) -> list[tuple[dict[str, Any], str]]:
    from ita_tui.secretary.results.analysing import score_years  # noqa: PLC0415

    return [
        (
            {"kind": kind, "title": TITLES[kind], "year": year, "formats": list(FORMATS)},
            f"{kind}  {TITLES[kind]}  ปี {thai_digits(str(year))}",
        )
        for year in score_years(office) for kind in YEAR_KINDS
    ]
