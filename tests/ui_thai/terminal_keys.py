"""What a terminal sends for a key while the keyboard is in Thai, in both ways there are."""

from __future__ import annotations

from ita_tui.ui.layout_keys import in_thai_layout

MODIFIERS = {"shift": 1, "alt": 2, "ctrl": 4, "super": 8}
# The last character of what xterm and kitty send, and a number where there is one.
NAMED = {
    "up": (1, "A"), "down": (1, "B"), "right": (1, "C"), "left": (1, "D"), "end": (1, "F"), "home": (1, "H"),
    "pageup": (5, "~"), "pagedown": (6, "~"), "insert": (2, "~"), "delete": (3, "~"),
    "f1": (1, "P"), "f2": (1, "Q"), "f3": (1, "R"), "f4": (1, "S"), "f5": (15, "~"), "f6": (17, "~"), "f7": (18, "~"),
    "f8": (19, "~"), "f9": (20, "~"), "f10": (21, "~"), "f11": (23, "~"), "f12": (24, "~"),
}  # fmt: skip
CHARACTERS = {"enter": "\r", "tab": "\t", "space": " ", "backspace": "\x7f"}
PUNCTUATION = {"slash": "/", "minus": "-", "full_stop": ".", "comma": ",", "question_mark": "?"}


def parts(key: str) -> tuple[list[str], str]:
    *held, base = key.split("+")
    return held, PUNCTUATION.get(base, base)


def without_protocol(key: str) -> str | None:
    """What xterm or VTE sends for a key while the keyboard is in Thai; None where it has no way to send it."""
    held, base = parts(key)
    if base in NAMED:
        number, last = NAMED[base]
        code = 1 + sum(MODIFIERS[each] for each in held)
        if held:
            return f"\x1b[{number};{code}{last}"
        return f"\x1bO{last}" if last in "PQRS" else f"\x1b[{'' if number == 1 else number}{last}"
    if key in ("ctrl+backspace", "alt+backspace"):
        return {"ctrl": "\x08", "alt": "\x1b\x7f"}[held[0]]
    if base in CHARACTERS:
        return None if held else CHARACTERS[base]
    if base == "escape":
        return None
    if held == ["ctrl"]:
        return chr(ord(base) & 31)
    return None if held else in_thai_layout(base)


def by_kitty(key: str) -> str:
    """What kitty's protocol sends, as Textual asks for it."""
    held, base = parts(key)
    if base in NAMED:
        number, last = NAMED[base]
        code = 1 + sum(MODIFIERS[each] for each in held)
        if base == "f3":
            number, last = 13, "~"
        return f"\x1b[{number};{code}{last}" if held else f"\x1b[{number if last == '~' else ''}{last}"
    character = {**CHARACTERS, "escape": "\x1b"}.get(base) or in_thai_layout(base)
    code = 1 + sum(MODIFIERS[each] for each in held)
    if held:
        return f"\x1b[{ord(character)};{code}u"
    return f"\x1b[{ord(character)}u" if base in CHARACTERS or base == "escape" else (
        f"\x1b[{ord(character)};;{ord(character)}u"
    )
