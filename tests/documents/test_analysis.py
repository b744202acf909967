"""The report on a year's results: its figures are the stored ones in every format, and its sentences say them right."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.documents import blocks as b
from ita_tui.documents import readback
from ita_tui.documents.analysis.report import analysis_paper
from ita_tui.documents.export import Format, paper_of, render, stem_of
from ita_tui.documents.facts import AnalysisFacts
from ita_tui.domain.analysis.rules import change_of, propose
from ita_tui.domain.analysis.texts import Analysis, Judgement, Proposal, RuleSet, with_advice
from ita_tui.domain.body import BodyKind
from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import recomputed, rounded
from ita_tui.domain.scores.codes import INDICATORS
from ita_tui.domain.scores.structure import structure_of
from ita_tui.thai.digits import arabic_digits, thai_digits
from tests.documents.analysed import SHIPPED, THIS_YEAR, YEAR_BEFORE, municipality, organisation, year_of
from tests.documents.papers import HOSTILE
from tests.documents.test_formats import texts_of
from tests.domain.figures import consistent_years

BODIES = {"municipality": municipality, "organisation": organisation}
NAMES = structure_of(year_of(2568, {}).year)


def said(facts: AnalysisFacts) -> str:
    return "\n".join(b.strings_of(paper_of(facts, draft=False)))


# --- in every format ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", Format)
@pytest.mark.parametrize(("body", "style"), product(BODIES, SHIPPED))
def test_every_word_and_figure_stands_in_every_format(body: str, style: str, wanted: Format, tmp_path: Path) -> None:
    facts = BODIES[body](style)
    paper = paper_of(facts, draft=False)
    content, unshown = render(paper, wanted)
    assert unshown == ()
    texts = texts_of(content, wanted, tmp_path)
    for reader, text in texts.items():
        assert readback.missing(paper, text) == (), reader
    rows = rows_of(content, wanted) if wanted is not Format.PDF else lines_of(texts["pdfium"])
    at = 1 if style == "two_years" else 0  # the year before stands first
    assert scores_in(rows, at) == {code: facts.results.printed(code) for code in INDICATORS}


def scores_in(rows: Iterator[list[str]], at: int) -> dict[str, str]:
    """Return the score that the first row of each indicator tells."""
    found: dict[str, str] = {}
    for cells in rows:
        told = [arabic_digits(cell).strip() for cell in cells]
        numbers = [cell for cell in told if re.fullmatch(r"\d+\.\d\d|-", cell)]
        for code in INDICATORS:
            if code not in found and numbers and {NAMES.name(code), f"{code}. {NAMES.name(code)}"} & set(told):
                found[code] = numbers[at]
    return found


def lines_of(text: str) -> Iterator[list[str]]:
    """Yield the lines of a page as rows: the name of an indicator, and the numbers behind it."""
    for line in text.replace("\r", "").splitlines():
        for code in INDICATORS:
            _, name, behind = line.partition(NAMES.name(code))
            if name:
                yield [name, *behind.split()]


def rows_of(content: bytes, wanted: Format) -> Iterator[list[str]]:
    """Yield the rows of all tables of a document, as a program reads them."""
    if wanted is Format.DOCX:
        for table in Document(io.BytesIO(content)).tables:
            for row in table.rows:
                yield [cell.text for cell in row.cells]
    elif wanted is Format.HTML:
        for row in re.findall(r"<tr>(.*?)</tr>", content.decode(), re.DOTALL):
            yield [html.unescape(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
    else:
        for line in content.decode().splitlines():
            if line.startswith("|"):
                yield [cell.replace("\\", "") for cell in line.strip("| ").split("|")]


@settings(max_examples=25, deadline=None)
@given(consistent_years(full=True), consistent_years(full=True), st.sampled_from(SHIPPED))
def test_every_number_on_the_paper_is_a_stored_one_or_follows_from_them(
    results: Results, before: Results, style: str
) -> None:
    before = replace(before, year=year_of(results.year - 1, {}).year)
    facts = municipality(style, results=results, earlier=(before,))
    known = {Decimal("80.00"), Decimal("95.00"), Decimal("100.00")}
    for year in (results, before):
        known |= {*map(rounded, year.scores.values()), *recomputed(year).values()}
    known |= {change_of(code, results, before).difference for code in results.scores}
    known |= {100 - results.scores[code] for code in INDICATORS}
    text = re.sub(r"(?m)^4\.\d+ ", "", arabic_digits(said(facts)))  # the numbers of headings
    told = {Decimal(number) for number in re.findall(r"\d+\.\d\d(?!\d)", text)}
    assert told <= known
    assert {results.scores["overall"], *(results.scores[code] for code in INDICATORS)} <= told


def test_a_computed_figure_is_marked_and_the_mark_explained_where_it_stands() -> None:
    blocks = paper_of(municipality("indicators"), draft=False).blocks
    table = next(at for at, block in enumerate(blocks) if isinstance(block, b.Table))
    assert isinstance(blocks[table], b.Table)
    assert "๙๘.๔๕*" in b.strings_of(b.Paper("", (blocks[table],)))
    note = blocks[table + 1]
    assert isinstance(note, b.Paragraph)
    assert note.text.startswith("*")
    announced = year_of(2566, {**THIS_YEAR, "EIT": "98.45"}, "ผ่านดีเยี่ยม")
    assert "*" not in said(municipality("indicators", results=announced))


# --- titles and bodies --------------------------------------------------------------------------------------


def test_the_title_names_body_kind_district_and_province() -> None:
    title = paper_of(organisation(), draft=False).blocks[0]
    assert isinstance(title, b.Title)
    assert title.lines[1:] == (
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "องค์การบริหารส่วนตำบลทดสอบ", "อำเภอทดลอง จังหวัดตัวอย่าง"
    )  # fmt: skip
    assert stem_of(organisation()) == "การวิเคราะห์ผลการประเมิน_2568"


@pytest.mark.parametrize("kind", BodyKind)
def test_posts_and_laws_are_those_of_the_kind_of_body(kind: BodyKind) -> None:
    text = said(replace(organisation(), kind=kind))
    is_organisation = kind is BodyKind.SUBDISTRICT_ORGANISATION
    assert ("ข้อบัญญัติ" in text, "เทศบัญญัติ" in text) == (is_organisation, not is_organisation)
    assert ("ปลัดองค์การบริหารส่วนตำบล" in text, "ปลัดเทศบาล" in text) == (is_organisation, not is_organisation)


def test_a_place_that_nobody_entered_leaves_no_empty_line() -> None:
    title = paper_of(replace(municipality(), province=""), draft=False).blocks[0]
    assert isinstance(title, b.Title)
    assert len(title.lines) == 3


@pytest.mark.parametrize("style", SHIPPED)
def test_headings_are_numbered_without_a_gap(style: str) -> None:
    headings = [block.text for block in _flat(paper_of(municipality(style), draft=False).blocks)
                if isinstance(block, b.Heading)]
    numbers = [arabic_digits(heading.split()[0]) for heading in headings]
    top = [number for number in numbers if number.endswith(".")]
    assert top == [f"{at}." for at in range(1, len(top) + 1)]
    section, sub = 0, 0
    for number in numbers:
        section, sub = (section + 1, 0) if number.endswith(".") else (section, sub + 1)
        assert number == (f"{section}." if not sub else f"{section}.{sub}")


def _flat(blocks: tuple[b.Block, ...]) -> Iterator[b.Block]:
    for block in blocks:
        if isinstance(block, b.Landscape):
            yield from block.inner
        else:
            yield block


# --- sentences ----------------------------------------------------------------------------------------------


def test_the_result_names_score_level_and_change() -> None:
    assert "มีคะแนนภาพรวม ๙๙.๓๓ คะแนน อยู่ในระดับผ่านดีเยี่ยม เพิ่มขึ้นจากปีงบประมาณ พ.ศ. ๒๕๖๕" in said(municipality())
    fallen = year_of(2566, {**THIS_YEAR, "overall": "96.03"})
    text = said(municipality(results=fallen))
    assert "มีคะแนนภาพรวม ๙๖.๐๓ คะแนน ลดลงจากปีงบประมาณ พ.ศ. ๒๕๖๕ ซึ่งมีคะแนน ๙๗.๐๓ คะแนน จำนวน ๑.๐๐ คะแนน" in text
    same = year_of(2566, {**THIS_YEAR, "overall": "97.03"})
    assert "คงที่เมื่อเทียบกับปีงบประมาณ พ.ศ. ๒๕๖๕ ซึ่งมีคะแนน ๙๗.๐๓ คะแนนเท่ากัน" in said(municipality(results=same))


def test_without_the_year_before_nothing_is_compared() -> None:
    text = said(municipality("two_years", earlier=(year_of(2564, YEAR_BEFORE),)))
    assert not any(word in text for word in ("เพิ่มขึ้น ", "ลดลง ", "คงที่"))
    assert "ไม่มีคะแนนของปีงบประมาณ พ.ศ. ๒๕๖๕ ให้เปรียบเทียบ" in text


def test_a_year_without_an_overall_score_shows_dots_where_it_belongs() -> None:
    text = said(municipality(results=year_of(2566, {"1": "98.00"}), earlier=()))
    assert f"มีคะแนนภาพรวม {'.' * 12} คะแนน" in text


def test_equal_scores_are_told_together() -> None:
    text = said(organisation("lowest"))
    assert "อยู่ในอันดับที่ ๓ นับจากน้อยที่สุด ร่วมกัน ๒ ตัวชี้วัด" in text
    assert "ข้อ o๕ ถึง o๗, o๑๒ และ o๑๙ ได้ข้อละ ๕๐.๐๐ คะแนน" in text
    lowest = {**THIS_YEAR, "4": "97.78", "5": "97.78"}
    assert "น้อยที่สุดเท่ากัน ๒ ตัวชี้วัด" in said(municipality("lowest", results=year_of(2566, lowest)))


def test_exactly_80_is_no_weakness_and_just_below_is() -> None:
    text = said(organisation("two_years"))
    weak = text[text.index("จุดอ่อน: ") :]
    assert "ตัวชี้วัดที่ ๒ การใช้งบประมาณ ได้ ๗๙.๙๙ คะแนน ต่ำกว่าเกณฑ์ ๘๐.๐๐ คะแนน" in weak
    assert "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ ได้ ๘๐.๐๐ คะแนน ต่ำกว่าเกณฑ์" not in text


@settings(max_examples=25, deadline=None)
@given(consistent_years(full=True), consistent_years(full=True))
def test_what_is_said_of_a_change_is_its_direction_and_difference(results: Results, before: Results) -> None:
    before = replace(before, year=year_of(results.year - 1, {}).year)
    lines = said(municipality("two_years", results=results, earlier=(before,))).splitlines()
    for each in propose(RuleSet.CHANGE, results, before):
        if each.slot:
            continue
        change = change_of(each.about, results, before)
        head = f"ตัวชี้วัดที่ {thai_digits(each.about)} {each.params['name']} {change.direction.label}"
        (line, *_) = [line for line in lines if line.startswith(head)]
        if change.difference:
            assert f"{thai_digits(f'{change.difference:.2f}')} คะแนน (" in line


def test_questions_stand_from_the_highest_score_down_and_items_under_their_sub_indicators() -> None:
    text = said(organisation("indicators"))
    assert "จากข้อคำถาม ๓ ข้อ เรียงจากคะแนนมากไปน้อย ได้แก่ ข้อ i๓ ได้ ๙๒.๒๒ คะแนน ข้อ i๒ ได้ ๙๑.๑๑ คะแนน และข้อ i๑" in text
    assert "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน ๑๐๐.๐๐ คะแนน: ข้อ o๑ ถึง o๔ ได้ข้อละ ๑๐๐.๐๐ คะแนน" in text
    assert "ข้อบกพร่องที่ตรวจพบ: ข้อ i๔ ได้ ๗๐.๑๓ คะแนน" in text
    assert "ข้อบกพร่องที่ตรวจพบ: ไม่มี" in text


def test_no_indicator_is_called_strong_and_weak_at_once() -> None:
    text = said(municipality("two_years"))
    strong = text[text.index("จุดแข็ง: ") : text.index("จุดอ่อน: ")]
    assert "การแก้ไขปัญหาการทุจริต" not in strong


def test_a_group_without_indicators_says_so_and_nothing_else() -> None:
    blocks = list(_flat(paper_of(organisation(), draft=False).blocks))
    at = next(at for at, block in enumerate(blocks) if block == b.Heading("๓.๑ กลุ่มตัวชี้วัดที่ควรรักษามาตรฐาน"))
    assert blocks[at + 1] == b.Paragraph("- ไม่มี -")
    assert isinstance(blocks[at + 2], b.Heading)


def test_rule_sets_picked_beside_the_style_have_sections_of_their_own() -> None:
    text = said(municipality(analysis=Analysis((RuleSet.LOWEST_THREE, RuleSet.FULL_SCORE))))
    assert text.count(RuleSet.LOWEST_THREE.label) == 1
    assert RuleSet.FULL_SCORE.label not in text


# --- her words ----------------------------------------------------------------------------------------------


def proposal(facts: AnalysisFacts, key: str) -> Proposal:
    rules = RuleSet(key.partition("/")[0])
    return next(each for each in with_advice(propose(rules, facts.results, facts.previous)) if each.key == key)


def edited(facts: AnalysisFacts, key: str, text: str = "", *, left_out: bool = False) -> AnalysisFacts:
    edit = replace(proposal(facts, key), text=text, left_out=left_out)
    return replace(facts, analysis=facts.analysis.with_edit(edit))


def test_her_words_stand_in_the_place_of_ours() -> None:
    facts = edited(municipality(), "full_score/4", "ผู้ยืมบางรายยังไม่ลงทะเบียน ข้อ 2")
    facts = edited(facts, "full_score/4/advice", "เพิ่มจุดลงทะเบียน")
    text = said(facts)
    assert "ผู้ยืมบางรายยังไม่ลงทะเบียน ข้อ ๒" in text
    assert "เพิ่มจุดลงทะเบียน" in text
    assert "จัดทำแบบยืม" not in text
    assert not paper_of(facts, draft=False).draft_mark


def test_her_lines_stay_lines_in_a_cell_and_become_one_paragraph_elsewhere() -> None:
    lines = "- เพิ่มจุดลงทะเบียน\n- แจ้งผลทุกเดือน"
    paper = paper_of(edited(municipality(), "full_score/4/advice", lines), draft=False)
    assert {"- เพิ่มจุดลงทะเบียน", "- แจ้งผลทุกเดือน"} <= {*b.strings_of(paper)}
    text = said(edited(municipality("lowest"), "lowest_three/4", lines))
    assert "- เพิ่มจุดลงทะเบียน - แจ้งผลทุกเดือน" in text


def test_what_she_struck_is_not_printed() -> None:
    text = said(edited(municipality("lowest"), "lowest_three/6", left_out=True))
    assert "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน ได้" not in text
    assert "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร ได้" in text


def test_words_that_no_longer_fit_the_figures_make_the_report_a_draft() -> None:
    facts = edited(municipality(), "full_score/4", "ได้ 97.78 คะแนน")
    changed = replace(facts, results=year_of(2566, {**THIS_YEAR, "4": "97.87"}))
    assert paper_of(changed, draft=False).draft_mark == "(ร่าง)"
    assert "ได้ ๙๗.๗๘ คะแนน" in said(changed)
    other_style = municipality("two_years")
    assert not paper_of(replace(changed, style=other_style.style, results=facts.results), draft=False).draft_mark


def test_words_about_what_the_rules_no_longer_say_are_not_printed() -> None:
    facts = edited(municipality("lowest"), "lowest_three/4", "เรื่องการยืมรถ")
    mended = replace(facts, results=year_of(2566, {**THIS_YEAR, "4": "100.00"}))
    assert "เรื่องการยืมรถ" in said(facts)
    assert "เรื่องการยืมรถ" not in said(mended)
    assert facts.analysis.edited


def test_words_follow_their_indicator_into_another_group() -> None:
    facts = edited(municipality(), "full_score/4", "เรื่องการยืมรถ")
    kept = replace(facts, results=year_of(2566, {**THIS_YEAR, "4": "100.00"}))
    blocks = list(_flat(paper_of(kept, draft=False).blocks))
    at = next(at for at, block in enumerate(blocks) if block == b.Heading("๓.๑ กลุ่มตัวชี้วัดที่ควรรักษามาตรฐาน"))
    assert "เรื่องการยืมรถ" in b.strings_of(b.Paper("", (blocks[at + 2],)))


def test_texts_that_look_like_orders_are_printed_as_they_are(tmp_path: Path) -> None:
    facts = replace(municipality(), body_name=HOSTILE[3], province=HOSTILE[5])
    for at, code in enumerate(INDICATORS):
        for each in with_advice(propose(RuleSet.FULL_SCORE, facts.results, facts.previous)):
            if each.about == code:
                facts = replace(facts, analysis=facts.analysis.with_edit(replace(each, text=HOSTILE[at])))
    facts = replace(facts, results=replace(facts.results, names={"4": HOSTILE[7], "5": HOSTILE[6]}))
    paper = paper_of(facts, draft=False)
    for wanted in Format:
        content, _ = render(paper, wanted)
        for reader, text in texts_of(content, wanted, tmp_path).items():
            assert readback.missing(paper, text) == (), reader


def test_every_judgement_can_be_put_into_words() -> None:
    found: set[Judgement] = set()
    for facts in (municipality(), organisation()):
        for rules in RuleSet:
            found |= {each.judgement for each in propose(rules, facts.results, facts.previous)}
            for style in SHIPPED:
                styled = replace(BODIES["municipality"](style), results=facts.results, earlier=facts.earlier)
                assert analysis_paper(replace(styled, analysis=Analysis((rules,)))).blocks
    assert found == set(Judgement)
