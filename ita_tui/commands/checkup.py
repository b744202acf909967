"""`ita-tui doctor`: what on this machine is as the program needs it, and what helps where it is not."""

from __future__ import annotations

import dataclasses

import click

from ita_tui.commands.base import Settings, command
from ita_tui.errors import ItaError


@command(help="ตรวจเทอร์มินัล แบบอักษร เครื่องพิมพ์ และข้อมูล พร้อมคำแนะนำ")
@click.pass_obj
def doctor(settings: Settings) -> None:
    """Look at everything and tell it; what is wrong is told and is no failure of the command."""
    from rich.cells import cell_len  # noqa: PLC0415 - both load much that no other command needs

    from ita_tui.doctor import findings  # noqa: PLC0415

    try:
        data, why_not = settings.data, ""
    except ItaError as error:
        data, why_not = None, error.message
    found = list(findings(data, why_not))
    widest = max(cell_len(each.title) for each in found)
    lines = []
    for each in found:
        lines.append(f"{each.health.mark} {each.title}{' ' * (widest - cell_len(each.title))}  {each.message}")
        if each.advice:
            lines.append(f"{' ' * (widest + 4)}→ {each.advice}")
    plain = [{**dataclasses.asdict(each), "health": each.health.value} for each in found]
    settings.show(plain, lines)
