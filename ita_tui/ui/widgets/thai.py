"""Text widgets for Thai: one letter is what a reader sees, one word is what a reader reads.

Whatever comes in, by key, paste or program, passes `clean`; the cursor stands only between clusters, and no
style begins or ends inside one. Backspace takes one code point, the Thai convention.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.document._document import Document, Selection
from textual.strip import Strip
from textual.widgets import Input, TextArea
from textual.widgets._input import Selection as InputSelection

from ita_tui.thai.clusters import cluster_end, cluster_start, next_boundary, previous_boundary
from ita_tui.thai.text import clean
from ita_tui.thai.words import next_word, previous_word
from ita_tui.ui.layout_keys import latin_keys
from ita_tui.ui.widgets.thai_document import ThaiNavigator, ThaiWrappedDocument
from ita_tui.ui.widgets.thai_wrap import column_at

if TYPE_CHECKING:
    from rich.style import Style, StyleType
    from textual import events
    from textual.content import Content
    from textual.document._document import EditResult, Location
    from textual.document._edit import Edit
    from textual.widget import Widget as _Mixed
else:
    _Mixed = object  # a second Widget among the bases would hide the styles of the first

_UNREADABLE = "\ufffd"
"""What an invalid byte on the input arrives as."""


def joined(before: str, typed: str) -> tuple[int, str]:
    """What typing makes of the cluster it follows: how many code points of `before` go, and what comes.

    Vowel and tone typed in the wrong order, `เ` twice and `ํ` with `า` become the one right spelling.
    """
    last = before[previous_boundary(before, len(before)) :]
    mended = clean(last + typed)
    return (0, typed) if mended == last + typed else (len(last), mended)


class _OwnKeysFirst(_Mixed):
    """A text widget that acts on its own editing keys at once.

    A stock widget lets them go up to the app and come back as an action. When the terminal sends several keys
    at a time, letters typed after Backspace would be in the text before it acts.
    """

    async def _on_key(self, event: events.Key) -> None:
        """Textual calls the stock handler after this one, unless its default is prevented."""
        if event.character == _UNREADABLE or (not event.is_printable and await self._act(event.key)):
            event.stop()
            event.prevent_default()

    async def _act(self, key: str) -> bool:
        for name in (key, *latin_keys(key)):
            for binding in self._bindings.key_to_bindings.get(name, ()):
                if await self.app.run_action(binding.action, self):
                    return True
        return False


def _bindings() -> list[BindingType]:
    """The editor's own keys: the stock ones but for function keys, which belong to the app."""
    kept: list[BindingType] = []
    for binding in TextArea.BINDINGS:
        assert isinstance(binding, Binding)
        keys = binding.key.split(",")
        if not any(key.split("+")[-1][0] == "f" and key[-1].isdigit() for key in keys):
            kept.append(binding)
    return [*kept, Binding("ctrl+delete", "delete_word_right", "ลบคำขวา", show=False)]


class ThaiTextArea(_OwnKeysFirst, TextArea, inherit_bindings=False):
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
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(512)
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
        return super().edit(edit)

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
        """One row; rows are kept by what they show, so that a key repaints only what it changed."""
        if self.placeholder and self.document.end == (0, 0):
            return super().render_line(y)
        found = self.wrapped_document.row_at(self.scroll_offset.y + y)
        if found is None:
            return Strip.blank(self.size.width, self._theme.base_style)
        line_index, start, end = found
        line = self.document[line_index]
        at_end = end == len(line)
        row = line[start:end]
        selected = self._selected_part(line_index, len(line))
        marks = (
            _part(selected, start, end, at_end),
            _part(self._cursor_part(line_index, line), start, end, at_end),
            line_index == self.cursor_location[0] and self.highlight_cursor_line and self._has_cursor,
        )
        look = self._theme
        styles = (look.base_style, look.selection_style, look.cursor_style, look.cursor_line_style)
        width = self.scrollable_content_region.width
        key = (row, marks, styles, width)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = _row_strip(row, marks, styles, width)
        return strip

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


def _part(span: tuple[int, int] | None, start: int, end: int, at_end: bool) -> tuple[int, int] | None:
    """What of a span of columns lies on the row from `start` to `end` (one more where its line ends)."""
    if span is None:
        return None
    first, last = max(span[0], start), min(span[1], end + at_end)
    return (first - start, last - start) if first < last else None


