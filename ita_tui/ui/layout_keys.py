"""Keys by position: under the Thai (Kedmanee) layout a shortcut is found by where its key lies.

One mechanism for the whole program, so that no table of keys needs twins. Text widgets get their letters
first; only a key that nothing claimed is tried again as its Latin neighbour of the same position.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.keys import _character_to_key

if TYPE_CHECKING:
    from textual.app import App

    _Base = App[Any]
else:
    _Base = object

_LATIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
_THAI = (
    "_ๅ/-ภถ\u0e38\u0e36คตจขชๆไ\u0e33พะ\u0e31\u0e35รนยบลฃฟหกดเ\u0e49\u0e48าสวงผปแอ\u0e34\u0e37ทมใฝ"
    '%+๑๒๓๔\u0e39฿๕๖๗๘๙๐"ฎฑธ\u0e4d\u0e4aณฯญฐ,ฅฤฆฏโฌ\u0e47\u0e4bษศซ.()ฉฮ\u0e3a\u0e4c?ฒฬฦ'
)

KEDMANEE = dict(zip(_THAI, _LATIN, strict=True))
"""Thai layout character → US layout character of the same key, all 94 positions (plain, then with Shift)."""

_TO_THAI = {ord(latin): thai for thai, latin in KEDMANEE.items()}

_DIGITS = {**{str(n): n for n in range(10)}, **{thai: n for n, thai in enumerate("๐๑๒๓๔๕๖๗๘๙")}}
_DIGITS_BY_POSITION = {
    thai: int(latin) for thai, latin in KEDMANEE.items() if latin in _DIGITS
}  # ๅ is 1, / is 2, - is 3, ภ is 4 …
_CHARACTER_OF = {_character_to_key(character): character for character in [*KEDMANEE, *_DIGITS]}


def latin_keys(key: str) -> list[str]:
    """The keys to try, best first, when nothing is bound to `key` (Textual names, with modifiers).

    A Thai letter gives the key of its position (`ctrl+ห` → `ctrl+s`), a Thai digit first the digit it is,
    and `/` and `-`, which lie on 2 and 3 of the Thai layout, those digits. Other ASCII characters mean
    what they show, so they give nothing.
    """
    *held, base = key.split("+")
    character = base if len(base) == 1 else _CHARACTER_OF.get(base, "")
    if not character or character not in KEDMANEE:
        return []
    found = []
    if character in _DIGITS:
        found.append(str(_DIGITS[character]))
    if not character.isascii():
        found.append(_with_shift(held, KEDMANEE[character]))
    elif character in "/-" and not held:
        found.append(KEDMANEE[character])
    return found


def _with_shift(held: list[str], latin: str) -> str:
    """The Latin key as Textual names it: a capital held with Ctrl or Alt is written with shift."""
    if held and latin.isupper():
        return "+".join([*sorted({*held, "shift"}), latin.lower()])
    return "+".join([*held, _character_to_key(latin)])


def in_thai_layout(text: str) -> str:
    """Return the text that the same keys type under the Thai layout."""
    return text.translate(_TO_THAI)


def digit_of(key: str, character: str | None) -> int | None:
    """Which digit key was meant where no text is typed, or None for any other key.

    Arabic and Thai digits, the keypad, and the key's position under the Thai layout, where `/` and `-`
    are the keys 2 and 3. Never for a key held with Ctrl or Alt.
    """
    if "+" in key and key != "+":
        return None
    shown = character or (key if len(key) == 1 else _CHARACTER_OF.get(key, ""))
    if shown in _DIGITS:
        return _DIGITS[shown]
    return _DIGITS_BY_POSITION.get(shown)


class PositionKeys(_Base):
    """Mixin for the App, before App in its bases: retries an unclaimed key by its position."""

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        if await super()._check_bindings(key, priority=priority):
            return True
        by_position = latin_keys(key)
        capitals = [each for each in (key, *by_position) if len(each) == 1 and each.isupper()]
        for other in [*by_position, *(each.lower() for each in capitals)]:  # labels are written in capitals
            if await super()._check_bindings(other, priority=priority):
                return True
        return False
