"""The analysis of a year's results: what the rules propose point by point, and her words in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from ita_tui.domain.analysis.texts import RuleSet
from ita_tui.domain.scores.codes import label
from ita_tui.domain.years import BEYear
from ita_tui.secretary.keeping.drafts import Drafts
from ita_tui.secretary.results import analysing
from ita_tui.secretary.results.analysing import USUAL, HouseStyle, Suggestion
from ita_tui.thai.digits import thai_digits, thai_digits_in_text
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.choose import Choice, ChooseScreen
from ita_tui.ui.screens.asking.wording import WordingScreen
from ita_tui.ui.screens.results.report import ReportScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.telling import attempt
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.line_list import LineList, ListLine
from ita_tui.ui.widgets.results.lines import heading_parts
from ita_tui.ui.widgets.results.point_lines import Point, point_parts

_WRITES = ("reword", "strike", "confirm", "style", "rules", "undo")
_FIELD = "text"
_NOTHING = "ยังไม่มีข้อวิเคราะห์\nกด Esc แล้วกด E กรอกคะแนนรายตัวชี้วัด หรือกด S เลือกรูปแบบรายงานอื่น"


class AnalysisScreen(RoomScreen):
    """Every point that the report of a year will make, under the rule set it comes from."""

    BINDINGS = keys.ANALYSIS
    HELP_TOPIC = "analysis"
    AUTO_FOCUS = "#analysis-list"

    header = query_one("#analysis-header", HeaderLine)
    points = query_one("#analysis-list", LineList)
    words = query_one("#analysis-words", Static)

    def __init__(self, year: BEYear) -> None:
        super().__init__()
        self._year = year
        self._said: dict[str, Suggestion] = {}
        self._of_style: tuple[RuleSet, ...] = ()
        self._left: tuple[str, str, str] | None = None

    def compose(self) -> ComposeResult:
        yield HeaderLine(id="analysis-header")
        yield LineList(id="analysis-list")
        with VerticalScroll(id="analysis-detail", can_focus=False):
            yield Static(id="analysis-words")
        yield KeysFooter()

    def on_mount(self) -> None:
        self._left = self._drafts.left()
        self.show()
        self.watch(self.app, "save_state", self._show_header, init=False)
        if self._left is not None and self._left[0] in self._said:
            self.points.move_to(self._left[0])
            self.action_reword()

    async def renew(self) -> None:
        """Show what another window wrote."""
        self.show()

    @property
    def _drafts(self) -> Drafts:
        return Drafts(self.program.office, f"analysis-{self._year}")

    # --- showing ----------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show all points as they stand; where the style cannot be read, say so and keep what is shown."""
        attempt(self.app, self._show)

    def _show(self) -> None:
        office = self.program.office
        self._of_style = analysing.picked_style(office, self._year).rules
        asked = analysing.asked_rules(office, self._year)
        said = {rules: analysing.suggestions(office, self._year, rules) for rules in asked}
        self._said = {each.key: each for own in said.values() for each in own}
        self.points.show([line for rules, own in said.items() for line in self._lines(rules, own)])
        self.show_words()
        self._show_header()
        self.refresh_bindings()

    def _lines(self, rules: RuleSet, own: tuple[Suggestion, ...]) -> Iterator[ListLine]:
        title = thai_digits(rules.label)
        yield ListLine(f"/{rules}", partial(heading_parts, title if own else f"{title} · ไม่มีข้อวิเคราะห์"), stop=False)
        for each in own:
            point = Point(_short(each), each.text, struck=_struck(each), own=_own(each), doubt=bool(each.doubt))
            yield ListLine(each.key, partial(point_parts, point))

    def _show_header(self) -> None:
        if not self.is_current:
            return
        saving = self.program.save_state
        doubts = sum(bool(each.doubt) for each in self._said.values())
        told = f"{thai_digits(f'ไม่ตรงกับคะแนน {doubts} แห่ง')} กด F7" if doubts else ""
        self.header.left = thai_digits(f"วิเคราะห์ผลประเมิน ITA ปี {self._year}")
        self.header.right = " · ".join(part for part in (told, saving.text) if part)
        self.header.set_class(saving.trouble, "-trouble")

    def on_screen_resume(self) -> None:
        self._show_header()

    @property
    def point(self) -> Suggestion | None:
        """Return the point under the cursor."""
        return self._said.get(self.points.key)

    @on(LineList.Moved)
    def show_words(self) -> None:
        """Tell the point under the cursor in full, and what speaks against it."""
        point = self.point
        if point is None:
            self.words.update(_NOTHING)
            return
        told = [
            Content.assemble((_about(point), "bold"), "  ", (_state(point), "$text-muted")),
            Content(point.text),
        ]
        if point.doubt:
            told.insert(1, Content.styled(thai_digits_in_text(point.doubt), "bold $error"))
        if _own(point) and point.proposed and point.proposed != point.text:
            told.append(Content.styled(f"ที่เสนอ: {point.proposed}", "$text-muted"))
        self.words.update(Content("\n").join(told))

    # --- keys -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what works here."""
        del parameters
        if action in _WRITES and self.program.read_only:
            return False
        if action == "confirm":
            return self.is_mounted and self.point is not None and _may_confirm(self.point)
        return True

    def _act(self, act: Callable[[], object]) -> None:
        if attempt(self.app, act):
            self.show()

    @on(LineList.Moved)
    def _offer_keys(self) -> None:
        self.refresh_bindings()

    @on(LineList.Clicked)
    @work(group=ACTS)
    async def action_reword(self) -> None:
        """Write the point in her own words; none at all brings the proposed ones back."""
        point = self.point
        if point is None:
            return
        text = point.text
        if self._left is not None and self._left[0] == point.key:
            text = self._left[2]
            self.notify("ข้อความที่ยังไม่ได้เก็บกลับมาครบ พิมพ์ต่อได้ทันที", title="กู้คืนแล้ว", markup=False)
        self._left = None
        drafts, office = self._drafts, self.program.office
        typed = partial(drafts.note, point.key, _FIELD)
        written = await self.ask(WordingScreen(_about(point), f"ที่เสนอ: {point.proposed}", text, typed))
        if written is not None and written != point.text:
            self._act(lambda: analysing.reword(office, self._year, point.key, written))
        drafts.forget(_FIELD)

    def action_strike(self) -> None:
        """Leave the point out of the report, or print it again; words the rules no longer speak of go away."""
        point, office = self.point, self.program.office
        if point is not None:
            gone = point.reviewed.now is None
            put = analysing.put_back if gone else analysing.print_again if _struck(point) else analysing.strike
            self._act(lambda: put(office, self._year, point.key))

    def action_confirm(self) -> None:
        """Say that her words fit the figures of now."""
        point = self.point
        if point is not None:
            self._act(lambda: analysing.confirm(self.program.office, self._year, point.key))

    def action_next_doubt(self) -> None:
        """Go to the next point that something speaks against."""
        keys_of = list(self._said)
        at = keys_of.index(self.points.key) + 1 if self.points.key in keys_of else 0
        doubts = [key for key in (*keys_of[at:], *keys_of[:at]) if self._said[key].doubt]
        if doubts:
            self.points.move_to(doubts[0])
        else:
            self.notify("ข้อความทุกแห่งตรงกับคะแนน", markup=False)

    @work(group=ACTS)
    async def action_style(self) -> None:
        """Choose the house style of the year's report."""
        office = self.program.office
        known: list[HouseStyle] = []
        if not attempt(self.app, lambda: known.extend(analysing.house_styles(office))):
            return
        now = office.year(self._year).analysis.style or USUAL
        choices = [Choice(each.name, each.label, "ใช้อยู่" if each.name == now else "") for each in known]
        chosen = await self.ask(ChooseScreen("รูปแบบรายงาน", choices))
        if chosen is not None:
            self._act(lambda: analysing.pick_style(office, self._year, chosen))

    @work(group=ACTS)
    async def action_rules(self) -> None:
        """Take a rule set into the report beside those of its style, or out again."""
        office = self.program.office
        picked = office.year(self._year).analysis.rules
        aside = dict.fromkeys(picked, "ในรายงานแล้ว เลือกเพื่อนำออก") | dict.fromkeys(self._of_style, "ตามรูปแบบรายงาน")
        choices = [Choice(each.value, thai_digits(each.label), aside.get(each, "")) for each in RuleSet]
        chosen = await self.ask(ChooseScreen("เกณฑ์วิเคราะห์", choices))
        if chosen is None:
            return
        rules = RuleSet(chosen)
        if rules in self._of_style:
            self.notify("เกณฑ์นี้อยู่ในรูปแบบรายงานแล้ว กด S เพื่อเปลี่ยนรูปแบบ", markup=False)
            return
        others = tuple(each for each in picked if each is not rules)
        self._act(lambda: analysing.pick_rules(office, self._year, others if rules in picked else (*picked, rules)))

    @work(group=ACTS)
    async def action_report(self) -> None:
        """See, make and print the report."""
        await self.ask(ReportScreen(self._year))
        self.show()

    @work(group=ACTS)
    async def action_undo(self) -> None:
        """Take back the last change of the year."""
        if await self.program.undo_in_year(self._year):
            self.show()

    def action_back(self) -> None:
        """Go back; everything is kept."""
        self.dismiss(None)


def _short(point: Suggestion) -> str:
    """Return what a point is about in a few words, for its line."""
    said = point.reviewed.proposal
    return "     แนวทาง" if said.is_advice else thai_digits(f"{said.about:>2} ") + said.params.get("name", "")


def _about(point: Suggestion) -> str:
    """Return what a point is about: its indicator and what is judged of it."""
    said = point.reviewed.proposal
    what = f"แนวทาง: {said.judgement.label}" if said.is_advice else said.judgement.label
    return thai_digits_in_text(f"{label(point.about)} {said.params.get('name', '')} · {what}")


def _may_confirm(point: Suggestion) -> bool:
    return not point.fits and point.reviewed.now is not None


def _struck(point: Suggestion) -> bool:
    return point.reviewed.proposal.left_out


def _own(point: Suggestion) -> bool:
    return bool(point.reviewed.proposal.text)


def _state(point: Suggestion) -> str:
    return "ไม่พิมพ์ในรายงาน" if _struck(point) else "ถ้อยคำของท่าน" if _own(point) else "ถ้อยคำที่เสนอ"
