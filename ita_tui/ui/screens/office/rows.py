"""What the screens share that edit a list: one row is highlighted, and every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.secretary.body.settings import OfficeSettings
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.form import Form, FormScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.hanging import Hanging
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.walk_list import WalkList

_OF_A_ROW = ("change", "remove", "move", "next_role", "vacate", "spread")


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row: what it stands for, and how it looks."""

    id: str
    words: Content
    mark: Content | str = ""
    """What stands before the words, e.g. a number; words that wrap go on below themselves."""
    more: str = ""
    """What is told below the words, less loudly and indented."""

    @property
    def shown(self) -> Hanging:
        """Return the row as the list shows it."""
        more = [("  ", Content.styled(self.more, "$text-muted"))] if self.more else []
        return Hanging((self.mark, self.words), *more)


class RowsScreen(RoomScreen):
    """A list to edit, with what is to be known of it below and, on a wide screen, beside it."""

    AUTO_FOCUS = "#rows"
    TITLE_TEXT = ""
    EMPTY = "ยังไม่มีรายการ กด A เพื่อเพิ่ม"
    WAY = ""
    """How to go on from here, where this is one of several screens."""

    header = getters.query_one(HeaderLine)
    rows = getters.query_one("#rows", OptionList)

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []

    def compose(self) -> ComposeResult:
        yield HeaderLine(self.TITLE_TEXT)
        yield Static("", id="about")
        with Horizontal():
            yield WalkList(id="rows", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static("", id="beside-text")
        yield Static("", id="below")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.watch(self.app, "save_state", self.show_header, init=False)
        self.show()

    def on_screen_resume(self) -> None:
        self.show()

    async def renew(self) -> None:
        """Show what another window wrote."""
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what concerns a row only where there is one."""
        return action not in _OF_A_ROW or bool(self._ids)

    # --- what a screen of rows tells --------------------------------------------------------------------

    def lines(self) -> Sequence[RowLine]:
        """Return the rows as they stand."""
        raise NotImplementedError

    def about(self) -> Content:
        """Return what stands above the rows."""
        return Content("")

    def below(self) -> Content:
        """Return what stands below the rows."""
        return Content("")

    def beside(self) -> Content:
        """Return what is told of the highlighted row."""
        return Content("")

    # --- showing ----------------------------------------------------------------------------------------

    @property
    def chosen_id(self) -> str:
        """Return the id of the highlighted row; empty where there is none."""
        at = self.rows.highlighted
        return self._ids[at] if at is not None and at < len(self._ids) else ""

    def show(self, at_id: str = "") -> None:
        """Show the rows; the one of that id, else the same place as before, is highlighted."""
        lines = list(self.lines())
        wanted, before = at_id or self.chosen_id, self.rows.highlighted or 0
        self._ids = [line.id for line in lines]
        self.rows.set_options([Option(line.shown) for line in lines] or [Option(Content(self.EMPTY), disabled=True)])
        if lines:
            self.rows.highlighted = self._ids.index(wanted) if wanted in self._ids else min(before, len(lines) - 1)
        about = [self.about(), *([Content.styled(self.WAY, "$accent")] if self.WAY else [])]
        self.query_one("#about", Static).update(Content("\n").join(about))
        self.query_one("#below", Static).update(self.below())
        self.refresh_bindings()
        self.show_beside()
        self.show_header()

    @on(OptionList.OptionHighlighted, "#rows")
    def show_beside(self) -> None:
        """Tell of the highlighted row."""
        self.query_one("#beside-text", Static).update(self.beside() if self._ids else Content(""))

    def show_header(self) -> None:
        """Show what is saved."""
        if self.in_sight:
            state = self.program.save_state
            self.header.left = self.TITLE_TEXT
            self.header.right = state.text
            self.header.set_class(state.trouble, "-trouble")

    async def fill(self, form: Form) -> bool:
        """Ask a form that does what it asks for, and show the rows as they stand then; return whether it was done."""
        answer = await self.ask(FormScreen(form))
        self.show()
        return answer is not None

    def attempt(self, act: Callable[[], object], at_id: str = "") -> bool:
        """Do something the rules may refuse, and show the rows as they stand then; return whether it was done."""
        done = attempt(self.app, act)
        self.show(at_id)
        return done

    def action_back(self) -> None:
        """Go back; everything is kept already."""
        self.dismiss(None)

    @on(OptionList.OptionSelected, "#rows")
    async def choose_clicked(self) -> None:
        """A click on the highlighted row does what Enter does."""
        await self.run_action(next(each.action for each in keys.rows(self.BINDINGS) if each.key == "enter"))


class BodyRowsScreen(RowsScreen):
    """Rows of what the office settles about itself."""

    def __init__(self, settings: OfficeSettings, step: str = "") -> None:
        """Edit settings; `step` tells which of several screens it is, when they are gone through."""
        super().__init__()
        self.settings = settings
        self.finished = False
        """Whether she was done, and did not go back."""
        self.WAY = "เสร็จแล้วกด Ctrl+S ไปขั้นถัดไป · Esc กลับขั้นก่อนหน้า" if step else ""
        self.TITLE_TEXT = f"{self.TITLE_TEXT} · {thai_digits(step)}" if step else self.TITLE_TEXT

    def action_finish(self) -> None:
        """Be done here; everything is kept already."""
        self.finished = True
        self.dismiss(None)

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Take the last change back."""
        await self.program.undo_in_body()
        self.show()
