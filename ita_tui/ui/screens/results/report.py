"""The analysis report of a score year: how it reads in each house style, and making or printing it."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ita_tui.domain.years import BEYear
from ita_tui.secretary.papers import publish
from ita_tui.secretary.results import analysing
from ita_tui.secretary.results.checking import findings_of_results
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.screens.making import MakingScreen
from ita_tui.ui.telling import attempt

_PRINT = "/print"
"""Stands where the name of a style does; no style has such a name."""


class ReportScreen(MakingScreen):
    """One line for each house style, the office's own among them, and one to print the style of that year."""

    HELP_TOPIC = "report"

    def __init__(self, year: BEYear) -> None:
        super().__init__()
        self._year = year

    def on_mount(self) -> None:
        self.header.left = thai_digits(f"รายงานการวิเคราะห์ผลประเมิน ITA ปี {self._year}")
        self.show_again()

    async def renew(self) -> None:
        """Show what another window wrote."""
        self.show_again()

    def show_again(self) -> None:
        """Show the styles with the one of that year highlighted, and what speaks against making the report."""
        highlighted = self.acts.highlighted_option
        stays_on_print = highlighted is not None and highlighted.id == _PRINT
        attempt(self.app, lambda: self._show(stays_on_print=stays_on_print))

    def _show(self, *, stays_on_print: bool) -> None:
        office = self.program.office
        known = analysing.house_styles(office)
        usual = analysing.picked_style(office, self._year)
        self.acts.set_options([
            *(Option(each.label, id=each.name) for each in known),
            Option(Content(f"พิมพ์ {usual.label}"), id=_PRINT),
        ])
        names = [each.name for each in known]
        self.acts.highlighted = len(names) if stays_on_print else names.index(usual.name)
        self.step.update(Content(self._warning()))

    def _warning(self) -> str:
        office = self.program.office
        wrong, doubtful = findings_of_results(office, self._year), analysing.doubtful(office, self._year)
        told = [
            thai_digits(f"คะแนนไม่ตรงกัน {len(wrong)} แห่ง ควรตรวจก่อน") if wrong else "",
            thai_digits(f"ข้อความไม่ตรงกับคะแนน {len(doubtful)} แห่ง จึงเป็นร่าง") if doubtful else "",
        ]
        return "\n".join(line for line in told if line) or "คะแนนและข้อความตรงกัน"

    @property
    def style(self) -> str:
        """Return the name of the highlighted style, or of that year's where printing is highlighted."""
        highlighted = self.acts.highlighted_option
        name = (highlighted.id or "") if highlighted else ""
        return "" if name == _PRINT else name

    @on(OptionList.OptionHighlighted, "#acts")
    def preview(self) -> None:
        """Show the words of the report in the highlighted style."""
        office, style = self.program.office, self.style
        attempt(self.app, lambda: self.read(analysing.preview(office, self._year, style)))

    async def do(self) -> None:
        """Make the report in the highlighted style, which becomes that of the year; or print it."""
        office, style = self.program.office, self.style
        printing = not style
        formats = [publish.Format.PDF] if printing else self.formats()

        def make(wanted: list[publish.Format], folder: Path, progress: publish.Progress) -> publish.Exported:
            return analysing.make(office, self._year, wanted, folder, style=style, progress=progress)

        made = await self.files(formats, make)
        if printing:
            await self.offer_print("พิมพ์รายงานการวิเคราะห์", made.paths[0])
        elif not self.program.read_only:
            analysing.pick_style(office, self._year, style)
