"""Keys that a terminal sends in a form that Textual reads as something else, put into a form that it knows."""

from __future__ import annotations

import re

_BACKSPACE, _CTRL_BACKSPACE = "\x7f", "\x08"
_CTRL_BACKSPACE_TOLD = "\x1b[127;5u"
# F3 with Shift, Alt, Ctrl, Meta as xterm and VTE send it; Textual takes it for a report of the cursor's place.
_F3_HELD = re.compile(r"\x1b\[1;([2-9]|1[0-6])R")
# . / * - + = , of the keypad by kitty's protocol, held with no more than Caps or Num Lock: no letters to Textual.
_KEYPAD = re.compile(r"\x1b\[(574(?:09|1[0-356]))(?:;(?:1|65|129|193)?(?:;[\d:]*)?)?u")
_ON_KEYPAD = dict(zip(("57409", "57410", "57411", "57412", "57413", "57415", "57416"), "./*-+=,", strict=True))


class KeyBytes:
    """What it learns of a terminal it keeps, so each terminal has one of its own."""

    def __init__(self) -> None:
        self._sends_del = False

    def mended(self, text: str) -> str:
        """Return what came from the terminal, outside of pastes, with those keys mended.

        A terminal that sends DEL for Backspace sends BS for Ctrl+Backspace. There are others that send BS for
        Backspace: until DEL was seen, BS is left as it is.
        """
        self._sends_del = self._sends_del or _BACKSPACE in text
        if self._sends_del:
            text = text.replace(_CTRL_BACKSPACE, _CTRL_BACKSPACE_TOLD)
        text = _KEYPAD.sub(lambda key: _ON_KEYPAD[key[1]], text)
        return _F3_HELD.sub("\x1b[13;\\1~", text)
