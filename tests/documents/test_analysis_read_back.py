"""Every cell of the report read back from its files: what stands under a head beside a name is that figure."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from docx import Document

from ita_tui.documents.export import Format, paper_of, render
from ita_tui.documents.facts import AnalysisFacts
from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import recomputed
from ita_tui.domain.scores.codes import INDICATORS, OF_INSTRUMENT
from ita_tui.domain.scores.structure import structure_for
from ita_tui.thai.digits import arabic_digits
from tests.documents.analysed import SHIPPED, municipality, organisation
from tests.documents.test_formats import texts_of

Rows = list[list[str]]
BODIES = {"municipality": municipality, "organisation": organisation}
OWN = ("คะแนน", "คะแนนรายตัวชี้วัด", "ระดับคะแนนที่ได้", "ผลประเมิน")
NAMED = {"คะแนนภาพรวม": "overall", "ระดับผลการประเมิน": "level"}


@pytest.mark.parametrize("wanted", [Format.DOCX, Format.HTML, Format.MD])
@pytest.mark.parametrize(("body", "style"), product(BODIES, SHIPPED))
def test_what_stands_under_a_head_beside_a_name_is_that_figure(body: str, style: str, wanted: Format) -> None:
    facts = BODIES[body](style)
    content, _ = render(paper_of(facts, draft=False), wanted)
    told: dict[str, str] = {}
    for table in tables_of(content, wanted):
        for subject, head, cell in cells_of(table, facts):
            expected = figure_of(facts, subject, head)
            if expected is not None and cell:
                assert arabic_digits(cell) == expected, (subject, head)
                told[f"{head} {subject}"] = cell
    asked = [f"{head} {code}" for head in {each.partition(" ")[0] for each in told} & {*OWN} for code in INDICATORS]
    assert len(set(told) & set(asked)) >= len(INDICATORS)
    if style == "indicators":
        assert {"คะแนนรายเครื่องมือ 1", "คะแนนรายเครื่องมือ 6", "คะแนนรายเครื่องมือ 9"} <= told.keys()
        assert {f"ผลประเมิน {code}" for code in ("IIT", "EIT1", "EIT2", "OIT")} <= told.keys()
    if style == "two_years":
        assert "การเปลี่ยนแปลง 5" in told or facts.previous is None
        assert any(each.endswith(" overall") for each in told)


@pytest.mark.parametrize("body", BODIES)
def test_what_stands_behind_the_name_of_an_instrument_on_the_page_is_its_figure(body: str, tmp_path: Path) -> None:
    facts = BODIES[body]("indicators")
    content, _ = render(paper_of(facts, draft=False), Format.PDF)
    for reader, text in texts_of(content, Format.PDF, tmp_path).items():
        lines = arabic_digits(text).splitlines()
        found = {}
        for line in lines:
            if told := re.search(r"\((IIT|EIT|OIT)(?: ส่วนที่ ([12]))?\) +([\d.]+\*?)$", line.strip()):
                found[f"{told[1]}{told[2] or ''}"] = told[3]
        assert found == {code: printed(facts.results, code) for code in ("IIT", "EIT1", "EIT2", "OIT")}, reader


def figure_of(facts: AnalysisFacts, subject: str, head: str) -> str | None:
    """Return what a cell has to say, from what is stored alone; None for a cell of words."""
    now, before = facts.results, facts.previous
    plain = arabic_digits(head)
    if plain == f"ปี {now.year}" or head in OWN:
        return printed(now, subject)
    if before is not None and plain == f"ปี {before.year}":
        return printed(before, subject)
    if head == "คะแนนรายเครื่องมือ":
        return printed(now, next(code for code, own in OF_INSTRUMENT.items() if subject in own))
    if head == "การเปลี่ยนแปลง" and before is not None and subject in now.scores and subject in before.scores:
        by = now.scores[subject] - before.scores[subject]
        return "คงที่" if not by else f"{'เพิ่มขึ้น' if by > 0 else 'ลดลง'} {abs(by):.2f}"
    return None


def printed(results: Results, code: str) -> str:
    """Return a figure as papers print it: with a star where only the others tell it, as - where nothing does."""
    if code == "level":
        return results.level
    computed: Decimal | None = recomputed(results).get(code)
    return results.printed(code) or ("-" if computed is None else f"{computed:.2f}*")


def cells_of(table: Rows, facts: AnalysisFacts) -> Iterator[tuple[str, str, str]]:
    """Yield (code, head of the column, cell) of every cell beside a name, or under one in a chart over the years."""
    head, *rows = table
    for row in rows:
        if head[0] == "ปี":
            for name, cell in zip(head[1:], row[1:], strict=True):
                yield NAMED.get(name, name), f"ปี {row[0]}", cell
            continue
        subjects = [code for cell in row for code in [code_of(cell, facts)] if code]
        for name, cell in zip(head, row, strict=True):
            if subjects and not code_of(cell, facts):
                yield subjects[-1], name, cell


def code_of(cell: str, facts: AnalysisFacts) -> str:
    """Return the code of the figure that a cell names; empty for any other cell."""
    structure = structure_for(facts.results)
    plain = arabic_digits(cell)
    for code in INDICATORS:
        if plain in (structure.name(code), f"{code}. {structure.name(code)}"):
            return code
    if found := re.search(r"\((IIT|EIT|OIT)(?: ส่วนที่ ([12]))?\)$", plain):
        return f"{found[1]}{found[2] or ''}"
    return NAMED.get(cell, "")


# --- tables of files ----------------------------------------------------------------------------------------


def tables_of(content: bytes, wanted: Format) -> list[Rows]:
    """Return the tables of a file with their heads, merged cells told in each of their rows or left empty."""
    if wanted is Format.DOCX:
        tables = Document(io.BytesIO(content)).tables
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    text = content.decode()
    if wanted is Format.HTML:
        return [spread(each) for each in re.findall(r"<table.*?</table>", text, re.DOTALL)]
    blocks = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [[marked(line) for line in each.splitlines() if not line.startswith(("|---", "|:"))] for each in blocks]


def marked(line: str) -> list[str]:
    return [cell.strip().replace("\\", "").strip("*" if cell.strip().startswith("**") else "")
            for cell in line.strip().strip("|").split("|")]


def spread(table: str) -> Rows:
    """Return the rows of an HTML table, each merged cell told in all rows it reaches over."""
    rows: Rows = []
    over: dict[int, tuple[int, str]] = {}
    for line in re.findall(r"<tr.*?</tr>", table, re.DOTALL):
        own = re.findall(r"<t[dh]([^>]*)>(.*?)</t[dh]>", line, re.DOTALL)
        row: list[str] = []
        for attributes, inner in own:
            while len(row) in over and over[len(row)][0]:
                left, cell = over[len(row)]
                over[len(row)] = (left - 1, cell)
                row.append(cell)
            cell = html.unescape(re.sub(r"<[^>]*>", "", inner)).strip()
            reach = number(attributes, "rowspan")
            for _ in range(number(attributes, "colspan")):
                over[len(row)] = (reach - 1, cell)
                row.append(cell)
        for at in range(len(row), len(rows[0]) if rows else 0):
            left, cell = over.get(at, (0, ""))
            over[at] = (left - 1, cell)
            row.append(cell if left else "")
        rows.append(row)
    return rows


def number(attributes: str, name: str) -> int:
    found = re.search(rf'{name}="(\d+)"', attributes)
    return int(found[1]) if found else 1


def test_a_file_with_two_figures_exchanged_would_be_found_out() -> None:
    facts = municipality("indicators")
    content, _ = render(paper_of(facts, draft=False), Format.MD)
    tables: Sequence[Rows] = tables_of(content, Format.MD)
    (wrong,) = [row for row in tables[0] if row[0].endswith("การปฏิบัติหน้าที่")]
    assert arabic_digits(wrong[2]) == figure_of(facts, "1", "คะแนนรายเครื่องมือ") == "99.33"
    assert figure_of(facts, "6", "คะแนนรายเครื่องมือ") == "98.45*"
