"""Commands that open the app, or make a folder it can be opened on."""

from __future__ import annotations

from pathlib import Path

import click

from ita_tui import bootstrap
from ita_tui.cli_group import FAILED
from ita_tui.commands.base import Settings, command


def app_code(well: bool) -> int:
    """Return the exit code of an app that ended as its user wished, or not."""
    return 0 if well else FAILED


@command(help="เปิดโปรแกรมกับข้อมูลตัวอย่างชุดใหม่")
def demo() -> int:
    """Open the app on a fresh sample."""
    return app_code(bootstrap.run_demo())


@command(help="สร้างข้อมูลตัวอย่างไว้ที่โฟลเดอร์ DIR")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def sample(settings: Settings, folder: Path) -> None:
    """Write the sample as a data folder."""
    from ita_tui.secretary.body.sample import write_sample  # noqa: PLC0415

    write_sample(folder)
    settings.show([str(folder.absolute())], [f"สร้างข้อมูลตัวอย่างแล้วที่ {folder.absolute()}"])
