"""Charts → PNG, by the same layout and font as the PDF, for formats that cannot draw.

Run as a process of its own: `python -m ita_tui.documents.charts.pictures` < JSON > JSON of base64 texts.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Sequence
from typing import Any, Final

import orjson

from ita_tui.documents import fonts
from ita_tui.documents.children import run_layout

_DOTS_PER_INCH: Final = 220


def pictures(charts: Sequence[dict[str, Any]]) -> list[bytes]:
    """Return a PNG of each chart, given as its block's plain data; raise ExportError where drawing fails."""
    if not charts:
        return []
    drawn = run_layout("ita_tui.documents.charts.pictures", orjson.dumps(list(charts)), "แผนภูมิ")
    return [base64.b64decode(each) for each in orjson.loads(drawn)]


def drawn(data: bytes) -> list[bytes]:
    """Return a PNG of each chart in a JSON list; raise typst.TypstError where Typst refuses."""
    import typst  # noqa: PLC0415 - only the child needs it

    from ita_tui import paths  # noqa: PLC0415

    layouts = paths.templates() / "typst"
    made: Any = typst.compile(
        str(layouts / "pictures.typ"), root=str(layouts), font_paths=[str(fonts.font_folder())],
        ignore_system_fonts=True, format="png", ppi=_DOTS_PER_INCH, sys_inputs={"charts": data.decode()},
    )
    return [made] if isinstance(made, bytes) else list(made)


def main() -> int:
    """Read charts from standard input and write their pictures to standard output."""
    encoded = [base64.b64encode(each).decode() for each in drawn(sys.stdin.buffer.read())]
    sys.stdout.buffer.write(orjson.dumps(encoded))
    return 0


if __name__ == "__main__":
    sys.exit(main())
