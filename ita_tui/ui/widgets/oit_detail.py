"""The current OIT item in words, below the table: what colour and signs only hint at."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from ita_tui.thai.clusters import clusters
from ita_tui.thai.digits import thai_digits_in_text
from ita_tui.thai.text import clean
from ita_tui.thai.words import breaks
from ita_tui.ui.widgets.oit_lines import CHANGED, MARKS, UNTOUCHED, Look, Row, fit, look_of

_COLOURS = {
    Look.DONE: "$success", Look.HALFWAY: "$warning", Look.OPEN: "$error", Look.UNSET: "bold $accent",
}
_LABEL = "$text-muted"
_NONE = "–"
_BELOW_NAME = 4
"""Lines below the name."""


def name_lines(name: str, width: int, most: int) -> list[str]:
    """Return a name in at most `most` lines of `width` cells, broken between words where there are any."""
    lines: list[str] = []
    rest = clean(name, multiline=False)
    while rest and len(lines) < most - 1 and cell_len(rest) > width:
        end = _line_end(rest, width)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest:
        lines.append(fit(rest, width).rstrip())
    return lines


def _line_end(text: str, width: int) -> int:
    fitting = 0
    for cluster in clusters(text):
        if cell_len(text[: fitting + len(cluster)]) > width:
            break
        fitting += len(cluster)
    return max((end for end in breaks(text) if end <= fitting), default=fitting) or fitting or len(text)


class OitDetail(Widget):
    """One row told in words; as many lines for its name as the height leaves."""

    DEFAULT_CSS = """
    OitDetail { height: 6; padding: 0 2; border-top: solid $panel; background: $background; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._row: Row | None = None

    def show(self, row: Row | None) -> None:
        """Show a row, or nothing."""
        if row != self._row:
            self._row = row
            self.refresh()

    def render(self) -> Content:
        """Return the lines; user text is never markup."""
        if self._row is None:
            return Content("")
        row, width = self._row, self.size.width
        name = name_lines(f"{row.shown_code} {thai_digits_in_text(row.name)}", width, self.size.height - _BELOW_NAME)
        half = width // 2
        return Content("\n").join([
            *(Content.styled(line, "bold") for line in name),
            self._status_line(row, width),
            _pair("ก่อนประชุม", row.before.label, half) + _pair("ส่วนราชการรายงาน", _reported(row), width - half),
            _pair("ผู้รับผิดชอบ", row.division, half) + _pair("กำหนด", thai_digits_in_text(row.due), width - half),
            _pair("หมายเหตุ", row.note, width),
        ])

    def _status_line(self, row: Row, width: int) -> Content:
        colour = _COLOURS[look_of(row.status)]
        status = fit(f"{MARKS[row.status]} {row.text}", min(40, width)).rstrip()
        told = fit(f"  {_told(row)}", max(0, width - cell_len(status))).rstrip()
        return Content.assemble((status, colour), (told, colour if row.changed else _LABEL))


def _told(row: Row) -> str:
    if row.changed:
        return f"{CHANGED} เปลี่ยนในการประชุมนี้"
    return "ยืนยันในการประชุมนี้แล้ว" if row.settled else f"{UNTOUCHED} ยังไม่ทบทวนในการประชุมนี้"


def _reported(row: Row) -> str:
    return row.reported.label if row.reported else "ยังไม่รายงาน"


def _pair(label: str, value: str, width: int) -> Content:
    room = max(0, width - cell_len(label) - 2)
    return Content.assemble((f"{label} ", _LABEL), Content(fit(value or _NONE, room)), " ")
