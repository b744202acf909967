"""What the results screens tell: lines of the list, and one figure in words with what the check says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from textual.content import Content

from ita_tui.domain.analysis.rules import Change, Direction, change_of
from ita_tui.domain.proof.findings import Candidate, Finding
from ita_tui.domain.scores.arithmetic import TOLERANCE
from ita_tui.domain.scores.codes import EIT_PARTS, INDICATORS, OVERALL, STATISTICS, label
from ita_tui.domain.scores.parts import FRONT
from ita_tui.domain.years import BEYear
from ita_tui.secretary.results.book import ResultsBook, name_and_label
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.thai.text import clean
from ita_tui.ui.widgets.line_list import Draw, ListLine
from ita_tui.ui.widgets.results.lines import (
    DOUBT,
    MAYBE,
    Figure,
    change_words,
    figure_parts,
    head_parts,
    heading_parts,
)

LEVEL = "level"
_CANDIDATES = 3
"""Candidates of one finding that are told below the list."""


def head_of(years: Sequence[BEYear]) -> Draw:
    """Return the head of the list: years, the one looked at first."""
    return partial(head_parts, tuple(f"ปี {year}" for year in years))


def lines_of(
    book: ResultsBook, years: Sequence[BEYear], opened: str, findings: Sequence[Finding]
) -> list[ListLine]:
    """Return the lines of a year: the first list, or an opened figure with what stands below it."""
    codes = [opened, *book.below(years[0], opened)] if opened else list(_front(book, years))
    return list(_with_headings(book, years, opened, codes, marks_of(findings)))


def _front(book: ResultsBook, years: Sequence[BEYear]) -> Iterator[str]:
    there = {code for year in years for code in book.results(year).scores}
    now = book.results(years[0]).scores
    yield from (OVERALL, LEVEL)
    yield from (code for code in FRONT[1:] if code in there or code not in EIT_PARTS)
    yield from (code for code in STATISTICS if code in there)
    yield from (code for code in now if code not in (*FRONT, *STATISTICS) and not book.owner(years[0], code))


def _with_headings(
    book: ResultsBook, years: Sequence[BEYear], opened: str, codes: Sequence[str], marks: dict[str, str]
) -> Iterator[ListLine]:
    before = ""
    for code in codes:
        group = _group(code, opened)
        if group != before and group:
            yield ListLine(f"/{group}", partial(heading_parts, group), stop=False)
        before = group
        yield ListLine(code, partial(figure_parts, _figure(book, years, opened, code, marks.get(code, ""))))


def _group(code: str, opened: str) -> str:
    """Return the heading a code stands under; empty for what stands on top."""
    if code in (opened, OVERALL, LEVEL):
        return ""
    if code in INDICATORS:
        return "ตัวชี้วัด"
    if code in STATISTICS:
        return "ค่าสถิติของตัวชี้วัด"
    if code in FRONT:
        return "เครื่องมือการประเมิน"
    return "ตัวชี้วัดย่อย" if code[0].isdigit() else "รายข้อ"


def _figure(book: ResultsBook, years: Sequence[BEYear], opened: str, code: str, mark: str) -> Figure:
    year = years[0]
    if code == LEVEL:
        levels = tuple(clean(book.results(each).level, multiline=False) for each in years)
        return Figure(code, label(LEVEL), levels, Change(Direction.UNKNOWN, TOLERANCE * 0), mark=mark)
    results = book.results(year)
    return Figure(
        code, _short(book, year, code), tuple(book.results(each).printed(code) for each in years),
        change_of(code, results, book.before(year)),
        results.scores.get(code) if code not in STATISTICS else None, mark,
        more=code != opened and bool(book.below(year, code)),
        indent=1 if code in EIT_PARTS or (opened and code != opened) else 0, strong=code in (OVERALL, opened),
    )


def _short(book: ResultsBook, year: BEYear, code: str) -> str:
    """Return what a figure is called on its line: its number or letters, then its name."""
    if code in EIT_PARTS:
        return label(code).removeprefix("คะแนน ")
    name = book.name(year, code)
    return f"{code} {name}" if name else label(code)


def marks_of(findings: Iterable[Finding]) -> dict[str, str]:
    """Return the sign beside each figure that a finding points at, or that may be the culprit."""
    maybe = {each.where: MAYBE for finding in findings for each in finding.candidates}
    return {**maybe, **{finding.where: DOUBT for finding in findings}}


# --- one figure in words ------------------------------------------------------------------------------------


def words_of(book: ResultsBook, year: BEYear, code: str, findings: Sequence[Finding]) -> Content:
    """Return a figure in words, then what the check says of it."""
    about = [each for each in findings if code == each.where or code in {one.where for one in each.candidates}]
    told = [Content.styled(line, "bold $error") if at == 0 else Content(line)
            for each in about for at, line in enumerate(finding_lines(each, _CANDIDATES))]
    return Content("\n").join([*_figure_words(book, year, code), *told])


def _figure_words(book: ResultsBook, year: BEYear, code: str) -> Iterator[Content]:
    results, before = book.results(year), book.before(year)
    title = label(code) if code == LEVEL else name_and_label(code, clean(book.name(year, code), multiline=False))
    value = results.level if code == LEVEL else results.printed(code)
    yield Content.assemble(
        (thai_digits_in_text(title), "bold"), "  ",
        (thai_digits_in_text(clean(value, multiline=False)) or "ไม่มีข้อมูล", "bold $primary"),
    )
    told = []
    if code == OVERALL and before is None:
        told.append(thai_digits(f"ไม่มีผลปี {year - 1} ให้เทียบ"))
    if code != LEVEL and before is not None and before.printed(code):
        told.append(thai_digits(f"ปี {before.year} {before.printed(code)}"))
        told.append(change_words(change_of(code, results, before)))
    told.append(computed_words(book, year, code))
    if any(told):
        yield Content.styled("  ".join(each for each in told if each), "$text-muted")


def computed_words(book: ResultsBook, year: BEYear, code: str) -> str:
    """Return what a figure should be by the others, and whether it is; empty where that cannot be told."""
    if code == LEVEL:
        allowed = book.proposed_levels(year)
        return f"ตามเกณฑ์ {' หรือ '.join(allowed)}" if allowed else ""
    computed, entered = book.computed(year).get(code), book.results(year).scores.get(code)
    if computed is None:
        return ""
    agrees = entered is None or abs(computed - entered) <= TOLERANCE
    return thai_digits(f"คำนวณได้ {computed:.2f}{'' if agrees else ' ไม่ตรงกัน'}")


def finding_lines(finding: Finding, most: int) -> list[str]:
    """Return a finding in Thai: what is wrong, then the likeliest right values."""
    lines = [f"{DOUBT} {finding.message}", *(_candidate(each) for each in finding.candidates[:most])]
    if len(finding.candidates) > most:
        lines.append(f"  และอีก {len(finding.candidates) - most} ค่า")
    return [thai_digits_in_text(clean(line, multiline=False)) for line in lines]


def _candidate(candidate: Candidate) -> str:
    between = f" (ระหว่าง {candidate.low} ถึง {candidate.high})" if candidate.low != candidate.high else ""
    return f"  → {label(candidate.where)} อาจเป็น {candidate.value}{between} {candidate.why}".rstrip()
