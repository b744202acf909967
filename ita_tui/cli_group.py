"""The command line in Thai: a click group whose global options stand anywhere, whose words and errors are Thai."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from typing import Any, Final

import click

from ita_tui.errors import BadText, ExportError, ItaError, StoreError

REFUSED: Final = 2
"""Exit code of wrong use and of input that is not accepted."""
FAILED: Final = 3
"""Exit code of what could not be done: damaged data, another writer, no room on the disk."""

_ANYWHERE_WITH_VALUE = "--data"
_ANYWHERE = "--json"


class WrongUse(ItaError):
    """A command line that cannot be understood."""


def exit_code(error: ItaError) -> int:
    """Return the exit code that tells a script what kind of error it was."""
    return FAILED if isinstance(error, StoreError | ExportError) else REFUSED


def hoisted(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `--data DIR` and `--json` moved before the command, where click looks for them.

    Nothing behind `--` is moved.
    """
    front: list[str] = []
    rest: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            return [*front, *rest, "--", *remaining]
        if argument == _ANYWHERE or argument.startswith(f"{_ANYWHERE_WITH_VALUE}="):
            front.append(argument)
        elif argument == _ANYWHERE_WITH_VALUE:
            front.extend((argument, *(value for value in (next(remaining, None),) if value is not None)))
        else:
            rest.append(argument)
    return [*front, *rest]


def told(error: ItaError) -> str:
    """Return an error as two lines: what happened and why, then what to do."""
    return f"{error.message}\n→ {error.hint}" if error.hint else error.message


def wrong_use(error: click.UsageError) -> WrongUse:
    """Return click's English complaint as a Thai one."""
    hint = f"ดูวิธีใช้ด้วย {error.ctx.command_path} --help" if error.ctx else "ดูวิธีใช้ด้วย ita-tui --help"
    if isinstance(error, click.NoSuchOption):
        return WrongUse(f"ไม่รู้จักตัวเลือก “{error.option_name}”", hint)
    if isinstance(error, click.BadOptionUsage):
        return WrongUse(f"ตัวเลือก “{error.option_name}” ขาดค่าหรือมีค่าเกิน", hint)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return WrongUse(f"ยังไม่ได้ระบุ {_usage_name(error.param)}", hint)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return WrongUse(f"ค่าของ {_usage_name(error.param)} ใช้ไม่ได้", hint)
    return WrongUse("คำสั่งไม่ถูกต้อง", hint)


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases of click
    """A word out of a few, or a list of them divided by commas; refused in Thai."""

    name = "word"

    def __init__(self, *words: str, several: bool = False) -> None:
        self.words = words
        self.several = several

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the word, or a tuple of words without repeats; raise BadText."""
        given = dict.fromkeys(part.strip().lower() for part in str(value).split(",")) if self.several else {value: None}
        for word in given:
            if word not in self.words:
                raise BadText(f"ไม่รู้จัก “{word}”", f"ใช้คำใดคำหนึ่ง: {' '.join(self.words)}")
        return tuple(given) if self.several else value


class _ThaiWords(click.Command):
    """Help in Thai; more words than a command takes are refused in Thai."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not isinstance(self, click.Group):
            ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise WrongUse(f"มีคำเกินมา: {' '.join(rest)}", f"ดูวิธีใช้ด้วย {ctx.command_path} --help")
        return rest

    def get_help(self, ctx: click.Context) -> str:
        """Return the whole help text."""
        arguments = [_usage_name(each) for each in self.params if isinstance(each, click.Argument)]
        command = ["[COMMAND]"] if isinstance(self, click.Group) else []
        lines = [f"วิธีใช้: {' '.join([ctx.command_path, *arguments, *command, '[OPTIONS]'])}", "", self.help or ""]
        if isinstance(self, click.Group):
            rows = [(name, each.help or "") for name, each in self.commands.items()]
            lines += ["", "คำสั่ง:", *_columns(rows)]
        options = [(_usage_name(each), each.help or "") for each in self.params if isinstance(each, click.Option)]
        options.append(("--help", "แสดงวิธีใช้นี้"))
        lines += ["", "ตัวเลือก:", *_columns(options)]
        if ctx.parent is not None:
            lines += ["", "ตัวเลือก --data และ --json วางไว้ก่อนหรือหลังคำสั่งก็ได้"]
        return "\n".join(lines)


class ThaiCommand(_ThaiWords):
    """One command of a ThaiGroup."""


class ThaiGroup(_ThaiWords, click.Group):
    """The commands; `run` never raises and never prints a traceback."""

    command_class = ThaiCommand

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or refuse its name."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise WrongUse(f"ไม่รู้จักคำสั่ง “{args[0]}”", f"ใช้คำสั่งใดคำสั่งหนึ่ง: {' '.join(self.commands)}")
        return super().resolve_command(ctx, args)

    def run(self, arguments: Sequence[str]) -> int:
        """Run a command line; return the exit code, all that went wrong being told on standard error."""
        try:
            result = self.main(hoisted(arguments), prog_name="ita-tui", standalone_mode=False)
            return result if isinstance(result, int) else 0
        except click.UsageError as error:
            return _failed(wrong_use(error))
        except ItaError as error:
            return _failed(error)
        except (KeyboardInterrupt, click.Abort):
            print("ยกเลิกแล้ว", file=sys.stderr)
            return FAILED


def _failed(error: ItaError) -> int:
    print(told(error), file=sys.stderr)
    return exit_code(error)


def _usage_name(parameter: click.Parameter) -> str:
    """Return a parameter as the usage line shows it: `--out DIR`, `KIND`."""
    if isinstance(parameter, click.Option):
        return parameter.opts[0] if parameter.is_flag else f"{parameter.opts[0]} {parameter.metavar or ''}".rstrip()
    return parameter.metavar or (parameter.name or "").upper()


def _columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Set names and explanations side by side; marks above and below Thai letters take no room."""
    widths = [sum(unicodedata.category(letter) != "Mn" for letter in name) for name, _ in rows]
    widest = max(widths)
    return [
        f"  {name}{' ' * (widest - width)}  {text}" for (name, text), width in zip(rows, widths, strict=True)
    ]
