"""`ita-tui import`: results and OIT items out of files into the data folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_tui import bootstrap
from ita_tui.cli_group import REFUSED, OneOf, WrongUse
from ita_tui.commands.base import Settings, command
from ita_tui.thai.digits import thai_digits

if TYPE_CHECKING:
    from ita_tui.exchange.refusals import Refused
    from ita_tui.secretary.importing.preview import Preview
    from ita_tui.secretary.keeping.office import Office

_TOLD = 100
"""Refusals that are told a person; a program gets all."""


@command("import", help="นำเข้าแฟ้ม .csv .xlsx .json: results ผลประเมิน, oit สถานะ OIT ที่ส่วนราชการรายงาน")
@click.argument("what", metavar="results|oit", type=OneOf("results", "oit"))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--replace", "replace", is_flag=True, help="แทนค่าที่มีอยู่ด้วยค่าในแฟ้ม (ไม่ระบุ = แสดงค่าที่ต่างแล้วไม่นำเข้า)")
@click.option("--catalogue", "catalogue", is_flag=True, help="รับรหัส ชื่อ และกลุ่มในแฟ้มเป็นบัญชีรายการ OIT ของปีนั้นด้วย")
@click.pass_obj
def import_(settings: Settings, what: str, file: Path, replace: bool, catalogue: bool) -> int:
    """Take in a file as a whole, or nothing of it; tell what changed, or row by row why not."""
    from ita_tui.exchange.refusals import Refused  # noqa: PLC0415
    from ita_tui.secretary.importing.preview import apply  # noqa: PLC0415

    if catalogue and what != "oit":
        raise WrongUse("--catalogue ใช้กับ import oit เท่านั้น", "นำเข้าผลประเมินโดยไม่ระบุ --catalogue")
    with bootstrap.write_office(settings.data) as office:
        try:
            preview = _preview(office, what, file, catalogue=catalogue)
            apply(office, preview, replace=replace)
        except Refused as refused:
            return _refused(settings, file, refused)
    settings.show({"imported": preview.rows, "refused": []}, _told(preview))
    for notice in preview.notices:
        print(notice, file=sys.stderr)
    return 0


def _preview(office: Office, what: str, file: Path, *, catalogue: bool) -> Preview:
    if what == "results":
        from ita_tui.secretary.importing.results import preview_results  # noqa: PLC0415

        return preview_results(office, file)
    from ita_tui.secretary.importing.oit import preview_oit  # noqa: PLC0415

    return preview_oit(office, file, as_catalogue=catalogue)


def _told(preview: Preview) -> list[str]:
    counted = f"เพิ่ม {preview.added} แทนค่าเดิม {preview.replaced} คงเดิม {preview.same}"
    counts = thai_digits(f"นำเข้า {preview.rows} แถว ({counted})")
    return [f"{counts} จาก “{preview.file}”", *(change.told for change in preview.changes)]


def _refused(settings: Settings, file: Path, refused: Refused) -> int:
    plain = [{"row": each.row, "column": each.column, "reason": each.reason} for each in refused.refusals]
    settings.show({"imported": 0, "refused": plain}, [])
    lines = [each.told for each in refused.refusals[:_TOLD]]
    if len(refused.refusals) > _TOLD:
        lines.append(f"และอีก {len(refused.refusals) - _TOLD} แห่ง ดูทั้งหมดด้วย --json")
    print(f"ไม่รับแฟ้ม “{file.name}” ไม่มีข้อมูลใดถูกนำเข้า", *lines, f"→ {refused.hint}", sep="\n", file=sys.stderr)
    return REFUSED
