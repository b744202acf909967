"""The one Jinja2 environment of this room: sandboxed, strict about names, given plain data only."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ita_tui import paths
from ita_tui.errors import ExportError


def sandbox(*, escape_markup: bool, **settings: Any) -> ImmutableSandboxedEnvironment:
    """Return a sandboxed environment that is strict about names; `escape_markup` for HTML and XML."""
    return ImmutableSandboxedEnvironment(autoescape=escape_markup, undefined=StrictUndefined, **settings)


@cache
def _of_files(*, escape_markup: bool) -> ImmutableSandboxedEnvironment:
    made = sandbox(
        escape_markup=escape_markup, loader=FileSystemLoader(paths.templates()),
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters["md"] = markdown_text
    return made


def render_file(name: str, data: dict[str, Any], *, escape_markup: bool) -> str:
    """Render a template of ours; raise ExportError with the template's own complaint."""
    try:
        return _of_files(escape_markup=escape_markup).get_template(name).render(**data)
    except TemplateError as error:
        raise ExportError(f"แม่แบบเอกสาร {name} ใช้ไม่ได้: {error}", "ตรวจสอบแม่แบบ หรือใช้แม่แบบเดิมของโปรแกรม") from error


_MD_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>|~$&!])")
_MD_AT_END = re.compile(r"(?<=\s)(?=#+$)")
"""Before signs that would close a heading."""
_MD_AT_START = re.compile(r"^([#+=:-]|[0-9]+(?=[.)]))")


def markdown_text(text: object) -> str:
    """Escape a finished string so that Markdown shows it as it stands, wherever a line begins or ends."""
    escaped = _MD_ANYWHERE.sub(r"\\\1", str(text))
    return _MD_AT_START.sub(_escaped_start, _MD_AT_END.sub(r"\\", escaped))


def _escaped_start(match: re.Match[str]) -> str:
    start = match[1]
    return f"{start}\\" if start.isdigit() else f"\\{start}"
