"""Her part in the analysis: proposals reworded, struck, put back, and what becomes of them when figures change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ita_tui.domain.analysis.texts import RuleSet
from ita_tui.domain.proof.findings import ResultsKind
from ita_tui.domain.years import BEYear
from ita_tui.errors import ExportError, NotFound, RuleBroken
from ita_tui.paths import sample_data
from ita_tui.secretary.importing.preview import apply
from ita_tui.secretary.importing.results import preview_results
from ita_tui.secretary.keeping.changes import Change
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.secretary.papers.publish import Format
from ita_tui.secretary.results import analysing
from ita_tui.secretary.results.checking import findings_of_texts
from tests.secretary.conftest import Clock

YEAR = BEYear(2566)
KEY = "full_score/4"


def suggested(office: Office, key: str = KEY) -> analysing.Suggestion:
    rules = RuleSet(key.partition("/")[0])
    return next(each for each in analysing.suggestions(office, YEAR, rules) if each.key == key)


def rescored(office: Office, **scores: str) -> None:
    """Change figures of the year, as an import does."""
    record = office.year(YEAR)
    assert record.results is not None
    changed = {**record.results.scores, **{code: Decimal(text) for code, text in scores.items()}}
    office.keep(Change("import results", "", year=replace(record, results=replace(record.results, scores=changed))))


@pytest.fixture
def reading(office: Office, data: Path, clock: Clock) -> Iterator[Office]:
    """Return the second window of the folder."""
    with Office.open_or_read(data, tools_of(clock)) as second:
        assert second.read_only
        yield second


def test_every_rule_set_says_something_of_two_years(office: Office) -> None:
    apply(office, preview_results(office, sample_data() / "more" / "results-2565.csv"))
    for rules in RuleSet:
        found = analysing.suggestions(office, YEAR, rules)
        assert found
        assert all(each.text == each.proposed and each.fits for each in found)
        assert len({each.key for each in found}) == len(found)


def test_her_words_are_kept_and_outlive_the_program(office: Office, data: Path, clock: Clock) -> None:
    analysing.reword(office, YEAR, KEY, "  ผู้ยืม\tบางราย\n\n \r\nยังไม่ลงทะเบียน\x00 ")
    assert suggested(office).text == "ผู้ยืม บางราย\nยังไม่ลงทะเบียน"
    office.close()
    with Office.open(data, tools_of(clock)) as again:
        assert suggested(again).text == "ผู้ยืม บางราย\nยังไม่ลงทะเบียน"
        said = analysing.preview(again, YEAR, "groups")
        assert "ผู้ยืม บางราย" in said
        assert "ยังไม่ลงทะเบียน" in said


def test_the_proposed_words_typed_again_are_no_edit(office: Office) -> None:
    analysing.reword(office, YEAR, KEY, suggested(office).proposed)
    assert office.year(YEAR).analysis.edited == ()
    analysing.reword(office, YEAR, KEY, "คำของเรา")
    analysing.reword(office, YEAR, KEY, "")
    assert office.year(YEAR).analysis.edited == ()


def test_a_struck_proposal_keeps_her_words_until_it_is_put_back(office: Office) -> None:
    analysing.reword(office, YEAR, KEY, "คำของเรา")
    analysing.strike(office, YEAR, KEY)
    assert suggested(office).reviewed.proposal.left_out
    assert suggested(office).text == "คำของเรา"
    assert "คำของเรา" not in analysing.preview(office, YEAR, "groups")
    analysing.put_back(office, YEAR, KEY)
    assert suggested(office).text == suggested(office).proposed
    assert office.year(YEAR).analysis.edited == ()


def test_each_edit_is_one_act_and_the_same_again_is_none(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    acts: list[Change] = []
    keep = office.keep

    def counted(change: Change) -> None:
        acts.append(change)
        keep(change)

    monkeypatch.setattr(office, "keep", counted)
    for _ in range(2):
        analysing.reword(office, YEAR, KEY, "คำของเรา")
        analysing.pick_rules(office, YEAR, (RuleSet.LOWEST_THREE, RuleSet.LOWEST_THREE))
        analysing.pick_style(office, YEAR, "lowest")
    assert [act.verb for act in acts] == ["analyse"] * 3
    assert office.year(YEAR).analysis.rules == (RuleSet.LOWEST_THREE,)


def test_words_that_no_longer_fit_are_told_until_she_says_they_do(office: Office, tmp_path: Path) -> None:
    analysing.reword(office, YEAR, KEY, "ยังขาด 3 ข้อ")
    assert analysing.doubtful(office, YEAR) == ()
    rescored(office, **{"4": "97.87"})
    (told,) = analysing.doubtful(office, YEAR)
    assert (told.key, told.text, told.doubt) == (KEY, "ยังขาด ๓ ข้อ", "มีข้อความที่เขียนจากคะแนนเดิม")
    assert "๙๗.๘๗" in told.proposed
    (made,) = analysing.make(office, YEAR, [Format.MD], tmp_path, style="groups").paths
    assert "(ร่าง)" in made.read_text(encoding="utf-8")
    analysing.confirm(office, YEAR, KEY)
    assert analysing.doubtful(office, YEAR) == ()
    (made,) = analysing.make(office, YEAR, [Format.MD], tmp_path, style="groups").paths
    assert "(ร่าง)" not in made.read_text(encoding="utf-8")


def test_a_score_in_her_words_that_nothing_stored_equals_is_told(office: Office) -> None:
    analysing.reword(office, YEAR, KEY, "ได้ ๙๗.๘๗ คะแนน จาก 100.00 ต่ำกว่าเต็ม 2.22 เวลา 09.30 น. งบ 12,500.00 บาท")
    (told,) = analysing.doubtful(office, YEAR)
    assert told.strange == ("97.87",)
    assert told.doubt == "มีตัวเลข 97.87 ที่ไม่ใช่คะแนนที่บันทึกไว้"
    (found,) = findings_of_texts(office, YEAR)
    assert (found.kind, found.where) == (ResultsKind.TEXT, "4")
    analysing.reword(office, YEAR, KEY, "ได้ ๙๗.๗๘ คะแนน")
    assert findings_of_texts(office, YEAR) == ()


def test_rewording_writes_from_the_figures_of_now(office: Office) -> None:
    analysing.reword(office, YEAR, KEY, "คำเดิม")
    rescored(office, **{"4": "97.87"})
    analysing.reword(office, YEAR, KEY, "คำใหม่")
    assert analysing.doubtful(office, YEAR) == ()


def test_an_edit_the_rules_no_longer_speak_of_stays_until_it_is_put_back(office: Office) -> None:
    analysing.reword(office, YEAR, "lowest_three/4", "เรื่องการยืมรถ")
    rescored(office, **{"4": "100.00"})
    (told,) = analysing.doubtful(office, YEAR)
    assert (told.text, told.proposed) == ("เรื่องการยืมรถ", "")
    with pytest.raises(RuleBroken):
        analysing.confirm(office, YEAR, told.key)
    analysing.put_back(office, YEAR, told.key)
    assert analysing.doubtful(office, YEAR) == ()


def test_advice_is_reworded_apart_from_the_judgement(office: Office) -> None:
    analysing.reword(office, YEAR, f"{KEY}/advice", "เพิ่มจุดลงทะเบียน")
    assert suggested(office).text == suggested(office).proposed
    assert suggested(office, f"{KEY}/advice").text == "เพิ่มจุดลงทะเบียน"


@pytest.mark.parametrize("key", ["", "full_score/11", "full_score/4/nothing", "nothing/4"])
def test_an_unknown_proposal_is_told(office: Office, key: str) -> None:
    with pytest.raises(NotFound):
        analysing.reword(office, YEAR, key, "คำ")


def test_a_year_without_results_has_no_analysis(office: Office) -> None:
    for year in (BEYear(2567), BEYear(2570)):
        with pytest.raises(NotFound):
            analysing.facts_of(office, year)
        with pytest.raises(NotFound):
            analysing.pick_rules(office, year, (RuleSet.CHANGE,))


def test_a_window_that_only_reads_makes_the_report_and_edits_nothing(reading: Office, tmp_path: Path) -> None:
    assert analysing.make(reading, YEAR, [Format.MD], tmp_path).paths
    with pytest.raises(RuleBroken):
        analysing.reword(reading, YEAR, KEY, "คำของเรา")
    assert suggested(reading).text == suggested(reading).proposed


# --- house styles -------------------------------------------------------------------------------------------

OWN = """
label = "แบบของเรา"

