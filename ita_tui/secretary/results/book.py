"""The results of all years under the secretary's hands: looked at side by side, typed in, checked, taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ita_tui.domain.proof.findings import Finding
from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import recomputed
from ita_tui.domain.scores.codes import OF_INSTRUMENT, label, order
from ita_tui.domain.scores.levels import levels_for, read_level, scale_of
from ita_tui.domain.scores.parts import INSTRUMENT_NAMES, codes_to_enter, owner_of, parts_of
from ita_tui.domain.scores.structure import Structure, structure_for, structure_of
from ita_tui.domain.years import BEYear
from ita_tui.errors import BadText, NotFound
from ita_tui.exchange.codes import read_code, read_score, read_year_cell
from ita_tui.secretary.keeping.changes import Change
from ita_tui.secretary.keeping.office import Office
from ita_tui.secretary.results.checking import findings_of_results
from ita_tui.thai.text import clean

_NAME_CELLS = 200
"""Code points a name of an indicator may have."""
_LEVEL_CELLS = 60
"""Code points a level may have; the longest of the scales has 22."""


class ResultsBook:
    """What is stored of each score year; every change is kept at once, as an act of no meeting."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._item_names: dict[BEYear, Mapping[str, str]] = {}
        self._computed: tuple[Results, Mapping[str, Decimal]] | None = None

    # --- what there is ----------------------------------------------------------------------------------

    def years(self) -> tuple[BEYear, ...]:
        """Return the score years that have results, latest first."""
        known = reversed(self._office.years())
        return tuple(year for year in known if _told(self._office.year(year).results))

    def results(self, year: BEYear) -> Results:
        """Return the results of a year; empty ones where none are stored."""
        return self._office.year(year).results or Results(year)

    def before(self, year: BEYear) -> Results | None:
        """Return the results of the year before; None where none are stored."""
        found = self._office.year(BEYear(year - 1)).results
        return found if _told(found) else None

    def findings(self, year: BEYear) -> tuple[Finding, ...]:
        """Return what does not agree in a year's results; nothing where none are stored."""
        return findings_of_results(self._office, year) if self._office.year(year).results is not None else ()

    def name(self, year: BEYear, code: str) -> str:
        """Return the name of an instrument, an indicator or an item in that year; empty where none is known."""
        own = self.results(year).name(code)
        return own or INSTRUMENT_NAMES.get(code, "") or self.structure(year).name(code) or self._item_name(year, code)

    def _item_name(self, year: BEYear, code: str) -> str:
        if code[0] != "o":
            return ""
        if year not in self._item_names:
            self._item_names[year] = self._names_of_items(year)
        return self._item_names[year].get(code, "")

    def _names_of_items(self, year: BEYear) -> Mapping[str, str]:
        try:
            return {item.code: item.name for item in self._office.catalogue(year).items}
        except NotFound:
            return {}

    def below(self, year: BEYear, code: str) -> tuple[str, ...]:
        """Return the codes that stand directly below a figure of that year."""
        return parts_of(code, self.structure(year), self.results(year).scores)

    def owner(self, year: BEYear, code: str) -> str:
        """Return the figure below which a code is found; empty for one of the first list."""
        return owner_of(code, self.structure(year), {*self.results(year).scores, code})

    # --- typing -----------------------------------------------------------------------------------------

    def codes(self, year: BEYear) -> tuple[str, ...]:
        """Return the codes that a year's figures are asked for by."""
        return codes_to_enter(self.structure(year), self.results(year).scores)

    def computed(self, year: BEYear) -> Mapping[str, Decimal]:
        """Return what follows from the entered figures, code → two decimals."""
        results = self.results(year)
        if self._computed is None or self._computed[0] is not results:
            self._computed = results, recomputed(results)
        return self._computed[1]

    def proposed_levels(self, year: BEYear) -> tuple[str, ...]:
        """Return every level that the entered figures allow, best first."""
        return levels_for(self.results(year))

    def scale(self, year: BEYear) -> tuple[str, ...]:
        """Return the levels of a year's scale, best first."""
        return scale_of(year).levels

    def level_fits(self, year: BEYear) -> bool:
        """Tell whether the entered level is one that the figures allow, or nothing is known against it."""
        entered, allowed = self.results(year).level, self.proposed_levels(year)
        return not entered or not allowed or read_level(entered) in allowed

    def enter(self, year: BEYear, code: str, score: Decimal | None) -> None:
        """Keep a score of 0 to 100; None takes it out. Raises RuleBroken in a window that only reads."""
        old = self.results(year)
        scores = {each: value for each, value in old.scores.items() if each != code}
        if score is not None:
            scores[code] = score
        self._keep("enter score", replace(old, scores=scores))

    def enter_level(self, year: BEYear, level: str) -> None:
        """Keep the level as announced; an empty one takes it out. Raises BadText, RuleBroken as `enter`."""
        plain = clean(level, multiline=False).strip()
        if len(plain) > _LEVEL_CELLS:
            raise BadText("ระดับยาวเกินไป", "พิมพ์เฉพาะชื่อระดับ เช่น ผ่านดี")
        self._keep("enter level", replace(self.results(year), level=plain))

    def _keep(self, verb: str, after: Results) -> None:
        record = self._office.year(after.year)
        if after != (record.results or Results(after.year)):
            self._office.keep(Change(verb, "", year=replace(record, results=after)))

    # --- what the year is made of -----------------------------------------------------------------------

    def structure(self, year: BEYear) -> Structure:
        """Return what is known of the figures of a year, with what the office entered of it."""
        return structure_for(self.results(year))

    def enter_codes(self, year: BEYear, codes: Mapping[str, tuple[str, ...]]) -> None:
        """Keep which questions or items make each indicator, where that is not known already.

        Raises BadText for a code that two indicators have, RuleBroken as `enter`.
        """
        owner: dict[str, str] = {}
        for indicator, own in codes.items():
            for code in own:
                if owner.setdefault(code, indicator) != indicator:
                    raise BadText(f"รหัส {code} อยู่ในตัวชี้วัดที่ {owner[code]} และ {indicator}", "แก้ให้อยู่ในตัวชี้วัดเดียว")
        known = structure_of(year)
        asked = {**known.questions, **known.items}
        other = {each: own for each, own in codes.items() if own != asked.get(each, ())}
        self._keep("structure", replace(self.results(year), own_codes=other))

    def enter_names(self, year: BEYear, names: Mapping[str, str]) -> None:
        """Keep what indicators are called in a year; an empty name is the one known. Raises as `enter_level`."""
        plain = {code: clean(name, multiline=False).strip() for code, name in names.items()}
        if any(len(name) > _NAME_CELLS for name in plain.values()):
            raise BadText("ชื่อตัวชี้วัดยาวเกินไป", "พิมพ์เฉพาะชื่อตัวชี้วัด")
        known = structure_of(year)
        other = {code: name for code, name in plain.items() if name and name != known.name(code)}
        self._keep("structure", replace(self.results(year), own_names=other))

    def undo(self, year: BEYear) -> str:
        """Take back the last change of a year's results; return what it was, in Thai. Raises as Office.undo."""
        return self._office.undo_in_year(year).what


