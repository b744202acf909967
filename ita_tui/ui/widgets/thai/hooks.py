"""The one module that replaces private parts of textual and rich, so that Thai is right in every widget.

What a subclass or a hook relies on is named in `RELIED_ON` and looked for before anything is changed: an
upgrade that moves a part is a clear error at the start, not wrong Thai in the middle of a meeting.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from types import FunctionType
from typing import Any
from weakref import WeakKeyDictionary

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection

from ita_tui.errors import ItaError
from ita_tui.thai.clusters import MARKS, SARA_AM, cluster_end, cluster_start
from ita_tui.ui.widgets.thai.key_bytes import KeyBytes
from ita_tui.ui.widgets.thai.paste_filter import PasteFilter
from ita_tui.ui.widgets.thai.wrap import row_ends

_THAI = re.compile("[\u0e01-\u0e5b]")
_CONSONANT = re.compile("[ก-ฮ]")
_CUT_OFF = re.compile(f"[{MARKS}]*{SARA_AM}?[{MARKS}]*")
"""What of a cluster may stand behind a cut between two cells."""
_BEFORE_RING = re.compile("[\u0e48-\u0e4b]?$")
_AM_ON_SCREEN = re.compile(f"([\u0e48-\u0e4b]?){SARA_AM}")

RELIED_ON = (
    "rich.cells:split_graphemes",
    "rich.segment:Segment.split_cells",
    "rich.text:divide_line",
    "rich._wrap:divide_line",
    "textual.app:App._check_bindings",
    "textual.app:App.__init__._exit_renderables",
    "textual.app:App.__init__._notifications",
    "textual.app:App._handle_exception",
    "textual.app:App._on_notify",
    "textual.app:App._unnotify",
    "textual.app:App.run_action",
    "textual.content:divide_line",
    "textual.content:Content.stylize",
    "textual.document._document_navigator:DocumentNavigator.__init__._document",
    "textual.document._document_navigator:DocumentNavigator.__init__._wrapped_document",
    "textual.document._edit:Edit._edit_result",
    "textual.document._edit:Edit._original_selection",
    "textual.document._history:EditHistory._pop_redo",
    "textual.document._history:EditHistory._pop_undo",
    "textual.document._wrapped_document:WrappedDocument.__init__._line_index_to_offsets",
    "textual.document._wrapped_document:WrappedDocument.__init__._offset_to_line_info",
    "textual.document._wrapped_document:WrappedDocument.__init__._tab_width_cache",
    "textual.document._wrapped_document:WrappedDocument.__init__._width",
    "textual.document._wrapped_document:WrappedDocument.__init__._wrap_offsets",
    "textual.document._wrapped_document:WrappedDocument.wrap_range",
    "textual.dom:DOMNode.__init__._bindings",
    "textual.keys:_character_to_key",
    "textual.message:Message._stop_propagation",
    "textual.message_pump:MessagePump._close_messages_no_wait",
    "textual.message_pump:MessagePump.message_queue_size",
    "textual.selection:Selection.extract",
    "textual.widget:Widget._render",
    "textual.widgets:Input._cell_offset_to_index",
    "textual.widgets:Input._on_paste",
    "textual.widgets:Input._value",
    "textual.widgets:TextArea._build_highlight_map",
    "textual.widgets:TextArea._delete_via_keyboard",
    "textual.widgets:TextArea._draw_cursor",
    "textual.widgets:TextArea._has_cursor",
    "textual.widgets:TextArea.__init__._highlight_query",
    "textual.widgets:TextArea._replace_via_keyboard",
    "textual.widgets:TextArea._rewrap_and_refresh_virtual_size",
    "textual.widgets:TextArea._set_document",
    "textual.widgets:TextArea._set_theme._theme",
    "textual.widgets:TextArea._validate_selection",
    "textual._compositor:Compositor.get_widget_and_offset_at",
    "textual._parser:Parser.feed",
    "textual._xterm_parser:XTermParser",
)
"""Private (or module-bound) names that the screens use, as `module:dotted.name`; behind a method, what it sets."""

_RELIED_ON_POSIX = (
    "textual.drivers.linux_driver:getincrementaldecoder",
    "textual.drivers.linux_driver:LinuxDriver.write",
)
_RELIED_ON_WINDOWS = ("textual.drivers.windows_driver:WindowsDriver.write", "textual.drivers.win32:EventMonitor.run")

_Span = tuple[int, int, int]
"""Start, end (code points) and cells of a grapheme, as rich gives them."""

_MARK = "_ita_tui_thai_hook"
_BREATH = 0.1
"""Seconds before keys are read again after that failed."""
_readers: WeakKeyDictionary[object, PasteFilter] = WeakKeyDictionary()
"""Of each parser of what a terminal sends."""


class HookError(ItaError):
    """A part of textual or rich that the Thai hooks need is not where they expect it."""


def install() -> None:
    """Puts every hook in place; once before the app starts, harmless when called again.

    Raises HookError, before changing anything, when a name in `RELIED_ON` is gone.
    """
    check()
    _replace("rich.cells:split_graphemes", _split_graphemes)
    _replace("rich.segment:Segment.split_cells", _split_cells)
    _replace("textual.content:Content.stylize", _stylize)
    _replace("textual._compositor:Compositor.get_widget_and_offset_at", _widget_and_offset_at)
    _replace("textual.selection:Selection.extract", _extract)
    for module in ("rich._wrap", "rich.text", "textual.content"):
        _replace(f"{module}:divide_line", _divide_line)
    _replace("textual._xterm_parser:XTermParser.feed", _feed)
    if sys.platform == "win32":
        _replace("textual.drivers.windows_driver:WindowsDriver.write", _write)
        _replace("textual.drivers.win32:EventMonitor.run", _run)
    else:
        _replace("textual.drivers.linux_driver:getincrementaldecoder", _tolerant_decoder)
        _replace("textual.drivers.linux_driver:LinuxDriver.write", _write)


def check() -> None:
    """Raises HookError when a name that the hooks rely on is gone."""
    for place in (*RELIED_ON, *(_RELIED_ON_WINDOWS if sys.platform == "win32" else _RELIED_ON_POSIX)):
        owner, name = _owner(place)
        sets = owner.__code__.co_names if isinstance(owner, FunctionType) else ()
        if not (hasattr(owner, name) or name in sets):
            raise HookError(
                f"ส่วนแสดงภาษาไทยใช้กับชุดแสดงผลรุ่นที่ติดตั้งอยู่ไม่ได้ (ไม่พบ {place})",
                "ติดตั้ง textual และ rich ตามรุ่นที่ระบุไว้กับโปรแกรม",
            )


def _owner(place: str) -> tuple[object, str]:
    """The module or class that holds the last name of `place`, and that name; None as owner when it is gone."""
    module, _, path = place.partition(":")
    *parents, name = path.split(".")
    try:
        owner: object = importlib.import_module(module)
    except ImportError:
        return None, name
    for parent in parents:
        owner = getattr(owner, parent, None)
    return owner, name


def _replace(place: str, hook: Callable[..., Any]) -> None:
    """Sets `hook` at `place`; it is given what stood there before as its first argument."""
    owner, name = _owner(place)
    original = getattr(owner, name)
    if hasattr(original, _MARK):
        return

    @wraps(original)
    def replacement(*args: Any, **kwargs: Any) -> Any:
        return hook(original, *args, **kwargs)

    setattr(replacement, _MARK, True)
    setattr(owner, name, replacement)


def _split_graphemes(
    original: Callable[..., tuple[list[_Span], int]], text: str, unicode_version: str = "auto"
) -> tuple[list[_Span], int]:
    """Rich's graphemes, with SARA AM joined to its consonant: cutting to a width may not part them."""
    spans, total = original(text, unicode_version)
    if SARA_AM not in text:
        return spans, total
    joined: list[_Span] = []
    for start, end, cells in spans:
        if joined and text[start] == SARA_AM and _CONSONANT.match(text, joined[-1][0]):
            begin, _, before = joined[-1]
            joined[-1] = (begin, end, before + cells)
        else:
            joined.append((start, end, cells))
    return joined, total


