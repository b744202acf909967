"""The tables of the report: indicators, instruments, and what was judged of them, with cells that reach over rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from ita_tui.documents.analysis.case import Case
from ita_tui.documents.analysis.style import Section, Show
from ita_tui.documents.blocks import Cell, Column, Row, Table
from ita_tui.domain.analysis.texts import Reviewed, RuleSet
from ita_tui.domain.scores.codes import INSTRUMENTS, OF_INSTRUMENT
from ita_tui.thai.digits import thai_digits

_LONG: Final = 400
"""Code points of a row from which on it may go on over a page end."""


def indicators_table(case: Case, section: Section) -> Table:
    """Return the ten indicators; what is told of an instrument reaches over its indicators."""
    rows = []
    for instrument in INSTRUMENTS:
        indicators = OF_INSTRUMENT[instrument]
        for at, code in enumerate(indicators):
            spans = tuple(_reach(column.show, at, len(indicators)) for column in section.columns)
            cells = tuple(
                _INDICATOR[column.show](case, code) if span else ""
                for column, span in zip(section.columns, spans, strict=True)
            )
            rows.append(Row(cells, spans=spans))
    return _table(case, section, [*rows, *(_footer(case, section, code) for code in section.footer)])


def _reach(show: Show, at: int, count: int) -> int:
    if show not in (Show.INSTRUMENT, Show.INSTRUMENT_SCORE):
        return 1
    return 0 if at else count


def _footer(case: Case, section: Section, code: str) -> Row:
    """Return a row below the indicators: the overall score or the level."""
    level = {Show.SCORE: case.facts.results.level, Show.PREVIOUS: case.previous.results.level if case.previous else ""}
    cells = []
    for column in section.columns:
        if column.show in (Show.NAME, Show.NUMBER_NAME):
            cells.append(case.words.say("level_row") if code == "level" else case.code_name(code))
        elif column.show in _FIGURES:
            told = level.get(column.show, "") if code == "level" else _FIGURES[column.show](case, code)
            cells.append(told)
        else:
            cells.append("")
    return Row(tuple(cells))


def instruments_table(case: Case, section: Section) -> Table:
    """Return the instruments that the section names."""
    told = {Show.INSTRUMENT: Case.code_name, Show.INSTRUMENT_NAME: _instrument_name, **_FIGURES}
    rows = (Row(tuple(told[column.show](case, code) for column in section.columns)) for code in section.rows)
    return _table(case, section, rows)


def judged_table(case: Case, section: Section, rules: RuleSet) -> Table | None:
    """Return a row for each indicator that was judged so; None where there is none."""
    wanted = [each.proposal.about for each in case.judged(rules, section.judgements) if not each.proposal.slot]
    rows = []
    for code in wanted:
        about = [each for each in case.judged(rules) if each.proposal.about == code]
        cells = tuple(_judged_cell(case, column.show, code, about) for column in section.columns)
        rows.append(Row(cells, may_split=_length(cells) > _LONG))
    return _table(case, section, rows) if rows else None


def by_instrument_table(case: Case, section: Section, rules: RuleSet) -> Table:
    """Return all indicators under their instruments; what was judged of an instrument's reaches over all of them."""
    rows = []
    for instrument in INSTRUMENTS:
        indicators = OF_INSTRUMENT[instrument]
        rows.append(Row((_instrument_name(case, instrument),), is_group=True))
        about = [each for each in case.judged(rules, section.judgements) if each.proposal.about in indicators]
        made = [
            tuple(
                _judged_cell(case, column.show, code, about, named=True) if column.show not in _TOLD or not at else ""
                for column in section.columns
            )
            for at, code in enumerate(indicators)
        ]
        long = any(_length(cells) > _LONG for cells in made)  # what reaches over rows lengthens the last of them
        for at, cells in enumerate(made):
            reach = 0 if at else len(indicators)
            spans = tuple(reach if column.show in _TOLD else 1 for column in section.columns)
            rows.append(Row(cells, spans=spans, may_split=long))
    return _table(case, section, rows)


def _judged_cell(case: Case, show: Show, code: str, about: Sequence[Reviewed], *, named: bool = False) -> Cell:
    """Return a cell of an indicator, of what was judged about it, or of what is advised."""
    if show not in _TOLD:
        return _INDICATOR[show](case, code)
    chosen = [each for each in about if each.proposal.is_advice is (show is Show.ADVICE)]
    said = [(each.proposal.about, case.prose.said(each)) for each in chosen]
    texts = [_named(case, *each) if named else each[1] for each in said]
    return tuple(line for text in dict.fromkeys(texts) for line in text.split("\n")) or case.words.say("none")


def _named(case: Case, code: str, text: str) -> str:
    name = case.full_name(code)
    return text if text.startswith(name) else f"{name} {text}"


def _detail(case: Case, code: str) -> Cell:
    score, listed = case.words.say("points", score=case.score(code)), case.listing(case.questions(code))
    return (case.name(code), score, *([listed] if listed else []))


def _instrument_name(case: Case, code: str) -> str:
    return case.words.say("instrument_shown", name=case.words.say(f"instrument_{code}"), code=case.code_name(code))


_TOLD: Final = (Show.ANALYSIS, Show.ADVICE)
_FIGURES: Final[Mapping[Show, Callable[[Case, str], str]]] = {
    Show.SCORE: Case.score, Show.PREVIOUS: Case.score_before, Show.CHANGE: Case.change,
}  # fmt: skip
_INDICATOR: Final[Mapping[Show, Callable[[Case, str], Cell]]] = {
    **_FIGURES,
    Show.INSTRUMENT: lambda case, code: case.code_name(case.instrument_of(code)),
    Show.INSTRUMENT_NAME: lambda case, code: _instrument_name(case, case.instrument_of(code)),
    Show.INSTRUMENT_SCORE: lambda case, code: case.score(case.instrument_of(code)),
    Show.NUMBER: lambda case, code: thai_digits(code),
    Show.NAME: Case.name,
    Show.NUMBER_NAME: lambda case, code: f"{thai_digits(code)}. {case.name(code)}",
    Show.DETAIL: _detail,
}  # fmt: skip


def _table(case: Case, section: Section, rows: Iterator[Row] | Sequence[Row]) -> Table:
    head = tuple(case.words.said(column.head, **case.prose.always) for column in section.columns)
    return Table(tuple(Column(each.width, each.align) for each in section.columns), head, tuple(rows))


def _length(cells: tuple[Cell, ...]) -> int:
    return max(len(cell) if isinstance(cell, str) else sum(map(len, cell)) for cell in cells)
