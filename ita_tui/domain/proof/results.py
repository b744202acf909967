"""The check of a year's figures: what does not agree, and which figure is the likely culprit. Quiet when all agrees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from ita_tui.domain.oit import Catalogue
from ita_tui.domain.proof.choices import Elsewhere, best_choice, findings_of_choices
from ita_tui.domain.proof.codes import findings_of_gaps, findings_of_unknown_codes
from ita_tui.domain.proof.findings import Candidate, Finding, ResultsKind
from ita_tui.domain.proof.sums import findings_of_sums
from ita_tui.domain.results import Results
from ita_tui.domain.scores.codes import INSTRUMENTS, OVERALL, is_code, label, order
from ita_tui.domain.scores.constraints import Scores
from ita_tui.domain.scores.levels import SCALES, levels_for, read_level, scale_of
from ita_tui.domain.scores.ranking import Known
from ita_tui.domain.scores.structure import Structure, structure_for
from ita_tui.domain.scores.sums import constraints_of
from ita_tui.domain.scores.suspects import Web
from ita_tui.thai.fold import fold


def check(
    results: Results, previous: Results | None = None, *,
    structure: Structure | None = None, elsewhere: Elsewhere | None = None, catalogue: Catalogue | None = None,
) -> tuple[Finding, ...]:
    """Return what does not agree in a year's results; nothing where all agrees.

    `previous` are the results of the year before, `structure` what is known of the year (else the shipped
    knowledge), `elsewhere` further values that papers print for a code (another table, a slide, the text), and
    `catalogue` the OIT items that item names are compared with.
    """
    known = structure or structure_for(results)
    printed = elsewhere or {}
    readable = {code: score for code, score in results.scores.items() if is_code(code)}
    settled = replace(results, scores=best_choice(readable, known, printed))
    found = [*findings_of_unknown_codes(results, known)]
    found += findings_of_choices(results, known, printed, settled.scores)
    doubts = (lambda scores: _level_doubt(results, scores), lambda scores: _items_doubt(known, scores))
    web = Web(constraints_of(known, settled.scores), settled.scores)
    sums = [*findings_of_sums(results.year, web, settled.scores, Known(previous, printed, doubts))]
    found += [*sums, *findings_of_gaps(settled, known), *_level(settled, sums), *_names(results, known, catalogue)]
    return tuple(sorted(found, key=lambda finding: (order(finding.where), finding.kind)))


# --- level --------------------------------------------------------------------------------------------------


def _level_doubt(results: Results, scores: Scores) -> bool:
    """Tell whether the entered level would not follow from given figures."""
    levels = levels_for(replace(results, scores=scores)) if results.level else ()
    return bool(levels) and read_level(results.level) not in levels


def _items_doubt(structure: Structure, scores: Scores) -> bool:
    """Tell whether an indicator of OIT lies outside its items; their weights are unknown, but none is negative."""
    for indicator in ("9", "10"):
        items = [scores[code] for code in structure.items.get(indicator, ()) if code in scores]
        if items and indicator in scores and not min(items) <= scores[indicator] <= max(items):
            return True
    return False


def _level(results: Results, sums: Iterable[Finding]) -> Iterator[Finding]:
    """Yield that the level does not follow, unless a figure that is in doubt may be the reason."""
    if not results.level.strip():
        return
    entered, scale = read_level(results.level), scale_of(results.year)
    if entered not in scale.levels:
        yield _other_scale(results, entered)
        return
    doubted = [each for finding in sums for each in finding.candidates if each.where in (OVERALL, *INSTRUMENTS)]
    tried = [results.scores, *({**results.scores, each.where: Decimal(each.value)} for each in doubted)]
    levels = {level for scores in tried for level in levels_for(replace(results, scores=scores))}
    if levels and entered not in levels:
        proposed = levels_for(results)
        message = f"ระดับ “{results.level}” ไม่เป็นไปตามคะแนน ซึ่งอยู่ในระดับ {' หรือ '.join(proposed)}"
        why = "ตามเกณฑ์ของปีนั้น"
        candidates = tuple(Candidate("level", level, None, None, why) for level in proposed)
        yield Finding(ResultsKind.LEVEL, "level", results.year, message, candidates)


def _other_scale(results: Results, entered: str) -> Finding:
    levels = levels_for(results)
    candidates = tuple(Candidate("level", level, None, None, "ตามเกณฑ์ของปีนั้น") for level in levels)
    proposed = f" ตามคะแนนอยู่ในระดับ {' หรือ '.join(levels)}" if levels else ""
    if any(entered in scale.levels for scale in SCALES):
        message = f"ระดับ “{results.level}” เป็นของเกณฑ์ช่วงอื่น ไม่ใช่ของปี {results.year}{proposed}"
        return Finding(ResultsKind.LEVEL_SCALE, "level", results.year, message, candidates)
    message = f"ไม่มีระดับ “{results.level}” ในเกณฑ์ของปี {results.year}{proposed}"
    return Finding(ResultsKind.LEVEL, "level", results.year, message, candidates)


# --- names --------------------------------------------------------------------------------------------------


def _names(results: Results, structure: Structure, catalogue: Catalogue | None) -> Iterator[Finding]:
    """Yield names that differ from those accepted; a catalogue that is itself uncertain proves nothing."""
    accepted = {**structure.names}
    if catalogue is not None and catalogue.year == results.year and not catalogue.note:
        accepted |= {item.code: (item.name,) for item in catalogue.items}
    owner = {fold(name): code for code, names in accepted.items() for name in names}
    for code, name in results.names.items():
        printed = _without_number(code, name)
        if not printed or code not in accepted or printed in map(fold, accepted[code]):
            continue
        right = accepted[code][0]
        message = f"ชื่อ{label(code)} “{name}” ไม่ตรงกับบัญชี คือ “{right}”"
        if printed in owner:
            message += f" ชื่อที่พิมพ์เป็นของ{label(owner[printed])}"
        candidate = Candidate(code, right, None, None, "ตามบัญชี")
        yield Finding(ResultsKind.NAME, code, results.year, message, (candidate,))


def _without_number(code: str, name: str) -> str:
    """Return a folded name without its own number before it: ตัวชี้วัดที่ 6 คุณภาพ… → คุณภาพ…."""
    return re.sub(rf"^(?:ตัวชี้วัด(?:ที่)?|ข้อ(?:ที่)?)?{re.escape(code)}(?!\d)[.):]*", "", fold(name))