def _split_cells(original: Callable[[Segment, int], tuple[Segment, Segment]], segment: Segment, cut: int) -> Any:
    """A row cut where a dialog covers it: marks stay with their consonant, and so does the ring of SARA AM."""
    left, right = original(segment, cut)
    cut_off = _CUT_OFF.match(right.text)
    if not left.text or not cut_off or not cut_off[0]:
        return left, right
    marks, am, _ = cut_off[0].partition(SARA_AM)
    before, behind = left.text + marks, right.text[len(marks) :]
    if am and _CONSONANT.search(before[cluster_start(before, len(before) - 1) :]):
        before, behind = _BEFORE_RING.sub(lambda tone: f"\u0e4d{tone[0]}", before, count=1), f"\u0e32{behind[1:]}"
    return Segment(before, left.style, left.control), Segment(behind, right.style, right.control)


def _stylize(
    original: Callable[..., Content], content: Content, style: object, start: int = 0, end: int | None = None
) -> Content:
    """A style given to a part of a text reaches to the edges of the clusters it touches."""
    plain = content.plain
    if _THAI.search(plain):
        start = cluster_start(plain, start + len(plain) if start < 0 else start)
        end = None if end is None else cluster_end(plain, end + len(plain) if end < 0 else end)
    return original(content, style, start, end)


