"""Commands that make papers of a meeting and record what became of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_tui import bootstrap
from ita_tui.cli_group import OneOf, WrongUse
from ita_tui.commands.base import Settings, command, year_of
from ita_tui.commands.year_papers import YEAR_KINDS, make_analysis
from ita_tui.errors import BadText, NotFound
from ita_tui.thai.digits import arabic_digits, thai_digits

if TYPE_CHECKING:
    from ita_tui.domain.meeting_head import MeetingHead
    from ita_tui.secretary.keeping.office import Office
    from ita_tui.secretary.meeting.desk import MeetingDesk

FORMATS = ("pdf", "docx", "html", "md")
KINDS = ("minutes", "oit")
"""Papers of a meeting."""
TITLES = {"minutes": "รายงานการประชุม", "oit": "ตารางติดตาม OIT", "analysis": "การวิเคราะห์ผลการประเมิน"}
_TABLE_FORMATS = ("csv", "xlsx", "json")


@command(help="ออกเอกสาร: minutes รายงานการประชุม, oit ตารางติดตาม OIT, analysis การวิเคราะห์ผล, results ผลประเมินเป็นตาราง")
@click.argument("kind", metavar="minutes|oit|analysis|results", type=OneOf(*KINDS, *YEAR_KINDS, "results"))
@click.option("--meeting", "number", metavar="1/2567|latest", default="", help="การประชุม (ไม่ระบุ = ครั้งล่าสุด)")
@click.option(
    "--year", "year_text", metavar="2567", default="",
    help="ปีที่ติดตาม OIT หรือปีของผลประเมิน (ไม่ระบุ: analysis = ปีล่าสุด, results = ทุกปี)",
)
@click.option(
    "--to", "formats", metavar="pdf,docx,html,md", type=OneOf(*FORMATS, *_TABLE_FORMATS, several=True),
    help="รูปแบบ คั่นด้วยจุลภาค (ไม่ระบุ = ทุกรูปแบบ) results และ oit เป็น csv,xlsx,json ได้",
)
@click.option("--style", metavar="NAME", default="", help="รูปแบบของ analysis (ไม่ระบุ = รูปแบบที่เลือกไว้ของปีนั้น)")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), required=True, help="โฟลเดอร์ที่เก็บเอกสาร")
@click.pass_obj
def export(
    settings: Settings, kind: str, number: str, year_text: str, formats: tuple[str, ...] | None, style: str, out: Path
) -> None:
    """Make papers and tables, and tell where they lie."""
    formats = formats or (_TABLE_FORMATS if kind == "results" else FORMATS)
    _check_use(kind, formats, number, style)
    papers = [each for each in formats if each in FORMATS]
    tables = [each for each in formats if each in _TABLE_FORMATS]
    paths: list[str] = []
    with bootstrap.read_office(settings.data) as office:
        if kind in YEAR_KINDS:
            paths += make_analysis(office, year_text, style, papers, out.absolute())
        elif papers:
            paths += _papers(_desk_for(office, kind, number, year_text), kind, papers, out.absolute())
        if kind == "results":
            paths += _results(office, year_text, tables, out.absolute())
        elif tables:
            paths += _oit_tables(office, number, year_text, tables, out.absolute())
    settings.show(paths, paths)


def _check_use(kind: str, formats: tuple[str, ...], number: str, style: str) -> None:
    """Raise WrongUse for a format that a kind does not come in, and for an option that is not of it."""
    if style and kind != "analysis":
        raise WrongUse("--style ใช้กับ export analysis เท่านั้น", f"ออก {kind} โดยไม่ระบุ --style")
    if number and kind in YEAR_KINDS:
        raise WrongUse(f"{kind} เป็นเอกสารของปี ไม่ใช่ของการประชุม", "ระบุปีด้วย --year")
    own = {"minutes": FORMATS, "analysis": FORMATS, "results": _TABLE_FORMATS, "oit": (*FORMATS, *_TABLE_FORMATS)}[kind]
    wrong = [each for each in formats if each not in own]
    if wrong:
        raise WrongUse(f"{kind} ไม่มีรูปแบบ {' '.join(wrong)}", f"ใช้รูปแบบใดรูปแบบหนึ่ง: {' '.join(own)}")


def _papers(desk: MeetingDesk, kind: str, formats: list[str], out: Path) -> list[str]:
    from ita_tui.secretary.papers import publish  # noqa: PLC0415

    made = publish.make(publish.Kind(kind), desk, [publish.Format(each) for each in formats], out)
    if made.unshown:
        print(f"แบบอักษรของ PDF ไม่มีตัวอักษรเหล่านี้: {' '.join(made.unshown)}", file=sys.stderr)
    return [str(path) for path in made.paths]


def _results(office: Office, year_text: str, formats: list[str], out: Path) -> list[str]:
    from ita_tui.secretary.exporting import DataFormat, export_results  # noqa: PLC0415

    known = [year for year in office.years() if office.year(year).results is not None]
    years = [year_of(year_text)] if year_text else known
    return [str(path) for path in export_results(office, years, [DataFormat(each) for each in formats], out)]


def _oit_tables(office: Office, number: str, year_text: str, formats: list[str], out: Path) -> list[str]:
    from ita_tui.secretary.exporting import DataFormat, export_oit  # noqa: PLC0415

    if year_text and not number:
        year = year_of(year_text)
    else:
        oit = _desk_for(office, "oit", number, year_text).meeting.oit
        if oit is None:
            raise NotFound("การประชุมนี้ไม่มีรายการติดตาม OIT", "ระบุปีด้วย --year")
        year = oit.follow_up_year
    return [str(path) for path in export_oit(office, year, [DataFormat(each) for each in formats], out)]


def _desk_for(office: Office, kind: str, number: str, year_text: str) -> MeetingDesk:
    """Return the desk of the meeting a paper is made of; raise NotFound, BadText, WrongUse."""
    if not year_text:
        return office.desk(_head(office, number).id)
    if kind != "oit":
        raise WrongUse("--year ใช้กับ oit เท่านั้น", "ระบุการประชุมด้วย --meeting ครั้งที่/ปี")
    year = year_of(year_text)
    heads = (_head(office, number),) if number else office.heads()
    for head in heads:
        desk = office.desk(head.id)
        if desk.meeting.oit is not None and desk.meeting.oit.follow_up_year == year:
            return desk
    raise NotFound(f"ไม่พบการประชุมที่ติดตาม OIT ปี {year}", "ดูรายการด้วย ita-tui list years")


def _head(office: Office, text: str) -> MeetingHead:
    """Return the meeting of a number as typed, `๑/๒๕๖๗` too; raise BadText, NotFound."""
    number = arabic_digits(text).replace(" ", "").lower() or "latest"
    head, _, year = number.partition("/")
    if number != "latest" and not (head.isascii() and head.isdigit() and year.isascii() and year.isdigit()):
        raise BadText(f"“{text}” ไม่ใช่ครั้งที่ของการประชุม", "ใช้รูปแบบ 1/2567 หรือ latest")
    return office.head(number if number == "latest" else f"{int(head)}/{int(year)}")


@command("print", help="พิมพ์ที่เครื่องพิมพ์: minutes รายงานการประชุม, oit ตารางติดตาม OIT, analysis การวิเคราะห์ผล")
@click.argument("kind", metavar="minutes|oit|analysis", type=OneOf(*KINDS, *YEAR_KINDS))
@click.option("--meeting", "number", metavar="1/2567|latest", default="", help="การประชุม (ไม่ระบุ = ครั้งล่าสุด)")
@click.option("--year", "year_text", metavar="2567", default="", help="ปีที่ติดตาม OIT หรือปีของผลประเมิน")
@click.option("--printer", metavar="NAME", default="", help="ชื่อเครื่องพิมพ์ (ไม่ระบุ = เครื่องพิมพ์หลัก)")
@click.option("--copies", "copies_text", metavar="N", default="1", help="จำนวนชุด")
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="โฟลเดอร์ที่เก็บ PDF (ไม่ระบุ = โฟลเดอร์เอกสารของชุดข้อมูล)"
)
@click.pass_obj
def print_(
    settings: Settings, kind: str, number: str, year_text: str, printer: str, copies_text: str, out: Path | None
) -> None:
    """Print a paper and tell where its PDF lies."""
    from ita_tui.secretary.papers import publish  # noqa: PLC0415

    copies = publish.copies_of(copies_text)
    folder = out.absolute() if out else bootstrap.documents_folder(settings.data)
    with bootstrap.read_office(settings.data) as office:
        if kind in YEAR_KINDS:
            (path,) = make_analysis(office, year_text, "", ["pdf"], folder)
            printed = publish.print_made(Path(path), printer, copies)
        else:
            desk = _desk_for(office, kind, number, year_text)
            printed = publish.print_paper(publish.Kind(kind), desk, folder, printer=printer, copies=copies)
    name = printed.printer.name
    settings.show(
        {"path": str(printed.path), "printer": name, "copies": copies},
        [f"ส่งพิมพ์{TITLES[kind]} {thai_digits(str(copies))} ชุด ที่เครื่องพิมพ์ {name}".rstrip(), str(printed.path)],
    )


@command(help="บันทึกว่าประธานลงนามในรายงานการประชุมแล้ว")
@click.option("--meeting", "number", metavar="1/2567|latest", default="", help="การประชุม (ไม่ระบุ = ครั้งล่าสุด)")
@click.pass_obj
def sign(settings: Settings, number: str) -> None:
    """Record that the minutes as printed were signed."""
    from ita_tui.secretary.papers import publish  # noqa: PLC0415

    with bootstrap.write_office(settings.data) as office:
        desk = office.desk(_head(office, number).id)
        publish.sign(desk)
        office.flush()
        head = desk.meeting.head
    settings.show(
        {"meeting": head.number_text, "state": head.state.value},
        [f"บันทึกแล้วว่ารายงานการประชุมครั้งที่ {thai_digits(head.number_text)} ลงนามแล้ว"],
    )
