"""The analysis of a year's results: what the rule sets propose, her edits of it, and the report made from both.

Every edit is one act on the year's file. Reading needs no lock, so the report is made in any window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from ita_tui.documents.analysis.style import USUAL, HouseStyle, style_of, styles
from ita_tui.documents.analysis.words import Prose, known_scores, reviewed_proposals, scores_in
from ita_tui.documents.export import Exported, Format, export, paper_of
from ita_tui.documents.facts import AnalysisFacts
from ita_tui.documents.formats.plain import plain
from ita_tui.domain.analysis.texts import Analysis, Proposal, Reviewed, RuleSet
from ita_tui.domain.results import Results
from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound, RuleBroken
from ita_tui.secretary.keeping.changes import Change
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.papers.publish import Progress
from ita_tui.thai.text import clean

__all__ = [
    "USUAL", "HouseStyle", "RuleSet", "Suggestion", "asked_rules", "confirm", "doubtful", "facts_of", "house_styles",
    "make", "pick_rules", "pick_style", "picked_style", "preview", "print_again", "put_back", "reword", "score_years",
    "strike", "suggestions",
]


# --- what there is ------------------------------------------------------------------------------------------


def score_years(office: Office) -> tuple[BEYear, ...]:
    """Return the years that results are stored of, the latest first."""
    return tuple(sorted((year for year in office.years() if office.year(year).results is not None), reverse=True))


def house_styles(office: Office) -> tuple[HouseStyle, ...]:
    """Return the house styles to choose from, the office's own among them; raise ExportError for a broken one."""
    return styles(_own(office))


def picked_style(office: Office, year: BEYear) -> HouseStyle:
    """Return the house style of a year's report; raise NotFound where it is gone, ExportError for a broken one."""
    return style_of(office.year(year).analysis.style, _own(office))


def asked_rules(office: Office, year: BEYear) -> tuple[RuleSet, ...]:
    """Return the rule sets that the report of a year asks: those of its style, then those picked beside them.

    Raises as picked_style.
    """
    return tuple(dict.fromkeys((*picked_style(office, year).rules, *office.year(year).analysis.rules)))


def facts_of(office: Office, year: BEYear, style: str = "") -> AnalysisFacts:
    """Return the facts of the report of a score year, in the named style or the one picked for that year.

    Raises NotFound where the year has no results or there is no such style, ExportError for a broken style.
    """
    results, body, analysis = _results(office, year), office.body, office.year(year).analysis
    earlier = [office.year(each).results for each in sorted(score_years(office)) if each < year]
    known = year in office.catalogue_years()
    catalogue = office.catalogue(year) if known else None
    return AnalysisFacts(
        body.name, body.kind, body.province, body.district, results, style_of(style or analysis.style, _own(office)),
        tuple(each for each in earlier if each is not None), catalogue.groups if catalogue else (),
        catalogue.items if catalogue else (), analysis,
    )  # fmt: skip


def _results(office: Office, year: BEYear) -> Results:
    results = office.year(year).results
    if results is None:
        raise NotFound(f"ไม่มีผลประเมินปี {year}", "นำเข้าด้วย ita-tui import results FILE")
    return results


def _own(office: Office) -> Path:
    """Return where the office keeps wordings and house styles of its own."""
    return office.path / "templates" / "wording"


# --- the report ---------------------------------------------------------------------------------------------


def preview(office: Office, year: BEYear, style: str = "") -> str:
    """Return what the report will say, as plain lines; raises as facts_of."""
    return plain(paper_of(facts_of(office, year, style), draft=False))


def make(
    office: Office, year: BEYear, formats: Sequence[Format], folder: Path, *, style: str = "",
    progress: Progress | None = None,
) -> Exported:
    """Make the report, a draft while a text of hers in it no longer fits.

    Raises as facts_of, ExportError, CannotWrite.
    """
    return export(facts_of(office, year, style), formats, folder, draft=False, progress=progress)


# --- proposals and edits ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal of a rule set as it stands, with what it says."""

    reviewed: Reviewed
    text: str
    """What the report prints: her words, or the proposed ones; with Thai digits."""
    proposed: str
    """What the rules' own wording says now; empty where the rules no longer say anything of it."""

    @property
    def key(self) -> str:
        """Return what names it to the acts below."""
        return self.reviewed.proposal.key

    strange: tuple[str, ...] = ()
    """Scores in her words that nothing stored equals; Arabic digits."""

    @property
    def about(self) -> str:
        """Return the code of the indicator."""
        return self.reviewed.proposal.about

    @property
    def fits(self) -> bool:
        """Tell whether her words were written from the figures of now."""
        return self.reviewed.fits

    @property
    def doubt(self) -> str:
        """Return in Thai what speaks against her words; empty where nothing does."""
        if self.reviewed.now is None:
            return "มีข้อความที่แก้ไว้ซึ่งเกณฑ์ไม่กล่าวถึงแล้ว"
        if not self.fits:
            return "มีข้อความที่เขียนจากคะแนนเดิม"
        return f"มีตัวเลข {' '.join(self.strange)} ที่ไม่ใช่คะแนนที่บันทึกไว้" if self.strange else ""