def _widget_and_offset_at(original: Callable[..., Any], compositor: object, x: int, y: int) -> Any:
    """Which letter of a text the mouse is on: the start of its cluster, where the stock one may be inside."""
    widget, offset = original(compositor, x, y)
    if widget is None or offset is None or not widget.allow_select:  # nor is there a text to look into
        return widget, offset
    shown = widget._render()
    lines = shown.plain.split("\n") if isinstance(shown, Content) else []
    if not 0 <= offset.y < len(lines):
        return widget, offset
    line = lines[offset.y]
    start, end = cluster_start(line, offset.x), cluster_end(line, offset.x)
    behind = cell_len(line[start : offset.x]) == cell_len(line[start:end])  # only marks are left of it
    return widget, Offset(end if behind else start, offset.y)


def _extract(original: Callable[..., str], selection: Selection, text: str) -> str:
    """What is selected with the mouse, whole clusters."""
    lines = text.splitlines()

    def snapped(offset: Offset | None, edge: Callable[[str, int], int]) -> Offset | None:
        known = offset is not None and 0 <= offset.y < len(lines)
        return Offset(edge(lines[offset.y], offset.x), offset.y) if offset is not None and known else offset

    return original(Selection(snapped(selection.start, cluster_start), snapped(selection.end, cluster_end)), text)


def _divide_line(original: Callable[..., list[int]], text: str, width: int, fold: bool = True) -> list[int]:
    """Where rich and `textual.content` break a line: Thai between its words, blanks hanging over the edge."""
    if not _THAI.search(text):
        return original(text, width, fold)
    if cell_len(text) <= width:
        return []  # most lines fit: their words need not be known
    return list(row_ends(text, width, hanging=True, fold=fold))


def _write(original: Callable[[object, str], None], driver: object, data: str) -> None:
    """On the screen only, SARA AM goes out as its two parts: every terminal draws those in two cells."""
    original(driver, _AM_ON_SCREEN.sub("\u0e4d\\1\u0e32", data) if SARA_AM in data else data)


def _tolerant_decoder(original: Callable[[str], Callable[..., Any]], encoding: str) -> Callable[..., Any]:
    """A stray byte on the input becomes U+FFFD, which no field takes, and ends nothing."""
    return lambda: original(encoding)(errors="replace")


def _run(original: Callable[[Any], None], monitor: Any) -> None:
    """Where half of a character ends the reading of keys on Windows, it begins again."""
    original(monitor)
    while not monitor.exit_event.wait(_BREATH):
        original(monitor)


def _feed(original: Callable[[object, str], Iterable[Any]], parser: object, data: str) -> Iterable[Any]:
    """What a terminal sends comes as keys that Textual knows, and as pastes without escape sequences."""
    reader = _readers.get(parser)
    if reader is None:
        reader = _readers[parser] = PasteFilter(KeyBytes().mended)
    heard = reader.read(data)
    return original(parser, heard) if heard or not data else ()  # nothing at all would mean the end of the input
