"""F3: what the meeting resolved. The wording that fits the item stands first; Enter takes it.

Arrows choose, letters go on in the words. A vote and work that is given are asked on pages of their own. Resolutions
that stand already are above, the last of them one Up away: one is put right by typing, taken out, moved or put in
another order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.domain.agenda import nothing_to_approve
from ita_tui.domain.meeting_head import GOING_ON
from ita_tui.domain.resolutions import Resolution, ResolutionKind, Votes, kinds_for, outvoted
from ita_tui.domain.roster import RosterEntry
from ita_tui.errors import BadText
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.screens.asking.list_form import ListFormScreen
from ita_tui.ui.screens.meeting.drafted import Draft, draft_of, work_form
from ita_tui.ui.screens.meeting.items import item_chooser
from ita_tui.ui.screens.meeting.votes import VotesScreen, dissent_form
from ita_tui.ui.widgets.thai.leaving_area import LeavingArea
from ita_tui.ui.widgets.walk_list import WalkList
from ita_tui.ui.words import quorum_words

_LABELS = frozenset(each.label for each in ResolutionKind)
_OUTVOTED = "คะแนนเสียงข้างมากไม่ตรงกับมติที่เลือก"

_WIDTH = 68
"""Cells of a line."""


@dataclass(frozen=True, slots=True)
class _Choice:
    words: str
    kind: ResolutionKind
    earlier: Resolution | None = None


class ResolutionScreen(Dialog[bool]):
    """Records the resolution itself; answers True once the record changed."""

    BINDINGS = keys.RESOLUTION
    HELP_TOPIC = "resolution"
    TITLE_TEXT = "มติที่ประชุม"
    AUTO_FOCUS = "#wording"

    def __init__(self, desk: MeetingDesk, item_id: str, about: str = "") -> None:
        """Ask about an item; `about` is the id of the resolution that is highlighted first, if any."""
        super().__init__()
        self._about = about
        self._desk, self._item = desk, desk.item(item_id)
        self._earlier: Resolution | None = None
        """The one that is put right, once she chose to change more than its words."""
        self._draft = Draft()
        self._drafts: dict[str, Draft] = {}
        """Drafts that are not shown now, by the id of the resolution they put right; empty for a new one."""
        self._for = ""
        self._clicked = -1
        self._changed = False
        self._choices = self._all_choices()

    def compose_body(self) -> ComposeResult:
        yield Static("", id="alarm")
        yield WalkList(*map(_option, self._choices), markup=False, id="kinds")
        yield Static("ถ้อยคำมติ พิมพ์ต่อหรือแก้ได้ · ↑↓ เลือกมติ", classes="label")
        yield LeavingArea(id="wording")
        yield Static("", id="extras")

    def on_mount(self) -> None:
        kinds = self.query_one("#kinds", OptionList)
        kinds.can_focus = False  # the words keep the focus; arrows walk the list from there
        kinds.highlighted = self._place_of(self._about)
        above = max(0, kinds.highlighted - 1)  # the wordings are seen, and the last one that stands
        kinds.call_after_refresh(kinds.scroll_to, y=above, animate=False)
        quorum = self._desk.meeting.quorum
        missing = self._desk.meeting.state in GOING_ON and not quorum.met
        said = [f"ขณะนี้{quorum_words(quorum)}"] if missing else []
        said += ["การประชุมครั้งแรก ไม่มีรายงานการประชุมให้รับรอง"] if self._none_to_approve else []
        alarm = self.query_one("#alarm", Static)
        alarm.update("\n".join(said))
        alarm.display = bool(said)
        alarm.set_class(missing, "-trouble")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what concerns an earlier resolution only where one is chosen."""
        if action in ("move", "take_out"):
            return self._chosen_earlier is not None
        if action in ("reorder_up", "reorder_down"):
            several = sum(each.earlier is not None for each in self._choices) > 1
            return self._earlier is None and self._chosen_earlier is not None and several
        return True

    # --- the words --------------------------------------------------------------------------------------

    @property
    def choice(self) -> _Choice:
        """Return what is highlighted."""
        return self._choices[self.query_one("#kinds", OptionList).highlighted or 0]

    @property
    def _chosen_earlier(self) -> Resolution | None:
        return self._earlier or (self.choice.earlier if self.is_mounted else None)

    @property
    def _wording(self) -> LeavingArea:
        return self.query_one("#wording", LeavingArea)

    def _all_choices(self) -> list[_Choice]:
        earlier = self._desk.resolutions_of(self._item.id)
        fitting = kinds_for(self._item.kind, nothing_to_approve=self._none_to_approve)
        taken = (each.kind for each in earlier)  # one that stands is put right with its own kind in the list
        kinds = [_Choice(each.label, each) for each in dict.fromkeys([*fitting, *taken])]
        return [*(_Choice(f"มติเดิม: {each.text}", each.kind, each) for each in earlier), *kinds]

    @property
    def _none_to_approve(self) -> bool:
        return nothing_to_approve(self._desk.meeting.agenda, self._item)

    def _place_of(self, earlier_id: str) -> int:
        """Return where the resolution of that id stands in the list; without an id, the first wording."""
        return [each.earlier.id if each.earlier else "" for each in self._choices].index(earlier_id)

    @on(OptionList.OptionHighlighted, "#kinds")
    def propose(self, event: OptionList.OptionHighlighted) -> None:
        """Put the kind's wording into the field, unless she wrote her own; what is left comes back with its line."""
        self._clicked = self._clicked if event.option_index == self._clicked else -1
        kind, about = self.choice.kind, self._chosen_earlier
        self._turn_to(about)
        if self.choice.earlier is None and self._wording.text in ("", *_LABELS):
            self._put("" if kind is ResolutionKind.OWN_WORDS else kind.label)
        self._show_extras()
        self.refresh_bindings()

    def _turn_to(self, about: Resolution | None) -> None:
        """Show what was entered for a resolution, or else how it stands; keep what is left."""
        key = about.id if about else ""
        if key == self._for:
            return
        self._drafts[self._for] = replace(self._draft, words=self._wording.text)
        self._for = key
        self._draft = self._drafts[key] if key in self._drafts else draft_of(about) if about else Draft()
        self._put(self._draft.words)

    def _put(self, words: str) -> None:
        self._wording.load_text(words)
        self._wording.move_cursor(self._wording.document.end)

    @on(LeavingArea.Left)
    def walk(self, event: LeavingArea.Left) -> None:
        """Walk the list by the arrows that leave the words."""
        event.stop()
        kinds = self.query_one("#kinds", OptionList)
        kinds.action_cursor_up() if event.upwards else kinds.action_cursor_down()

    @on(OptionList.OptionSelected, "#kinds")
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        """Choose by a click, take by a second one."""
        again, self._clicked = event.option_index == self._clicked, event.option_index
        if again:
            self.action_take()

    # --- taking it --------------------------------------------------------------------------------------

    @work(group=ACTS)
    async def action_take(self) -> None:
        """Record what stands in the words; an earlier one that is unchanged is opened for its kind to be changed."""
        with self.refusing():
            kind, about = self.choice.kind, self._chosen_earlier
            self._draft = replace(self._draft, words=self._wording.text.replace("\n", " ").strip())
            if about is not None and (kind, self._draft) == (about.kind, draft_of(about)):
                self._open(about)
                return
            if kind is ResolutionKind.OWN_WORDS and not self._draft.words:
                raise BadText("ยังไม่มีข้อความมติ", "พิมพ์ถ้อยคำมติ")
            unassigned = kind is ResolutionKind.ACKNOWLEDGED_ASSIGNED and not self._draft.given
            if unassigned and not await self._ask_given():
                return
            self._desk.resolve(self._item.id, self._draft.decision(kind), instead_of=about)
            if outvoted(kind, self._draft.votes):
                self.app.notify(_OUTVOTED, title="บันทึกมติแล้ว โปรดตรวจ", severity="warning", markup=False)
            self.dismiss(True)

    def _open(self, earlier: Resolution) -> None:
        """Let everything of an earlier resolution be changed, its kind too; leave where that changed nothing."""
        if self._earlier is not None:
            self.action_cancel()
            return
        self._earlier = earlier
        self._choices = [each for each in self._choices if each.earlier is None]
        self._list([each.kind for each in self._choices].index(earlier.kind))
        self.query_one("#box").border_title = "แก้ไขมติเดิม"

    def _list(self, at: int) -> None:
        kinds = self.query_one("#kinds", OptionList)
        kinds.set_options(map(_option, self._choices))
        kinds.highlighted = at

    def action_cancel(self) -> None:
        """Leave; what was put in another order stays so."""
        self.dismiss(self._changed or None)

    # --- pages of their own -----------------------------------------------------------------------------

    def action_unanimous(self) -> None:
        """Mark that all agreed; once more, that nobody counted."""
        everybody = Votes(len(self._voters()))
        self._set(votes=None if self._draft.votes == everybody else everybody, dissents=())

    @work(group=ACTS)
    async def action_votes(self) -> None:
        """Ask how the vote went, and who dissents and why."""
        voters = self._voters()
        answer = await self.ask(VotesScreen(self._draft.votes, len(voters), self._chair()))
        if answer is None:
            return
        votes = answer[0] if answer else None
        self._set(votes=votes, dissents=self._draft.dissents if votes and votes.disagree else ())
        if votes and votes.disagree:
            form, ids = dissent_form(voters, votes.disagree)
            names = {person_id: name for name, person_id in ids.items()}
            before = [(names[who], reason) for who, reason in self._draft.dissents if who in names]
            lines = await self.ask(ListFormScreen(form, before))
            if lines is not None:
                self._set(dissents=tuple((ids[who], reason) for who, reason in lines))

    @work(group=ACTS)
    async def action_assign(self) -> None:
        """Ask which work is given to whom."""
        await self._ask_given()

    async def _ask_given(self) -> bool:
        lines = await self.ask(ListFormScreen(work_form(self._desk), self._draft.given))
        if lines is not None:
            self._set(given=lines)
        return lines is not None

    def _set(self, **changes: Any) -> None:
        self._draft = replace(self._draft, **changes)
        self._show_extras()

    def _voters(self) -> tuple[RosterEntry, ...]:
        earlier = self._chosen_earlier
        return self._desk.people.voters(earlier.present if earlier else None)

    def _chair(self) -> RosterEntry:
        """Return who presided as it was resolved; of a new one, who presides now."""
        earlier, desk = self._chosen_earlier, self._desk
        return desk.people.entry(desk.meeting.presided_at(earlier.at if earlier else desk.now()))

    def _show_extras(self) -> None:
        shown = [Content(thai_digits(each)).truncate(_WIDTH, ellipsis=True) for each in self._draft.told()]
        shown += [Content.styled(_OUTVOTED, "bold $warning")] if outvoted(self.choice.kind, self._draft.votes) else []
        self.query_one("#extras", Static).update(Content("\n").join(shown))

    # --- earlier ones -----------------------------------------------------------------------------------

    def action_take_out(self) -> None:
        """Take the earlier resolution out of the record; the history keeps it."""
        earlier = self._chosen_earlier
        if earlier is not None:
            with self.refusing():
                self._desk.take_out(earlier.id)
                self.app.notify("กด Ctrl+Z เพื่อนำกลับ", title="นำมติออกแล้ว", markup=False)
                self.dismiss(True)

    @work(group=ACTS)
    async def action_move(self) -> None:
        """Ask to which item the earlier resolution goes."""
        earlier = self._chosen_earlier
        if earlier is None:
            return
        with self.refusing():
            others = [stop for stop in self._desk.stops if stop[1].id != earlier.item_id]
            answer = await self.ask(item_chooser("ย้ายมติไปวาระ", others))
            if answer is not None:
                self._desk.move_to(earlier.id, answer)
                self.dismiss(True)

    def action_reorder_up(self) -> None:
        """Put the earlier resolution before the one before it."""
        self._reorder(upwards=True)

    def action_reorder_down(self) -> None:
        """Put the earlier resolution after the one after it."""
        self._reorder(upwards=False)

    def _reorder(self, *, upwards: bool) -> None:
        earlier = self.choice.earlier
        if earlier is None:
            return
        with self.refusing():
            self._desk.reorder(earlier.id, upwards=upwards)
            self._changed = True
            self._choices = self._all_choices()
            self._list(self._place_of(earlier.id))


def _option(choice: _Choice) -> Option:
    style = "$success" if choice.earlier else ""
    return Option(Content.styled(choice.words, style).truncate(_WIDTH, ellipsis=True))
