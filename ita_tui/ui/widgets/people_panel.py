"""People and OIT progress at the right."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ita_tui.domain.committee import Seat
from ita_tui.domain.oit import Catalogue, OitRow
from ita_tui.domain.roster import RosterEntry
from ita_tui.thai.digits import thai_digits


class PeoplePanel(VerticalScroll, can_focus=False):
    """Who is here, in which role, and how far each group of OIT items has come."""

    DEFAULT_CSS = """
    PeoplePanel { width: 30; padding: 1; background: $background; border-left: solid $panel; }
    PeoplePanel > Static { height: auto; }
    PeoplePanel > .panel-title { color: $text-muted; text-style: bold; padding: 0 0 1 0; }
    PeoplePanel > #oit-title { padding: 1 0 1 0; }
    """

    def compose(self):  # type: ignore[no-untyped-def]
        yield Static("ผู้มาประชุม", classes="panel-title")
        yield Static("", id="people")
        yield Static("", id="oit-title", classes="panel-title")
        yield Static("", id="oit")

    def show(
        self, roster: Iterable[RosterEntry], vacant: Iterable[Seat], catalogue: Catalogue | None,
        rows: tuple[OitRow, ...],
    ) -> None:
        """Show the roster, seats nobody fills, and, where the meeting follows OIT items, the progress by group."""
        self.query_one("#people", Static).update(Content("\n").join([*map(_person, roster), *map(_vacant, vacant)]))
        done = sum(row.status.complete for row in rows)
        title = f"ความก้าวหน้า OIT  {thai_digits(f'{done}/{len(rows)}')}" if rows else ""
        self.query_one("#oit-title", Static).update(Content(title))
        self.query_one("#oit", Static).update(progress_of(catalogue, rows) if catalogue else "")


def _person(entry: RosterEntry) -> Content:
    mark = Content.styled("● ", "$success") if entry.present else Content.styled("○ ", "$text-muted")
    role = Content.styled(f"\n  {entry.role_label}", "$text-muted")
    absent = Content.styled(f" · ไม่มา {entry.reason}".rstrip(), "$warning") if not entry.present else Content("")
    return Content.assemble(mark, Content(entry.title), role, absent)


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
