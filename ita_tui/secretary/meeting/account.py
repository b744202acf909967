"""The secretary's account of a year's results, as she says it in the meeting: only figures that are stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ita_tui.documents.wording import Wording, wording
from ita_tui.domain.analysis.rules import Direction, change_of, propose
from ita_tui.domain.analysis.texts import Proposal, RuleSet
from ita_tui.domain.meeting import OitList
from ita_tui.domain.oit import OitRow
from ita_tui.domain.results import Results
from ita_tui.domain.scores.codes import EIT_PARTS, INDICATORS, INSTRUMENTS, OVERALL
from ita_tui.domain.scores.levels import read_level
from ita_tui.domain.scores.parts import INSTRUMENT_NAMES
from ita_tui.domain.scores.structure import structure_for
from ita_tui.secretary.meeting.standing import counts_of
from ita_tui.thai.digits import thai_digits, thai_digits_in_text

_LOWEST = 3


def account_of(
    results: Results, previous: Results | None, body: str, rows: Iterable[OitRow] = (), years: OitList | None = None
) -> str:
    """Return the account as lines for the editor, indicators as numbered points; digits are Thai.

    What is not stored is left out; the lowest three are told only of ten known indicators, equals together. `rows`
    are the OIT items with `years`, the list they belong to. Raises ExportError where the wording cannot be used.
    """
    words, rows = wording("account"), tuple(rows)
    lines = [_overall(words, results, previous, body), _instruments(words, results)]
    points = [_indicator(words, code, results, previous) for code in INDICATORS if code in results.scores]
    lines += [words.say("indicators"), *points] if points else []
    lines.append(_lowest(words, results))
    if years is not None and rows:
        year, total = thai_digits(str(years.follow_up_year)), thai_digits(str(len(rows)))
        lines.append(words.say("standing", follow_up_year=year, total=total, standing=counts_of(rows)))
    return "\n".join(line for line in lines if line)


def _overall(words: Wording, results: Results, previous: Results | None, body: str) -> str:
    return words.say(
        "overall", year=thai_digits(str(results.year)), body=body, score=_score(results, OVERALL),
        level=_level(results.level), change=_change(words, "change", OVERALL, results, previous),
    )


def _level(level: str) -> str:
    """Return a level as it follows the word ระดับ, letters with a blank before them."""
    plain = thai_digits_in_text(level.strip().removeprefix("ระดับ").strip())
    return f" {read_level(plain)}" if plain.isascii() and plain else plain


def _change(words: Wording, key: str, code: str, results: Results, previous: Results | None) -> str:
    change = change_of(code, results, previous)
    if previous is None or change.direction is Direction.UNKNOWN:
        return ""
    if change.direction is Direction.SAME:
        return words.say(f"{key}_same", year=thai_digits(str(previous.year)))
    return words.say(
        key, year=thai_digits(str(previous.year)), direction=change.direction.label,
        before=_score(previous, code), difference=thai_digits(f"{change.difference:.2f}"),
    )


def _instruments(words: Wording, results: Results) -> str:
    told = []
    for code in INSTRUMENTS:
        parts = _parts(words, results) if code == "EIT" else ""
        if code in results.scores or parts:
            name = thai_digits_in_text(results.name(code) or INSTRUMENT_NAMES[code])
            told.append(words.say("instrument", name=name, code=code, score=_score(results, code), parts=parts))
    return words.say("instruments", instruments=_listed(words, told)) if told else ""


def _parts(words: Wording, results: Results) -> str:
    known = [code for code in EIT_PARTS if code in results.scores]
    return " ".join(words.say("part", part=thai_digits(code[-1]), score=_score(results, code)) for code in known)


def _indicator(words: Wording, code: str, results: Results, previous: Results | None) -> str:
    change = _change(words, "indicator_change", code, results, previous)
    said = words.say("indicator", name=_name(results, code), score=_score(results, code), change=change)
    return f"{thai_digits(code)}. {said}"


def _lowest(words: Wording, results: Results) -> str:
    if any(code not in results.scores for code in INDICATORS):
        return ""
    found = propose(RuleSet.LOWEST_THREE, results)
    if not found:
        return words.say("all_full")
    ranks = (list(group) for _, group in groupby(found, key=lambda each: each.params["rank"]))
    told = list(_ranked(words, results, ranks))
    return words.say("lowest" if len(found) >= _LOWEST else "below_full", ranks=told)


def _ranked(words: Wording, results: Results, ranks: Iterable[Sequence[Proposal]]) -> Iterator[str]:
    for sharing in ranks:
        names = [words.say("ranked", number=thai_digits(each.about), name=_name(results, each.about))
                 for each in sharing]
        yield words.say(
            "rank", rank=thai_digits(sharing[0].params["rank"]), indicators=_listed(words, names),
            score=_score(results, sharing[0].about), equal="yes" if len(sharing) > 1 else "",
        )


def _listed(words: Wording, parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else words.say("several", parts=parts)


def _name(results: Results, code: str) -> str:
    return thai_digits_in_text(results.name(code) or structure_for(results).name(code))


def _score(results: Results, code: str) -> str:
    return thai_digits(results.printed(code))
