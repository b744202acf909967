"""A small meeting with the whole list of a year, for the tests of the OIT screen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import App
from textual.reactive import reactive

from ita_tui.domain.body import Body, BodyKind, Division
from ita_tui.domain.meeting import Meeting, OitList
from ita_tui.domain.meeting_head import MeetingHead, MeetingState
from ita_tui.domain.oit import (
    Catalogue,
    CatalogueItem,
    FollowUp,
    FollowUpEntry,
    Group,
    Status,
    StatusChange,
    StatusReport,
)
from ita_tui.domain.results import YearRecord
from ita_tui.domain.years import BEYear
from ita_tui.secretary.keeping.changes import Change, Place, Tools
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.oit.items import ReviewPlace
from ita_tui.ui import theme
from ita_tui.ui.key_order import KeysInOrder
from ita_tui.ui.layout_keys import PositionKeys
from ita_tui.ui.program import SaveWords
from ita_tui.ui.screens.oit.review import OitScreen

YEAR = BEYear(2567)
CATALOGUE_YEAR = BEYear(2566)
MEETING, EARLIER = "meeting", "earlier"
DIVISIONS = (Division("office", "สำนักปลัด"), Division("finance", "กองคลัง"))
_PROGRAM = Path(__file__).parents[2] / "ita_tui"
_SHIPPED = _PROGRAM / "store" / "catalogues" / "2566.json"
SCREENS = _PROGRAM / "ui" / "screens"
_CYCLE = (Status.DONE, Status.NOT_STARTED, Status.DONE, Status.IN_PROGRESS)


class Drawer:
    """A keeper that remembers the changes it was given."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def keep(self, change: Change) -> None:
        self.changes.append(change)

    def note(self, place: Place, text: str, base_revision: int) -> None:
        raise AssertionError("the OIT screen types no statements")


def catalogue() -> Catalogue:
    """Return the shipped catalogue of 2566, all 43 items."""
    data = json.loads(_SHIPPED.read_text(encoding="utf-8"))
    groups = tuple(Group(each["code"], each["name"]) for each in data["groups"])
    items = tuple(CatalogueItem(each["code"], each["name"], each["group"]) for each in data["items"])
    return Catalogue(CATALOGUE_YEAR, groups, items)


def entries(of: Catalogue) -> tuple[FollowUpEntry, ...]:
    """Return a list as divisions report it before a meeting; nobody reported o33."""
    made = []
    for index, item in enumerate(of.items):
        division = DIVISIONS[index % 2]
        if item.code == "o33":
            made.append(FollowUpEntry(item.code, division_id=division.id))
            continue
        status = _CYCLE[index % len(_CYCLE)]
        history = (
            StatusChange("2023-12-20T09:00:00+07:00", status, status.label, EARLIER),
            StatusReport("2024-01-10T09:00:00+07:00", status, division.name),
        )
        made.append(FollowUpEntry(item.code, status, division_id=division.id, history=history))
    return tuple(made)


def unreported() -> tuple[FollowUpEntry, ...]:
    """Return the list as the meeting before left it, before any division reported."""
    return tuple(replace(entry, history=entry.history[:1]) for entry in entries(catalogue()))


def desk(
    *, of: Catalogue | None = None, listed: Iterable[FollowUpEntry] | None = None,
    state: MeetingState = MeetingState.LIVE, with_list: bool = True, keeper: Drawer | None = None,
) -> MeetingDesk:
    """Return a desk over a meeting that settles the list."""
    of = catalogue() if of is None else of
    follow_up = FollowUp(YEAR, of.year, tuple(entries(of) if listed is None else listed))
    head = MeetingHead(MEETING, "committee", 1, YEAR, state, date(2024, 1, 17))
    oit = OitList(YEAR, of.year, BEYear(2566)) if with_list else None
    meeting = Meeting(head, time(9, 30), "ห้องประชุม", (), oit)
    body = Body("body", "เทศบาลตำบลตัวอย่าง", BodyKind.SUBDISTRICT_MUNICIPALITY, "อ่างทอง", divisions=DIVISIONS)
    years: dict[int, YearRecord] = {YEAR: YearRecord(YEAR, None, (follow_up,)), BEYear(2566): YearRecord(BEYear(2566))}
    tools = Tools(lambda: datetime(2024, 1, 17, 10, 0), lambda: "2024-01-17T10:00:00+07:00", lambda: "new")
    earlier = MeetingHead(EARLIER, "committee", 1, BEYear(2566), MeetingState.FINAL, date(2023, 12, 20))
    return MeetingDesk(
        meeting, body, of, years, keeper=keeper or Drawer(), tools=tools, heads=lambda: (head, earlier)
    )


def adjourned(at: MeetingDesk) -> MeetingDesk:
    """Adjourn the meeting of a desk, as the gavel does."""
    at.gavel.adjourn(time(11, 30))
    return at


def with_entry(code: str, **fields: object) -> tuple[FollowUpEntry, ...]:
    """Return the list with one entry changed."""
    return tuple(
        replace(entry, **fields) if entry.code == code else entry  # type: ignore[arg-type]
        for entry in entries(catalogue())
    )


class Desktop(Drawer):
    """A keeper that remembers what was being typed, and nothing else."""

    read_only = False

    def __init__(self) -> None:
        super().__init__()
        self.typed: tuple[Place | None, str] = (None, "")

    def keep(self, change: Change) -> None:
        self.typed = (None, "")

    def note(self, place: Place, text: str, base_revision: int) -> None:
        self.typed = (place, text)

    def typed_in(self, meeting_id: str) -> tuple[Place | None, str]:
        return self.typed


class OitApp(KeysInOrder, PositionKeys, App[None]):
    """Nothing but the OIT screen."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar[list[str | PurePath]] = [SCREENS / "oit" / "review.tcss", SCREENS / "asking" / "dialog.tcss"]

    save_state: reactive[SaveWords] = reactive(SaveWords(), repaint=False)

    def __init__(
        self, at: MeetingDesk, start: str = "", look: str = theme.LIGHT.name, *, as_card: bool = False
    ) -> None:
        super().__init__()
        for each in (theme.LIGHT, theme.DARK):
            self.register_theme(each)
        self.theme = look
        at.oit.place = ReviewPlace(start, as_card)
        self.oit = OitScreen(at)
        self.office = Desktop()

    def on_mount(self) -> None:
        self.push_screen(self.oit)
