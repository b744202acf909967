"""The report on a year's results as blocks, in the house style that the office picked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Final

from ita_tui.documents import blocks as b
from ita_tui.documents.analysis.case import Case
from ita_tui.documents.analysis.charts import chart
from ita_tui.documents.analysis.style import Section, SectionKind
from ita_tui.documents.analysis.tables import by_instrument_table, indicators_table, instruments_table, judged_table
from ita_tui.documents.facts import AnalysisFacts
from ita_tui.documents.wording import Value, printed
from ita_tui.domain.analysis.rules import change_of
from ita_tui.domain.analysis.texts import Reviewed
from ita_tui.domain.scores.codes import INDICATORS, OF_INSTRUMENT, OVERALL
from ita_tui.thai.digits import thai_digits, thai_digits_in_text


def analysis_paper(facts: AnalysisFacts, *, draft: bool = False) -> b.Paper:
    """Return the report; it is a draft where asked for, and where a text of hers no longer fits the figures."""
    return _Report(facts).paper(draft=draft)


_Part = b.Inner | b.Heading | b.Chart


class _Report:
    def __init__(self, facts: AnalysisFacts) -> None:
        self._facts = facts
        self._case = Case(facts)
        self._words = self._case.words
        self._always = self._case.prose.always
        self._top = self._sub = self._charts = 0

    def paper(self, *, draft: bool) -> b.Paper:
        facts = self._facts
        place = self._words.say("place", district=printed(facts.district), province=printed(facts.province))
        title = tuple(line for line in self._words.say_lines("title", place=place, **self._always) if line.strip())
        sections = (*facts.style.sections, *self._picked_beside())
        parts = [
            made for wide, run in groupby(sections, key=lambda section: section.landscape)
            for made in self._run(tuple(run), wide=wide)
        ]
        doubtful = draft or bool(self._case.doubtful)
        return b.Paper(
            self._words.say("file_title", **self._always), (b.Title(title), *parts),
            self._words.say("draft") if doubtful else "",
        )  # fmt: skip

    def _run(self, sections: tuple[Section, ...], *, wide: bool) -> Iterator[b.Block]:
        """Yield neighbouring sections that stand on pages of one kind."""
        made = tuple(block for section in sections for block in self._section(section))
        if wide and made:
            yield b.Landscape(made)
        else:
            yield from made

    def _picked_beside(self) -> Iterator[Section]:
        """Yield sections for the rule sets that she picked and the style does not ask."""
        for rules in self._facts.analysis.rules:
            if rules not in self._facts.style.rules:
                yield Section(SectionKind.LIST, rules.label, rules=rules)

    def _section(self, section: Section) -> Iterator[_Part]:
        if section.heading:
            yield b.Heading(self._heading(section.heading, sub=section.sub))
        told = tuple(_PARTS[section.kind](self, section))
        lines = (self._words.say(name, **self._summary()).strip() for name in section.lines)
        said = () if told == (self._none(),) and section.kind is SectionKind.JUDGED else tuple(filter(None, lines))
        parts: tuple[_Part, ...] = (*map(b.Paragraph, said), *told)
        yield from parts
        if self._case.has_computed(b.strings_of(b.Paper("", parts))):
            yield b.Paragraph(self._words.say("computed_note"), b.Indent.NONE)

    def _heading(self, template: str, *, sub: bool) -> str:
        text = self._words.said(template, **self._always)
        if sub:
            self._sub += 1
            number = thai_digits(f"{self._top}.{self._sub}")
            return self._words.say("sub_heading", number=number, text=text)
        self._top, self._sub = self._top + 1, 0
        return self._words.say("heading", number=thai_digits(str(self._top)), text=text)

    # --- what the sentences of the overall result name ---------------------------------------------------

    def _summary(self) -> dict[str, Value]:
        case = self._case
        change = change_of(OVERALL, self._facts.results, self._facts.previous)
        previous = case.previous.printed(OVERALL) if case.previous else ""
        statistics = {code: case.figures.plain(code) for code in ("mean", "sd", "max", "min")}
        return {
            **self._always, **statistics, **self._instruments(),
            "overall": case.figures.printed(OVERALL) or self._words.say("unknown"),
            "level": printed(self._facts.results.level), "previous": previous,
            "previous_year": thai_digits(str(case.previous.year)) if case.previous else "",
            "change": change.direction.label,
            "difference": thai_digits(f"{change.difference:.2f}") if change.difference else "",
        }  # fmt: skip

    def _instruments(self) -> dict[str, Value]:
        """Return the announced scores of the instruments in one phrase, and which is the lowest alone."""
        scores = self._facts.results.scores
        codes = [code for code in ("IIT", "EIT", "EIT1", "EIT2", "OIT") if code in scores]
        names = {code: self._name(code) for code in codes}
        said = [self._words.say("instrument_score", name=names[code], score=self._case.score(code)) for code in codes]
        least = min((scores[code] for code in codes), default=None)
        lowest = [code for code in codes if scores[code] == least]
        only = self._case.code_name(lowest[0]) if len(lowest) == 1 and len(codes) > 1 else ""
        return {"instrument_scores": self._case.prose.joined(said), "lowest_instrument": only}

    def _name(self, code: str) -> str:
        name = self._words.say(f"instrument_{code}")
        return self._words.say("instrument_shown", name=name, code=self._case.code_name(code))

    # --- parts ------------------------------------------------------------------------------------------

    def _chart(self, section: Section) -> Iterator[_Part]:
        if section.chart is not None:
            made = chart(self._case, section.chart, thai_digits(str(self._charts + 1)))
            if made is not None:
                self._charts += 1
                yield made
            elif section.heading:
                yield self._none()

    def _indicators(self, section: Section) -> Iterator[_Part]:
        yield indicators_table(self._case, section)

    def _instruments_part(self, section: Section) -> Iterator[_Part]:
        yield instruments_table(self._case, section)

    def _judged(self, section: Section) -> Iterator[_Part]:
        if section.rules is not None:
            yield judged_table(self._case, section, section.rules) or self._none()

    def _by_instrument(self, section: Section) -> Iterator[_Part]:
        if section.rules is not None:
            yield by_instrument_table(self._case, section, section.rules)

    def _list(self, section: Section) -> Iterator[_Part]:
        """Yield what was judged so, point by point, each followed by what is advised where the style wants it."""
        if section.rules is None:
            return
        said = self._case.judged(section.rules, section.judgements)
        points = [each for each in said if not each.proposal.is_advice]
        if not points:
            yield self._none()
        for at, each in enumerate(points, start=1):
            yield b.Points((b.Point(thai_digits(f"{at}."), self._point(each)),))
            if section.advice:
                yield from self._advice(each, said)

    def _point(self, each: Reviewed) -> str:
        """Return a point, with the indicator named where its text does not."""
        text, name = self._case.prose.said(each), self._case.full_name(each.proposal.about)
        return text if text.startswith(name) else f"{name} {text}"

    def _advice(self, point: Reviewed, said: tuple[Reviewed, ...]) -> Iterator[b.Paragraph]:
        for each in said:
            if each.proposal.is_advice and each.proposal.about == point.proposal.about:
                yield b.Paragraph(self._words.say("advice_label", text=self._case.prose.said(each)))

    def _each_indicator(self, section: Section) -> Iterator[_Part]:
        for code in INDICATORS:
            if section.rules is not None and code in self._facts.results.scores:
                yield b.Heading(self._heading(self._case.full_name(code), sub=True))
                yield from self._sentence(code)
                about = [each for each in self._case.judged(section.rules) if each.proposal.about == code]
                yield b.Points(tuple(b.Point("-", self._bullet(each)) for each in about))

    def _bullet(self, each: Reviewed) -> str:
        label = (each.now or each.proposal).judgement.label
        return self._words.say("bullet", label=label, text=self._case.prose.said(each))

    def _sentence(self, code: str) -> Iterator[_Part]:
        """Yield an indicator's score with its questions, or with its sub-indicators and their items."""
        case = self._case
        questions = case.questions(code)
        subs = tuple(self._sub_indicators(code)) if code in OF_INSTRUMENT["OIT"] else ()
        key = "items_sentence" if code in OF_INSTRUMENT["OIT"] else "questions_sentence"
        yield b.Paragraph(
            self._words.say(
                key, number=thai_digits(code), name=case.name(code), score=case.score(code),
                count=thai_digits(str(len(questions))) if questions else "", listed=case.listing(questions),
                subs="มี" if subs else "",
            )
        )  # fmt: skip
        if subs:
            yield b.Points(tuple(b.Point("-", text) for text in subs))

    def _sub_indicators(self, indicator: str) -> Iterator[str]:
        for group in self._facts.groups:
            if group.code.partition(".")[0] == indicator:
                own = {item.code for item in self._facts.items if item.group == group.code}
                listed = [code for code in self._case.questions(indicator) if code in own]
                score = self._case.figures.printed(group.code)
                if listed or score:
                    yield self._words.say(
                        "sub_indicator", code=thai_digits(group.code), name=thai_digits_in_text(group.name),
                        score=score, listed=self._case.listing(listed),
                    )  # fmt: skip

    def _none(self) -> b.Paragraph:
        return b.Paragraph(self._words.say("none"))


def _nothing(report: _Report, section: Section) -> Iterator[_Part]:
    yield from ()


_PARTS: Final[Mapping[SectionKind, Callable[[_Report, Section], Iterator[_Part]]]] = {
    SectionKind.WORDS: _nothing, SectionKind.CHART: _Report._chart, SectionKind.INDICATORS: _Report._indicators,
    SectionKind.INSTRUMENTS: _Report._instruments_part, SectionKind.JUDGED: _Report._judged,
    SectionKind.BY_INSTRUMENT: _Report._by_instrument, SectionKind.LIST: _Report._list,
    SectionKind.EACH_INDICATOR: _Report._each_indicator,
}  # fmt: skip
