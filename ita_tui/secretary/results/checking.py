"""Checking what is stored against its own arithmetic and against what is known of the year."""

from __future__ import annotations

from ita_tui.domain.oit import Catalogue
from ita_tui.domain.proof.findings import Finding, ResultsKind
from ita_tui.domain.proof.results import check
from ita_tui.domain.scores.codes import label
from ita_tui.domain.years import BEYear
from ita_tui.errors import NotFound
from ita_tui.secretary.keeping.office import Office


def findings_of_results(office: Office, year: BEYear) -> tuple[Finding, ...]:
    """Return what does not agree in the results of a score year; raise NotFound where none are stored."""
    results = office.year(year).results
    if results is None:
        raise NotFound(f"ไม่มีผลประเมินปี {year}", "นำเข้าด้วย ita-tui import results FILE")
    return check(results, office.year(BEYear(year - 1)).results, catalogue=_catalogue(office, year))


def findings_of_texts(office: Office, year: BEYear) -> tuple[Finding, ...]:
    """Return which words she gave the analysis of a score year do not fit its figures; raise NotFound."""
    if not office.year(year).analysis.edited:
        return ()
    from ita_tui.secretary.results import analysing  # noqa: PLC0415 - a check of figures needs no wording

    return tuple(
        Finding(ResultsKind.TEXT, each.about, year, f"{label(each.about)} {each.doubt}: “{_one_line(each.text)}”")
        for each in analysing.doubtful(office, year)
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _catalogue(office: Office, year: BEYear) -> Catalogue | None:
    """Return the catalogue of a year, or None where no one knows it: then its names are not checked."""
    try:
        return office.catalogue(year)
    except NotFound:
        return None
