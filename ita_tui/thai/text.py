"""The one gate through which text enters: cleaned of what no paper may hold, Thai in one spelling order.

Every key, paste, import and file passes here once; inside, text is trusted to be clean.
"""

import re
import unicodedata

from ita_tui.errors import BadText

NAME_LIMIT = 1000
"""Longest name accepted, in code points; no real name of a body or a person comes near."""

_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, cursor moves
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"
)
_NEWLINE = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 (newline stays, tab is gone by now), DEL, C1
    "\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f"  # bidi marks, embeddings, overrides, isolates
    "\u00ad\u034f\u180e\u200b\u200c\u2060-\u2064"  # soft hyphen, ZERO WIDTH SPACE and its kin
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"  # BOM, annotation anchors, non-characters, lone surrogates
    "\U000e0000-\U000e007f]"  # invisible tags
)
_SYMBOL = "\u00a9\u00ae\u2010-\u2bff\u3000-\u303f\U0001f000-\U0001faff"
_STRAY_SELECTOR = re.compile(f"(?<![{_SYMBOL}0-9#*])[\ufe00-\ufe0f]")
_STRAY_JOINER = re.compile(f"(?<![{_SYMBOL}\ufe0f])\u200d|\u200d(?![{_SYMBOL}])")
"""A joiner or selector has a meaning among pictures only; elsewhere it makes two texts that look alike."""

_TONES_AND_SILENCER = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_SHIFTED = (
    f"\u0e10\u0e34\u0e35\u0e36\u0e37{_TONES_AND_SILENCER}{_TONES_AND_SILENCER}"
    f"\u0e0d\u0e31\u0e4d\u0e47{_TONES_AND_SILENCER}\u0e38\u0e39\u0e3a"
)
"""What U+F700 to U+F71A show: letters shifted to make room, as old fonts and the text of PDF files hold them."""
_PLAIN = {
    **dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\u2010\u2011", "-"),  # Word's hyphens; the fonts of papers lack them
    **dict(zip(map(chr, range(0xF700, 0xF71B)), _SHIFTED, strict=True)),
}
_TO_PLAIN = str.maketrans(_PLAIN)

_TONE = "\u0e48-\u0e4b"
_DOUBLE_E = re.compile("\u0e40\u0e40")
_AM_IN_PARTS = re.compile(f"\u0e4d([{_TONE}]?)\u0e32|([{_TONE}])\u0e4d\u0e32")
_AM_BEFORE_TONE = re.compile(f"(?<!\u0e33)\u0e33+[{_TONE}][\u0e33{_TONE}]*")
_MARK_RUN = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}")
_MARK_RANK = {
    **dict.fromkeys("\u0e38\u0e39\u0e3a", 0),  # below
    **dict.fromkeys("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d", 1),  # above
}
_TONE_RANK = 2


def clean(text: str, *, multiline: bool = True) -> str:
    """The text as it may be kept: NFC, Thai marks in one order, nothing unseen, nothing that acts on a terminal.

    Tabs and every other kind of space become one space each, every kind of line end a newline (a space when
    not `multiline`), shifted glyphs of old fonts the letters they show. Escape sequences go whole; control,
    bidi, zero-width and surrogate code points go. `นํ้า` becomes `น้ำ`, `เเ` becomes `แ`, vowel marks stand
    before tone marks. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    bare = _UNWANTED.sub("", _NEWLINE.sub("\n", _ESCAPE.sub("", text)).translate(_TO_PLAIN))
    if not bare.isascii():
        bare = _STRAY_JOINER.sub("", _STRAY_SELECTOR.sub("", bare))
    if not multiline:
        bare = bare.replace("\n", " ")
    return _spell(unicodedata.normalize("NFC", bare))


def _spell(text: str) -> str:
    """Thai in the one spelling order; repeated, because one mending can bring the next pair together."""
    if text.isascii():
        return text
    while True:
        mended = _AM_BEFORE_TONE.sub(_tones_first, _AM_IN_PARTS.sub(_join_am, _DOUBLE_E.sub("\u0e41", text)))
        mended = _MARK_RUN.sub(_order_marks, mended)
        if mended == text:
            return text
        text = mended


def _join_am(match: re.Match[str]) -> str:
    return f"{match[1] or match[2] or ''}\u0e33"


def _tones_first(match: re.Match[str]) -> str:
    tones = match.group().replace("\u0e33", "")
    return tones + "\u0e33" * (len(match.group()) - len(tones))


def _order_marks(match: re.Match[str]) -> str:
    return "".join(sorted(match.group(), key=lambda mark: _MARK_RANK.get(mark, _TONE_RANK)))


def require(text: str, what: str, *, limit: int = NAME_LIMIT) -> str:
    """A name or title on one line: cleaned, stripped, inner runs of spaces made one.

    `what` is the Thai word for it in the message.
    Raises BadText when nothing is left or more than `limit` code points are.
    """
    name = " ".join(clean(text, multiline=False).split())
    if not name:
        raise BadText(f"ยังไม่ได้กรอก{what}", f"พิมพ์{what}อย่างน้อย ๑ ตัวอักษร")
    if len(name) > limit:
        raise BadText(f"{what}ยาวเกินไป ({len(name):,} ตัวอักษร)", f"ย่อให้ไม่เกิน {limit:,} ตัวอักษร")
    return name
