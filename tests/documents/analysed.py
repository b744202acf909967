"""Results and bodies that the tests of the analysis print: a municipality and an organisation, words of our own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ita_tui.documents.analysis.style import style_of
from ita_tui.documents.facts import AnalysisFacts
from ita_tui.domain.analysis.texts import Analysis
from ita_tui.domain.body import BodyKind
from ita_tui.domain.oit import CatalogueItem, Group
from ita_tui.domain.results import Results
from ita_tui.domain.years import BEYear

SHIPPED = ("groups", "two_years", "indicators", "lowest")

THIS_YEAR = {
    "overall": "99.33", "IIT": "99.33", "EIT1": "97.26", "EIT2": "99.63", "OIT": "100.00",
    "1": "100.00", "2": "100.00", "3": "100.00", "4": "97.78", "5": "98.89", "6": "98.19", "7": "98.44", "8": "98.72",
    "9": "100.00", "10": "100.00", **{f"o{number}": "100.00" for number in range(1, 44)},
}  # fmt: skip
YEAR_BEFORE = {
    "overall": "97.03", "IIT": "96.99", "EIT": "94.39", "OIT": "99.05",
    "1": "98.90", "2": "97.65", "3": "96.40", "4": "97.78", "5": "99.12", "6": "94.27", "7": "93.86", "8": "95.03",
    "9": "98.10", "10": "100.00",
}  # fmt: skip
WEAK_YEAR = {
    "overall": "84.33", "IIT": "86.67", "EIT": "84.29", "EIT1": "85.53", "EIT2": "83.04", "OIT": "82.60",
    "1": "91.11", "2": "79.99", "3": "88.34", "4": "80.00", "5": "93.91", "6": "84.66", "7": "88.20", "8": "80.00",
    "9": "77.70", "10": "87.50", "9.1": "100.00", "9.2": "60.00",
    "i1": "90.00", "i2": "91.11", "i3": "92.22", "i4": "70.13", "i5": "84.72", "i6": "85.12",
    **{f"o{number}": "50.00" if number in (5, 6, 7, 12, 19, 23) else "100.00" for number in range(1, 29)},
}  # fmt: skip


def year_of(year: int, scores: Mapping[str, str], level: str = "") -> Results:
    """Return results of a year from scores as printed."""
    return Results(BEYear(year), level, {code: Decimal(text) for code, text in scores.items()})


def municipality(
    style: str = "groups", *, results: Results | None = None, earlier: tuple[Results, ...] | None = None,
    analysis: Analysis | None = None,
) -> AnalysisFacts:
    """Return the facts of a subdistrict municipality that knows its year before."""
    before = (year_of(2565, YEAR_BEFORE, "AA"),) if earlier is None else earlier
    return AnalysisFacts(
        "เทศบาลตำบลทดสอบ", BodyKind.SUBDISTRICT_MUNICIPALITY, "ตัวอย่าง", "",
        results or year_of(2566, THIS_YEAR, "ผ่านดีเยี่ยม"), style_of(style), before, analysis=analysis or Analysis(),
    )  # fmt: skip


GROUPS = (
    Group("9.1", "ข้อมูลพื้นฐาน"), Group("9.2", "การบริหารงาน"), Group("10.1", "การดำเนินการเพื่อป้องกันการทุจริต"),
)  # fmt: skip


def organisation(style: str = "groups") -> AnalysisFacts:
    """Return the facts of a subdistrict organisation with weak figures, questions, items and no year before."""
    items = tuple(
        CatalogueItem(f"o{number}", f"รายการที่ {number}", "9.1" if number < 5 else "9.2" if number < 21 else "10.1")
        for number in range(1, 29)
    )
    return AnalysisFacts(
        "องค์การบริหารส่วนตำบลทดสอบ", BodyKind.SUBDISTRICT_ORGANISATION, "ตัวอย่าง", "ทดลอง",
        year_of(2568, WEAK_YEAR, "ต้องปรับปรุง"), style_of(style), (), GROUPS, items,
    )  # fmt: skip
