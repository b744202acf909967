"""Years of figures for tests: consistent ones at random, and a plain second opinion on what is consistent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import strategies as st

from ita_tui.domain.results import Results
from ita_tui.domain.years import BEYear

Figures = dict[str, Decimal]
INDICATORS = [str(number) for number in range(1, 11)]
UPPER = ["overall", "IIT", "EIT", "OIT", *INDICATORS]


def exact(value: Fraction) -> Fraction:
    """Return a value as it is: the way of papers that round only what they print."""
    return value


def cents(value: Fraction) -> Fraction:
    """Return a value rounded: the way of papers that go on with what they printed."""
    return Fraction(printed(value))


def printed(value: Fraction) -> Decimal:
    """Return two decimals, halves up."""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the plain mean."""
    return sum(values, Fraction(0)) / len(values)


scores = st.one_of(st.integers(6000, 10000), st.sampled_from([10000, 9880, 9760, 8000])).map(lambda n: Fraction(n, 100))
fine_scores = st.integers(600000, 1000000).map(lambda n: Fraction(n, 10000))


@st.composite
def consistent_years(
    draw: st.DrawFn, *, full: bool = False, years: Sequence[int] = (2564, 2566, 2567, 2568, 2568, 2569),
    eit: Sequence[str] = ("none", "second", "mean", "both"),
) -> Results:
    """A year whose printed figures follow from one another, rounded at every step or only at the end.

    Unless `full`, papers may leave figures out: EIT as a whole, its parts, questions of staff, the statistics; `eit`
    tells how its questions may be printed: not at all, those of part 2, the means of both parts, or both parts.
    """
    keep = draw(st.sampled_from([exact, cents]))
    year = draw(st.sampled_from(years))
    i = {f"i{n}": draw(scores) for n in range(1, 16)}
    e = {f"e{n}.{part}": draw(scores) for n in range(1, 10) for part in (1, 2)}
    figures: dict[str, Fraction] = {**i, **e}
    for k in range(1, 6):
        figures[str(k)] = keep(mean([i[f"i{n}"] for n in range(3 * k - 2, 3 * k + 1)]))
    parts = {
        (k, part): keep(mean([e[f"e{n}.{part}"] for n in range(3 * (k - 5) - 2, 3 * (k - 5) + 1)]))
        for k in (6, 7, 8) for part in (1, 2)
    }
    for k in (6, 7, 8):
        figures[str(k)] = keep(mean([parts[k, 1], parts[k, 2]]))
    figures |= {f"EIT{part}": keep(mean([parts[k, part] for k in (6, 7, 8)])) for part in (1, 2)}
    figures |= {code: keep(draw(fine_scores)) for code in ("9", "10")}
    figures["IIT"] = keep(mean([figures[str(k)] for k in range(1, 6)]))
    figures["EIT"] = keep(mean([figures[str(k)] for k in (6, 7, 8)]))
    figures["OIT"] = keep(mean([figures["9"], figures["10"]]))
    figures["overall"] = (3 * figures["IIT"] + 3 * figures["EIT"] + 4 * figures["OIT"]) / 10
    figures["mean"] = mean([figures[code] for code in INDICATORS])
    shown = {code: printed(value) for code, value in figures.items()}
    indicators = [figures[code] for code in INDICATORS]
    shown |= {"max": printed(max(indicators)), "min": printed(min(indicators)), "sd": sample_deviation(indicators)}
    if year == 2568:
        shown |= {f"o{n}": Decimal(draw(st.sampled_from([100, 100, 50]))) for n in range(1, 29)}
    return Results(BEYear(year), scores=shown if full else _left_out(draw, shown, eit))


def _left_out(draw: st.DrawFn, shown: Figures, eit: Sequence[str]) -> Figures:
    left: set[str] = set()
    for group in (["EIT"], ["EIT1", "EIT2"], ["mean"], ["sd"], ["max", "min"], ["overall"]):
        if draw(st.booleans()):
            left |= set(group)
    if {"EIT", "EIT1"} <= left:
        left -= {"EIT"}
    if draw(st.booleans()):
        left |= {code for code in shown if code[0] == "i"}
    questions = {code for code in shown if code[0] == "e"}
    kept = {code: value for code, value in shown.items() if code not in left | questions}
    match draw(st.sampled_from(eit)):
        case "second":
            return kept | {code[:-2]: shown[code] for code in questions if code.endswith(".2")}
        case "mean":
            return kept | {
                f"e{n}": printed(Fraction(shown[f"e{n}.1"] + shown[f"e{n}.2"]) / 2) for n in range(1, 10)
            }
        case "both":
            return kept | {code: shown[code] for code in questions}
    return kept


def sample_deviation(values: Sequence[Fraction]) -> Decimal:
    """Return the standard deviation with n − 1, two decimals."""
    middle = mean(values)
    square = sum(((value - middle) ** 2 for value in values), Fraction(0)) / (len(values) - 1)
    return (Decimal(square.numerator) / Decimal(square.denominator)).sqrt().quantize(Decimal("0.01"), ROUND_HALF_UP)


# --- a second opinion ---------------------------------------------------------------------------------------

SUMS = {
    "IIT": dict.fromkeys(INDICATORS[:5], Fraction(1, 5)), "EIT": dict.fromkeys(INDICATORS[5:8], Fraction(1, 3)),
    "OIT": dict.fromkeys(INDICATORS[8:], Fraction(1, 2)), "mean": dict.fromkeys(INDICATORS, Fraction(1, 10)),
    "overall": {"IIT": Fraction(3, 10), "EIT": Fraction(3, 10), "OIT": Fraction(4, 10)},
}


def gap(figures: Mapping[str, Decimal], code: str) -> Fraction:
    """Return by how much a printed figure exceeds the sum of its printed parts."""
    return Fraction(figures[code]) - sum(
        (Fraction(figures[child]) * weight for child, weight in SUMS[code].items()), Fraction(0)
    )


def broken(figures: Mapping[str, Decimal]) -> set[str]:
    """Return which printed sums of indicators, instruments and statistics are out by more than 0.01."""
    printed_sums = [code for code, parts in SUMS.items() if {code, *parts} <= figures.keys()]
    found = {code for code in printed_sums if abs(gap(figures, code)) > Fraction(1, 100)}
    indicators = [Fraction(figures[code]) for code in INDICATORS if code in figures]
    if len(indicators) == len(INDICATORS):
        spread = sample_deviation(indicators)
        found |= {"sd"} if abs(figures.get("sd", spread) - spread) > Decimal("0.02") else set()
        found |= {"max"} if figures.get("max", max(indicators)) != max(indicators) else set()
        found |= {"min"} if figures.get("min", min(indicators)) != min(indicators) else set()
    return found


def can_mend(figures: Mapping[str, Decimal], code: str) -> bool:
    """Tell by trying whether another value of one figure would make every printed sum agree."""
    out = sorted(broken(figures) & SUMS.keys())
    if not out or any(code not in {each, *SUMS[each]} for each in out):
        return False
    factor = Fraction(1) if code == out[0] else -SUMS[out[0]][code]
    needed = Fraction(figures[code]) - gap(figures, out[0]) / factor
    near = [printed(needed + Fraction(cent, 100)) for cent in range(-15, 16)]
    return any(not broken({**figures, code: value}) for value in near if 0 <= value <= 100)
