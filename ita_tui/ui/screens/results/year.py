"""The results of all years side by side: from any figure to the figures below it, and what the check says of it."""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from ita_tui.domain.proof.findings import Finding
from ita_tui.domain.scores.codes import label
from ita_tui.domain.years import BEYear
from ita_tui.secretary.exporting import export_results
from ita_tui.secretary.results.book import ResultsBook, typed_year
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.form import FormScreen, line_form
from ita_tui.ui.screens.exporting import put_file
from ita_tui.ui.screens.importing import RESULTS, take_file
from ita_tui.ui.screens.results import told
from ita_tui.ui.screens.results.analysis import AnalysisScreen
from ita_tui.ui.screens.results.entry import EntryScreen
from ita_tui.ui.screens.results.report import ReportScreen
from ita_tui.ui.screens.results.structure import change_structure
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.line_list import LineList

_WRITES = ("structure", "edit", "add_year", "import_file", "undo")
_OF_A_YEAR = ("open_below", "year", "edit", "next_finding", "structure", "export_file", "analyse", "report", "undo")
_NOTHING = """ยังไม่มีผลประเมิน

กด I นำเข้าจากแฟ้ม .csv .xlsx หรือ .json
กด N กรอกคะแนนของปีใดปีหนึ่งเอง"""


