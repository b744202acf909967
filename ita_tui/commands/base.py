"""What every command starts from: the global options, and a decorator that makes a command of ours."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import click
import orjson

from ita_tui import bootstrap
from ita_tui.cli_group import ThaiCommand
from ita_tui.domain.years import BEYear

command = partial(click.command, cls=ThaiCommand)
"""Makes a command whose help and refusals are Thai; takes a name, where it is not the function's, and `help`."""


class Settings:
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


def year_of(text: str) -> BEYear:
    """Read a B.E. year as typed, in either digits; raise BadText."""
    from ita_tui.exchange.codes import read_year  # noqa: PLC0415

    return read_year(text)
