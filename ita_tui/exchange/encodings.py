"""Text out of bytes, in the encodings that Thai offices save: UTF-8, UTF-16 and Windows-874 (TIS-620)."""

from __future__ import annotations

import codecs
import re
from typing import Final

from ita_tui.exchange.refusals import Unreadable

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_THAI = re.compile("[ก-๛]")
_HINT: Final = "บันทึกเป็น CSV UTF-8 แล้วนำเข้าใหม่"


def text_of(content: bytes) -> str:
    """Return the text, without its mark; raises Unreadable, with the line, for what is no text in these encodings."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _unmarked(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text(content[: error.start]) from error
    if "\0" in text:
        raise _no_text(text[: text.index("\0")].encode())
    return text


def _unmarked(content: bytes) -> str:
    """Guess the encoding of bytes without a mark; text of one of these three is seldom valid in another."""
    start = content[:4096]
    low, high = start[0::2].count(0), start[1::2].count(0)
    if low or high:
        return "utf-16-le" if high > low else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        # Thai that reads well up to here is a damaged UTF-8 file: as Windows-874 it would be taken for other words.
        return "utf-8" if _THAI.search(content[: error.start].decode("utf-8")) else "cp874"
    return "utf-8"


def _no_text(before: bytes) -> Unreadable:
    return Unreadable("อ่านตัวอักษรไม่ได้ ไม่ใช่แฟ้มข้อความ UTF-8, UTF-16 หรือ Windows-874", _HINT, row=before.count(b"\n") + 1)
