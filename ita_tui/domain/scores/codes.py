"""The codes of a year's figures: which are well formed, how they sort, what they are called in Thai.

`overall`, `mean`, `sd`, `max`, `min` · instruments `IIT`, `EIT`, its parts `EIT1` and `EIT2`, `OIT` · indicators
`1` to `10` · sub-indicators `9.1` to `10.2` · questions `i1` …, `e1` … and items `o1` ….

EIT asks every question twice: respondents answer themselves (part 1), and a survey is made (part 2). `e1.1` and
`e1.2` are a question's scores in the two parts. A bare `e1` is what a paper prints beside the question without
saying which: the mean of both parts, or part 2 alone; which of the two is found from the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

OVERALL: Final = "overall"
STATISTICS: Final = ("mean", "sd", "max", "min")
INSTRUMENTS: Final = ("IIT", "EIT", "OIT")
EIT_PARTS: Final = ("EIT1", "EIT2")
INDICATORS: Final = tuple(str(number) for number in range(1, 11))
OF_INSTRUMENT: Final = {"IIT": INDICATORS[:5], "EIT": INDICATORS[5:8], "OIT": INDICATORS[8:]}

_NAMED: Final = (OVERALL, "IIT", "EIT", "EIT1", "EIT2", "OIT", *STATISTICS)
_LABELS: Final = {
    "overall": "คะแนนภาพรวม", "IIT": "คะแนน IIT", "EIT": "คะแนน EIT", "EIT1": "คะแนน EIT ส่วนที่ 1",
    "EIT2": "คะแนน EIT ส่วนที่ 2", "OIT": "คะแนน OIT", "mean": "ค่าเฉลี่ยของตัวชี้วัด",
    "sd": "ส่วนเบี่ยงเบนมาตรฐาน", "max": "คะแนนสูงสุด", "min": "คะแนนต่ำสุด", "level": "ระดับผลการประเมิน",
}
_SHAPE: Final = re.compile(r"(?:[1-9]|10)|(?:9|10)\.[1-9]\d?|[io][1-9]\d{0,2}|e[1-9]\d{0,2}(?:\.[12])?")
_QUESTION: Final = re.compile(r"([ioe])(\d+)(?:\.([12]))?")


def is_code(text: str) -> bool:
    """Tell whether a text is a well-formed code of some year."""
    return text in _NAMED or _SHAPE.fullmatch(text) is not None


def order(code: str) -> tuple[int, int, int]:
    """Return what codes sort by: overall, instruments, statistics, indicators, sub-indicators, questions, items."""
    if code in _NAMED:
        return 0, _NAMED.index(code), 0
    if question := _QUESTION.fullmatch(code):
        return 3 + "ieo".index(question[1]), int(question[2]), int(question[3] or 0)
    head, _, tail = code.partition(".")
    if not (head.isdecimal() and (tail or "0").isdecimal()):
        return 9, 0, 0
    return (2 if tail else 1), int(head), int(tail or 0)


def label(code: str) -> str:
    """Return what a code is called in a sentence, with Arabic digits: ตัวชี้วัดที่ 6, ข้อ e1 ส่วนที่ 2."""
    if code in _LABELS:
        return _LABELS[code]
    if question := _QUESTION.fullmatch(code):
        part = f" ส่วนที่ {question[3]}" if question[3] else ""
        return f"ข้อ {question[1]}{question[2]}{part}"
    if not is_code(code):
        return f"รหัส “{code}”"
    return f"ตัวชี้วัดย่อยที่ {code}" if "." in code else f"ตัวชี้วัดที่ {code}"


def labels(codes: Iterable[str]) -> str:
    """Return what several codes are called, a run of neighbours as first–last: ตัวชี้วัดที่ 6–8."""
    runs: list[list[str]] = []
    for code in sorted(codes, key=_by_part):
        if runs and _by_part(code) == _after(runs[-1][-1]):
            runs[-1].append(code)
        else:
            runs.append([code])
    return ", ".join(part for run in runs for part in _run(run))


def _by_part(code: str) -> tuple[int, int, int]:
    """Return what codes sort by where parts of EIT are told one after the other."""
    kind, number, part = order(code)
    return kind, part, number


def _after(code: str) -> tuple[int, int, int]:
    kind, part, number = _by_part(code)
    return (kind, part, number + 1) if kind in (1, 3, 4, 5) else (-1, 0, 0)


def _run(run: list[str]) -> list[str]:
    if len(run) < 3:
        return [label(code) for code in run]
    last = run[-1].partition(".")[0]
    return [label(run[0]).replace(run[0].partition(".")[0], f"{run[0].partition('.')[0]}–{last}")]
