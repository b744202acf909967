"""The editor of Thai paragraphs: cost of a key follows what is seen, not how long the paragraph is."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, ClassVar, Self

from textual.binding import BindingType
from textual.cache import LRUCache
from textual.document._document import Document, Selection
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from ita_tui.thai.clusters import cluster_start, next_boundary, previous_boundary
from ita_tui.thai.text import clean
from ita_tui.thai.words import next_word, previous_word
from ita_tui.ui import keys
from ita_tui.ui.widgets.thai.document import RowEnd, ThaiNavigator, ThaiWrappedDocument
from ita_tui.ui.widgets.thai.history import ThaiHistory
from ita_tui.ui.widgets.thai.row import Look, Row, cursor_part, part, selected_part
from ita_tui.ui.widgets.thai.sought import Sought
from ita_tui.ui.widgets.thai.typing import OwnKeysFirst, field_bindings, mended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual import events
    from textual.content import Content
    from textual.document._document import EditResult, Location
    from textual.document._edit import Edit


_NEAR = 16
"""Code points around a change among which its neighbouring clusters lie."""


class ThaiTextArea(OwnKeysFirst, TextArea, inherit_bindings=False):
    """An editor of Thai paragraphs, always wrapped at words; the keys that the program owns it leaves alone."""

    BINDINGS: ClassVar[list[BindingType]] = field_bindings(TextArea.BINDINGS, keys.EDITOR)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"thai-text-area--found"}
    DEFAULT_CSS = """
    ThaiTextArea .thai-text-area--found { background: $warning-muted; }
    """

    wrapped_document: ThaiWrappedDocument

    def __init__(  # noqa: PLR0913 - the options that textual gives it
        self,
        text: str = "",
        *,
        read_only: bool = False,
        show_cursor: bool = True,
        highlight_cursor_line: bool = False,
        placeholder: str | Content = "",
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
        disabled: bool = False,
        compact: bool = False,
    ) -> None:
        self._strips: LRUCache[Row, Strip] = LRUCache(512)
        self._only_changed_rows = False
        self._sought: Sought | None = None
        super().__init__(
            text, read_only=read_only, show_cursor=show_cursor, highlight_cursor_line=highlight_cursor_line,
            placeholder=placeholder, name=name, id=id, classes=classes, disabled=disabled, compact=compact,
        )  # fmt: skip
        self.history = self._units = ThaiHistory(lambda row: self.document[row])

    def _set_document(self, text: str, language: str | None) -> None:
        self._highlight_query = None
        self.document = Document(clean(text))
        self.wrapped_document = ThaiWrappedDocument(self.document)
        self.navigator = ThaiNavigator(self.wrapped_document)
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def _build_highlight_map(self) -> None:
        """Nothing is highlighted, and rows are kept by what they show, so an edit makes none stale."""

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """None: prose has no pairs to show, and looking for one could read the whole text at each key."""
        return None

    # Changing the text

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text but undo and redo comes here, and leaves it clean."""
        end = self.document.end  # a stock key that deletes the last line reaches below it
        (row, column), (last_row, last_column) = min(edit.top, end), min(edit.bottom, end)
        before = self.document[row][max(0, column - _NEAR) : column]
        after = self.document[last_row][last_column : last_column + _NEAR]
        back, edit.text, on = mended(before, clean(edit.text), after)
        edit.from_location, edit.to_location = (row, column - back), (last_row, last_column + on)
        with self._repainting_changed_rows():
            done = super().edit(edit)
            self.scroll_cursor_visible()  # again: a row more at the end could not be scrolled to before it was counted
        return done

    def move_cursor(
        self, location: Location, select: bool = False, center: bool = False, record_width: bool = True
    ) -> None:
        """Moves the cursor, selecting what it passes if asked to."""
        with self._repainting_changed_rows():
            super().move_cursor(location, select, center, record_width)

    def clamp_visitable(self, location: Location) -> Location:
        """The nearest place a cursor may stand: between clusters."""
        row, column = super().clamp_visitable(location)
        place = row, cluster_start(self.document[row], column)
        return location if isinstance(location, RowEnd) and place == tuple(location) else place

    def _validate_selection(self, selection: Selection) -> Selection:
        """Both ends where a cursor may stand; nothing is selected between the two places of one column."""
        start, end = super()._validate_selection(selection)
        return Selection.cursor(end) if tuple(start) == tuple(end) else Selection(start, end)

    # Typing and deleting

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Typed or pasted text: one letter more of a word, or a unit of its own."""
        typed = len(insert) == 1 and insert != "\n"
        with self._units.typing() if typed else nullcontext():
            return super()._replace_via_keyboard(insert, start, end)

    def action_delete_left(self) -> None:
        """Backspace: the selection, or one code point, so that a wrong tone mark can go alone."""
        start, end = self.selection
        row, column = end
        if start == end:
            start = (row, column - 1) if column else self.get_cursor_left_location()
        self._delete_via_keyboard(start, end)

    def action_delete_word_left(self) -> None:
        """Deletes the selection, or back to where the word begins."""
        start, end = self.selection
        self._delete_via_keyboard(start, end if start != end else self.get_cursor_word_left_location())

    def action_delete_word_right(self) -> None:
        """Deletes the selection, or to the start of the next word."""
        start, end = self.selection
        self._delete_via_keyboard(start, end if start != end else self.get_cursor_word_right_location())

    def action_cut(self) -> None:
        """Cuts the selection; where nothing is selected nothing goes (a stock editor takes the whole paragraph)."""
        if (words := self.selected_text) and not self.read_only:  # what mending takes along was not selected
            self._delete_via_keyboard(*self.selection)
            self.app.copy_to_clipboard(words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the editor only while they can do something; else they go on to the screen and the program."""
        if action == "find":
            return self.document.end != (0, 0)
        if action == "undo":
            return self._units.can_undo and not self.read_only
        if action == "redo":
            return self._units.can_redo and not self.read_only
        return super().check_action(action, parameters)

    # Going about

    def action_cursor_text_start(self) -> None:
        """To the start of the text."""
        self.move_cursor((0, 0))

    def action_cursor_text_end(self) -> None:
        """To the end of the text."""
        self.move_cursor(self.document.end)

    def action_cursor_word_left(self, select: bool = False) -> None:
        """To where the word before the cursor begins; a selection goes also where the text has no more words."""
        self.move_cursor(self.get_cursor_word_left_location(), select)

    def action_cursor_word_right(self, select: bool = False) -> None:
        """To where the next word begins, as `action_cursor_word_left`."""
        self.move_cursor(self.get_cursor_word_right_location(), select)

    def get_cursor_word_left_location(self) -> Location:
        """Where the word before the cursor begins, or the end of the line above."""
        row, column = self.cursor_location
        return (row, previous_word(self.document[row], column)) if column else self.get_cursor_left_location()

    def get_cursor_word_right_location(self) -> Location:
        """Where the word after the cursor begins, or the start of the line below."""
        row, column = self.cursor_location
        line = self.document[row]
        return (row, next_word(line, column)) if column < len(line) else self.get_cursor_right_location()

    def on_click(self, event: events.Click) -> None:
        """A double click selects the word under the pointer."""
        if event.chain == 2:
            row, column = place = self.cursor_location
            line = self.document[row]
            letter = previous_boundary(line, column) if isinstance(place, RowEnd) else column
            start, end = previous_word(line, next_boundary(line, letter)), next_word(line, letter)
            self.selection = Selection((row, start), (row, start + len(line[start:end].rstrip())))

    # Finding

    def action_find(self) -> None:
        """Asks what to find and goes there."""
        from ita_tui.ui.screens.find import FindScreen  # noqa: PLC0415 - a screen, and seldom asked for

        self.app.push_screen(FindScreen(self))

    def seek(self, sought: Sought | None) -> None:
        """Marks every place of what is sought; None marks nothing."""
        self._sought = sought
        self.refresh()

    def places(self, sought: Sought) -> list[Selection]:
        """Where it stands in the text, in order."""
        return [
            Selection((row, start), (row, end))
            for row, line in enumerate(self.document.lines)
            for start, end in sought.spans(line)
        ]

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row; rows are kept by what decides their look."""
        if self.placeholder and self.document.end == (0, 0):
            return super().render_line(y)
        [row] = self._rows([y])
        if row is None:
            return Strip.blank(self.size.width, self._theme.base_style)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = row.strip()
        return strip

    def _rows(self, ys: Iterable[int]) -> list[Row | None]:
        """What stands on some rows of the widget, None below the text."""
        theme, sought = self._theme, self._sought
        found = self.get_component_rich_style("thai-text-area--found", partial=True) if sought else None
        width = self.scrollable_content_region.width
        look = Look(
            width, theme.base_style, theme.selection_style, theme.cursor_style, theme.cursor_line_style, found
        )  # fmt: skip
        selection, top = self.selection, self.scroll_offset.y
        cursor = selection.end if self._draw_cursor else None
        highlighted = selection.end[0] if self.highlight_cursor_line and self._has_cursor else -1
        return [self._row(top + y, look, selection, cursor, highlighted) for y in ys]

    def _row(
        self, y: int, look: Look, selection: Selection, cursor: Location | None, highlighted: int
    ) -> Row | None:
        """Row `y` of the document; None below its end."""
        found = self.wrapped_document.row_at(y)
        if found is None:
            return None
        index, start, end = found
        line = self.document[index]
        return Row(
            text=line[start:end],
            selected=part(selected_part(selection, index, len(line)), start, end, end == len(line)),
            cursor=cursor_part(line, start, end, cursor) if cursor and cursor[0] == index else None,
            found=self._sought.spans_within(line, start, end) if self._sought else (),
            highlighted=index == highlighted,
            look=look,
        )

    @contextmanager
    def _repainting_changed_rows(self) -> Iterator[None]:
        """Inside, the whole widget is not asked to repaint; at the end the rows that look different are."""
        if self._only_changed_rows or not self.is_mounted:
            yield
            return
        before = self._view()
        self._only_changed_rows = True
        try:
            yield
        finally:
            self._only_changed_rows = False
        after = self._view()
        if before[0] != after[0]:
            self.refresh()
            return
        changed = [y for y, rows in enumerate(zip(before[1], after[1], strict=True)) if rows[0] != rows[1]]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _view(self) -> tuple[object, list[Row | None]]:
        """What moves every row at once, and each row seen."""
        empty = self.document.end == (0, 0)
        return (self.scroll_offset, self.size, empty), self._rows(range(self.size.height))

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As stock, but while an edit or a move knows its rows, a repaint of everything is not taken."""
        if self._only_changed_rows and repaint and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
