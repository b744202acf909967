"""What is done with gavel and seal: a meeting opens, pauses, adjourns, is signed, and is put right afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from ita_tui.domain import attendance, life
from ita_tui.domain.agenda import with_days_held
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.meeting_head import MeetingHead, check_only_one
from ita_tui.domain.roster import RosterEntry
from ita_tui.secretary.meeting import standing
from ita_tui.secretary.meeting.meeting_clock import MeetingClock
from ita_tui.thai.text import clean

if TYPE_CHECKING:
    from ita_tui.secretary.meeting.desk import MeetingDesk


class Gavel:
    """The life of the meeting on a desk; every method keeps one act, or checks whether it could be kept."""

    def __init__(
        self, desk: MeetingDesk, act: Callable[[str, Meeting], None], clock: MeetingClock,
        heads: Callable[[], Iterable[MeetingHead]],
    ) -> None:
        """`heads` are those of all meetings of the folder."""
        self._desk = desk
        self._act = act
        self._clock = clock
        self._heads = heads

    def open(
        self, at: datetime, roster: tuple[RosterEntry, ...], *, presiding_id: str, go_on_because: str = ""
    ) -> None:
        """Open the meeting; raise as check_may_open."""
        reason = clean(go_on_because, multiline=False)
        self._act("open", self.check_may_open(at, roster, presiding_id=presiding_id, go_on_because=reason))

    def check_may_open(
        self, at: datetime, roster: tuple[RosterEntry, ...], *, presiding_id: str, go_on_because: str = ""
    ) -> Meeting:
        """Return the meeting as it would be opened.

        Raises QuorumNotMet without a quorum and a reason, RuleBroken where another meeting is going on.
        """
        check_only_one(self._heads(), self._desk.meeting.head.id)
        rule, own = self._desk.body.settings.quorum, self._desk.meeting.head.committee_id
        days = {(head.number, head.year): head.on for head in self._heads() if head.committee_id == own}
        meeting = replace(self._desk.meeting, agenda=with_days_held(self._desk.meeting.agenda, days))
        return life.opened(meeting, at, roster, presiding_id=presiding_id, go_on_because=go_on_because, rule=rule)

    def pause(self) -> None:
        """Pause the meeting."""
        self._act("pause", life.paused(self._desk.meeting, self._clock.now()))

    def resume(self) -> None:
        """Go on after a pause."""
        self._act("resume", life.resumed(self._desk.meeting, self._clock.now()))

    def adjourn(self, at: time) -> None:
        """Adjourn the meeting at a time of day; its OIT rows freeze as they stand."""
        rows = self._desk.oit.rows()
        told = standing.renewed_at_the_end(self._desk.meeting, rows)
        self._act("adjourn", life.adjourned(told, self._clock.when(at), rows))

    def check_may_adjourn(self, at: time) -> None:
        """Raise RuleBroken for a time at which the meeting cannot have adjourned."""
        life.adjourned(self._desk.meeting, self._clock.when(at), ())

    def correct(
        self, roster: tuple[RosterEntry, ...], *, presiding_id: str, opened: datetime, adjourned: datetime | None,
        go_on_because: str = "",
    ) -> None:
        """Put right who came and when; raise RuleBroken, or MeetingClosed after signing."""
        reason = clean(go_on_because, multiline=False)
        after = attendance.corrected(
            self._desk.meeting, roster, presiding_id=presiding_id, opened=opened, adjourned=adjourned,
            go_on_because=reason,
        )
        self._act("correct", after)

    def seal(self, seal: str) -> None:
        """Keep the seal of what was printed for signing."""
        self._act("seal", life.sealed(self._desk.meeting, seal))

    def sign(self, seal_now: str) -> None:
        """Record that the printed minutes were signed; raise RuleBroken unless the seal is valid."""
        self._act("sign", life.signed(self._desk.meeting, self._clock.after_all(), seal_now))

    def check_may_sign(self, seal_now: str) -> None:
        """Raise RuleBroken unless the seal of what was printed is the seal of what stands now."""
        life.signed(self._desk.meeting, self._clock.after_all(), seal_now)

    def check_may_reopen(self) -> None:
        """Raise RuleBroken unless the minutes were signed."""
        life.reopened(self._desk.meeting, self._clock.after_all(), "-")

    def reopen(self, reason: str) -> None:
        """Open signed minutes for correction; raise BadText without a reason, RuleBroken unless they were signed."""
        self._act("reopen", life.reopened(self._desk.meeting, self._clock.after_all(), clean(reason, multiline=False)))
