"""A resolution as minutes print it: its words, the vote, the work it gives, and dissent with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ita_tui.documents import blocks as b
from ita_tui.documents.wording import Wording, printed
from ita_tui.domain.resolutions import Assignment, Resolution, ResolutionKind, Votes
from ita_tui.thai.digits import thai_digits

_ONE_WORD = (
    ResolutionKind.ACKNOWLEDGED, ResolutionKind.AGREED, ResolutionKind.APPROVED, ResolutionKind.REJECTED,
    ResolutionKind.MINUTES_APPROVED, ResolutionKind.POSTPONED, ResolutionKind.WITHDRAWN,
)  # fmt: skip
"""Kinds whose own wording takes เป็นเอกฉันท์ right behind it."""


def resolved(resolution: Resolution, words: Wording, person: Callable[[str], str]) -> tuple[b.Inner, ...]:
    """Return what stands beside มติที่ประชุม; `person` names one of the roster by name and position."""
    decided, given = [*_decided(resolution, words, person)], [*_assignments(resolution, words)]
    if len(decided) == 1 and given:
        decided, given = _led_over(decided[0], given, words, several=len(resolution.assignments) > 1)
    return (*decided, *given, *_dissents(resolution, words, person))


def _led_over(
    decided: b.Paragraph, given: list[b.Inner], words: Wording, *, several: bool
) -> tuple[list[b.Paragraph], list[b.Inner]]:
    """Let words that end in มอบหมาย go on with whom and what, instead of beginning with มอบหมาย once more."""
    assigning, first = words.say("assigning"), given[0]
    if not decided.text.endswith(assigning) or not isinstance(first, b.Paragraph):
        return [decided], given
    if several:
        return [_line(words.say("assignments_follow", text=decided.text))], given[1:]
    if not first.text.startswith(assigning):
        return [decided], given
    return [_line(decided.text + first.text.removeprefix(assigning))], []


def _decided(resolution: Resolution, words: Wording, person: Callable[[str], str]) -> Iterator[b.Paragraph]:
    text, votes = printed(resolution.text), resolution.votes
    if votes is None or not votes.cast:
        yield _line(text)
    elif votes.unanimous and resolution.kind in _ONE_WORD and not resolution.wording:
        yield _line(words.say("unanimously", text=text, votes=_number(votes.agree)))
    else:
        yield _line(text)
        yield _line(_vote(votes, words))
        if votes.casting is not None:
            chair = person(votes.casting.person_id)
            yield _line(words.say("casting", chair=chair, agrees=votes.casting.agrees))


def _vote(votes: Votes, words: Wording) -> str:
    if votes.unanimous:
        return words.say("unanimous", votes=_number(votes.agree))
    cast = (("agree", votes.agree), ("disagree", votes.disagree), ("abstain", votes.abstain))
    counts = [words.say(key, votes=_number(number)) for key, number in cast if number]
    return words.say("votes", counts=" ".join(counts))


def _assignments(resolution: Resolution, words: Wording) -> Iterator[b.Inner]:
    if len(resolution.assignments) > 1:
        yield _line(words.say("assignments"))
        yield _numbered([_assignment(each, words, "assignment_point") for each in resolution.assignments])
    else:
        yield from (_line(_assignment(each, words, "assignment")) for each in resolution.assignments)


def _assignment(given: Assignment, words: Wording, key: str) -> str:
    return words.say(key, who=printed(given.who), what=printed(given.what), due=printed(given.due))


def _dissents(resolution: Resolution, words: Wording, person: Callable[[str], str]) -> Iterator[b.Inner]:
    several = len(resolution.dissents) > 1
    key = "dissent_point" if several else "dissent"
    said = [words.say(key, who=person(each.person_id), reason=printed(each.reason)) for each in resolution.dissents]
    if several:
        yield _line(words.say("dissents"))
        yield _numbered(said)
    else:
        yield from map(_line, said)


def _line(text: str) -> b.Paragraph:
    return b.Paragraph(text, b.Indent.NONE)


def _numbered(texts: list[str]) -> b.Points:
    return b.Points(
        tuple(b.Point(thai_digits(f"{number}."), text) for number, text in enumerate(texts, start=1))
    )


def _number(number: int) -> str:
    return thai_digits(str(number))
