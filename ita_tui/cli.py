"""The command line: what scripts and tests live on, and the way into the app.

Everything heavy is loaded by the command that needs it; `export` never loads Textual.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
import orjson

from ita_tui import bootstrap
from ita_tui.cli_group import FAILED, OneOf, ThaiGroup, WrongUse
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, NotFound
from ita_tui.thai.dates import long_date
from ita_tui.thai.digits import arabic_digits, thai_digits

if TYPE_CHECKING:
    from ita_tui.domain.meeting import MeetingHead
    from ita_tui.secretary.desk import MeetingDesk
    from ita_tui.secretary.office import Office

_FORMATS = ("pdf", "docx", "html", "md")
_KINDS = ("minutes", "oit")
_TITLES = {"minutes": "รายงานการประชุม", "oit": "ตารางติดตาม OIT"}


class _Settings:
    """What the global options say."""

    def __init__(self, data: Path | None, as_json: bool) -> None:
        self._data = data
        self.as_json = as_json

    @property
    def data(self) -> Path:
        """The data folder to work in."""
        return bootstrap.data_folder(self._data)

    def show(self, plain: Any, lines: Iterable[str]) -> None:
        """Print a result, for a program or for a person."""
        if self.as_json:
            print(orjson.dumps(plain, option=orjson.OPT_INDENT_2).decode())
        else:
            for line in lines:
                print(line)


@click.group(
    "ita-tui", cls=ThaiGroup, invoke_without_command=True,
    help="ผู้ช่วยเลขานุการคณะกรรมการ ITA ไม่ระบุคำสั่ง = เปิดโปรแกรมกับข้อมูลชุดล่าสุด",
)
@click.option("--data", metavar="DIR", type=click.Path(path_type=Path), help="โฟลเดอร์ข้อมูล (ไม่ระบุ = ชุดที่เปิดล่าสุด)")
@click.option("--json", "as_json", is_flag=True, help="แสดงผลเป็น JSON")
@click.pass_context
def program(ctx: click.Context, data: Path | None, as_json: bool) -> int:
    """Keep the global options; without a command, open the app."""
    ctx.obj = _Settings(data, as_json)
    return _app_code(bootstrap.run_app(ctx.obj.data)) if ctx.invoked_subcommand is None else 0


def _app_code(well: bool) -> int:
    return 0 if well else FAILED


@program.command(help="เปิดโปรแกรมกับข้อมูลตัวอย่างชุดใหม่")
def demo() -> int:
    """Open the app on a fresh sample."""
    return _app_code(bootstrap.run_demo())


@program.command(help="สร้างข้อมูลตัวอย่างไว้ที่โฟลเดอร์ DIR")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def sample(settings: _Settings, folder: Path) -> None:
    """Write the sample as a data folder."""
    from ita_tui.secretary.sample import write_sample  # noqa: PLC0415

    write_sample(folder)
    settings.show([str(folder.absolute())], [f"สร้างข้อมูลตัวอย่างแล้วที่ {folder.absolute()}"])


@program.command("list", help="แสดงรายการ: meetings การประชุม, years ปี, documents เอกสารที่ออกได้")
@click.argument("what", metavar="meetings|years|documents", type=OneOf("meetings", "years", "documents"))
@click.pass_obj
def list_(settings: _Settings, what: str) -> None:
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
        for kind in _KINDS:
            if kind == "minutes" or desk.meeting.oit is not None:
                plain = {"kind": kind, "title": _TITLES[kind], "meeting": head.number_text, "formats": list(_FORMATS)}
                rows.append((plain, f"{kind}  {_TITLES[kind]}  ครั้งที่ {thai_digits(head.number_text)}"))
    return rows


@program.command(help="ออกเอกสาร: minutes รายงานการประชุม, oit ตารางติดตาม OIT")
@click.argument("kind", metavar="minutes|oit", type=OneOf(*_KINDS))
@click.option("--meeting", "number", metavar="1/2567|latest", default="", help="การประชุม (ไม่ระบุ = ครั้งล่าสุด)")
@click.option("--year", "year_text", metavar="2567", default="", help="ปีที่ติดตาม OIT")
@click.option(
    "--to", "formats", metavar="pdf,docx,html,md", type=OneOf(*_FORMATS, several=True), default=",".join(_FORMATS),
    help="รูปแบบ คั่นด้วยจุลภาค (ไม่ระบุ = ทุกรูปแบบ)",
)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), required=True, help="โฟลเดอร์ที่เก็บเอกสาร")
@click.pass_obj
def export(
    settings: _Settings, kind: str, number: str, year_text: str, formats: tuple[str, ...], out: Path
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
    year = _year(year_text)
    heads = (_head(office, number),) if number else office.heads()
    for head in heads:
        desk = office.desk(head.id)
        if desk.meeting.oit is not None and desk.meeting.oit.follow_up_year == year:
            return desk
    raise NotFound(f"ไม่พบการประชุมที่ติดตาม OIT ปี {year}", "ดูรายการด้วย ita-tui list years")


def _year(text: str) -> BEYear:
    from ita_tui.exchange.tables import read_year  # noqa: PLC0415

    return read_year(text)


def _head(office: Office, text: str) -> MeetingHead:
    """Return the meeting of a number as typed, `๑/๒๕๖๗` too; raise BadText, NotFound."""
    number = arabic_digits(text).replace(" ", "").lower() or "latest"
    head, _, year = number.partition("/")
    if number != "latest" and not (head.isascii() and head.isdigit() and year.isascii() and year.isdigit()):
        raise BadText(f"“{text}” ไม่ใช่ครั้งที่ของการประชุม", "ใช้รูปแบบ 1/2567 หรือ latest")
    return office.head(number if number == "latest" else f"{int(head)}/{int(year)}")


@program.command(help="บันทึกว่าประธานลงนามในรายงานการประชุมแล้ว")
@click.option("--meeting", "number", metavar="1/2567|latest", default="", help="การประชุม (ไม่ระบุ = ครั้งล่าสุด)")
@click.pass_obj
def sign(settings: _Settings, number: str) -> None:
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


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code; no error gets past it as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = program.run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away (| head): nothing is wrong, but nothing more may be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        print(f"อ่านหรือเขียนแฟ้มไม่ได้: {error}\n→ ตรวจสิทธิ์ของแฟ้มและที่ว่างของดิสก์", file=sys.stderr)
        code = FAILED
    except Exception as error:
        if os.environ.get("ITA_DEBUG"):
            raise
        print(f"โปรแกรมผิดพลาด: {type(error).__name__} {error}\n→ แจ้งผู้ดูแลพร้อมข้อความนี้", file=sys.stderr)
        code = FAILED
    sys.exit(code)