def typed_year(text: str) -> BEYear:
    """Read the score year of new results; raise BadText."""
    return read_year_cell(text.strip())


def typed_code(text: str) -> str:
    """Read a code as offices type it; raise BadText."""
    return read_code(text.strip())


def typed_score(text: str) -> Decimal | None:
    """Read what was typed into a cell, with Thai or Arabic digits; None for an empty one. Raises BadText."""
    return read_score(text) if text.strip() else None


def typed_codes(indicator: str, text: str) -> tuple[str, ...]:
    """Read the questions or items of an indicator, e.g. `i1-i3` or `o๑ ถึง o๔ o๗`; raise BadText."""
    letter = next(each for each, own in zip("ieo", OF_INSTRUMENT.values(), strict=True) if indicator in own)
    found: list[str] = []
    plain = re.sub(r"\s*(?:-|–|ถึง)\s*", "-", re.sub(r"ข้อ(?:ที่)?\s*", "", text))
    for part in re.split(r"[\s,]+", plain.strip()):
        ends = [read_code(end) for end in part.split("-")] if part else []
        if len(ends) > 2 or any(not re.fullmatch(rf"{letter}\d+", end) for end in ends):
            raise BadText(f"“{part}” ไม่ใช่รหัสของตัวชี้วัดที่ {indicator}", f"พิมพ์ เช่น {letter}1-{letter}3")
        if ends:
            first, last = int(ends[0][1:]), int(ends[-1][1:])
            found += [f"{letter}{number}" for number in range(first, last + 1)]
    return tuple(sorted(set(found), key=order))


def told_codes(codes: Sequence[str]) -> str:
    """Return codes as `typed_codes` reads them, neighbours as first-last."""
    runs: list[list[str]] = []
    for code in codes:
        if runs and int(code[1:]) == int(runs[-1][-1][1:]) + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    return " ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def name_and_label(code: str, name: str) -> str:
    """Return what a figure is called in full: ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน."""
    return f"{label(code)} {name}".strip()


def _told(results: Results | None) -> bool:
    return results is not None and bool(results.scores or results.level)
