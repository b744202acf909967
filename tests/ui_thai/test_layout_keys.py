"""Keys by position: all 94 places of the Kedmanee layout, and digits however they are typed."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import _character_to_key

from ita_tui.ui.layout_keys import KEDMANEE, digit_of, latin_keys
from tests.ui_thai.apps import EditorApp
from tests.ui_thai.kept import settled

PLAIN = (
    "`_ 1ๅ 2/ 3- 4ภ 5ถ 6ุ 7ึ 8ค 9ต 0จ -ข =ช "
    "qๆ wไ eำ rพ tะ yั uี iร oน pย [บ ]ล \\ฃ "
    "aฟ sห dก fด gเ h้ j่ kา lส ;ว 'ง "
    "zผ xป cแ vอ bิ nื mท ,ม .ใ /ฝ"
)
SHIFTED = (
    "~% !+ @๑ #๒ $๓ %๔ ^ู &฿ *๕ (๖ )๗ _๘ +๙ "
    'Q๐ W" Eฎ Rฑ Tธ Yํ U๊ Iณ Oฯ Pญ {ฐ }, |ฅ '
    'Aฤ Sฆ Dฏ Fโ Gฌ H็ J๋ Kษ Lศ :ซ ". '
    "Z( X) Cฉ Vฮ Bฺ N์ M? <ฒ >ฬ ?ฦ"
)
PAIRS = [*PLAIN.split(" "), *SHIFTED.split(" ")]
"""Latin character and Thai character of every key, as printed on the keys."""


def test_the_table_holds_all_94_positions_of_the_layout() -> None:
    assert {pair[1]: pair[0] for pair in PAIRS} == KEDMANEE
    assert len(KEDMANEE) == 94


@pytest.mark.parametrize(("latin", "thai"), [(p[0], p[1]) for p in PAIRS if not p[1].isascii()])
def test_every_thai_key_is_tried_as_the_latin_key_of_its_place(latin: str, thai: str) -> None:
    assert latin_keys(_character_to_key(thai))[-1] == _character_to_key(latin)


@pytest.mark.parametrize(
    ("key", "tried"),
    [
        ("ctrl+ห", ["ctrl+s"]),
        ("ctrl+shift+ห", ["ctrl+shift+s"]),
        ("ctrl+ฆ", ["ctrl+shift+s"]),
        ("ctrl+thai_character_mai_han_akat", ["ctrl+y"]),
        ("๑", ["1", "at"]),
        ("slash", ["2"]),
        ("minus", ["3"]),
        ("plus", []),
        ("full_stop", []),
        ("a", []),
        ("f6", []),
        ("escape", []),
        ("ctrl+slash", []),
    ],
)
def test_what_is_tried_for_a_key_that_nothing_claims(key: str, tried: list[str]) -> None:
    assert latin_keys(key) == tried


@pytest.mark.parametrize(
    ("key", "character", "digit"),
    [
        ("1", "1", 1), ("๑", "๑", 1), ("๐", "๐", 0), ("ๅ", "ๅ", 1), ("slash", "/", 2), ("minus", "-", 3), ("ภ", "ภ", 4),
        ("ถ", "ถ", 5), ("thai_character_sara_u", "ุ", 6), ("thai_character_sara_ue", None, 7), ("ค", "ค", 8),
        ("ต", "ต", 9), ("จ", "จ", 0), ("ข", "ข", None), ("q", "q", None), ("enter", "\r", None), ("f2", None, None),
        ("ctrl+1", None, None), ("escape", None, None),
    ],
)  # fmt: skip
def test_which_digit_was_meant(key: str, character: str | None, digit: int | None) -> None:
    assert digit_of(key, character) == digit


def test_the_keypad_is_digits_in_both_protocols() -> None:
    for sequence in ("\x1b[57401;;50u", "\x1b[57401u", "\x1bOr"):
        [key] = [event for event in XTermParser().feed(sequence) if isinstance(event, events.Key)]
        assert digit_of(key.key, key.character) == 2


async def send(app: EditorApp, sequence: str) -> None:
    for event in XTermParser().feed(sequence):
        app.post_message(event)


SENT = [
    ("ๆ", "q"),
    ("ั", "y"),
    ("ห", "s"),
    ("ฆ", "S"),
    ("ํ", "y"),  # Shift+Y, as a label in capitals may be read
    ("ฝ", "slash"),
    ("ๅ", "1"),
    ("๑", "1"),
    ("/", "slash"),  # bound here, so it is not the digit 2
    ("-", "3"),
    ("\x1b[3627;5u", "ctrl+s"),
    ("\x1b[3627;6u", "ctrl+shift+s"),
    ("\x1b[3627;;3627u", "s"),
    ("\x13", "ctrl+s"),
]


async def test_a_shortcut_fires_by_position_where_no_text_is_typed() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.query_one("Button").focus()
        await pilot.pause()
        for sequence, binding in SENT:
            app.fired.clear()
            await send(app, sequence)
            await settled(app)
            assert app.fired == [binding], sequence


async def test_the_same_key_types_in_an_editor_while_ctrl_still_is_a_shortcut() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        for widget in (app.editor, app.line):
            widget.focus()
            await send(app, "ๆัห/-๑\x1b[3627;5u\x1b[3627;;3627u")
            await pilot.pause()
        assert app.editor.text == app.line.value == "ๆัห/-๑ห"
        assert app.fired == ["ctrl+s", "ctrl+s"]


async def test_the_editors_own_control_keys_work_by_position_too() -> None:
    app = EditorApp("หนังสือประชุม")
    async with app.run_test() as pilot:
        app.editor.focus()
        app.editor.move_cursor(app.editor.document.end)
        await send(app, "\x1b[3652;5u")  # Ctrl+ไ is Ctrl+W
        await pilot.pause()
        assert app.editor.text == "หนังสือ"
        await send(app, "\x1b[3612;5u")  # Ctrl+ผ is Ctrl+Z
        await pilot.pause()
        assert app.editor.text == "หนังสือประชุม"
