"""The analysis of a year's results: proposals that named rule sets make and the secretary edits.

A proposal says what is judged how and which figures it rests on; its prose comes from the wording, until she writes
her own. Her words are kept when figures change, and a mark tells where they no longer fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ita_tui.domain.years import BEYear


class RuleSet(StrEnum):
    """By which rules results are judged; each was found in a published analysis."""

    LOWEST_THREE = "lowest_three"
    FULL_SCORE = "full_score"
    CHANGE = "change"
    THREE_BULLETS = "three_bullets"

    @property
    def label(self) -> str:
        """Return what the rule set is called on screen."""
        return _RULE_LABELS[self]


_RULE_LABELS = {
    RuleSet.LOWEST_THREE: "ตัวชี้วัดที่คะแนนน้อยที่สุดสามอันดับ",
    RuleSet.FULL_SCORE: "คะแนนเต็มรักษามาตรฐาน ไม่เต็มยกระดับ",
    RuleSet.CHANGE: "เปรียบเทียบกับปีก่อน และเกณฑ์ 80 คะแนน",
    RuleSet.THREE_BULLETS: "ข้อบกพร่อง ข้อแก้ไข และข้อรักษาระดับ รายตัวชี้วัด",
}


ADVICE: Final = "advice"
"""The last part of the slot of what is advised."""


class Judgement(StrEnum):
    """What a rule says of a figure."""

    URGENT = "urgent"
    DEVELOP = "develop"
    KEEP = "keep"
    RAISE = "raise"
    STRENGTH = "strength"
    STRONGEST = "strongest"
    WEAKNESS = "weakness"
    STEADY = "steady"
    DEFECT = "defect"
    MEND = "mend"
    MAINTAIN = "maintain"

    @property
    def label(self) -> str:
        """Return the heading that papers print for it."""
        return _JUDGEMENT_LABELS[self]


_JUDGEMENT_LABELS = {
    Judgement.URGENT: "ประเด็นข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน",
    Judgement.DEVELOP: "ประเด็นที่ต้องพัฒนาให้ดีขึ้น",
    Judgement.KEEP: "ควรรักษามาตรฐาน",
    Judgement.RAISE: "ควรยกระดับ",
    Judgement.STRENGTH: "จุดแข็ง",
    Judgement.STRONGEST: "จุดแข็งมากที่สุด",
    Judgement.WEAKNESS: "จุดอ่อน",
    Judgement.STEADY: "รักษาระดับ",
    Judgement.DEFECT: "ข้อบกพร่องที่ตรวจพบ",
    Judgement.MEND: "ข้อที่ต้องแก้ไขปรับปรุง",
    Judgement.MAINTAIN: "ข้อที่ต้องรักษาระดับไว้",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A score that a text rests on, as it was."""

    year: BEYear
    code: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule set says of one indicator."""

    rules: RuleSet
    about: str
    """The code of the indicator."""
    judgement: Judgement
    slot: str = ""
    """Tells several proposals of one rule set about one indicator apart; empty where there is one."""
    params: Mapping[str, str] = field(default_factory=dict)
    """What the wording needs beside the figures, e.g. name, rank, change; numbers in Arabic digits."""
    figures: tuple[Figure, ...] = ()
    """What it was written from: the indicator first, then last year's score, then the listed questions or items."""
    listed: tuple[str, ...] = ()
    """Codes of the questions or items that its text lists, in their order; empty prints ไม่มี where a list belongs."""
    text: str = ""
    """The secretary's own words; empty for those of the wording."""
    left_out: bool = False
    """Whether she struck it."""

    @property
    def is_advice(self) -> bool:
        """Tell whether it says what to do about a judgement, not the judgement itself."""
        return self.slot.rpartition(".")[2] == ADVICE

    @property
    def key(self) -> str:
        """Return what it keeps while figures change: rule set, indicator, slot."""
        return "/".join(part for part in (self.rules.value, self.about, self.slot) if part)

    @property
    def edited(self) -> bool:
        """Tell whether it holds a decision of hers."""
        return bool(self.text) or self.left_out

    def worded(self, text: str) -> Proposal:
        """Return it with words of hers; an empty text brings back those of the wording."""
        return replace(self, text=text)

    def rests_on_the_same(self, other: Proposal) -> bool:
        """Tell whether another one is written from the same figures with the same outcome."""
        return (self.judgement, self.params, self.figures, self.listed) == (
            other.judgement, other.params, other.figures, other.listed
        )


_ADVISED: Final = frozenset(
    {Judgement.URGENT, Judgement.DEVELOP, Judgement.KEEP, Judgement.RAISE, Judgement.WEAKNESS}
)


def with_advice(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals, each that calls for something followed by a proposal of what to do about it."""
    found: list[Proposal] = []
    for each in proposals:
        found.append(each)
        if each.judgement in _ADVISED:
            found.append(replace(each, slot=f"{each.slot}.{ADVICE}" if each.slot else ADVICE))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is kept of a year's analysis: the rule sets that were picked, and every proposal that was edited."""

    rules: tuple[RuleSet, ...] = ()
    edited: tuple[Proposal, ...] = ()
    style: str = ""
    """The house style that was picked; empty for the usual one."""

    def with_edit(self, proposal: Proposal) -> Analysis:
        """Return it with an edit in place of an earlier one; a proposal without an edit takes the earlier one away."""
        others = tuple(each for each in self.edited if each.key != proposal.key)
        return replace(self, edited=(*others, proposal) if proposal.edited else others)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A proposal as it stands now: with her edit where there is one, and whether that still fits the figures."""

    proposal: Proposal
    fits: bool = True
    now: Proposal | None = None
    """What the rules say now; None where they no longer say anything of it."""

    def confirmed(self) -> Proposal:
        """Return her edit as written from the figures of now, which makes it fit again."""
        if self.now is None:
            return self.proposal
        return replace(self.now, text=self.proposal.text, left_out=self.proposal.left_out)


def reviewed(fresh: Iterable[Proposal], kept: Sequence[Proposal]) -> tuple[Reviewed, ...]:
    """Return fresh proposals with the kept edits in their places, then edits that nothing fresh belongs to.

    No edit is lost: one whose figures or outcome changed stays and is marked as not fitting.
    """
    edits = {each.key: each for each in kept if each.edited}
    found = []
    for each in fresh:
        edit = edits.pop(each.key, None)
        found.append(Reviewed(each, True, each) if edit is None else Reviewed(edit, edit.rests_on_the_same(each), each))
    return (*found, *(Reviewed(edit, False) for edit in edits.values()))