def suggestions(office: Office, year: BEYear, rules: RuleSet) -> tuple[Suggestion, ...]:
    """Return what a rule set proposes for a year and what to do about it, her edits in their places; raise NotFound."""
    facts = facts_of(office, year)
    prose, known = Prose(facts), known_scores(facts)
    return tuple(
        Suggestion(
            each, prose.said(each), prose.proposed(each.now) if each.now else "",
            tuple(score for score in scores_in(each.proposal.text) if Decimal(score) not in known),
        )
        for each in reviewed_proposals(facts, rules)
    )


def doubtful(office: Office, year: BEYear) -> tuple[Suggestion, ...]:
    """Return her edits of a year that something speaks against, whatever rule set they belong to; raise NotFound."""
    edited = {each.rules for each in office.year(year).analysis.edited}
    asked = (rules for rules in RuleSet if rules in edited)
    return tuple(each for rules in asked for each in suggestions(office, year, rules) if each.doubt)


def pick_style(office: Office, year: BEYear, name: str) -> None:
    """Pick the house style of a year's report; raise NotFound, ExportError, RuleBroken in a window that only reads."""
    style = style_of(name, _own(office))
    _keep(office, year, replace(office.year(year).analysis, style=style.name))


def pick_rules(office: Office, year: BEYear, rules: Sequence[RuleSet]) -> None:
    """Pick the rule sets that the report of a year asks beside those of its style; raises as reword."""
    _keep(office, year, replace(office.year(year).analysis, rules=tuple(dict.fromkeys(rules))))


def reword(office: Office, year: BEYear, key: str, text: str) -> None:
    """Keep words of hers for a proposal, as written from the figures of now; an empty text puts the proposed ones back.

    Lines of their own stay so in the cells of tables; elsewhere they become one paragraph.
    Raises NotFound for an unknown proposal, RuleBroken in a window that only reads.
    """
    found = _suggestion(office, year, key)
    said = "\n".join(" ".join(line.split()) for line in clean(text).splitlines() if line.strip())
    current = found.reviewed.now or found.reviewed.proposal
    _edit(office, year, replace(current, text="" if said == found.proposed else said, left_out=False))


def strike(office: Office, year: BEYear, key: str) -> None:
    """Leave a proposal out of the report; raises as reword."""
    found = _suggestion(office, year, key).reviewed
    _edit(office, year, replace(found.now or found.proposal, text=found.proposal.text, left_out=True))


def print_again(office: Office, year: BEYear, key: str) -> None:
    """Take a struck proposal into the report again, with the words it had; raises as reword."""
    _edit(office, year, replace(_suggestion(office, year, key).reviewed.proposal, left_out=False))


def put_back(office: Office, year: BEYear, key: str) -> None:
    """Give a proposal its proposed words and place again; raises as reword."""
    found = _suggestion(office, year, key).reviewed
    _edit(office, year, replace(found.proposal, text="", left_out=False))


def confirm(office: Office, year: BEYear, key: str) -> None:
    """Say that her words fit the figures of now; raises as reword, RuleBroken where the rules say nothing any more."""
    found = _suggestion(office, year, key).reviewed
    if found.now is None:
        raise RuleBroken("เกณฑ์ไม่มีข้อเสนอนี้แล้ว", "นำข้อความนี้ออก หรือแก้คะแนน")
    _edit(office, year, found.confirmed())


def _suggestion(office: Office, year: BEYear, key: str) -> Suggestion:
    rules = key.partition("/")[0]
    known = suggestions(office, year, RuleSet(rules)) if rules in list(RuleSet) else ()
    for each in known:
        if each.key == key:
            return each
    raise NotFound("ไม่พบข้อวิเคราะห์นี้", "เลือกจากรายการข้อวิเคราะห์ของปีนั้น")


def _edit(office: Office, year: BEYear, proposal: Proposal) -> None:
    _keep(office, year, office.year(year).analysis.with_edit(proposal))


def _keep(office: Office, year: BEYear, analysis: Analysis) -> None:
    """Store the analysis as one act, unless nothing changed."""
    _results(office, year)
    record = office.year(year)
    if analysis != record.analysis:
        office.keep(Change("analyse", "", year=replace(record, analysis=analysis)))
