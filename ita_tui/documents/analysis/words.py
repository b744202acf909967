"""The prose of the analysis: what the proposals of the rule sets say in formal Thai, and the words she gave them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from ita_tui.documents.facts import AnalysisFacts
from ita_tui.documents.wording import Value, Wording, printed, wording
from ita_tui.domain.analysis.rules import FULL, Bounds, change_of, propose
from ita_tui.domain.analysis.texts import Judgement, Proposal, Reviewed, RuleSet, reviewed, with_advice
from ita_tui.domain.scores.arithmetic import recomputed
from ita_tui.domain.scores.codes import order
from ita_tui.thai.digits import arabic_digits, thai_digits, thai_digits_in_text

_BOUNDS: Final = Bounds()
_SHORTEST_RUN: Final = 3
"""From how many neighbours on codes are told as first to last."""


def words_of(facts: AnalysisFacts) -> Wording:
    """Return the wording of the report: the common one, with what the house style says in its own words."""
    return wording("analysis").with_words(f"analysis_{facts.style.name}", facts.style.words)


def reviewed_proposals(facts: AnalysisFacts, rules: RuleSet) -> tuple[Reviewed, ...]:
    """Return what a rule set proposes for the year and what to do about it, with her edits in their places."""
    fresh = with_advice(propose(rules, facts.results, facts.previous, bounds=_BOUNDS))
    return reviewed(fresh, [each for each in facts.analysis.edited if each.rules is rules])


def scores_in(text: str) -> tuple[str, ...]:
    """Return what a text tells as scores, in Arabic digits: numbers to 100 with two decimals that are no times."""
    return tuple(each for each in _SCORE.findall(arabic_digits(text)) if Decimal(each) <= FULL)


_SCORE: Final = re.compile(r"(?<![\d.,])\d{1,3}\.\d\d(?![\d.,]|\s*น\.)")


def known_scores(facts: AnalysisFacts) -> frozenset[Decimal]:
    """Return every score that a text about a year may tell: stored or computed, and what lies between two of them."""
    known = {_BOUNDS.weak, _BOUNDS.maintained, FULL}
    for year in (*facts.earlier, facts.results):
        known |= {*year.scores.values(), *recomputed(year).values()}
    known |= {change_of(code, facts.results, facts.previous).difference for code in facts.results.scores}
    return frozenset(known | {FULL - score for score in facts.results.scores.values()})


class Prose:
    """Puts proposals into words."""

    def __init__(self, facts: AnalysisFacts) -> None:
        self.words = words_of(facts)
        self._year = facts.results.year
        self.always: dict[str, Value] = {
            "year": thai_digits(str(self._year)), "year_before": thai_digits(str(self._year - 1)),
            "body": printed(facts.body_name), "short": self.words.say(f"short_{facts.kind}"),
            "leader": self.words.say(f"leader_{facts.kind}"), "clerk": self.words.say(f"clerk_{facts.kind}"),
            "budget_law": self.words.say(f"budget_law_{facts.kind}"),
            "bound": _score(_BOUNDS.weak), "maintained": _score(_BOUNDS.maintained),
        }  # fmt: skip
        """What every sentence may name."""

    def said(self, each: Reviewed) -> str:
        """Return what a proposal says on paper: her own words, or those of the wording."""
        return printed(each.proposal.text) or self.proposed(each.proposal)

    def proposed(self, proposal: Proposal) -> str:
        """Return what the wording says of a proposal, with Thai digits."""
        if proposal.is_advice:
            return self.words.say(_advice_key(proposal), **self.always)
        if proposal.rules is RuleSet.THREE_BULLETS and not proposal.listed:
            return self.words.say("nothing")
        return self.words.say(_key(proposal), **self._values(proposal))

    def _values(self, proposal: Proposal) -> dict[str, Value]:
        params = {name: thai_digits_in_text(value) for name, value in proposal.params.items()}
        scores = {each.code: each.score for each in proposal.figures if each.year == self._year}
        score = scores[proposal.about]
        listed = [code for code in proposal.listed if code != proposal.about]
        told: dict[str, Value] = {
            "previous": "", "previous_year": "", "change": "", "difference": "", "rank": "",
            **self.always, **params,
            "number": thai_digits(proposal.about), "about": self.words.say(f"about_{proposal.about}"),
            "lacking": _score(FULL - score), "weak": "ต่ำ" if score < _BOUNDS.weak else "",
            "moved": "" if proposal.params.get("difference") == "0.00" else "เปลี่ยน",
            "shared": "" if proposal.params.get("sharing", "1") == "1" else params["sharing"],
            "itself": "" if listed else "ตัวชี้วัด",
            "listed": self.listing(listed, scores), "count": thai_digits(str(len(listed))),
            "below": self.listing([code for code in listed if scores[code] < FULL], scores),
        }  # fmt: skip
        return told

    # --- scores of questions and items ------------------------------------------------------------------

    def listing(self, codes: Iterable[str], scores: Mapping[str, Decimal]) -> str:
        """Return the scores of questions or items in their order, those with equal scores told together."""
        parts = []
        for score, group in groupby(codes, key=scores.__getitem__):
            together = sorted(group, key=order)
            key = "one_score" if len(together) == 1 else "equal_scores"
            parts.append(self.words.say(key, codes=self._codes(together), score=_score(score)))
        return self.joined(parts)

    def joined(self, parts: Sequence[str], between: str = " ", last: str = "and") -> str:
        """Return parts one after the other; `last` names the word that stands before the last one."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{between.join(parts[:-1])}{self.words.say(last)}{parts[-1]}"

    def _codes(self, codes: Sequence[str]) -> str:
        shown: list[str] = []
        for run in _runs(codes):
            first, last = (self._code(code) for code in (run[0], run[-1]))
            if len(run) < _SHORTEST_RUN:
                shown.extend(self._code(code) for code in run)
            else:
                shown.append(self.words.say("code_run", first=first, last=last))
        return self.joined(shown, ", ", "and_code")

    def _code(self, code: str) -> str:
        bare, _, part = code.partition(".")
        if not part:
            return thai_digits(bare)
        return self.words.say("code_part", code=thai_digits(bare), part=thai_digits(part))


def _key(proposal: Proposal) -> str:
    parts = [proposal.rules.value, proposal.judgement.value]
    if proposal.slot not in ("", proposal.judgement.value):
        parts.append(proposal.slot)
    return "_".join(parts)


def _advice_key(proposal: Proposal) -> str:
    if proposal.slot.startswith("full."):
        return "keep_listed"
    return f"{'keep' if proposal.judgement is Judgement.KEEP else 'raise'}_{proposal.about}"


def _score(score: Decimal) -> str:
    return thai_digits(f"{score:.2f}")


def _runs(codes: Sequence[str]) -> list[list[str]]:
    """Return codes as runs of neighbours: o1 o2 o3, o6."""
    runs: list[list[str]] = []
    for code in codes:
        kind, number, part = order(code)
        if runs and order(runs[-1][-1]) == (kind, number - 1, part):
            runs[-1].append(code)
        else:
            runs.append([code])
    return runs
