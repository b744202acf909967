"""Sums that disagree, told as findings that point at a figure: candidates with their values, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_tui.domain.proof.findings import Candidate, Finding
from ita_tui.domain.scores.codes import label
from ita_tui.domain.scores.constraints import Constraint, Scores
from ita_tui.domain.scores.ranking import Known, Suspect, doubled, ranked, usual_value
from ita_tui.domain.scores.suspects import Cluster, Spans, Web
from ita_tui.domain.years import BEYear


def findings_of_sums(year: BEYear, web: Web, scores: Scores, known: Known) -> Iterator[Finding]:
    """Yield one finding for every figure, or choice of figures, that makes sums fail."""
    for cluster in web.clusters():
        suspects = ranked(cluster, web, scores, known)
        told: set[str] = set()
        for constraint in cluster.failing:
            own = [each for each in suspects if each.candidate.where in constraint.codes]
            mending = {each.candidate.where for each in own if each.whole}
            if mending and mending <= told:
                continue
            told |= mending
            own += doubled(constraint, own, suspects, web, scores)
            yield _finding(year, constraint, cluster, own, scores)


def _finding(
    year: BEYear, constraint: Constraint, cluster: Cluster, suspects: Sequence[Suspect], scores: Scores
) -> Finding:
    candidates = tuple(each.candidate for each in suspects)
    where = constraint.target
    message = constraint.complaint(scores)
    if candidates:
        first = candidates[0].where
        others = [each.target for each in cluster.failing if each is not constraint and first in each.codes]
        if also := [label(code) for code in dict.fromkeys(others) if code != constraint.target]:
            message += f" และไม่ตรงกับ{', '.join(also)} ด้วย"
        if all(each.where == first for each in candidates) or suspects[0].broken < suspects[1].broken:
            where = first
        if where == first != constraint.target:
            message += f" ควรตรวจสอบ{label(first)} ({scores[first]:.2f})"
    return Finding(constraint.about, where, year, message, candidates)


def candidates_for(code: str, spans: Spans, scores: Scores) -> tuple[Candidate, ...]:
    """Return what a missing figure would have to be, one candidate a span."""
    return tuple(Candidate(code, usual_value(code, span, scores), *span, "คำนวณจากค่าอื่น") for span in spans)