[[section]]
kind = "words"
heading = "สรุป"
lines = ["ours"]

[words]
ours = "{{ short }}ได้ {{ overall }} คะแนน เสนอ{{ leader }}เพื่อทราบ"
"""


def own(office: Office, text: str, name: str = "ours") -> Path:
    folder = office.path / "templates" / "wording"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"analysis_{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_office_adds_a_style_of_its_own_and_picks_it(office: Office) -> None:
    own(office, OWN)
    assert [each.label for each in analysing.house_styles(office) if each.name == "ours"] == ["แบบของเรา"]
    analysing.pick_style(office, YEAR, "ours")
    lines = analysing.preview(office, YEAR).split("\n")
    assert lines[-1].strip() == "เทศบาลได้ ๙๙.๓๓ คะแนน เสนอนายกเทศมนตรีเพื่อทราบ"


def test_a_style_of_the_same_name_takes_the_place_of_ours(office: Office) -> None:
    own(office, OWN, "groups")
    assert "เสนอนายกเทศมนตรีเพื่อทราบ" in analysing.preview(office, YEAR)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("label = [", "อ่านแฟ้มรูปแบบรายงาน"),
        ('label = "ก"\ncolour = "red"', "colour"),
        ('label = 3', "analysis_ours.toml"),
        ('label = "ก"\n[[section]]\nkind = "song"', "ส่วนที่ 1 kind"),
        ('label = "ก"\n[[section]]\nkind = "words"\n[[section]]\nheading = "ข"', "ส่วนที่ 2 ข้อมูลไม่ครบ"),
        ('label = "ก"\n[[section]]\nkind = "indicators"\ncolumns = [{show="score", head="ก", width=50}]', "width"),
        ('label = "ก"\n[[section]]\nkind = "indicators"\ncolumns = [{show="soul", head="ก", width=100}]', "show"),
        ('label = "ก"\n[[section]]\nkind = "words"\nlines = "result"', "lines"),
    ],
)  # fmt: skip
def test_a_broken_style_is_refused_with_the_place(office: Office, wrong: str, told: str) -> None:
    own(office, wrong)
    with pytest.raises(ExportError) as refused:
        analysing.house_styles(office)
    assert told in refused.value.message
    assert "analysis_ours.toml" in refused.value.message


@pytest.mark.parametrize("sentence", ["{{ nothing }}", "{{ ''.__class__.__mro__ }}", "{% if %}"])
def test_a_sentence_of_a_style_reaches_nothing_but_its_values(office: Office, sentence: str) -> None:
    own(office, OWN.replace("{{ short }}", sentence))
    with pytest.raises(ExportError, match="analysis_ours"):
        analysing.preview(office, YEAR, "ours")


def test_an_unknown_style_is_not_picked(office: Office) -> None:
    with pytest.raises(NotFound):
        analysing.pick_style(office, YEAR, "../../etc")
    assert office.year(YEAR).analysis.style == ""
