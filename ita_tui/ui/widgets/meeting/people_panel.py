"""People and OIT progress at the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from ita_tui.domain.committee import Role, Seat
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.oit import Catalogue, OitRow
from ita_tui.domain.roster import RosterEntry
from ita_tui.thai.digits import thai_digits
from ita_tui.ui.roster_words import instead_of, presence_words
from ita_tui.ui.words import quorum_words

_NOBODY = "ยังไม่มีกรรมการ\nเพิ่มตำแหน่งที่หน้าตั้งค่า (หน้าแรก กด S)"


class PersonLine(Widget):
    """One person with role and times; a click asks for that person."""

    DEFAULT_CSS = """
    PersonLine { layout: horizontal; height: auto; }
    PersonLine:hover { background: $block-cursor-blurred-background; }
    PersonLine > .mark { width: 2; height: 1; }
    PersonLine > .words { width: 1fr; height: auto; }
    """

    @dataclass
    class Chosen(Message):
        """A person was clicked."""

        person_id: str

    def __init__(self, person_id: str) -> None:
        super().__init__()
        self.person_id = person_id

    def compose(self):  # type: ignore[no-untyped-def]
        yield Static("", classes="mark")
        yield Static("", classes="words")

    @property
    def words(self) -> str:
        """Return what the line tells."""
        return str(self.query_one(".words", Static).content)

    def show(self, entry: RosterEntry, *, known: bool, presides: bool) -> None:
        """Show a person; who is here is not known before the opening."""
        here = entry.here and known
        mark = Content.styled("●", "$success") if here else Content.styled("○", "$text-muted")
        self.query_one(".mark", Static).update(mark)
        self.query_one(".words", Static).update(_words(entry, known=known, presides=presides))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Chosen(self.person_id))


class PeoplePanel(VerticalScroll, can_focus=False):
    """Who is here, in which role, since when and until when, and how far each group of OIT items has come."""

    DEFAULT_CSS = """
    PeoplePanel {
        width: 30; padding: 1; background: $background; border-left: solid $panel; scrollbar-size-vertical: 1;
    }
    PeoplePanel > Static, PeoplePanel > Vertical { height: auto; }
    PeoplePanel > .panel-title { color: $text-muted; text-style: bold; padding: 0 0 1 0; }
    PeoplePanel > #oit-title { padding: 1 0 1 0; }
    PeoplePanel > #panel-quorum { color: $success; padding: 0 0 1 0; }
    PeoplePanel > #panel-quorum.-trouble { color: $error; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[str, ...] = ()

    def compose(self):  # type: ignore[no-untyped-def]
        yield Static("ผู้มาประชุม", classes="panel-title")
        yield Static("", id="panel-quorum")
        yield Vertical(id="people")
        yield Static("", id="vacant")
        yield Static("", id="oit-title", classes="panel-title")
        yield Static("", id="oit")

    async def show(
        self, meeting: Meeting, roster: Sequence[RosterEntry], vacant: Iterable[Seat], catalogue: Catalogue | None,
        rows: tuple[OitRow, ...],
    ) -> None:
        """Show the roster, seats nobody fills, and, where the meeting follows OIT items, the progress by group."""
        await self._show_people(meeting, roster)
        unfilled = [*map(_vacant, vacant)] or ([] if roster else [Content.styled(_NOBODY, "$text-muted")])
        self.query_one("#vacant", Static).update(Content("\n").join(unfilled))
        self.query_one("#vacant").display = bool(unfilled)
        done = sum(row.status.complete for row in rows)
        title = f"ความก้าวหน้า OIT  {thai_digits(f'{done}/{len(rows)}')}" if rows else ""
        self.query_one("#oit-title", Static).update(Content(title))
        self.query_one("#oit", Static).update(progress_of(catalogue, rows) if catalogue else "")

    async def _show_people(self, meeting: Meeting, roster: Sequence[RosterEntry]) -> None:
        quorum = self.query_one("#panel-quorum", Static)
        quorum.display = bool(meeting.roster)
        quorum.update(quorum_words(meeting.quorum))
        quorum.set_class(not meeting.quorum.met, "-trouble")
        if self._ids != (ids := tuple(entry.id for entry in roster)):
            self._ids = ids
            people = self.query_one("#people", Vertical)
            await people.remove_children()
            await people.mount(*map(PersonLine, ids))
        known, presides = bool(meeting.roster), meeting.presides_now
        for line, entry in zip(self.query(PersonLine), roster, strict=True):
            line.show(entry, known=known, presides=entry.id == presides)


def _words(entry: RosterEntry, *, known: bool, presides: bool) -> Content:
    told = presence_words(entry) if known else ""
    lines = [Content.styled(entry.title, "" if entry.here or not known else "$text-muted")]
    lines += [Content.styled(instead, "$text-muted")] if (instead := instead_of(entry)) else []
    lines += [Content.styled("ประธานในที่ประชุม", "$accent")] if presides and Role.CHAIR not in entry.roles else []
    role = Content.styled(entry.role_label, "$text-muted")
    return Content("\n").join([*lines, Content.assemble(role, Content.styled(f" {told}" if told else "", "$warning"))])


def _vacant(seat: Seat) -> Content:
    return Content.styled(f"– {seat.post}\n  {seat.role.label} (ว่าง)", "$text-muted")


def progress_of(catalogue: Catalogue, rows: tuple[OitRow, ...], width: int = 13) -> Content:
    """Return a bar of `width` cells for each group of a catalogue, with how many of its items are done."""
    return Content("\n").join(_group(group.code, group.name, rows, width) for group in catalogue.groups)


def _group(code: str, name: str, rows: tuple[OitRow, ...], width: int) -> Content:
    own = [row for row in rows if row.group == code]
    done = sum(row.status.complete for row in own)
    filled = round(width * done / len(own)) if own else 0
    return Content.assemble(
        Content(f"{thai_digits(code)} {name}").truncate(width * 2, ellipsis=True), "\n",
        Content.styled("█" * filled, "$primary"), Content.styled("░" * (width - filled), "$secondary"),
        f" {thai_digits(f'{done}/{len(own)}')}",
    )
