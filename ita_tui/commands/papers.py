"""Commands that make papers of a meeting and record what became of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_tui import bootstrap
from ita_tui.cli_group import OneOf, WrongUse
from ita_tui.commands.base import Settings, command, year_of
from ita_tui.errors import BadText, NotFound
from ita_tui.thai.digits import arabic_digits, thai_digits

if TYPE_CHECKING:
    from ita_tui.domain.meeting import MeetingHead
    from ita_tui.secretary.desk import MeetingDesk
    from ita_tui.secretary.office import Office

FORMATS = ("pdf", "docx", "html", "md")
KINDS = ("minutes", "oit")
TITLES = {"minutes": "รายงานการประชุม", "oit": "ตารางติดตาม OIT"}


@command(help="ออกเอกสาร: minutes รายงานการประชุม, oit ตารางติดตาม OIT")
@click.argument("kind", metavar="minutes|oit", type=OneOf(*KINDS))
@click.option("--meeting", "number", metavar="1/2567|latest", default="", help="การประชุม (ไม่ระบุ = ครั้งล่าสุด)")
@click.option("--year", "year_text", metavar="2567", default="", help="ปีที่ติดตาม OIT")
@click.option(
    "--to", "formats", metavar="pdf,docx,html,md", type=OneOf(*FORMATS, several=True), default=",".join(FORMATS),
    help="รูปแบบ คั่นด้วยจุลภาค (ไม่ระบุ = ทุกรูปแบบ)",
)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), required=True, help="โฟลเดอร์ที่เก็บเอกสาร")
@click.pass_obj
def export(
    settings: Settings, kind: str, number: str, year_text: str, formats: tuple[str, ...], out: Path
) -> None:
    """Make papers and tell where they lie."""
    from ita_tui.secretary import publish  # noqa: PLC0415

    with bootstrap.read_office(settings.data) as office:
        desk = _desk_for(office, kind, number, year_text)
        made = publish.make(publish.Kind(kind), desk, [publish.Format(each) for each in formats], out.absolute())
    paths = [str(path) for path in made.paths]
    settings.show(paths, paths)
    if made.unshown:
        print(f"แบบอักษรของ PDF ไม่มีตัวอักษรเหล่านี้: {' '.join(made.unshown)}", file=sys.stderr)


def _desk_for(office: Office, kind: str, number: str, year_text: str) -> MeetingDesk:
    """Return the desk of the meeting a paper is made of; raise NotFound, BadText, WrongUse."""
    if not year_text:
        return office.desk(_head(office, number).id)
    if kind != "oit":
        raise WrongUse("--year ใช้กับ export oit เท่านั้น", "ระบุการประชุมด้วย --meeting ครั้งที่/ปี")
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


@command(help="บันทึกว่าประธานลงนามในรายงานการประชุมแล้ว")
@click.option("--meeting", "number", metavar="1/2567|latest", default="", help="การประชุม (ไม่ระบุ = ครั้งล่าสุด)")
@click.pass_obj
def sign(settings: Settings, number: str) -> None:
    """Record that the minutes as printed were signed."""
    from ita_tui.secretary import publish  # noqa: PLC0415

    with bootstrap.write_office(settings.data) as office:
        desk = office.desk(_head(office, number).id)
        publish.sign(desk)
        office.flush()
        head = desk.meeting.head
    settings.show(
        {"meeting": head.number_text, "state": head.state.value},
        [f"บันทึกแล้วว่ารายงานการประชุมครั้งที่ {thai_digits(head.number_text)} ลงนามแล้ว"],
    )
