"""The charts of the report: overall and instruments over the years, the ten indicators, the lowest of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ita_tui.documents.analysis.case import Case
from ita_tui.documents.analysis.figures import Figures
from ita_tui.documents.analysis.style import ChartKind
from ita_tui.documents.blocks import Chart
from ita_tui.documents.charts.drawings import Series, lying_bars, panels
from ita_tui.domain.analysis.texts import Judgement, RuleSet
from ita_tui.domain.scores.codes import INDICATORS, INSTRUMENTS, OVERALL
from ita_tui.thai.digits import thai_digits

_MOST_YEARS: Final = 10


def chart(case: Case, kind: ChartKind, number: str) -> Chart | None:
    """Return a chart under its number; None where there is nothing to draw."""
    return {ChartKind.YEARS: _years, ChartKind.INDICATORS: _indicators, ChartKind.LOWEST: _lowest}[kind](case, number)


def _years(case: Case, number: str) -> Chart | None:
    """Draw overall score and instruments over the years; of one year alone, beside each other."""
    codes = (OVERALL, *INSTRUMENTS)
    shown = [each for each in (*case.earlier, case.figures) if any(each.value(code) is not None for code in codes)]
    shown = shown[-_MOST_YEARS:]
    if not shown:
        return None
    title = _title(case, number, "chart_years", shown)
    if len(shown) == 1:
        names = [case.code_name(code) for code in codes]
        return lying_bars(title, case.words.say("chart_instruments_head"), names, [_series(case, shown[0], codes)])
    series = [
        Series(case.code_name(code), tuple(y.printed(code) for y in shown), tuple(y.height(code) for y in shown))
        for code in codes
    ]
    return panels(title, case.words.say("chart_years_head"), [thai_digits(str(each.year)) for each in shown], series)


def _indicators(case: Case, number: str) -> Chart:
    """Draw the ten indicators, with those of the year before below them where they are known."""
    names = [f"{thai_digits(code)}. {case.name(code)}" for code in INDICATORS]
    shown = [case.figures, *([case.previous] if case.previous else [])]
    series = [_series(case, each, INDICATORS) for each in shown]
    title = _title(case, number, "chart_indicators", shown[::-1])
    return lying_bars(title, case.words.say("chart_indicators_head"), names, series)


def _lowest(case: Case, number: str) -> Chart | None:
    """Draw the indicators of the three lowest ranks."""
    ranked = [
        (each.now or each.proposal) for each in case.judged(RuleSet.LOWEST_THREE, (Judgement.URGENT, Judgement.DEVELOP))
        if not each.proposal.is_advice
    ]
    if not ranked:
        return None
    names = [
        case.words.say("chart_lowest_name", rank=thai_digits(each.params["rank"]), name=case.name(each.about))
        for each in ranked
    ]
    series = _series(case, case.figures, [each.about for each in ranked])
    title = _title(case, number, "chart_lowest", [case.figures])
    return lying_bars(title, case.words.say("chart_lowest_head"), names, [series])


def _series(case: Case, figures: Figures, codes: Sequence[str]) -> Series:
    name = case.words.say("year_name", year=thai_digits(str(figures.year)))
    return Series(name, tuple(map(figures.printed, codes)), tuple(map(figures.height, codes)))


def _title(case: Case, number: str, key: str, shown: Sequence[Figures]) -> str:
    first, last = (thai_digits(str(each.year)) for each in (shown[0], shown[-1]))
    years = first if first == last else case.words.say("years_through", first=first, last=last)
    return case.words.say("chart_title", number=number, text=case.words.say(key, years=years))
