"""The current OIT item in words, below the table: what colour and signs only hint at."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.ui.widgets.oit.lines import MARKS, Look, Row, fit, look_of_shift
from ita_tui.ui.widgets.oit.wrap import wrapped

_COLOURS = {
    Look.DONE: "$success", Look.HALFWAY: "$warning", Look.OPEN: "$error", Look.UNSET: "bold $accent",
    Look.HERE: "$accent", Look.MUTED: "$text-muted",
}
_LABEL = "$text-muted"
_NONE = "–"
_BELOW_NAME = 4
"""Lines below the name."""


class OitDetail(Widget):
    """One row told in words; as many lines for its name as the height leaves. Its border tells what changed in all."""

    DEFAULT_CSS = """
    OitDetail {
        height: 6; padding: 0 2; background: $background;
        border-top: solid $panel; border-title-align: right; border-title-color: $text-muted;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._row: Row | None = None

    def show(self, row: Row | None) -> None:
        """Show a row, or nothing."""
        if row != self._row:
            self._row = row
            self.refresh()

    def show_sum(self, words: str) -> None:
        """Show on the border how many changed in all; the same words again cost no repaint."""
        if words != self.border_title:
            self.border_title = words

    def render(self) -> Content:
        """Return the lines; user text is never markup."""
        if self._row is None:
            return Content("")
        row, width = self._row, self.size.width
        name = wrapped(
            f"{row.shown_code} {thai_digits_in_text(row.name)}", width, most=max(1, self.size.height - _BELOW_NAME)
        )
        half = width // 2
        before = f"{MARKS[row.before]} {row.before.label}"
        evidence = f"{row.evidence} รายการ" if row.evidence else ""
        return Content("\n").join([
            *(Content.styled(line, "bold") for line in name),
            _status_line(row, width),
            _pair(row.last or "ก่อนประชุม", before, half) + _pair("รายงาน", _reported(row), width - half),
            _pair("ผู้รับผิดชอบ", row.division, half) + _pair("กำหนด", thai_digits_in_text(row.due), width - half),
            _pair("หมายเหตุ", row.note, width - 20) + _pair("หลักฐาน", thai_digits(evidence), 20),
        ])


def _status_line(row: Row, width: int) -> Content:
    status = fit(f"{MARKS[row.status]} {row.text}", min(40, width)).rstrip()
    told = fit(f"  {row.told}", max(0, width - cell_len(status))).rstrip()
    colour = _COLOURS[look_of_shift(row.shift)] if row.shift else _LABEL
    return Content.assemble((status, _COLOURS[row.look]), (told, colour))


def _reported(row: Row) -> str:
    return f"{MARKS[row.reported]} {row.reported.label}" if row.reported else "ยังไม่รายงาน"


def _pair(label: str, value: str, width: int) -> Content:
    room = max(0, width - cell_len(label) - 2)
    return Content.assemble((f"{label} ", _LABEL), Content(fit(value or _NONE, room)), " ")