class ResultsScreen(RoomScreen):
    """Years side by side, the latest first; Enter goes down to parts, questions and items, Esc back up."""

    BINDINGS = keys.RESULTS
    HELP_TOPIC = "results"
    AUTO_FOCUS = "#results-list"

    header = query_one("#results-header", HeaderLine)
    figures = query_one("#results-list", LineList)
    words = query_one("#results-words", Static)

    def __init__(self, book: ResultsBook) -> None:
        super().__init__()
        self._book = book
        self._years: tuple[BEYear, ...] = ()
        self._at = 0
        self._opened: list[str] = []
        self._findings: tuple[Finding, ...] = ()
        self._told = 0

    def compose(self) -> ComposeResult:
        yield HeaderLine(id="results-header")
        yield LineList(id="results-list")
        yield Static(Content(_NOTHING), id="results-nothing")
        with VerticalScroll(id="results-detail", can_focus=False):
            yield Static(id="results-words")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.show()
        self.watch(self.app, "save_state", self._show_header, init=False)

    async def renew(self) -> None:
        """Show what another window wrote."""
        self.show()

    # --- showing ----------------------------------------------------------------------------------------

    @property
    def year(self) -> BEYear:
        """Return the year that is looked at; there must be one."""
        return self._years[self._at]

    def show(self, year: BEYear | None = None) -> None:
        """Show what is stored now; the year that is looked at stays, or is the one asked for."""
        wanted = year or (self.year if self._years else None)
        self._years = self._book.years()
        self._at = self._years.index(wanted) if wanted in self._years else 0
        self.set_class(not self._years, "-empty")
        self._findings = self._book.findings(self.year) if self._years else ()
        if self._years:
            self._opened = [code for code in self._opened if self._book.below(self.year, code)]
            self._show_lines()
        self._show_header()
        self.refresh_bindings()

    def _show_lines(self) -> None:
        years = self._years[self._at :]
        opened = self._opened[-1] if self._opened else ""
        lines = told.lines_of(self._book, years, opened, self._findings)
        self.figures.show(lines, told.head_of(years))
        self.show_words()

    def _show_header(self) -> None:
        if not self.in_sight:
            return
        way = f" › {label(self._opened[-1])}" if self._opened else ""
        year = f" ปี {self.year}" if self._years else ""
        found = f"{thai_digits(f'ตรวจพบ {len(self._findings)} แห่ง')} กด F7" if self._findings else ""
        saving = self.program.save_state
        self.header.left = thai_digits(f"ผลประเมิน ITA{year}{way}")
        self.header.right = " · ".join(part for part in (found, saving.text) if part)
        self.header.set_class(saving.trouble, "-trouble")

    def on_screen_resume(self) -> None:
        self._show_header()

    @on(LineList.Moved)
    def show_words(self) -> None:
        """Tell the figure under the cursor in words."""
        if self._years and self.figures.key:
            self.words.update(told.words_of(self._book, self.year, self.figures.key, self._findings))

    # --- keys -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what works here."""
        del parameters
        if action in _WRITES and self.program.read_only:
            return False
        return bool(self._years) or action not in _OF_A_YEAR

    @on(LineList.Clicked)
    def action_open_below(self) -> None:
        """Go down to what stands below the figure."""
        code = self.figures.key
        if not code or code in self._opened:
            return
        if not self._book.below(self.year, code):
            self.notify("ไม่มีคะแนนย่อยของรายการนี้ กด E เพื่อกรอกคะแนนรายข้อ", markup=False)
            return
        self._opened.append(code)
        self._show_lines()
        self._show_header()

    def action_back(self) -> None:
        """Go back up, or leave."""
        if not self._opened:
            self.dismiss(None)
            return
        code = self._opened.pop()
        self._show_lines()
        self.figures.move_to(code)
        self._show_header()

    def action_year(self, by: str) -> None:
        """Look at an earlier or a later year; the figure stays."""
        at = self._at + int(by)
        if 0 <= at < len(self._years):
            self._at = at
            self.show()

    def action_next_finding(self) -> None:
        """Go to the next figure that the check points at."""
        if not self._findings:
            self.notify("ตัวเลขตรงกันทุกแห่งที่ตรวจได้", markup=False)
            return
        finding = self._findings[self._told % len(self._findings)]
        self._told += 1
        owner = self._book.owner(self.year, finding.where) if finding.where != told.LEVEL else ""
        self._opened = [owner] if owner else []
        self._show_lines()
        self.figures.move_to(finding.where)
        self.show_words()
        self._show_header()

    @work(group=ACTS)
    async def action_edit(self) -> None:
        """Type scores of the year, from the figure under the cursor on."""
        await self._enter(self.year, self.figures.key)

    @work(group=ACTS)
    async def action_add_year(self) -> None:
        """Type scores of another year."""
        form = line_form("กรอกผลประเมิน", "ปีงบประมาณ", typed_year, placeholder="เช่น ๒๕๖๘")
        answer = await self.ask(FormScreen(form))
        if answer is not None:
            await self._enter(typed_year(answer["line"]), "")

    async def _enter(self, year: BEYear, code: str) -> None:
        await self.ask(EntryScreen(self._book, year, code))
        self.show(year)

    @work(group=ACTS)
    async def action_import_file(self) -> None:
        """Take results from a file, once it was seen what they change."""
        year = await take_file(self, self.program.office, RESULTS)
        if year is not None:
            self.show(year)

    @work(group=ACTS)
    async def action_structure(self) -> None:
        """Say which questions make which indicator that year, or what indicators are called."""
        await change_structure(self, self._book, self.year)
        self.show()

    @work(group=ACTS)
    async def action_export_file(self) -> None:
        """Put results into files that other programs read."""
        office, year = self.program.office, self.year
        await put_file(self, "ส่งออกผลประเมิน", {
            thai_digits(f"ปี {year}"): partial(export_results, office, (year,)),
            "ทุกปี": partial(export_results, office, self._years),
        })  # fmt: skip

    @work(group=ACTS)
    async def action_analyse(self) -> None:
        """Look at what the report of the year will say, and put it into her words."""
        await self.ask(AnalysisScreen(self.year))
        self.show(self.year)

    @work(group=ACTS)
    async def action_report(self) -> None:
        """See, make and print the report of the year."""
        await self.ask(ReportScreen(self.year))

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Take back the last change of the year's results."""
        if self._years and await self.program.undo_in_year(self.year):
            self.show()

    def places(self) -> list[tuple[str, str, str]]:
        """Return the years."""
        return [(thai_digits(f"ผลประเมินปี {year}"), "", f"look_at('{year}')") for year in self._years]

    def action_look_at(self, year: str) -> None:
        """Look at a year."""
        attempt(self.app, lambda: self.show(BEYear(int(year))))
