"""Keys that arrive in an unlucky form: Shift+F3, Ctrl+Backspace without a key protocol, the keypad's signs with one."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import _character_to_key


def keys(*reads: bytes) -> list[str]:
    """The keys that Textual sees of what a terminal sends."""
    parser = XTermParser()
    found = [event for read in reads for event in parser.feed(read.decode())]
    return [event.key if isinstance(event, events.Key) else type(event).__name__ for event in found]


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        (b"\x1bOR", "f3"), (b"\x1b[1;2R", "shift+f3"), (b"\x1b[1;5R", "ctrl+f3"), (b"\x1b[13;2~", "shift+f3"),
        (b"\x1b[1;2P", "shift+f1"), (b"\x1b[1;2Q", "shift+f2"), (b"\x1b[1;2S", "shift+f4"),
        (b"\x1b[15;2~", "shift+f5"), (b"\x1b[17;2~", "shift+f6"), (b"\x1b[18;2~", "shift+f7"),
        (b"\x1b[19;2~", "shift+f8"), (b"\x1b[20;2~", "shift+f9"),
    ],
)  # fmt: skip
def test_every_function_key_with_shift_is_that_key(sent: bytes, key: str) -> None:
    assert keys(sent) == [key]


def test_a_report_of_the_cursors_place_is_no_key() -> None:
    assert keys(b"\x1b[1;17R", b"\x1b[7;2R") == ["CursorPosition", "CursorPosition"]


def test_a_terminal_that_sends_del_for_backspace_sends_bs_for_ctrl_backspace() -> None:
    assert keys(b"\x08", b"\x7f", b"\x08", b"\x7f\x08") == [
        "backspace", "backspace", "ctrl+backspace", "backspace", "ctrl+backspace",
    ]  # fmt: skip


def test_a_terminal_that_sends_bs_for_backspace_deletes_letters() -> None:
    assert keys(b"\x08\x08") == ["backspace", "backspace"]


def test_nothing_inside_a_paste_is_a_key() -> None:
    assert keys(b"\x7f", b"\x1b[200~a\x08\x1b[201~") == ["backspace", "Paste"]


@pytest.mark.parametrize("sent", ["\x1b[{}u", "\x1b[{};129u", "\x1b[{};129;{}u", "\x1b[{};;{}u"])
@pytest.mark.parametrize(
    ("number", "sign"),
    [(57409, "."), (57410, "/"), (57411, "*"), (57412, "-"), (57413, "+"), (57415, "="), (57416, ",")],
)
def test_a_sign_on_the_keypad_is_that_sign_whatever_lock_is_on(number: int, sign: str, sent: str) -> None:
    [key] = XTermParser().feed(sent.format(number, ord(sign)))
    assert isinstance(key, events.Key)
    assert (key.key, key.character) == (_character_to_key(sign), sign)


@pytest.mark.parametrize("sent", [b"\x1bOM", b"\x1b[57414u", b"\x1b[57414;129u", b"\x1b[57414;;13u", b"\r"])
def test_enter_on_the_keypad_is_enter(sent: bytes) -> None:
    assert keys(sent) == ["enter"]


def test_keys_of_the_keypad_held_with_ctrl_stay_what_they_were() -> None:
    assert keys(b"\x1b[57410;5u") == ["ctrl+divide"]
