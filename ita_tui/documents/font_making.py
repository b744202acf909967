"""Makes the font of our papers: Sarabun (OFL), rescaled so that its 16 pt looks as TH Sarabun New's 16 pt.

Run `python -m ita_tui.documents.font_making SOURCE_FOLDER` (the TTF files of the PyPI package fontpkg-sarabun)
to make `templates/fonts` anew. What is changed is told in `templates/fonts/README.md`.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from copy import deepcopy
from pathlib import Path
from typing import Any

from fontTools.otlLib import builder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

from ita_tui.documents.fonts import FAMILY, STYLES, TEXT_LIST, font_folder, outline_key

_UNITS_PER_EM = 1524
"""Sarabun sets a sample 1.524 times as wide as TH Sarabun New at the same size; its own em is 1000."""
_ASCENT, _DESCENT, _LINE_GAP = 0.844, 0.457, 0.03
"""Line metrics of TH Sarabun New, in em."""
_SARA_AM_AFTER_TONE = "uni0E33.afterTone"
_TONES_ON_NIKHAHIT = tuple(f"uni0E4D0E4{last}" for last in "89AB")
_VOWELS_ABOVE = tuple(f"uni0E{code}" for code in ("31", "34", "35", "36", "37", "47", "4D"))


def make(source: Path, target: Path) -> None:
    """Write our four fonts and the list of what their glyphs say from Sarabun's own files."""
    texts: dict[str, str] = {}
    known: set[str] | None = None
    for style in STYLES:
        font = TTFont(source / f"Sarabun-{style}.ttf", recalcTimestamp=False)
        _rescale(font)
        _rename(font)
        _compose_sara_am(font)
        _level_tones(font)
        font.save(target / f"ITASarabun-{style}.ttf")
        texts.update(_texts_of(font))
        shown = {chr(code) for code in font.getBestCmap() if code >= 0x20 and not 0xE000 <= code <= 0xF8FF}
        known = shown if known is None else known & shown
    listed = {"characters": "".join(sorted(known or ())), "glyphs": dict(sorted(texts.items()))}
    (target / TEXT_LIST).write_text(json.dumps(listed, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _rescale(font: TTFont) -> None:
    ascent, descent, gap = (round(part * _UNITS_PER_EM) for part in (_ASCENT, _DESCENT, _LINE_GAP))
    font["head"].unitsPerEm = _UNITS_PER_EM
    os2, hhea = font["OS/2"], font["hhea"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, gap
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, gap
    os2.usWinAscent, os2.usWinDescent = max(os2.usWinAscent, ascent), max(os2.usWinDescent, descent)


def _rename(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 16):
            record.string = record.toUnicode().replace("Sarabun", FAMILY)
        elif record.nameID == 6:
            record.string = record.toUnicode().replace("Sarabun", FAMILY.replace(" ", ""))


def _compose_sara_am(font: TTFont) -> None:
    """Give ำ glyphs of its own again, so that the text of a PDF says ำ and never ํ and า.

    Shaping takes ำ apart into ํ and า (and moves a tone mark between them). Two rules at the end of `ccmp`
    undo that in glyphs: ํ + า becomes the whole ำ, and า after a tone mark that sits on ํ becomes a twin of า.
    """

    _add_twin(font, "uni0E32", _SARA_AM_AFTER_TONE)
    table = font["GSUB"].table
    first = len(table.LookupList.Lookup)
    whole = builder.buildLigatureSubstSubtable({("uni0E4D", "uni0E32"): "uni0E33"})
    twin = builder.buildSingleSubstSubtable({"uni0E32": _SARA_AM_AFTER_TONE})
    context = _after_tone(font, lookup_index=first + 2)
    lookups = [builder.buildLookup([whole]), builder.buildLookup([context]), builder.buildLookup([twin])]
    table.LookupList.Lookup.extend(lookups)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    composing = [record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "ccmp"]
    thai = max(composing, key=lambda feature: len(feature.LookupListIndex))
    thai.LookupListIndex.extend([first, first + 1])
    thai.LookupCount = len(thai.LookupListIndex)


def _level_tones(font: TTFont) -> None:
    """Put every tone mark over a vowel mark at its drawn height (at most 0.05 em away from its anchor).

    A mark moved up or down is drawn apart from its cluster, and readers of a PDF then take it for a word.
    """
    for lookup in font["GPOS"].table.LookupList.Lookup:
        if lookup.LookupType != 6:  # mark to mark
            continue
        for subtable in lookup.SubTable:
            tones = dict(zip(subtable.Mark1Coverage.glyphs, subtable.Mark1Array.MarkRecord, strict=True))
            small = {glyph: mark for glyph, mark in tones.items() if glyph.endswith(".small")}
            if "uni0E48.small" not in small:
                continue
            height, group = small["uni0E48.small"].MarkAnchor.YCoordinate, small["uni0E48.small"].Class
            for mark in small.values():
                mark.MarkAnchor.YCoordinate = height
            below = zip(subtable.Mark2Coverage.glyphs, subtable.Mark2Array.Mark2Record, strict=True)
            for glyph, anchors in below:
                if glyph.split(".")[0] in _VOWELS_ABOVE and anchors.Mark2Anchor[group]:
                    anchors.Mark2Anchor[group].YCoordinate = height


def _add_twin(font: TTFont, glyph: str, twin: str) -> None:

    font.setGlyphOrder([*font.getGlyphOrder(), twin])
    font["glyf"].glyphs[twin] = deepcopy(font["glyf"][glyph])
    # One unit wider: the twin must be told from its original in a subset, where names are gone.
    width, bearing = font["hmtx"][glyph]
    font["hmtx"].metrics[twin] = (width + 1, bearing)
    if "GDEF" in font and font["GDEF"].table.GlyphClassDef:
        font["GDEF"].table.GlyphClassDef.classDefs[twin] = 1


def _after_tone(font: TTFont, *, lookup_index: int) -> Any:

    tones = [f"{glyph}{width}" for glyph in _TONES_ON_NIKHAHIT for width in ("", ".narrow")]
    glyph_map = font.getReverseGlyphMap()
    context = otTables.ChainContextSubst()
    context.Format = 3
    context.BacktrackGlyphCount, context.InputGlyphCount, context.LookAheadGlyphCount = 1, 1, 0
    context.BacktrackCoverage = [builder.buildCoverage(tones, glyph_map)]
    context.InputCoverage = [builder.buildCoverage(["uni0E32"], glyph_map)]
    context.LookAheadCoverage = []
    record = otTables.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, lookup_index
    context.SubstCount, context.SubstLookupRecord = 1, [record]
    return context


_NAME = re.compile(r"uni((?:[0-9A-F]{4})+)")


def _texts_of(font: TTFont) -> dict[str, str]:
    reverse: dict[str, str] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        if not 0xE000 <= code <= 0xF8FF:  # private-use doubles of Thai marks say nothing to a reader
            reverse.setdefault(glyph, chr(code))
    base_of = _alternates(font)
    found: dict[str, list[tuple[bool, str]]] = {}
    for glyph in font.getGlyphOrder():
        text = _text_of(glyph, reverse, base_of)
        key = outline_key(font, glyph)
        if text and key:
            found.setdefault(key, []).append((glyph not in reverse, text))
    # Where several glyphs look the same (- and its typographic twin), the lowest encoded character is meant.
    return {key: min(texts)[1] for key, texts in found.items()}


def _text_of(glyph: str, reverse: dict[str, str], base_of: dict[str, str]) -> str:
    if glyph == _SARA_AM_AFTER_TONE:
        return "ำ"
    if glyph.split(".", maxsplit=1)[0] in _TONES_ON_NIKHAHIT:
        return chr(int(glyph[7:11], 16))  # the ํ under the tone is told by the ำ that follows
    if glyph in reverse:
        character = reverse[glyph]
        return unicodedata.normalize("NFKC", character) if "\ufb00" <= character <= "\ufb06" else character
    if glyph in base_of:
        return _text_of(base_of[glyph], reverse, {})
    if match := _NAME.match(glyph):
        codes = match[1]
        return "".join(chr(int(codes[at : at + 4], 16)) for at in range(0, len(codes), 4))
    return "".join(reverse.get(part, "") for part in glyph.split(".", maxsplit=1)[0].split("_"))


def _alternates(font: TTFont) -> dict[str, str]:
    """Return alternate glyph → the glyph it stands for, from all single substitutions."""
    base_of: dict[str, str] = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            if lookup.LookupType == 1:
                for base, alternate in subtable.mapping.items():
                    base_of.setdefault(alternate, base)
    return base_of


if __name__ == "__main__":
    make(Path(sys.argv[1]), font_folder())
