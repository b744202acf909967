"""A line to type in and the list it narrows: letters search, arrows walk, Enter or a click takes.

The search passes over titles, spaces and the kind of digits, and reads letters typed in Latin layout as the Thai ones
of the same keys. Lines in which something begins with the letters come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ita_tui.thai.fold import fold, without_title
from ita_tui.ui.layout_keys import in_thai_layout
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.walk_list import WalkList

_WALK = {"up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    id: str
    line: Content
    sought: tuple[str, ...]
    """What letters are looked for in, e.g. a name, a position and a role."""
    likely: bool = False
    """Whether it is highlighted before others that the letters find too."""
    only_sought: bool = False
    """Whether it shows only once letters find it, and then below the others."""
    enabled: bool = True
    """Whether it can be taken; one that cannot stands grey."""


def narrowed(rows: Iterable[Row], typed: str) -> list[Row]:
    """Return the rows that hold the letters, those first in which something begins with them; rarer ones last."""
    wanted = [letters for letters in {fold(typed), fold(in_thai_layout(typed))} if letters]
    if not wanted:
        return [row for row in rows if not row.only_sought]
    ranked: list[tuple[tuple[bool, bool], Row]] = []
    for row in rows:
        parts = [fold(without_title(part)) for part in row.sought]
        if any(letters in part for part in parts for letters in wanted):
            begins = any(part.startswith(letters) for part in parts for letters in wanted)
            ranked.append(((row.only_sought, not begins), row))
    return [row for _, row in sorted(ranked, key=lambda pair: pair[0])]


class Mode(StrEnum):
    """What the answer is."""

    CHOOSE = "choose"
    """A row; one is always highlighted."""
    COMPLETE = "complete"
    """The row whose id begins to be typed; none is highlighted, and the list is folded, while nothing is."""
    FREE = "free"
    """What is typed, unless she walks to a row."""


@dataclass(frozen=True, slots=True)
class Search:
    """How a list is searched."""

    placeholder: str = "พิมพ์เพื่อค้นหา"
    """What the empty field says."""
    letters: Callable[[str], str] = str
    """Gives the part of what is typed that is looked for."""
    otherwise: Callable[[str], Row] | None = None
    """Makes a row of letters that find none, or with `always` one more below those that they find."""
    always: bool = False


PLAIN = Search()


class FilterList(Vertical):
    """A field and its list; the field keeps the focus."""

    DEFAULT_CSS = """
    FilterList { height: auto; }
    FilterList > OptionList { height: auto; }
    FilterList.-folding > OptionList { display: none; }
    FilterList.-folding:focus-within > OptionList { display: block; }
    """

    class Taken(Message):
        """Enter was pressed or a line clicked; `row` is None where nothing is highlighted."""

        def __init__(self, control: FilterList, row: Row | None) -> None:
            super().__init__()
            self._control = control
            self.row = row

        @property
        def control(self) -> FilterList:
            """Return the list it came from."""
            return self._control

    class Walked(Message):
        """Another line is highlighted."""

    def __init__(
        self, rows: Iterable[Row], search: Search = PLAIN, *, value: str = "", mode: Mode = Mode.CHOOSE, at: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Take the rows, how they are searched, what stands in the field, and the id of the row to highlight first."""
        super().__init__(id=id)
        self._rows = list(rows)
        self._shown = list(self._rows)
        self._search, self._value, self._mode, self._at = search, value, mode, at
        self.set_class(mode is Mode.COMPLETE, "-folding")
        self._sought = ""

    def compose(self) -> ComposeResult:
        yield ThaiInput(self._value, placeholder=self._search.placeholder, classes="filter", compact=True)
        found = WalkList(markup=False, classes="found")
        found.can_focus = False
        yield found

    def on_mount(self) -> None:
        self._fill(self._at)

    @property
    def field(self) -> ThaiInput:
        """Return the field."""
        return self.query_one(ThaiInput)

    @property
    def typed(self) -> str:
        """Return what stands in the field."""
        return self.field.value.strip()

    @property
    def highlighted(self) -> Row | None:
        """Return the highlighted row, if there is one."""
        at = self.query_one(OptionList).highlighted
        return self._shown[at] if at is not None and self._shown[at].enabled else None

    def show(self, rows: Iterable[Row], *, at: str = "", clear: bool = False) -> None:
        """Show other rows, narrowed by what is typed unless that is cleared; the row of that id is highlighted."""
        self._rows = list(rows)
        if clear:
            with self.prevent(Input.Changed):
                self.field.value = ""
        self._fill(at)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show only what holds the letters; what is typed beside them moves nothing."""
        event.stop()
        if self._search.letters(event.value).strip() != self._sought:
            self._fill("" if self._search.letters(event.value).strip() else self._at)

    @on(Input.Submitted)
    def take_highlighted(self, event: Input.Submitted) -> None:
        """Take the highlighted row."""
        event.stop()
        self.post_message(self.Taken(self, self.highlighted))

    @on(OptionList.OptionSelected)
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        """Take the row that was clicked."""
        event.stop()
        self.field.focus()
        self.post_message(self.Taken(self, self._shown[event.option_index]))

    @on(OptionList.OptionHighlighted)
    def tell_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell that another line is highlighted."""
        event.stop()
        self.post_message(self.Walked())

    def on_key(self, event: events.Key) -> None:
        """Walk the list by arrows while the letters go to the field."""
        if event.key in _WALK and self._shown:
            event.stop()
            event.prevent_default()
            self._walk(event.key)

    def _walk(self, key: str) -> None:
        """Walk the list; where what is typed is an answer too, Up from the first line comes back to it."""
        found = self.query_one(OptionList)
        first = next((at for at, row in enumerate(self._shown) if row.enabled), None)
        if key == "up" and self._mode is Mode.FREE and found.highlighted == first:
            found.highlighted = None
        else:
            getattr(found, f"action_{_WALK[key]}")()

    def begin(self, value: str) -> None:
        """Put words into the field as if they had stood there from the beginning."""
        self._value = value
        with self.prevent(Input.Changed):
            self.field.value = value
        self._fill("")

    @property
    def answer(self) -> str:
        """Return the id of the highlighted row, else what is typed."""
        return self.highlighted.id if self.highlighted else self.typed

    def on_descendant_blur(self) -> None:
        """Put the row that was begun to be typed into the field."""
        if self._mode is Mode.COMPLETE and self.highlighted:
            self.begin(self.highlighted.id)

    def _fill(self, at: str) -> None:
        self._sought = self._search.letters(self.field.value).strip()
        untouched = self._mode is not Mode.CHOOSE and self.field.value == self._value
        self._shown = narrowed(self._rows, "" if untouched else self._sought)
        wants_more = bool(self._sought) and not untouched and (self._search.always or not self._shown)
        if self._search.otherwise and wants_more:
            self._shown.append(self._search.otherwise(self._sought))
        found = self.query_one(OptionList)
        lines = [Option(row.line, disabled=not row.enabled) for row in self._shown]
        nothing = [Option("ไม่พบรายการที่ตรงกับคำค้น", disabled=True)] if self._mode is Mode.CHOOSE and self._sought else []
        found.set_options(lines or nothing)
        found.highlighted = None if untouched or self._mode is Mode.FREE else self._best(at)

    def _best(self, at: str) -> int | None:
        takeable = [number for number, row in enumerate(self._shown) if row.enabled]
        wanted = [number for number in takeable if self._shown[number].id == at]
        likely = [number for number in takeable if self._shown[number].likely]
        return next(iter([*wanted, *likely, *takeable]), None)
