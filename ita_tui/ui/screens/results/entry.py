"""Scores of one year typed cell by cell: each is kept as it is left, with what follows from the others beside it.

A stored number is replaced only by Enter while old and new stand on the screen; a text that is no score stays in its
cell with the reason.
"""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from ita_tui.domain.scores.codes import OVERALL, label
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText
from ita_tui.secretary.results.book import ResultsBook, name_and_label, typed_code, typed_score
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.thai.text import clean
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.ask import ConfirmScreen
from ita_tui.ui.screens.asking.form import FormScreen, line_form
from ita_tui.ui.screens.asking.words import WordsScreen
from ita_tui.ui.screens.results.told import LEVEL, computed_words
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.line_list import ListLine
from ita_tui.ui.widgets.results.grid import ScoreGrid
from ita_tui.ui.widgets.results.score_lines import Cell, cell_parts, head_parts

_DISAGREES = "ไม่ตรงกัน"


class EntryScreen(RoomScreen):
    """The cells of a year; everything left is kept already."""

    BINDINGS = keys.ENTRY
    HELP_TOPIC = "results_entry"
    AUTO_FOCUS = "#entry-grid"

    header = query_one("#entry-header", HeaderLine)
    grid = query_one("#entry-grid", ScoreGrid)
    words = query_one("#entry-words", Static)

    def __init__(self, book: ResultsBook, year: BEYear, code: str = "") -> None:
        """Type the scores of a year, from a figure on."""
        super().__init__()
        self._book, self._year, self._first = book, year, code
        self._added: list[str] = []
        self._reasons: dict[str, str] = {}
        """Why the text in a cell is not taken."""
        self._asked = ""
        """Code of the cell whose old and new value stand on the screen."""

    def compose(self) -> ComposeResult:
        yield HeaderLine(id="entry-header")
        yield ScoreGrid(id="entry-grid")
        yield Static(id="entry-words")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.grid.stored = self._printed
        self.grid.may_leave = self._keep
        self.grid.worded = LEVEL
        self.show()
        self.grid.move_to(self._first)
        self.watch(self.app, "save_state", self._show_header, init=False)

    # --- showing ----------------------------------------------------------------------------------------

    def _printed(self, code: str) -> str:
        results = self._book.results(self._year)
        return clean(results.level, multiline=False) if code == LEVEL else results.printed(code)

    def show(self) -> None:
        """Show all cells as they stand."""
        codes = [*self._book.codes(self._year)]
        codes += [code for code in self._added if code not in codes]
        codes.insert(codes.index(OVERALL) + 1, LEVEL)
        self.grid.show([self._line(code) for code in codes], head_parts)
        self.show_words()
        self._show_header()

    def _line(self, code: str) -> ListLine:
        told = computed_words(self._book, self._year, code)
        trouble = told.endswith(_DISAGREES) or (code == LEVEL and not self._book.level_fits(self._year))
        reason = self._reasons.get(code, "")
        name = clean(self._book.name(self._year, code), multiline=False) if code != LEVEL else ""
        called = f"{code} {name}" if name else label(code)
        cell = Cell(called, self._printed(code), self.grid.typed.get(code), reason or told, trouble or bool(reason))
        return ListLine(code, partial(cell_parts, cell))

    def _show_header(self) -> None:
        saving = self.program.save_state
        count = len(self._book.results(self._year).scores)
        self.header.left = thai_digits(f"กรอกผลประเมิน ITA ปี {self._year}")
        self.header.right = thai_digits(f"กรอกแล้ว {count} ค่า · {saving.text}".removesuffix(" · "))
        self.header.set_class(saving.trouble, "-trouble")

    @on(ScoreGrid.Moved)
    def show_words(self) -> None:
        """Tell the cell under the cursor in words, and what has to be decided about it."""
        code = self.grid.key
        if not code:
            return
        name = "" if code == LEVEL else clean(self._book.name(self._year, code), multiline=False)
        title = label(LEVEL) if code == LEVEL else name_and_label(code, name)
        told = self._question(code) or self._reasons.get(code, "") or computed_words(self._book, self._year, code)
        urgent = bool(self._question(code) or code in self._reasons)
        self.words.update(Content("\n").join([
            Content.styled(thai_digits_in_text(title), "bold"),
            Content.styled(thai_digits_in_text(told), "bold $error" if urgent else "$text-muted"),
        ]))

    def _question(self, code: str) -> str:
        if code != self._asked or not code:
            return ""
        typed = self.grid.typed.get(code, "").strip()
        what = f"แทนค่าเดิม {self._printed(code)} ด้วย {typed}" if typed else f"ลบค่าเดิม {self._printed(code)}"
        return f"{what} · Enter ยืนยัน · Esc คงค่าเดิม"

    # --- typing -----------------------------------------------------------------------------------------

    @on(ScoreGrid.Typed)
    def take_typing(self, event: ScoreGrid.Typed) -> None:
        """Show what is being typed; the level is chosen or typed in a box."""
        if event.key == LEVEL:
            typed = self.grid.typed.get(LEVEL, "")
            self.grid.drop(LEVEL)
            self.action_level(typed)
            return
        self._asked = ""
        self._reasons.pop(event.key, None)
        self.grid.redraw(self._line(event.key))
        self.show_words()

    def action_next(self, by: str) -> None:
        """Keep the cell and go to the next one, or back to the one before."""
        self.grid.action_step(int(by)) if self._keep() else None

    def action_take(self) -> None:
        """Keep the cell, replacing what it held where that was just shown, and go to the next one."""
        if self.grid.key == LEVEL:
            self.action_level()
        elif self._keep(replace=self._asked == self.grid.key):
            self.grid.action_step(1)

    def confirm(self) -> bool:
        """Keep the cell being typed; return False where it is not taken, or would replace another number."""
        return self._keep()

    def _keep(self, *, replace: bool = False) -> bool:
        """Keep the cell under the cursor; where that is not possible yet, say why and return False."""
        code = self.grid.key
        text = self.grid.typed.get(code)
        if text is None:
            return True
        if code in self._reasons:  # told already: it stays in its cell while she goes on
            return True
        stored = self._book.results(self._year).scores.get(code)
        try:
            score = typed_score(text)
        except BadText as error:
            self._refuse(code, error.message)
            return False
        if stored is not None and score != stored and not replace:
            self._asked = code
            self.app.bell()
            self.show_words()
            return False
        if not attempt(self.app, lambda: self._book.enter(self._year, code, score)):
            return False
        self._forget(code)
        self.show()
        return True

    def _refuse(self, code: str, reason: str) -> None:
        self._reasons[code] = reason
        self.app.bell()
        self.grid.redraw(self._line(code))
        self.show_words()

    def _forget(self, code: str) -> None:
        self._asked = ""
        self._reasons.pop(code, None)
        self.grid.drop(code)

    # --- other keys -------------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_level(self, typed: str = "") -> None:
        """Choose the level, or type it on as it was announced; the rule's own is proposed."""
        before, allowed = self._printed(LEVEL), self._book.proposed_levels(self._year)
        proposed = before or (allowed[0] if len(allowed) == 1 else "")
        told = computed_words(self._book, self._year, LEVEL) or "กรอกคะแนนภาพรวมก่อน จึงเสนอระดับตามเกณฑ์ได้"
        question = f"ค่าเดิม {before} · {told}" if before else told
        scale = self._book.scale(self._year)
        title = thai_digits(f"{label(LEVEL)} ปี {self._year}")
        answer = await self.ask(WordsScreen(title, question, proposed, scale, typed=typed))
        if answer is not None and attempt(self.app, lambda: self._book.enter_level(self._year, answer)):
            self.show()
            self.grid.action_step(1)

    @work(group=ACTS)
    async def action_add_code(self) -> None:
        """Add a cell for a code that is not among them."""
        form = line_form("เพิ่มรหัส", "รหัส", typed_code, placeholder="เช่น i12 e4.2 o12 9.3 หรือ EIT1")
        answer = await self.ask(FormScreen(form))
        if answer is not None and self._keep():
            code = typed_code(answer["line"])
            self._added.append(code)
            self.show()
            self.grid.move_to(code)

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Forget what is being typed, or else take back the last change that was kept."""
        if self.grid.key in self.grid.typed:
            self._forget(self.grid.key)
        elif not await self.program.undo_in_year(self._year):
            return
        self.show()

    @work(group=ACTS)
    async def action_back(self) -> None:
        """Leave the cell as it was stored; where nothing is typed, leave the screen."""
        if self.grid.key in self.grid.typed:
            self._forget(self.grid.key)
            self.show()
            return
        left = [label(code) for code in self.grid.typed]
        question = ConfirmScreen("มีค่าที่ยังไม่รับ", thai_digits(f"{', '.join(left[:5])} จะทิ้งค่าที่กรอกไว้หรือไม่"), "ทิ้ง และกลับ")
        if not left or await self.ask(question):
            self.dismiss(None)

    @work(group=ACTS)
    async def action_done(self) -> None:
        """Keep the cell and leave."""
        if self._keep():
            self._drop_nothing_typed()
            self.action_back()

    def _drop_nothing_typed(self) -> None:
        for code, text in list(self.grid.typed.items()):
            if not text.strip() and not self._printed(code):
                self._forget(code)
