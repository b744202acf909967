"""Hooks: each does its one thing, once, and an upgrade that moves a part is a clear error."""

from __future__ import annotations

import codecs
import re
import sys
from types import FunctionType
from unittest.mock import Mock

import pytest
import rich._wrap
import rich.cells
import rich.text
import textual.content
from rich.segment import Segment
from textual import events
from textual._xterm_parser import XTermParser
from textual.strip import Strip

from ita_tui.errors import ItaError
from ita_tui.ui.widgets.thai import hooks as thai_hooks

posix = pytest.mark.skipif(sys.platform == "win32", reason="the Linux driver")


def test_installing_again_changes_nothing() -> None:
    def hooked() -> list[object]:
        return [vars(module)[name] for module, name in (
            (rich.cells, "split_graphemes"), (rich.text, "divide_line"), (textual.content, "divide_line"),
        )]  # fmt: skip

    before = hooked()
    thai_hooks.install()
    assert hooked() == before


def test_a_name_that_is_gone_is_told_by_its_name_before_anything_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in thai_hooks.RELIED_ON:
        told = place
        owner, name = thai_hooks._owner(place)
        with monkeypatch.context() as without:
            if isinstance(owner, FunctionType):  # which may set several
                told = place.rpartition(".")[0]
                without.setattr(*thai_hooks._owner(told), lambda *_: None)
            else:
                without.delattr(owner, name)
            with pytest.raises(ItaError, match=re.escape(told)):
                thai_hooks.install()
    thai_hooks.check()


def test_a_module_that_is_gone_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thai_hooks, "RELIED_ON", ("textual.no_such_room:thing",))
    with pytest.raises(thai_hooks.HookError, match="no_such_room"):
        thai_hooks.check()


def test_graphemes_join_sara_am_to_its_consonant_and_keep_all_else() -> None:
    assert rich.cells.split_graphemes("น้ำa") == ([(0, 3, 2), (3, 4, 1)], 3)
    assert rich.cells.split_graphemes("ำ ำ") == ([(0, 1, 1), (1, 2, 1), (2, 3, 1)], 3)
    assert rich.cells.split_graphemes("漢字") == ([(0, 1, 2), (1, 2, 2)], 4)


@pytest.mark.parametrize("module", [rich._wrap, rich.text, textual.content])
def test_rich_and_content_break_thai_between_words_and_latin_as_before(module: object) -> None:
    divide = module.divide_line  # type: ignore[attr-defined]
    assert divide("ผู้บริหารร่วมประชุม", 10) == [13]
    assert divide("one two three", 8) == [8]
    assert divide("ผู้บริหารร่วมประชุม", 5, fold=False) == [9, 13]  # each word whole, however wide


@posix
def test_only_what_goes_to_the_screen_has_sara_am_in_two_parts() -> None:
    from textual.drivers.linux_driver import LinuxDriver

    driver = Mock()
    LinuxDriver.write(driver, "\x1b[1mน้ำ กำ\x1b[0m")
    driver._writer_thread.write.assert_called_once_with("\x1b[1mน\u0e4d\u0e49\u0e32 ก\u0e4d\u0e32\x1b[0m")


@posix
def test_an_invalid_byte_on_the_input_is_decoded_and_ends_nothing() -> None:
    from textual.drivers import linux_driver

    decoder = vars(linux_driver)["getincrementaldecoder"]("utf-8")()
    assert decoder.decode(b"\xe0\xb8") == ""
    assert decoder.decode(b"\x81\xff") == "ก\ufffd"
    with pytest.raises(UnicodeDecodeError):
        codecs.getincrementaldecoder("utf-8")().decode(b"\xff")


def test_a_read_that_is_only_the_beginning_of_a_paste_waits_and_does_not_end_the_input() -> None:
    parser = XTermParser()
    assert list(parser.feed("\x1b[20")) == []
    found = [*parser.feed("0~ก\x1b[31"), *parser.feed("mข\x1b[201~"), *parser.feed("ค")]
    assert [getattr(event, "text", "") or getattr(event, "key", "") for event in found] == ["กข", "ค"]


def test_each_terminal_is_known_by_itself() -> None:
    one, other = XTermParser(), XTermParser()
    list(one.feed("\x7f"))
    assert [event.key for parser in (one, other) for event in parser.feed("\x08") if isinstance(event, events.Key)] == [
        "ctrl+backspace", "backspace",
    ]  # fmt: skip


def test_reading_keys_on_windows_begins_again_after_half_a_character_until_the_program_ends() -> None:
    monitor = Mock()
    monitor.exit_event.wait.side_effect = [False, False, True]
    read = Mock()
    thai_hooks._run(read, monitor)
    assert read.call_count == 3


MARKS = "ัิีึืุู็่้๊๋์ํฺ"


def in_parts(text: str) -> str:
    """The text as it is drawn: the ring of SARA AM on its consonant."""
    return re.sub("([ก-ฮ])([่-๋]?)\u0e33", "\\1\u0e4d\\2\u0e32", text)


@pytest.mark.parametrize("text", ["ที่นี่น้ำที่ทำผู้", "กำน้ำสูง้ ำก่", "aบกี่ bญู่"])
def test_a_row_cut_at_any_cell_keeps_marks_and_the_ring_of_sara_am_with_their_letter(text: str) -> None:
    cells = rich.cells.cell_len(text)
    for cut in range(1, cells):
        left, right = (strip.text for strip in Strip([Segment(text)]).divide([cut, cells]))
        assert (rich.cells.cell_len(left), rich.cells.cell_len(right)) == (cut, cells - cut)
        assert right[0] not in MARKS
        assert in_parts(left + right) == in_parts(text)
        assert Strip([Segment(text)]).crop(0, cut).text == left
        assert Strip([Segment(text)]).crop(cut, cells).text == right


def test_a_style_reaches_to_the_edges_of_the_clusters_it_touches() -> None:
    text = textual.content.Content("ที่น้ำดี")
    assert [(each.start, each.end) for each in text.stylize("bold", 1, 5).spans] == [(0, 6)]
    assert [(each.start, each.end) for each in text.stylize("bold", -1).spans] == [(6, 8)]
    assert [(each.start, each.end) for each in textual.content.Content("abc").stylize("bold", 1, 2).spans] == [(1, 2)]
