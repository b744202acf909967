"""Pasted text without the escape sequences that came along from a terminal or a web page.

Textual's parser ends a bracketed paste at the first ESC inside it and puts the words in another order, so they are
taken out before it reads them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[^\[\]])?")
_LONGEST = 256
"""Code points of a sequence that is waited for when a read ends within it."""


class PasteFilter:
    """Reads what a terminal sends, piece by piece; keeps its place between reads."""

    def __init__(self, keys: Callable[[str], str] = str) -> None:
        """`keys` is given what comes outside of pastes."""
        self._keys = keys
        self._pasting = False
        self._held = ""

    def read(self, sent: str) -> str:
        """Return what was sent, pastes without escape sequences; empty while it waits for the rest of one."""
        text, self._held = self._held + sent, ""
        out: list[str] = []
        while text:
            marker = _END if self._pasting else _BEGIN
            before, found, text = text.partition(marker)
            if not found and not self._pasting:
                before, self._held = _without_begun_marker(before)
            out.append(self._cleaned(before, whole=bool(found)) if self._pasting else self._keys(before))
            if found:
                out.append(found)
                self._pasting = not self._pasting
        return "".join(out)

    def _cleaned(self, words: str, *, whole: bool) -> str:
        """Take sequences out; one that the read cut off waits for the next read."""
        cut = words.rfind("\x1b")
        if not whole and cut >= 0 and len(words) - cut < _LONGEST and not _complete(words[cut:]):
            words, self._held = words[:cut], words[cut:]
        return _SEQUENCE.sub("", words)


def _without_begun_marker(text: str) -> tuple[str, str]:
    """Return the text, and the beginning of a paste marker that the read cut off; ESC alone is a key."""
    for length in range(len(_BEGIN) - 1, 1, -1):
        if text.endswith(_BEGIN[:length]):
            return text[:-length], text[-length:]
    return text, ""


def _complete(sequence: str) -> bool:
    match = _SEQUENCE.match(sequence)
    return match is not None and len(match[0]) > 1 and match.end() < len(sequence)