def _row_strip(
    row: str,
    marks: tuple[tuple[int, int] | None, tuple[int, int] | None, bool],
    styles: tuple[Style | None, Style | None, Style | None, Style | None],
    width: int,
) -> Strip:
    """A row drawn `width` cells wide: base, cursor line, selection and cursor styles over each other."""
    selected, cursor, on_cursor_line = marks
    base, selection_style, cursor_style, line_style = styles
    ground = base + line_style if base is not None and on_cursor_line else base
    shown = row + " "
    cuts = sorted({0, len(row), len(shown), *(selected or ()), *(cursor or ())})
    segments = []
    for first, last in pairwise(cuts):
        style = ground
        for span, over in ((selected, selection_style), (cursor, cursor_style)):
            if span is not None and style is not None and span[0] <= first < span[1]:
                style = style + over
        segments.append(Segment(shown[first:last], style))
    return Strip(segments).adjust_cell_length(width, ground)


class _ClusterText(Text):
    """Text whose styles reach to the edges of the clusters they touch."""

    def stylize(self, style: StyleType, start: int = 0, end: int | None = None) -> None:
        super().stylize(style, *self._snapped(start, end))

    def stylize_before(self, style: StyleType, start: int = 0, end: int | None = None) -> None:
        super().stylize_before(style, *self._snapped(start, end))

    def _snapped(self, start: int, end: int | None) -> tuple[int, int | None]:
        return cluster_start(self.plain, start), None if end is None else cluster_end(self.plain, end)


class ThaiInput(_OwnKeysFirst, Input):
    """One line of Thai text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", "ลบคำซ้าย", show=False),
        Binding("ctrl+delete,alt+delete", "delete_right_word", "ลบคำขวา", show=False),
    ]

    def validate_value(self, value: str) -> str:
        """The value is always one clean line."""
        return clean(value, multiline=False)

    def validate_selection(self, selection: InputSelection) -> InputSelection:
        """Cursor and selection stand between clusters."""
        start, end = selection
        return InputSelection(cluster_start(self.value, start), cluster_start(self.value, end))

    @property
    def _value(self) -> Text:
        plain = super()._value
        text = _ClusterText(plain.plain, no_wrap=True, overflow="ignore", end="")
        text.spans = plain.spans
        return text

    def _on_paste(self, event: events.Paste) -> None:
        """All lines as one, where the stock handler, called after this one, would take the first."""
        event.text = clean(event.text, multiline=False).strip()

    def replace(self, text: str, start: int, end: int) -> None:
        """Puts `text` in place of a part, joined to the cluster it follows in the right spelling order."""
        first, last = sorted((max(0, start), min(len(self.value), end)))
        line = clean(text, multiline=False)
        back, line = joined(self.value[:first][-16:], line) if line else (0, line)
        super().replace(line, first - back, last)

    def action_cursor_left(self, select: bool = False) -> None:
        """One cluster back, or to the start of what is selected."""
        start, end = self.selection
        at = previous_boundary(self.value, end) if select or start == end else min(start, end)
        self._go(at, select)

    def action_cursor_right(self, select: bool = False) -> None:
        """One cluster on, or to the end of what is selected; takes a suggestion at the end."""
        start, end = self.selection
        if self.cursor_at_end and not select:
            super().action_cursor_right()
            return
        at = next_boundary(self.value, end) if select or start == end else max(start, end)
        self._go(at, select)

    def action_cursor_left_word(self, select: bool = False) -> None:
        """To where the word before the cursor begins."""
        self._go(previous_word(self.value, self.cursor_position), select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """To where the next word begins."""
        self._go(next_word(self.value, self.cursor_position), select)

    def _go(self, at: int, select: bool) -> None:
        self.selection = InputSelection(self.selection.start if select else at, at)

    def action_delete_right(self) -> None:
        """The selection, or one cluster."""
        self._delete_to(next_boundary(self.value, self.cursor_position))

    def action_delete_left_word(self) -> None:
        """The selection, or back to where the word begins."""
        self._delete_to(previous_word(self.value, self.cursor_position))

    def action_delete_right_word(self) -> None:
        """The selection, or to where the next word begins."""
        self._delete_to(next_word(self.value, self.cursor_position))

    def _delete_to(self, at: int) -> None:
        if self.selection.is_empty:
            self.delete(self.cursor_position, at)
        else:
            self.delete_selection()

    def _cell_offset_to_index(self, offset: int) -> int:
        return column_at(self.value, offset + self.scroll_offset.x)

    def on_click(self, event: events.Click) -> None:
        """A double click selects the word under the pointer."""
        if event.chain == 2:
            at = self.cursor_position
            start = previous_word(self.value, next_boundary(self.value, at))
            word = self.value[start : next_word(self.value, at)].rstrip()
            self.selection = InputSelection(start, start + len(word))
