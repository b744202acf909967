"""The command line: what scripts and tests live on, and the way into the app.

Everything heavy is loaded by the command that needs it; `export` never loads Textual.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from ita_tui import bootstrap
from ita_tui.cli_group import FAILED, ThaiGroup
from ita_tui.commands import checkup, importing, listing, opening, papers, proving
from ita_tui.commands.base import Settings


@click.group(
    "ita-tui", cls=ThaiGroup, invoke_without_command=True,
    help="ผู้ช่วยเลขานุการคณะกรรมการ ITA ไม่ระบุคำสั่ง = เปิดโปรแกรมกับข้อมูลชุดล่าสุด",
)
@click.option("--data", metavar="DIR", type=click.Path(path_type=Path), help="โฟลเดอร์ข้อมูล (ไม่ระบุ = ชุดที่เปิดล่าสุด)")
@click.option("--json", "as_json", is_flag=True, help="แสดงผลเป็น JSON")
@click.pass_context
def program(ctx: click.Context, data: Path | None, as_json: bool) -> int:
    """Keep the global options; without a command, open the app."""
    ctx.obj = Settings(data, as_json)
    return opening.app_code(bootstrap.run_app(data)) if ctx.invoked_subcommand is None else 0


for each in (
    opening.demo, opening.sample, listing.list_, papers.export, papers.print_, papers.sign, importing.import_,
    proving.proof, checkup.doctor,
):
    program.add_command(each)


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
