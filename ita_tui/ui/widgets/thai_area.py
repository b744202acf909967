"""The editor of Thai paragraphs: cost of a key follows what is seen, not how long the paragraph is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Self

from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.document._document import Document, Selection
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from ita_tui.thai.clusters import cluster_start, next_boundary
from ita_tui.thai.text import clean
from ita_tui.thai.words import next_word, previous_word
from ita_tui.ui.widgets.thai_document import ThaiNavigator, ThaiWrappedDocument
from ita_tui.ui.widgets.thai_row import Row, part
from ita_tui.ui.widgets.thai_typing import OwnKeysFirst, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.content import Content
    from textual.document._document import EditResult, Location
    from textual.document._edit import Edit


def _bindings() -> list[BindingType]:
    """The editor's own keys: the stock ones but for function keys, which belong to the app."""
    kept: list[BindingType] = []
    for binding in TextArea.BINDINGS:
        assert isinstance(binding, Binding)
        keys = binding.key.split(",")
        if not any(key.split("+")[-1][0] == "f" and key[-1].isdigit() for key in keys):
            kept.append(binding)
    return [*kept, Binding("ctrl+delete", "delete_word_right", "ลบคำขวา", show=False)]


class ThaiTextArea(OwnKeysFirst, TextArea, inherit_bindings=False):
    """An editor of Thai paragraphs, always wrapped at words; it binds no function key."""

    BINDINGS: ClassVar[list[BindingType]] = _bindings()

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
        super().__init__(
            text, read_only=read_only, show_cursor=show_cursor, highlight_cursor_line=highlight_cursor_line,
            placeholder=placeholder, name=name, id=id, classes=classes, disabled=disabled, compact=compact,
        )  # fmt: skip

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

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text comes here, and only clean text goes in."""
        edit.text = clean(edit.text)
        with self._repainting_changed_rows():
            return super().edit(edit)

    def move_cursor(
        self, location: Location, select: bool = False, center: bool = False, record_width: bool = True
    ) -> None:
        """Moves the cursor, selecting what it passes if asked to."""
        with self._repainting_changed_rows():
            super().move_cursor(location, select, center, record_width)

    def clamp_visitable(self, location: Location) -> Location:
        """The nearest place a cursor may stand: between clusters."""
        row, column = super().clamp_visitable(location)
        return row, cluster_start(self.document[row], column)

    # Typing and deleting

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Typed or pasted text; it is joined to the cluster it follows in the right spelling order."""
        (row, column), bottom = sorted((start, end))
        back, insert = joined(self.document[row][:column][-16:], insert) if insert else (0, insert)
        return super()._replace_via_keyboard(insert, (row, column - back), bottom)

    def action_delete_left(self) -> None:
        """Backspace: the selection, or one code point, so that a wrong tone mark can go alone."""
        start, end = self.selection
        row, column = end
        if start == end:
            start = (row, column - 1) if column else self.get_cursor_left_location()
        self._delete_via_keyboard(start, end)

    def action_delete_word_right(self) -> None:
        """Deletes the selection, or to the start of the next word."""
        start, end = self.selection
        self._delete_via_keyboard(start, end if start != end else self.get_cursor_word_right_location())

    # Words

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
            row, column = self.cursor_location
            line = self.document[row]
            end = next_word(line, column)
            start = previous_word(line, next_boundary(line, column))
            self.selection = Selection((row, start), (row, start + len(line[start:end].rstrip())))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row; rows are kept by what decides their look."""
        if self.placeholder and self.document.end == (0, 0):
            return super().render_line(y)
        row = self._row(y)
        if row is None:
            return Strip.blank(self.size.width, self._theme.base_style)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = row.strip()
        return strip

    def _row(self, y: int) -> Row | None:
        found = self.wrapped_document.row_at(self.scroll_offset.y + y)
        if found is None:
            return None
        line_index, start, end = found
        line = self.document[line_index]
        at_end = end == len(line)
        look = self._theme
        return Row(
            text=line[start:end],
            selected=part(self._selected_part(line_index, len(line)), start, end, at_end),
            cursor=part(self._cursor_part(line_index, line), start, end, at_end),
            highlighted=line_index == self.cursor_location[0] and self.highlight_cursor_line and self._has_cursor,
            width=self.scrollable_content_region.width,
            base=look.base_style,
            selection_style=look.selection_style,
            cursor_style=look.cursor_style,
            highlight_style=look.cursor_line_style,
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
        return (self.scroll_offset, self.size, empty), [self._row(y) for y in range(self.size.height)]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As stock, but while an edit or a move knows its rows, a repaint of everything is not taken."""
        if self._only_changed_rows and repaint and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _selected_part(self, line_index: int, length: int) -> tuple[int, int] | None:
        """The selected columns of a line; one past its end when its line end is selected too."""
        top, bottom = sorted(self.selection)
        if top == bottom or not top[0] <= line_index <= bottom[0]:
            return None
        return (
            top[1] if line_index == top[0] else 0,
            bottom[1] if line_index == bottom[0] else length + 1,
        )

    def _cursor_part(self, line_index: int, line: str) -> tuple[int, int] | None:
        row, column = self.cursor_location
        if row != line_index or not self._draw_cursor:
            return None
        return column, next_boundary(line, column) if column < len(line) else column + 1
